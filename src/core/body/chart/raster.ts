/** What a reader of a chart sees at each small square of the page: which triangle, which place, how near. */
import type { Body } from '../body.ts'
import type { Vec } from '../vec.ts'
import type { ChartView } from './views.ts'
import { onPage } from './views.ts'

export type Raster = {
  readonly view: ChartView
  /** Page coordinates of the upper left corner, millimetres. */
  readonly leftMm: number
  readonly topMm: number
  readonly columns: number
  readonly rows: number
  /** Index of the triangle seen; -1 where the page is empty. */
  readonly triangle: Int32Array
  /** Index of the place seen; -1 where the page is empty. */
  readonly place: Int16Array
  /** Nearness to the reader, millimetres. */
  readonly near: Float32Array
}

const MARGIN_PIXELS = 4

export function rasterise(body: Body, view: ChartView): Raster {
  const count = body.positionsMm.length / 3
  const page = new Float32Array(count * 3)
  for (let v = 0; v < count; v++) {
    const [x, y, near] = onPage(view, positionOf(body, v))
    page[v * 3] = x
    page[v * 3 + 1] = y
    page[v * 3 + 2] = near
  }
  const isShown = body.places.map((place) => view.shows(place.region, place.side))
  const shown: number[] = []
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (let t = 0; t < body.triangles.length; t += 3) {
    const corners = [body.triangles[t]!, body.triangles[t + 1]!, body.triangles[t + 2]!]
    if (!corners.every((v) => isShown[body.placeOfVertex[v]!])) continue
    const kept = corners.filter((v) => view.keeps(positionOf(body, v)))
    if (kept.length === 0) continue
    shown.push(t)
    for (const v of kept) {
      left = Math.min(left, page[v * 3]!)
      right = Math.max(right, page[v * 3]!)
      top = Math.min(top, page[v * 3 + 1]!)
      bottom = Math.max(bottom, page[v * 3 + 1]!)
    }
  }
  const size = view.mmPerPixel
  const leftMm = left - MARGIN_PIXELS * size
  const topMm = top - MARGIN_PIXELS * size
  const columns = Math.ceil((right - left) / size) + MARGIN_PIXELS * 2
  const rows = Math.ceil((bottom - top) / size) + MARGIN_PIXELS * 2
  const raster: Raster = {
    view,
    leftMm,
    topMm,
    columns,
    rows,
    triangle: new Int32Array(columns * rows).fill(-1),
    place: new Int16Array(columns * rows).fill(-1),
    near: new Float32Array(columns * rows).fill(Number.NEGATIVE_INFINITY),
  }
  for (const t of shown) fill(body, raster, page, t)
  return raster
}

function fill(body: Body, raster: Raster, page: Float32Array, t: number): void {
  const size = raster.view.mmPerPixel
  const a = body.triangles[t]!
  const b = body.triangles[t + 1]!
  const c = body.triangles[t + 2]!
  const ax = (page[a * 3]! - raster.leftMm) / size
  const ay = (page[a * 3 + 1]! - raster.topMm) / size
  const bx = (page[b * 3]! - raster.leftMm) / size
  const by = (page[b * 3 + 1]! - raster.topMm) / size
  const cx = (page[c * 3]! - raster.leftMm) / size
  const cy = (page[c * 3 + 1]! - raster.topMm) / size
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (area === 0) return
  // The page's y runs down, so a triangle turned away has area above 0: seen only where the body is cut
  // open, it hides what lies behind it and shows nothing itself.
  const isInside = area > 0
  // a triangle whose corners are all kept lies on the kept side of every cut
  const isCut = ![a, b, c].every((v) => raster.view.keeps(positionOf(body, v)))
  const from = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5))
  const to = Math.min(raster.rows - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
  const first = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5))
  const last = Math.min(raster.columns - 1, Math.floor(Math.max(ax, bx, cx) - 0.5))
  for (let j = from; j <= to; j++)
    for (let i = first; i <= last; i++) {
      const px = i + 0.5
      const py = j + 0.5
      const wb = ((px - ax) * (cy - ay) - (cx - ax) * (py - ay)) / area
      const wc = ((bx - ax) * (py - ay) - (px - ax) * (by - ay)) / area
      const wa = 1 - wb - wc
      if (wa < 0 || wb < 0 || wc < 0) continue
      const near = wa * page[a * 3 + 2]! + wb * page[b * 3 + 2]! + wc * page[c * 3 + 2]!
      const cell = j * raster.columns + i
      if (near <= raster.near[cell]!) continue
      if (isCut) {
        const [pa, pb, pc] = [positionOf(body, a), positionOf(body, b), positionOf(body, c)]
        if (!raster.view.keeps([0, 1, 2].map((k) => wa * pa[k]! + wb * pb[k]! + wc * pc[k]!) as unknown as Vec))
          continue
      }
      raster.near[cell] = near
      if (isInside) {
        raster.triangle[cell] = -1
        raster.place[cell] = -1
        continue
      }
      raster.triangle[cell] = t / 3
      raster.place[cell] = placeInTriangle(body, wa >= wb && wa >= wc ? a : wb >= wc ? b : c, t)
    }
}

function positionOf(body: Body, v: number): Vec {
  const p = body.positionsMm
  return [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!]
}

/** The place of a corner as its triangle has it: on the midline a sided region has both sides. */
function placeInTriangle(body: Body, v: number, t: number): number {
  const place = body.placeOfVertex[v]!
  const isRightHalf = t * 2 >= body.triangles.length
  return isRightHalf && body.mirrorVertex[v] === v && body.places[place]!.side === 'left' ? place + 1 : place
}

/** The vertex under a point of the page, or -1 where the page is empty. */
export function vertexUnder(body: Body, raster: Raster, xMm: number, yMm: number): number {
  const size = raster.view.mmPerPixel
  const i = Math.floor((xMm - raster.leftMm) / size)
  const j = Math.floor((yMm - raster.topMm) / size)
  if (i < 0 || j < 0 || i >= raster.columns || j >= raster.rows) return -1
  const t = raster.triangle[j * raster.columns + i]!
  if (t < 0) return -1
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let c = 0; c < 3; c++) {
    const v = body.triangles[t * 3 + c]!
    const p = body.positionsMm
    const [x, y] = onPage(raster.view, [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!])
    const d = Math.hypot(x - xMm, y - yMm)
    if (d < least) {
      least = d
      best = v
    }
  }
  return best
}
