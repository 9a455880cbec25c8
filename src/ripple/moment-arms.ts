/** Lever arms of every muscle about every joint, in the poses in which they are published. */
import type { Side } from '../core/units.ts'
import type { ModelJoint } from '../knowledge/schema/model.ts'
import { type Coordinate, rootCount } from './body-model.ts'
import type { Kinematics } from './kinematics.ts'

export type MomentArm = {
  readonly muscle: string
  readonly part: string | null
  /** Name of the element; null in the mean over several. */
  readonly element: string | null
  readonly side: Side
  readonly joint: ModelJoint['joint']
  readonly movement: string
  /** For side-bending and turning: towards the muscle's own side or away from it. */
  readonly towards?: 'same' | 'other'
  readonly pose: string
  /** 0.1 or more. */
  readonly cm: number
}

/** The poses of the contract: one coordinate set, as a goniometer reads it, all else neutral. */
export const armPoses: Readonly<Record<string, readonly [coordinate: string, deg: number] | null>> = {
  neutral: null,
  'hip-flexion-30': ['hip-flexion', 30],
  'hip-flexion-60': ['hip-flexion', 60],
  'hip-flexion-90': ['hip-flexion', 90],
  'knee-flexion-20': ['knee-flexion', 20],
  'knee-flexion-40': ['knee-flexion', 40],
  'knee-flexion-60': ['knee-flexion', 60],
  'elbow-flexion-30': ['elbow-flexion', 30],
  'elbow-flexion-90': ['elbow-flexion', 90],
  'elbow-flexion-110': ['elbow-flexion', 110],
  'shoulder-abduction-30': ['shoulder-abduction', 30],
  'shoulder-abduction-60': ['shoulder-abduction', 60],
  'shoulder-abduction-90': ['shoulder-abduction', 90],
  'ankle-dorsiflexion-20': ['ankle-dorsiflexion', 20],
  'ankle-plantarflexion-10': ['ankle-dorsiflexion', -10],
}

/** Smaller arms are not told from none. */
const leastCm = 0.1

/** Angles, radians, of one of the poses: both sides alike. */
export function armPose(kinematics: Kinematics, pose: string): Float64Array {
  const { coordinates } = kinematics.model
  const q = new Float64Array(coordinates.length)
  const set = armPoses[pose]
  if (set === undefined) throw new Error(`"${pose}" is no pose of the moment arms`)
  coordinates.forEach((one, i) => {
    if (set !== null && one.id === set[0]) q[i] = ((set[1] - one.neutralDeg) * Math.PI) / 180
  })
  return q
}

/** dL/dq in metres a radian, one array an element, one value a coordinate. */
export function denseArms(kinematics: Kinematics): Float64Array[] {
  const values = kinematics.arms()
  return kinematics.model.elements.map((_, e) => {
    const row = new Float64Array(kinematics.model.coordinates.length)
    for (let k = kinematics.armStarts[e]!; k < kinematics.armStarts[e + 1]!; k++) {
      row[kinematics.armCoordinates[k]!]! += values[k]!
    }
    return row
  })
}

type Raw = {
  readonly element: number
  readonly joint: ModelJoint['joint']
  readonly movement: string
  readonly towards?: 'same' | 'other'
  signedCm: number
}

/** Every arm of every pose, elements first, then the mean of a part with several, weighted by strength. */
export function momentArms(kinematics: Kinematics): MomentArm[] {
  const { elements, coordinates } = kinematics.model
  const found: MomentArm[] = []
  for (const pose of Object.keys(armPoses)) {
    kinematics.pose(armPose(kinematics, pose))
    const arms = denseArms(kinematics)
    const raw = elements.map((element, e) => signedArms(arms[e]!, coordinates, e, element.side))
    for (const group of partGroups(kinematics)) {
      const [first] = group
      const { muscle, part, side } = elements[first!]!
      if (group.length > 1) {
        for (const e of group)
          found.push(
            ...raw[e]!.flatMap((arm) => line({ muscle, part, side, pose, element: elements[e]!.element }, arm)),
          )
      }
      const total = group.reduce((sum, e) => sum + elements[e]!.maxForceN, 0)
      const keys = new Map<string, Raw>()
      for (const e of group) {
        for (const arm of raw[e]!) {
          const key = `${arm.joint} ${arm.movement} ${arm.towards ?? ''}`
          const mean = keys.get(key) ?? { ...arm, signedCm: 0 }
          mean.signedCm += (arm.signedCm * elements[e]!.maxForceN) / total
          keys.set(key, mean)
        }
      }
      for (const arm of keys.values()) found.push(...line({ muscle, part, side, pose, element: null }, arm))
    }
  }
  return found
}

type Head = Pick<MomentArm, 'muscle' | 'part' | 'side' | 'pose' | 'element'>

function line(head: Head, arm: Raw): MomentArm[] {
  if (arm.signedCm < leastCm) return []
  const towards = arm.towards === undefined ? {} : { towards: arm.towards }
  const { muscle, part, element, side, pose } = head
  const cm = Math.round(arm.signedCm * 1000) / 1000
  return [{ muscle, part, element, side, joint: arm.joint, movement: arm.movement, ...towards, pose, cm }]
}

/** Both directions of every coordinate, so that means can be taken; joints with several levels are averaged. */
function signedArms(arms: Float64Array, coordinates: readonly Coordinate[], element: number, side: Side): Raw[] {
  const byKey = new Map<string, Raw>()
  for (let i = rootCount; i < coordinates.length; i++) {
    const one = coordinates[i]!
    if (arms[i] === 0 || one.joint === null || one.positive === null || one.negative === null) continue
    for (const [direction, sign] of [
      [one.positive, -1],
      [one.negative, 1],
    ] as const) {
      const towards =
        direction.towards === undefined
          ? {}
          : { towards: direction.towards === side ? ('same' as const) : ('other' as const) }
      const key = `${one.joint} ${direction.movement} ${towards.towards ?? ''}`
      byKey.set(key, {
        element,
        joint: one.joint,
        movement: direction.movement,
        ...towards,
        signedCm: sign * arms[i]! * 100,
      })
    }
  }
  return [...byKey.values()]
}

/** Indices of the elements of each part of each muscle on each side. */
export function partGroups(kinematics: Kinematics): number[][] {
  const groups = new Map<string, number[]>()
  kinematics.model.elements.forEach((one, e) => {
    const key = `${one.muscle} ${one.part ?? ''} ${one.side}`
    groups.set(key, [...(groups.get(key) ?? []), e])
  })
  return [...groups.values()]
}
