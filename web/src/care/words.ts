/** Plain words for times, spots and choices. */
import type { Course, Plan, SorenessClass, Spot } from 'unknot'
import type { Knowledge } from '../model.ts'
import { sourceName } from '../naming.ts'

export function dateWord(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(atMs)
}

export function timeWord(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(atMs)
}

export function agoWord(atMs: number, nowMs: number): string {
  const days = Math.floor((nowMs - atMs) / 86_400_000)
  if (days < 1) return 'today'
  if (days === 1) return 'yesterday'
  if (days < 14) return `${days} days ago`
  if (days < 70) return `${Math.round(days / 7)} weeks ago`
  return `${Math.round(days / 30)} months ago`
}

/** "Left upper trapezius", "Left upper trapezius, spot 2". */
export function spotWord(knowledge: Knowledge, spot: Pick<Spot, 'point' | 'side'>): string {
  const { title, detail } = sourceName(knowledge, { id: spot.point, side: spot.side })
  const number = detail.split(' · ')[1]
  const side = spot.side === 'left' ? 'Left' : 'Right'
  return `${side} ${title.charAt(0).toLowerCase()}${title.slice(1)}${number === undefined ? '' : `, ${number}`}`
}

/** What the muscle of a spot is, in one plain sentence. */
export function muscleWord(knowledge: Knowledge, { muscle }: Pick<Spot, 'muscle'>): string {
  const text = knowledge.muscles.find((one) => one.id === muscle)?.plain.text ?? ''
  return text.match(/^.*?\.(?=\s|$)/)?.[0] ?? text
}

/** The name of a technique, tool or other record, as people call it. */
export function recordName(records: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return records.find((one) => one.id === id)?.name ?? id.replaceAll('-', ' ')
}

/** Contacts of the records of muscles are named as tools are, but for two. */
export function toolName(knowledge: Knowledge, id: string): string {
  return recordName(knowledge.tools, id)
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

export function minutesWord(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  return `${Math.round(seconds / 60)} min`
}

export function durationWord(days: number | undefined): string {
  if (days === undefined) return 'for a time nobody said'
  if (days < 14) return `for ${days} days`
  if (days < 84) return `for ${Math.round(days / 7)} weeks`
  if (days < 730) return `for ${Math.round(days / 30)} months`
  return `for ${Math.round(days / 365)} years`
}

/** Where a person is in their care, in a few words. */
export function statusWord(course: Course): string {
  const running = course.sessions.find((one) => one.ended === null)
  if (running !== undefined) return 'Session running'
  const decision = course.screen?.decided?.decision
  if (decision === 'emergency') return 'Emergency'
  if (decision === 'refer') return 'Referred'
  if (course.sessions.length > 0) {
    return course.sessions.length === 1 ? '1 session' : `${course.sessions.length} sessions`
  }
  if (course.plan !== null) return 'Plan made'
  if (course.drawings.length > 0) return 'Drawing kept'
  return 'New'
}

/** How the body took a session, in a few words. */
export const reactionWords: Record<SorenessClass, string> = {
  expected: 'as expected',
  excess: 'too much',
  'adverse-minor': 'more than soreness',
  'adverse-serious': 'a serious reaction',
}

export const partWords: Record<Plan['session']['parts'][number]['kind'], string> = {
  screen: 'Questions',
  rate: 'Pain and movement before',
  'warm-up': 'Warm up',
  points: 'Points',
  move: 'Stretch and movement',
  breathe: 'Slow breathing',
  aftercare: 'What comes after',
}
