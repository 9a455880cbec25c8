import { describe, expect, it } from 'vitest'
import { movedPoint, withLengthOf, withoutPoint, withPointNumber } from '../../src/core/care/care-plan.ts'
import { keyOf } from '../../src/core/care/spot.ts'
import type { Plan } from '../../src/core/plan/plan.ts'
import { levator, plan, plannedPoint, trapezius } from './story.ts'

const third = { ...plannedPoint, point: 'scalene.anterior.1', muscle: 'scalene', part: 'anterior' }
const keys = (one: Plan) => one.points.map(keyOf)
const longer: Plan = {
  ...plan,
  points: [...plan.points, third],
  session: { ...plan.session, minutes: { value: 60, because: ['The time there is.'] } },
}
const shorter: Plan = {
  ...plan,
  points: plan.points.slice(0, 1),
  leftOut: [{ ...levator, because: ['No time left in this session.'], isWorthChecking: false }],
}

describe('withLengthOf', () => {
  it('keeps what was changed by hand: dose, order, points left out', () => {
    const range = { min: 10, max: 90, step: 5 }
    const dosed = withPointNumber(plan, keyOf(trapezius), 'holdS', 25, range)
    const changed = movedPoint(dosed, keyOf(levator), -1)
    const found = withLengthOf(changed, longer)
    expect(keys(found)).toEqual([keyOf(levator), keyOf(trapezius), keyOf(third)])
    expect(found.points[1]?.holdS.value).toBe(25)
    expect(found.session.minutes.value).toBe(60)
    const without = withLengthOf(withoutPoint(plan, keyOf(levator)), longer)
    expect(keys(without)).toEqual([keyOf(trapezius), keyOf(third)])
    expect(without.leftOut.map(keyOf)).toEqual([keyOf(levator)])
  })
  it('leaves out what does not fit, and says why', () => {
    const found = withLengthOf(plan, shorter)
    expect(keys(found)).toEqual([keyOf(trapezius)])
    expect(found.leftOut).toMatchObject([{ because: ['No time left in this session.'] }])
  })
  it('never ends without a point', () => {
    const only = withoutPoint(plan, keyOf(trapezius))
    expect(keys(withLengthOf(only, shorter))).toEqual([keyOf(levator)])
  })
})
