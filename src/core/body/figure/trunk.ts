/** Trunk, neck and shoulder girdle. */
import type { Piece } from '../field/field.ts'
import { bothSides, hollow, relief, solid } from '../field/field.ts'
import { bump, ridge } from '../field/relief.ts'
import type { Station } from '../field/shapes.ts'
import { ellipsoid, frameAlong, loft, roundCone, spindle } from '../field/shapes.ts'

/** A level section: its height, half width, foremost and hindmost z, and how square front and back are. */
function level(y: number, wide: number, front: number, back: number, sf = 2.2, sb = 2.4): Station {
  const middle = (front + back) / 2
  return [y, 0, middle, wide, wide, front - middle, middle - back, sf, sb]
}

const torso = loft(
  [0, 0, 0],
  [0, 1, 0],
  [
    level(828, 26, 8, -34),
    level(842, 74, 38, -64),
    level(864, 124, 58, -88),
    level(892, 155, 71, -104),
    level(925, 169, 82, -110),
    level(962, 171, 95, -110),
    level(1005, 165, 106, -105),
    level(1054, 155, 113, -102),
    level(1110, 146, 109, -101),
    level(1165, 144, 104, -107),
    level(1220, 147, 101, -116),
    level(1275, 150, 99, -123),
    level(1330, 150, 88, -127),
    level(1375, 142, 69, -125),
    level(1410, 122, 50, -119),
    level(1436, 94, 36, -110),
    level(1458, 64, 22, -100),
    level(1474, 40, 8, -88),
  ],
)

const neck = loft(
  [0, 0, 0],
  [0, 1, 0],
  [
    level(1415, 72, 26, -100, 2, 2),
    level(1450, 62, 34, -95, 2, 2.1),
    level(1480, 56, 42, -84, 2, 2.2),
    level(1510, 54, 46, -74, 2, 2.3),
    level(1540, 54, 46, -69, 2, 2.3),
    level(1570, 55, 44, -70, 2, 2.3),
    level(1605, 56, 40, -74, 2, 2.2),
  ],
)

const middle: readonly Piece[] = [solid(torso, 1), solid(neck, 46)]

const side: readonly Piece[] = [
  // shoulder slope
  solid(roundCone([20, 1535, -48], [160, 1428, -32], 27, 24), 60),
  solid(spindle([10, 1490, -66], [125, 1412, -88], 46, 26, [0, 1, 0.2]), 50),
  // back: latissimus and the blade
  solid(ellipsoid([112, 1285, -58], [46, 120, 52]), 60),
  solid(ellipsoid([96, 1375, -84], [62, 74, 36]), 50),
  // breast muscle
  solid(spindle([30, 1318, 56], [165, 1362, 14], 52, 34, [0, 0.2, 1], 1.1), 50),
  // buttock and the side of the hip
  solid(ellipsoid([82, 898, -70], [78, 82, 66]), 50),
  solid(ellipsoid([116, 940, -18], [56, 88, 72]), 60),
]

