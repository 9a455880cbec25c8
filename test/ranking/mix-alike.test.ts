/** Two sources that some people draw alike: what the engine shares out is the mixture, worked out by hand. */
import { describe, expect, it } from 'vitest'
import { mixAlike, mixesOf } from '../../src/core/ranking/mix-alike.ts'
import { seeded, toyAtlas } from './toy.ts'

const share = 0.3
const priors = [0.05, 0.02, 0.04]

function roots(alike: boolean) {
  const drawnLike = (row: number) => ({ row: { drawnLike: alike ? [{ row, share }] : [] } })
  return toyAtlas(4, [
    { patches: { 0: 1 }, prior: priors[0]!, ...drawnLike(1) },
    { patches: { 1: 1 }, prior: priors[1]!, ...drawnLike(0) },
    { patches: { 2: 1 }, prior: priors[2]! },
  ])
}

/** Posterior of three causes of which one is true, by Bayes. */
function oneOf(likelihood: readonly number[]): number[] {
  const mass = likelihood.map((value, i) => value * priors[i]!)
  const all = mass.reduce((sum, value) => sum + value, 0)
  return mass.map((value) => value / all)
}

describe('sources that drawings cannot tell apart', () => {
  it('get the posterior of the mixture of both patterns', () => {
    const random = seeded(5)
    const atlas = roots(true)
    for (let trial = 0; trial < 200; trial++) {
      const [a, b, c] = [random(), random(), random()] as const
      const raw = Float64Array.from(oneOf([a, b, c]))
      const mixed = oneOf([(1 - share) * a + share * b, (1 - share) * b + share * a, c])
      mixAlike(mixesOf(atlas, raw), raw)
      expect(raw[0]).toBeCloseTo(mixed[0]!, 10)
      expect(raw[1]).toBeCloseTo(mixed[1]!, 10)
    }
  })

  it('stay between 0 and 1, and everything else stays as it was', () => {
    const atlas = roots(true)
    for (const own of [
      [0, 0, 0.4],
      [1, 1, 0.4],
      [1, 0, 0.4],
      [0.9, 0.9, 0.4],
    ]) {
      const raw = Float64Array.from(own)
      mixAlike(mixesOf(atlas, raw), raw)
      expect(raw.every((p) => p >= 0 && p <= 1)).toBe(true)
      expect(raw[2]).toBe(0.4)
    }
  })

  it('change nothing where none is named', () => {
    expect(mixesOf(roots(false), Float64Array.from([0.5, 0.1, 0.2]))).toEqual([])
  })
})
