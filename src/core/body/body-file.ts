/**
 * A body as bytes: small enough to send to a phone, read back without the least change.
 *
 * Only the left half is kept. Positions are 16-bit steps of 1/32 mm, each told as its difference from
 * a guess made of the triangle it completes; corners are told by how recently they were first used.
 * Differences are small numbers, which the transport's gzip or brotli then packs well.
 *
 * Layout: magic, then blocks (length, bytes): header as JSON, corners, positions, regions, patches.
 */
import type { Body, RegionName } from './body.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { HalfLandmark, LabelledHalf } from './whole.ts'
import { bodyOf, STEP_MM } from './whole.ts'

const MAGIC = 0x554b4231 // "UKB1"

type Header = {
  readonly regions: readonly (readonly [id: string, sided: 0 | 1])[]
  readonly patchCentres: readonly number[]
  /** Coordinates in quarter millimetres; an empty bone says that none is felt. */
  readonly landmarks: readonly (readonly [id: string, sided: 0 | 1, vertex: number, at: number[], bone: number[]])[]
}

const quarters = (at: readonly number[]): number[] => at.map((v) => Math.round(v * 4))
const fromQuarters = (at: readonly number[]) => at.map((v) => v / 4) as unknown as HalfLandmark['atMm']

export function encodeBody(body: Body): Uint8Array {
  const half = halfOf(body)
  const header: Header = {
    regions: half.regions.map((r) => [r.id, r.sided ? 1 : 0]),
    patchCentres: half.patchCentres,
    landmarks: half.landmarks.map((l) => [
      l.id,
      l.sided ? 1 : 0,
      l.vertex,
      quarters(l.atMm),
      l.boneMm ? quarters(l.boneMm) : [],
    ]),
  }
  const out = new ByteWriter()
  out.fixed32(MAGIC)
  out.text(JSON.stringify(header))
  const n = half.positionsMm.length / 3
  out.varint(n)
  out.varint(half.triangles.length / 3)
  writeCorners(out, half.triangles)
  const steps = Int32Array.from(half.positionsMm, (v) => Math.round(v / STEP_MM))
  const guess = guesses(half.triangles, n)
  for (let i = 0; i < 3; i++) for (let v = 0; v < n; v++) out.signed(steps[v * 3 + i]! - guess(steps, v, i))
  writeRuns(out, half.regionOfVertex)
  writeRuns(out, half.patchOfVertex)
  return out.bytes()
}

export function decodeBody(bytes: Uint8Array): Body {
  const from = new ByteReader(bytes)
  if (from.fixed32() !== MAGIC) throw new Error('cannot read the body: these bytes are no body of this version')
  const header = JSON.parse(from.text()) as Header
  const n = from.varint()
  const triangles = readCorners(from, from.varint() * 3)
  const steps = new Int32Array(n * 3)
  const guess = guesses(triangles, n)
  for (let i = 0; i < 3; i++) for (let v = 0; v < n; v++) steps[v * 3 + i] = from.signed() + guess(steps, v, i)
  return bodyOf({
    positionsMm: Float64Array.from(steps, (s) => s * STEP_MM),
    triangles,
    regions: header.regions.map(([id, sided]): RegionName => ({ id, sided: sided === 1 })),
    regionOfVertex: readRuns(from, n),
    patchOfVertex: readRuns(from, n),
    patchCentres: header.patchCentres,
    landmarks: header.landmarks.map(([id, sided, vertex, at, bone]) => ({
      id,
      sided: sided === 1,
      vertex,
      atMm: fromQuarters(at),
      boneMm: bone.length === 3 ? fromQuarters(bone) : null,
    })),
  })
}

