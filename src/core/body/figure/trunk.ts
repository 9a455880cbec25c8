/** Trunk, neck and shoulder girdle. */
import type { Piece } from '../field/field.ts'
import { bothSides, relief, solid } from '../field/field.ts'
import { bump, ridge } from '../field/relief.ts'
import type { Station } from '../field/shapes.ts'
import { ellipsoid, loft, roundCone, spindle } from '../field/shapes.ts'
import type { Vec } from '../vec.ts'
import { unit } from '../vec.ts'

/** A level section: its height, half width, foremost and hindmost z, and how square front and back are. */
function level(y: number, wide: number, front: number, back: number, sf = 2.2, sb = 2.4): Station {
  const middle = (front + back) / 2
  return [y, 0, middle, wide, wide, front - middle, middle - back, sf, sb]
}

const torso = () =>
  loft(
    [0, 0, 0],
    [0, 1, 0],
    [
      level(828, 26, 8, -34),
      level(842, 74, 38, -62),
      level(864, 120, 60, -84),
      level(892, 147, 77, -98),
      level(925, 160, 88, -104),
      level(962, 164, 97, -106, 2.2, 2.3),
      level(1005, 163, 106, -103, 2.3, 2.3),
      level(1054, 152, 110, -102, 2.3, 2.4),
      level(1110, 143, 107, -101, 2.35, 2.4),
      level(1165, 142, 103, -107, 2.4, 2.4),
      level(1220, 146, 105, -117, 2.4, 2.35),
      level(1275, 146, 110, -128, 2.5, 2.3),
      level(1330, 140, 95, -129, 2.6, 2.2),
      level(1375, 139, 70, -125, 2.7, 2.15),
      level(1410, 132, 52, -118, 2.8, 2.1),
      level(1434, 121, 37, -109, 2.9, 2.1),
      level(1452, 90, 25, -99, 2.6, 2.1),
      level(1464, 48, 8, -88),
    ],
  )

const neck = () =>
  loft(
    [0, 0, 0],
    [0, 1, 0],
    [
      level(1405, 70, 26, -102, 2, 2.1),
      level(1445, 62, 33, -95, 2, 2.1),
      level(1475, 56, 42, -86, 2, 2.2),
      level(1505, 53, 46, -75, 2, 2.3),
      level(1535, 52, 46, -68, 2, 2.3),
      level(1565, 53, 44, -68, 2, 2.3),
      level(1605, 55, 40, -74, 2, 2.2),
    ],
  )

const outAndUp: Vec = unit([0.42, 0.1, 1])

const sideSolids = (): readonly Piece[] => [
  // slope of the shoulder, then the muscle that fills the upper back
  solid(roundCone([38, 1476, -54], [180, 1422, -28], 21, 17), 44),
  solid(spindle([6, 1458, -74], [136, 1408, -86], 44, 20, [0, 1, 0.2]), 56),
  // below the collar bone, between breast and shoulder
  solid(ellipsoid([132, 1404, 2], [52, 40, 30]), 46),
  // back: latissimus and the blade
  solid(ellipsoid([99, 1282, -58], [44, 122, 50]), 54),
  solid(ellipsoid([96, 1376, -80], [66, 76, 36]), 50),
  solid(
    ellipsoid(
      [146, 1384, -62],
      [52, 58, 42],
      [
        [0.86, 0, 0.5],
        [0, 1, 0],
        [-0.5, 0, 0.86],
      ],
    ),
    50,
  ),
  // breast muscle
  solid(spindle([22, 1300, 56], [168, 1360, 10], 50, 34, outAndUp, 1.08), 44),
  // buttock and the side of the hip
  solid(ellipsoid([82, 904, -76], [74, 96, 68]), 60),
  solid(ellipsoid([109, 938, -16], [57, 94, 72]), 60),
]

