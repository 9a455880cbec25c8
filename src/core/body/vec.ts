/** Points and directions in body space, as plain triples. */
import type { PointMm } from '../units.ts'

export type Vec = PointMm

export function add(a: Vec, b: Vec): Vec {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

export function sub(a: Vec, b: Vec): Vec {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

export function scale(a: Vec, s: number): Vec {
  return [a[0] * s, a[1] * s, a[2] * s]
}

export function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

export function cross(a: Vec, b: Vec): Vec {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

export function length(a: Vec): number {
  return Math.hypot(a[0], a[1], a[2])
}

export function distance(a: Vec, b: Vec): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/** The same direction with length 1; a null vector stays null. */
export function unit(a: Vec): Vec {
  const l = length(a)
  return l > 0 ? [a[0] / l, a[1] / l, a[2] / l] : a
}

/** From `a` (t = 0) to `b` (t = 1) along the straight line. */
export function mix(a: Vec, b: Vec, t: number): Vec {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}
