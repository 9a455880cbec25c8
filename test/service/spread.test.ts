/** PLAN-06 and PLAN-09 from drawings: how far they reach is read from the body, not typed in. */
import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import type { Body } from '../../src/core/care/event.ts'
import { drawingSchema, inkOf } from '../../src/core/pain/drawing.ts'
import { assessCourse, planCourse } from '../../src/service/care-case.ts'
import { verdictFor } from '../../src/service/progress.ts'
import { plan, story } from '../care/story.ts'
import { model } from '../reference/one-model.ts'
import { type Drawn, strokesOf } from './one-course.ts'

const person: Body = { kind: 'person-added', name: 'Somebody', setting: 'clinic', ageYears: 40 }
const drew = (drawn: Drawn): Body => ({
  kind: 'drawing-saved',
  drawing: { schema: drawingSchema, body: model.body().edition, strokes: strokesOf(drawn) },
})

/** A drawing, a session, another drawing: what the course says then. */
function rulesAfter(first: Drawn, latest: Drawn) {
  const before = story('p1', [person, drew(first), { kind: 'session-started', plan, minutes: 45 }])
  const session = before.at(-1)!.id
  const events = story('p1', [
    person,
    drew(first),
    { kind: 'session-started', plan, minutes: 45 },
    { kind: 'session-ended', session, why: 'finished' },
    drew(latest),
  ])
  const course = courseOf(events, 'p1')!
  const [start, now] = [first, latest].map((drawn) => inkOf(strokesOf(drawn), model.brush()).paint)
  const assessed = assessCourse(model, course, now!, 'full', start!)
  const at = course.lastMs + 1000
  return {
    course,
    areas: assessed.areas,
    rules: verdictFor(course, at, model.knowledge, assessed.areas).rules.map((one) => one.rule),
    plan: planCourse(model, course, assessed, { sources: [] }, at),
  }
}

const neck: Drawn = [['neck-angle', 'right']]

describe('a drawing that reaches further than the first', () => {
  it('PLAN-06: pain that has come to another area is spreading, and is not planned on', () => {
    const found = rulesAfter(neck, [...neck, ['calf-lower', 'left']])
    expect(found.areas.now).toBe(found.areas.start! + 1)
    expect(found.rules[0]).toBe('PLAN-06')
    expect(found.plan.kind).not.toBe('plan')
  })

  it('says nothing of a drawing that is the same, smaller, or wider in its own area', () => {
    const wide: Drawn = [...neck, ['neck-side', 'right']]
    for (const [first, latest] of [
      [neck, neck],
      [wide, neck],
      [[...neck, ['calf-lower', 'left']], [['calf-lower', 'left']]],
    ] as const) {
      expect(rulesAfter(first, latest).rules).not.toContain('PLAN-06')
    }
  })

  it('PLAN-09: four of the five areas are widespread', () => {
    const four: Drawn = [...neck, ['calf-lower', 'left'], ['calf-lower', 'right'], ['forearm-back', 'left']]
    const { rules, areas } = rulesAfter(four, four)
    expect(areas).toEqual({ start: 4, now: 4 })
    expect(rules).toContain('PLAN-09')
    expect(rules).not.toContain('PLAN-06')
    expect(rulesAfter(four.slice(0, 2), four.slice(0, 2)).rules).not.toContain('PLAN-09')
  })
})
