/** How hard bones press on each other: what remains when all forces on the limb beyond a joint are added up. */
import type { Side } from '../core/units.ts'
import type { Kinematics } from './kinematics.ts'
import { worldDirection } from './kinematics.ts'
import type { Situation, Solved } from './statics.ts'

const gravity = 9.81

/** For each element: what one newton of tension does to each segment it pulls at, world axes. */
export type Pulls = readonly (readonly { readonly segment: number; readonly force: readonly number[] }[])[]

/** Of the posture last given to `kinematics.pose`. */
export function pullsOf(kinematics: Kinematics): Pulls {
  return kinematics.courses().map((course) => {
    const bySegment = new Map<number, number[]>()
    const add = (segment: number, force: readonly number[], sign: number) => {
      const sum = bySegment.get(segment) ?? [0, 0, 0]
      bySegment.set(
        segment,
        sum.map((value, i) => value + sign * force[i]!),
      )
    }
    for (let k = 1; k < course.length; k++) {
      const from = course[k - 1]!
      const to = course[k]!
      if (from.segment === to.segment) continue
      const d = to.at.map((value, i) => value - from.at[i]!)
      const length = Math.hypot(...d)
      const along = d.map((value) => value / length)
      add(from.segment, along, 1)
      add(to.segment, along, -1)
    }
    return [...bySegment].map(([segment, force]) => ({ segment, force }))
  })
}

export type JointForce = { readonly joint: string; readonly side: Side | null; readonly newtons: number }

export function jointForces(kinematics: Kinematics, situation: Situation, pulls: Pulls, solved: Solved): JointForce[] {
  const { model } = kinematics
  const net = model.segments.map((segment) => [0, -segment.massShare * model.massKg * gravity, 0])
  const add = (segment: number, force: readonly number[], factor: number) => {
    for (let i = 0; i < 3; i++) net[segment]![i]! += factor * force[i]!
  }
  for (const load of situation.task.loads) add(load.segment, [0, -load.massKg * gravity, 0], 1)
  situation.task.bearings.forEach((bearing, k) => {
    add(bearing.segment, [0, 1, 0], solved.supportN[k]!)
  })
  model.glides.forEach((glide, k) => {
    const push = worldDirection(situation.pose, glide.against, glide.direction)
    const newtons = solved.supportN[situation.task.bearings.length + k]!
    add(glide.on, push, newtons)
    add(glide.against, push, -newtons)
  })
  pulls.forEach((parts, e) => {
    for (const part of parts) add(part.segment, part.force, solved.forcesN[e]!)
  })
  const named = new Map<number, string>()
  for (const one of model.coordinates)
    if (one.joint !== null && !named.has(one.segment)) named.set(one.segment, one.joint)
  return [...named].map(([segment, joint]) => {
    const sum = [0, 0, 0]
    model.segments.forEach((_, other) => {
      for (let up = other; up !== -1; up = model.segments[up]!.parent) {
        if (up !== segment) continue
        for (let i = 0; i < 3; i++) sum[i]! += net[other]![i]!
        break
      }
    })
    return { joint, side: model.segments[segment]!.side, newtons: Math.hypot(...sum) }
  })
}
