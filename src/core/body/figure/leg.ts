/** Leg and foot, on the left half. */
import type { Piece } from '../field/field.ts'
import { hollow, relief, solid } from '../field/field.ts'
import { bump, ridge } from '../field/relief.ts'
import type { Shape } from '../field/shapes.ts'
import { ellipsoid, loft, roundCone } from '../field/shapes.ts'
import { ankle, footAcross, footAlong, hip, inFoot, knee } from './skeleton.ts'

export const legSolids: readonly Piece[] = [
  solid(
    loft(hip, knee, [
      [-20, 8, -2, 62, 66, 66, 74, 2, 2],
      [40, 8, -2, 80, 78, 80, 86, 2.1, 2.1],
      [100, 5, 2, 82, 80, 84, 86, 2.1, 2.1],
      [170, 4, 5, 78, 78, 82, 80, 2.1, 2.1],
      [240, 3, 6, 71, 72, 76, 72, 2.1, 2.1],
      [310, 2, 4, 62, 63, 67, 62, 2.1, 2.1],
      [370, 1, 2, 55, 55, 58, 54, 2.2, 2.2],
      [420, 0, 0, 52, 51, 51, 50, 2.3, 2.3],
      [460, 0, -1, 50, 50, 47, 49, 2.3, 2.3],
    ]),
    34,
  ),
  solid(
    loft(knee, ankle, [
      [-30, 0, 0, 49, 49, 46, 47, 2.3, 2.3],
      [15, 0, 0, 50, 50, 44, 50, 2.2, 2.2],
      [55, 0, 0, 53, 53, 43, 58, 2.1, 2.1],
      [105, 0, 0, 57, 58, 43, 68, 2, 2],
      [145, 0, 0, 55, 56, 42, 66, 2, 2],
      [205, 0, 0, 45, 46, 41, 53, 2, 2],
      [265, 0, 0, 37, 38, 38, 42, 2, 2],
      [315, 0, 0, 33, 33, 35, 37, 2, 2],
      [365, 0, 0, 32, 32, 34, 38, 2, 2],
      [405, 0, 0, 34, 33, 34, 42, 2, 2],
      [430, 0, 0, 33, 31, 30, 42, 2, 2],
    ]),
    22,
  ),
  solid(roundCone([101, 190, -74], [98, 40, -86], 9, 12), 26),
]

export const legSurface: readonly Piece[] = [
  // thigh
  relief(
    ridge([
      [[66, 620, 40], 26, 2],
      [[68, 560, 40], 24, 7],
      [[72, 525, 36], 18, 4],
    ]),
  ),
  relief(
    ridge([
      [[135, 660, 42], 28, 2],
      [[132, 580, 40], 24, 5],
      [[126, 535, 36], 18, 2],
    ]),
  ),
  relief(
    ridge([
      [[100, 800, 82], 30, 2],
      [[98, 680, 82], 30, 4],
      [[97, 580, 66], 22, 2],
      [[97, 535, 52], 16, -1],
    ]),
  ),
  relief(
    ridge([
      [[168, 860, -20], 20, -2],
      [[170, 740, -10], 22, -2],
      [[150, 560, -8], 14, -1.5],
    ]),
  ),
  relief(
    ridge([
      [[98, 800, -84], 14, 1],
      [[98, 700, -76], 12, -1],
      [[97, 600, -64], 12, -3],
      [[97, 520, -56], 14, -5],
    ]),
  ),
  relief(
    ridge([
      [[70, 640, -60], 14, 2],
      [[66, 540, -50], 9, 4],
      [[64, 480, -44], 8, 3],
      [[66, 440, -34], 9, 1],
    ]),
  ),
  relief(
    ridge([
      [[128, 620, -58], 14, 2],
      [[130, 530, -48], 8, 4.5],
      [[134, 470, -38], 8, 4],
      [[140, 445, -26], 9, 2],
    ]),
  ),
  // knee
  relief(bump([97, 494, 46], [20, 24, 14], 8)),
  relief(
    ridge([
      [[98, 470, 42], 10, 3],
      [[99, 438, 36], 9, 5],
      [[101, 415, 32], 8, 2],
    ]),
  ),
  relief(bump([72, 488, 36], [11, 18, 14], -3)),
  relief(bump([122, 488, 36], [11, 18, 14], -3)),
  relief(bump([97, 482, -58], [22, 22, 16], -4)),
  relief(bump([142, 447, -18], [12, 13, 13], 4)),
  relief(bump([50, 492, -8], [16, 26, 24], 3)),
  // leg
  relief(
    ridge([
      [[101, 410, 32], 8, 1.5],
      [[104, 330, 20], 7, 2.5],
      [[106, 230, 4], 7, 2.5],
      [[104, 140, -10], 8, 0],
    ]),
  ),
  relief(
    ridge([
      [[120, 400, 22], 14, 2],
      [[122, 340, 16], 15, 3.5],
      [[114, 240, 2], 12, 1],
      [[104, 140, -6], 6, 2],
      [[98, 95, 0], 6, 1],
    ]),
  ),
  relief(
    ridge([
      [[74, 440, -58], 20, 1],
      [[70, 380, -66], 26, 6],
      [[76, 320, -68], 20, 3],
      [[82, 280, -64], 14, -1],
    ]),
  ),
  relief(
    ridge([
      [[124, 430, -54], 18, 1],
      [[124, 375, -62], 22, 4],
      [[120, 325, -64], 18, 2],
      [[116, 290, -62], 14, -1],
    ]),
  ),
  relief(
    ridge([
      [[98, 430, -66], 10, -1],
      [[98, 360, -76], 10, -3],
      [[99, 300, -76], 12, -1],
    ]),
  ),
  // ankle
  relief(bump([139, 68, -50], [11, 14, 13], 6)),
  relief(bump([66, 81, -36], [11, 14, 14], 6)),
  relief(bump([126, 84, -70], [10, 26, 12], -5)),
  relief(bump([78, 88, -66], [10, 26, 12], -5)),
]

