/**
 * Distance along a surface from any number of seeds.
 *
 * Fronts march over the triangles; each step unfolds a triangle into the plane, finds where the
 * source would lie from the two distances already known, and measures straight to the third corner
 * (after Novotni and Klein 2002). On a flat strip that is exact; it cannot leave the surface.
 */
import type { Skin } from './skin.ts'

export type Seed = { readonly vertex: number; readonly startMm: number }

export type Marched = {
  /** Millimetres; infinite where nothing reached. */
  readonly distanceMm: Float64Array
  /** Which seed (by its place in the list) reached the vertex; -1 where none did. */
  readonly seed: Int32Array
}

export type MarchRules = {
  readonly limitMm?: number
  /** Vertices of different walls are never connected. */
  readonly wall?: ArrayLike<number>
}

export function march(skin: Skin, seeds: readonly Seed[], rules: MarchRules = {}): Marched {
  const { limitMm = Number.POSITIVE_INFINITY, wall } = rules
  const count = skin.fanStart.length - 1
  const distanceMm = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const seed = new Int32Array(count).fill(-1)
  const isDone = new Uint8Array(count)
  const queue = new Queue(distanceMm)
  seeds.forEach((s, i) => {
    if (s.startMm < distanceMm[s.vertex]!) {
      distanceMm[s.vertex] = s.startMm
      seed[s.vertex] = i
      queue.push(s.vertex)
    }
  })
  const { triangles, fan, fanStart } = skin
  for (let v = queue.pop(); v >= 0; v = queue.pop()) {
    if (distanceMm[v]! > limitMm) break
    isDone[v] = 1
    for (let f = fanStart[v]!; f < fanStart[v + 1]!; f++) {
      const t = fan[f]! * 3
      for (let c = 0; c < 3; c++) {
        const w = triangles[t + c]!
        if (w === v || (wall && wall[w] !== wall[v])) continue
        const o = triangles[t]! + triangles[t + 1]! + triangles[t + 2]! - v - w
        const open = isDone[o] && (!wall || wall[o] === wall[v])
        const d = open ? throughEdge(skin, v, o, w, distanceMm) : alongEdge(skin, v, w, distanceMm)
        if (d < distanceMm[w]! - 1e-7) {
          distanceMm[w] = d
          seed[w] = open && distanceMm[o]! < distanceMm[v]! ? seed[o]! : seed[v]!
          isDone[w] = 0
          queue.push(w)
        }
      }
    }
  }
  for (let v = 0; v < count; v++)
    if (distanceMm[v]! > limitMm) {
      distanceMm[v] = Number.POSITIVE_INFINITY
      seed[v] = -1
    }
  return { distanceMm, seed }
}

function edgeMm(skin: Skin, a: number, b: number): number {
  const p = skin.positionsMm
  const x = p[a * 3]! - p[b * 3]!
  const y = p[a * 3 + 1]! - p[b * 3 + 1]!
  const z = p[a * 3 + 2]! - p[b * 3 + 2]!
  return Math.sqrt(x * x + y * y + z * z) // hypot is many times slower, and this is asked most
}

function alongEdge(skin: Skin, from: number, to: number, d: Float64Array): number {
  return d[from]! + edgeMm(skin, from, to)
}

/** Distance at `c`, whose triangle's other corners `a` and `b` are known. */
function throughEdge(skin: Skin, a: number, b: number, c: number, d: Float64Array): number {
  const ab = edgeMm(skin, a, b)
  const ac = edgeMm(skin, a, c)
  const bc = edgeMm(skin, b, c)
  const da = d[a]!
  const db = d[b]!
  const shortest = Math.min(da + ac, db + bc)
  // Seeds may start below 0; lift both so that a flat source exists.
  const lift = Math.min(0, da, db)
  const ra = da - lift
  const rb = db - lift
  const sx = (ra * ra - rb * rb + ab * ab) / (2 * ab)
  const sy2 = ra * ra - sx * sx
  if (sy2 < 0) return shortest
  const cx = (ac * ac - bc * bc + ab * ab) / (2 * ab)
  const cy = Math.sqrt(Math.max(0, ac * ac - cx * cx))
  const sy = Math.sqrt(sy2)
  const cross = sx + ((cx - sx) * sy) / (sy + cy)
  if (cross < 0 || cross > ab) return shortest
  return Math.min(shortest, Math.sqrt((cx - sx) ** 2 + (cy + sy) ** 2) + lift)
}

/** Vertices by distance, nearest first. */
class Queue {
  private readonly heap: number[] = []
  private readonly keys: number[] = []

  constructor(private readonly distanceMm: Float64Array) {}

  push(v: number): void {
    const { heap, keys } = this
    const key = this.distanceMm[v]!
    let i = heap.length
    heap.push(v)
    keys.push(key)
    while (i > 0) {
      const up = (i - 1) >> 1
      if (keys[up]! <= key) break
      heap[i] = heap[up]!
      keys[i] = keys[up]!
      i = up
    }
    heap[i] = v
    keys[i] = key
  }

  /** The nearest vertex, or -1; entries that have been bettered since are passed over. */
  pop(): number {
    while (this.heap.length > 0) {
      const v = this.heap[0]!
      const key = this.keys[0]!
      this.drop()
      if (key <= this.distanceMm[v]!) return v
    }
    return -1
  }

  private drop(): void {
    const { heap, keys } = this
    const v = heap.pop()!
    const key = keys.pop()!
    const n = heap.length
    if (n === 0) return
    let i = 0
    for (;;) {
      let down = i * 2 + 1
      if (down >= n) break
      if (down + 1 < n && keys[down + 1]! < keys[down]!) down++
      if (keys[down]! >= key) break
      heap[i] = heap[down]!
      keys[i] = keys[down]!
      i = down
    }
    heap[i] = v
    keys[i] = key
  }
}
