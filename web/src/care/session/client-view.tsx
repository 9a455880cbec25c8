/** The client holds the device: one large scale, four words, and nothing else to hit by mistake. */
import { useWorkbench } from '../../shell/workbench-context.ts'
import { spotWord } from '../words.ts'
import { Unwatched } from './hold-view.tsx'
import { RateBar, WordBar } from './rate-bar.tsx'
import { Ring } from './ring.tsx'
import type { Running } from './run.tsx'
import styles from './session.module.css'
import { play, wakeSound } from './sound.ts'
import { breathWord, type Hold, useHold } from './use-hold.ts'
import { restLeftS, useNow } from './use-now.ts'

type Props = { readonly running: Running }

export function ClientHold({ running, hold }: Props & { readonly hold: Hold }) {
  const { dose, act, pointKey: key } = running
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
  return (
    <>
      <div className={`${styles.middle} ${styles.clientTop}`}>
        <h1 className={styles.clientAsk}>How strong is it now?</h1>
        <Ring share={now.share} calm={!now.isPaused} small>
          <span className={styles.seconds} role="timer" aria-label={`${now.leftS} seconds left`}>
            {now.leftS}
          </span>
        </Ring>
        <p className={styles.clientBreath}>{now.isPaused ? 'Paused' : breathWord(now.atS)}</p>
        <div className={styles.told} role="status" data-tone={now.sentence.tone}>
          {now.sentence.tone === undefined ? 'Tap a number whenever it changes.' : now.sentence.say}
        </div>
      </div>
      <div className={`${styles.bottom} ${styles.client}`}>
        <RateBar value={now.live.lastRating} band={now.band} cap={dose.cap} onValue={now.rate} />
        <WordBar said={now.said} onWord={now.word} onStop={now.stop} />
      </div>
    </>
  )
}

/** Between two holds of a point, while the client keeps the device. */
export function ClientRest({ running }: Props) {
  const { dose, act, pointKey: key, log } = running
  const { knowledge } = useWorkbench().model
  const nowMs = useNow(500, true)
  const rep = (log.points[key]?.reps.length ?? 0) + 1
  const restS = restLeftS(log.restingSinceMs, dose.restS, nowMs)
  const start = () => {
    wakeSound()
    play('start')
    void act({ act: 'hold-started', key, rep })
  }
  return (
    <div className={styles.middle}>
      <h1>Rest</h1>
      <p className={styles.how} role="status">
        {spotWord(knowledge, dose.spot)}. {restS > 0 ? `Let go and breathe: ${restS} s.` : 'Rested.'} Next: time {rep}{' '}
        of {dose.reps}.
      </p>
      <button type="button" className={styles.hugeStart} onClick={start}>
        Again
      </button>
    </div>
  )
}
