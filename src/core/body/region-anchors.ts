/**
 * Where each region has its middle, on the left half.
 *
 * A stroke runs over the places given, or a disc is claimed outright. Every vertex goes to the region
 * whose stroke is nearest along the skin, so borders are smooth and run half way between neighbours.
 */
import { ankle, hip, inFoot, inForearm, inHand, inUpperArm, knee } from './figure/skeleton.ts'
import type { Vec } from './vec.ts'
import { mix } from './vec.ts'

export type Anchor = {
  readonly strokes: readonly (readonly Vec[])[]
  /** Millimetres by which the stroke is thought wider than a line; moves the border outwards. */
  readonly headStartMm?: number
  /** Claims everything within this distance and nothing beyond. */
  readonly discMm?: number
}

/** A place on the thigh: share of the way from hip to knee, mm outwards, mm to the front. */
function onThigh(share: number, out: number, front: number): Vec {
  const p = mix(hip, knee, share)
  return [p[0] + out, p[1], p[2] + front]
}

/** A place on the leg: share of the way from knee to ankle, mm outwards, mm to the front. */
function onLeg(share: number, out: number, front: number): Vec {
  const p = mix(knee, ankle, share)
  return [p[0] + out, p[1], p[2] + front]
}

const line = (...stroke: Vec[]): Anchor => ({ strokes: [stroke] })
const lines = (...strokes: Vec[][]): Anchor => ({ strokes })
const wider = (anchor: Anchor, headStartMm: number): Anchor => ({ ...anchor, headStartMm })
const disc = (at: Vec, discMm: number): Anchor => ({ strokes: [[at]], discMm })

const finger = (knuckle: number, c0: number, tip: number, c1: number, palm: number): Anchor =>
  line(inHand(knuckle + 24, c0 + (c1 - c0) * 0.2, palm), inHand(tip - 8, c1, palm + 4))

const head = (): Record<string, Anchor> => ({
  vertex: disc([0, 1750, -8], 32),
  forehead: lines(
    [
      [8, 1686, 100],
      [48, 1684, 86],
    ],
    [
      [10, 1728, 62],
      [34, 1722, 62],
    ],
  ),
  eyebrow: wider(line([14, 1657, 102], [33, 1660, 99], [55, 1652, 82]), -2),
  eye: wider(line([21, 1640, 92], [42, 1639, 88]), 3),
  temple: line([65, 1650, 58], [69, 1676, 42]),
  'parietal-scalp': lines(
    [
      [76, 1682, 0],
      [76, 1676, -36],
    ],
    [
      [66, 1714, 0],
      [58, 1716, -48],
    ],
    [
      [38, 1738, 10],
      [34, 1738, -40],
    ],
  ),
  occiput: lines(
    [
      [8, 1638, -92],
      [44, 1634, -80],
    ],
    [
      [8, 1690, -88],
      [36, 1680, -84],
    ],
  ),
  mastoid: line([68, 1616, -30], [62, 1594, -18]),
  ear: lines(
    [
      [82, 1648, -14],
      [84, 1622, -16],
      [76, 1597, -2],
    ],
    [[76, 1622, 4]],
  ),
  'jaw-joint': wider(line([70, 1620, 22], [69, 1608, 24]), 0),
  cheek: lines(
    [
      [62, 1612, 66],
      [44, 1616, 86],
    ],
    [[54, 1592, 74]],
  ),
  nose: lines(
    [
      [0, 1644, 100],
      [0, 1606, 127],
    ],
    [[14, 1602, 110]],
    [[0, 1598, 116]],
  ),
  'upper-teeth': line([4, 1583, 109], [22, 1583, 103], [36, 1588, 92]),
  'lower-teeth': line([4, 1560, 104], [26, 1556, 92], [44, 1552, 66]),
  'jaw-angle': line([62, 1590, 28], [55, 1560, 20]),
  chin: lines(
    [
      [0, 1541, 99],
      [14, 1538, 95],
    ],
    [[0, 1527, 82]],
  ),
})

