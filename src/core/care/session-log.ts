/**
 * One session as it went, folded from its acts: where it is, what was held and felt, and where to go on after a crash.
 *
 * A running hold is known by when it began and when it was paused, so a clock shows the same before and after the app
 * was closed.
 */
import type { BodySign, GuardSign, HoldEnd, HoldEvent, NerveSign } from '../session/live.ts'
import type { CarePlan } from './care-plan.ts'
import type { Spot } from './spot.ts'

export const noticed = ['twitch', 'softer', 'familiar', 'travels'] as const
export type Noticed = (typeof noticed)[number]

/** What the person shows or says during a hold; some of it ends the point or the session (LIVE-03 to LIVE-05). */
export type Felt = NerveSign | BodySign | GuardSign
export type CloseWhy = 'done' | 'skipped' | 'stopped'

export type Act =
  | { readonly act: 'pain'; readonly when: 'before' | 'after'; readonly value: number }
  | { readonly act: 'point-opened'; readonly key: string }
  | { readonly act: 'point-pain'; readonly key: string; readonly when: 'before' | 'after'; readonly value: number }
  | { readonly act: 'hold-started'; readonly key: string; readonly rep: number }
  | {
      readonly act: 'hold-ended'
      readonly key: string
      readonly rep: number
      readonly heldS: number
      readonly end: HoldEnd
    }
  | { readonly act: 'rated'; readonly key: string; readonly value: number }
  | { readonly act: 'said'; readonly key: string; readonly word: 'more' | 'less' | 'good' }
  | { readonly act: 'noticed'; readonly key: string; readonly what: Noticed }
  | { readonly act: 'felt'; readonly key: string; readonly sign: Felt }
  | { readonly act: 'pressed'; readonly key: string; readonly level: number }
  | {
      readonly act: 'changed-to'
      readonly key: string
      readonly technique?: string | undefined
      readonly tool?: string | undefined
    }
  | { readonly act: 'told'; readonly key: string; readonly rule: string }
  | { readonly act: 'point-closed'; readonly key: string; readonly why: CloseWhy }
  | { readonly act: 'point-added'; readonly key: string; readonly spot: Spot }
  | { readonly act: 'reordered'; readonly keys: readonly string[] }
  | { readonly act: 'paused' }
  | { readonly act: 'resumed' }

export type Rating = { readonly atMs: number; readonly value: number }

export type Hold = {
  readonly key: string
  readonly rep: number
  readonly startedMs: number
  /** Time that did not count, up to the pause that may be running. */
  readonly pausedForMs: number
  /** Ratings and signs with the seconds at which they came: what the live rules are replayed from. */
  readonly heard: readonly HoldEvent[]
}

export type HeldRep = { readonly rep: number; readonly heldS: number; readonly end: HoldEnd }

export type PointLog = {
  readonly key: string
  readonly spot: Spot | null
  readonly isOpened: boolean
  readonly painBefore: number | null
  readonly painAfter: number | null
  readonly reps: readonly HeldRep[]
  /** What was held before the point was closed and opened again. */
  readonly earlier: readonly HeldRep[]
  readonly ratings: readonly Rating[]
  readonly noticed: readonly Noticed[]
  readonly felt: readonly Felt[]
  /** Pressure by feel, 1 light to 5 strong, as last set. */
  readonly level: number | null
  readonly technique: string | null
  readonly tool: string | null
  readonly told: readonly string[]
  readonly closed: CloseWhy | null
}

export type SessionLog = {
  readonly id: string
  readonly startedMs: number
  readonly minutes: number
  readonly plan: CarePlan
  readonly order: readonly string[]
  readonly points: Readonly<Record<string, PointLog>>
  /** The point that is open. */
  readonly at: string | null
  readonly hold: Hold | null
  readonly pausedSinceMs: number | null
  readonly painBefore: number | null
  readonly painAfter: number | null
  readonly restingSinceMs: number | null
  readonly lastMs: number
  readonly ended: { readonly atMs: number; readonly why: 'finished' | 'stopped' } | null
}

const blankPoint = (key: string, spot: Spot | null): PointLog => ({
  key,
  spot,
  isOpened: false,
  painBefore: null,
  painAfter: null,
  reps: [],
  earlier: [],
  ratings: [],
  noticed: [],
  felt: [],
  level: null,
  technique: null,
  tool: null,
  told: [],
  closed: null,
})

export function beginSession(
  id: string,
  startedMs: number,
  minutes: number,
  plan: CarePlan,
  keys: readonly string[],
): SessionLog {
  return {
    id,
    startedMs,
    minutes,
    plan,
    order: keys,
    points: Object.fromEntries(keys.map((key) => [key, blankPoint(key, null)])),
    at: null,
    hold: null,
    pausedSinceMs: null,
    painBefore: null,
    painAfter: null,
    restingSinceMs: null,
    lastMs: startedMs,
    ended: null,
  }
}

