/**
 * How far does ink run from a stroke, along the skin?
 *
 * Fast marching over the triangles (Kimmel and Sethian 1998), only as far as the brush reaches, so that a step costs
 * what it touches and not what the body has. The distance runs along the skin: paint on the front of a finger gets to
 * its back only around the finger. Obtuse triangles fall back to their edges, which errs outwards by a few per cent.
 */
import { nearestVertex, type SkinGraph } from './skin-graph.ts'

/** Scratch memory for one body, so that a brush step allocates nothing. */
export type Brush = {
  readonly graph: SkinGraph
  readonly distanceMm: Float32Array
  /** 0 untouched, 1 waiting, 2 settled. */
  readonly state: Uint8Array
  /** Vertices with a distance, the first `count` of them. */
  readonly reached: Uint32Array
  count: number
  readonly heap: Uint32Array
  readonly heapPlace: Int32Array
  heapCount: number
}

export function createBrush(graph: SkinGraph): Brush {
  const vertexCount = graph.skin.positionsMm.length / 3
  return {
    graph,
    distanceMm: new Float32Array(vertexCount).fill(Infinity),
    state: new Uint8Array(vertexCount),
    reached: new Uint32Array(vertexCount),
    count: 0,
    heap: new Uint32Array(vertexCount),
    heapPlace: new Int32Array(vertexCount),
    heapCount: 0,
  }
}

/** Forgets the last step. */
export function liftBrush(brush: Brush): void {
  for (let i = 0; i < brush.count; i++) {
    const v = brush.reached[i]!
    brush.distanceMm[v] = Infinity
    brush.state[v] = 0
  }
  brush.count = 0
  brush.heapCount = 0
}

/**
 * Puts the brush down on the skin nearest to a point in space.
 *
 * @returns the vertex it stands on, from which the next point of a stroke can be walked to
 */
export function touchNearest(brush: Brush, x: number, y: number, z: number): number {
  const v = nearestVertex(brush.graph, x, y, z)
  seedAround(brush, v, x, y, z)
  return v
}

/**
 * Goes on to the next point by walking downhill from the vertex of the last one, so that a quick
 * stroke across a limb stays on the side it began on.
 */
export function touchWalking(brush: Brush, fromVertex: number, x: number, y: number, z: number): number {
  const { aroundStart, aroundPairs, skin } = brush.graph
  let here = fromVertex
  let hereSq = squareTo(skin.positionsMm, here, x, y, z)
  for (;;) {
    let next = here
    for (let k = aroundStart[here]!; k < aroundStart[here + 1]!; k++) {
      const w = aroundPairs[2 * k]!
      const sq = squareTo(skin.positionsMm, w, x, y, z)
      if (sq < hereSq) {
        hereSq = sq
        next = w
      }
    }
    if (next === here) break
    here = next
  }
  seedAround(brush, here, x, y, z)
  return here
}

function squareTo(p: Float32Array, v: number, x: number, y: number, z: number): number {
  const dx = p[3 * v]! - x
  const dy = p[3 * v + 1]! - y
  const dz = p[3 * v + 2]! - z
  return dx * dx + dy * dy + dz * dz
}

/** The touched vertex and its ring start with their straight distance, less the height of the point above the skin. */
function seedAround(brush: Brush, v: number, x: number, y: number, z: number): void {
  const { aroundStart, aroundPairs, skin } = brush.graph
  const p = skin.positionsMm
  const px = p[3 * v]!
  const py = p[3 * v + 1]!
  const pz = p[3 * v + 2]!
  let nx = 0
  let ny = 0
  let nz = 0
  for (let k = aroundStart[v]!; k < aroundStart[v + 1]!; k++) {
    const a = 3 * aroundPairs[2 * k]!
    const b = 3 * aroundPairs[2 * k + 1]!
    const ax = p[a]! - px
    const ay = p[a + 1]! - py
    const az = p[a + 2]! - pz
    const bx = p[b]! - px
    const by = p[b + 1]! - py
    const bz = p[b + 2]! - pz
    nx += ay * bz - az * by
    ny += az * bx - ax * bz
    nz += ax * by - ay * bx
  }
  const height = ((x - px) * nx + (y - py) * ny + (z - pz) * nz) / (Math.hypot(nx, ny, nz) || 1)
  const heightSq = height * height
  lower(brush, v, Math.sqrt(Math.max(0, squareTo(p, v, x, y, z) - heightSq)))
  for (let k = aroundStart[v]!; k < aroundStart[v + 1]!; k++) {
    const w = aroundPairs[2 * k]!
    lower(brush, w, Math.sqrt(Math.max(0, squareTo(p, w, x, y, z) - heightSq)))
  }
}

