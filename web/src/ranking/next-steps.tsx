/** What to press or ask next: what tells the most for its time and discomfort. */
import { Button } from '@mantine/core'
import { useId } from 'react'
import type { Ranking, StepAnswer } from '../model.ts'
import { sourceName } from '../naming.ts'
import { Icon } from '../parts/icons.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import styles from './next-steps.module.css'
import { discomfortWords } from './wording.ts'

type Palpation = Ranking['next'][number]

const leastBits = 0.02
/** One thing to ask at a time, and two spots to choose from: more is a form, not a next step. */
const spotsAtMost = 2

export function NextSteps({ ranking }: { readonly ranking: Ranking }) {
  const question = ranking.steps.find(({ kind }) => kind !== 'palpate')
  const spots = ranking.next.filter(({ gainBits }) => gainBits > leastBits).slice(0, spotsAtMost)
  const answered = useStore(useWorkbench().told, ({ entries }) => entries.length)
  if (question === undefined && spots.length === 0 && answered === 0) return null
  return (
    <section className={styles.next} aria-labelledby="next-title">
      <h2 id="next-title">To know more</h2>
      {question !== undefined && <Ask key={question.text} step={question} />}
      {answered > 0 && <Answered count={answered} />}
      {spots.length > 0 && (
        <>
          <p>Or press a spot gently and wait ten seconds: does it bring the known pain?</p>
          <ul>
            {spots.map((spot) => (
              <Press key={`${spot.id} ${spot.side}`} spot={spot} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Ask({ step }: { readonly step: StepAnswer }) {
  const workbench = useWorkbench()
  const asked = useId()
  if (step.into === null) return null
  const { yes, no } = step.into
  return (
    <div className={styles.ask}>
      <p className={styles.question} id={asked}>
        {step.text}
      </p>
      <p className={styles.cost}>
        {step.seconds} seconds · {discomfortWords(step.discomfort)}
      </p>
      <div className={styles.answers}>
        <Button variant="default" radius="md" h={48} aria-describedby={asked} onClick={() => workbench.tell(yes)}>
          Yes
        </Button>
        <Button variant="default" radius="md" h={48} aria-describedby={asked} onClick={() => workbench.tell(no)}>
          No
        </Button>
      </div>
    </div>
  )
}

function Answered({ count }: { readonly count: number }) {
  const workbench = useWorkbench()
  return (
    <p className={styles.answered} role="status">
      {count === 1 ? 'One answer counts' : `${count} answers count`} in the order above.
      <button type="button" onClick={() => workbench.untell()}>
        Take back
      </button>
    </p>
  )
}

function Press({ spot }: { readonly spot: Palpation }) {
  const workbench = useWorkbench()
  const name = sourceName(workbench.model.knowledge, spot)
  return (
    <li>
      <button
        type="button"
        className={styles.press}
        onClick={() => workbench.looking.set({ source: { id: spot.id, side: spot.side } })}
      >
        <Icon name="finger" />
        <span>
          <strong>Press here: {name.title}</strong>
          <span>
            {[name.detail, `${spot.seconds} seconds`, discomfortWords(spot.discomfort)].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </li>
  )
}
