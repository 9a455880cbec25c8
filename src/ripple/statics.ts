/**
 * A posture as a recruitment problem: what weight and stretched tissue demand about each coordinate, and what
 * each muscle, the ground and the rib cage under the shoulder blade can give.
 *
 * One row a coordinate, the pelvis's six in the world among them: what the ground gives is found together
 * with what the muscles give. Ground only pushes up; its push costs (almost) nothing.
 */
import type { Trouble } from './ask.ts'
import { columnsOf } from './columns.ts'
import { type Kinematics, type Pose, worldDirection, worldPoint } from './kinematics.ts'
import { denseArms } from './moment-arms.ts'
import { activeShare, lengthRatio, passiveShare } from './muscle-force.ts'
import { type Power, type Recruitment, type RecruitmentProblem, recruit } from './solver.ts'
import type { TaskSetup } from './task-setup.ts'

const gravity = 9.81
/** Cost of full push by ground or ribs, beside 1 for a muscle of 1000 N. */
const supportCost = 1e-2
/** Torque a unit of reserve, at 75 kg; scales with the body so that scaling everything changes no activation. */
export const reserveNm = 1
export const reservePrice = 100
/** A task is held if no reserve passes this share of what its coordinate must give, or of 10 N m where that is less. */
const mostReserveShare = 0.01
const leastDemandNm = 10

/** How muscles are changed: strength left (1), tightness (0), lever arm (1), one value an element. */
export type Changes = {
  readonly strength: Float64Array
  readonly tightness: Float64Array
  readonly arm: Float64Array
}

export function noChanges(count: number): Changes {
  return {
    strength: new Float64Array(count).fill(1),
    tightness: new Float64Array(count),
    arm: new Float64Array(count).fill(1),
  }
}

export function changesOf(kinematics: Kinematics, troubles: readonly Trouble[]): Changes {
  const { elements } = kinematics.model
  const changes = noChanges(elements.length)
  for (const trouble of troubles) {
    elements.forEach((one, e) => {
      if (one.muscle !== trouble.muscle || one.side !== trouble.side) return
      if (trouble.part !== null && one.part !== trouble.part) return
      if (trouble.state === 'inhibited') changes.strength[e]! *= 1 - trouble.degree
      else changes.tightness[e] = Math.max(changes.tightness[e]!, trouble.degree)
    })
  }
  return changes
}

/** What only posture and task decide. */
export type Situation = {
  readonly task: TaskSetup
  readonly pose: Pose
  /** dL/dq in metres a radian, one array an element. */
  readonly arms: readonly Float64Array[]
  /** Muscle length less that of the neutral posture, millimetres. */
  readonly stretchMm: Float64Array
  /** Torque needed before passive muscle. */
  readonly demand: Float64Array
  /** Columns of ground and ribs at full push. */
  readonly supports: readonly Float64Array[]
}

/** @param neutralLengths  metres, of `Kinematics.pose` with all coordinates 0 */
export function situationOf(
  kinematics: Kinematics,
  task: TaskSetup,
  q: Float64Array,
  neutralLengths: Float64Array,
): Situation {
  const { model } = kinematics
  const pose = kinematics.pose(q)
  const demand = Float64Array.from(pose.weight)
  for (const load of task.loads) {
    const at = worldPoint(model, pose, load.segment, load.atMm)
    addForce(kinematics, pose, demand, load.segment, at, [0, load.massKg * gravity, 0])
  }
  model.coordinates.forEach((one, i) => {
    demand[i]! += one.stiffnessNmPerDeg * ((q[i]! * 180) / Math.PI)
  })
  const supports = task.bearings.map((bearing) => {
    const column = new Float64Array(demand.length)
    const at = worldPoint(model, pose, bearing.segment, bearing.atMm)
    addForce(kinematics, pose, column, bearing.segment, at, [0, bearing.mostN, 0])
    return column
  })
  for (const glide of model.glides) {
    const column = new Float64Array(demand.length)
    const at = worldPoint(model, pose, glide.on, glide.atMm)
    const [x, y, z] = worldDirection(pose, glide.against, glide.direction)
    addForce(kinematics, pose, column, glide.on, at, [x * glide.mostN, y * glide.mostN, z * glide.mostN])
    addForce(kinematics, pose, column, glide.against, at, [-x * glide.mostN, -y * glide.mostN, -z * glide.mostN])
    supports.push(column)
  }
  const stretchMm = pose.lengths.map((length, e) => 1000 * (length - neutralLengths[e]!))
  return { task, pose, arms: denseArms(kinematics), stretchMm, demand, supports }
}

