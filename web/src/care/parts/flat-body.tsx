/** A drawing on a flat figure, as it is printed and compared: paint under the outline, marks on top. */
import { useEffect, useMemo, useRef } from 'react'
import { type Chart, type ChartId, drawChart, onPage, type Raster, rasterise, viewOfChart } from 'unknot'
import { type Body, inkOf, type Paint, type Stroke } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { painStops } from '../../theme.ts'

type Flat = { readonly chart: Chart; readonly raster: Raster }

const flats = new Map<ChartId, Flat>()

function flatOf(body: Body, id: ChartId): Flat {
  const known = flats.get(id)
  if (known !== undefined) return known
  const made = { chart: drawChart(body, id), raster: rasterise(body, viewOfChart(id)) }
  flats.set(id, made)
  return made
}

export type FlatMark = { readonly label: string; readonly atMm: readonly [number, number, number] }

type Props = {
  readonly id: ChartId
  readonly strokes: readonly Stroke[]
  readonly label: string
  readonly marks?: readonly FlatMark[]
  /** Shows only what lies around this drawing and the marks; the whole body where it is absent. */
  readonly around?: readonly Stroke[]
}

export function FlatBody({ id, strokes, label, marks = [], around }: Props) {
  const { body, brush } = useWorkbench().model
  const { chart, raster } = flatOf(body, id)
  const paint = useMemo(() => (strokes.length === 0 ? null : inkOf(strokes, brush).paint), [strokes, brush])
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current !== null) colour(canvas.current, body, raster, paint)
  }, [body, raster, paint])
  const [x, y, width, height] = chart.viewBox
  const view = viewOfChart(id)
  const cut = useMemo(
    () =>
      around === undefined ? chart.viewBox : cutAround(body, raster, inkOf(around, brush).paint, marks, chart.viewBox),
    [around, body, brush, raster, marks, chart],
  )
  const scale = cut[2] / 1000
  const inner = {
    position: 'absolute',
    width: `${(100 * width) / cut[2]}%`,
    height: `${(100 * height) / cut[3]}%`,
    left: `${(-100 * (cut[0] - x)) / cut[2]}%`,
    top: `${(-100 * (cut[1] - y)) / cut[3]}%`,
  } as const
  return (
    <div
      style={{
        position: 'relative',
        overflow: 'hidden',
        width: '100%',
        maxWidth: 340,
        aspectRatio: `${cut[2]} / ${cut[3]}`,
      }}
    >
      <div style={inner}>
        <canvas
          ref={canvas}
          width={raster.columns}
          height={raster.rows}
          style={{ position: 'absolute', inset: 0, width: '100%', height: '100%' }}
        />
        <svg
          viewBox={`${x} ${y} ${width} ${height}`}
          role="img"
          aria-label={label}
          style={{ position: 'absolute', inset: 0, width: '100%', height: '100%' }}
        >
          <path d={chart.outline} fill="none" stroke="var(--ink-2)" strokeWidth="4" strokeLinejoin="round" />
          <path d={chart.lines} fill="none" stroke="var(--line-strong)" strokeWidth="2.5" />
          {marks.map((mark) => {
            const [cx, cy] = onPage(view, [...mark.atMm])
            return (
              <g key={mark.label}>
                <circle
                  cx={cx}
                  cy={cy}
                  r={26 * scale}
                  fill="var(--brand)"
                  stroke="var(--surface)"
                  strokeWidth={5 * scale}
                />
                <text
                  x={cx}
                  y={cy}
                  fill="var(--brand-on)"
                  fontSize={34 * scale}
                  fontWeight="700"
                  textAnchor="middle"
                  dominantBaseline="central"
                >
                  {mark.label}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
    </div>
  )
}

type Box = readonly [x: number, y: number, width: number, height: number]

/** Least width of a cut picture, and what is shown beyond the paint, millimetres. */
const leastMm = 560
const marginMm = 110

/** The part of the page that holds the paint and the marks, with enough around to see where on the body that is. */
function cutAround(body: Body, raster: Raster, paint: Paint, marks: readonly FlatMark[], whole: Box): Box {
  const size = raster.view.mmPerPixel
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const include = (at: readonly number[]) => {
    for (const axis of [0, 1]) {
      low[axis] = Math.min(low[axis]!, at[axis]!)
      high[axis] = Math.max(high[axis]!, at[axis]!)
    }
  }
  for (let i = 0; i < raster.triangle.length; i++) {
    const triangle = raster.triangle[i]!
    if (triangle < 0 || paint.intensity[body.triangles[3 * triangle]!] === 0) continue
    include([raster.leftMm + (i % raster.columns) * size, raster.topMm + Math.floor(i / raster.columns) * size])
  }
  for (const mark of marks) include(onPage(raster.view, [...mark.atMm]))
  if (low[0] === Number.POSITIVE_INFINITY) return whole
  const side = Math.max(leastMm, high[0]! - low[0]! + 2 * marginMm, high[1]! - low[1]! + 2 * marginMm)
  if (side > whole[2]) return whole
  return [(low[0]! + high[0]!) / 2 - side / 2, (low[1]! + high[1]!) / 2 - side / 2, side, side]
}

/** Every small square of the page in the colour of the paint that lies there. */
function colour(canvas: HTMLCanvasElement, body: Body, raster: Raster, paint: Paint | null): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const picture = pen.createImageData(raster.columns, raster.rows)
  const stops = painStops.map(channels)
  for (let i = 0; i < raster.triangle.length; i++) {
    const triangle = raster.triangle[i]!
    if (triangle < 0) continue
    let strongest = 0
    if (paint !== null) {
      let hit = 0
      for (let corner = 0; corner < 3; corner++) {
        const intensity = paint.intensity[body.triangles[3 * triangle + corner]!]!
        strongest = Math.max(strongest, intensity)
        if (intensity > 0) hit++
      }
      if (hit < 2) strongest = 0
    }
    const rgb = strongest === 0 ? skin : mixed(stops, strongest)
    for (let channel = 0; channel < 3; channel++) picture.data[4 * i + channel] = rgb[channel]!
    picture.data[4 * i + 3] = 255
  }
  pen.putImageData(picture, 0, 0)
}

const skin = [233, 224, 214]

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

function mixed(stops: readonly (readonly number[])[], intensity: number): number[] {
  const at = (Math.min(10, Math.max(1, intensity)) - 1) / 9
  const [from, to, share] = at < 0.5 ? [stops[0]!, stops[1]!, at * 2] : [stops[1]!, stops[2]!, at * 2 - 1]
  return [0, 1, 2].map((channel) => Math.round(from[channel]! + share * (to[channel]! - from[channel]!)))
}
