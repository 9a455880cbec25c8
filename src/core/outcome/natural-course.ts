/**
 * What would have happened anyway?
 *
 * The pooled course of low back pain, as a share of the start, stands for every region until better ones are known
 * (assumption A-CLINIC-16). Straight lines between the published times.
 * @see Menezes Costa 2012, CMAJ 184(11):E613-E624, doi:10.1503/cmaj.111271
 */
import { type Doses, doseValue } from '../dose.ts'
import type { Rating } from './change.ts'

export type CourseKind = 'recent' | 'persistent'

const weeks = [0, 6, 26, 52] as const
/** Mean pain of 100 at those weeks. */
const course: Record<CourseKind, readonly number[]> = {
  recent: [52, 23, 12, 6],
  persistent: [51, 33, 26, 23],
}

/** Pain of less than twelve weeks is recent. */
const recentDays = 84

export function courseKindOf(durationDays: number): CourseKind {
  return durationDays < recentDays ? 'recent' : 'persistent'
}

/** Expected pain, 0 to 10, with the band in which most people are expected. */
export function expectedPain(
  kind: CourseKind,
  startPain: number,
  days: number,
  knowledge: Doses,
): { readonly expected: number; readonly from: number; readonly to: number } {
  const expected = startPain * shareLeft(kind, Math.max(0, days) / 7)
  const half = doseValue(knowledge, 'natural.band_points')
  return { expected, from: Math.max(0, expected - half), to: Math.min(10, expected + half) }
}

function shareLeft(kind: CourseKind, week: number): number {
  const values = course[kind]
  const next = weeks.findIndex((one) => one >= week)
  if (next === 0) return 1
  if (next < 0) return values[values.length - 1]! / values[0]!
  const between = (week - weeks[next - 1]!) / (weeks[next]! - weeks[next - 1]!)
  return (values[next - 1]! + (values[next]! - values[next - 1]!) * between) / values[0]!
}

/** Better than expected only if two ratings in a row, the last ones, lie below the band. Days count from the start. */
export function isBetterThanExpected(
  kind: CourseKind,
  startPain: number,
  ratings: readonly Rating[],
  knowledge: Doses,
): boolean {
  const last = [...ratings].sort((a, b) => a.day - b.day).slice(-2)
  return last.length === 2 && last.every(({ day, value }) => value < expectedPain(kind, startPain, day, knowledge).from)
}
