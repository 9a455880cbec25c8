/** What waits to be done in somebody's care: the reminder that a device without a network can give. */
import type { Course } from './course.ts'

export type Due = {
  readonly kind: 'running' | 'check' | 'note' | 'session'
  /** Since when, milliseconds since 1970. */
  readonly sinceMs: number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Soreness is asked about once it can be told: about a day afterwards, and not any more after a week. */
const check = { fromMs: 20 * hourMs, toMs: 7 * dayMs }
/** A note that was not written by then was forgotten. */
const noteAfterMs = hourMs

/** The most urgent first; nothing for somebody made up, or whose care has stopped. */
export function dueOf(course: Course, nowMs: number): readonly Due[] {
  if (course.person.isDemo) return []
  const running = course.sessions.findLast((one) => one.ended === null)
  if (running !== undefined) return [{ kind: 'running', sinceMs: running.startedMs }]
  const last = course.sessions.at(-1)
  const endedMs = last?.ended?.atMs
  if (last === undefined || endedMs === undefined) return []
  const due: Due[] = []
  const gone = nowMs - endedMs
  if (last.followUps.length === 0 && gone >= check.fromMs && gone < check.toMs) {
    due.push({ kind: 'check', sinceMs: endedMs + check.fromMs })
  }
  const isClinic = course.person.setting === 'clinic'
  if (isClinic && last.note === null && gone >= noteAfterMs) due.push({ kind: 'note', sinceMs: endedMs + noteAfterMs })
  const decision = course.screen?.decided?.decision
  const isStopped = decision === 'refer' || decision === 'emergency'
  const nextMs = endedMs + (7 * dayMs) / (course.plan?.plan ?? last.plan).sessionsAWeek.value
  if (!isStopped && nowMs >= nextMs) due.push({ kind: 'session', sinceMs: nextMs })
  return due
}
