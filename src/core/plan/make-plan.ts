/**
 * What to treat, how, how long and how often?
 *
 * Deterministic: the same case and knowledge make the same plan. Doses come from clinical reference 3.2 and 10, limits
 * from safety, the rest from findings and response; each number says why. There is no plan past a referral: the type
 * does not let one in. Open questions and a reaction that was not cleared come first.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { doseOf, doseValue } from '../dose.ts'
import { courseKindOf, expectedPain } from '../outcome/natural-course.ts'
import type { VerdictKind } from '../outcome/verdict.ts'
import type { SafetyAsked } from '../safety/asked.ts'
import { musclePermission, type Permission, type PermissionKnowledge } from '../safety/permissions.ts'
import type { Plannable } from '../safety/screening.ts'
import type { NextDose } from '../session/soreness.ts'
import { choosePoints, leave } from './choose-points.ts'
import { type DoseAsked, dosePoint } from './dose-point.ts'
import type { Candidate, Cause, Explained, LeftOut, NoPlan, Plan, PlannedPoint, SessionPart } from './plan.ts'

export type PlanAsked = {
  readonly candidates: readonly Candidate[]
  /** Pain at rest, 0 to 10. */
  readonly painNow: number
  /** How easily it is stirred up and how long it takes to settle. */
  readonly irritability?: 'low' | 'medium' | 'high' | undefined
  readonly sessionsSoFar: number
  /** The time there is. */
  readonly minutes?: number | undefined
  /** What the last reaction asks for. */
  readonly next?: NextDose | undefined
  readonly verdict?: VerdictKind | undefined
}

export type PlanKnowledge = PermissionKnowledge & Pick<Knowledge, 'tools' | 'factors'>

/** Alone, pain at rest stronger than this is shown to somebody. */
const tooStrongAlone = 7

export function makePlan(
  asked: PlanAsked,
  safety: SafetyAsked,
  screening: Plannable,
  knowledge: PlanKnowledge,
): Plan | NoPlan {
  const setting = safety.setting ?? 'self'
  if (screening.unanswered.length > 0) {
    return none('answer-first', ['Questions that matter here are still open.'], [...screening.unanswered])
  }
  if (asked.next?.mayContinue === false) return none('stopped', ['The last reaction must be cleared first.'])
  if (asked.verdict === 'refer' || asked.verdict === 'stop')
    return none('see-somebody', ['The course so far says to stop and look again.'])
  if (setting === 'self' && asked.painNow > tooStrongAlone)
    return none('see-somebody', ['Pain this strong at rest is shown to somebody first.'])
  const dose = doseKind(asked, safety)
  const doseAsked: DoseAsked = { setting, kind: dose.value, next: asked.next }
  const { chosen, leftOut } = choosePoints(asked.candidates, knowledge)
  const dosed = chosen.map(({ candidate, because }) => {
    const permission = musclePermission(candidate, safety, screening, knowledge)
    return { candidate, permission, made: dosePoint(candidate, because, permission, doseAsked, knowledge) }
  })
  const impossible = dosed.flatMap(({ candidate, made }) => (isPoint(made) ? [] : [leave(candidate, made)]))
  const possible = dosed.flatMap(({ candidate, permission, made }) =>
    isPoint(made) ? [{ candidate, permission, made }] : [],
  )
  if (possible.length === 0) {
    return { ...none('nothing-to-press', ['No point may or need be pressed.']), leftOut: [...leftOut, ...impossible] }
  }
  const permissions = possible.map(({ permission }) => permission)
  const minutes = sessionMinutes(asked, setting, permissions, knowledge)
  const { points, beyond } = fitting(possible, doseAsked, permissions, minutes.value, knowledge)
  return {
    kind: 'plan',
    setting,
    dose,
    points,
    leftOut: [...leftOut, ...impossible, ...beyond],
    session: { minutes, parts: partsOf(minutes.value) },
    ...course(asked, doseAsked, knowledge),
    heatMinutes: heat(permissions, knowledge),
    breathing: breathing(knowledge),
    causes: causesOf(safety, knowledge),
    positionsOff: [...new Set(permissions.flatMap(({ limits }) => limits.positionsOff))],
    expect: expectations(asked, safety, knowledge),
  }
}

function none(kind: NoPlan['kind'], because: readonly string[], questions: readonly string[] = []): NoPlan {
  return { kind, because, questions, leftOut: [] }
}

function isPoint(made: PlannedPoint | readonly string[]): made is PlannedPoint {
  return 'point' in made
}

/** The gentle dose for a first session, an older person, a strong or easily stirred pain. */
function doseKind(asked: PlanAsked, safety: SafetyAsked): Explained<'usual' | 'gentle'> {
  const age = safety.person?.ageYears
  const reasons: readonly (readonly [boolean, string])[] = [
    [asked.sessionsSoFar === 0, 'It is the first session.'],
    [age === undefined || age > 75, 'Older people, and those whose age is not known, get the gentle dose.'],
    [asked.painNow >= tooStrongAlone, 'The pain is strong.'],
    [asked.irritability === 'high', 'It is easily stirred up.'],
  ]
  const because = reasons.filter(([holds]) => holds).map(([, text]) => text)
  return because.length > 0
    ? { value: 'gentle', because }
    : { value: 'usual', because: ['Nothing asks for a gentler one.'] }
}

