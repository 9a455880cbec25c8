import type { Muscle, MusclePart } from '../model.ts'
import { capital } from '../naming.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { MuscleLink } from './muscle-part.tsx'
import styles from './page.module.css'
import { Grade, Section } from './parts.tsx'

/** Where it runs, what it does, what supplies it, what lies over and under it. */
export function Anatomy({ muscle }: { readonly muscle: Muscle }) {
  const { knowledge } = useWorkbench().model
  const nerveName = (id: string) =>
    knowledge.nerves.find((nerve) => nerve.id === id)?.name ?? capital(id.replaceAll('-', ' '))
  const partNames = (ids: readonly string[]) =>
    ids.map((id) => muscle.parts.find((part) => part.id === id)?.name.toLowerCase() ?? id).join(' and ')
  const { layer } = muscle
  return (
    <Section title="Anatomy">
      {muscle.parts.map((part) => (
        <div key={part.id ?? 'whole'} className={styles.section}>
          {muscle.parts.length > 1 && <h3>{part.name}</h3>}
          <dl className={styles.facts}>
            <Ends word="From" ends={part.attachments.from} />
            <Ends word="To" ends={part.attachments.to} />
            <div>
              <dt>Fibres</dt>
              <dd>
                {part.fibres.text} <Grade grade={part.fibres.grade} />
              </dd>
            </div>
            <div>
              <dt>Moves</dt>
              <dd>
                <Actions part={part} />
              </dd>
            </div>
          </dl>
        </div>
      ))}
      {muscle.parts.length > 1 && <h3>The whole muscle</h3>}
      <dl className={styles.facts}>
        <div>
          <dt>Nerve</dt>
          <dd>
            {muscle.nerves.map((supply) => (
              <p key={supply.nerve}>
                {nerveName(supply.nerve)}
                {supply.roots.length > 0 && ` (${supply.roots.join(', ')})`}
                {supply.parts !== undefined && ` to the ${partNames(supply.parts)}`} <Grade grade={supply.grade} />
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>Layer</dt>
          <dd>
            {capital(layer.depth)} <Grade grade={layer.grade} />
          </dd>
        </div>
        <Neighbours word="Under" ids={layer.coveredBy} />
        <Neighbours word="Over" ids={layer.covers} />
      </dl>
    </Section>
  )
}

type Backed = { readonly grade: string }

function Ends({ word, ends }: { readonly word: string; readonly ends: readonly (Backed & { words: string })[] }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {ends.map((end) => (
          <p key={end.words}>
            {end.words} <Grade grade={end.grade} />
          </p>
        ))}
      </dd>
    </div>
  )
}

function Neighbours({ word, ids }: { readonly word: string; readonly ids: readonly string[] }) {
  const { knowledge } = useWorkbench().model
  const known = ids.filter((id) => knowledge.muscles.some((muscle) => muscle.id === id))
  if (known.length === 0) return null
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {known.map((id, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <MuscleLink muscle={id} />
          </span>
        ))}
      </dd>
    </div>
  )
}

function Actions({ part }: { readonly part: MusclePart }) {
  return (
    <ul>
      {part.actions.map((action) => {
        const towards = action.towards === undefined ? '' : ` to the ${action.towards} side`
        const words = `${action.joint} ${action.movement}${towards}`.replaceAll('-', ' ')
        return (
          <li key={`${words} ${action.when}`}>
            {capital(words)}
            {action.role === 'assists' && ' (helps)'}
            {action.when !== undefined && `, ${action.when}`} <Grade grade={action.grade} />
          </li>
        )
      })}
    </ul>
  )
}