const sideSurface = (): readonly Piece[] => [
  // collar bone, and the hollows above and below it
  relief(
    ridge([
      [[16, 1430, 44], 9, 2],
      [[45, 1437, 38], 8, 3.6],
      [[72, 1443, 28], 8, 3.8],
      [[98, 1447, 15], 8, 3.6],
      [[124, 1449, 2], 8, 3.2],
      [[150, 1450, -6], 9, 2.6],
      [[174, 1448, -16], 10, 1.5],
    ]),
  ),
  relief(bump([74, 1462, 0], [28, 15, 18], -5)),
  relief(bump([128, 1424, 18], [20, 15, 20], -3.5)),
  // sternocleidomastoid
  relief(
    ridge([
      [[60, 1588, -8], 11, 2],
      [[52, 1545, 4], 12, 3.5],
      [[40, 1500, 22], 11, 4],
      [[26, 1460, 34], 9, 4.5],
      [[14, 1434, 38], 7, 3.5],
    ]),
  ),
  // fullness of the breast, its lower edge, and the nipple
  relief(bump([86, 1292, 96], [54, 44, 38], 8)),
  relief(
    ridge([
      [[22, 1258, 96], 16, -1],
      [[78, 1246, 92], 18, -3],
      [[126, 1268, 66], 18, -3],
      [[150, 1305, 34], 18, -1],
    ]),
  ),
  relief(bump([100, 1278, 100], [11, 11, 14], 1.2)),
  relief(bump([100, 1278, 102], [3.6, 3.6, 9], 2.6)),
  // rim of the ribs, belly muscle
  relief(
    ridge([
      [[14, 1250, 98], 16, 1],
      [[46, 1226, 100], 17, 3.6],
      [[78, 1196, 94], 18, 4.4],
      [[104, 1168, 80], 18, 4],
      [[130, 1142, 42], 18, 1.6],
    ]),
  ),
  relief(
    ridge([
      [[70, 1196, 95], 16, -1],
      [[78, 1130, 98], 16, -4],
      [[76, 1060, 100], 17, -3.6],
      [[62, 1000, 102], 17, -2],
      [[46, 955, 98], 18, -0.5],
    ]),
  ),
  // hip bone and groin
  relief(
    ridge([
      [[124, 986, 62], 18, 4],
      [[140, 1026, 28], 20, 3],
      [[140, 1052, -16], 20, 2.5],
      [[92, 1048, -80], 22, 1.5],
    ]),
  ),
  relief(
    ridge([
      [[120, 966, 64], 16, -1.5],
      [[84, 930, 78], 15, -4],
      [[54, 888, 72], 14, -4],
      [[30, 850, 46], 13, -2],
    ]),
  ),
  // back: extensors beside the furrow, blade, dimple
  relief(
    ridge([
      [[36, 1030, -104], 26, 1.5],
      [[38, 1100, -100], 28, 5],
      [[36, 1180, -106], 28, 4.5],
      [[34, 1260, -122], 28, 2.5],
      [[32, 1360, -130], 24, 1],
    ]),
  ),
  relief(
    ridge([
      [[78, 1440, -112], 15, 1.2],
      [[84, 1392, -126], 15, 3],
      [[90, 1360, -130], 15, 4],
      [[98, 1338, -130], 15, 4.8],
      [[114, 1344, -118], 16, 3.2],
      [[140, 1374, -98], 17, 0.6],
    ]),
  ),
  // between blade and spine, and below the blade's spine
  relief(
    ridge([
      [[60, 1424, -118], 14, -0.8],
      [[62, 1380, -130], 14, -2.4],
      [[68, 1336, -130], 14, -2.2],
      [[84, 1306, -128], 15, -2],
      [[112, 1300, -116], 16, -0.6],
    ]),
  ),
  relief(bump([120, 1392, -110], [28, 16, 24], -2)),
  relief(
    ridge([
      [[82, 1416, -120], 13, 1.2],
      [[108, 1422, -112], 13, 3],
      [[140, 1430, -96], 13, 3.2],
      [[184, 1430, -60], 15, 2.5],
    ]),
  ),
  relief(bump([44, 1012, -108], [16, 16, 18], -3)),
  // fold below the buttock
  relief(
    ridge([
      [[18, 842, -76], 12, -2],
      [[58, 833, -98], 14, -3],
      [[100, 838, -94], 14, -2.5],
      [[135, 852, -76], 14, 0],
    ]),
  ),
]

const middleSurface = (): readonly Piece[] => [
  relief(
    ridge([
      [[0, 1560, -72], 12, -1],
      [[0, 1522, -78], 13, 0],
      [[0, 1500, -92], 13, 3],
      [[0, 1478, -104], 14, 1.5],
      [[0, 1440, -116], 13, -2.4],
      [[0, 1360, -128], 12, -5],
      [[0, 1260, -122], 12, -6.2],
      [[0, 1160, -106], 14, -8.4],
      [[0, 1090, -100], 16, -8],
      [[0, 1030, -104], 20, -4],
      [[0, 985, -108], 18, -1],
    ]),
  ),
  // cleft between the buttocks
  relief(
    ridge([
      [[0, 950, -110], 11, -2],
      [[0, 918, -116], 13, -15],
      [[0, 882, -112], 14, -28],
      [[0, 847, -92], 14, -24],
      [[0, 827, -60], 13, -8],
    ]),
  ),
  relief(bump([0, 1438, 42], [15, 13, 16], -6)),
  relief(
    ridge([
      [[0, 1405, 52], 16, -1],
      [[0, 1330, 86], 18, -4.5],
      [[0, 1278, 98], 18, -4],
    ]),
  ),
  relief(bump([0, 1246, 102], [20, 18, 16], -2)),
  relief(
    ridge([
      [[0, 1228, 102], 11, -2],
      [[0, 1150, 110], 10, -4],
      [[0, 1078, 114], 9, -3],
    ]),
  ),
  // navel: a fold above, the pit, and the soft belly below it
  relief(bump([0, 1063, 116], [11, 5, 10], 1.6)),
  relief(bump([0, 1053, 116], [6, 8, 14], -13)),
  relief(bump([0, 1000, 108], [58, 46, 40], 4)),
  relief(bump([0, 1494, 48], [12, 15, 14], 4.5)),
  relief(bump([0, 896, 78], [44, 44, 34], 3.5)),
]

export const trunkSolids = (): readonly Piece[] => [solid(torso(), 1), solid(neck(), 30), ...bothSides(sideSolids())]
export const trunkSurface = (): readonly Piece[] => [...bothSides(sideSurface()), ...middleSurface()]