/** Adds what a force on a segment does about every coordinate that moves it. */
function addForce(
  kinematics: Kinematics,
  pose: Pose,
  row: Float64Array,
  segment: number,
  at: readonly [number, number, number],
  force: readonly [number, number, number],
): void {
  const { axes, anchors } = pose
  kinematics.model.coordinates.forEach((one, i) => {
    if (!kinematics.moves(i, segment)) return
    const [ax, ay, az] = [axes[3 * i]!, axes[3 * i + 1]!, axes[3 * i + 2]!]
    if (one.slides) {
      row[i]! += ax * force[0] + ay * force[1] + az * force[2]
      return
    }
    const [rx, ry, rz] = [at[0] - anchors[3 * i]!, at[1] - anchors[3 * i + 1]!, at[2] - anchors[3 * i + 2]!]
    row[i]! +=
      ax * (ry * force[2] - rz * force[1]) + ay * (rz * force[0] - rx * force[2]) + az * (rx * force[1] - ry * force[0])
  })
}

export type Solved = {
  readonly recruitment: Recruitment
  /** Newtons, active and passive, one value an element. */
  readonly forcesN: Float64Array
  /** Newtons of each ground contact and rib contact, in the order of `Situation.supports`. */
  readonly supportN: Float64Array
  readonly held: boolean
  /** The largest reserve about a joint, newton metres. */
  readonly worstReserveNm: number
  /** Effort with the price of the reserves. */
  readonly cost: number
}

/** Effort of full activation, before the division by p: muscles count by their strength, so that cutting one in two changes nothing. */
export function weightOf(maxForceN: number): number {
  return maxForceN / 1000
}

export type Posed = {
  readonly problem: RecruitmentProblem
  /** The columns of the problem, muscles first, then ground and ribs. */
  readonly dense: readonly Float64Array[]
  /** Newtons at full activation, and from stretch alone, one value an element. */
  readonly capacity: Float64Array
  readonly passive: Float64Array
}

/** The recruitment problem of a posture for a body changed that way. */
export function problemOf(kinematics: Kinematics, situation: Situation, changes: Changes, power: Power = 2): Posed {
  const { model } = kinematics
  const n = situation.demand.length
  const demand = Float64Array.from(situation.demand)
  const capacity = new Float64Array(model.elements.length)
  const passive = new Float64Array(model.elements.length)
  const muscleColumns = model.elements.map((element, e) => {
    const ratio = lengthRatio(element.neutralRatio, element.optimalMm, situation.stretchMm[e]!, changes.tightness[e]!)
    const along = element.maxForceN * Math.cos((element.pennationDeg * Math.PI) / 180)
    capacity[e] = along * activeShare(ratio) * changes.strength[e]!
    passive[e] = along * passiveShare(ratio)
    const arms = situation.arms[e]!
    const column = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      if (arms[i] === 0) continue
      const arm = arms[i]! * changes.arm[e]!
      column[i] = -arm * capacity[e]!
      demand[i]! += arm * passive[e]!
    }
    return column
  })
  const scale = model.massKg / 75
  const reserveUnit = new Float64Array(n).fill(reserveNm * scale)
  const muscles = model.elements.length
  const weights = Float64Array.from({ length: muscles + situation.supports.length }, (_, j) =>
    j < muscles ? weightOf(model.elements[j]!.maxForceN / scale) : supportCost,
  )
  const columns = [...muscleColumns, ...situation.supports]
  const problem: RecruitmentProblem = {
    columns: columnsOf(columns),
    demand,
    weights,
    reserveUnit,
    reservePrice,
    power,
  }
  return { problem, dense: columns, capacity, passive }
}

export function solveSituation(
  kinematics: Kinematics,
  situation: Situation,
  changes: Changes,
  power: Power = 2,
  start?: Float64Array,
): Solved {
  const { model } = kinematics
  const { problem, capacity, passive } = problemOf(kinematics, situation, changes, power)
  const { demand, reserveUnit } = problem
  const muscles = model.elements.length
  const scale = model.massKg / 75
  const recruitment = recruit(problem, start)
  const forcesN = capacity.map((most, e) => most * recruitment.activations[e]! + passive[e]!)
  const supportMost = [...situation.task.bearings, ...model.glides].map((one) => one.mostN)
  let held = recruitment.converged
  let worst = 0
  let price = 0
  recruitment.reserves.forEach((reserve, i) => {
    price += (reservePrice / 2) * (reserve / reserveUnit[i]!) ** 2
    if (!model.coordinates[i]!.slides) worst = Math.max(worst, Math.abs(reserve))
    if (Math.abs(reserve) > mostReserveShare * Math.max(Math.abs(demand[i]!), leastDemandNm * scale)) held = false
  })
  return {
    recruitment,
    forcesN,
    supportN: Float64Array.from(supportMost, (most, k) => most * recruitment.activations[muscles + k]!),
    held,
    worstReserveNm: worst,
    cost: recruitment.effort + price,
  }
}
