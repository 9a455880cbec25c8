/**
 * Which activations balance the torques at the least effort?
 *
 *     minimise   sum_j w_j a_j^p / p  +  R/2 sum_i (s_i / r_i)^2
 *     subject to A a + s = b,  0 <= a_j <= 1
 *
 * `s` are reserve torques: they make every problem solvable and are dear, so that one which is not
 * near 0 says "this can't be held". Solved by its dual, which has one unknown a torque: given the
 * prices of the torques, each muscle alone decides how active it is. The dual is convex and once
 * differentiable; Newton's method on its piecewise smooth gradient ends after a few steps.
 *
 * With p = 3 a muscle's answer to the price has an infinite slope at 0, on which Newton's method
 * crawls; a little of the p = 2 effort (`blend`) is mixed in, which bounds the slope.
 * docs/model/ripple.md derives both.
 */
import { factorise, solveFactored } from './cholesky.ts'

/** Effort is activation to this power. */
export type Power = 2 | 3

/** Columns of A, one after the other, without their zeros. */
export type Columns = {
  readonly count: number
  /** Where each column starts in `rows` and `values`; one more than there are columns. */
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly values: Float64Array
}

export type RecruitmentProblem = {
  /** What each muscle yields when fully active: newton metres, one row a coordinate. */
  readonly columns: Columns
  /** Torque that is needed about each coordinate, newton metres. */
  readonly demand: Float64Array
  /** What full activation of each muscle costs, times p; above 0. */
  readonly weights: Float64Array
  /** Torque that one unit of reserve gives, newton metres (newtons for a slide); above 0. */
  readonly reserveUnit: Float64Array
  /** Price of reserve. 1e2 where units are 1 N m; 1e4 and more make infeasible problems stall. */
  readonly reservePrice: number
  readonly power: Power
}

export type Recruitment = {
  /** 0 to 1, one a column. */
  readonly activations: Float64Array
  /** What was missing about each coordinate, in the units of the demand. */
  readonly reserves: Float64Array
  /** Prices of the torques; a good start for a problem nearby. */
  readonly prices: Float64Array
  /** sum of w a^p / p, without reserves. */
  readonly effort: number
  readonly converged: boolean
  readonly steps: number
}

const mostSteps = 300
const tolerance = 1e-9
/** How much p = 2 effort is mixed into p = 3: bounds the slope at 0, moves activations by less than 1e-3. */
const blend = 1e-3

/** @param start  prices of a neighbouring problem; without them the search starts from the unbounded problem's */
export function recruit(problem: RecruitmentProblem, start?: Float64Array): Recruitment {
  if (problem.power === 2) return newton(problem, start)
  // The answer for p = 2 is found in few steps and has the same muscles at their bounds, mostly.
  return newton(problem, start ?? scaledPrices(problem))
}

/** Prices of p = 2 turned into those which give the same activations for p = 3 at half activation. */
function scaledPrices(problem: RecruitmentProblem): Float64Array {
  const prices = newton({ ...problem, power: 2 }).prices
  return prices.map((price) => price * 0.5)
}

function newton(problem: RecruitmentProblem, start?: Float64Array): Recruitment {
  const n = problem.demand.length
  const work = new Work(problem)
  const prices = start === undefined ? work.unboundedPrices() : Float64Array.from(start)
  const scale = 1 + problem.demand.reduce((most, torque) => Math.max(most, Math.abs(torque)), 0)
  const step = new Float64Array(n)
  let steps = 0
  let worst = work.gradient(prices)
  while (worst > tolerance * scale && steps < mostSteps) {
    steps++
    work.direction(step)
    const length = alongLine(work, prices, step)
    if (length === 0) break // no descent left within rounding
    for (let i = 0; i < n; i++) prices[i]! -= length * step[i]!
    worst = work.gradient(prices)
  }
  return work.answer(prices, worst <= 1e-6 * scale, steps)
}

/** How far down the line, from 0 to 1: the whole step if the dual still falls there, else where it is lowest. */
function alongLine(work: Work, prices: Float64Array, step: Float64Array): number {
  const slopeAt = (length: number) => work.slopeAlong(prices, step, length)
  const first = slopeAt(0) // negative: downhill
  if (!(first < 0)) return 0
  const whole = slopeAt(1)
  if (whole <= 0.1 * Math.abs(first)) return 1
  let low = 0
  let high = 1
  let atLow = first
  let atHigh = whole
  for (let round = 0; round < 30; round++) {
    const secant = low - (atLow * (high - low)) / (atHigh - atLow)
    const length =
      round % 3 === 2
        ? (low + high) / 2
        : Math.min(high - 0.02 * (high - low), Math.max(low + 0.02 * (high - low), secant))
    const slope = slopeAt(length)
    if (Math.abs(slope) <= 0.01 * Math.abs(first)) return length
    if (slope < 0) [low, atLow] = [length, slope]
    else [high, atHigh] = [length, slope]
  }
  return low > 0 ? low : high
}