const trunk = (): Record<string, Anchor> => ({
  throat: lines(
    [
      [12, 1510, 50],
      [14, 1460, 44],
    ],
    [
      [26, 1520, 42],
      [24, 1446, 40],
    ],
  ),
  'neck-side': line([60, 1572, -14], [54, 1530, -8], [50, 1490, -4], [56, 1468, 8]),
  'neck-back': lines(
    [
      [8, 1585, -74],
      [8, 1510, -88],
    ],
    [
      [34, 1585, -66],
      [36, 1512, -70],
    ],
  ),
  'neck-angle': line([66, 1482, -44], [96, 1463, -44]),
  'shoulder-top': lines(
    [
      [132, 1450, -52],
      [186, 1440, -34],
    ],
    [
      [112, 1448, -92],
      [160, 1434, -84],
    ],
  ),
  'shoulder-front': line([176, 1412, 26], [190, 1370, 26]),
  'shoulder-side': line([218, 1408, -16], [234, 1360, -18], [238, 1310, -18]),
  'shoulder-back': line([190, 1402, -72], [206, 1340, -66]),
  axilla: lines([[163, 1332, -14]], [[168, 1330, 24]], [[166, 1318, -50]]),
  scapula: lines(
    [
      [112, 1402, -116],
      [112, 1356, -122],
    ],
    [
      [146, 1396, -94],
      [138, 1362, -104],
    ],
  ),
  'scapula-border': wider(line([76, 1448, -108], [82, 1400, -124], [92, 1346, -130]), -2),
  interscapular: line([24, 1478, -106], [30, 1350, -132]),
  'mid-back': lines(
    [
      [24, 1312, -128],
      [26, 1222, -112],
    ],
    [
      [96, 1298, -116],
      [92, 1232, -106],
    ],
  ),
  'low-back': lines(
    [
      [28, 1180, -108],
      [28, 1064, -102],
    ],
    [
      [90, 1172, -98],
      [90, 1090, -92],
    ],
  ),
  flank: line([142, 1132, 8], [142, 1088, 8], [132, 1086, -44], [134, 1132, -44]),
  sacroiliac: line([48, 1030, -106], [42, 985, -112]),
  sacrum: wider(
    lines([
      [0, 1018, -105],
      [0, 960, -114],
    ]),
    4,
  ),
  coccyx: line([0, 926, -112], [0, 898, -96]),
  'buttock-upper': line([86, 990, -104], [112, 995, -72], [112, 960, -92], [74, 955, -122]),
  'buttock-lower': line([62, 880, -126], [114, 876, -92]),
  perineum: line([0, 828, -40], [0, 826, -4]),
  pubis: lines(
    [
      [0, 912, 84],
      [0, 866, 62],
    ],
    [[16, 900, 78]],
  ),
  groin: line([84, 928, 78], [56, 890, 68], [34, 850, 44]),
  'chest-upper': line([46, 1406, 58], [128, 1410, 36]),
  'chest-breast': lines(
    [
      [70, 1312, 96],
      [122, 1318, 72],
    ],
    [
      [64, 1268, 100],
      [118, 1276, 82],
    ],
  ),
  sternum: line([0, 1418, 46], [0, 1262, 96]),
  'chest-side': lines(
    [
      [150, 1292, 10],
      [146, 1180, 10],
    ],
    [
      [144, 1280, -46],
      [140, 1190, -46],
    ],
  ),
  'rib-margin': line([44, 1228, 100], [82, 1206, 92], [118, 1168, 66]),
  epigastrium: line([0, 1226, 104], [0, 1150, 110]),
  'abdomen-upper': line([72, 1140, 102], [104, 1118, 84]),
  umbilical: wider(line([0, 1078, 114], [0, 1032, 114]), 12),
  'abdomen-lower': line([70, 1030, 102], [104, 1000, 82], [74, 984, 94]),
  suprapubic: line([0, 982, 106], [0, 944, 98]),
})

const arm = (): Record<string, Anchor> => ({
  'upper-arm-front': line(inUpperArm(0.42, 0, 50), inUpperArm(0.82, 0, 44)),
  'upper-arm-side': line(inUpperArm(0.6, 44, 0), inUpperArm(0.84, 40, 0)),
  'upper-arm-back': line(inUpperArm(0.42, 0, -50), inUpperArm(0.8, 0, -46)),
  'upper-arm-inner': line(inUpperArm(0.38, -44, 0), inUpperArm(0.82, -40, 0)),
  'elbow-lateral': line(inUpperArm(0.97, 40, -2), inForearm(0.03, 42, -2)),
  'elbow-medial': line(inUpperArm(0.96, -40, -2), inForearm(0.02, -40, -2)),
  'elbow-back': line(inUpperArm(0.96, 0, -42), inForearm(0.03, -6, -42)),
  'elbow-front': line(inForearm(0.02, -14, 34), inForearm(0.02, 14, 36)),
  'forearm-radial': line(inForearm(0.2, 46, 2), inForearm(0.86, 32, 0)),
  'forearm-front': line(inForearm(0.2, 0, 40), inForearm(0.84, 0, 26)),
  'forearm-ulnar': line(inForearm(0.2, -42, -2), inForearm(0.86, -31, 0)),
  'forearm-back': line(inForearm(0.2, 4, -40), inForearm(0.84, 0, -26)),
  'wrist-front': line(inHand(-8, -16, 20), inHand(-8, 16, 20)),
  'wrist-back': line(inHand(-8, -16, -18), inHand(-8, 16, -18)),
  'thumb-base': lines(
    [inHand(16, 32, 2), inHand(46, 48, 10)],
    [inHand(28, 24, 24), inHand(50, 34, 26)],
    [inHand(62, 38, 0)],
  ),
  thumb: line(inHand(72, 53, 28), inHand(114, 66, 24), inHand(74, 60, 8)),
  palm: lines([inHand(40, 0, 18), inHand(80, 10, 14)], [inHand(84, 24, 14), inHand(72, -26, 14)]),
  'hand-back': lines([inHand(22, 4, -18), inHand(72, 4, -15)], [inHand(72, 24, -12), inHand(64, -28, -14)]),
  'hand-ulnar': lines([inHand(22, -34, 4), inHand(62, -44, 0)], [inHand(28, -30, 18), inHand(56, -34, 16)]),
  'finger-index-front': finger(88, 24, 178, 31, 11),
  'finger-index-back': finger(88, 24, 178, 31, -11),
  'finger-middle-front': finger(90, 3, 190, 4, 11),
  'finger-middle-back': finger(90, 3, 190, 4, -11),
  'finger-ring-front': finger(84, -17, 180, -24, 11),
  'finger-ring-back': finger(84, -17, 180, -24, -11),
  'finger-little-front': finger(76, -35, 154, -50, 10),
  'finger-little-back': finger(76, -35, 154, -50, -10),
})