/** The half that a body was made from: its vertices come first, then their images. */
function halfOf(body: Body): LabelledHalf {
  let halfCount = 0
  while (halfCount < body.mirrorVertex.length && body.mirrorVertex[halfCount]! >= halfCount) halfCount++
  const regions: RegionName[] = []
  const regionOfPlace = body.places.map((place) => {
    if (place.side !== 'right') regions.push({ id: place.region, sided: place.side !== null })
    return regions.length - 1
  })
  const landmarks: HalfLandmark[] = []
  for (const [key, at] of body.landmarks) {
    const [id, side] = key.split('/') as [string, string | undefined]
    if (side === 'right') continue
    landmarks.push({ id, sided: side === 'left', atMm: at.atMm, vertex: at.vertex ?? -1, boneMm: at.boneMm })
  }
  return {
    positionsMm: body.positionsMm.subarray(0, halfCount * 3),
    triangles: body.triangles.subarray(0, body.triangles.length / 2),
    regions,
    regionOfVertex: Uint16Array.from(body.placeOfVertex.subarray(0, halfCount), (p) => regionOfPlace[p]!),
    patchOfVertex: body.patchOfVertex.subarray(0, halfCount),
    patchCentres: body.patches.slice(0, body.patches.length / 2).map((p) => p.centre),
    landmarks,
  }
}

/** Corners as their distance below the next unused vertex, so a vertex met for the first time is a 0. */
function writeCorners(out: ByteWriter, triangles: ArrayLike<number>): void {
  let next = 0
  for (let i = 0; i < triangles.length; i++) {
    const v = triangles[i]!
    out.varint(next - v)
    if (v === next) next++
  }
}

function readCorners(from: ByteReader, count: number): Uint32Array {
  const out = new Uint32Array(count)
  let next = 0
  for (let i = 0; i < count; i++) {
    const v = next - from.varint()
    out[i] = v
    if (v === next) next++
  }
  return out
}

/** The third corner behind each directed edge, as chains that start at the edge's first vertex. */
class EdgeList {
  private readonly first: Int32Array
  private readonly next: Int32Array
  private readonly to: Int32Array
  private readonly third: Int32Array
  private size = 0

  constructor(vertices: number, edges: number) {
    this.first = new Int32Array(vertices).fill(-1)
    this.next = new Int32Array(edges)
    this.to = new Int32Array(edges)
    this.third = new Int32Array(edges)
  }

  add(from: number, to: number, third: number): void {
    this.next[this.size] = this.first[from]!
    this.to[this.size] = to
    this.third[this.size] = third
    this.first[from] = this.size++
  }

  /** The corner opposite the edge in the triangle it belongs to; -1 where there is none yet. */
  across(from: number, to: number): number {
    for (let e = this.first[from]!; e >= 0; e = this.next[e]!) if (this.to[e] === to) return this.third[e]!
    return -1
  }
}

/** Guesses a vertex from earlier ones: it closes a parallelogram over the edge its triangle shares. */
function guesses(triangles: ArrayLike<number>, count: number) {
  const edges = new EdgeList(count, triangles.length)
  const rule = new Int32Array(count * 3).fill(-1)
  let next = 0
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t]!
    const b = triangles[t + 1]!
    const c = triangles[t + 2]!
    if (a === next) rule[next++ * 3] = a - 1 // -1 for the very first: it has no guess
    if (b === next) rule[next++ * 3] = b - 1
    if (c === next) {
      rule[c * 3] = a
      rule[c * 3 + 1] = b
      rule[c * 3 + 2] = edges.across(b, a)
      next++
    }
    edges.add(a, b, c)
    edges.add(b, c, a)
    edges.add(c, a, b)
  }
  return (steps: Int32Array, v: number, i: number): number => {
    const a = rule[v * 3]!
    const b = rule[v * 3 + 1]!
    const o = rule[v * 3 + 2]!
    if (a < 0) return 0
    if (b < 0) return steps[a * 3 + i]!
    if (o < 0) return (steps[a * 3 + i]! + steps[b * 3 + i]!) >> 1
    return steps[a * 3 + i]! + steps[b * 3 + i]! - steps[o * 3 + i]!
  }
}

/** Labels as runs: how many vertices in a row share one, and which. */
function writeRuns(out: ByteWriter, labels: ArrayLike<number>): void {
  let i = 0
  while (i < labels.length) {
    let j = i
    while (j < labels.length && labels[j] === labels[i]) j++
    out.varint(j - i)
    out.varint(labels[i]!)
    i = j
  }
}

function readRuns(from: ByteReader, count: number): Uint16Array {
  const out = new Uint16Array(count)
  let i = 0
  while (i < count) {
    const run = from.varint()
    out.fill(from.varint(), i, i + run)
    i += run
  }
  return out
}
