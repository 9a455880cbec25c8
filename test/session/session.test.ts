import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hold, type HoldEvent, type HoldPlan, startHold, stepHold } from '../../src/core/session/live.ts'
import { classifySoreness, followUpHours } from '../../src/core/session/soreness.ts'
import { clinic } from '../safety/clinic.ts'

const inClinic: HoldPlan = { kind: 'clinician', target: 5, cap: 7, holdS: 60 }
const alone: HoldPlan = { kind: 'self', target: 4, cap: 6, holdS: 45 }

function play(plan: HoldPlan, events: readonly HoldEvent[]) {
  let hold: Hold = startHold(plan)
  const effects = events.flatMap((event) => {
    const step = stepHold(hold, event, clinic)
    hold = step.hold
    return step.effects
  })
  return { hold, effects, rules: effects.map((effect) => effect.rule) }
}
const rating = (atS: number, value: number): HoldEvent => ({ kind: 'rating', atS, value })
const tick = (atS: number): HoldEvent => ({ kind: 'tick', atS })

describe('stepHold', () => {
  it('17: eases off at a rating of 8', () => {
    const { effects, hold } = play(inClinic, [rating(3, 5), rating(6, 6), rating(9, 8)])
    expect(effects).toEqual([{ kind: 'ease-off', rule: 'LIVE-01', newTarget: 3, say: 'Ease off now.' }])
    expect(hold.state).toBe('pressing')
  })
  it('LIVE-01: eases off when the cap is passed for three seconds', () => {
    expect(play(alone, [rating(5, 4), rating(8, 7), tick(10)]).rules).toEqual([])
    expect(play(alone, [rating(5, 4), rating(8, 7), tick(11)]).rules).toEqual(['LIVE-01'])
  })
  it('LIVE-02: eases when it stays two above the target, and ends the point when that recurs', () => {
    const once = [rating(3, 5), rating(5, 7), tick(15)]
    expect(play(inClinic, once).rules).toEqual(['LIVE-02'])
    const twice = play(inClinic, [...once, rating(17, 7), tick(27)])
    expect(twice.rules).toEqual(['LIVE-02', 'LIVE-02'])
    expect(twice.hold.end).toBe('too-much')
  })
  it('18: pins and needles end the point at once, and the session if they last', () => {
    const first = play(inClinic, [rating(3, 5), { kind: 'sign', atS: 10, sign: 'pins-and-needles' }])
    expect(first.effects).toMatchObject([{ kind: 'end-point', rule: 'LIVE-03', moveMm: 20 }])
    const lasting = play(inClinic, [
      { kind: 'sign', atS: 10, sign: 'pins-and-needles' },
      { kind: 'sign', atS: 75, sign: 'pins-and-needles' },
    ])
    expect(lasting.effects[1]).toMatchObject({ kind: 'end-session', screenAgain: true })
    const asked = play(inClinic, [{ kind: 'sign', atS: 10, sign: 'numb' }, tick(60), tick(72), tick(80)])
    expect(asked.effects.map((effect) => effect.kind)).toEqual(['end-point', 'pause-and-ask'])
  })
  it('LIVE-04: dizziness ends the session and asks the safety questions', () => {
    const { effects } = play(alone, [{ kind: 'sign', atS: 4, sign: 'dizzy' }])
    expect(effects).toMatchObject([{ kind: 'end-session', rule: 'LIVE-04', screenAgain: true }])
  })
  it('LIVE-05: a held breath is met with a slow one and less pressure', () => {
    expect(play(inClinic, [{ kind: 'sign', atS: 4, sign: 'breath-holding' }]).effects).toMatchObject([
      { kind: 'cue-breath', newTarget: 4 },
    ])
  })
  it('LIVE-06: asks after ten silent seconds, alone only, and once', () => {
    expect(play(alone, [rating(2, 4), tick(13), tick(14)]).rules).toEqual(['LIVE-06'])
    expect(play(inClinic, [rating(2, 5), tick(13)]).rules).toEqual([])
    const gentle: HoldPlan = { kind: 'sensitive', target: 3, cap: 4, holdS: 30 }
    expect(play(gentle, [rating(2, 3), tick(13)]).rules).toEqual(['LIVE-06'])
    expect(play({ ...gentle, isAlone: false }, [rating(2, 3), tick(13)]).rules).toEqual([])
  })
  it('LIVE-07: looks again once where nothing is felt, then goes on', () => {
    const { rules, hold } = play(inClinic, [rating(3, 1), rating(9, 0)])
    expect(rules).toEqual(['LIVE-07', 'LIVE-07'])
    expect(hold.end).toBe('not-found')
  })
  it('19: is released when five has become two', () => {
    const { effects, hold } = play(inClinic, [rating(3, 5), rating(35, 2)])
    expect(effects).toMatchObject([{ kind: 'end-point', end: 'released' }])
    expect(hold.end).toBe('released')
  })
  it('lightens at thirty seconds and ends at ninety if nothing eases', () => {
    const { rules, hold } = play(inClinic, [rating(3, 5), tick(30), tick(60), tick(90)])
    expect(rules).toEqual(['hold.fade_check_s', 'no_release'])
    expect(hold).toMatchObject({ end: 'no-release', pressureShare: 0.7 })
  })
  it('ends when the time is up and it has eased a little, and at once where safety limits the time', () => {
    expect(play(inClinic, [rating(3, 6), rating(40, 5), tick(59), tick(60)]).hold.end).toBe('done')
    const short = play({ ...inClinic, holdS: 20, holdMaxS: 20 }, [rating(3, 5), tick(20)])
    expect(short.effects).toMatchObject([{ kind: 'end-point', end: 'done' }])
  })
  it('LIVE-08: "stop" ends it in any state, and nothing ever raises the target', () => {
    const event = fc.oneof(
      fc.record({
        kind: fc.constant('rating' as const),
        atS: fc.integer({ min: 0, max: 120 }),
        value: fc.integer({ min: 0, max: 10 }),
      }),
      fc.record({ kind: fc.constant('tick' as const), atS: fc.integer({ min: 0, max: 120 }) }),
      fc.record({
        kind: fc.constant('sign' as const),
        atS: fc.integer({ min: 0, max: 120 }),
        sign: fc.constantFrom('numb' as const, 'faint' as const, 'grimace' as const),
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(inClinic, alone), fc.array(event, { maxLength: 30 }), (plan, events) => {
        const { hold } = play(
          plan,
          [...events].sort((a, b) => a.atS - b.atS),
        )
        expect(hold.target).toBeLessThanOrEqual(plan.target)
        expect(hold.target).toBeGreaterThanOrEqual(1)
        const stopped = stepHold(hold, { kind: 'stop', atS: 121 }, clinic)
        expect(stopped.hold.state).toBe('ended')
        expect(stopped.effects).toMatchObject([{ kind: 'end-session', rule: 'LIVE-08' }])
      }),
    )
  })
})

describe('classifySoreness', () => {
  it('14: 2 of 10 at 24 hours is expected', () => {
    expect(classifySoreness({ hoursAfter: 24, abovePoints: 2 }, clinic)).toMatchObject({
      class: 'expected',
      next: { keepShare: 1 },
    })
  })
  it('15: 4 of 10 at 60 hours is too much: a quarter less and a day more', () => {
    expect(classifySoreness({ hoursAfter: 60, abovePoints: 4 }, clinic)).toMatchObject({
      class: 'excess',
      next: { keepShare: 0.75, repsLess: 1, extraRestDays: 1, mayContinue: true },
    })
  })
  it('16: swollen thighs and dark urine are serious and stop everything', () => {
    const found = classifySoreness({ hoursAfter: 20, abovePoints: 7, signs: ['dark-urine', 'swollen-limb'] }, clinic)
    expect(found).toMatchObject({ class: 'adverse-serious', next: { mayContinue: false, needsReview: true } })
  })
  it.each([
    [{ hoursAfter: 48, abovePoints: 3 }, 'expected'],
    [{ hoursAfter: 49, abovePoints: 1 }, 'excess'],
    [{ hoursAfter: 24, abovePoints: 3.5 }, 'excess'],
    [{ hoursAfter: 72, abovePoints: 1 }, 'excess'],
    [{ hoursAfter: 73, abovePoints: 1 }, 'adverse-minor'],
    [{ hoursAfter: 96, abovePoints: 0 }, 'expected'],
    [{ hoursAfter: 24, abovePoints: 6 }, 'adverse-minor'],
    [{ hoursAfter: 24, abovePoints: 1, bruise: 'light' }, 'excess'],
    [{ hoursAfter: 24, abovePoints: 1, bruise: 'marked' }, 'adverse-minor'],
    [{ hoursAfter: 30, abovePoints: 0, headacheHours: 25 }, 'adverse-minor'],
    [{ hoursAfter: 30, abovePoints: 1, isSleepDisturbed: true }, 'excess'],
  ] as const)('%o is %s', (report, expected) => {
    expect(classifySoreness(report, clinic).class).toBe(expected)
  })
  it('asks at 24 and 48 hours, and at 72 if it has not settled', () => {
    expect(followUpHours(clinic, true)).toEqual([24, 48])
    expect(followUpHours(clinic, false)).toEqual([24, 48, 72])
  })
})
