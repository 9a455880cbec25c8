/** Another source than a muscle: what it is, how it feels, what tells it apart, what to do. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { OtherSource, Side } from '../model.ts'
import { sourceName } from '../naming.ts'
import { Legend } from '../parts/legend.tsx'
import { useTitle } from '../parts/use-title.ts'
import { RippleLink } from '../ripple/ripple-link.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { MuscleLink } from './muscle-part.tsx'
import { NotFoundPage } from './not-found.tsx'
import styles from './page.module.css'
import { Back, Claim, Claims, Grade, Section, Sides } from './parts.tsx'
import { Sources } from './sources.tsx'
import { ZoneWords } from './zone-words.tsx'

export function SourcePage() {
  const { id } = useParams({ from: '/source/$id' })
  const other = useWorkbench().model.knowledge.otherSources.find((record) => record.id === id)
  return other === undefined ? <NotFoundPage /> : <SourceArticle key={other.id} other={other} />
}

const urgencyTitles = {
  none: 'How soon',
  routine: 'How soon',
  weeks: 'If it is this: be seen within weeks',
  today: 'If it is this: be seen today',
  now: 'If it is this: an emergency',
} as const

function SourceArticle({ other }: { readonly other: OtherSource }) {
  const workbench = useWorkbench()
  const { knowledge } = workbench.model
  const navigate = useNavigate()
  useTitle(other.name)
  const asked = useSearch({ from: '/source/$id' }).side ?? 'right'
  const side: Side | null = other.sided ? asked : null
  useEffect(() => {
    const now = workbench.looking.get().source
    if (now?.id !== other.id || now.side !== side) workbench.looking.set({ source: { id: other.id, side } })
  }, [workbench, other, side])
  return (
    <article className={styles.page}>
      <Back />
      <header className={styles.head}>
        <h1>{other.name}</h1>
        <p className={styles.latin}>{sourceName(knowledge, { id: other.id, side: null }).kindWord}</p>
      </header>
      <p className={styles.lead}>
        {other.plain.text} <Grade grade={other.plain.grade} />
      </p>
      {other.alsoCalled.length > 0 && <p className={styles.also}>Also called {other.alsoCalled.join(', ')}.</p>}
      {other.sided && (
        <Sides
          side={asked}
          onSide={(next) =>
            void navigate({ to: '/source/$id', params: { id: other.id }, search: { side: next }, replace: true })
          }
        />
      )}
      <Section
        title={urgencyTitles[other.urgency.level]}
        care={['weeks', 'today', 'now'].includes(other.urgency.level)}
      >
        <p>
          {other.urgency.text} <Grade grade={other.urgency.grade} />
        </p>
      </Section>
      <Section title="Where and how it hurts">
        <Legend muscle={false} />
        <Claim claim={other.feels} />
        <p>
          <ZoneWords zones={other.refersTo} />
        </p>
      </Section>
      <Section title="What tells it from a tender spot">
        <Claims claims={other.tellsApart} />
      </Section>
      <Section title="What to do">
        <Claim claim={other.whatToDo} />
      </Section>
      {other.hurtsWith.length > 0 && (
        <Section title="What brings it on">
          <Claims claims={other.hurtsWith} />
        </Section>
      )}
      {other.confusedWith.length > 0 && (
        <Section title="Muscles that feel like it">
          <ul>
            {other.confusedWith.map((muscle) => (
              <li key={muscle.text}>
                <strong>
                  <MuscleLink muscle={muscle.muscle} part={muscle.part} />.
                </strong>{' '}
                {muscle.text} <Grade grade={muscle.grade} />{' '}
                <RippleLink
                  muscle={muscle.muscle}
                  part={muscle.part}
                  side={asked}
                  words="What may follow from that muscle"
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Sources record={other} />
    </article>
  )
}
