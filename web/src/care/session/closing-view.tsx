/** The end of a session: slow breathing, and how the pain is now. */
import { useState } from 'react'
import type { Act, Course, SessionState } from 'unknot'
import { useCare } from '../care-context.tsx'
import { Press, Scale } from '../parts/parts.tsx'
import { Ring } from './ring.tsx'
import styles from './session.module.css'
import { useNow } from './use-now.ts'

type Props = {
  readonly course: Course
  readonly log: SessionState
  readonly act: (...acts: readonly Act[]) => Promise<boolean>
  readonly end: (why: 'finished' | 'stopped') => Promise<void>
}

export function ClosingView({ course, log, end }: Props) {
  const care = useCare()
  const [breathingSinceMs, setBreathingSinceMs] = useState<number | null>(null)
  const nowMs = useNow(250, breathingSinceMs !== null)
  const breathing = log.plan.breathing.value
  const gone = breathingSinceMs === null ? 0 : (nowMs - breathingSinceMs) / 1000
  const wholeS = breathing.minutes * 60
  const pain = course.measures.findLast((one) => one.session === log.id)?.values.now ?? null
  return (
    <>
      <div className={styles.middle}>
        <h1>All points are done</h1>
        {breathingSinceMs === null ? (
          <>
            <p className={styles.how}>
              A few minutes of slow breathing, {breathing.inS} seconds in and {breathing.outS} out, if there is time.
              Stop if it makes light-headed.
            </p>
            <Press onPress={() => setBreathingSinceMs(Date.now())}>Breathe together</Press>
          </>
        ) : (
          <Ring share={Math.min(1, gone / wholeS)} calm={gone < wholeS}>
            <span className={styles.under} style={{ position: 'relative', bottom: 0, fontSize: 26 }}>
              {gone >= wholeS ? 'Done' : gone % (breathing.inS + breathing.outS) < breathing.inS ? 'In' : 'Out'}
            </span>
          </Ring>
        )}
      </div>
      <div className={styles.bottom}>
        <div>
          <p className={styles.rateWords}>How strong is the pain now?</p>
          <Scale
            label="Pain after the session"
            value={pain}
            onValue={(value) =>
              void care.record(course.person.id, {
                kind: 'measured',
                instrument: 'om-01',
                values: { now: value },
                session: log.id,
              })
            }
          />
        </div>
        <Press look="primary" wide onPress={() => void end('finished')} disabled={pain === null}>
          {pain === null ? 'First the pain, 0 to 10' : 'End the session'}
        </Press>
      </div>
    </>
  )
}
