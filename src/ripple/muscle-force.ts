/** What a muscle can give at its length: active force by overlap, passive force by stretch. */

/** Width of the active curve: Thelen 2003. */
const width = 0.45
/** How steeply the passive curve rises: Thelen 2003. */
const steepness = 4
/** Fibre strain at which passive force reaches the muscle's strength: 0.6 in young adults (Thelen 2003). */
const strainAtStrength = 0.6
/** Passive force never passes this share of the strength: past it the tendon, here rigid, would give way. */
const mostPassive = 0.6

/**
 * Share of the strength that full activation yields.
 *
 * @param lengthRatio  fibre length over the optimal one, 0.4 to 1.7 in life
 * @see Thelen 2003, J Biomech Eng 125(1):70-77
 * @example activeShare(1) // 1
 */
export function activeShare(lengthRatio: number): number {
  return Math.max(0.05, Math.exp(-((lengthRatio - 1) ** 2) / width))
}

/**
 * Passive force as a share of the strength.
 *
 * Zero up to the optimal length: a slack muscle does not push. Then exponential, and levelling off at
 * 0.6, because the model's tendons are rigid and would otherwise overrate a long stretch.
 *
 * @param lengthRatio  fibre length over the optimal one
 * @example passiveShare(0.9) // 0
 */
export function passiveShare(lengthRatio: number): number {
  const strain = Math.max(0, lengthRatio - 1)
  const share = Math.expm1((steepness * strain) / strainAtStrength) / Math.expm1(steepness)
  return share / (1 + share / mostPassive)
}

/**
 * Fibre length over the optimal one.
 *
 * Tendons are rigid, so a change of the muscle's length is one of its fibres. A muscle that is `tight` has fibres
 * shorter by that share, at rest and at their best.
 *
 * @param changeMm   muscle length less that of the neutral posture
 * @param tightness  0 (as usual) to 0.2
 */
export function lengthRatio(neutralRatio: number, optimalMm: number, changeMm: number, tightness: number): number {
  return (neutralRatio + changeMm / optimalMm) / (1 - tightness)
}
