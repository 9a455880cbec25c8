/**
 * What would tell the most? The information that a palpation or a question is expected to bring.
 *
 * A finding depends only on whether its muscle contributes, so its gain has a closed form in that probability and the
 * examiner's sensitivity and specificity. A question may be about many sources; its gain is summed over the kept sets.
 */
import type { Asking } from './asking.ts'
import type { Belief } from './belief.ts'
import { logistic } from './logistic.ts'

/** How far a sign can be trusted, from the agreement between examiners. */
export type Reliability = { readonly sensitivity: number; readonly specificity: number }

/**
 * Sensitivity and specificity that two equal, independent examiners with this kappa would have, at balanced
 * prevalence. An upper limit: two examiners can share a mistake.
 *
 * @param kappa  agreement beyond chance, 0 to 1
 * @example reliabilityFromKappa(0.452).sensitivity // 0.8361547262794322
 */
export function reliabilityFromKappa(kappa: number): Reliability {
  const share = (1 + Math.sqrt(kappa)) / 2
  return { sensitivity: share, specificity: share }
}

/** Entropy of a yes-or-no question, bits. 0 at certainty. */
export function binaryEntropyBits(p: number): number {
  if (p <= 0 || p >= 1) return 0
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p)
}

/**
 * Bits that one palpation is expected to tell about whether the point contributes.
 *
 * 0 where nothing is open (p is 0 or 1) or the finger is no better than a coin.
 */
export function informationGainBits(p: number, { sensitivity, specificity }: Reliability): number {
  const positive = p * sensitivity + (1 - p) * (1 - specificity)
  const left = p * binaryEntropyBits(sensitivity) + (1 - p) * binaryEntropyBits(specificity)
  return Math.max(0, binaryEntropyBits(positive) - left)
}

/**
 * Bits that each yes-or-no question is expected to tell about which set of sources is the true one.
 *
 * A yes is likelier by the say of each contributing source: log-odds(yes | set) = anyway + sum of the say of its
 * members. The gain is the entropy of the answer less what is left of it once the set is known, which is the mutual
 * information of answer and set.
 * @returns one value a question of `asking`; 0 where no kept set has a say in it
 */
export function questionGainsBits({ sets, weights }: Belief, asking: Asking): Float64Array {
  const { askables, rowStart, question, nats } = asking
  const said = new Float64Array(askables.length) // of the set at hand
  const touched: number[] = []
  const yes = new Float64Array(askables.length) // over sets with a say
  const left = new Float64Array(askables.length)
  const heard = new Float64Array(askables.length)
  for (const [index, members] of sets.entries()) {
    for (const i of members) {
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
        const q = question[k]!
        if (said[q] === 0) touched.push(q)
        said[q]! += nats[k]!
      }
    }
    for (const q of touched) {
      const p = logistic(askables[q]!.anyway + said[q]!)
      yes[q]! += weights[index]! * p
      left[q]! += weights[index]! * binaryEntropyBits(p)
      heard[q]! += weights[index]!
      said[q] = 0
    }
    touched.length = 0
  }
  return Float64Array.from(askables, ({ anyway }, q) => {
    if (heard[q] === 0) return 0
    const p = logistic(anyway)
    const rest = Math.max(0, 1 - heard[q]!)
    return Math.max(0, binaryEntropyBits(yes[q]! + rest * p) - left[q]! - rest * binaryEntropyBits(p))
  })
}
