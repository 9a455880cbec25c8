import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baselineOf, changeOf } from '../../src/core/outcome/change.ts'
import { courseKindOf, expectedPain, isBetterThanExpected } from '../../src/core/outcome/natural-course.ts'
import { verdictOf } from '../../src/core/outcome/verdict.ts'
import { clinic } from '../safety/clinic.ts'

describe('changeOf', () => {
  it('11: pain from 6 to 5 is meaningful but within error, function from 4 to 4.7 neither', () => {
    expect(changeOf({ kind: 'nprs' }, 6, 5, clinic)).toMatchObject({
      meaningful: true,
      likelyReal: false,
      verdict: 'meaningful-within-error',
    })
    expect(changeOf({ kind: 'psfs' }, 4, 4.7, clinic).verdict).toBe('within-error')
    expect(changeOf({ kind: 'rom', errorDeg: 8 }, 40, 44, clinic).verdict).toBe('within-error')
  })
  it('12: pain from 6 to 3 and function from 4 to 6.5 are improved', () => {
    expect(changeOf({ kind: 'nprs' }, 6, 3, clinic)).toMatchObject({ verdict: 'improved', better: 3, share: 0.5 })
    expect(changeOf({ kind: 'psfs' }, 4, 6.5, clinic).verdict).toBe('improved')
  })
  it('13: a threshold from 210 to 245 kPa at the upper trapezius is no change beyond error', () => {
    const found = changeOf({ kind: 'ppt', site: 'trapezius.upper' }, 210, 245, clinic)
    expect(found).toMatchObject({ better: 35, verdict: 'within-error', say: 'No change beyond measurement error.' })
  })
  it('cannot show improvement from 2 or less, but can show worsening', () => {
    expect(changeOf({ kind: 'nprs' }, 2, 0, clinic).verdict).toBe('floor')
    expect(changeOf({ kind: 'nprs' }, 2, 5, clinic).verdict).toBe('worse')
  })
  it('calls nothing improved that is not both real and meaningful', () => {
    const value = fc.integer({ min: 0, max: 10 })
    fc.assert(
      fc.property(
        fc.constantFrom('nprs' as const, 'peg' as const, 'psfs' as const),
        value,
        value,
        (kind, start, now) => {
          const found = changeOf({ kind }, start, now, clinic)
          if (found.verdict === 'improved') expect(found.likelyReal && found.meaningful && found.better > 0).toBe(true)
          if (start === now) expect(found.verdict).toBe('within-error')
        },
      ),
    )
  })
  it('reads any instrument by the thresholds of its record', () => {
    const measure = { kind: 'instrument', instrument: clinic.instruments.find((one) => one.id === 'om-06')! } as const
    const { mdc, mcid } = measure.instrument
    const least = Math.max(mdc[0]!.value, mcid[0]!.value)
    expect(changeOf(measure, 30, 30 - least, clinic)).toMatchObject({ verdict: 'improved', better: least })
    expect(changeOf(measure, 20, 20 + least, clinic).verdict).toBe('worse')
    expect(changeOf(measure, 20, 20 - mdc[0]!.value + 0.5, clinic).likelyReal).toBe(false)
  })
  it('calls nothing real of an instrument whose error nobody knows', () => {
    const measure = { kind: 'instrument', instrument: clinic.instruments.find((one) => one.id === 'om-13')! } as const
    expect(changeOf(measure, 80, 10, clinic).verdict).toBe('within-error')
  })
  it('asks for ratings of two days at the start', () => {
    expect(baselineOf([])).toBeNull()
    expect(baselineOf([{ day: 0, value: 6 }])).toEqual({ value: 6, isThin: true })
    expect(
      baselineOf([
        { day: 0, value: 6 },
        { day: 2, value: 5 },
      ]),
    ).toEqual({ value: 5.5, isThin: false })
  })
})