/** Lets the ink run from all touched points as far as `limitMm`. */
export function spread(brush: Brush, limitMm: number): void {
  const { aroundStart, aroundPairs } = brush.graph
  const { distanceMm, state } = brush
  while (brush.heapCount > 0) {
    const v = brush.heap[0]!
    if (distanceMm[v]! > limitMm) break
    popFirst(brush)
    state[v] = 2
    for (let k = aroundStart[v]!; k < aroundStart[v + 1]!; k++) {
      const a = aroundPairs[2 * k]!
      const b = aroundPairs[2 * k + 1]!
      if (state[a] !== 2) lower(brush, a, state[b] === 2 ? across(brush, v, b, a) : alongEdge(brush, v, a))
      if (state[b] !== 2) lower(brush, b, state[a] === 2 ? across(brush, v, a, b) : alongEdge(brush, v, b))
    }
  }
}

function alongEdge(brush: Brush, from: number, to: number): number {
  const p = brush.graph.skin.positionsMm
  return brush.distanceMm[from]! + Math.sqrt(squareTo(p, to, p[3 * from]!, p[3 * from + 1]!, p[3 * from + 2]!))
}

/** Distance of `c` by a straight front over the triangle a, b, c; the edges where no such front comes from inside. */
function across(brush: Brush, a: number, b: number, c: number): number {
  const p = brush.graph.skin.positionsMm
  const da = brush.distanceMm[a]!
  const db = brush.distanceMm[b]!
  const baseSq = squareTo(p, a, p[3 * b]!, p[3 * b + 1]!, p[3 * b + 2]!)
  const sideSq = squareTo(p, a, p[3 * c]!, p[3 * c + 1]!, p[3 * c + 2]!)
  const otherSq = squareTo(p, b, p[3 * c]!, p[3 * c + 1]!, p[3 * c + 2]!)
  const edges = Math.min(da + Math.sqrt(sideSq), db + Math.sqrt(otherSq))
  if (baseSq === 0) return edges
  // the source, unfolded into the triangle's plane with a at 0 and b at (base, 0), lies below the base
  const base = Math.sqrt(baseSq)
  const sourceX = (da * da - db * db + baseSq) / (2 * base)
  const sourceYSq = da * da - sourceX * sourceX
  if (sourceYSq < 0) return edges
  const sourceY = -Math.sqrt(sourceYSq)
  const cx = (baseSq + sideSq - otherSq) / (2 * base)
  const cy = Math.sqrt(Math.max(0, sideSq - cx * cx))
  const crossing = sourceX - ((cx - sourceX) * sourceY) / (cy - sourceY)
  if (!(crossing >= 0 && crossing <= base)) return edges
  const dx = cx - sourceX
  const dy = cy - sourceY
  return Math.min(edges, Math.sqrt(dx * dx + dy * dy))
}

function lower(brush: Brush, v: number, value: number): void {
  const { distanceMm, state } = brush
  if (state[v] === 2 || !(value < distanceMm[v]!)) return
  if (state[v] === 0) {
    state[v] = 1
    brush.reached[brush.count++] = v
    brush.heapPlace[v] = brush.heapCount
    brush.heap[brush.heapCount++] = v
  }
  distanceMm[v] = value
  rise(brush, brush.heapPlace[v]!)
}

function rise(brush: Brush, from: number): void {
  const { heap, heapPlace, distanceMm } = brush
  let place = from
  const v = heap[place]!
  while (place > 0) {
    const parent = (place - 1) >> 1
    const w = heap[parent]!
    if (distanceMm[w]! <= distanceMm[v]!) break
    heap[place] = w
    heapPlace[w] = place
    place = parent
  }
  heap[place] = v
  heapPlace[v] = place
}

function popFirst(brush: Brush): void {
  const { heap, heapPlace, distanceMm } = brush
  const last = heap[--brush.heapCount]!
  if (brush.heapCount === 0) return
  let place = 0
  for (;;) {
    let child = 2 * place + 1
    if (child >= brush.heapCount) break
    if (child + 1 < brush.heapCount && distanceMm[heap[child + 1]!]! < distanceMm[heap[child]!]!) child++
    const w = heap[child]!
    if (distanceMm[w]! >= distanceMm[last]!) break
    heap[place] = w
    heapPlace[w] = place
    place = child
  }
  heap[place] = last
  heapPlace[last] = place
}
