/**
 * The joints the figure hangs on, and the frames of its limbs, on the left half.
 *
 * The same places as the records of `knowledge/landmarks` (a test compares them): the shapes and
 * the named points must not drift apart.
 */
import type { Vec } from '../vec.ts'
import { add, mix, scale, unit } from '../vec.ts'

export const shoulder: Vec = [172, 1395, -22]
export const elbow: Vec = [240, 1103, -30]
export const wrist: Vec = [334, 859, -8]
export const hip: Vec = [88, 925, 0]
export const knee: Vec = [97, 482, -8]
export const ankle: Vec = [103, 78, -42]

/** Along the hand towards the finger tips, and across it towards the thumb. */
export const handAlong: Vec = unit([0.25, -0.966, 0.07])
export const handAcross: Vec = unit([0.966, 0.25, 0])

/** A place in the hand: `along` mm beyond the wrist, `across` mm to the thumb's side, `palm` mm to the front. */
export function inHand(along: number, across: number, palm = 0): Vec {
  const p = add(wrist, add(scale(handAlong, along), scale(handAcross, across)))
  return [p[0], p[1], p[2] + palm]
}

/** Along the foot towards the toes (turned out by 7 degrees), and across it to its outer side. */
export const footAlong: Vec = unit([0.122, 0, 1])
export const footAcross: Vec = [footAlong[2], 0, -footAlong[0]]

/** A place in the foot: `along` mm in front of the back of the heel, `across` mm to the outer side, `height` mm above the floor. */
export function inFoot(along: number, across: number, height: number): Vec {
  const p = add([98, 0, -100], add(scale(footAlong, along), scale(footAcross, across)))
  return [p[0], height, p[2]]
}

/** A place in the upper arm: share of the way from shoulder to elbow, mm outwards, mm to the front. */
export function inUpperArm(share: number, out = 0, front = 0): Vec {
  const p = mix(shoulder, elbow, share)
  return [p[0] + 0.974 * out, p[1] + 0.227 * out, p[2] + front]
}

/** A place in the forearm: share of the way from elbow to wrist, mm to the thumb's side, mm to the front. */
export function inForearm(share: number, out = 0, front = 0): Vec {
  const p = mix(elbow, wrist, share)
  return [p[0] + 0.933 * out, p[1] + 0.36 * out, p[2] + front]
}
