/**
 * Where a referral is drawn on the skin: a disc round one landmark, or a stroke through several.
 *
 * The stroke runs along the skin from landmark to landmark and spreads along the skin to both
 * sides, so it cannot jump from the arm to the trunk or from one finger to the next.
 */
import type { Body } from './body.ts'
import type { Seed, WayPoint } from './geodesic.ts'
import { distanceAlongSkin, shortestWay } from './geodesic.ts'
import type { Vec } from './vec.ts'
import { distance } from './vec.ts'

export type ZoneStroke = {
  /** Landmark keys: one for a disc, more for a stroke along the skin. Points inside the body are passed over. */
  readonly through: readonly string[]
  readonly widthMm: number
}

export type SkinZone = {
  readonly vertices: Uint32Array
  /** 1 well inside, falling smoothly to 0 at the border. */
  readonly strength: Float32Array
}

/** The share of the half width over which strength stays 1, and the share beyond it at which it has faded. */
const FULL_UNTIL = 0.6
const FADED_AT = 1.25

export function zoneOnSkin(body: Body, stroke: ZoneStroke): SkinZone {
  const radius = stroke.widthMm / 2
  const faded = Math.max(radius * FADED_AT, radius + 2)
  const d = distanceAlongSkin(body, seedsOf(body, stroke.through), faded)
  const vertices: number[] = []
  const strength: number[] = []
  d.forEach((mm, v) => {
    const s = 1 - smooth((mm - radius * FULL_UNTIL) / (faded - radius * FULL_UNTIL))
    if (mm <= faded && s > 0.001) {
      vertices.push(v)
      strength.push(s)
    }
  })
  return { vertices: Uint32Array.from(vertices), strength: Float32Array.from(strength) }
}

/** Distance of every vertex from the middle line of a stroke, along the skin, in millimetres; infinite past the limit. */
export function distanceFromStroke(body: Body, through: readonly string[], limitMm: number): Float64Array {
  return distanceAlongSkin(body, seedsOf(body, through), limitMm)
}

function smooth(x: number): number {
  const t = Math.min(Math.max(x, 0), 1)
  return t * t * (3 - 2 * t)
}

/** The stroke's line as seeds: each vertex beside it starts as far away as it lies from the line. */
function seedsOf(body: Body, through: readonly string[]): readonly Seed[] {
  const stops = through.map((key) => {
    const at = body.landmarks.get(key)
    if (!at) throw new Error(`no landmark "${key}" on the body`)
    return at
  })
  const onSkin = stops.filter((s) => s.vertex !== null)
  const least = new Map<number, number>()
  const offer = (vertex: number, mm: number) => {
    if (mm < (least.get(vertex) ?? Number.POSITIVE_INFINITY)) least.set(vertex, mm)
  }
  for (const stop of onSkin) offer(stop.vertex!, distance(stop.atMm, pointOf(body, stop.vertex!)))
  for (let i = 1; i < onSkin.length; i++) {
    const way = shortestWay(body, onSkin[i - 1]!.vertex!, onSkin[i]!.vertex!)
    for (let k = 0; k < way.length; k++) {
      const before = way[Math.max(0, k - 1)]!
      const after = way[Math.min(way.length - 1, k + 1)]!
      for (const v of [way[k]!.a, way[k]!.b]) offer(v, fromLine(pointOf(body, v), before, way[k]!, after))
    }
  }
  return [...least].map(([vertex, startMm]) => ({ vertex, startMm }))
}

function pointOf(body: Body, v: number): Vec {
  const p = body.positionsMm
  return [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!]
}

function fromLine(at: Vec, before: WayPoint, here: WayPoint, after: WayPoint): number {
  return Math.min(fromSegment(at, before.atMm, here.atMm), fromSegment(at, here.atMm, after.atMm))
}

function fromSegment(at: Vec, from: Vec, to: Vec): number {
  const axis = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const
  const l2 = axis[0] ** 2 + axis[1] ** 2 + axis[2] ** 2
  if (l2 === 0) return distance(at, from)
  const along = (at[0] - from[0]) * axis[0] + (at[1] - from[1]) * axis[1] + (at[2] - from[2]) * axis[2]
  const t = Math.min(Math.max(along / l2, 0), 1)
  return distance(at, [from[0] + axis[0] * t, from[1] + axis[1] * t, from[2] + axis[2] * t])
}