/** The dual's value, gradient and Hessian, with the memory they need. */
class Work {
  readonly residual: Float64Array
  private readonly problem: RecruitmentProblem
  private readonly softness: Float64Array
  private readonly hessian: Float64Array
  private readonly slopes: Float64Array
  private readonly trial: Float64Array

  constructor(problem: RecruitmentProblem) {
    const n = problem.demand.length
    this.problem = problem
    this.residual = new Float64Array(n)
    this.softness = problem.reserveUnit.map((unit) => (unit * unit) / problem.reservePrice)
    this.hessian = new Float64Array(n * n)
    this.slopes = new Float64Array(problem.columns.count)
    this.trial = new Float64Array(n)
  }

  /** The prices if muscles could also push and knew no limit: a start at which the right ones are at work. */
  unboundedPrices(): Float64Array {
    this.gradient(new Float64Array(this.residual.length))
    this.slopes.forEach((_, j) => {
      this.slopes[j] = 1 / this.problem.weights[j]!
    })
    const step = new Float64Array(this.residual.length)
    this.direction(step)
    return step.map((value) => -value)
  }

  /** What the muscle earns by being one unit more active, at these prices. */
  private gain(column: number, prices: Float64Array): number {
    const { starts, rows, values } = this.problem.columns
    let sum = 0
    for (let k = starts[column]!; k < starts[column + 1]!; k++) sum += values[k]! * prices[rows[k]!]!
    return sum / this.problem.weights[column]!
  }

  /** Slope of the dual along `prices - length step`. */
  slopeAlong(prices: Float64Array, step: Float64Array, length: number): number {
    const { demand, columns, power } = this.problem
    for (let i = 0; i < demand.length; i++) this.trial[i] = prices[i]! - length * step[i]!
    let slope = 0
    for (let i = 0; i < demand.length; i++) slope -= (this.softness[i]! * this.trial[i]! - demand[i]!) * step[i]!
    for (let j = 0; j < columns.count; j++) {
      const gain = this.gain(j, this.trial)
      if (gain <= 0) continue
      slope -= activation(gain, power) * this.gain(j, step) * this.problem.weights[j]!
    }
    return slope
  }

  /** Fills `residual` (torque given less torque needed) and the slopes; gives the largest residual. */
  gradient(prices: Float64Array): number {
    const { demand, columns, weights, power } = this.problem
    for (let i = 0; i < demand.length; i++) this.residual[i] = this.softness[i]! * prices[i]! - demand[i]!
    for (let j = 0; j < columns.count; j++) {
      const gain = this.gain(j, prices)
      this.slopes[j] = 0
      if (gain <= 0) continue
      const a = activation(gain, power)
      for (let k = columns.starts[j]!; k < columns.starts[j + 1]!; k++)
        this.residual[columns.rows[k]!]! += columns.values[k]! * a
      if (a < 1) this.slopes[j] = slopeAt(a, power) / weights[j]!
    }
    let worst = 0
    for (let i = 0; i < demand.length; i++) worst = Math.max(worst, Math.abs(this.residual[i]!))
    return worst
  }

  /** Newton's step for the last gradient. */
  direction(step: Float64Array): void {
    const n = step.length
    const { columns } = this.problem
    const { starts, rows, values } = columns
    this.hessian.fill(0)
    for (let j = 0; j < columns.count; j++) {
      const slope = this.slopes[j]!
      if (slope === 0) continue
      for (let k = starts[j]!; k < starts[j + 1]!; k++) {
        const scaled = slope * values[k]!
        const row = rows[k]! * n
        for (let l = starts[j]!; l <= k; l++) this.hessian[row + rows[l]!]! += scaled * values[l]!
      }
    }
    for (let i = 0; i < n; i++) this.hessian[i * n + i]! += this.softness[i]!
    step.set(this.residual)
    if (factorise(this.hessian, n)) solveFactored(this.hessian, n, step)
  }

  answer(prices: Float64Array, converged: boolean, steps: number): Recruitment {
    const { columns, weights, power } = this.problem
    const activations = new Float64Array(columns.count)
    let effort = 0
    for (let j = 0; j < columns.count; j++) {
      const gain = this.gain(j, prices)
      activations[j] = gain <= 0 ? 0 : activation(gain, power)
      effort += (weights[j]! * activations[j]! ** power) / power
    }
    const reserves = prices.map((price, i) => price * this.softness[i]!)
    return { activations, reserves, prices, effort, converged, steps }
  }
}

/** The activation at which one more unit costs as much as it earns, at most 1. */
function activation(gain: number, power: Power): number {
  if (power === 2) return Math.min(1, gain)
  return Math.min(1, (Math.sqrt(blend * blend + 4 * gain) - blend) / 2)
}

/** How fast that activation rises with the gain. */
function slopeAt(a: number, power: Power): number {
  return power === 2 ? 1 : 1 / (2 * a + blend)
}
