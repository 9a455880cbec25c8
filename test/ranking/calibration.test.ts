/**
 * Gates on simulated people who draw on the real body with the real atlas. They say that the engine does what it
 * claims under its own assumptions and not much worse under others; they say nothing about patients.
 */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { indexEvidence } from '../../src/core/ranking/evidence.ts'
import { fitted } from '../../src/core/ranking/fitted.ts'
import { defaultParameters, painting } from '../../src/core/ranking/parameters.ts'
import { measure } from '../../src/core/ranking/simulation/measure.ts'
import { crowdOf, type Habits, usualHabits } from '../../src/core/ranking/simulation/people.ts'
import { trialOf } from '../../src/core/ranking/simulation/trial.ts'

const { knowledge, body, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const crowd = crowdOf(knowledge, body, atlas)

function trial(count: number, from: number, habits: Habits = usualHabits, recalibrated = true) {
  const people = Array.from({ length: count }, (_, index) => crowd.person(from + index, habits))
  return trialOf(body, atlas, evidence, people, { parameters: defaultParameters, effort: painting, recalibrated })
}

describe('the fitted numbers', () => {
  it('belong to this atlas (npm run fit makes them anew)', () => {
    expect(fitted.atlas).toBe(atlas.edition)
  })
})

describe('people who draw', () => {
  it('repeat themselves as published: overlap of two drawings of one pain 0.42 to 0.65', () => {
    const overlaps: number[] = []
    for (let seed = 1; seed <= 80; seed++) {
      if (crowd.person(seed).sources.length === 0) continue
      const first = crowd.redraw(seed, 1).intensity
      const second = crowd.redraw(seed, 2).intensity
      let both = 0
      let either = 0
      for (let v = 0; v < first.length; v++) {
        if (first[v]! > 0 && second[v]! > 0) both += body.vertexAreaMm2[v]!
        if (first[v]! > 0 || second[v]! > 0) either += body.vertexAreaMm2[v]!
      }
      if (either > 0) overlaps.push(both / either)
    }
    const mean = overlaps.reduce((sum, overlap) => sum + overlap, 0) / overlaps.length
    expect(mean).toBeGreaterThan(0.42)
    expect(mean).toBeLessThan(0.65)
  })
})

describe('the engine on 400 fresh people', () => {
  const { engine, independent, nearest, patchEvaluations } = trial(400, 20_001)
  const own = measure(engine)

  it('finds true sources', () => {
    expect(own.top1).toBeGreaterThan(0.6)
    expect(own.top3).toBeGreaterThan(0.57)
    expect(own.logLoss).toBeLessThan(5.6)
  })
  it('means what it says', () => {
    expect(own.calibrationError).toBeLessThan(0.02)
    expect(own.expectedCount / own.trueCount).toBeGreaterThan(0.85)
    expect(own.expectedCount / own.trueCount).toBeLessThan(1.15)
  })
  it('is far better than each source judged alone, and than the nearest muscle', () => {
    const alone = measure(independent)
    const book = measure(nearest)
    expect(own.logLoss).toBeLessThan(alone.logLoss / 5)
    expect(own.logLoss).toBeLessThan(0.8 * book.logLoss)
    expect(own.top3).toBeGreaterThan(alone.top3 + 0.05)
    expect(own.top3).toBeGreaterThan(book.top3 + 0.05)
  })
  it('works no more than it should', () => {
    const sorted = [...patchEvaluations].sort((a, b) => a - b)
    expect(sorted[200]).toBeLessThan(60_000)
    expect(sorted[380]).toBeLessThan(130_000)
  })
})

describe.each<[string, Partial<Habits>]>([
  ['twice the shift', { globalShiftMm: 18, sourceShiftMm: 24 }],
  ['feeling pieces of a pattern each by its own luck', { scattered: true }],
  ['leaving out a quarter of what they feel', { leftOut: 0.25 }],
  ['drawing on both sides in 30 %', { bothSides: 0.3 }],
  ['twice as much over- and underdrawing', { overdraw: 1 }],
  ['patterns of their own, not those of the book', { ownPattern: 1 }],
])('people unlike those fitted on: %s', (_, habits) => {
  it('are still answered with care', () => {
    const m = measure(trial(150, 40_001, { ...usualHabits, ...habits }).engine)
    expect(m.calibrationError).toBeLessThan(0.06)
  })
})
