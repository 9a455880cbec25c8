/** Hand, palm to the front, on the left half. */
import type { Piece } from '../field/field.ts'
import { hollow, relief, solid } from '../field/field.ts'
import { bump, ridge } from '../field/relief.ts'
import { loft, roundCone, spindle } from '../field/shapes.ts'
import type { Vec } from '../vec.ts'
import { sub } from '../vec.ts'
import type { NailBed } from './nail.ts'
import { nail } from './nail.ts'
import { handAcross, handAlong, inHand } from './skeleton.ts'

type Finger = {
  /** Knuckle along and across the hand, then where the tip ends. */
  readonly knuckle: readonly [number, number]
  readonly tip: readonly [number, number]
  readonly proximal: number
  readonly middle: number
  readonly radius: number
}

const fingers: readonly Finger[] = [
  { knuckle: [88, 24], tip: [178, 31], proximal: 41, middle: 24, radius: 9.4 },
  { knuckle: [90, 3], tip: [190, 4], proximal: 45, middle: 29, radius: 9.6 },
  { knuckle: [84, -17], tip: [180, -24], proximal: 42, middle: 27, radius: 9 },
  { knuckle: [76, -35], tip: [154, -50], proximal: 33, middle: 20, radius: 7.9 },
]

function finger(f: Finger): Piece[] {
  const [a0, c0] = f.knuckle
  const slope = (f.tip[1] - c0) / (f.tip[0] - a0)
  const at = (a: number, palm: number): Vec => inHand(a, c0 + slope * (a - a0), palm)
  const r = f.radius
  const joints = [a0 - 4, a0 + f.proximal, a0 + f.proximal + f.middle, f.tip[0] - r * 0.82]
  const [p0, p1, p2, p3] = [at(joints[0]!, -2), at(joints[1]!, 0), at(joints[2]!, 2), at(joints[3]!, 4)]
  return [
    solid(roundCone(p0, p1, r * 1.1, r * 0.97), 7),
    solid(roundCone(p1, p2, r * 0.97, r * 0.9), 3),
    solid(roundCone(p2, p3, r * 0.9, r * 0.82), 3),
  ]
}

function fingerSurface(f: Finger): Piece[] {
  const [a0, c0] = f.knuckle
  const slope = (f.tip[1] - c0) / (f.tip[0] - a0)
  const at = (a: number, palm: number, across = 0): Vec => inHand(a, c0 + slope * (a - a0) + across, palm)
  const r = f.radius
  const crease = (a: number, palm: number, depth: number) =>
    relief(
      ridge([
        [at(a, palm, -r * 0.8), 1.8, depth * 0.4],
        [at(a, palm + 1, 0), 2, depth],
        [at(a, palm, r * 0.8), 1.8, depth * 0.4],
      ]),
    )
  return [
    relief(bump(at(a0 - 3, -15), [9, 11, 9], 2)),
    relief(bump(at(a0 + f.proximal, -r), [7, 7, 6], 1)),
    crease(a0 + f.proximal, r, -1.3),
    crease(a0 + f.proximal + f.middle, r + 2, -1.2),
    crease(a0 + 19, r, -1),
  ]
}

export const handSolids = (): readonly Piece[] => [
  solid(
    loft(inHand(0, 0), inHand(100, 0), [
      [-20, 0, 0, 26, 26, 14, 14, 2.2, 2.2],
      [4, 0, 0, 30, 30, 17, 16, 2.3, 2.4],
      [30, -1, 0, 34, 35, 16, 14, 2.5, 2.6],
      [58, -3, 0, 36, 38, 14, 13, 2.6, 2.8],
      [82, -5, 0, 40, 40, 13, 12, 2.6, 2.8],
      [100, -5, 0, 36, 37, 9, 7, 2.6, 2.8],
    ]),
    18,
  ),
  solid(spindle(inHand(10, 17, 8), inHand(64, 42, 14), 16, 15, [0, 0, 1], 1.1), 16),
  solid(spindle(inHand(10, -24, 6), inHand(72, -36, 5), 12, 13, [0, 0, 1], 1.1), 16),
  solid(roundCone(inHand(24, 26, 5), inHand(60, 48, 15), 12, 11), 14),
  solid(roundCone(inHand(60, 48, 15), inHand(87, 57, 19), 10.6, 9.6), 6),
  solid(roundCone(inHand(87, 57, 19), inHand(108, 63, 22), 9.6, 8), 4),
  // web between thumb and index finger
  solid(spindle(inHand(50, 20, 3), inHand(74, 38, 6), 14, 8, [0, 0, 1]), 14),
  ...fingers.flatMap(finger),
  ...fingerWebs(),
]