/** The session after one more act. An act about a point that is not in the session changes nothing. */
export function afterAct(log: SessionLog, act: Act, atMs: number): SessionLog {
  if (log.ended !== null) return log
  const now = { ...log, lastMs: atMs }
  if (act.act === 'pain')
    return act.when === 'before' ? { ...now, painBefore: act.value } : { ...now, painAfter: act.value }
  if (act.act === 'paused') return now.pausedSinceMs === null ? { ...now, pausedSinceMs: atMs } : now
  if (act.act === 'resumed') return resumed(now, atMs)
  if (act.act === 'reordered') return { ...now, order: reordered(log.order, act.keys) }
  if (act.act === 'point-added') {
    if (log.points[act.key] !== undefined) return now
    return {
      ...now,
      order: [...log.order, act.key],
      points: { ...log.points, [act.key]: blankPoint(act.key, act.spot) },
    }
  }
  const point = log.points[act.key]
  if (point === undefined) return now
  const change = (changed: Partial<PointLog>): SessionLog => ({
    ...now,
    points: { ...log.points, [act.key]: { ...point, ...changed } },
  })
  switch (act.act) {
    case 'point-opened': {
      const anew = point.closed === null ? {} : { earlier: [...point.earlier, ...point.reps], reps: [], closed: null }
      return { ...change({ isOpened: true, ...anew }), at: act.key, hold: null, restingSinceMs: null }
    }
    case 'point-pain':
      return change(act.when === 'before' ? { painBefore: act.value } : { painAfter: act.value })
    case 'hold-started': {
      const hold: Hold = { key: act.key, rep: act.rep, startedMs: atMs, pausedForMs: 0, heard: [] }
      return { ...change({ isOpened: true }), at: act.key, hold, restingSinceMs: null, pausedSinceMs: null }
    }
    case 'hold-ended':
      return {
        ...change({ reps: [...point.reps, { rep: act.rep, heldS: act.heldS, end: act.end }] }),
        hold: null,
        restingSinceMs: atMs,
        pausedSinceMs: null,
      }
    case 'rated': {
      const rating = { atMs, value: act.value }
      const hold = hearing(log, act.key, atMs, (atS) => ({ kind: 'rating', atS, value: act.value }))
      return { ...change({ ratings: [...point.ratings, rating] }), hold }
    }
    case 'said':
      return now
    case 'noticed':
      return point.noticed.includes(act.what)
        ? change({ noticed: point.noticed.filter((one) => one !== act.what) })
        : change({ noticed: [...point.noticed, act.what] })
    case 'felt': {
      const hold = hearing(log, act.key, atMs, (atS) => ({ kind: 'sign', atS, sign: act.sign }))
      return { ...change({ felt: [...point.felt, act.sign] }), hold }
    }
    case 'pressed':
      return change({ level: act.level })
    case 'changed-to':
      return change({ technique: act.technique ?? point.technique, tool: act.tool ?? point.tool })
    case 'told':
      return change({ told: [...point.told, act.rule] })
    case 'point-closed':
      return { ...change({ closed: act.why }), at: null, hold: null, restingSinceMs: null, pausedSinceMs: null }
  }
}

function hearing(log: SessionLog, key: string, atMs: number, heard: (atS: number) => HoldEvent): Hold | null {
  const { hold } = log
  if (hold === null || hold.key !== key) return hold
  return { ...hold, heard: [...hold.heard, heard(heldS(log, atMs))] }
}

function resumed(log: SessionLog, atMs: number): SessionLog {
  if (log.pausedSinceMs === null) return log
  const gone = atMs - log.pausedSinceMs
  const hold = log.hold === null ? null : { ...log.hold, pausedForMs: log.hold.pausedForMs + gone }
  return { ...log, hold, pausedSinceMs: null }
}

/** The wanted order, with whatever it forgot kept at its end. */
function reordered(order: readonly string[], keys: readonly string[]): readonly string[] {
  const known = keys.filter((key) => order.includes(key))
  return [...new Set([...known, ...order])]
}

export function afterEnd(log: SessionLog, why: 'finished' | 'stopped', atMs: number): SessionLog {
  return log.ended === null ? { ...log, ended: { atMs, why }, hold: null, pausedSinceMs: null, lastMs: atMs } : log
}

/** For how long the running hold has lasted, seconds; pauses do not count. */
export function heldS(log: SessionLog, nowMs: number): number {
  if (log.hold === null) return 0
  const until = log.pausedSinceMs ?? nowMs
  return Math.max(0, (until - log.hold.startedMs - log.hold.pausedForMs) / 1000)
}

/** The next point that nobody has closed, in the order of the session. */
export function nextKey(log: SessionLog): string | null {
  return log.order.find((key) => log.points[key]?.closed === null) ?? null
}
