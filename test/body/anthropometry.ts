/**
 * What a man of middle size measures, and how to measure the same on our body.
 *
 * Reference: P is Pheasant and Haslegrave, Bodyspace (3rd edition 2006), British men of 19 to 65,
 * 50th percentile, stature 1740 mm; G is Gordon and others, 1988 Anthropometric Survey of U.S. Army
 * Personnel (Natick 1989), men, mean, stature 1756 mm. Both are scaled by stature to 1750 mm.
 * Figures are given as we know them from these tables; we did not have the tables open.
 */
import type { Body } from '../../src/core/body/body.ts'
import {
  ankle,
  elbow,
  footAcross,
  footAlong,
  handAcross,
  handAlong,
  inHand,
  inUpperArm,
  knee,
  wrist,
} from '../../src/core/body/figure/skeleton.ts'
import { distance, sub } from '../../src/core/body/vec.ts'
import { breadthAt, depthAt, extentMm, girthMm, greatestGirthMm, leastGirthMm, outlineAt, placeOf } from './measure.ts'

export type Measure = {
  readonly name: string
  readonly from: 'P' | 'G'
  /** As published, for the stature of that source. */
  readonly publishedMm: number
  readonly take: (body: Body) => number
}

const statureOf = { P: 1740, G: 1756 } as const
const OUR_STATURE_MM = 1750

export function expectedMm(measure: Measure): number {
  return (measure.publishedMm * OUR_STATURE_MM) / statureOf[measure.from]
}

const height = (key: string) => (body: Body) => placeOf(body, key)[1]
const twice = (key: string) => (body: Body) => 2 * placeOf(body, key)[0]
const between = (a: string, b: string) => (body: Body) => distance(placeOf(body, a), placeOf(body, b))

/** Extent of the vertices that a test keeps, along a direction. */
function extentWhere(
  body: Body,
  keep: (x: number, y: number, z: number) => boolean,
  along: readonly [number, number, number],
) {
  const p = body.positionsMm
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < p.length; i += 3) {
    const [x, y, z] = [p[i]!, p[i + 1]!, p[i + 2]!]
    if (!keep(x, y, z)) continue
    const v = x * along[0] + y * along[1] + z * along[2]
    low = Math.min(low, v)
    high = Math.max(high, v)
  }
  return high - low
}

const levels = (from: number, to: number, step: number) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)

