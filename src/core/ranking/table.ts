/**
 * How likely is this painted share of a patch, given the hazard? Beta-binomial, tempered, from a table.
 *
 * The likelihood of a patch depends on two numbers only, the painted share and the total hazard, so one small table
 * over (square root of share, square root of hazard) with linear interpolation stands for all gamma functions.
 */
import type { Parameters } from './parameters.ts'

/** Even in the square root of the share: the likelihood bends most where little is painted. */
const shareSteps = 160
export const hazardSteps = 320
const maxRootHazard = 3
export const rootScale = (hazardSteps - 1) / maxRootHazard

export type LikelihoodTable = { readonly values: Float64Array }

/** Natural logarithm of the gamma function for x > 0. Lanczos, g = 7, nine terms: relative error under 1e-13. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x)
  const shifted = x - 1
  let sum = 0.99999999999980993
  for (const [i, coefficient] of lanczos.entries()) sum += coefficient / (shifted + i + 1)
  const t = shifted + lanczos.length - 0.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/**
 * Tempered log-likelihood in nats of painting `share` of a patch under `hazard`.
 *
 * The binomial coefficient, which no hazard changes, is left out.
 * @param share   0 to 1
 * @param hazard  above 0
 */
export function logLikelihood(share: number, hazard: number, parameters: Parameters): number {
  const { patchLooks: n, concentration, temper } = parameters
  const mean = Math.min(1 - 1e-6, Math.max(1e-6, -Math.expm1(-hazard)))
  const alpha = mean * concentration
  const beta = (1 - mean) * concentration
  const painted = n * share
  return (
    temper *
    (logGamma(painted + alpha) -
      logGamma(alpha) +
      logGamma(n - painted + beta) -
      logGamma(beta) -
      logGamma(n + concentration) +
      logGamma(concentration))
  )
}

export function likelihoodTable(parameters: Parameters): LikelihoodTable {
  const values = new Float64Array((shareSteps + 1) * hazardSteps)
  for (let s = 0; s <= shareSteps; s++) {
    for (let h = 0; h < hazardSteps; h++) {
      const root = Math.max(h / rootScale, 0.02)
      values[s * hazardSteps + h] = logLikelihood((s / shareSteps) ** 2, root * root, parameters)
    }
  }
  return { values }
}

/** The table's line for one painted share, written into `into` from `offset`. */
export function lineFor(table: LikelihoodTable, share: number, into: Float64Array, offset: number): void {
  const position = Math.sqrt(Math.min(1, Math.max(0, share))) * shareSteps
  const below = Math.min(shareSteps - 1, Math.floor(position))
  const part = position - below
  const { values } = table
  for (let h = 0; h < hazardSteps; h++) {
    const low = values[below * hazardSteps + h]!
    into[offset + h] = low + part * (values[(below + 1) * hazardSteps + h]! - low)
  }
}
