/** Head and face. */
import type { Piece } from '../field/field.ts'
import { bothSides, hollow, relief, solid } from '../field/field.ts'
import { bump, ridge } from '../field/relief.ts'
import type { Station } from '../field/shapes.ts'
import { ellipsoid, frameAlong, loft, roundCone, spindle } from '../field/shapes.ts'

function level(y: number, wide: number, front: number, back: number, sf = 2.3): Station {
  const middle = (front + back) / 2
  return [y, 0, middle, wide, wide, front - middle, middle - back, sf, 2.2]
}

const face = loft(
  [0, 0, 0],
  [0, 1, 0],
  [
    level(1523, 14, 84, 44),
    level(1530, 30, 93, 24),
    level(1545, 44, 95, 4),
    level(1565, 53, 96, -12),
    level(1590, 60, 98, -22),
    level(1615, 65, 97, -30),
    level(1640, 68, 97, -32),
    level(1665, 70, 102, -32),
    level(1695, 69, 97, -28),
    level(1722, 54, 74, -16),
  ],
)

const middle: readonly Piece[] = [
  solid(ellipsoid([0, 1662, 5], [74, 88, 97]), 20),
  solid(ellipsoid([0, 1676, -26], [76, 70, 66]), 30),
  solid(face, 22),
  solid(ellipsoid([0, 1540, 80], [19, 15, 17]), 18),
  // nose
  solid(roundCone([0, 1646, 90], [0, 1609, 112], 7, 9), 11),
  solid(ellipsoid([0, 1606, 114], [10, 9, 12]), 8),
  // mouth mound
  solid(ellipsoid([0, 1574, 82], [32, 22, 24]), 18),
]

const side: readonly Piece[] = [
  solid(spindle([52, 1552, 12], [22, 1536, 74], 11, 13, [0, 1, 0], 1.15), 22),
  solid(spindle([57, 1600, 14], [52, 1556, 20], 9, 16, [0, 0, 1], 1.15), 22),
  solid(ellipsoid([50, 1614, 68], [20, 13, 20]), 24),
  hollow(ellipsoid([32, 1640, 108], [17, 10, 15], frameAlong([32, 1640, 0], [34, 1660, 0])), 12),
  solid(ellipsoid([31, 1639, 83], [13, 12, 13]), 6),
  solid(ellipsoid([12, 1602, 107], [7.5, 7, 10]), 7),
  hollow(ellipsoid([6.5, 1597, 114], [3.4, 4, 6]), 3),
  // ear
  solid(
    ellipsoid(
      [78, 1621, -6],
      [6, 31, 17],
      [
        [0.88, 0.05, 0.47],
        [-0.04, 0.98, -0.2],
        [-0.47, 0.15, 0.87],
      ],
    ),
    7,
  ),
  hollow(
    ellipsoid(
      [84, 1622, -1],
      [5, 17, 9],
      [
        [0.88, 0.05, 0.47],
        [-0.04, 0.98, -0.2],
        [-0.47, 0.15, 0.87],
      ],
    ),
    5,
  ),
  hollow(ellipsoid([76, 1621, 5], [8, 5, 4]), 4),
]

const surfaceSide: readonly Piece[] = [
  relief(
    ridge([
      [[12, 1655, 102], 8, 2],
      [[34, 1660, 97], 8, 3.5],
      [[55, 1652, 80], 8, 2.5],
    ]),
  ),
  relief(
    ridge([
      [[17, 1641, 96], 2.6, -0.8],
      [[31, 1646.5, 97], 2.6, -1.2],
      [[45, 1640, 88], 2.6, -0.8],
    ]),
  ),
  relief(
    ridge([
      [[18, 1638.5, 93], 1.8, -0.8],
      [[31, 1635, 97], 1.8, -1.2],
      [[45, 1638, 86], 1.8, -0.8],
    ]),
  ),
  relief(
    ridge([
      [[16, 1600, 106], 5, -1.5],
      [[24, 1586, 100], 6, -2],
      [[31, 1570, 92], 6, -1],
    ]),
  ),
  relief(bump([66, 1655, 52], [16, 22, 22], -4)),
  relief(bump([48, 1585, 76], [14, 14, 18], -3)),
  relief(bump([22, 1573, 98], [5, 3, 6], -1.5)),
]

const surfaceMiddle: readonly Piece[] = [
  relief(
    ridge([
      [[0, 1594, 106], 4, -1.2],
      [[0, 1585, 108], 4, -1.8],
    ]),
  ),
  relief(
    ridge([
      [[-17, 1577, 101], 4, 0.8],
      [[-6, 1579.5, 107], 4.5, 2.4],
      [[0, 1578.5, 108], 4.5, 2.2],
      [[6, 1579.5, 107], 4.5, 2.4],
      [[17, 1577, 101], 4, 0.8],
    ]),
  ),
  relief(
    ridge([
      [[-16, 1569, 101], 4.5, 0.8],
      [[0, 1566, 106], 5.5, 3],
      [[16, 1569, 101], 4.5, 0.8],
    ]),
  ),
  relief(
    ridge([
      [[-25, 1573.5, 97], 2, -0.8],
      [[-12, 1573.5, 106], 2.2, -2.4],
      [[0, 1572.5, 109], 2.2, -2.6],
      [[12, 1573.5, 106], 2.2, -2.4],
      [[25, 1573.5, 97], 2, -0.8],
    ]),
  ),
  relief(
    ridge([
      [[-14, 1556, 97], 7, -1],
      [[0, 1555, 101], 7, -3],
      [[14, 1556, 97], 7, -1],
    ]),
  ),
  relief(bump([0, 1662, 106], [14, 9, 10], 1)),
  relief(bump([0, 1646, 100], [10, 7, 10], -1.5)),
]

export const headSolids: readonly Piece[] = [...middle, ...bothSides(side)]
export const headSurface: readonly Piece[] = [...bothSides(surfaceSide), ...surfaceMiddle]
