import { describe, expect, it } from 'vitest'
import { defaultParameters } from '../../src/core/ranking/parameters.ts'
import {
  hazardSteps,
  likelihoodTable,
  lineFor,
  logGamma,
  logLikelihood,
  rootScale,
} from '../../src/core/ranking/table.ts'

describe('logGamma', () => {
  // Exact values: gamma(1) = 1, gamma(1/2) = sqrt(pi), gamma(11) = 10!
  it.each([
    [1, 0],
    [0.5, 0.5 * Math.log(Math.PI)],
    [11, Math.log(3628800)],
    [0.01, 4.599479878042022],
  ])('of %f is %f', (x, expected) => expect(logGamma(x)).toBeCloseTo(expected, 10))
})

describe('the likelihood of a patch', () => {
  it('sums to one over a beta-binomial with whole counts, untempered', () => {
    const plain = { ...defaultParameters, temper: 1 }
    const n = plain.patchLooks
    for (const hazard of [0.01, 0.3, 1.2, 3]) {
      let sum = 0
      for (let k = 0; k <= n; k++) {
        const choose = Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1))
        sum += choose * Math.exp(logLikelihood(k / n, hazard, plain))
      }
      expect(sum).toBeCloseTo(1, 8)
    }
  })

  it('counts a patch of an ordinary drawing as one look and no more (design effect times weight of the drawing)', () => {
    const { patchLooks: n, concentration, temper, likeness } = defaultParameters
    const ofDot = (temper * (n * (concentration + 1))) / (concentration + n)
    const ordinaryPatches = 4
    expect(ofDot / (1 + likeness * ordinaryPatches)).toBeLessThan(1.02)
    expect(ofDot).toBeLessThan(2)
  })

  it('is read from the table within 0.03 nats where hazards lie', () => {
    const table = likelihoodTable(defaultParameters)
    const line = new Float64Array(hazardSteps)
    for (const share of [0, 0.11, 0.5, 0.97, 1]) {
      lineFor(table.values, share, line, 0)
      for (const hazard of [0.02, 0.1, 0.4, 1, 2.5, 6]) {
        const at = Math.sqrt(hazard) * rootScale
        const below = Math.floor(at)
        const read = line[below]! + (at - below) * (line[below + 1]! - line[below]!)
        expect(Math.abs(read - logLikelihood(share, hazard, defaultParameters))).toBeLessThan(0.03)
      }
    }
  })
})
