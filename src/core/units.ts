/**
 * The few words that every room shares. One body space: millimetres, right-handed,
 * x to the person's left, y up from the floor, z to the front.
 */
export type Side = 'left' | 'right'
export const sides: readonly Side[] = ['left', 'right']

/** The same place on the other half of the body; the midline stays. */
export function otherSide<S extends Side | null>(side: S): S {
  if (side === null) return side
  return (side === 'left' ? 'right' : 'left') as S
}

/** x to the person's left, y up, z to the front, all in millimetres. */
export type PointMm = readonly [x: number, y: number, z: number]

/** Share or probability, 0 to 1. */
export type Share = number

export type { Parsed, Problem } from '../knowledge/problem.ts'
