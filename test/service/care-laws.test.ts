/**
 * Laws of care over made-up people, from events to a plan: what the core promises for a screen must also hold for what
 * a record says, with conditions ticked, places named, power tested and stops of earlier days.
 *
 * Rankings are inputs here: any list of real points with any probabilities, so that the plan is tried with more than a
 * likely list. The drawings are of whole regions.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import type { Body } from '../../src/core/care/event.ts'
import type { Answer } from '../../src/core/pain/case.ts'
import { drawingSchema, inkOf } from '../../src/core/pain/drawing.ts'
import { musclePermission } from '../../src/core/safety/permissions.ts'
import { actions, mayPlan, type Screening } from '../../src/core/safety/screening.ts'
import { type Assessed, assessCourse, planCourse } from '../../src/service/care-case.ts'
import type { SourceAnswer } from '../../src/service/rank.ts'
import { story } from '../care/story.ts'
import { model } from '../reference/one-model.ts'
import { answered, strokesOf } from './one-course.ts'

const { knowledge } = model

/** Drawings of one to four regions; laid on the body once each, since laying takes longer than screening. */
const drawings = fc
  .sample(fc.array(fc.constantFrom(...knowledge.regions), { minLength: 1, maxLength: 4 }), { numRuns: 60, seed: 7 })
  .map((regions, index) => {
    const strokes = strokesOf(
      regions.map(({ id, sided }, at) => [
        id,
        sided ? (at % 2 === 0 ? 'left' : 'right') : null,
        ...(index % 20 === 0 ? (['numb'] as const) : []),
      ]),
    )
    return { strokes, paint: inkOf(strokes, model.brush()).paint }
  })

const points = knowledge.muscles.flatMap((muscle) =>
  muscle.parts.flatMap((part) => part.triggerPoints.map(({ id }) => ({ id, muscle: muscle.id, part: part.id }))),
)

const source = fc
  .tuple(
    fc.constantFrom(...points),
    fc.constantFrom('left' as const, 'right' as const),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([point, side, probability]): SourceAnswer => {
    const ranked = { kind: 'trigger-point', side, probability, explains: probability, name: point.id } as const
    return { ...point, ...ranked, because: [], blank: [], confusedWith: null, satelliteOf: null }
  })

/** As in life most answers are no, most people are grown up and most power is full: so that single facts decide. */
const answer = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Answer>('no') },
  { weight: 1, arbitrary: fc.constantFrom<Answer>('yes', 'unsure') },
)
const questionIds = knowledge.questions.map((question) => question.id)
/** As if 154 events had said so: reading them would take longer than everything else. */
const noToAll = Object.fromEntries(questionIds.map((id) => [id, 'no' as const]))
const recordIds = [...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy].map((one) => one.id)
const place = fc.constantFrom(...knowledge.regions).map(({ id, sided }) => ({
  region: id,
  side: sided ? ('left' as const) : null,
}))

const somebody = fc.record({
  setting: fc.constantFrom('self' as const, 'clinic' as const),
  ageYears: fc.option(
    fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 18, max: 59 }) }, fc.integer({ min: 8, max: 95 })),
    {
      nil: undefined,
      freq: 12,
    },
  ),
  sex: fc.option(fc.constantFrom('female' as const, 'male' as const), { nil: undefined, freq: 12 }),
  /** Which of the drawings. */
  drawing: fc.nat({ max: drawings.length - 1 }),
  onset: fc.constantFrom('gradual' as const, 'gradual' as const, 'sudden' as const, 'injury' as const),
  durationDays: fc.integer({ min: 0, max: 700 }),
  answers: fc.array(fc.tuple(fc.constantFrom(...questionIds), answer), { maxLength: 2 }),
  ticked: fc.option(
    fc.tuple(fc.constantFrom(...recordIds), fc.option(fc.array(place, { maxLength: 2 }), { nil: undefined })),
    { nil: undefined, freq: 1 },
  ),
  grade: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined, freq: 1 }),
  painNow: fc.integer({ min: 0, max: 8 }),
  sources: fc.array(source, { minLength: 1, maxLength: 8 }),
  isAllAnswered: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
})
type Made = typeof somebody extends fc.Arbitrary<infer T> ? T : never

