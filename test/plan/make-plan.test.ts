import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePlan, type PlanAsked } from '../../src/core/plan/make-plan.ts'
import type { Candidate, NoPlan, Plan } from '../../src/core/plan/plan.ts'
import type { SafetyAsked } from '../../src/core/safety/asked.ts'
import { musclePermission } from '../../src/core/safety/permissions.ts'
import { screen } from '../../src/core/safety/screen.ts'
import { mayPlan } from '../../src/core/safety/screening.ts'
import { clinic, noToTheRest } from '../safety/clinic.ts'
import { conditionIds, person } from '../safety/people.ts'

const neck: SafetyAsked = noToTheRest({
  setting: 'clinic',
  person: { ageYears: 34, sex: 'female' },
  pain: [{ region: 'neck-back', side: 'right', intensity: 5, quality: ['aching'] }],
  history: { onset: 'gradual', durationDays: 21, factors: ['stress', 'poor-sleep', 'overuse', 'posture'] },
})
const spot = (point: string, more: Partial<Candidate> = {}): Candidate => {
  const [muscle = '', part] = point.split('.')
  return { point, muscle, part: point.split('.').length === 3 ? part! : null, side: 'right', probability: 0.6, ...more }
}
const upperTrapezius = spot('trapezius.upper.1', { finding: 'probable_active_type', isFamiliar: true })
const usual: PlanAsked = { candidates: [upperTrapezius], painNow: 5, sessionsSoFar: 1 }

function plan(asked: Partial<PlanAsked> = {}, safety: SafetyAsked = neck): Plan | NoPlan {
  const screening = screen(safety, clinic)
  if (!mayPlan(screening)) throw new Error('this case ends in a referral')
  return makePlan({ ...usual, ...asked }, safety, screening, clinic)
}
function made(asked: Partial<PlanAsked> = {}, safety: SafetyAsked = neck): Plan {
  const found = plan(asked, safety)
  if (found.kind !== 'plan') throw new Error(`no plan: ${found.kind}`)
  return found
}

describe('makePlan', () => {
  it('1: an ordinary neck ache gets the usual dose, each number with its reason', () => {
    const found = made()
    expect(found.dose.value).toBe('usual')
    expect(found.points[0]).toMatchObject({
      point: 'trapezius.upper.1',
      isConfirmed: true,
      discomfort: { value: 5 },
      discomfortCap: { value: 7 },
      holdS: { value: 60 },
      reps: { value: 2 },
      restS: { value: 20 },
    })
    expect(found).toMatchObject({
      session: { minutes: { value: 45 } },
      sessionsAWeek: { value: 2 },
      courseWeeks: { value: 4 },
      sessionsBeforeDecision: { value: 3 },
    })
    const { discomfort, discomfortCap, rampS, holdS, reps, restS, technique, tool, stretch } = found.points[0]!
    const ofPoint = [discomfort, discomfortCap, rampS, holdS, reps, restS, technique, tool, stretch]
    const ofPlan = [
      found.dose,
      found.sessionsAWeek,
      found.restDays,
      found.courseWeeks,
      found.heatMinutes,
      found.breathing,
    ]
    for (const number of [...ofPoint, ...ofPlan]) expect(number.because.length).toBeGreaterThan(0)
  })
  it('begins gently in a first session', () => {
    const [point] = made({ sessionsSoFar: 0 }).points
    expect(point).toMatchObject({
      discomfort: { value: 3 },
      discomfortCap: { value: 4 },
      holdS: { value: 30 },
      reps: { value: 1 },
    })
  })
  it('5: under apixaban keeps to 4 of 10 without elbow, hook or rubbing', () => {
    const safety = noToTheRest({ ...neck, answers: { ...neck.answers, 'gate-medicines': 'yes', anticoagulant: 'yes' } })
    const [point] = made({}, safety).points
    expect(point!.discomfortCap.value).toBe(4)
    expect(point!.discomfort.value).toBeLessThan(4)
    expect(['elbow', 'hook', 'percussion']).not.toContain(point!.tool.value)
    expect(point!.technique.value).not.toBe('cross-fibre')
  })
  it('21: a muscle that only a chain suggests is worth checking and not treated', () => {
    const chained = spot('gluteus-medius.1', { probability: null })
    const found = made({ candidates: [upperTrapezius, chained] })
    expect(found.points.map((one) => one.point)).toEqual(['trapezius.upper.1'])
    expect(found.leftOut).toMatchObject([{ point: 'gluteus-medius.1', isWorthChecking: true }])
  })
  it('treats a key before its satellite, active-type before latent-type', () => {
    const key = spot('infraspinatus.1', { finding: 'possible' })
    const satellite = spot('deltoid.anterior.1', { finding: 'probable_active_type' })
    const latent = spot('levator-scapulae.1', { finding: 'probable_latent_type', probability: 0.9 })
    const order = made({ candidates: [latent, satellite, key, upperTrapezius] }).points.map((one) => one.point)
    expect(order.indexOf('infraspinatus.1')).toBeLessThan(order.indexOf('deltoid.anterior.1'))
    expect(order.indexOf('trapezius.upper.1')).toBeLessThan(order.indexOf('levator-scapulae.1'))
  })
  it('leaves out what was felt and not found', () => {
    const found = made({ candidates: [upperTrapezius, spot('levator-scapulae.1', { finding: 'band_only' })] })
    expect(found.leftOut[0]).toMatchObject({ point: 'levator-scapulae.1', isWorthChecking: false })
  })
  it('fits the points into the time there is', () => {
    const many = clinic.muscles
      .filter((muscle) => muscle.area === 'back')
      .flatMap((muscle) => muscle.parts.flatMap((part) => part.triggerPoints))
      .slice(0, 9)
      .map((point) => spot(point.id, { finding: 'possible' }))
    const short = made({ candidates: many, minutes: 15 })
    const long = made({ candidates: many, minutes: 60 })
    expect(short.points.length).toBeLessThan(long.points.length)
    expect(long.points.length).toBeLessThanOrEqual(6)
    expect(short.points.reduce((sum, one) => sum + one.seconds, 0)).toBeLessThanOrEqual(15 * 60)
  })
  it('lowers the dose after too much soreness, and makes none after harm', () => {
    const next = { mayContinue: true, keepShare: 0.75, repsLess: 1, extraRestDays: 1, needsReview: false }
    const found = made({ next })
    expect(found.points[0]).toMatchObject({ discomfort: { value: 3.5 }, reps: { value: 1 } })
    expect(found.restDays.value).toBe(2)
    expect(plan({ next: { ...next, mayContinue: false } }).kind).toBe('stopped')
  })
  it('asks open questions first', () => {
    const open = plan({}, { ...neck, answers: {} })
    expect(open.kind).toBe('answer-first')
    expect(open.kind === 'answer-first' && open.questions.length).toBeGreaterThan(0)
  })
  it('shows strong pain to somebody when alone', () => {
    expect(plan({ painNow: 8 }, noToTheRest({ ...neck, setting: 'self' })).kind).toBe('see-somebody')
  })
  it('names three causes at most, the best supported first, and what would happen anyway', () => {
    const found = made()
    expect(found.causes).toHaveLength(3)
    expect(found.causes[0]?.grade).toBe('A')
    expect(found.expect[0]).toMatch(/^Without any treatment/)
  })
})

