/** How it is worked out, and what it is not. */
import { Section } from '../pages/parts.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './ripple.module.css'
import type { Answered } from './use-ripple.ts'

export function How({ answered }: { readonly answered: Answered | null }) {
  const { knowledge } = useWorkbench().model
  return (
    <Section title="How sure is this?">
      <p>
        It is a mechanical “what if” on one model body of 75 kg that holds still: {knowledge.modelMuscles.length}{' '}
        muscles share the load so that the least effort is spent. It knows no pain, no reflex and no habit, was not
        tested on patients, and is no finding about anybody. Read who and which way, not the newtons.
      </p>
      <p>
        “Firm” means that another way of sharing load and three slightly different bodies agree on the direction.
        Percentages are of what the healthy muscle can pull.
      </p>
      {answered !== null && (
        <p className={styles.took}>
          Worked out on this device in {answered.tookMs < 1 ? 'under 1' : Math.round(answered.tookMs)} ms; nothing was
          sent anywhere.
        </p>
      )}
    </Section>
  )
}
