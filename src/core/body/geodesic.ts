/** Distance and shortest way along the skin of a body; it never leaves the surface. */
import type { Body } from './body.ts'
import type { Seed } from './mesh/march.ts'
import { march } from './mesh/march.ts'
import type { Skin } from './mesh/skin.ts'
import { skinOf } from './mesh/skin.ts'
import type { Vec } from './vec.ts'
import { distance, mix } from './vec.ts'

export type { Seed } from './mesh/march.ts'

/** What is needed of a body to walk on it. */
export type Surface = Pick<Body, 'positionsMm' | 'triangles'>

const skins = new WeakMap<Uint32Array, Skin>()

/** The surface with its neighbourhoods, worked out once. */
export function skinOfSurface(surface: Surface): Skin {
  const known = skins.get(surface.triangles)
  if (known) return known
  const skin = skinOf(surface.positionsMm, surface.triangles)
  skins.set(surface.triangles, skin)
  return skin
}

/**
 * Distance of every vertex from the nearest seed, along the skin, in millimetres.
 *
 * Infinite beyond the limit. Seeds may start above 0 (farther) or below (nearer).
 */
export function distanceAlongSkin(
  surface: Surface,
  seeds: readonly Seed[],
  limitMm = Number.POSITIVE_INFINITY,
): Float64Array {
  return march(skinOfSurface(surface), seeds, { limitMm }).distanceMm
}

/** A point of a way along the skin: on the edge between two vertices, `share` of the way from `a` to `b`. */
export type WayPoint = { readonly a: number; readonly b: number; readonly share: number; readonly atMm: Vec }

/**
 * The shortest way from one vertex to another, as points on the edges it crosses.
 *
 * Walks down the distances from the goal. Empty where no way exists.
 */
export function shortestWay(surface: Surface, from: number, to: number): readonly WayPoint[] {
  const skin = skinOfSurface(surface)
  const reach = straightMm(skin, from, to)
  let d = march(skin, [{ vertex: to, startMm: 0 }], { limitMm: reach * 1.6 + 60 }).distanceMm
  if (!Number.isFinite(d[from]!)) d = march(skin, [{ vertex: to, startMm: 0 }]).distanceMm
  if (!Number.isFinite(d[from]!)) return []
  const way: WayPoint[] = [at(skin, from, from, 0)]
  let here = way[0]!
  let value = d[from]!
  for (let step = 0; step < 4000 && value > 1e-6; step++) {
    const next = downhill(skin, d, here, value)
    if (!next) break
    here = next.point
    value = next.value
    way.push(here)
  }
  return way
}

/** Length of a way in millimetres. */
export function wayLengthMm(way: readonly WayPoint[]): number {
  let sum = 0
  for (let i = 1; i < way.length; i++) sum += distance(way[i - 1]!.atMm, way[i]!.atMm)
  return sum
}

function point(skin: Skin, v: number): Vec {
  const p = skin.positionsMm
  return [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!]
}

function straightMm(skin: Skin, a: number, b: number): number {
  return distance(point(skin, a), point(skin, b))
}

function at(skin: Skin, a: number, b: number, share: number): WayPoint {
  return { a, b, share, atMm: mix(point(skin, a), point(skin, b), share) }
}

/** The steepest way down from a point through one of the triangles it touches. */
function downhill(skin: Skin, d: Float64Array, here: WayPoint, value: number) {
  let best: { point: WayPoint; value: number } | null = null
  let steepest = 1e-9
  const offer = (candidate: WayPoint, v: number) => {
    const l = distance(here.atMm, candidate.atMm)
    if (l < 1e-9 || !Number.isFinite(v)) return
    const slope = (value - v) / l
    if (slope > steepest) {
      steepest = slope
      best = { point: candidate, value: v }
    }
  }
  const touched = here.a === here.b || here.share === 0 ? [here.a] : here.share === 1 ? [here.b] : [here.a, here.b]
  const own = touched[0]!
  for (let f = skin.fanStart[own]!; f < skin.fanStart[own + 1]!; f++) {
    const t = skin.fan[f]! * 3
    const corners = [skin.triangles[t]!, skin.triangles[t + 1]!, skin.triangles[t + 2]!]
    if (touched.some((v) => !corners.includes(v))) continue
    for (let c = 0; c < 3; c++) {
      const p = corners[c]!
      const q = corners[(c + 1) % 3]!
      if (touched.length === 1 ? p === own || q === own : touched.includes(p) && touched.includes(q)) continue
      for (let s = 0; s <= 16; s++) offer(at(skin, p, q, s / 16), d[p]! * (1 - s / 16) + d[q]! * (s / 16))
    }
  }
  return best as { point: WayPoint; value: number } | null
}