const leg = (): Record<string, Anchor> => ({
  'hip-side': wider(line([170, 930, -10], [170, 908, -10]), 6),
  'thigh-front-upper': line(onThigh(0.2, 4, 84), onThigh(0.42, 4, 84)),
  'thigh-front-lower': line(onThigh(0.62, 2, 74), onThigh(0.82, 2, 60)),
  'thigh-side-upper': line(onThigh(0.22, 84, -4), onThigh(0.42, 80, -4)),
  'thigh-side-lower': line(onThigh(0.62, 70, -4), onThigh(0.84, 58, -4)),
  'thigh-inner-upper': line(onThigh(0.28, -76, 0), onThigh(0.42, -74, 0)),
  'thigh-inner-lower': line(onThigh(0.62, -66, 0), onThigh(0.84, -56, 0)),
  'thigh-back-upper': line(onThigh(0.27, 4, -84), onThigh(0.42, 4, -80)),
  'thigh-back-lower': line(onThigh(0.62, 2, -68), onThigh(0.82, 2, -56)),
  'knee-front': lines(
    [
      [97, 520, 50],
      [97, 462, 44],
    ],
    [
      [76, 494, 42],
      [118, 494, 42],
    ],
  ),
  'knee-inner': line([48, 502, -8], [50, 470, -2], [54, 438, -4]),
  'knee-outer': line([146, 502, -8], [147, 470, -6], [146, 446, -14]),
  'knee-back': line([97, 512, -58], [97, 462, -60]),
  shin: line(onLeg(0.16, 6, 44), onLeg(0.84, 2, 34)),
  'leg-outer': line(onLeg(0.2, 58, -8), onLeg(0.82, 32, -10)),
  'leg-inner': line(onLeg(0.18, -56, -14), onLeg(0.82, -31, -14)),
  'calf-upper': line(onLeg(0.16, 0, -72), onLeg(0.42, 0, -76)),
  'calf-lower': line(onLeg(0.58, 0, -66), onLeg(0.72, 0, -58)),
  achilles: line([101, 142, -90], [100, 84, -100]),
  'ankle-front': line([88, 96, -10], [120, 94, -10]),
  'ankle-outer': line([139, 72, -48], [130, 72, -74]),
  'ankle-inner': line([66, 82, -36], [74, 76, -70]),
  heel: lines(
    [inFoot(22, 0, 0), inFoot(50, 0, 0)],
    [inFoot(0, 0, 40), inFoot(0, 0, 16)],
    [inFoot(34, -31, 26)],
    [inFoot(34, 32, 22)],
  ),
  'foot-top': lines([inFoot(116, 6, 66), inFoot(184, 16, 30)], [inFoot(150, -30, 44), inFoot(188, -22, 36)]),
  'foot-outer': line(inFoot(86, 40, 18), inFoot(166, 52, 14)),
  arch: lines([inFoot(86, 2, 0), inFoot(146, 6, 0)], [inFoot(96, -34, 22), inFoot(140, -38, 18)]),
  'ball-of-foot': line(inFoot(192, -26, 0), inFoot(190, 8, 0), inFoot(172, 42, 0)),
  'great-toe-top': line(inFoot(224, -23, 24), inFoot(256, -22, 18)),
  'great-toe-bottom': line(inFoot(226, -23, 2), inFoot(254, -22, 0)),
  'lesser-toes-top': lines(
    [inFoot(226, 0, 20), inFoot(257, 1, 14)],
    [inFoot(220, 17, 20), inFoot(247, 17, 14)],
    [inFoot(210, 31, 18), inFoot(235, 31, 13)],
    [inFoot(196, 45, 17), inFoot(219, 44, 13)],
  ),
  'lesser-toes-bottom': lines(
    [inFoot(228, 0, 3), inFoot(255, 1, 0)],
    [inFoot(222, 17, 3), inFoot(245, 17, 0)],
    [inFoot(212, 31, 3), inFoot(233, 31, 0)],
    [inFoot(198, 45, 3), inFoot(216, 44, 0)],
  ),
})

export const regionAnchors = (): Readonly<Record<string, Anchor>> => ({ ...head(), ...trunk(), ...arm(), ...leg() })
