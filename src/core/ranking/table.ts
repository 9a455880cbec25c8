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

/** Where a hazard stands among the steps of a line; its whole part is always a step with another one after it. */
export function tablePosition(hazard: number): number {
  return Math.min(Math.sqrt(hazard) * rootScale, hazardSteps - 1.000001)
}

export type LikelihoodTable = {
  /** For paint: what is painted is known. */
  readonly values: Float64Array
  /** For places named in words: how much of each patch hurts is only roughly known. */
  readonly named: Float64Array
}

/** Natural logarithm of the gamma function for x > 0. Lanczos, g = 7, nine terms: relative error under 1e-13. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x)
  const shifted = x - 1
  let sum = 0.99999999999980993
  for (let i = 0; i < lanczos.length; i++) sum += lanczos[i]! / (shifted + i + 1)
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
  return likelihoodUnder(hazard, parameters)(share)
}

function likelihoodUnder(hazard: number, { patchLooks: n, concentration, temper }: Parameters) {
  const mean = Math.min(1 - 1e-6, Math.max(1e-6, -Math.expm1(-hazard)))
  const alpha = mean * concentration
  const beta = (1 - mean) * concentration
  const whole = logGamma(alpha) + logGamma(beta) + logGamma(n + concentration) - logGamma(concentration)
  return (share: number) => {
    const painted = n * share
    return temper * (logGamma(painted + alpha) + logGamma(n - painted + beta) - whole)
  }
}

const made = new Map<string, LikelihoodTable>()

/** Made once for the same three numbers: it takes tens of milliseconds. */
export function likelihoodTable(parameters: Parameters): LikelihoodTable {
  const key = `${parameters.patchLooks} ${parameters.concentration} ${parameters.temper}`
  const earlier = made.get(key)
  if (earlier !== undefined) return earlier
  const values = new Float64Array((shareSteps + 1) * hazardSteps)
  for (let h = 0; h < hazardSteps; h++) {
    const root = Math.max(h / rootScale, 0.02)
    const likelihood = likelihoodUnder(root * root, parameters)
    for (let s = 0; s <= shareSteps; s++) values[s * hazardSteps + h] = likelihood((s / shareSteps) ** 2)
  }
  const table = { values, named: namedTable(values, parameters) }
  made.set(key, table)
  return table
}

/**
 * The same for a place that was named, not painted: who names a region does not mean all of it, and least its rim.
 *
 * Of a patch of which `share` lies in the named part, nothing is really painted with the chance exp(-share / 0.15), and
 * otherwise more or less than the share. The likelihood is the mean over what may be painted. The numbers are those of
 * simulated people who name the regions that they painted (docs/model/ranking.md).
 */
function namedTable(values: Float64Array, { patchLooks: n, temper }: Parameters): Float64Array {
  const named = new Float64Array(values.length)
  const lines = Array.from({ length: n + 1 }, () => new Float64Array(hazardSteps))
  for (const [k, line] of lines.entries()) {
    lineFor(values, k / n, line, 0)
    const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
    for (let h = 0; h < hazardSteps; h++) line[h] = Math.exp(line[h]! / temper + ways)
  }
  for (let s = 0; s <= shareSteps; s++) {
    const chance = paintedWhereNamed((s / shareSteps) ** 2, n)
    for (let h = 0; h < hazardSteps; h++) {
      let mean = 0
      for (let k = 0; k <= n; k++) mean += chance[k]! * lines[k]![h]!
      named[s * hazardSteps + h] = temper * Math.log(mean)
    }
  }
  return named
}

/** How likely a named share is where k of n looks are painted, up to a factor. */
function paintedWhereNamed(share: number, n: number): number[] {
  const nothing = Math.exp(-share / 0.15)
  const mean = share < 1e-9 ? 0 : share / Math.max(1e-9, 1 - nothing)
  const near = Array.from({ length: n + 1 }, (_, k) => (k === 0 ? 0 : Math.exp(-0.5 * ((k / n - mean) / 0.22) ** 2)))
  const sum = near.reduce((total, value) => total + value, 0)
  // Against how often a patch is painted so far: most are not, all other shares are about as frequent.
  return near.map((value, k) =>
    k === 0 ? nothing / unpainted : (((1 - nothing) * value) / sum) * (n / (1 - unpainted)),
  )
}

const unpainted = 0.93

/** A table's line for one painted share, times `weight`, written into `into` from `offset`. */
export function lineFor(values: Float64Array, share: number, into: Float64Array, offset: number, weight = 1): void {
  const position = Math.sqrt(Math.min(1, Math.max(0, share))) * shareSteps
  const below = Math.min(shareSteps - 1, Math.floor(position))
  const part = position - below
  const from = below * hazardSteps
  for (let h = 0; h < hazardSteps; h++) {
    const low = values[from + h]!
    into[offset + h] = weight * (low + part * (values[from + hazardSteps + h]! - low))
  }
}
