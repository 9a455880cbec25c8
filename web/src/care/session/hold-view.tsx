/** A hold, as the therapist sees it: seconds seen from across the room, the breath, and what the live rules say. */
import type { Felt } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { Press } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import { Notice } from './notice.tsx'
import { RateBar, WordBar } from './rate-bar.tsx'
import { Ring } from './ring.tsx'
import type { Running } from './run.tsx'
import styles from './session.module.css'
import { breathWord, type Hold, useHold } from './use-hold.ts'

export function HoldView({ running, hold }: { readonly running: Running; readonly hold: Hold }) {
  const { dose, pointKey: key, act, log, handOver } = running
  const { knowledge } = useWorkbench().model
  const now = useHold(running, hold)
  if (now.isUnwatched) {
    return (
      <Unwatched
        minutes={Math.round(now.atS / 60)}
        onDone={() => void now.finish('done')}
        onAgain={() => void act({ act: 'hold-started', key, rep: hold.rep })}
      />
    )
  }
  const felt = (sign: Felt) => void act({ act: 'felt', key, sign })
  return (
    <>
      <div className={styles.middle}>
        <h1>{spotWord(knowledge, dose.spot)}</h1>
        <Ring share={now.share} calm={!now.isPaused}>
          <span className={styles.seconds} role="timer" aria-label={`${now.leftS} seconds left`}>
            {now.leftS}
          </span>
          <span className={styles.under}>{now.isPaused ? 'Paused' : breathWord(now.atS)}</span>
        </Ring>
        <div className={styles.told} role="status" data-tone={now.sentence.tone}>
          {now.sentence.say}
        </div>
        <div className={styles.notice}>
          <Notice running={running} />
          <button type="button" onClick={() => felt('breath-holding')}>
            Holds the breath
          </button>
          <button type="button" data-tone="alarm" onClick={() => felt('pins-and-needles')}>
            Tingling, electric, numb
          </button>
          <button type="button" data-tone="alarm" onClick={() => felt('dizzy')}>
            Dizzy or unwell
          </button>
          <button type="button" onClick={now.pause}>
            {now.isPaused ? 'Go on' : 'Pause'}
          </button>
        </div>
      </div>
      <div className={styles.bottom}>
        <RateBar
          value={now.live.lastRating}
          band={now.band}
          cap={dose.cap}
          onValue={now.rate}
          larger={{ label: log.plan.setting === 'self' ? 'Larger' : 'Hand to the client', onPress: handOver }}
        />
        <WordBar said={now.said} onWord={now.word} onStop={now.stop} />
      </div>
    </>
  )
}

export function Unwatched({
  minutes,
  onDone,
  onAgain,
}: {
  readonly minutes: number
  readonly onDone: () => void
  readonly onAgain: () => void
}) {
  return (
    <div className={styles.middle}>
      <h1>This hold was running when the app was closed</h1>
      <p className={styles.how}>It began {minutes} minutes ago. Nothing was lost.</p>
      <Press look="primary" onPress={onDone}>
        It was held to the end
      </Press>
      <Press onPress={onAgain}>Hold it again</Press>
    </div>
  )
}
