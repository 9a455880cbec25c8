/**
 * What would tell the most? The information that a palpation or a question is expected to bring.
 *
 * A finding depends only on whether its muscle contributes, so its gain has a closed form in that probability and the
 * examiner's sensitivity and specificity. A question may be about many sources; its gain is summed over the kept sets.
 */
import type { Belief } from './belief.ts'
import type { Say } from './saying.ts'

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

/** What the answers to each question would say if a set of sources were the true one: one list a set of a belief. */
export type SaidOfSets = readonly (readonly Say[])[]

/**
 * Bits that each question is expected to tell about which set of sources is the true one.
 *
 * How likely an answer is under a set: log share = its share anyway + the say of each contributing source, over all
 * answers of the question. The gain is the entropy of the answer less what is left of it once the set is known, which is
 * the mutual information of answer and set.
 * @param anyway  of each question, log share of each answer where no source has a say
 * @returns one value a question; 0 where no kept set has a say in it
 */
export function questionGainsBits(
  { weights }: Belief,
  anyway: readonly Float64Array[],
  said: SaidOfSets,
): Float64Array {
  const own = anyway.map((logs) => new Float64Array(logs.length)) // say of the set at hand
  const isTouched = new Uint8Array(anyway.length)
  const touched: number[] = []
  const mean = anyway.map((logs) => new Float64Array(logs.length)) // over sets with a say
  const left = new Float64Array(anyway.length)
  const heard = new Float64Array(anyway.length)
  for (const [index, says] of said.entries()) {
    for (const { question, nats } of says) {
      const sum = own[question]!
      if (isTouched[question] === 0) {
        isTouched[question] = 1
        touched.push(question)
        sum.set(anyway[question]!)
      }
      for (let o = 0; o < nats.length; o++) sum[o]! += nats[o]!
    }
    const weight = weights[index]!
    for (const question of touched) {
      left[question]! += weight * spread(own[question]!, weight, mean[question]!)
      heard[question]! += weight
      isTouched[question] = 0
    }
    touched.length = 0
  }
  return Float64Array.from(anyway, (logs, question) => {
    if (heard[question] === 0) return 0
    const rest = Math.max(0, 1 - heard[question]!)
    const all = mean[question]!
    const silent = rest * spread(logs.slice(), rest, all)
    return Math.max(0, entropyBits(all) - left[question]! - silent)
  })
}

/** Entropy of an answer, bits. */
function entropyBits(shares: Float64Array): number {
  let bits = 0
  for (let o = 0; o < shares.length; o++) if (shares[o]! > 0) bits -= shares[o]! * Math.log2(shares[o]!)
  return bits
}

/**
 * Turns logs into shares in place, adds them with a weight to a mean, and measures their entropy, bits.
 *
 * The entropy of exp(x) / sum is log(sum) - mean of x: one logarithm, however many answers there are.
 */
function spread(logs: Float64Array, weight: number, mean: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (let o = 0; o < logs.length; o++) if (logs[o]! > most) most = logs[o]!
  let total = 0
  let weighed = 0
  for (let o = 0; o < logs.length; o++) {
    const x = logs[o]! - most
    const share = Math.exp(x)
    total += share
    weighed += share * x
    logs[o] = share
  }
  for (let o = 0; o < logs.length; o++) {
    logs[o]! /= total
    mean[o]! += weight * logs[o]!
  }
  return (Math.log(total) - weighed / total) / Math.LN2
}

/**
 * What an answer goes with: how much likelier it is, where a row contributes, than on the whole, times how likely the
 * row is (their covariance). Rows that it speaks for are above 0, their rivals below.
 */
export function goesWith(
  { sets, weights }: Belief,
  anyway: Float64Array,
  said: SaidOfSets,
  question: number,
  answer: number,
): Map<number, number> {
  const mean = new Float64Array(anyway.length)
  const heavy = [...sets.keys()].filter((index) => weights[index]! >= faintest)
  const shares = heavy.map((index) => {
    const own = anyway.slice()
    for (const say of said[index]!) {
      if (say.question === question) for (let o = 0; o < own.length; o++) own[o]! += say.nats[o]!
    }
    spread(own, weights[index]!, mean)
    return own[answer]!
  })
  const whole = heavy.reduce((sum, index) => sum + weights[index]!, 0)
  const covariance = new Map<number, number>()
  for (const [at, index] of heavy.entries()) {
    const gain = weights[index]! * (shares[at]! - mean[answer]! / whole)
    for (const i of sets[index]!) covariance.set(i, (covariance.get(i) ?? 0) + gain)
  }
  return covariance
}

/** Sets of less weight name no source. */
const faintest = 0.004
