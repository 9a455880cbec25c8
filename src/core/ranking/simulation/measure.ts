/** How good are rankings of cases whose sources are known? */
import { mappedFrom } from '../posterior.ts'

export type Scored = {
  /** Rows that truly contribute. */
  readonly truth: ReadonlySet<number>
  /** Probability of each real row, by row; rows of nuisance are left out by the caller. */
  readonly rows: readonly number[]
  readonly probability: readonly number[]
}

export type Measures = {
  readonly cases: number
  /** Share of cases with a source whose first row is a true one. */
  readonly top1: number
  /** Share of true sources among the first three, of at most three a case. */
  readonly top3: number
  /** Nats a case over all rows. */
  readonly logLoss: number
  /** Expected calibration error over 20 equal bins, weighted by count, of probabilities of 0.02 and more. */
  readonly calibrationError: number
  readonly expectedCount: number
  readonly trueCount: number
}

const bins = 20
const countedFrom = 0.02
const surest = 1e-6

export function measure(scored: readonly Scored[]): Measures {
  let first = 0
  let withSource = 0
  let inThree = 0
  let threeAtMost = 0
  let loss = 0
  let expected = 0
  let truth = 0
  const claimed = new Float64Array(bins)
  const observed = new Float64Array(bins)
  const count = new Float64Array(bins)
  for (const one of scored) {
    const order = one.rows.map((_, k) => k).sort((a, b) => one.probability[b]! - one.probability[a]! || a - b)
    if (one.truth.size > 0) {
      withSource++
      if (one.truth.has(one.rows[order[0]!]!)) first++
      inThree += order.slice(0, 3).filter((k) => one.truth.has(one.rows[k]!)).length
      threeAtMost += Math.min(3, one.truth.size)
    }
    truth += one.truth.size
    for (const [k, row] of one.rows.entries()) {
      const p = Math.min(1 - surest, Math.max(surest, one.probability[k]!))
      const is = one.truth.has(row)
      loss -= Math.log(is ? p : 1 - p)
      expected += p
      if (p < countedFrom) continue
      const bin = Math.min(bins - 1, Math.floor(p * bins))
      claimed[bin]! += p
      observed[bin]! += is ? 1 : 0
      count[bin]!++
    }
  }
  const total = count.reduce((sum, value) => sum + value, 0)
  let error = 0
  for (let bin = 0; bin < bins; bin++) error += Math.abs(claimed[bin]! - observed[bin]!) / Math.max(1, total)
  return {
    cases: scored.length,
    top1: first / Math.max(1, withSource),
    top3: inThree / Math.max(1, threeAtMost),
    logLoss: loss / scored.length,
    calibrationError: error,
    expectedCount: expected / scored.length,
    trueCount: truth / scored.length,
  }
}

/**
 * Shift and slope of logit p' = shift + slope logit p that make true sources likeliest (Platt scaling).
 *
 * Newton's method on the log-likelihood; a dozen steps are plenty for two numbers.
 */
export function fitRecalibration(scored: readonly Scored[]): { readonly shift: number; readonly slope: number } {
  const x: number[] = []
  const y: number[] = []
  for (const one of scored) {
    for (const [k, row] of one.rows.entries()) {
      const p = Math.min(1 - surest, Math.max(surest, one.probability[k]!))
      if (p < mappedFrom) continue // chosen by the claim alone, so that nothing is favoured
      x.push(Math.log(p / (1 - p)))
      y.push(one.truth.has(row) ? 1 : 0)
    }
  }
  let shift = 0
  let slope = 1
  for (let step = 0; step < 60; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9]
    for (let k = 0; k < x.length; k++) {
      const p = 1 / (1 + Math.exp(-(shift + slope * x[k]!)))
      const w = p * (1 - p)
      g0 += y[k]! - p
      g1 += (y[k]! - p) * x[k]!
      h00 += w
      h01 += w * x[k]!
      h11 += w * x[k]! * x[k]!
    }
    const determinant = h00 * h11 - h01 * h01
    // Held steps: from the middle of nowhere a full Newton step may overshoot for good.
    shift += held((h11 * g0 - h01 * g1) / determinant)
    slope += held((h00 * g1 - h01 * g0) / determinant)
  }
  return { shift, slope }
}

function held(step: number): number {
  return Math.min(0.3, Math.max(-0.3, step))
}
