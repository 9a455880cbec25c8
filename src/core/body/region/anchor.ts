/** The middle of a region, and short ways to write one down. */
import { ankle, hip, inHand, knee } from '../figure/skeleton.ts'
import type { Vec } from '../vec.ts'
import { mix } from '../vec.ts'

export type Anchor = {
  readonly strokes: readonly (readonly Vec[])[]
  /** Millimetres by which the stroke is thought wider than a line; moves the border outwards. */
  readonly headStartMm?: number
  /** Claims everything within this distance and nothing beyond. */
  readonly discMm?: number
}

/** A place on the thigh: share of the way from hip to knee, mm outwards, mm to the front. */
export function onThigh(share: number, out: number, front: number): Vec {
  const p = mix(hip, knee, share)
  return [p[0] + out, p[1], p[2] + front]
}

/** A place on the leg: share of the way from knee to ankle, mm outwards, mm to the front. */
export function onLeg(share: number, out: number, front: number): Vec {
  const p = mix(knee, ankle, share)
  return [p[0] + out, p[1], p[2] + front]
}

export const line = (...stroke: Vec[]): Anchor => ({ strokes: [stroke] })
export const lines = (...strokes: Vec[][]): Anchor => ({ strokes })
export const wider = (anchor: Anchor, headStartMm: number): Anchor => ({ ...anchor, headStartMm })
export const disc = (at: Vec, discMm: number): Anchor => ({ strokes: [[at]], discMm })

export const finger = (knuckle: number, c0: number, tip: number, c1: number, palm: number): Anchor =>
  line(inHand(knuckle + 24, c0 + (c1 - c0) * 0.2, palm), inHand(tip - 8, c1, palm + 4))
