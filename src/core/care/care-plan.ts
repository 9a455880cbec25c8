/** A plan in somebody's care: changed by hand within its limits, and always able to say what it was. */

import { type Doses, doseOf } from '../dose.ts'
import type { Plan, PlannedPoint } from '../plan/plan.ts'
import type { Limits } from '../safety/limits.ts'
import { keyOf } from './spot.ts'

export type CarePlan = Plan

export function sessionKeys(plan: CarePlan): readonly string[] {
  return plan.points.map(keyOf)
}

export const pointNumbers = ['discomfort', 'holdS', 'reps', 'restS'] as const
export type PointNumber = (typeof pointNumbers)[number]
export const courseNumbers = ['minutes', 'sessionsAWeek', 'restDays', 'sessionsBeforeDecision'] as const
export type CourseNumber = (typeof courseNumbers)[number]

export type NumberRange = { readonly min: number; readonly max: number; readonly step: number }

const byHand = 'Changed by hand.'
const leftOutByHand = 'Left out by hand.'

/** How far a number of a point may be moved: the usual range, and never past what safety allows there. */
export function pointRange(
  point: PlannedPoint,
  field: PointNumber,
  setting: Plan['setting'],
  limits: Limits,
  knowledge: Doses,
): NumberRange {
  const isAlone = setting === 'self'
  switch (field) {
    case 'discomfort':
      return { min: 1, max: Math.min(point.discomfortCap.value, limits.discomfortMax), step: 0.5 }
    case 'holdS': {
      const { max } = doseOf(knowledge, isAlone ? 'hold.self_s' : 'hold.clinician_s')
      return { min: 10, max: Math.max(10, Math.min(max, limits.holdMaxS)), step: 5 }
    }
    case 'reps': {
      const { max } = doseOf(knowledge, isAlone ? 'reps.self' : 'reps.clinician')
      return { min: 1, max: Math.max(1, Math.min(max, limits.repsMax)), step: 1 }
    }
    case 'restS':
      return { min: 10, max: 60, step: 5 }
  }
}

export function courseRange(field: CourseNumber, plan: Plan, limits: Limits, knowledge: Doses): NumberRange {
  switch (field) {
    case 'minutes':
      return { min: 5, max: Math.min(limits.minutesMax, plan.setting === 'self' ? 15 : 90), step: 5 }
    case 'sessionsAWeek': {
      const { max } = doseOf(
        knowledge,
        plan.setting === 'self' ? 'sessions.per_week_self' : 'sessions.per_week_clinician',
      )
      return { min: 1, max, step: 1 }
    }
    case 'restDays':
      return { min: 1, max: 7, step: 1 }
    case 'sessionsBeforeDecision':
      return { min: 1, max: doseOf(knowledge, 'plan.review_session').max, step: 1 }
  }
}

/** The plan with one number of one point changed; a number outside its range goes to the nearest end. */
export function withPointNumber(plan: Plan, key: string, field: PointNumber, wanted: number, range: NumberRange): Plan {
  const value = within(wanted, range)
  return withPoint(plan, key, (point) => ({ ...point, [field]: { value, because: [...point[field].because, byHand] } }))
}

export function withCourseNumber(plan: Plan, field: CourseNumber, wanted: number, range: NumberRange): Plan {
  const value = within(wanted, range)
  if (field === 'minutes') {
    const { minutes } = plan.session
    return { ...plan, session: { ...plan.session, minutes: { value, because: [...minutes.because, byHand] } } }
  }
  return { ...plan, [field]: { value, because: [...plan[field].because, byHand] } }
}

export function withChoice(plan: Plan, key: string, field: 'technique' | 'tool', value: string): Plan {
  return withPoint(plan, key, (point) => ({ ...point, [field]: { value, because: [byHand] } }))
}

export function withoutPoint(plan: Plan, key: string): Plan {
  const gone = plan.points.find((point) => keyOf(point) === key)
  if (gone === undefined) return plan
  const { point, muscle, part, side } = gone
  const left = { point, muscle, part, side, because: [leftOutByHand], isWorthChecking: false }
  return { ...plan, points: plan.points.filter((one) => one !== gone), leftOut: [left, ...plan.leftOut] }
}

/** One place up (-1) or down (1). */
export function movedPoint(plan: Plan, key: string, by: -1 | 1): Plan {
  const from = plan.points.findIndex((point) => keyOf(point) === key)
  const to = from + by
  if (from < 0 || to < 0 || to >= plan.points.length) return plan
  const points = [...plan.points]
  ;[points[from], points[to]] = [points[to]!, points[from]!]
  return { ...plan, points }
}

/**
 * A plan made anew for another length of session, with what somebody changed by hand kept: doses, order, points left out.
 *
 * @param changed  the plan as it stands; `fresh` comes from the same case by the same rules
 */
export function withLengthOf(changed: Plan, fresh: Plan): Plan {
  const isOut = (key: string) =>
    changed.leftOut.some((one) => keyOf(one) === key && one.because.includes(leftOutByHand))
  const byHand = new Map(changed.points.map((point) => [keyOf(point), point]))
  const order = [...byHand.keys()]
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  const points = fresh.points
    .filter((point) => !isOut(keyOf(point)))
    .map((point) => byHand.get(keyOf(point)) ?? point)
    .sort((a, b) => place(keyOf(a)) - place(keyOf(b)))
  const shown = new Set(points.map(keyOf))
  const leftOut = [
    ...changed.leftOut.filter((one) => isOut(keyOf(one))),
    ...fresh.leftOut.filter((one) => !isOut(keyOf(one)) && !shown.has(keyOf(one))),
  ]
  return points.length === 0 ? changed : { ...changed, points, leftOut, session: fresh.session }
}

function withPoint(plan: Plan, key: string, change: (point: PlannedPoint) => PlannedPoint): Plan {
  return { ...plan, points: plan.points.map((point) => (keyOf(point) === key ? change(point) : point)) }
}

function within(value: number, { min, max }: NumberRange): number {
  return Math.min(max, Math.max(min, value))
}
