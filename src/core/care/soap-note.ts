/**
 * A SOAP note from what was recorded: a first text that a therapist reads, changes and keeps.
 *
 * It says only what is in the record, in the words of clinical reference 1.6: what a spot behaves like, never what
 * somebody has.
 */
import { gradeFinding } from '../plan/grade-finding.ts'
import { type Course, painBeforeAndAfter, type SessionState } from './course.ts'
import type { NoteText } from './event.ts'
import type { HeldRep, PointLog } from './session-log.ts'
import { keyOf, type Spot } from './spot.ts'

/** What people call things; the note itself knows ids only. */
export type NoteNames = {
  spot(spot: Spot): string
  technique(id: string): string
  tool(id: string): string
  flag(id: string): string
  movement(id: string): string
  /** Where it hurts, in words. */
  readonly drawn: string
}

export function writeNote(course: Course, session: SessionState, names: NoteNames): NoteText {
  return {
    subjective: subjective(course, session, names),
    objective: objective(course, session, names),
    assessment: assessment(course, session, names),
    plan: planText(course, session),
  }
}

function subjective(course: Course, session: SessionState, names: NoteNames): string {
  const { before } = painBeforeAndAfter(course, session)
  const { onset, durationDays } = course.history
  const sinceWords = durationDays === undefined ? [] : [since(durationDays)]
  const began = { gradual: 'began slowly', sudden: 'began suddenly', injury: 'began with an injury' }
  const reports = course.sessions
    .slice(0, course.sessions.indexOf(session))
    .at(-1)
    ?.followUps.map(({ report: { abovePoints, hoursAfter } }) => {
      const how = abovePoints === undefined ? 'a serious sign was told' : `${abovePoints} of 10 above usual`
      return `${how} after ${Math.round(hoursAfter)} h`
    })
  return sentences([
    names.drawn === '' ? null : `Pain drawn: ${names.drawn}.`,
    before === null ? null : `Pain before the session ${before} of 10.`,
    onset === undefined ? null : `It ${[began[onset], ...sinceWords].join(', ')}.`,
    reports === undefined || reports.length === 0 ? null : `Soreness after the last session: ${reports.join('; ')}.`,
    consentText(course, session),
  ])
}

function since(days: number): string {
  if (days < 14) return 'less than two weeks ago'
  if (days < 84) return 'two to twelve weeks ago'
  return days < 365 ? 'three to twelve months ago' : 'more than a year ago'
}

const signWords = {
  tautBand: 'taut band',
  tender: 'tender',
  familiarPain: 'familiar pain',
  referredPain: 'referred sensation',
  twitch: 'twitch',
} as const

/** What was felt, measured and told since the session before, up to the end of this one. */
function isOfSession(course: Course, session: SessionState): (one: { readonly atMs: number }) => boolean {
  const before = course.sessions[course.sessions.indexOf(session) - 1]
  const fromMs = before?.ended?.atMs ?? before?.startedMs ?? Number.NEGATIVE_INFINITY
  const toMs = session.ended?.atMs ?? Number.POSITIVE_INFINITY
  return ({ atMs }) => atMs > fromMs && atMs <= toMs
}

function consentText(course: Course, session: SessionState): string | null {
  if (course.person.setting === 'self') return null
  const told = course.consents.findLast(isOfSession(course, session))
  if (told === undefined) return 'Whether they agreed to the treatment was not recorded.'
  return told.agreed ? 'The treatment was explained, and they agreed.' : 'They did not agree to the treatment.'
}

function objective(course: Course, session: SessionState, names: NoteNames): string {
  const isOfToday = isOfSession(course, session)
  const findings = course.findings.filter(isOfToday).map(({ spot, signs }) => {
    const found = Object.entries(signs).map(([sign, value]) => {
      const word = signWords[sign as keyof typeof signWords]
      return value ? word : `no ${word}`
    })
    return `${names.spot(spot)}: ${found.join(', ')}.`
  })
  const measured = course.measures.filter(isOfToday).flatMap((one) => {
    if (one.instrument === 'ppt' && one.spot !== null)
      return [`Pressure threshold ${names.spot(one.spot)}: ${Math.round(one.values.kPa ?? 0)} kPa.`]
    if (one.instrument === 'strength' && one.spot !== null)
      return [
        `Power ${names.spot(one.spot)}: ${one.values.grade} of 5${one.values.pain === 1 ? ', the test hurts' : ''}.`,
      ]
    if (one.instrument === 'rom' && one.movement !== null)
      return [`${names.movement(one.movement)}: ${one.values.deg} degrees.`]
    return []
  })
  const treated = session.order.flatMap((key) => {
    const point = session.points[key]
    const spot = spotAt(session, key)
    return point === undefined || spot === undefined ? [] : [treatedText(session, point, spot, names)]
  })
  const none = findings.length === 0 ? ['Nothing was felt anew today.'] : []
  return sentences([...findings, ...none, ...measured, ...treated])
}

