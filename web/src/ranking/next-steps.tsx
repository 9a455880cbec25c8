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
  const dealt = useStore(useWorkbench().told, (told) => told.dealt)
  if (question === undefined && spots.length === 0 && dealt.length === 0) return null
  return (
    <section className={styles.next} aria-labelledby="next-title">
      <h2 id="next-title">To know more</h2>
      {question !== undefined && <Ask key={question.key} step={question} />}
      {dealt.length > 0 && <Dealt answers={dealt.filter(({ entry }) => entry !== null).length} of={dealt.length} />}
      {spots.length > 0 && (
        <>
          <p>
            {question === undefined ? 'Press' : 'Or press'} a spot gently and wait ten seconds: does it bring the known
            pain?
          </p>
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
  const { key, choices } = step
  const isYesNo = choices.some(({ answer }) => answer === 'yes')
  const putAside = () => workbench.tell({ key, entry: null })
  return (
    <fieldset className={styles.ask} aria-labelledby={asked}>
      <p className={styles.question} id={asked}>
        {step.text}
      </p>
      {step.why !== null && <p className={styles.why}>{step.why}</p>}
      <div className={styles.answers} data-three={isYesNo ? '' : undefined}>
        {choices.map(({ answer, text, into }) => (
          <Button
            key={answer}
            variant="default"
            radius="md"
            h={56}
            px={8}
            aria-describedby={asked}
            onClick={() => workbench.tell({ key, entry: into })}
          >
            {text}
          </Button>
        ))}
        {isYesNo && choices.length === 2 && (
          <Button variant="default" radius="md" h={56} px={8} aria-describedby={asked} onClick={putAside}>
            Not sure
          </Button>
        )}
      </div>
      <p className={styles.cost}>
        {step.seconds} seconds · {discomfortWords(step.discomfort)}
        <button type="button" onClick={putAside}>
          Skip this one
        </button>
      </p>
    </fieldset>
  )
}

function Dealt({ answers, of }: { readonly answers: number; readonly of: number }) {
  const workbench = useWorkbench()
  const counted = answers === 1 ? 'One answer counts' : `${answers} answers count`
  return (
    <p className={styles.answered} role="status">
      {answers > 0 ? `${counted} in the order above.` : `${of} put aside.`}
      <button type="button" onClick={() => workbench.untell()}>
        Take back the last
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
