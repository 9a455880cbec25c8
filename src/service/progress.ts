/** From a course to what the verdict is asked. */
import { type Course, type Measured, painBeforeAndAfter } from '../core/care/course.ts'
import { doseValue } from '../core/dose.ts'
import { baselineOf, changeOf, type Rating } from '../core/outcome/change.ts'
import { type Progress, type Verdict, verdictOf } from '../core/outcome/verdict.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

const dayMs = 86_400_000

/** Ratings of one item over time, in days since care began; those just after a session are not the usual pain. */
export function seriesOf(course: Course, instrument: string, score: (one: Measured) => number | null): Rating[] {
  const all = course.measures.flatMap((one) => {
    if (one.instrument !== instrument || one.session !== null) return []
    const value = score(one)
    return value === null ? [] : [{ day: (one.atMs - course.openedMs) / dayMs, value }]
  })
  // the second of two ratings within an hour corrects the first
  return all.filter((one, index) => all[index + 1] === undefined || all[index + 1]!.day - one.day > 1 / 24)
}

export const painSeries = (course: Course): Rating[] => seriesOf(course, 'om-01', (one) => one.values.now ?? null)
export const pegSeries = (course: Course): Rating[] => seriesOf(course, 'om-02', meanOf)
export const psfsSeries = (course: Course): Rating[] => seriesOf(course, 'om-03', meanOf)

export function meanOf(one: Measured): number | null {
  const values = Object.values(one.values)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The start: what was rated before the first session had ended. */
export function startOf(course: Course, series: readonly Rating[]): ReturnType<typeof baselineOf> {
  const firstMs = course.sessions[0]?.startedMs ?? Number.POSITIVE_INFINITY
  const before = series.filter((one) => course.openedMs + one.day * dayMs <= firstMs)
  return baselineOf(before.length > 0 ? before : series.slice(0, 1))
}

function pairOf(course: Course, series: readonly Rating[]) {
  const start = startOf(course, series)
  const now = series.at(-1)
  if (start === null || now === undefined || series.length < 2) return undefined
  return { start: start.value, now: now.value }
}

/**
 * How many of the five areas of the body hurt (core/safety/widespread.ts): in the drawing with which care began, null
 * before the first session or without one, and in the newest.
 */
export type AreasDrawn = { readonly start: number | null; readonly now: number }

/** @param areas  without them, nothing is said about pain that spreads or is widespread */
export function progressOf(course: Course, nowMs: number, knowledge: Knowledge, areas?: AreasDrawn): Progress {
  const done = course.sessions.filter((one) => one.ended !== null)
  const first = done[0]
  const weeks = first === undefined ? 0 : (nowMs - first.startedMs) / dayMs / 7
  const nprs = pairOf(course, painSeries(course))
  const peg = pairOf(course, pegSeries(course))
  const psfs = pairOf(course, psfsSeries(course))
  const distress = course.measures.findLast((one) => one.instrument === 'om-14')
  const pairs = { ...(nprs && { nprs }), ...(peg && { peg }), ...(psfs && { psfs }) }
  return {
    sessions: done.length,
    weeks,
    ...pairs,
    isLocallyBetter: isLocallyBetter(course, knowledge),
    gainLastedH: gainLastedH(course),
    worseDays: worseDays(course, knowledge),
    ...(areas !== undefined && { areasOfFive: areas.now, isSpreading: isSpreading(areas) }),
    wasAtGoal: wasAtGoal(course, knowledge),
    hasSignOff: course.accepted.some((one) => one.flags.includes(signOffFlag)),
    isHighlyDistressed: distress !== undefined && sumOf(distress) >= 9,
    hasNewRedFlag: course.screen?.decided?.decision === 'refer' || course.screen?.decided?.decision === 'emergency',
  }
}

export function verdictFor(course: Course, nowMs: number, knowledge: Knowledge, areas?: AreasDrawn): Verdict {
  return verdictOf(progressOf(course, nowMs, knowledge, areas), knowledge)
}

/** Pain has come to another area of the body since care began (assumption A-CLINIC-25). */
function isSpreading({ start, now }: AreasDrawn): boolean {
  return start !== null && start > 0 && now > start
}

function sumOf(one: Measured): number {
  return Object.values(one.values).reduce((sum, value) => sum + value, 0)
}

/** Pressing hurts less at the start of the last session than at that of the first, by two points or more. */
function isLocallyBetter(course: Course, knowledge: Knowledge): boolean {
  const done = course.sessions.filter((one) => one.ended !== null)
  const first = done[0]
  const last = done.at(-1)
  if (first === undefined || last === undefined || first === last) return false
  return first.order.some((key) => {
    const start = first.points[key]?.painBefore
    const now = last.points[key]?.painBefore
    if (start === undefined || start === null || now === undefined || now === null) return false
    return changeOf({ kind: 'nprs' }, start, now, knowledge).verdict === 'improved'
  })
}

/** Among the flags of an accepted caution: a clinician has signed for more than twelve sessions, with a reason. */
export const signOffFlag = 'more-than-twelve'

/**
 * For how many hours the gain of each session lasted: until the first usual rating that is back where it was before.
 *
 * A session without a gain of a point, or without a rating after it, says nothing and is left out.
 */
function gainLastedH(course: Course): readonly number[] {
  const usual = course.measures.filter(
    (one) => one.instrument === 'om-01' && one.session === null && one.values.now !== undefined,
  )
  return course.sessions.flatMap((session) => {
    const endMs = session.ended?.atMs
    const { before, after } = painBeforeAndAfter(course, session)
    if (endMs === undefined || before === null || after === null || before - after < 1) return []
    const later = usual.filter((one) => one.atMs > endMs)
    const [last] = later.slice(-1)
    const back = later.find((one) => one.values.now! >= before)
    if (last === undefined) return []
    return [((back ?? last).atMs - endMs) / 3_600_000]
  })
}

/** For how many days the ratings up to now have been worse than the start by more than error. */
function worseDays(course: Course, knowledge: Knowledge): number {
  const series = painSeries(course)
  const start = startOf(course, series)
  const last = series.at(-1)
  if (start === null || last === undefined) return 0
  const isWorse = (one: Rating) => one.value - start.value >= doseValue(knowledge, 'nprs.mdc')
  const lastGood = series.findLastIndex((one) => !isWorse(one))
  const first = series[lastGood + 1]
  return first === undefined ? 0 : last.day - first.day
}

/** At the measure of function before the last one, pain and function were at the goal already. */
function wasAtGoal(course: Course, knowledge: Knowledge): boolean {
  const before = psfsSeries(course).at(-2)
  if (before === undefined) return false
  // ratings of the same visit come minutes apart, in any order
  const pain = painSeries(course).findLast((one) => one.day <= before.day + 0.5)
  return (
    pain !== undefined &&
    pain.value <= doseValue(knowledge, 'plan.goal_nprs') &&
    before.value >= doseValue(knowledge, 'plan.goal_psfs')
  )
}
