/**
 * Borders between the places of a chart as smooth lines that neighbours share.
 *
 * The borders of the raster's squares are cut where three places meet; each piece is then smoothed
 * and thinned once, so two neighbours get the very same line and no gap opens between them.
 */
import type { Raster } from './raster.ts'

export type Point = readonly [x: number, y: number]

/** A border: `left` and `right` are the places on both sides as one walks along it (-1 is the empty page). */
export type Arc = {
  readonly points: readonly Point[]
  readonly left: number
  readonly right: number
  readonly from: number
  readonly to: number
  /** Whether one side stands well in front of the other, as an arm before the trunk. */
  readonly isEdge: boolean
}

const EDGE_MM = 14
const EDGE_SOFT_PIXELS = 1.8

export function arcsOf(raster: Raster): readonly Arc[] {
  const { columns, rows, place, near } = raster
  const across = columns + 1
  const label = (i: number, j: number) => (i < 0 || j < 0 || i >= columns || j >= rows ? -1 : place[j * columns + i]!)
  const nearness = (i: number, j: number) => {
    const d = i < 0 || j < 0 || i >= columns || j >= rows ? Number.NEGATIVE_INFINITY : near[j * columns + i]!
    return Number.isFinite(d) ? d : -10000
  }
  // Steps along the grid, told by the corner they start from: 0 right, 1 down, 2 left, 3 up.
  const sides = (corner: number, way: number): readonly [li: number, lj: number, ri: number, rj: number] => {
    const i = corner % across
    const j = (corner / across) | 0
    if (way === 0) return [i, j - 1, i, j]
    if (way === 1) return [i, j, i - 1, j]
    if (way === 2) return [i - 1, j, i - 1, j - 1]
    return [i - 1, j - 1, i, j - 1]
  }
  const isBorder = (corner: number, way: number) => {
    const i = corner % across
    const j = (corner / across) | 0
    if ((way === 0 && i >= columns) || (way === 2 && i <= 0) || (way === 1 && j >= rows) || (way === 3 && j <= 0))
      return false
    const [li, lj, ri, rj] = sides(corner, way)
    return label(li, lj) !== label(ri, rj)
  }
  const step = [1, across, -1, -across] as const
  const none: readonly number[] = []
  const waysAt = (corner: number): readonly number[] => {
    const i = corner % across
    const j = (corner / across) | 0
    const own = label(i, j)
    // most corners lie inside one place
    if (own === label(i - 1, j) && own === label(i, j - 1) && own === label(i - 1, j - 1)) return none
    return [0, 1, 2, 3].filter((way) => isBorder(corner, way))
  }
  const done = new Uint8Array(across * (rows + 1) * 4)
  const arcs: Arc[] = []
  const walk = (start: number, firstWay: number) => {
    const points: Point[] = [pointOf(raster, start, across)]
    const [li, lj, ri, rj] = sides(start, firstWay)
    let corner = start
    let way = firstWay
    let jumps = 0
    let steps = 0
    for (;;) {
      done[corner * 4 + way] = 1
      const [ai, aj, bi, bj] = sides(corner, way)
      if (Math.abs(nearness(ai, aj) - nearness(bi, bj)) > EDGE_MM) jumps++
      steps++
      corner += step[way]!
      done[corner * 4 + ((way + 2) % 4)] = 1
      points.push(pointOf(raster, corner, across))
      const ways = waysAt(corner)
      if (ways.length !== 2 || corner === start) break
      way = ways.find((w) => w !== (way + 2) % 4)!
    }
    const isLoop = corner === start
    const isEdge = jumps > steps * 0.6
    const { mmPerPixel, softMm } = raster.view
    const spread = isEdge ? EDGE_SOFT_PIXELS : softMm / mmPerPixel
    // Each round of soften() spreads a point by half a square pixel.
    const smooth = thin(soften(points, isLoop, Math.round(2 * spread * spread)), mmPerPixel * 0.3)
    arcs.push({ points: smooth, left: label(li, lj), right: label(ri, rj), from: start, to: corner, isEdge })
  }
  const total = across * (rows + 1)
  for (let corner = 0; corner < total; corner++) {
    const ways = waysAt(corner)
    if (ways.length > 2) for (const way of ways) if (!done[corner * 4 + way]) walk(corner, way)
  }
  for (let corner = 0; corner < total; corner++)
    for (const way of waysAt(corner)) if (!done[corner * 4 + way]) walk(corner, way)
  return arcs
}

function pointOf(raster: Raster, corner: number, across: number): Point {
  const size = raster.view.mmPerPixel
  return [raster.leftMm + (corner % across) * size, raster.topMm + ((corner / across) | 0) * size]
}

/** Each point moves to the middle of its neighbours, a few times; the ends of an open line stay. */
export function soften(points: readonly Point[], isLoop: boolean, rounds: number): readonly Point[] {
  const n = points.length
  let now = Float64Array.from(points.flat())
  let next = now.slice()
  const first = isLoop ? 0 : 1
  const last = isLoop ? n - 1 : n - 2
  for (let round = 0; round < rounds; round++) {
    for (let i = first; i <= last; i++) {
      const a = i === 0 ? n - 2 : i - 1
      const b = i === n - 1 ? 1 : i + 1
      next[2 * i] = (now[2 * i]! * 2 + now[2 * a]! + now[2 * b]!) / 4
      next[2 * i + 1] = (now[2 * i + 1]! * 2 + now[2 * a + 1]! + now[2 * b + 1]!) / 4
    }
    ;[now, next] = [next, now]
  }
  return points.map((_, i) => [now[2 * i]!, now[2 * i + 1]!])
}

/** Leaves out points that lie within `offMm` of the line without them (Douglas and Peucker). */
export function thin(points: readonly Point[], offMm: number): readonly Point[] {
  const keep = new Uint8Array(points.length)
  keep[0] = 1
  keep[points.length - 1] = 1
  const spans: [number, number][] = [[0, points.length - 1]]
  while (spans.length > 0) {
    const [from, to] = spans.pop()!
    let far = offMm
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const d = off(points[i]!, points[from]!, points[to]!)
      if (d > far) {
        far = d
        at = i
      }
    }
    if (at < 0) continue
    keep[at] = 1
    spans.push([from, at], [at, to])
  }
  return points.filter((_, i) => keep[i])
}

function off(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const l = Math.hypot(dx, dy)
  if (l < 1e-9) return Math.hypot(p[0] - a[0], p[1] - a[1])
  return Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / l
}
