/** A running hold: its clock, what the live rules say of it, and what ends it. The same for whoever holds the device. */
import { useEffect, useRef, useState } from 'react'
import { type HoldEnd, heldS, type LiveHold, type SessionLog } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { type Band, holdPlanOf, wantedBand } from './dose.ts'
import type { Word } from './rate-bar.tsx'
import { replay, type Told } from './replay.ts'
import type { Running } from './run.tsx'
import { play } from './sound.ts'
import { useNow } from './use-now.ts'

export type Hold = NonNullable<SessionLog['hold']>

/** For how long a sentence of the live rules stays on the screen, seconds. */
const shownForS = 6
/** A hold found running so long after its end had nobody watching it: its end is asked about. */
const unwatchedS = 20

export type Sentence = { readonly say: string; readonly tone?: 'ease' | 'ask' | 'good' | undefined }

export type RunningHold = {
  readonly atS: number
  readonly leftS: number
  /** Of the time, 0 to 1. */
  readonly share: number
  readonly isPaused: boolean
  readonly isUnwatched: boolean
  readonly live: LiveHold
  /** About what is wanted now: lower once it was told to ease off. */
  readonly band: Band
  readonly said: Word | null
  readonly sentence: Sentence
  rate(value: number): void
  word(word: Word): void
  stop(): void
  pause(): void
  finish(how: HoldEnd): Promise<void>
}

export function useHold(running: Running, hold: Hold): RunningHold {
  const { log, dose, pointKey: key, act, end } = running
  const { knowledge } = useWorkbench().model
  const isPaused = log.pausedSinceMs !== null
  const nowMs = useNow(200, !isPaused)
  const atS = heldS(log, Math.max(nowMs, hold.startedMs))
  const { hold: live, told } = replay(holdPlanOf(log.plan, dose), hold.heard, Math.min(atS, dose.holdS), knowledge)
  const band = wantedBand({ target: live.target, cap: dose.cap })
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
  const endsSession = told.some(({ effect }) => effect.kind === 'end-session')
  const isWaiting = live.state === 'waiting'
  // biome-ignore lint/correctness/useExhaustiveDependencies: `finish` is of this moment
  useEffect(() => {
    if (isPaused || isUnwatched) return
    if (endsSession) void finish(live.end ?? 'body-sign').then(() => end('stopped', true))
    else if (live.end !== null) void finish(live.end)
    else if (isWaiting) void act({ act: 'paused' })
    else if (atS >= dose.holdS) void finish('done')
  }, [isPaused, isUnwatched, endsSession, isWaiting, live.end, atS >= dose.holdS])
  useCues(atS, dose.holdS, told, isPaused || isUnwatched)

  const rate = (value: number) => {
    setSaid(null)
    const rated = { act: 'rated', key, value } as const
    // somebody alone who fell silent was paused: the answer lets it go on
    void (isPaused && isWaiting ? act(rated, { act: 'resumed' }) : act(rated))
  }
  const word = (next: Word) => {
    setSaid(next)
    void act({ act: 'said', key, word: next })
  }
  const stop = () => void finish('stopped')
  useKeys(rate, stop)
  const last = told.findLast((one) => atS - one.atS < shownForS)
  return {
    atS,
    leftS: Math.max(0, Math.ceil(dose.holdS - atS)),
    share: Math.min(1, atS / dose.holdS),
    isPaused,
    isUnwatched,
    live,
    band,
    said,
    sentence:
      last === undefined ? sentenceOf(said, live, band, hold, dose.reps) : { say: last.effect.say, tone: toneOf(last) },
    rate,
    word,
    stop,
    pause: () => void act(isPaused ? { act: 'resumed' } : { act: 'paused' }),
    finish,
  }
}

function toneOf({ effect: { kind } }: Told): Sentence['tone'] {
  if (kind === 'ease-off' || kind === 'end-point' || kind === 'end-session') return 'ease'
  return kind === 'ease-pressure' || kind === 'cue-breath' ? 'good' : 'ask'
}

/** What was said aloud comes first, then where the last rating lies beside the band. */
function sentenceOf(said: Word | null, live: LiveHold, band: Band, hold: Hold, reps: number): Sentence {
  if (said === 'less') return { say: 'A little less.', tone: 'ease' }
  if (said === 'more') return { say: 'A little more, slowly.', tone: 'good' }
  if (said === 'good') return { say: 'Good: stay like this.', tone: 'good' }
  const { lastRating, firstRating } = live
  if (lastRating !== null && lastRating > band.to) return { say: 'Ease off a little.', tone: 'ease' }
  if (lastRating !== null && lastRating < band.from) {
    return firstRating !== null && lastRating < firstRating
      ? { say: 'It fades: stay like this.', tone: 'good' }
      : { say: 'Press on a little, slowly.', tone: 'good' }
  }
  return { say: `Time ${hold.rep} of ${reps}. Steady, breathing easily.` }
}

/** Four seconds in, six out. */
export function breathWord(atS: number): string {
  return atS % 10 < 4 ? 'Breathe in' : 'Breathe out'
}

/** 0 to 9 rate, Escape stops. */
function useKeys(rate: (value: number) => void, stop: () => void): void {
  const now = useRef({ rate, stop })
  now.current = { rate, stop }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.key === 'Escape') now.current.stop()
      else if (/^[0-9]$/.test(event.key)) now.current.rate(Number(event.key))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
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