const floor: Shape = {
  box: { low: [-400, -60, -200], high: [400, 0, 260] },
  distanceMm: (_x, y) => y,
}

const axisHeight = 20

const sole = loft(
  inFoot(0, 0, axisHeight),
  inFoot(100, 0, axisHeight),
  [
    [4, 0, 0, 12, 12, 16, 10, 2, 2],
    [14, 0, 0, 25, 24, 34, 18, 2, 2.4],
    [34, 0, 0, 31, 30, 40, 20, 2, 2.8],
    [70, 2, 0, 33, 31, 42, 20, 2, 2.8],
    [110, 3, 0, 37, 34, 42, 20, 2, 2.8],
    [145, 3, 0, 44, 36, 33, 20, 2, 2.8],
    [175, 4, 0, 48, 42, 22, 20, 2, 2.8],
    [195, 4, 0, 47, 44, 14, 19, 2, 2.8],
    [210, 6, 0, 42, 40, 8, 17, 2, 2.6],
  ],
  [0, 1, 0],
)

type Toe = readonly [knuckleAlong: number, knuckleAcross: number, tipAlong: number, tipAcross: number, radius: number]
const toes: readonly Toe[] = [
  [200, -24, 262, -22, 11.5],
  [206, -1, 262, 1, 8],
  [200, 16, 252, 17, 7.6],
  [190, 31, 240, 31, 7.2],
  [176, 45, 223, 44, 7],
]

function toe([a0, c0, a1, c1, r]: Toe): Piece[] {
  const isGreat = r > 10
  const mid = (a0 + a1) / 2 + 4
  const bend = isGreat ? 14 : 15
  return [
    solid(roundCone(inFoot(a0, c0, 17), inFoot(mid, (c0 + c1) / 2, bend), r * 1.05, r * 0.98), 8),
    solid(roundCone(inFoot(mid, (c0 + c1) / 2, bend), inFoot(a1 - r, c1, r * 0.95), r * 0.92, r * 0.98), 3),
  ]
}

export const footSolids: readonly Piece[] = [
  solid(sole, 24),
  // instep
  solid(roundCone([103, 96, -36], inFoot(150, -6, 34), 33, 19), 22),
  ...toes.flatMap(toe),
  hollow(ellipsoid(inFoot(116, -36, -4), [24, 24, 44], [footAcross, [0, 1, 0], footAlong]), 16),
  hollow(floor, 5),
]

export const footSurface: readonly Piece[] = [
  relief(bump(inFoot(196, -42, 20), [10, 12, 13], 2.5)),
  relief(bump(inFoot(104, -33, 38), [10, 10, 12], 3)),
  relief(bump(inFoot(108, 42, 20), [9, 10, 12], 3)),
  ...toes.slice(1).map((t, i) => {
    const s = toes[i]!
    const c = (a: number) => (t[1] + s[1]) / 2 + ((t[3] + s[3] - t[1] - s[1]) / 2) * ((a - 190) / 60)
    const a = Math.min(t[0], s[0]) + 16
    return relief(
      ridge([
        [inFoot(a - 6, c(a) + (i === 0 ? 2 : 0), 18), 3.4, -1],
        [inFoot(a + 14, c(a + 14) + (i === 0 ? 2 : 0), 12), 3.2, -5],
        [inFoot(a + 40, c(a + 40) + (i === 0 ? 2 : 0), 8), 3, -5],
      ]),
    )
  }),
  ...toes.map(([, , a1, c1, r]) => relief(bump(inFoot(a1 - r * 0.9, c1, r * 2), [r * 0.6, r * 0.5, r * 0.7], -0.9))),
]
