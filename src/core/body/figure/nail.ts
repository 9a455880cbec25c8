/** A nail: the groove round its bed at the end of a finger or toe. */
import type { Piece } from '../field/field.ts'
import { relief } from '../field/field.ts'
import type { RidgePoint } from '../field/relief.ts'
import { bump, ridge } from '../field/relief.ts'
import type { Vec } from '../vec.ts'
import { add, cross, dot, scale, sub, unit } from '../vec.ts'

export type NailBed = {
  /** Middle of the rounded end that the nail lies on. */
  readonly end: Vec
  /** Towards the tip, and out of the nail. */
  readonly along: Vec
  readonly out: Vec
  readonly radius: number
}

/** Half of the groove, in radii: towards the tip and to one side. */
const OUTLINE = [
  [0.5, 0.6],
  [-0.2, 0.7],
  [-0.85, 0.62],
  [-1.15, 0.34],
  [-1.25, 0],
] as const

export function nail(bed: NailBed): readonly Piece[] {
  const depth = -0.11 * bed.radius
  const width = Math.max(1.1, bed.radius * 0.15)
  const half = OUTLINE.map(([s, c], i): RidgePoint => [onNail(bed, s, c), width, i === 0 ? depth * 0.4 : depth])
  const other = OUTLINE.map(([s, c], i): RidgePoint => [onNail(bed, s, -c), width, i === 0 ? depth * 0.4 : depth])
  return [
    relief(ridge([...half, ...other.slice(0, -1).reverse()])),
    relief(bump(onNail(bed, 0.75, 0), bed.radius * 0.34, bed.radius * 0.05)),
  ]
}

/** Middle of the nail, for finer triangles. */
export function nailMiddle(bed: NailBed): Vec {
  return onNail(bed, -0.3, 0)
}

function onNail({ end, along, out, radius }: NailBed, towardsTip: number, aside: number): Vec {
  const t = unit(along)
  const n = unit(sub(out, scale(t, dot(out, t))))
  const side = cross(t, n)
  const ahead = Math.max(0, towardsTip)
  const lift = Math.sqrt(Math.max(0, 1 - aside * aside - ahead * ahead))
  return add(end, scale(add(add(scale(t, towardsTip), scale(side, aside)), scale(n, lift)), radius))
}