function sessionMinutes(
  asked: PlanAsked,
  setting: 'self' | 'clinic',
  permissions: readonly Permission[],
  knowledge: PlanKnowledge,
): Explained<number> {
  const usual = doseOf(knowledge, setting === 'clinic' ? 'session.minutes_clinician' : 'session.minutes_self')
  const limit = Math.min(...permissions.map(({ limits }) => limits.minutesMax))
  const wanted = asked.minutes ?? usual.value
  if (wanted > limit && (setting === 'self' || limit < usual.max))
    return { value: limit, because: ['No longer than the limit that holds here.'] }
  return asked.minutes === undefined
    ? { value: wanted, because: ['The usual length.'] }
    : { value: wanted, because: ['The time there is.'] }
}

/** Share of a session that goes into points; the rest is talk, testing, movement and breathing (A-CLINIC-9). */
const shareForPoints = 0.6

/** As many points as the dose, the limits and the time allow, in order; at least one. */
function fitting(
  possible: readonly { readonly candidate: Candidate; readonly made: PlannedPoint }[],
  asked: DoseAsked,
  permissions: readonly Permission[],
  minutes: number,
  knowledge: PlanKnowledge,
): { readonly points: readonly PlannedPoint[]; readonly beyond: readonly LeftOut[] } {
  const key = asked.kind === 'gentle' ? 'sensitive' : asked.setting === 'clinic' ? 'clinician' : 'self'
  const most = Math.min(
    doseOf(knowledge, `points.per_session_${key}`).max,
    ...permissions.map(({ limits }) => limits.pointsMax),
  )
  let left = minutes * 60 * shareForPoints
  const points: PlannedPoint[] = []
  const beyond: LeftOut[] = []
  for (const { candidate, made } of possible) {
    const fits = points.length === 0 || (points.length < most && made.seconds <= left)
    if (fits) points.push(made)
    else
      beyond.push(
        leave(candidate, [points.length >= most ? 'Enough points for one session.' : 'No time left in this session.']),
      )
    if (fits) left -= made.seconds
  }
  return { points, beyond }
}

function partsOf(minutes: number): readonly SessionPart[] {
  const shares = [
    ['screen', 0.05],
    ['rate', 0.05],
    ['warm-up', 0.1],
    ['points', shareForPoints],
    ['move', 0.08],
    ['breathe', 0.07],
    ['aftercare', 0.05],
  ] as const
  return shares.map(([kind, share]) => ({ kind, minutes: Math.round(minutes * share * 10) / 10 }))
}

type Course = Pick<Plan, 'sessionsAWeek' | 'restDays' | 'sessionsBeforeDecision' | 'courseWeeks'>

function course(asked: PlanAsked, dose: DoseAsked, knowledge: PlanKnowledge): Course {
  const key =
    dose.setting === 'self' ? 'self' : dose.kind === 'gentle' && asked.sessionsSoFar > 0 ? 'sensitive' : 'clinician'
  const usual = doseOf(knowledge, `sessions.per_week_${key}`)
  const isSpaced = asked.verdict === 'space-out'
  const extra = asked.next?.extraRestDays ?? 0
  const review = doseValue(knowledge, 'plan.review_session')
  return {
    sessionsAWeek: isSpaced
      ? { value: usual.min, because: ['It is getting better: more days between.'] }
      : { value: usual.value, because: ['The usual number for this dose.'] },
    restDays:
      extra > 0
        ? { value: 1 + extra, because: ['More rest, because of the soreness after the last session.'] }
        : { value: 1, because: ['A sore point is not pressed on two days in a row.'] },
    sessionsBeforeDecision: {
      value: Math.max(1, review - (asked.sessionsSoFar % review)),
      because: ['After four sessions it shows whether it helps enough to go on.'],
    },
    courseWeeks: { value: doseValue(knowledge, 'course.weeks'), because: ['Then it is looked at as a whole.'] },
  }
}

function heat(permissions: readonly Permission[], knowledge: PlanKnowledge): Explained<number> {
  if (permissions.some(({ limits }) => limits.techniquesOff.includes('heat')))
    return { value: 0, because: ['No warmth where feeling is less.'] }
  return { value: doseValue(knowledge, 'heat.minutes'), because: ['Warm, not hot, before or after.'] }
}

function breathing(knowledge: PlanKnowledge): Plan['breathing'] {
  const value = { inS: doseValue(knowledge, 'breath.in_s'), outS: doseValue(knowledge, 'breath.out_s'), minutes: 3 }
  return { value, because: ['Six breaths a minute, out longer than in; stop if light-headed.'] }
}

const gradeOrder = ['A', 'B', 'C', 'expert', 'contested']
const causesShown = 3

/** At most three causes that the history names, those with the best evidence first. */
function causesOf(safety: SafetyAsked, knowledge: PlanKnowledge): readonly Cause[] {
  const named = safety.history?.factors ?? []
  return knowledge.factors
    .filter((factor) => factor.caseFactors.some((one) => named.includes(one)))
    .map(({ id, name, advice, grade }) => ({ factor: id, name, advice, grade }))
    .sort((a, b) => gradeOrder.indexOf(a.grade) - gradeOrder.indexOf(b.grade) || (a.factor < b.factor ? -1 : 1))
    .slice(0, causesShown)
}

function expectations(asked: PlanAsked, safety: SafetyAsked, knowledge: PlanKnowledge): readonly string[] {
  const kind = courseKindOf(safety.history?.durationDays ?? Number.POSITIVE_INFINITY)
  const days = doseValue(knowledge, 'course.weeks') * 7
  const { from, to } = expectedPain(kind, asked.painNow, days, knowledge)
  const whole = (value: number) => String(Math.round(value))
  return [
    `Without any treatment, pain like this is usually between ${whole(from)} and ${whole(to)} of 10 after ${days / 7} weeks.`,
    'Mild soreness for a day or two is common.',
    'It often reduces tenderness and a feeling of tightness for a while; what you do between sessions matters more in the long run.',
  ]
}