export function spotAt(session: SessionState, key: string): Spot | undefined {
  return session.plan.points.find((point) => keyOf(point) === key) ?? session.points[key]?.spot ?? undefined
}

function treatedText(session: SessionState, point: PointLog, spot: Spot, names: NoteNames): string {
  const planned = session.plan.points.find((one) => keyOf(one) === point.key)
  const held = [...point.earlier, ...point.reps]
  if (held.length === 0) return `${names.spot(spot)}: not treated today.`
  const technique = point.technique ?? planned?.technique.value
  const tool = point.tool ?? planned?.tool.value
  const how = [technique && names.technique(technique).toLowerCase(), tool && names.tool(tool).toLowerCase()]
  const noticed = {
    twitch: 'twitch',
    softer: 'softer',
    familiar: 'familiar pain',
    travels: 'referred sensation',
  } as const
  const parts = [
    how.filter(Boolean).join(', '),
    held.map(heldText).join('; '),
    strongest(point),
    point.painBefore === null || point.painAfter === null
      ? ''
      : `pain on pressure ${point.painBefore} before, ${point.painAfter} after`,
    point.noticed.map((one) => noticed[one]).join(', '),
    point.felt.length === 0 ? '' : `reported: ${point.felt.join(', ').replaceAll('-', ' ')}`,
    point.closed === 'stopped' ? 'stopped on request' : '',
  ]
  return `${names.spot(spot)}: ${parts.filter((one) => one !== '').join('; ')}.`
}

function heldText(rep: HeldRep): string {
  const ends: Partial<Record<HeldRep['end'], string>> = {
    released: ', eased',
    'no-release': ', did not ease',
    'too-much': ', ended as too strong',
    stopped: ', stopped on request',
    'nerve-sign': ', ended for a nerve sign',
  }
  return `${rep.heldS} s${ends[rep.end] ?? ''}`
}

function strongest(point: PointLog): string {
  if (point.ratings.length === 0) return ''
  return `discomfort up to ${Math.max(...point.ratings.map((one) => one.value))} of 10`
}

function assessment(course: Course, session: SessionState, names: NoteNames): string {
  const { before, after } = painBeforeAndAfter(course, session)
  const examiner = course.person.setting === 'clinic' ? 'clinician' : 'self'
  const toMs = session.ended?.atMs ?? Number.POSITIVE_INFINITY
  const like = course.findings
    .filter((one) => one.atMs <= toMs)
    .map((one) => ({ spot: one.spot, label: gradeFinding({ examiner, ...one.signs }).label }))
    .filter(({ label }) => label === 'probable_active_type' || label === 'probable_latent_type' || label === 'possible')
  const words = {
    probable_active_type: 'behaves like an active trigger point',
    probable_latent_type: 'behaves like a latent trigger point',
    possible: 'may be a trigger point',
  } as const
  const accepted = course.accepted.findLast((one) => one.atMs <= toMs)
  return sentences([
    ...like.map(({ spot, label }) => `${names.spot(spot)} ${words[label as keyof typeof words]}.`),
    like.length === 0 ? 'No tender spot was found that behaves like a trigger point.' : null,
    before === null || after === null ? null : `Pain ${before} before and ${after} after the session.`,
    accepted === undefined
      ? null
      : `Treated with care because of: ${accepted.flags.map(names.flag).join('; ')}. Reason to go on: ${accepted.reason}`,
    session.ended?.why === 'stopped' ? 'The session was ended early.' : null,
  ])
}

function planText(course: Course, session: SessionState): string {
  const plan = course.plan?.plan ?? session.plan
  const [aWeek, before] = [plan.sessionsAWeek.value, plan.sessionsBeforeDecision.value]
  const word = (count: number) => (count === 1 ? 'session' : 'sessions')
  return sentences([
    `${aWeek} ${word(aWeek)} a week; whether it helps is judged after ${before} more ${word(before)}.`,
    'Check for soreness after 24 and 48 hours.',
    ...plan.causes.map((cause) => `${cause.name}: ${cause.advice}`),
  ])
}

function sentences(all: readonly (string | null)[]): string {
  return all.filter((one) => one !== null && one !== '').join('\n')
}
