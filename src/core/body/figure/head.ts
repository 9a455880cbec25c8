/** Head and face. */
import type { Piece } from '../field/field.ts'
import { bothSides, hollow, relief, solid } from '../field/field.ts'
import type { Relief } from '../field/relief.ts'
import { bump, ridge } from '../field/relief.ts'
import type { Frame, Station } from '../field/shapes.ts'
import { ellipsoid, loft, roundCone, spindle } from '../field/shapes.ts'
import type { Vec } from '../vec.ts'
import { add, scale } from '../vec.ts'

function level(y: number, wide: number, front: number, back: number, sf = 2.2): Station {
  const middle = (front + back) / 2
  return [y, 0, middle, wide, wide, front - middle, middle - back, sf, 2.2]
}

const face = () =>
  loft(
    [0, 0, 0],
    [0, 1, 0],
    [
      level(1524, 12, 82, 46),
      level(1532, 27, 91, 26),
      level(1546, 41, 93, 6),
      level(1564, 49.5, 95, -10),
      level(1588, 58.5, 97, -22, 2.1),
      level(1612, 65.5, 96, -30, 2.1),
      level(1640, 67, 95, -32, 2.2),
      level(1664, 69, 99, -32, 2.3),
      level(1694, 67, 91, -28, 2.2),
      level(1718, 50, 64, -16),
      level(1736, 24, 30, -10),
    ],
  )

const middleSolids = (): readonly Piece[] => [
  solid(ellipsoid([0, 1662, 4], [73, 88, 97]), 20),
  solid(ellipsoid([0, 1674, -26], [76, 70, 66]), 30),
  solid(ellipsoid([0, 1622, -38], [61, 36, 43]), 26),
  solid(face(), 26),
  solid(ellipsoid([0, 1541, 80], [18, 14, 16]), 20),
  // mouth mound
  solid(ellipsoid([0, 1579, 80], [33, 26, 26]), 22),
  solid(ellipsoid([0, 1592, 82], [20, 12, 19]), 20),
  // nose: bridge, then tip
  solid(roundCone([0, 1645, 89], [0, 1613, 103], 5.5, 8), 15),
  solid(ellipsoid([0, 1608, 108.5], [8.6, 8, 11.5]), 12),
]

/** The ear leans back and stands out a little. */
const earFrame: Frame = [
  [0.88, 0.05, 0.47],
  [-0.13, 0.98, -0.15],
  [-0.46, 0.19, 0.87],
]

const earMiddle: Vec = [77, 1620, -7]

/** A place on the ear: mm upwards and forwards in its plane, mm out of it. */
function inEar(up: number, ahead: number, out: number): Vec {
  return add(earMiddle, add(scale(earFrame[1], up), add(scale(earFrame[2], ahead), scale(earFrame[0], out))))
}

/** The ear's rolled rim, from above the canal over the top and the back to the lobe. */
const earRim = (): Relief =>
  ridge(
    [25, 60, 90, 120, 150, 180, 210, 238].map((degrees, i) => {
      const a = (degrees * Math.PI) / 180
      return [inEar(28 * Math.sin(a), 14.5 * Math.cos(a), 4), 3, i === 0 || i === 7 ? 0.5 : 3] as const
    }),
  )

const sideSolids = (): readonly Piece[] => [
  // jaw
  solid(spindle([44, 1553, 16], [18, 1536, 74], 9, 12, [0, 1, 0], 1.15), 24),
  solid(spindle([51, 1600, 16], [43, 1557, 22], 9, 16, [0, 0, 1], 1.15), 26),
  // cheekbone and the arch to the ear
  solid(ellipsoid([40, 1609, 60], [24, 16, 24]), 34),
  solid(spindle([56, 1613, 62], [67, 1617, 16], 4.5, 6, [0, 1, 0], 1.1), 20),
  // wing of the nose
  solid(ellipsoid([10.2, 1604, 102], [5.6, 5.8, 9]), 10),
  hollow(ellipsoid([6, 1598, 108], [2.8, 3, 4.6]), 3.5),
  // orbit, then the eyeball under its lids
  hollow(ellipsoid([31, 1638, 106.5], [18, 10.5, 16]), 15),
  solid(ellipsoid([31, 1638.5, 79.5], [14.5, 12, 13]), 7),
  // ear: the shell, its bowl and the flap in front of the canal
  solid(ellipsoid(earMiddle, [5.6, 31, 17.5], earFrame), 9),
  hollow(ellipsoid(inEar(0, 2, 8), [7.5, 11, 8.5], earFrame), 5),
  solid(ellipsoid([72.5, 1618, 9.5], [3.4, 5.5, 4]), 7),
]