describe('expectedPain', () => {
  it('follows the published course as a share of the start', () => {
    expect(expectedPain('recent', 5.2, 42, clinic).expected).toBeCloseTo(2.3)
    expect(expectedPain('persistent', 5.1, 182, clinic).expected).toBeCloseTo(2.6)
    expect(expectedPain('recent', 6, 0, clinic)).toEqual({ expected: 6, from: 4.5, to: 7.5 })
    expect(expectedPain('recent', 5.2, 2000, clinic).expected).toBeCloseTo(0.6)
  })
  it('never rises, and its band stays within the scale', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('recent' as const, 'persistent' as const),
        fc.float({ min: 0, max: 10, noNaN: true }),
        fc.integer({ min: 0, max: 500 }),
        (kind, start, day) => {
          const one = expectedPain(kind, start, day, clinic)
          expect(expectedPain(kind, start, day + 1, clinic).expected).toBeLessThanOrEqual(one.expected + 1e-9)
          expect(one.from).toBeGreaterThanOrEqual(0)
          expect(one.to).toBeLessThanOrEqual(10)
        },
      ),
    )
  })
  it('claims better than expected only after two ratings below the band', () => {
    const low = { day: 14, value: 1 }
    expect(isBetterThanExpected('persistent', 6, [low], clinic)).toBe(false)
    expect(isBetterThanExpected('persistent', 6, [low, { day: 16, value: 1 }], clinic)).toBe(true)
    expect(isBetterThanExpected('persistent', 6, [low, { day: 16, value: 5 }], clinic)).toBe(false)
  })
  it('calls pain of less than twelve weeks recent', () => {
    expect([courseKindOf(83), courseKindOf(84)]).toEqual(['recent', 'persistent'])
  })
})

describe('verdictOf', () => {
  const at = (sessions: number, more: object = {}) => verdictOf({ sessions, weeks: sessions / 2, ...more }, clinic)
  it('11: four sessions without real change stop the same points', () => {
    const found = at(4, { nprs: { start: 6, now: 5 }, psfs: { start: 4, now: 4.7 }, isLocallyBetter: false })
    expect(found).toMatchObject({ rule: 'PLAN-04', kind: 'stop' })
  })
  it('12: half the pain goes on, with more days between', () => {
    const found = at(4, { nprs: { start: 6, now: 3 }, psfs: { start: 4, now: 6.5 } })
    expect(found).toMatchObject({ rule: 'PLAN-01', kind: 'space-out' })
  })
  it('22: gains that fade three times in a row add no sessions', () => {
    expect(at(10, { gainLastedH: [30, 20, 24, 40] })).toMatchObject({ rule: 'PLAN-07', kind: 'change' })
  })
  it.each([
    ['PLAN-02', { nprs: { start: 6, now: 1 }, psfs: { start: 4, now: 9 }, wasAtGoal: true }, 6],
    ['PLAN-03', { nprs: { start: 6, now: 5.5 }, isLocallyBetter: true }, 4],
    ['PLAN-05', { nprs: { start: 6, now: 5.5 } }, 6],
    ['PLAN-06', { nprs: { start: 4, now: 6 }, worseDays: 8 }, 2],
    ['PLAN-06', { isSpreading: true }, 2],
    ['PLAN-08', { hasNewRedFlag: true, nprs: { start: 6, now: 1 } }, 2],
    ['PLAN-09', { areasOfFive: 4, nprs: { start: 6, now: 3 } }, 2],
    ['PLAN-10', { nprs: { start: 6, now: 3 }, sessionsInEpisode: 13 }, 4],
    ['between-checkpoints', { nprs: { start: 6, now: 6 } }, 1],
  ] as const)('%s', (rule, more, sessions) => {
    expect(at(sessions, more).rule).toBe(rule)
  })
  it('names every rule that applies, the strictest first', () => {
    const found = at(8, { nprs: { start: 6, now: 6 }, gainLastedH: [5, 5, 5], worseDays: 9 })
    expect(found.rules.map((one) => one.rule)).toEqual(['PLAN-06', 'PLAN-05', 'PLAN-07', 'PLAN-04'])
  })
})
