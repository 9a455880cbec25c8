/** Foot and toes, on the left half. */
import type { Piece } from '../field/field.ts'
import { hollow, relief, solid } from '../field/field.ts'
import { bump, ridge } from '../field/relief.ts'
import type { Shape } from '../field/shapes.ts'
import { ellipsoid, loft, roundCone, spindle } from '../field/shapes.ts'
import type { NailBed } from './nail.ts'
import { nail } from './nail.ts'
import { footAcross, footAlong, inFoot } from './skeleton.ts'

const floor: Shape = {
  box: { low: [-400, -60, -200], high: [400, 0, 260] },
  distanceMm: (_x, y) => y,
}

const AXIS_MM = 20

const body = () =>
  loft(
    inFoot(0, 0, AXIS_MM),
    inFoot(100, 0, AXIS_MM),
    [
      [3, 0, 0, 10, 10, 14, 8, 2, 2],
      [12, 0, 0, 24, 23, 32, 18, 2, 2.4],
      [32, 0, 0, 31, 30, 42, 20, 2, 2.8],
      [70, 2, 0, 33, 31, 42, 20, 2, 2.8],
      [110, 4, 0, 37, 34, 41, 20, 2, 2.8],
      [145, 4, 0, 44, 37, 33, 20, 2, 2.8],
      [174, 4, 0, 48, 43, 23, 20, 2, 2.8],
      [192, 3, 0, 47, 45, 17, 19, 2.1, 2.8],
      [206, -4, 0, 38, 39, 11, 17, 2.2, 2.6],
      [218, -12, 0, 27, 29, 7, 14, 2.2, 2.4],
    ],
    [0, 1, 0],
  )

type Toe = {
  readonly knuckle: readonly [along: number, across: number]
  readonly tip: readonly [along: number, across: number]
  readonly radius: number
}

const toes: readonly Toe[] = [
  { knuckle: [198, -24], tip: [262, -22], radius: 12.6 },
  { knuckle: [206, -3], tip: [262, -0.5], radius: 8.2 },
  { knuckle: [200, 12.5], tip: [252, 15.5], radius: 7.7 },
  { knuckle: [190, 28], tip: [240, 30.5], radius: 7.4 },
  { knuckle: [177, 42.5], tip: [223, 45], radius: 7.4 },
]

function toeSolids({ knuckle: [a0, c0], tip: [a1, c1], radius: r }: Toe): Piece[] {
  const isGreat = r > 10
  const end = a1 - r
  if (isGreat) {
    return [
      solid(roundCone(inFoot(a0, c0, 18), inFoot(a0 + 34, c1, 13), 15, 11.5), 12),
      solid(roundCone(inFoot(a0 + 34, c1, 12.5), inFoot(end, c1, 11.5), 11.5, 11.8), 5),
    ]
  }
  const bend = (a0 + end) / 2 + 5
  return [
    solid(roundCone(inFoot(a0, c0, 17), inFoot(bend, (c0 + c1) / 2 + 1, 15.5), r * 1.05, r * 0.95), 9),
    solid(roundCone(inFoot(bend, (c0 + c1) / 2 + 1, 15), inFoot(end, c1, r), r * 0.93, r), 4),
  ]
}

/** Keeps neighbouring toes apart in front of the webs. */
const toeGaps = (): readonly Piece[] =>
  toes.slice(1).map((t, i) => {
    const s = toes[i]!
    // Between the two flanks, nearer the slimmer toe.
    const between = (u: number, v: number) => (u + s.radius + v - t.radius) / 2
    const web = Math.min(t.knuckle[0], s.knuckle[0]) + 27
    const from = between(s.knuckle[1], t.knuckle[1])
    const to = between(s.tip[1], t.tip[1])
    const slope = (to - from) / 50
    const at = (a: number) => inFoot(a, to + (a - (t.tip[0] - 8)) * slope, 10)
    return hollow(spindle(at(web - 10), at(web + 46), 1.75, 22, [0, 1, 0]), 3)
  })

export const footSolids = (): readonly Piece[] => [
  solid(body(), 24),
  // instep
  solid(roundCone([103, 94, -38], inFoot(152, -6, 32), 32, 18), 24),
  ...toes.flatMap(toeSolids),
  ...toeGaps(),
  // arch of the sole: deep on the inner side, running out towards the outer
  hollow(ellipsoid(inFoot(116, -40, -7), [29, 27, 50], [footAcross, [0, 1, 0], footAlong]), 18),
  hollow(ellipsoid(inFoot(114, -2, -14), [34, 21, 52], [footAcross, [0, 1, 0], footAlong]), 12),
  hollow(floor, 5),
]

export const toeNails = (): readonly NailBed[] =>
  toes.map(({ tip: [a, c], radius }) => {
    const isGreat = radius > 10
    const r = isGreat ? 11.9 : radius
    return { end: inFoot(a - radius, c, isGreat ? 11.5 : radius), along: footAlong, out: [0, 1, 0] as const, radius: r }
  })

export const footSurface = (): readonly Piece[] => [
  relief(bump(inFoot(196, -42, 20), [12, 14, 15], 2.5)),
  relief(bump(inFoot(104, -33, 38), [12, 12, 14], 2.5)),
  relief(bump(inFoot(108, 42, 20), [10, 11, 13], 3)),
  ...toeNails().flatMap(nail),
  // the crease behind the toes, and the hollow between the balls of great and little toe
  relief(
    ridge([
      [inFoot(218, -38, 3), 6, -1],
      [inFoot(219, -23, 1), 6, -3],
      [inFoot(221, -1, 2), 5.5, -3],
      [inFoot(214, 15, 2), 5.5, -3],
      [inFoot(204, 30, 2), 5.5, -2.6],
      [inFoot(190, 46, 3), 5.5, -1],
    ]),
  ),
  relief(
    ridge([
      [inFoot(150, -2, 0), 10, -1.5],
      [inFoot(176, -6, 0), 9, -2.6],
      [inFoot(196, -8, 0), 8, -1],
    ]),
  ),
  // tendons on the back of the foot
  relief(
    ridge([
      [inFoot(130, -14, 58), 5, 0.4],
      [inFoot(165, -20, 46), 4.5, 1.4],
      [inFoot(195, -24, 36), 4.5, 0.6],
    ]),
  ),
]
