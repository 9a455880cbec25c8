/** Where a landmark of the records lies on the built surface. */

import type { LandmarkRecord, Snap } from './landmark.ts'
import type { Skin } from './mesh/skin.ts'
import { nearestVertex } from './regions.ts'
import type { Vec } from './vec.ts'
import { distance } from './vec.ts'

/** A place on the surface of the half: the point, the way out of the body there, and the nearest vertex. */
export type OnSkin = { readonly atMm: Vec; readonly outward: Vec; readonly vertex: number }

/** How far from the approximate place the surface may be met along the given way. */
const REACH_MM = 60

const AXIS: Readonly<Record<Snap, readonly [axis: 0 | 1 | 2, sign: 1 | -1]>> = {
  front: [2, 1],
  back: [2, -1],
  outer: [0, 1],
  inner: [0, -1],
  top: [1, 1],
  bottom: [1, -1],
}

/** Snaps a record's place onto the left half; midline ones stay at x = 0 exactly. */
export function snapToSkin(half: Skin, normals: Float32Array, record: LandmarkRecord): OnSkin {
  const met = record.snap
    ? record.sided
      ? alongRay(half, normals, record.atMm, record.snap)
      : alongMidline(half, normals, record.atMm, record.snap)
    : null
  if (met) return met
  const vertex = record.sided ? nearestVertex(half.positionsMm, record.atMm) : nearestOnMidline(half, record.atMm)
  return { atMm: pointOf(half, vertex), outward: normalOf(normals, vertex), vertex }
}

function pointOf(half: Skin, v: number): Vec {
  const p = half.positionsMm
  return [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!]
}

function normalOf(normals: Float32Array, v: number): Vec {
  return [normals[v * 3]!, normals[v * 3 + 1]!, normals[v * 3 + 2]!]
}

function nearestOnMidline(half: Skin, at: Vec): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let v = 0; v < half.positionsMm.length / 3; v++) {
    if (half.positionsMm[v * 3] !== 0) continue
    const d = distance(pointOf(half, v), at)
    if (d < least) {
      least = d
      best = v
    }
  }
  return best
}

/** Where the line through the place leaves the surface, as near to the place as possible. */
function alongRay(half: Skin, normals: Float32Array, at: Vec, snap: Snap): OnSkin | null {
  const [axis, sign] = AXIS[snap]
  const i = ((axis + 1) % 3) as 0 | 1 | 2
  const j = ((axis + 2) % 3) as 0 | 1 | 2
  const p = half.positionsMm
  let best: OnSkin | null = null
  let least = REACH_MM
  for (let t = 0; t < half.triangles.length; t += 3) {
    const a = half.triangles[t]!
    const b = half.triangles[t + 1]!
    const c = half.triangles[t + 2]!
    const ui = p[b * 3 + i]! - p[a * 3 + i]!
    const uj = p[b * 3 + j]! - p[a * 3 + j]!
    const vi = p[c * 3 + i]! - p[a * 3 + i]!
    const vj = p[c * 3 + j]! - p[a * 3 + j]!
    const area = ui * vj - uj * vi
    if (area * sign <= 1e-9) continue // turned away from the line's direction
    const qi = at[i] - p[a * 3 + i]!
    const qj = at[j] - p[a * 3 + j]!
    const wb = (qi * vj - qj * vi) / area
    const wc = (ui * qj - uj * qi) / area
    const wa = 1 - wb - wc
    if (wa < 0 || wb < 0 || wc < 0) continue
    const met = wa * p[a * 3 + axis]! + wb * p[b * 3 + axis]! + wc * p[c * 3 + axis]!
    const d = Math.abs(met - at[axis])
    if (d >= least) continue
    least = d
    const atMm = [...at] as [number, number, number]
    atMm[axis] = met
    best = { atMm, outward: blendNormals(normals, [a, b, c], [wa, wb, wc]), vertex: heaviest([a, b, c], [wa, wb, wc]) }
  }
  return best
}

/** The same for a line that lies in the plane x = 0, against the border of the half. */
function alongMidline(half: Skin, normals: Float32Array, at: Vec, snap: Snap): OnSkin | null {
  const [axis, sign] = AXIS[snap]
  if (axis === 0) return null
  const other = axis === 1 ? 2 : 1
  const p = half.positionsMm
  let best: OnSkin | null = null
  let least = REACH_MM
  for (let t = 0; t < half.triangles.length; t++) {
    const a = half.triangles[t]!
    const b = half.triangles[t % 3 === 2 ? t - 2 : t + 1]!
    if (p[a * 3] !== 0 || p[b * 3] !== 0) continue
    const from = p[a * 3 + other]!
    const to = p[b * 3 + other]!
    if (from === to) continue
    const w = (at[other] - from) / (to - from)
    if (w < 0 || w > 1) continue
    const outward = blendNormals(normals, [a, b], [1 - w, w])
    if (outward[axis] * sign <= 0) continue
    const met = p[a * 3 + axis]! * (1 - w) + p[b * 3 + axis]! * w
    const d = Math.abs(met - at[axis])
    if (d >= least) continue
    least = d
    const atMm = [...at] as [number, number, number]
    atMm[axis] = met
    best = { atMm, outward, vertex: w < 0.5 ? a : b }
  }
  return best
}

function blendNormals(normals: Float32Array, vertices: readonly number[], weights: readonly number[]): Vec {
  const n = [0, 0, 0] as [number, number, number]
  vertices.forEach((v, k) => {
    for (const i of [0, 1, 2] as const) n[i] += normals[v * 3 + i]! * weights[k]!
  })
  const l = Math.hypot(...n) || 1
  return [n[0] / l, n[1] / l, n[2] / l]
}

function heaviest(vertices: readonly number[], weights: readonly number[]): number {
  return vertices[weights.indexOf(Math.max(...weights))]!
}
