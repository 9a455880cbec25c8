import { describe, expect, it } from 'vitest'
import { binaryEntropyBits, informationGainBits, reliabilityFromKappa } from '../../src/core/ranking/next.ts'

/** Mutual information of two yes-or-no variables from their joint table, bits. */
function mutualInformation(p: number, sensitivity: number, specificity: number): number {
  const joint = [
    [p * sensitivity, p * (1 - sensitivity)],
    [(1 - p) * (1 - specificity), (1 - p) * specificity],
  ]
  let bits = 0
  for (const [i, row] of joint.entries()) {
    for (const [j, value] of row.entries()) {
      const column = joint[0]![j]! + joint[1]![j]!
      const own = i === 0 ? p : 1 - p
      if (value > 0) bits += value * Math.log2(value / (own * column))
    }
  }
  return bits
}

describe('informationGainBits', () => {
  it.each([0.01, 0.2, 0.5, 0.77, 0.99])('is the mutual information of point and finding (p %f)', (p) => {
    for (const [sensitivity, specificity] of [
      [0.84, 0.84],
      [0.95, 0.6],
      [0.7, 0.99],
    ] as const) {
      expect(informationGainBits(p, { sensitivity, specificity })).toBeCloseTo(
        mutualInformation(p, sensitivity, specificity),
        10,
      )
    }
  })

  it('is nothing where nothing is open', () => {
    const finger = reliabilityFromKappa(0.6)
    expect(informationGainBits(0, finger)).toBe(0)
    expect(informationGainBits(1, finger)).toBe(0)
    expect(informationGainBits(0.5, { sensitivity: 0.3, specificity: 0.7 })).toBeCloseTo(0, 12)
  })

  it('is greatest at even odds under an even-handed finger', () => {
    const finger = reliabilityFromKappa(0.45)
    for (const p of [0.1, 0.3, 0.6, 0.9])
      expect(informationGainBits(0.5, finger)).toBeGreaterThan(informationGainBits(p, finger))
  })
})

describe('reliabilityFromKappa', () => {
  // ../shared/notes/inference.md section 8: kappa .2 -> .72, .452 -> .84, .676 -> .91, .8 -> .95
  it.each([
    [0.2, 0.72],
    [0.452, 0.84],
    [0.676, 0.91],
    [0.8, 0.95],
  ])('turns kappa %f into %f', (kappa, share) => {
    expect(reliabilityFromKappa(kappa).sensitivity).toBeCloseTo(share, 2)
  })
})

describe('binaryEntropyBits', () => {
  it('is one bit at even odds', () => expect(binaryEntropyBits(0.5)).toBe(1))
})