/** Nails of the four fingers, then of the thumb, which faces away from the palm and outwards. */
export const fingerNails = (): readonly NailBed[] => [
  ...fingers.map(({ tip, radius }) => ({
    end: inHand(tip[0] - radius * 0.82, tip[1], 4),
    along: handAlong,
    out: [0, 0, -1] as const,
    radius: radius * 0.84,
  })),
  {
    end: inHand(108, 63, 22),
    along: sub(inHand(108, 63, 22), inHand(87, 57, 19)),
    out: sub(inHand(108, 66, 15), inHand(108, 63, 22)),
    radius: 8.1,
  },
]

export const handSurface = (): readonly Piece[] => [
  ...fingerNails().flatMap(nail),
  ...fingers.flatMap(fingerSurface),
  relief(bump(inHand(54, 2, 16), [17, 22, 12], -4, [handAcross, handAlong, [0, 0, 1]])),
  relief(
    ridge([
      [inHand(18, 8, 20), 3, -0.8],
      [inHand(50, 13, 18), 3.6, -2.6],
      [inHand(74, 27, 15), 3.4, -2.2],
      [inHand(80, 38, 10), 3, -0.8],
    ]),
  ),
  relief(
    ridge([
      [inHand(70, 32, 14), 3, -0.8],
      [inHand(66, 10, 14), 3.2, -2],
      [inHand(54, -22, 16), 3, -1],
    ]),
  ),
  relief(
    ridge([
      [inHand(90, 14, 12), 3, -0.6],
      [inHand(80, -6, 13), 3.2, -2],
      [inHand(74, -38, 12), 3, -1.2],
    ]),
  ),
  relief(bump(inHand(64, 56, 6), [8, 9, 8], 2)),
  // the thumb's own crease
  relief(
    ridge([
      [inHand(84, 49, 24), 2, -0.4],
      [inHand(87, 56, 29), 2.2, -1.2],
      [inHand(90, 64, 25), 2, -0.4],
    ]),
  ),
  relief(
    ridge([
      [inHand(0, -26, 14), 3, -0.5],
      [inHand(1, 0, 20), 3, -1.2],
      [inHand(0, 26, 14), 3, -0.5],
    ]),
  ),
]

/** The webs between neighbouring fingers, and the gaps beyond them. */
const between = () =>
  fingers.slice(1).map((f, i) => {
    const g = fingers[i]!
    const slope = (h: Finger) => (h.tip[1] - h.knuckle[1]) / (h.tip[0] - h.knuckle[0])
    const across = (a: number) =>
      (f.knuckle[1] + slope(f) * (a - f.knuckle[0]) + g.knuckle[1] + slope(g) * (a - g.knuckle[0])) / 2
    const at = (a: number, palm: number) => inHand(a, across(a), palm)
    const web = Math.min(f.knuckle[0], g.knuckle[0]) + 22
    return { at, web }
  })

export const fingerWebs = (): readonly Piece[] =>
  between().map(({ at, web }) => solid(roundCone(at(web - 26, 0), at(web - 4, 1), 8, 6.5), 9))

export const fingerGaps = (): readonly Piece[] =>
  between().map(({ at, web }) => hollow(spindle(at(web + 2, 0), at(web + 76, 4), 1.2, 20), 3))