const surfaceSide: readonly Piece[] = [
  // collar bone
  relief(
    ridge([
      [[20, 1430, 40], 11, 5],
      [[55, 1438, 42], 10, 5.5],
      [[95, 1446, 28], 10, 5],
      [[135, 1449, 4], 10, 4],
      [[172, 1447, -16], 12, 3],
    ]),
  ),
  relief(bump([70, 1462, 12], [24, 16, 24], -6)),
  // sternocleidomastoid
  relief(
    ridge([
      [[60, 1588, -8], 10, 2],
      [[52, 1545, 4], 11, 4],
      [[40, 1500, 22], 11, 4.5],
      [[26, 1460, 34], 9, 5],
      [[15, 1434, 38], 7, 4],
    ]),
  ),
  relief(bump([124, 1408, 20], [20, 26, 26], -5)),
  // lower edge of the breast muscle, and the nipple
  relief(bump([85, 1290, 92], [52, 34, 30], 5)),
  relief(
    ridge([
      [[25, 1262, 98], 14, -1],
      [[80, 1252, 92], 16, -3.5],
      [[125, 1275, 66], 16, -3],
      [[148, 1310, 34], 16, -1],
    ]),
  ),
  relief(bump([100, 1278, 106], 5, 2.2)),
  // rim of the ribs, belly muscle
  relief(
    ridge([
      [[16, 1245, 98], 16, 1],
      [[60, 1222, 98], 18, 3],
      [[100, 1180, 84], 18, 3],
      [[130, 1145, 40], 18, 1.5],
    ]),
  ),
  relief(
    ridge([
      [[66, 1215, 95], 16, -1],
      [[72, 1120, 98], 16, -3],
      [[68, 1040, 104], 18, -2.5],
      [[48, 960, 96], 18, -1],
    ]),
  ),
  // hip bone and groin
  relief(
    ridge([
      [[122, 988, 66], 16, 4],
      [[138, 1026, 30], 18, 3],
      [[140, 1052, -16], 18, 2.5],
      [[90, 1048, -80], 20, 1.5],
    ]),
  ),
  relief(
    ridge([
      [[118, 968, 66], 12, -2],
      [[84, 932, 74], 12, -4],
      [[52, 890, 66], 12, -4],
      [[28, 855, 46], 12, -2],
    ]),
  ),
  // back: extensors beside the furrow, blade, dimple, loin
  relief(
    ridge([
      [[34, 1030, -104], 22, 2],
      [[38, 1100, -100], 24, 6],
      [[36, 1180, -106], 24, 5],
      [[34, 1260, -122], 24, 3],
      [[32, 1360, -130], 20, 1],
    ]),
  ),
  relief(
    ridge([
      [[80, 1440, -108], 14, 2],
      [[86, 1390, -126], 14, 3.5],
      [[98, 1342, -128], 16, 5],
    ]),
  ),
  relief(
    ridge([
      [[84, 1428, -112], 13, 2.5],
      [[132, 1434, -94], 12, 3],
      [[184, 1432, -54], 12, 3],
    ]),
  ),
  relief(bump([44, 1012, -110], [14, 14, 18], -3)),
  relief(bump([112, 1350, -118], [22, 40, 24], -2)),
  // fold below the buttock
  relief(
    ridge([
      [[20, 838, -78], 9, -3],
      [[60, 832, -98], 10, -6],
      [[105, 838, -92], 12, -3],
      [[135, 850, -74], 12, 0],
    ]),
  ),
]

const surfaceMiddle: readonly Piece[] = [
  relief(
    ridge([
      [[0, 1560, -72], 12, -1],
      [[0, 1520, -82], 12, 0],
      [[0, 1502, -94], 12, 3],
      [[0, 1480, -104], 13, 1.5],
      [[0, 1440, -118], 13, -2],
      [[0, 1360, -132], 13, -4],
      [[0, 1260, -124], 13, -5],
      [[0, 1160, -106], 14, -8],
      [[0, 1090, -100], 15, -8],
      [[0, 1030, -106], 18, -3],
      [[0, 985, -112], 16, -1],
    ]),
  ),
  // cleft between the buttocks
  relief(
    ridge([
      [[0, 948, -112], 10, -2],
      [[0, 915, -118], 13, -16],
      [[0, 880, -112], 14, -30],
      [[0, 845, -92], 14, -26],
      [[0, 825, -60], 12, -8],
    ]),
  ),
  relief(bump([0, 1436, 44], [16, 14, 18], -7)),
  relief(
    ridge([
      [[0, 1405, 52], 14, -1],
      [[0, 1330, 88], 15, -4],
      [[0, 1278, 100], 15, -4],
    ]),
  ),
  relief(bump([0, 1246, 104], [18, 16, 16], -2)),
  relief(
    ridge([
      [[0, 1220, 104], 10, -2],
      [[0, 1130, 110], 10, -2.5],
      [[0, 1070, 114], 9, -2],
    ]),
  ),
  relief(bump([0, 1054, 116], [7, 9, 12], -9)),
  relief(bump([0, 1494, 48], [12, 14, 14], 4.5)),
  relief(bump([0, 895, 74], [42, 36, 30], 5)),
]

export const trunkSolids: readonly Piece[] = [...middle, ...bothSides(side)]
export const trunkSurface: readonly Piece[] = [...bothSides(surfaceSide), ...surfaceMiddle]

/** Kept out of the legs' way: the space between the thighs just below the pelvis. */
export const betweenThighs: readonly Piece[] = [
  hollow(ellipsoid([0, 770, -8], [9, 62, 110], frameAlong([0, 0, 0], [0, 1, 0])), 14),
]
