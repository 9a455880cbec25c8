/**
 * A muscle's strand as a solid to look at: a tapered, slightly curved belly between its attachments.
 *
 * It follows its landmarks by their bone points, is broad and flat in the middle, thin where it turns
 * to tendon, lies flat under the skin above it, and is kept inside the body. Anatomy enters only through
 * the landmarks: this is a drawing, not a measurement.
 */
import type { Side } from '../units.ts'
import type { Body, LandmarkOnBody } from './body.ts'
import { landmarkKey } from './landmark.ts'
import { depthBelowSkin } from './skin-depth.ts'
import type { Vec } from './vec.ts'
import { add, cross, distance, dot, length, mix, scale, sub, unit } from './vec.ts'

export type Strand = {
  /** Landmark ids from origin to insertion. */
  readonly through: readonly string[]
  /** Full width at the belly. */
  readonly widthMm: number
}

export type StrandMesh = {
  readonly positionsMm: Float32Array
  readonly normals: Float32Array
  readonly triangles: Uint32Array
  /** Unit direction of the fibres at each vertex, from origin to insertion. */
  readonly fibres: Float32Array
  /** 0 at the origin, 1 at the insertion, for each vertex. */
  readonly along: Float32Array
  /** The strand's middle line, evenly spaced. */
  readonly lineMm: readonly Vec[]
}

const RINGS = 28
const AROUND = 12
/** Skin and fat that always lie over a muscle. */
const COVER_MM = 2
/** A muscle drawn on the skin, where a landmark names no bone, lies this deep. */
const UNDER_SKIN_MM = 6

/** Thickness to width: strands are flat, broad ones more so. */
function thicknessMm(widthMm: number): number {
  return Math.min(widthMm * 0.42, 8 + widthMm * 0.12)
}

/** How full the strand is along its length: slim at the ends, full in the middle. */
function fullness(t: number): number {
  return 0.22 + 0.78 * Math.sin(Math.PI * Math.min(Math.max(t, 0), 1)) ** 0.8
}

/** One strand on one side of the body. Null where fewer than two of its landmarks are on this body. */
export function shapeStrand(body: Body, strand: Strand, side: Side): StrandMesh | null {
  const stops = strand.through.flatMap((id) => {
    const at = body.landmarks.get(landmarkKey(id, side)) ?? body.landmarks.get(id)
    return at ? [anchorOf(body, at)] : []
  })
  if (stops.length < 2) return null
  const thick = thicknessMm(strand.widthMm)
  const line = insideLine(body, evenLine(stops, RINGS), thick)
  return loftAlong(body, line, strand.widthMm, thick)
}

function anchorOf(body: Body, at: LandmarkOnBody): Vec {
  if (at.boneMm) return at.boneMm
  if (at.vertex === null) return at.atMm
  const n = body.normals
  const outward: Vec = [n[at.vertex * 3]!, n[at.vertex * 3 + 1]!, n[at.vertex * 3 + 2]!]
  return add(at.atMm, scale(outward, -UNDER_SKIN_MM))
}

/** A smooth curve through the stops, as evenly spaced points. */
function evenLine(stops: readonly Vec[], count: number): readonly Vec[] {
  const fine: Vec[] = []
  for (let i = 0; i < stops.length - 1; i++) {
    const p1 = stops[i]!
    const p2 = stops[i + 1]!
    const p0 = stops[i - 1] ?? add(p1, scale(sub(p1, p2), 0.5))
    const p3 = stops[i + 2] ?? add(p2, scale(sub(p2, p1), 0.5))
    for (let s = 0; s < 16; s++) fine.push(curve(p0, p1, p2, p3, s / 16))
  }
  fine.push(stops[stops.length - 1]!)
  const reach = [0]
  for (let i = 1; i < fine.length; i++) reach.push(reach[i - 1]! + distance(fine[i - 1]!, fine[i]!))
  const total = reach[reach.length - 1]!
  let k = 0
  return Array.from({ length: count + 1 }, (_, i) => {
    const at = (total * i) / count
    while (k < fine.length - 2 && reach[k + 1]! < at) k++
    const span = reach[k + 1]! - reach[k]! || 1
    return mix(fine[k]!, fine[k + 1]!, Math.min(1, (at - reach[k]!) / span))
  })
}

/** Catmull-Rom with softened tangents, so that uneven stops do not overshoot. */
function curve(p0: Vec, p1: Vec, p2: Vec, p3: Vec, t: number): Vec {
  const gap = distance(p1, p2)
  const pull = (a: Vec, b: Vec): Vec => scale(unit(sub(b, a)), gap * 0.8)
  const m1 = pull(p0, p2)
  const m2 = pull(p1, p3)
  const t2 = t * t
  const t3 = t2 * t
  return [0, 1, 2].map(
    (i) =>
      (2 * t3 - 3 * t2 + 1) * p1[i]! + (t3 - 2 * t2 + t) * m1[i]! + (3 * t2 - 2 * t3) * p2[i]! + (t3 - t2) * m2[i]!,
  ) as unknown as Vec
}

