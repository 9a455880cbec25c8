/** One trigger point on one side of somebody. */
import type { PlanSpot } from '../plan/plan.ts'

export type Spot = PlanSpot

/** @example keyOf({ point: 'trapezius.upper.1', side: 'left' }) // 'trapezius.upper.1/left' */
export function keyOf(spot: Pick<Spot, 'point' | 'side'>): string {
  return `${spot.point}/${spot.side}`
}