function bodiesOf(who: Made): readonly Body[] {
  const { setting, ageYears, sex, onset, durationDays } = who
  const { strokes } = drawings[who.drawing]!
  const spot = { point: 'infraspinatus.1', muscle: 'infraspinatus', part: null, side: 'left' } as const
  return [
    { kind: 'person-added', name: 'Somebody', setting, ageYears, sex },
    {
      kind: 'drawing-saved',
      drawing: { schema: drawingSchema, body: model.body().edition, strokes },
    },
    { kind: 'history-told', history: { onset, durationDays } },
    { kind: 'measured', instrument: 'om-01', values: { now: who.painNow } },
    ...who.answers.map(([id, value]) => answered(id, value)),
    ...(who.ticked === undefined
      ? []
      : [{ kind: 'condition-told', record: who.ticked[0], holds: true, places: who.ticked[1] } as const]),
    ...(who.grade === undefined
      ? []
      : [{ kind: 'measured', instrument: 'strength', values: { grade: who.grade, pain: 0 }, spot } as const]),
  ]
}

function assess(
  who: Made,
  more: readonly Body[] = [],
): { course: NonNullable<ReturnType<typeof courseOf>>; assessed: Assessed } {
  const told = courseOf(story('p1', [...bodiesOf(who), ...more]), 'p1')!
  const course = who.isAllAnswered ? { ...told, answers: { ...noToAll, ...told.answers } } : told
  return { course, assessed: assessCourse(model, course, drawings[who.drawing]!.paint, 'full') }
}

const rank = (screening: Screening): number =>
  screening.kind === 'clear' ? -1 : actions.indexOf(screening.flags[0].action)

describe('from events to a plan, for ten thousand people', () => {
  it('no plan past a referral or with questions open, no blocked point, no dose past its limits', () => {
    let planned = 0
    fc.assert(
      fc.property(somebody, (who) => {
        const { course, assessed } = assess(who)
        const { asked, screening } = assessed
        const plan = planCourse(model, course, assessed, { sources: who.sources }, course.lastMs)
        if (!mayPlan(screening)) expect(plan.kind).toBe('stopped')
        else if (screening.unanswered.length > 0) expect(plan.kind).toBe('answer-first')
        if (plan.kind !== 'plan') return
        planned++
        const limits = plan.points.map((point) => {
          const permission = musclePermission(point, asked, screening, knowledge)
          expect(permission.level, point.point).not.toBe('blocked')
          expect(point.discomfortCap.value).toBeLessThanOrEqual(permission.limits.discomfortMax)
          expect(point.discomfort.value).toBeLessThanOrEqual(permission.limits.discomfortMax)
          expect(point.holdS.value).toBeLessThanOrEqual(permission.limits.holdMaxS)
          expect(point.reps.value).toBeLessThanOrEqual(permission.limits.repsMax)
          expect(permission.limits.toolsOff).not.toContain(point.tool.value)
          expect(permission.limits.techniquesOff).not.toContain(point.technique.value)
          return permission.limits
        })
        expect(plan.points.length).toBeLessThanOrEqual(Math.min(...limits.map((one) => one.pointsMax)))
        expect(plan.session.minutes.value).toBeLessThanOrEqual(Math.min(...limits.map((one) => one.minutesMax)))
        if (who.setting === 'self')
          expect(Math.max(...plan.points.map((one) => one.discomfort.value))).toBeLessThanOrEqual(6)
      }),
      { numRuns: 10_000 },
    )
    // a law that nobody reaches proves nothing
    expect(planned).toBeGreaterThan(100)
  })

  it('not sure is as strict as yes, a tick is never milder than none, and power of 3 stops', () => {
    fc.assert(
      fc.property(somebody, fc.constantFrom(...questionIds), fc.constantFrom(...recordIds), (who, question, record) => {
        const before = rank(assess(who).assessed.screening)
        const yes = rank(assess(who, [answered(question, 'yes')]).assessed.screening)
        const unsure = rank(assess(who, [answered(question, 'unsure')]).assessed.screening)
        expect(unsure).toBe(yes)
        const ticked = assess(who, [{ kind: 'condition-told', record, holds: true }]).assessed.screening
        expect(rank(ticked)).toBeGreaterThanOrEqual(before)
        expect(ticked.kind).not.toBe('clear')
        if (who.grade !== undefined && who.grade <= 3)
          expect(before).toBeGreaterThanOrEqual(actions.indexOf('STOP_SAME_DAY'))
      }),
      { numRuns: 500 },
    )
  })
})