const points = clinic.muscles.flatMap((muscle) =>
  muscle.parts.flatMap((part) =>
    part.triggerPoints.map((point) => ({ point: point.id, muscle: muscle.id, part: part.id })),
  ),
)
const labels = ['possible', 'probable_latent_type', 'probable_active_type', 'band_only', undefined] as const
const candidate: fc.Arbitrary<Candidate> = fc
  .record({
    spot: fc.constantFrom(...points),
    side: fc.constantFrom('left' as const, 'right' as const),
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    finding: fc.constantFrom(...labels),
  })
  .map(({ spot: at, ...more }) => ({ ...at, ...more }))

describe('makePlan, for ten thousand people', () => {
  it('presses nothing that is blocked and passes no limit', () => {
    let plans = 0
    const asked = fc.record({
      candidates: fc.array(candidate, { minLength: 1, maxLength: 10 }),
      painNow: fc.integer({ min: 0, max: 10 }),
      sessionsSoFar: fc.integer({ min: 0, max: 8 }),
      minutes: fc.option(fc.integer({ min: 5, max: 90 }), { nil: undefined }),
    })
    const ticked = fc.uniqueArray(fc.constantFrom(...conditionIds), { maxLength: 2 })
    fc.assert(
      fc.property(person, asked, ticked, (someone, wanted, ids) => {
        const safety = noToTheRest({
          ...someone,
          conditions: ids.map((id) => ({ id, places: [{ region: 'knee-front', side: 'left' as const }] })),
        })
        const screening = screen(safety, clinic)
        if (!mayPlan(screening)) return
        const found = makePlan(wanted, safety, screening, clinic)
        if (found.kind !== 'plan') return
        plans++
        expect(makePlan(wanted, safety, screening, clinic)).toEqual(found)
        for (const point of found.points) {
          const { level, limits } = musclePermission(point, safety, screening, clinic)
          expect(level).not.toBe('blocked')
          expect(point.discomfortCap.value).toBeLessThanOrEqual(limits.discomfortMax)
          expect(point.discomfort.value).toBeLessThanOrEqual(Math.max(1, point.discomfortCap.value))
          expect(point.holdS.value).toBeLessThanOrEqual(limits.holdMaxS)
          expect(point.reps.value).toBeLessThanOrEqual(limits.repsMax)
          expect(limits.toolsOff).not.toContain(point.tool.value)
          expect(limits.techniquesOff).not.toContain(point.technique.value)
          expect(found.points.length).toBeLessThanOrEqual(limits.pointsMax)
          if (!someone.setting || someone.setting === 'self') expect(point.discomfortCap.value).toBeLessThanOrEqual(6)
        }
      }),
      { numRuns: 10_000 },
    )
    expect(plans).toBeGreaterThan(500)
  }, 300_000)
})
