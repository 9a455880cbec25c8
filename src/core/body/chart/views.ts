/** From where each flat chart is seen, and what it shows. */

import type { Side } from '../../units.ts'
import { footAlong, handAlong, wrist } from '../figure/skeleton.ts'
import type { Vec } from '../vec.ts'
import { cross, dot, scale, sub, unit } from '../vec.ts'

export const chartIds = [
  'front',
  'back',
  'left',
  'right',
  'head-left',
  'head-right',
  'hand-palm-left',
  'hand-palm-right',
  'hand-back-left',
  'hand-back-right',
  'foot-top-left',
  'foot-top-right',
  'foot-sole-left',
  'foot-sole-right',
] as const
export type ChartId = (typeof chartIds)[number]

export type ChartView = {
  readonly id: ChartId
  /** What a reader is told; left and right are the person's. */
  readonly name: string
  /** Directions on the body of right and up on the page, and of out of the page to the reader. */
  readonly right: Vec
  readonly up: Vec
  readonly toReader: Vec
  readonly mmPerPixel: number
  /** How much borders between places are smoothed: about the size of the body's triangles there. */
  readonly softMm: number
  /** Whether a place is drawn. */
  readonly shows: (region: string, side: Side | null) => boolean
  /** Cuts neck, wrist and ankle off in a straight line. */
  readonly keeps: (at: Vec) => boolean
}

const ARM = /^(shoulder-.*|axilla|upper-arm-.*|elbow-.*|forearm-.*|wrist-.*|thumb.*|palm|hand-.*|finger-.*)$/
const HAND = /^(forearm-.*|wrist-.*|thumb.*|palm|hand-.*|finger-.*)$/
const FOOT = /^(shin|leg-.*|calf-lower|ankle-.*|achilles|heel|foot-.*|arch|ball-of-foot|great-toe-.*|lesser-toes-.*)$/

/** Head charts end at this height, hand charts this far above the wrist, foot charts at this height. */
const NECK_CUT_MM = 1442
const NECK_HALF_MM = 92
const WRIST_CUT_MM = -34
const ANKLE_CUT_MM = 135

const all = () => true

function view(
  id: ChartId,
  name: string,
  directions: { readonly up: Vec; readonly toReader: Vec },
  scaleMm: Pick<ChartView, 'mmPerPixel' | 'softMm'>,
  shows: ChartView['shows'] = all,
  keeps: ChartView['keeps'] = all,
): ChartView {
  const w = unit(directions.toReader)
  const v = unit(sub(directions.up, scale(w, dot(directions.up, w))))
  return { id, name, right: cross(v, w), up: v, toReader: w, ...scaleMm, shows, keeps }
}

const wholeScale = { mmPerPixel: 2, softMm: 9 }
const headScale = { mmPerPixel: 0.7, softMm: 4.5 }
const handScale = { mmPerPixel: 0.4, softMm: 4 }

const up: Vec = [0, 1, 0]
const mirror = (v: Vec, side: Side): Vec => (side === 'left' ? v : [-v[0], v[1], v[2]])

function ofSide(side: Side): readonly ChartView[] {
  const x = side === 'left' ? 1 : -1
  const head: ChartView['shows'] = (region) => !ARM.test(region)
  const hand: ChartView['shows'] = (region, s) => s === side && HAND.test(region)
  const foot: ChartView['shows'] = (region, s) => s === side && FOOT.test(region)
  const aboveNeck: ChartView['keeps'] = (at) => at[1] > NECK_CUT_MM && Math.abs(at[0]) < NECK_HALF_MM
  const belowWrist: ChartView['keeps'] = (at) =>
    dot(sub(at, mirror(wrist, side)), mirror(handAlong, side)) > WRIST_CUT_MM
  const belowAnkle: ChartView['keeps'] = (at) => at[1] < ANKLE_CUT_MM
  const fingersUp = mirror(handAlong, side)
  const toesUp = mirror(footAlong, side)
  return [
    view(side, `whole body from the person's ${side}`, { up, toReader: [x, 0, 0] }, wholeScale),
    view(`head-${side}`, `head from the person's ${side}`, { up, toReader: [x, 0, 0] }, headScale, head, aboveNeck),
    view(
      `hand-palm-${side}`,
      `${side} hand, palm`,
      { up: fingersUp, toReader: [0, 0, 1] },
      handScale,
      hand,
      belowWrist,
    ),
    view(
      `hand-back-${side}`,
      `${side} hand, back`,
      { up: fingersUp, toReader: [0, 0, -1] },
      handScale,
      hand,
      belowWrist,
    ),
    view(`foot-top-${side}`, `${side} foot, top`, { up: toesUp, toReader: [0, 1, 0] }, handScale, foot, belowAnkle),
    view(`foot-sole-${side}`, `${side} foot, sole`, { up: toesUp, toReader: [0, -1, 0] }, handScale, foot, belowAnkle),
  ]
}

export const chartViews: readonly ChartView[] = [
  view('front', 'whole body from the front', { up, toReader: [0, 0, 1] }, wholeScale),
  view('back', 'whole body from the back', { up, toReader: [0, 0, -1] }, wholeScale),
  ...ofSide('left'),
  ...ofSide('right'),
].sort((a, b) => chartIds.indexOf(a.id) - chartIds.indexOf(b.id))

/** Where a point of the body falls on the page: millimetres to the right and down, and its nearness to the reader. */
export function onPage(v: ChartView, at: Vec): readonly [x: number, y: number, near: number] {
  return [dot(at, v.right), -dot(at, v.up), dot(at, v.toReader)]
}