/** The line pushed inwards wherever the belly would show through the skin; its ends stay. */
function insideLine(body: Body, line: readonly Vec[], thick: number): readonly Vec[] {
  const last = line.length - 1
  let out = [...line]
  for (let round = 0; round < 3; round++) {
    const push = out.map((at, i): Vec => {
      if (i === 0 || i === last) return [0, 0, 0]
      const { depthMm, outward } = depthBelowSkin(body, at)
      const needed = COVER_MM + (thick / 2) * fullness(i / last)
      return depthMm < needed ? scale(outward, depthMm - needed) : [0, 0, 0]
    })
    // Neighbours share the push, so the line bends instead of kinking.
    const soft = push.map((own, i): Vec => {
      const a = push[Math.max(0, i - 1)]!
      const b = push[Math.min(last, i + 1)]!
      return i === 0 || i === last ? [0, 0, 0] : add(scale(own, 0.6), add(scale(a, 0.2), scale(b, 0.2)))
    })
    out = out.map((at, i) => add(at, soft[i]!))
  }
  return out
}

function loftAlong(body: Body, line: readonly Vec[], widthMm: number, thick: number): StrandMesh {
  const last = line.length - 1
  const count = (last + 1) * AROUND + 2
  const positionsMm = new Float32Array(count * 3)
  const normals = new Float32Array(count * 3)
  const fibres = new Float32Array(count * 3)
  const along = new Float32Array(count)
  const outs = smoothOuts(line.map((at) => depthBelowSkin(body, at).outward))
  for (let i = 0; i <= last; i++) {
    const tangent = unit(sub(line[Math.min(last, i + 1)]!, line[Math.max(0, i - 1)]!))
    const flat = sub(outs[i]!, scale(tangent, dot(outs[i]!, tangent)))
    const out = length(flat) > 0.05 ? unit(flat) : unit(cross(tangent, [1, 0.3, 0.2]))
    const across = cross(tangent, out)
    const full = fullness(i / last)
    for (let k = 0; k < AROUND; k++) {
      const a = (2 * Math.PI * k) / AROUND
      const u = Math.cos(a) * (widthMm / 2) * full
      const v = Math.sin(a) * (thick / 2) * full
      const raw = add(line[i]!, add(scale(across, u), scale(out, v)))
      const normal = unit(add(scale(across, Math.cos(a) / widthMm), scale(out, Math.sin(a) / thick)))
      write(i * AROUND + k, keepInside(body, raw), normal, tangent, i / last)
    }
  }
  write(count - 2, line[0]!, unit(sub(line[0]!, line[1]!)), unit(sub(line[1]!, line[0]!)), 0)
  write(count - 1, line[last]!, unit(sub(line[last]!, line[last - 1]!)), unit(sub(line[last]!, line[last - 1]!)), 1)
  return { positionsMm, normals, triangles: tube(last, count), fibres, along, lineMm: line }

  function write(v: number, at: Vec, normal: Vec, fibre: Vec, share: number): void {
    positionsMm.set(at, v * 3)
    normals.set(normal, v * 3)
    fibres.set(fibre, v * 3)
    along[v] = share
  }
}

function smoothOuts(outs: readonly Vec[]): readonly Vec[] {
  let now = outs
  for (let round = 0; round < 4; round++)
    now = now.map((o, i) => unit(add(o, add(now[Math.max(0, i - 1)]!, now[Math.min(now.length - 1, i + 1)]!))))
  return now
}

function keepInside(body: Body, at: Vec): Vec {
  const { depthMm, outward } = depthBelowSkin(body, at)
  return depthMm < COVER_MM ? add(at, scale(outward, depthMm - COVER_MM)) : at
}

/** Rings joined to a tube, with a cap at each end. */
function tube(last: number, count: number): Uint32Array {
  const out: number[] = []
  for (let i = 0; i < last; i++)
    for (let k = 0; k < AROUND; k++) {
      const a = i * AROUND + k
      const b = i * AROUND + ((k + 1) % AROUND)
      out.push(a, a + AROUND, b, b, a + AROUND, b + AROUND)
    }
  for (let k = 0; k < AROUND; k++) {
    const next = (k + 1) % AROUND
    out.push(count - 2, k, next)
    out.push(count - 1, last * AROUND + next, last * AROUND + k)
  }
  return Uint32Array.from(out)
}