const sideSurface = (): readonly Piece[] => [
  relief(earRim()),
  // the ear's inner ridge, and the furrow between it and the rim
  relief(
    ridge([
      [inEar(-13, -4, 5), 3, 0.6],
      [inEar(-5, -8, 6), 3, 2],
      [inEar(7, -8, 6), 3, 2.4],
      [inEar(17, -3, 5), 3, 1.2],
    ]),
  ),
  relief(
    ridge([
      [inEar(-8, -11.5, 5), 2.2, -0.4],
      [inEar(8, -12, 5), 2.2, -1.5],
      [inEar(20, -7, 5), 2.2, -1.2],
      [inEar(23, 1, 5), 2.2, -0.4],
    ]),
  ),
  // brow
  relief(
    ridge([
      [[11, 1655, 100], 9, 1.5],
      [[32, 1660, 95], 9, 3],
      [[54, 1653, 79], 9, 2.5],
    ]),
  ),
  // upper lid's fold, the slit between the lids, the lower lid's edge
  relief(
    ridge([
      [[18, 1643, 90], 2.6, -0.5],
      [[31, 1647.5, 93], 2.6, -1.6],
      [[45, 1642.5, 84], 2.6, -0.8],
    ]),
  ),
  relief(
    ridge([
      [[17, 1637, 89], 2, -1],
      [[24, 1634.8, 92], 2, -2],
      [[31, 1634, 93], 2, -2.2],
      [[38, 1634.8, 91], 2, -2],
      [[46, 1637.8, 84], 2, -1],
    ]),
  ),
  relief(
    ridge([
      [[20, 1626, 90], 3, -0.4],
      [[32, 1623, 92], 3, -1],
      [[44, 1627, 86], 3, -0.4],
    ]),
  ),
  // fold from the nose to the mouth
  relief(
    ridge([
      [[17, 1602, 101], 5, -1],
      [[25, 1588, 97], 6, -1.6],
      [[32, 1572, 90], 6, -0.6],
    ]),
  ),
  // the skull's crown is round, not pointed
  relief(bump([54, 1718, -6], [32, 28, 52], 5)),
  relief(bump([66, 1656, 54], [18, 24, 22], -4)),
  relief(bump([54, 1586, 60], [18, 18, 24], 4)),
  // corner of the mouth
]

const middleSurface = (): readonly Piece[] => [
  relief(
    ridge([
      [[0, 1592, 105], 4, -0.6],
      [[0, 1586, 107], 4, -1.5],
      [[0, 1581, 108], 4, -0.8],
    ]),
  ),
  // lips and the line between them
  relief(
    ridge([
      [[-24, 1574.6, 98.5], 3.6, 0.5],
      [[-15, 1577.8, 104], 4, 1.8],
      [[-6, 1580, 107.5], 4.2, 2.2],
      [[0, 1578.6, 108], 4.2, 1.8],
      [[6, 1580, 107.5], 4.2, 2.2],
      [[15, 1577.8, 104], 4, 1.8],
      [[24, 1574.6, 98.5], 3.6, 0.5],
    ]),
  ),
  relief(
    ridge([
      [[-22, 1570, 97.5], 4, 0.5],
      [[-12, 1567, 103], 4.8, 2],
      [[0, 1566, 106], 5, 2.6],
      [[12, 1567, 103], 4.8, 2],
      [[22, 1570, 97.5], 4, 0.5],
    ]),
  ),
  relief(
    ridge([
      [[-26, 1573, 96.5], 2.2, -1],
      [[-20, 1573.4, 100.5], 2.2, -1.8],
      [[-10, 1573.9, 104], 2.2, -2.2],
      [[0, 1572.8, 106], 2.2, -2.2],
      [[10, 1573.9, 104], 2.2, -2.2],
      [[20, 1573.4, 100.5], 2.2, -1.8],
      [[26, 1573, 96.5], 2.2, -1],
    ]),
  ),
  relief(
    ridge([
      [[-15, 1557, 95], 7, -0.6],
      [[0, 1555, 99], 7, -2.2],
      [[15, 1557, 95], 7, -0.6],
    ]),
  ),
  relief(bump([0, 1647, 98], [9, 8, 10], -1.5)),
]

export const headSolids = (): readonly Piece[] => [...middleSolids(), ...bothSides(sideSolids())]
export const headSurface = (): readonly Piece[] => [...bothSides(sideSurface()), ...middleSurface()]
