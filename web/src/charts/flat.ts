/** A flat chart made ready to be painted: its lines, and which skin lies under each small square of the page. */
import { type Chart, type ChartId, drawChart, onPage, rasterise, viewOfChart } from 'unknot'
import type { Body } from '../model.ts'

export type Flat = {
  readonly chart: Chart
  readonly columns: number
  readonly rows: number
  readonly leftMm: number
  readonly topMm: number
  readonly mmPerPixel: number
  /** Squares of the page on which skin is seen, as indices into the page row by row. */
  readonly cells: Int32Array
  /** For each of them its place, the three corners of its triangle, and how near it is to each; all three sum to 1. */
  readonly places: Int16Array
  readonly corners: Uint32Array
  readonly shares: Float32Array
  /** Places of which enough is seen here to be a control; slivers at the rim belong to another chart. */
  readonly controls: ReadonlySet<number>
  /** For each square of the page where in the lists it stands; -1 where the page is empty. */
  readonly entry: Int32Array
}

const made = new Map<ChartId, Flat>()

/** Made once; each takes a moment, and a longer one where the chart is asked for by its id and has to be drawn. */
export function flatOf(body: Body, of: Chart | ChartId): Flat {
  const id = typeof of === 'string' ? of : of.id
  const known = made.get(id)
  if (known !== undefined) return known
  const flat = makeFlat(body, typeof of === 'string' ? drawChart(body, of) : of)
  made.set(id, flat)
  return flat
}

/** Null while it is not made. */
export function madeFlat(id: ChartId): Flat | null {
  return made.get(id) ?? null
}

export function isMade(id: ChartId): boolean {
  return made.has(id)
}

function makeFlat(body: Body, chart: Chart): Flat {
  const view = viewOfChart(chart.id)
  const raster = rasterise(body, view)
  const { columns, rows, leftMm, topMm } = raster
  const entry = new Int32Array(columns * rows).fill(-1)
  const seen: number[] = []
  for (let cell = 0; cell < entry.length; cell++) {
    if (raster.triangle[cell]! < 0) continue
    entry[cell] = seen.length
    seen.push(cell)
  }
  const cells = Int32Array.from(seen)
  const corners = new Uint32Array(cells.length * 3)
  const shares = new Float32Array(cells.length * 3)
  const pageOf = (vertex: number) => {
    const p = body.positionsMm
    return onPage(view, [p[3 * vertex]!, p[3 * vertex + 1]!, p[3 * vertex + 2]!])
  }
  let last = -1
  let [a, b, c] = [pageOf(0), pageOf(0), pageOf(0)]
  for (const [i, cell] of cells.entries()) {
    const t = raster.triangle[cell]!
    const corner = (c: number) => body.triangles[3 * t + c]!
    const x = leftMm + ((cell % columns) + 0.5) * view.mmPerPixel
    const y = topMm + (Math.floor(cell / columns) + 0.5) * view.mmPerPixel
    // the squares of one row often lie in one triangle
    if (t !== last) [a, b, c] = [pageOf(corner(0)), pageOf(corner(1)), pageOf(corner(2))]
    last = t
    const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    const nearB = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area
    const nearC = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area
    for (let k = 0; k < 3; k++) corners[3 * i + k] = corner(k)
    shares[3 * i] = 1 - nearB - nearC
    shares[3 * i + 1] = nearB
    shares[3 * i + 2] = nearC
  }
  const places = Int16Array.from(cells, (cell) => raster.place[cell]!)
  const controls = wellSeen(body, places, view.mmPerPixel ** 2)
  const { mmPerPixel } = view
  return { chart, columns, rows, leftMm, topMm, mmPerPixel, cells, places, corners, shares, controls, entry }
}

/** Every place is seen as well as this on at least one chart. */
const leastSeen = 0.08

function wellSeen(body: Body, places: Int16Array, squareMm2: number): ReadonlySet<number> {
  const whole = new Float64Array(body.places.length)
  const seen = new Float64Array(body.places.length)
  for (const [v, place] of body.placeOfVertex.entries()) whole[place]! += body.vertexAreaMm2[v]!
  for (const place of places) seen[place]! += squareMm2
  return new Set([...body.places.keys()].filter((place) => seen[place]! >= leastSeen * whole[place]!))
}

export type SkinUnder = {
  readonly vertex: number
  readonly place: number
  readonly atMm: readonly [number, number, number]
}

/** The skin under a point of the page; null where the page is empty. */
export function skinUnder(body: Body, flat: Flat, xMm: number, yMm: number): SkinUnder | null {
  const column = Math.floor((xMm - flat.leftMm) / flat.mmPerPixel)
  const row = Math.floor((yMm - flat.topMm) / flat.mmPerPixel)
  if (column < 0 || row < 0 || column >= flat.columns || row >= flat.rows) return null
  const i = flat.entry[row * flat.columns + column]!
  if (i < 0) return null
  const at: [number, number, number] = [0, 0, 0]
  let nearest = 0
  for (let corner = 0; corner < 3; corner++) {
    const share = flat.shares[3 * i + corner]!
    if (share > flat.shares[3 * i + nearest]!) nearest = corner
    const vertex = flat.corners[3 * i + corner]!
    for (let axis = 0; axis < 3; axis++) at[axis]! += share * body.positionsMm[3 * vertex + axis]!
  }
  return { vertex: flat.corners[3 * i + nearest]!, place: flat.places[i]!, atMm: at }
}
