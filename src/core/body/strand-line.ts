/**
 * The middle line of a muscle's strand as it is drawn among all muscles at once.
 *
 * Muscles just below the skin run along it from attachment to attachment, as they wrap the body; deeper ones run
 * between the bone points of their landmarks, kept inside the body. Left side only: the right one is its image.
 */
import type { Body, LandmarkOnBody } from './body.ts'
import { shortestWay } from './geodesic.ts'
import { landmarkKey } from './landmark.ts'
import { type Strand, shapeStrand } from './muscle-shape.ts'
import { depthBelowSkin, nearestSkin } from './skin-depth.ts'
import type { Vec } from './vec.ts'
import { add, distance, mix, scale } from './vec.ts'

export type StrandLine = {
  /** Evenly spaced points from origin to insertion: x, y, z after x, y, z in millimetres; on the skin if `onSkin`. */
  readonly pointsMm: readonly number[]
  readonly onSkin: boolean
}

const POINTS = 21
const SMOOTHING_ROUNDS = 6
/** Enough to decide on which side of a limb a muscle runs that begins in its middle; a point nearer to one side stays there. */
const LEAN_MM = 20
/** Where that comes out on the far side of a thick limb, more than twice as far from the next stop: share of its depth. */
const LEAN_OF_DEPTH = 0.8

/** Null where fewer than two of the strand's landmarks are on this body. */
export function strandLine(body: Body, strand: Strand, onSkin: boolean): StrandLine | null {
  const line = onSkin ? alongSkin(body, strand.through) : shapeStrand(body, strand, 'left')?.lineMm
  if (!line || line.length < 2) return null
  const pointsMm = evenly(line, POINTS).flatMap((at) => at.map((mm) => Math.round(mm * 4) / 4))
  return { pointsMm, onSkin }
}

function alongSkin(body: Body, through: readonly string[]): readonly Vec[] | null {
  const named = through.flatMap((id) => {
    const at = body.landmarks.get(landmarkKey(id, 'left')) ?? body.landmarks.get(id)
    return at ? [at] : []
  })
  if (named.length < 2) return null
  const stops = named.map((own, i) => own.vertex ?? skinOver(body, own, nearestOnSkin(named, i)))
  const way: Vec[] = []
  for (let i = 1; i < stops.length; i++) way.push(...shortestWay(body, stops[i - 1]!, stops[i]!).map((p) => p.atMm))
  if (way.length < 2) return null
  return smooth(evenly(way, POINTS * 2))
}

function nearestOnSkin(named: readonly LandmarkOnBody[], i: number): LandmarkOnBody | undefined {
  return named
    .filter((other) => other.vertex !== null)
    .sort((a, b) => distance(a.atMm, named[i]!.atMm) - distance(b.atMm, named[i]!.atMm))[0]
}

/** Skin over a point inside the body, on the side of the limb on which the muscle's next stop lies. */
function skinOver(body: Body, own: LandmarkOnBody, next: LandmarkOnBody | undefined): number {
  if (!next || next.vertex === null) return nearestSkin(body, own.atMm)
  const { normals: n, positionsMm: p } = body
  const out: Vec = [n[next.vertex * 3]!, n[next.vertex * 3 + 1]!, n[next.vertex * 3 + 2]!]
  const leaning = (mm: number) => nearestSkin(body, add(own.atMm, scale(out, mm)))
  const near = leaning(LEAN_MM)
  const far = leaning(Math.max(LEAN_MM, LEAN_OF_DEPTH * depthBelowSkin(body, own.atMm).depthMm))
  const wayMm = (vertex: number) => distance([p[vertex * 3]!, p[vertex * 3 + 1]!, p[vertex * 3 + 2]!], next.atMm)
  return wayMm(far) < wayMm(near) / 2 ? far : near
}

/** Rounds the corners at the stops; ends stay. */
function smooth(line: readonly Vec[]): readonly Vec[] {
  let now = line
  for (let round = 0; round < SMOOTHING_ROUNDS; round++)
    now = now.map((at, i) =>
      i === 0 || i === now.length - 1 ? at : add(scale(at, 0.5), scale(add(now[i - 1]!, now[i + 1]!), 0.25)),
    )
  return now
}

function evenly(line: readonly Vec[], count: number): readonly Vec[] {
  const reach = [0]
  for (let i = 1; i < line.length; i++) reach.push(reach[i - 1]! + distance(line[i - 1]!, line[i]!))
  const total = reach[reach.length - 1]!
  let k = 0
  return Array.from({ length: count }, (_, i) => {
    const at = (total * i) / (count - 1)
    while (k < line.length - 2 && reach[k + 1]! < at) k++
    const span = reach[k + 1]! - reach[k]! || 1
    return mix(line[k]!, line[k + 1]!, Math.min(1, Math.max(0, (at - reach[k]!) / span)))
  })
}