export const measures: readonly Measure[] = [
  { name: 'Stature', from: 'P', publishedMm: 1740, take: (b) => extentWhere(b, () => true, [0, 1, 0]) },
  { name: 'Eye height', from: 'P', publishedMm: 1630, take: height('outer-canthus/left') },
  { name: 'Height of C7', from: 'G', publishedMm: 1519, take: height('spinous-process-c7') },
  { name: 'Shoulder height (acromion)', from: 'P', publishedMm: 1425, take: height('acromion/left') },
  { name: 'Height of the suprasternal notch', from: 'G', publishedMm: 1430, take: height('suprasternal-notch') },
  { name: 'Nipple height', from: 'G', publishedMm: 1277, take: height('nipple/left') },
  { name: 'Elbow height', from: 'P', publishedMm: 1090, take: height('radial-head/left') },
  { name: 'Navel height', from: 'G', publishedMm: 1054, take: height('navel') },
  { name: 'Hip height (trochanter)', from: 'P', publishedMm: 920, take: height('greater-trochanter/left') },
  {
    name: 'Crotch height',
    from: 'G',
    publishedMm: 837,
    take: (b) => {
      const p = b.positionsMm
      let low = Number.POSITIVE_INFINITY
      for (let i = 0; i < p.length; i += 3) if (p[i] === 0) low = Math.min(low, p[i + 1]!)
      return low
    },
  },
  { name: 'Height of the lateral malleolus', from: 'G', publishedMm: 67, take: height('lateral-malleolus/left') },
  { name: 'Shoulder breadth (biacromial)', from: 'P', publishedMm: 400, take: twice('acromion/left') },
  {
    name: 'Shoulder breadth (bideltoid)',
    from: 'P',
    publishedMm: 465,
    take: (b) => extentWhere(b, (_x, y) => y > 1330 && y < 1460, [1, 0, 0]),
  },
  {
    name: 'Hip breadth, standing',
    from: 'G',
    publishedMm: 343,
    take: (b) => Math.max(...levels(860, 1000, 10).map((y) => breadthAt(b, y))),
  },
  { name: 'Waist breadth at the navel', from: 'G', publishedMm: 309, take: (b) => breadthAt(b, 1054) },
  {
    name: 'Chest depth',
    from: 'P',
    publishedMm: 250,
    take: (b) => Math.max(...levels(1250, 1300, 10).map((y) => depthAt(b, y))),
  },
  { name: 'Waist depth at the navel', from: 'G', publishedMm: 225, take: (b) => depthAt(b, 1054) },
  {
    name: 'Buttock depth',
    from: 'G',
    publishedMm: 247,
    take: (b) => Math.max(...levels(870, 930, 10).map((y) => depthAt(b, y))),
  },
  {
    name: 'Upper arm (acromion to radial head)',
    from: 'G',
    publishedMm: 340,
    take: between('acromion/left', 'radial-head/left'),
  },
  {
    name: 'Forearm and hand (elbow to finger tip)',
    from: 'P',
    publishedMm: 475,
    take: (b) =>
      distance(elbow, wrist) + distance(wrist, inHand(190, 4)) + (elbow[2] - placeOf(b, 'olecranon/left')[2]) * 0.6,
  },
  {
    name: 'Hand length',
    from: 'P',
    publishedMm: 190,
    take: (b) => {
      const tip = extentWhere(b, (x, y) => x > 300 && y < 859, handAlong)
      const top = extentWhere(
        b,
        (x, y, z) =>
          x > 300 &&
          y < 859 &&
          (x - wrist[0]) * handAlong[0] + (y - wrist[1]) * handAlong[1] + (z - wrist[2]) * handAlong[2] > 0,
        handAlong,
      )
      return Math.min(tip, top)
    },
  },
  {
    name: 'Hand breadth at the knuckles',
    from: 'P',
    publishedMm: 85,
    take: (b) => extentMm(outlineAt(b, inHand(84, -5), handAlong), handAcross),
  },
  {
    name: 'Foot length',
    from: 'P',
    publishedMm: 265,
    take: (b) => extentWhere(b, (x, y) => x > 20 && y < 40, footAlong),
  },
  {
    name: 'Foot breadth',
    from: 'P',
    publishedMm: 95,
    take: (b) => extentWhere(b, (x, y, z) => x > 20 && y < 40 && z < 130, footAcross),
  },
  {
    name: 'Head length',
    from: 'P',
    publishedMm: 195,
    take: (b) => Math.max(...levels(1655, 1680, 5).map((y) => depthAt(b, y))),
  },
  {
    name: 'Head breadth',
    from: 'P',
    publishedMm: 155,
    take: (b) => Math.max(...levels(1665, 1700, 5).map((y) => breadthAt(b, y))),
  },
  { name: 'Face breadth at the cheekbones', from: 'G', publishedMm: 140, take: twice('zygomatic-arch/left') },
  {
    name: 'Face height (nasion to under the chin)',
    from: 'G',
    publishedMm: 122,
    take: (b) => placeOf(b, 'nasion')[1] - placeOf(b, 'chin-underside')[1],
  },
  { name: 'Distance between the pupils', from: 'G', publishedMm: 64.7, take: twice('eye/left') },
  { name: 'Head girth', from: 'G', publishedMm: 567, take: (b) => girthMm(b, [0, 1672, 5], [0, 1, 0]) },
  { name: 'Neck girth', from: 'G', publishedMm: 379, take: (b) => girthMm(b, [0, 1500, -15], [0, 1, 0.3]) },
  { name: 'Waist girth at the navel', from: 'G', publishedMm: 862, take: (b) => girthMm(b, [0, 1054, 5]) },
  { name: 'Buttock girth', from: 'G', publishedMm: 984, take: (b) => girthMm(b, [0, 895, -15]) },
  { name: 'Thigh girth', from: 'G', publishedMm: 597, take: (b) => girthMm(b, [94, 815, 0]) },
  { name: 'Knee girth', from: 'G', publishedMm: 386, take: (b) => girthMm(b, [97, 492, -4]) },
  {
    name: 'Calf girth',
    from: 'G',
    publishedMm: 378,
    take: (b) => greatestGirthMm(b, [knee[0], 420, -15], [ankle[0], 320, -20]),
  },
  { name: 'Ankle girth', from: 'G', publishedMm: 222, take: (b) => leastGirthMm(b, [102, 170, -38], [103, 110, -42]) },
  {
    name: 'Upper arm girth, relaxed',
    from: 'G',
    publishedMm: 312,
    take: (b) => girthMm(b, inUpperArm(0.58), sub(elbow, inUpperArm(0))),
  },
  {
    name: 'Wrist girth',
    from: 'G',
    publishedMm: 174,
    take: (b) => girthMm(b, [wrist[0] - 7, wrist[1] + 18, -9], sub(wrist, elbow)),
  },
]
