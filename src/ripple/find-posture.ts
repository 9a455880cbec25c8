/** The posture in which soles lie flat, the weight is over its support and the arm points where it should. */
import type { Side } from '../core/units.ts'
import { factorise, solveFactored } from './cholesky.ts'
import { type Kinematics, type Pose, worldDirection, worldPoint } from './kinematics.ts'
import type { TaskSetup } from './task-setup.ts'

/** Where between heel and ball the weight falls: quiet standing, a hand's width before the ankle. */
const forwardShare = 0.45
/** An arm that reaches up, 120 degrees from hanging, 30 degrees in front of the body's plane: aside and forwards. */
const overhead = [0.75, 0.433] as const
const mostRounds = 12
/** Radians, and metres. */
const closeEnough = 1e-7

/** @param start  radians; the answer differs from it along the task's `finds` only */
export function findPosture(kinematics: Kinematics, task: TaskSetup, start: Float64Array): Float64Array {
  const count = task.finds.length
  if (count === 0) return start
  const q = Float64Array.from(start)
  let errors = goalErrors(kinematics, task, q)
  for (let round = 0; round < mostRounds; round++) {
    if (Math.max(...errors.map(Math.abs)) < closeEnough) break
    const columns = task.finds.map((find) => {
      const moved = Float64Array.from(q)
      for (let i = 0; i < q.length; i++) moved[i]! += 0.01 * find[i]!
      return goalErrors(kinematics, task, moved).map((error, k) => (error - errors[k]!) / 0.01)
    })
    const step = leastSquares(columns, errors)
    for (let f = 0; f < count; f++) {
      const along = Math.max(-15, Math.min(15, step[f]!)) // degrees: far steps overshoot where limbs turn
      for (let i = 0; i < q.length; i++) q[i]! -= along * task.finds[f]![i]!
    }
    errors = goalErrors(kinematics, task, q)
  }
  return q
}

function leastSquares(columns: readonly (readonly number[])[], errors: readonly number[]): Float64Array {
  const n = columns.length
  const matrix = new Float64Array(n * n)
  const right = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      matrix[i * n + j] = columns[i]!.reduce((sum, value, k) => sum + value * columns[j]![k]!, 0)
    matrix[i * n + i]! += 1e-12 // a find that moves nothing stays where it is
    right[i] = columns[i]!.reduce((sum, value, k) => sum + value * errors[k]!, 0)
  }
  if (factorise(matrix, n)) solveFactored(matrix, n, right)
  return right
}

function goalErrors(kinematics: Kinematics, task: TaskSetup, q: Float64Array): number[] {
  const pose = kinematics.place(q)
  return task.goals.flatMap(({ kind, sides }) => {
    if (kind === 'balance-sagittal') return [balance(kinematics, task, pose)[1]]
    if (kind === 'balance-frontal') return [balance(kinematics, task, pose)[0]]
    return sides.flatMap((side) => sideErrors(kinematics, pose, kind, side))
  })
}

function sideErrors(
  kinematics: Kinematics,
  pose: Pose,
  kind: TaskSetup['goals'][number]['kind'],
  side: Side,
): number[] {
  const { model } = kinematics
  if (kind === 'sole-level-sagittal') return [worldDirection(pose, model.segment('foot', side), [0, 0, 1])[1]]
  if (kind === 'sole-level-frontal') return [worldDirection(pose, model.segment('foot', side), [1, 0, 0])[1]]
  const [x, y, z] = armDirection(kinematics, pose, side)
  if (kind === 'arm-sideways-level') return [y, z]
  if (kind === 'arm-forwards-level') return [x, y]
  return [(side === 'left' ? x : -x) - overhead[0], z - overhead[1]]
}

/** Unit vector from shoulder to elbow. */
function armDirection(kinematics: Kinematics, pose: Pose, side: Side): [number, number, number] {
  const shoulder = kinematics.model.segment('upper-arm', side)
  const elbow = kinematics.model.segment('forearm', side)
  const d = [0, 1, 2].map((i) => pose.places[3 * elbow + i]! - pose.places[3 * shoulder + i]!)
  const length = Math.hypot(...d)
  return [d[0]! / length, d[1]! / length, d[2]! / length]
}

/** How far the centre of mass (with loads) lies from its place above the support: x and z, metres. */
function balance(kinematics: Kinematics, task: TaskSetup, pose: Pose): [number, number] {
  const [x, , z] = centreOfMass(kinematics, task, pose)
  const at = (heel: boolean) => {
    const points = task.bearings
      .filter((one) => one.heel === heel)
      .map((one) => worldPoint(kinematics.model, pose, one.segment, one.atMm))
    return points.length === 0 ? null : [0, 2].map((i) => points.reduce((sum, p) => sum + p[i]!, 0) / points.length)
  }
  const ball = at(false)!
  const heel = at(true) ?? ball
  return [x - (heel[0]! + forwardShare * (ball[0]! - heel[0]!)), z - (heel[1]! + forwardShare * (ball[1]! - heel[1]!))]
}

/** World metres. */
export function centreOfMass(kinematics: Kinematics, task: TaskSetup, pose: Pose): [number, number, number] {
  const { model } = kinematics
  const sum: [number, number, number] = [0, 0, 0]
  let mass = 0
  const add = (segment: number, atMm: readonly [number, number, number], kg: number) => {
    const at = worldPoint(model, pose, segment, atMm)
    for (const i of [0, 1, 2] as const) sum[i] += kg * at[i]
    mass += kg
  }
  model.segments.forEach((segment, index) => {
    add(index, segment.centreMm, segment.massShare * model.massKg)
  })
  for (const load of task.loads) add(load.segment, load.atMm, load.massKg)
  return [sum[0] / mass, sum[1] / mass, sum[2] / mass]
}
