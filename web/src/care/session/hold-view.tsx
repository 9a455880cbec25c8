/** A hold: seconds seen from across the room, the breath, and what the live rules say. */
import { useEffect, useRef, useState } from 'react'
import { type Felt, type HoldEnd, heldS, type SessionLog } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { Press } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import { holdPlanOf, wantedBand } from './dose.ts'
import { RateBar, type Word, WordBar } from './rate-bar.tsx'
import { replay, type Told } from './replay.ts'
import type { Running } from './run.tsx'
import styles from './session.module.css'
import { play } from './sound.ts'
import { useNow } from './use-now.ts'

type Hold = NonNullable<SessionLog['hold']>

/** For how long a sentence of the live rules stays on the screen, seconds. */
const shownForS = 6
/** A hold found running so long after its end had nobody watching it: its end is asked about. */
const unwatchedS = 20

export function HoldView({ running, hold }: { readonly running: Running; readonly hold: Hold }) {
  const { log, dose, pointKey: key, act, end } = running
  const { knowledge } = useWorkbench().model
  const isPaused = log.pausedSinceMs !== null
  const nowMs = useNow(200, !isPaused)
  const atS = heldS(log, Math.max(nowMs, hold.startedMs))
  const live = replay(holdPlanOf(log.plan, dose), hold.heard, Math.min(atS, dose.holdS), knowledge)
  const band = wantedBand(dose)
  const [said, setSaid] = useState<Word | null>(null)
  const ending = useRef(false)
  const finish = async (how: HoldEnd) => {
    if (ending.current) return
    ending.current = true
    play(how === 'stopped' ? 'ease' : 'end')
    await act({ act: 'hold-ended', key, rep: hold.rep, heldS: Math.round(Math.min(atS, dose.holdS)), end: how })
    ending.current = false
  }
  const isUnwatched = atS > dose.holdS + unwatchedS
  const liveEnd = live.hold.end
  const endsSession = live.told.some(({ effect }) => effect.kind === 'end-session')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `finish` is of this moment
  useEffect(() => {
    if (isPaused || isUnwatched) return
    if (endsSession) void finish(liveEnd ?? 'body-sign').then(() => end('stopped', true))
    else if (liveEnd !== null) void finish(liveEnd)
    else if (atS >= dose.holdS) void finish('done')
  }, [isPaused, isUnwatched, endsSession, liveEnd, atS >= dose.holdS])
  useCues(atS, dose.holdS, live.told, isPaused || isUnwatched)

  const last = live.told.findLast((one) => atS - one.atS < shownForS)
  const felt = (sign: Felt) => void act({ act: 'felt', key, sign })
  const left = Math.max(0, Math.ceil(dose.holdS - atS))
  if (isUnwatched) {
    return (
      <div className={styles.middle}>
        <h1>This hold was running when the app was closed</h1>
        <p className={styles.how}>It began {Math.round(atS / 60)} minutes ago. Nothing was lost.</p>
        <Press look="primary" onPress={() => void finish('done')}>
          It was held to the end
        </Press>
        <Press onPress={() => void act({ act: 'hold-started', key, rep: hold.rep })}>Hold it again</Press>
      </div>
    )
  }
  return (
    <>
      <div className={styles.middle}>
        <h1>{spotWord(knowledge, dose.spot)}</h1>
        <Ring share={Math.min(1, atS / dose.holdS)} calm={!isPaused}>
          <span className={styles.seconds} role="timer" aria-label={`${left} seconds left`}>
            {left}
          </span>
          <span className={styles.under}>{isPaused ? 'Paused' : breathWord(atS)}</span>
        </Ring>
        <div className={styles.told} role="status" data-tone={toneOf(last, said)}>
          {last?.effect.say ?? wordOf(said, hold, dose.reps)}
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
          <button type="button" onClick={() => void act(isPaused ? { act: 'resumed' } : { act: 'paused' })}>
            {isPaused ? 'Go on' : 'Pause'}
          </button>
        </div>
      </div>
      <div className={styles.bottom}>
        <RateBar
          value={live.hold.lastRating}
          band={band}
          cap={dose.cap}
          onValue={(value) => void act({ act: 'rated', key, value })}
        />
        <WordBar
          said={said}
          onWord={(word) => {
            setSaid(word)
            void act({ act: 'said', key, word })
          }}
          onStop={() => void finish('stopped')}
        />
      </div>
    </>
  )
}

function toneOf(told: Told | undefined, said: Word | null): 'ease' | 'ask' | 'good' | undefined {
  if (told === undefined) return said === null ? undefined : said === 'less' ? 'ease' : 'good'
  const { kind } = told.effect
  if (kind === 'ease-off' || kind === 'end-point' || kind === 'end-session') return 'ease'
  return kind === 'ease-pressure' || kind === 'cue-breath' ? 'good' : 'ask'
}

function wordOf(said: Word | null, hold: Hold, reps: number): string {
  if (said === 'less') return 'A little less.'
  if (said === 'more') return 'A little more, slowly.'
  if (said === 'good') return 'Good: stay like this.'
  return `Time ${hold.rep} of ${reps}. Steady, breathing easily.`
}

/** Four seconds in, six out. */
function breathWord(atS: number): string {
  return atS % 10 < 4 ? 'Breathe in' : 'Breathe out'
}

export function Notice({ running }: { readonly running: Pick<Running, 'log' | 'pointKey' | 'act'> }) {
  const { log, pointKey: key, act } = running
  const found = log.points[key]?.noticed ?? []
  const words = [
    ['softer', 'Softer'],
    ['twitch', 'Twitch'],
    ['familiar', 'Familiar'],
    ['travels', 'Travels'],
  ] as const
  return words.map(([what, label]) => (
    <button
      type="button"
      key={what}
      aria-pressed={found.includes(what)}
      onClick={() => void act({ act: 'noticed', key, what })}
    >
      {label}
    </button>
  ))
}

export function Ring({
  share,
  calm,
  children,
}: {
  readonly share: number
  readonly calm: boolean
  readonly children: React.ReactNode
}) {
  const around = 2 * Math.PI * 47
  return (
    <div className={styles.ring}>
      {calm && <span className={styles.breath} aria-hidden="true" />}
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle cx="50" cy="50" r="47" fill="none" stroke="var(--line)" strokeWidth="4" />
        <circle
          cx="50"
          cy="50"
          r="47"
          fill="none"
          stroke="var(--brand)"
          strokeWidth="5"
          strokeLinecap="round"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - share)}
        />
      </svg>
      {children}
    </div>
  )
}

/** Half time, the last three seconds, and a sound with each new sentence of the live rules. */
function useCues(atS: number, holdS: number, told: readonly Told[], silent: boolean): void {
  const second = Math.floor(atS)
  const before = useRef<{ second: number; told: number }>({ second, told: told.length })
  useEffect(() => {
    const was = before.current
    before.current = { second, told: told.length }
    if (silent) return
    if (told.length > was.told) {
      const { kind } = told.at(-1)!.effect
      play(kind === 'pause-and-ask' || kind === 'relocate' ? 'ask' : 'ease')
    } else if (second !== was.second) {
      if (second === Math.round(holdS / 2)) play('half')
      else if (holdS - second <= 3 && holdS - second > 0) play('count')
    }
  }, [second, told, holdS, silent])
}
