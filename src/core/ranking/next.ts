/**
 * What to press next? The palpation that is expected to settle most.
 *
 * A finding at a point depends on that point alone, so its expected information gain has a closed form in the point's
 * probability and the examiner's sensitivity and specificity.
 */

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
