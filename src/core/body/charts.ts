/**
 * Flat charts of the body: what one sees from the front, the back, both sides and close by, as outlines.
 *
 * Made from the surface itself, so that a stroke on a chart and a stroke on the body are the same
 * drawing. Every place that can be seen is one closed path that can be filled and named; left and right
 * are always the person's. Units are millimetres on the page, x to the right, y down.
 */
import type { Side } from '../units.ts'
import type { Body } from './body.ts'
import type { Arc, Point } from './chart/arcs.ts'
import { arcsOf } from './chart/arcs.ts'
import { innerLines } from './chart/inner-lines.ts'
import type { Raster } from './chart/raster.ts'
import { rasterise } from './chart/raster.ts'
import type { ChartId, ChartView } from './chart/views.ts'
import { chartIds, chartViews, onPage } from './chart/views.ts'

export type { Raster } from './chart/raster.ts'
export { rasterise, vertexUnder } from './chart/raster.ts'
export type { ChartId, ChartView } from './chart/views.ts'
export { chartIds, chartViews, onPage }

export type ChartShape = {
  /** Index into the body's places. */
  readonly place: number
  readonly region: string
  readonly side: Side | null
  /** An SVG path; fill it by the even-odd rule. */
  readonly path: string
  /** A point well inside the shape, for a label. */
  readonly middle: Point
}

export type Chart = {
  readonly id: ChartId
  readonly name: string
  /** x, y, width and height for an SVG viewBox. */
  readonly viewBox: readonly [number, number, number, number]
  readonly shapes: readonly ChartShape[]
  /** The figure's outline and where one part stands before another. */
  readonly outline: string
  /** A few lines inside: lids, mouth, folds. */
  readonly lines: string
}

export function viewOfChart(id: ChartId): ChartView {
  return chartViews.find((v) => v.id === id)!
}

export function drawChart(body: Body, id: ChartId): Chart {
  const view = viewOfChart(id)
  const raster = rasterise(body, view)
  const arcs = arcsOf(raster)
  const middles = middlesOf(raster)
  const seen = [...middles.keys()].filter((p) => p >= 0).sort((a, b) => a - b)
  const size = view.mmPerPixel
  return {
    id,
    name: view.name,
    viewBox: [raster.leftMm, raster.topMm, raster.columns * size, raster.rows * size].map(round) as [
      number,
      number,
      number,
      number,
    ],
    shapes: seen.map((place) => ({
      place,
      ...body.places[place]!,
      path: closedPath(arcs, place),
      middle: middles.get(place)!,
    })),
    outline: arcs
      .filter((arc) => arc.isEdge)
      .map((arc) => openPath(arc.points))
      .join(''),
    lines: innerLines(body, raster).map(openPath).join(''),
  }
}

/** A chart as a whole SVG document: shapes with ids and names, then outline and lines. */
export function chartSvg(chart: Chart, nameOf: (region: string, side: Side | null) => string): string {
  const [x, y, w, h] = chart.viewBox
  const pen = Math.sqrt(w * h) // lines look alike on every chart
  const shapes = chart.shapes.map(
    (s) =>
      `<path id="${chart.id}-${placeId(s)}" class="place" role="img" aria-label="${escapeXml(nameOf(s.region, s.side))}" d="${s.path}"/>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}" role="group" aria-label="${escapeXml(chart.name)}">`,
    `<g fill="#fff" fill-rule="evenodd" stroke="#c9b9ad" stroke-width="${round(pen / 900)}">${shapes.join('')}</g>`,
    `<g fill="none" stroke="#4a3f39" stroke-linecap="round" stroke-linejoin="round" stroke-width="${round(pen / 330)}">`,
    `<path class="outline" d="${chart.outline}"/>`,
    `<path class="lines" stroke-width="${round(pen / 600)}" d="${chart.lines}"/></g></svg>`,
  ].join('')
}

export function placeId(place: { readonly region: string; readonly side: Side | null }): string {
  return place.side === null ? place.region : `${place.region}-of-${place.side}`
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}

function round(x: number): number {
  return Math.round(x * 10) / 10
}

const told = ([x, y]: Point) => `${round(x)} ${round(y)}`

function openPath(points: readonly Point[]): string {
  return points.map((p, i) => `${i === 0 ? 'M' : 'L'}${told(p)}`).join('')
}

/** All borders of a place chained into closed loops. */
function closedPath(arcs: readonly Arc[], place: number): string {
  const ends = new Map<number, Arc[]>()
  const own = arcs.filter((arc) => arc.left === place || arc.right === place)
  const put = (corner: number, arc: Arc) => ends.set(corner, [...(ends.get(corner) ?? []), arc])
  for (const arc of own) {
    put(arc.from, arc)
    if (arc.to !== arc.from) put(arc.to, arc)
  }
  const used = new Set<Arc>()
  let path = ''
  for (const first of own) {
    if (used.has(first)) continue
    used.add(first)
    const loop: Point[] = [...first.points]
    let corner = first.to
    while (corner !== first.from) {
      const next = ends.get(corner)?.find((arc) => !used.has(arc))
      if (!next) break
      used.add(next)
      const isForward = next.from === corner
      loop.push(...(isForward ? next.points : [...next.points].reverse()).slice(1))
      corner = isForward ? next.to : next.from
    }
    path += `${openPath(loop.slice(0, -1))}Z`
  }
  return path
}

/** For each place the square of the page that is deepest inside it. */
function middlesOf(raster: Raster): ReadonlyMap<number, Point> {
  const { columns, rows, place } = raster
  const deep = new Int32Array(columns * rows)
  const label = (i: number, j: number) => (i < 0 || j < 0 || i >= columns || j >= rows ? -2 : place[j * columns + i]!)
  const pass = (i: number, j: number, di: number, dj: number, most: number) => {
    const own = label(i, j)
    const across = label(i + di, j) === own ? deep[j * columns + i + di]! : 0
    const along = label(i, j + dj) === own ? deep[(j + dj) * columns + i]! : 0
    return Math.min(most, across, along) + 1
  }
  for (let j = 0; j < rows; j++) for (let i = 0; i < columns; i++) deep[j * columns + i] = pass(i, j, -1, -1, 1e6)
  const best = new Map<number, number>()
  for (let j = rows - 1; j >= 0; j--)
    for (let i = columns - 1; i >= 0; i--) {
      const cell = j * columns + i
      deep[cell] = pass(i, j, 1, 1, deep[cell]! - 1)
      const known = best.get(place[cell]!)
      if (known === undefined || deep[cell]! > deep[known]!) best.set(place[cell]!, cell)
    }
  const size = raster.view.mmPerPixel
  const middle = (cell: number): Point => [
    round(raster.leftMm + ((cell % columns) + 0.5) * size),
    round(raster.topMm + (((cell / columns) | 0) + 0.5) * size),
  ]
  return new Map([...best].map(([p, cell]) => [p, middle(cell)]))
}
