/** What this is and what it is not: shown once before the first use for somebody's care, and at hand afterwards. */
import { useEffect, useRef } from 'react'
import { useStore } from '../../store.ts'
import { useCare } from '../care-context.tsx'
import { useTitle } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import styles from './learn.module.css'

export function UsePage() {
  useTitle('What it is for')
  return (
    <div className={parts.column}>
      <h1>What it is for</h1>
      <Statement />
    </div>
  )
}

function Statement() {
  return (
    <>
      <p>
        Unknot helps trained hands and people alone to think about pain that may come from muscles: it lists tender
        spots and other sources that would explain a drawing, asks the questions that safety needs, plans gentle
        pressure, and shows whether it helped.
      </p>
      <p>
        <strong>It diagnoses nothing.</strong> It is decision support and education. It is not a medical device, nobody
        has certified it, and it does not replace a doctor, physiotherapist or therapist.
      </p>
      <p>
        The evidence for trigger points is debated, and that for pressing them is modest. The questions cannot find
        everything: when in doubt, have it seen. In an emergency call your emergency number.
      </p>
      <p>What you record stays in this browser on this device. Nobody else has a copy.</p>
    </>
  )
}

/** The statement over everything, once. */
export function UseOnce() {
  const care = useCare()
  const hasRead = useStore(care.state, (state) => state.hasReadUse)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!hasRead) box.current?.focus()
  }, [hasRead])
  if (hasRead) return null
  return (
    <div className={styles.use} role="dialog" aria-modal="true" aria-labelledby="use-title">
      <section ref={box} tabIndex={-1}>
        <h1 id="use-title">Before you begin</h1>
        <Statement />
        <Press look="primary" onPress={() => void care.readUse()} wide>
          I have read this
        </Press>
      </section>
    </div>
  )
}
