/**
 * How posture gives way when it is free to: the least of effort and a price of standing differently.
 *
 *     minimise over x   E(x) - g . x + k/2 |x|^2
 *
 * x are degrees along the task's adaptations, E the effort (reserves at their price, so that a posture
 * in which the task can't be held is dear), and g the slope of the healthy body's effort at x = 0. With it a
 * healthy body stays exactly as it stands: that people choose their posture for more than least effort is
 * taken from them, not from the model. k is calibrated on the nerve block of Kendall 2013 and Pohl 2015: half of the
 * hip abductors' strength gone changed neither pelvic drop nor trunk lean.
 */

import { findPosture } from './find-posture.ts'
import type { Kinematics } from './kinematics.ts'
import { type Changes, noChanges, type Situation, type Solved, situationOf, solveSituation } from './statics.ts'
import type { TaskSetup } from './task-setup.ts'

/** Price of posture: effort a degree squared. See docs/model/ripple.md for the calibration. */
export const posturePrice = 0.02
/** Degrees to both sides, by which slopes are taken: the same everywhere, so that a healthy body stays. */
const probeDeg = 0.4
const mostRounds = 10
/** Degrees: a smaller move ends the search. */
const settledDeg = 0.05

export type Adapted = {
  readonly q: Float64Array
  readonly situation: Situation
  readonly solved: Solved
  readonly cost: number
}

type Posed = { readonly q: Float64Array; readonly situation: Situation }

export class PostureSearch {
  readonly kinematics: Kinematics
  readonly task: TaskSetup
  private readonly base: Float64Array
  private readonly neutralLengths: Float64Array
  /** Slope of the healthy effort at the usual posture, a degree. */
  private readonly slope: Float64Array
  /** Postures at and right beside the usual one: every search begins there, whatever the trouble. */
  private readonly beginnings = new Map<string, Posed>()

  constructor(kinematics: Kinematics, task: TaskSetup, base: Float64Array, neutralLengths: Float64Array) {
    this.kinematics = kinematics
    this.task = task
    this.base = base
    this.neutralLengths = neutralLengths
    const healthy = noChanges(kinematics.model.elements.length)
    this.slope = Float64Array.from(task.adaptations, (_, i) => {
      const at = (deg: number) => this.effort(this.along(i, deg), healthy).solved.cost
      return (at(probeDeg) - at(-probeDeg)) / (2 * probeDeg)
    })
  }

  search(changes: Changes): Adapted {
    const n = this.task.adaptations.length
    let x: Float64Array = new Float64Array(n)
    let best = this.at(x, changes)
    if (n === 0) return best
    // Quasi-Newton: the curvature starts from the price of posture and learns from the slopes met.
    const curvature = identity(n, 1 / (2 * posturePrice))
    let slopes = this.slopes(x, changes, best)
    for (let round = 0; round < mostRounds; round++) {
      const step = multiply(curvature, slopes, n)
      let factor = 1
      let next = best
      let moved: Float64Array = x
      for (let halving = 0; halving < 8; halving++, factor /= 2) {
        moved = this.clamp(x.map((value, i) => value - factor * limited(step[i]!)))
        next = this.at(moved, changes, best.solved.recruitment.prices)
        if (next.cost < best.cost) break
      }
      if (next.cost >= best.cost) break
      const change = moved.map((value, i) => value - x[i]!)
      const newSlopes = this.slopes(moved, changes, next)
      learn(
        curvature,
        change,
        newSlopes.map((value, i) => value - slopes[i]!),
        n,
      )
      x = moved
      best = next
      slopes = newSlopes
      if (Math.max(...change.map(Math.abs)) < settledDeg) break
    }
    return best
  }

  private along(index: number, deg: number): Float64Array {
    return Float64Array.from(this.task.adaptations, (_, i) => (i === index ? deg : 0))
  }

  private clamp(x: Float64Array): Float64Array {
    return x.map((value, i) =>
      Math.min(this.task.adaptations[i]!.toDeg, Math.max(this.task.adaptations[i]!.fromDeg, value)),
    )
  }

  private effort(x: Float64Array, changes: Changes, start?: Float64Array) {
    const posed = this.posed(x)
    return { ...posed, solved: solveSituation(this.kinematics, posed.situation, changes, 2, start) }
  }

  private posed(x: Float64Array): Posed {
    const isBeginning = x.reduce((sum, deg) => sum + Math.abs(deg), 0) <= probeDeg
    const key = x.join()
    const known = isBeginning ? this.beginnings.get(key) : undefined
    if (known !== undefined) return known
    const q = Float64Array.from(this.base)
    this.task.adaptations.forEach((adaptation, a) => {
      for (let i = 0; i < q.length; i++) q[i]! += x[a]! * adaptation.direction[i]!
    })
    const found = findPosture(this.kinematics, this.task, q)
    const posed = { q: found, situation: situationOf(this.kinematics, this.task, found, this.neutralLengths) }
    if (isBeginning && x.every((deg) => deg === 0 || Math.abs(deg) === probeDeg)) this.beginnings.set(key, posed)
    return posed
  }

  private at(x: Float64Array, changes: Changes, start?: Float64Array): Adapted {
    const reached = this.effort(x, changes, start)
    let cost = reached.solved.cost
    for (let i = 0; i < x.length; i++) cost += (posturePrice / 2) * x[i]! ** 2 - this.slope[i]! * x[i]!
    return { ...reached, cost }
  }

  private slopes(x: Float64Array, changes: Changes, here: Adapted): Float64Array {
    return x.map((value, i) => {
      const at = (deg: number) => {
        const moved = Float64Array.from(x)
        moved[i] = value + deg
        return this.at(moved, changes, here.solved.recruitment.prices).cost
      }
      return (at(probeDeg) - at(-probeDeg)) / (2 * probeDeg)
    })
  }
}

/** No step of more than six degrees: effort is only known nearby. */
function limited(deg: number): number {
  return Math.max(-6, Math.min(6, deg))
}

function identity(n: number, factor: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? factor : 0))
}

function multiply(matrix: Float64Array, vector: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) =>
    vector.reduce((sum, value, j) => sum + matrix[i * n + j]! * value, 0),
  )
}

/** BFGS on the inverse curvature; skipped where the slope did not grow along the step. */
function learn(inverse: Float64Array, step: Float64Array, slopeChange: Float64Array, n: number): void {
  const product = step.reduce((sum, value, i) => sum + value * slopeChange[i]!, 0)
  if (product <= 1e-12) return
  const hy = multiply(inverse, slopeChange, n)
  const yhy = slopeChange.reduce((sum, value, i) => sum + value * hy[i]!, 0)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      inverse[i * n + j]! +=
        ((1 + yhy / product) * step[i]! * step[j]! - hy[i]! * step[j]! - step[i]! * hy[j]!) / product
    }
  }
}
