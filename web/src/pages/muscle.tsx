/** Everything about one muscle: plain words first, what the hands need next, anatomy and sources last. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Muscle, Side, TriggerPoint } from '../model.ts'
import { spotNumber } from '../naming.ts'
import { Legend } from '../parts/legend.tsx'
import { useTitle } from '../parts/use-title.ts'
import { RippleLink } from '../ripple/ripple-link.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { Anatomy } from './muscle-anatomy.tsx'
import { Part } from './muscle-part.tsx'
import { NotFoundPage } from './not-found.tsx'
import styles from './page.module.css'
import { Back, Grade, Section, Sides } from './parts.tsx'
import { Sources } from './sources.tsx'
import { ZoneWords } from './zone-words.tsx'

export function MusclePage() {
  const { id } = useParams({ from: '/muscle/$id' })
  const muscle = useWorkbench().model.knowledge.muscles.find((record) => record.id === id)
  return muscle === undefined ? <NotFoundPage /> : <MuscleArticle key={muscle.id} muscle={muscle} />
}

function MuscleArticle({ muscle }: { readonly muscle: Muscle }) {
  const workbench = useWorkbench()
  const navigate = useNavigate()
  useTitle(muscle.name.en)
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
      <p className={styles.lead}>
        {muscle.plain.text} <Grade grade={muscle.plain.grade} />
      </p>
      {muscle.alsoCalled.length > 0 && <p className={styles.also}>Also called {muscle.alsoCalled.join(', ')}.</p>}
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
                  <ZoneWords zones={point.refersTo} />
                  <Grade grade={gradeOfZones(point)} />
                </span>
              </button>
            )),
          )}
        </div>
      </Section>
      {muscle.parts.map((part) => (
        <Part key={part.id ?? 'whole'} part={part} named={muscle.parts.length > 1} />
      ))}
      <Section title="What may follow from it">
        <p>
          When it is weak or tight, other muscles take over its work. The ripple works out which, on a model of the
          body.
        </p>
        <RippleLink muscle={muscle.id} side={side} words={`Show the ripple of the ${side} side`} />
      </Section>
      <Anatomy muscle={muscle} />
      <Sources record={muscle} />
    </article>
  )
}

/** The weakest of what is said of where it hurts: nobody is to think more of it. */
function gradeOfZones(point: TriggerPoint): string {
  const weakestFirst = ['contested', 'expert', 'C', 'B', 'A']
  const grades = new Set<string>(point.refersTo.map(({ grade }) => grade))
  return weakestFirst.find((grade) => grades.has(grade)) ?? 'expert'
}
