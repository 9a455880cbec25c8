/** Everything about one muscle: plain words first, what the hands need next, anatomy and sources last. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Muscle, MusclePart, Side, TriggerPoint } from '../model.ts'
import { capital, muscleName, sourceName, spotNumber, techniqueWord } from '../naming.ts'
import { Legend } from '../parts/legend.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { NotFoundPage } from './not-found.tsx'
import styles from './page.module.css'
import { Back, Claim, Claims, Grade, Section, Sides, Sources } from './parts.tsx'

export function MusclePage() {
  const { id } = useParams({ from: '/muscle/$id' })
  const muscle = useWorkbench().model.knowledge.muscles.find((record) => record.id === id)
  return muscle === undefined ? <NotFoundPage /> : <MuscleArticle key={muscle.id} muscle={muscle} />
}

function MuscleArticle({ muscle }: { readonly muscle: Muscle }) {
  const workbench = useWorkbench()
  const navigate = useNavigate()
  const side = useSearch({ from: '/muscle/$id' }).side ?? 'right'
  const points = muscle.parts.flatMap((part) => part.triggerPoints)
  const shown = useStore(workbench.looking, (looking) => looking.source)
  useEffect(() => {
    const now = workbench.looking.get().source
    const own = muscle.parts.flatMap((part) => part.triggerPoints).find((point) => point.id === now?.id)
    const point = own ?? muscle.parts[0]!.triggerPoints[0]!
    if (now?.id !== point.id || now.side !== side) workbench.looking.set({ source: { id: point.id, side } })
  }, [workbench, muscle, side])
  const show = (point: TriggerPoint, on: Side) => workbench.looking.set({ source: { id: point.id, side: on } })

  return (
    <article className={styles.page}>
      <Back />
      <header className={styles.head}>
        <h1>{muscle.name.en}</h1>
        <p className={styles.latin} lang="la">
          {muscle.name.la}
        </p>
      </header>
      <p className={styles.lead}>{muscle.plain.text}</p>
      <Sides
        side={side}
        onSide={(next) =>
          void navigate({ to: '/muscle/$id', params: { id: muscle.id }, search: { side: next }, replace: true })
        }
      />
      <Section title={points.length > 1 ? 'Tender spots and where they hurt' : 'The tender spot and where it hurts'}>
        <Legend muscle />
        <div className={styles.spots}>
          {muscle.parts.map((part) =>
            part.triggerPoints.map((point) => (
              <button
                type="button"
                key={point.id}
                className={styles.spot}
                aria-pressed={shown?.id === point.id}
                onClick={() => show(point, side)}
              >
                <span className={styles.badge}>{spotNumber(point.id)}</span>
                <span>
                  <b>
                    {muscle.parts.length > 1
                      ? `${part.name}, spot ${spotNumber(point.id)}`
                      : `Spot ${spotNumber(point.id)}`}
                  </b>
                  <span>{point.where.text}</span>
                  <span>{point.feels.text}</span>
                </span>
              </button>
            )),
          )}
        </div>
      </Section>
      {muscle.parts.map((part) => (
        <Part key={part.id ?? 'whole'} part={part} named={muscle.parts.length > 1} />
      ))}
      <Anatomy muscle={muscle} />
      <Sources record={muscle} />
    </article>
  )
}

function Part({ part, named }: { readonly part: MusclePart; readonly named: boolean }) {
  const { knowledge } = useWorkbench().model
  const { clinic } = part
  const of = named ? `: ${part.name.toLowerCase()}` : ''
  return (
    <>
      <Section title={`Find it with the hands${of}`}>
        <p>{clinic.palpate.position}</p>
        <p>
          <strong>{techniqueWord(clinic.palpate.technique)}.</strong> {clinic.palpate.how}
        </p>
        <p>{clinic.palpate.feel}</p>
        <h3>Stay away from</h3>
        <p>{clinic.palpate.avoid}</p>
      </Section>
      <Section title={`What people notice${of}`}>
        <Claims claims={[...clinic.hurtsWith, ...clinic.limits]} />
        <Claim claim={clinic.weakness} />
      </Section>
      <Section title={`What can bring it on${of}`}>
        <Claims claims={clinic.causes} />
      </Section>
      <Section title={`By yourself${of}`}>
        <p>
          {clinic.self.how} <Grade grade={clinic.self.grade} />
        </p>
        <h3>Stretch</h3>
        <p>
          {clinic.stretch.how} <Grade grade={clinic.stretch.grade} />
        </p>
      </Section>
      {clinic.cautions.length > 0 && (
        <Section title={`Take care${of}`} care>
          <ul>
            {clinic.cautions.map((caution) => (
              <li key={caution.text}>{caution.text}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={`Easily taken for${of}`}>
        <ul>
          {clinic.takenFor.map((rival) => (
            <li key={rival.text}>
              <strong>
                {rival.otherSource !== undefined
                  ? sourceName(knowledge, { id: rival.otherSource, side: null }).title
                  : muscleName(knowledge, rival.muscle!, rival.part)}
                .
              </strong>{' '}
              {rival.text}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Anatomy({ muscle }: { readonly muscle: Muscle }) {
  const { knowledge } = useWorkbench().model
  const nerveName = (id: string) =>
    knowledge.nerves.find((nerve) => nerve.id === id)?.name ?? capital(id.replaceAll('-', ' '))
  return (
    <Section title="Anatomy">
      {muscle.parts.map((part) => (
        <div key={part.id ?? 'whole'} className={styles.section}>
          {muscle.parts.length > 1 && <h3>{part.name}</h3>}
          <ul>
            <li>From: {part.attachments.from.map((end) => end.words).join(' ')}</li>
            <li>To: {part.attachments.to.map((end) => end.words).join(' ')}</li>
            <li>{part.fibres.text}</li>
            <li>{actionsInWords(part)}</li>
          </ul>
        </div>
      ))}
      <p>
        Nerve: {muscle.nerves.map((nerve) => `${nerveName(nerve.nerve)} (${nerve.roots.join(', ')})`).join('; ')}.
        Layer: {muscle.layer.depth}.
      </p>
    </Section>
  )
}

function actionsInWords(part: MusclePart): string {
  const words = part.actions.map((action) =>
    `${action.joint} ${action.movement}${action.when ? ` ${action.when}` : ''}`.replaceAll('-', ' '),
  )
  return `Moves: ${[...new Set(words)].join('; ')}.`
}
