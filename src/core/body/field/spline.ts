/**
 * Smooth curves through given values.
 *
 * Natural cubic splines: curvature is continuous, so light runs over a lofted limb without a
 * visible seam at the stations where we wrote numbers down.
 */

/** Second derivatives of the natural cubic spline through `values` at the increasing `knots`. */
function bends(knots: readonly number[], values: readonly number[]): Float64Array {
  const n = knots.length
  const second = new Float64Array(n)
  const work = new Float64Array(n)
  for (let i = 1; i < n - 1; i++) {
    const before = knots[i]! - knots[i - 1]!
    const after = knots[i + 1]! - knots[i]!
    const share = before / (before + after)
    const pivot = share * second[i - 1]! + 2
    second[i] = (share - 1) / pivot
    const slope = (values[i + 1]! - values[i]!) / after - (values[i]! - values[i - 1]!) / before
    work[i] = ((6 * slope) / (before + after) - share * work[i - 1]!) / pivot
  }
  second[n - 1] = 0
  for (let i = n - 2; i >= 0; i--) second[i] = second[i]! * second[i + 1]! + work[i]!
  return second
}

/** The spline through `values` at `knots`, sampled at `count` even steps from the first knot to the last. */
export function sampleSpline(knots: readonly number[], values: readonly number[], count: number): Float64Array {
  const second = bends(knots, values)
  const out = new Float64Array(count)
  const first = knots[0]!
  const span = knots[knots.length - 1]! - first
  let k = 0
  for (let i = 0; i < count; i++) {
    const at = first + (span * i) / (count - 1)
    while (k < knots.length - 2 && at > knots[k + 1]!) k++
    const width = knots[k + 1]! - knots[k]!
    const b = (at - knots[k]!) / width
    const a = 1 - b
    const bend = ((a * a * a - a) * second[k]! + (b * b * b - b) * second[k + 1]!) * ((width * width) / 6)
    out[i] = a * values[k]! + b * values[k + 1]! + bend
  }
  return out
}
