/** A drawing on a flat figure, as it is printed and compared: paint under the outline, numbers of spots on top. */
import { useEffect, useMemo, useRef } from 'react'
import { type ChartId, onPage, viewOfChart } from 'unknot'
import { type Flat, flatOf } from '../../charts/flat.ts'
import { inkOf, type Stroke } from '../../model.ts'
import { type ShownInk, smoothInk } from '../../session/smooth-ink.ts'
import type { Workbench } from '../../session/workbench.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import styles from './flat-body.module.css'
import { paintFlat } from './flat-paint.ts'
import { spreadMarks } from './spread-marks.ts'

export type FlatMark = { readonly label: string; readonly atMm: readonly [number, number, number] }

type Props = {
  readonly id: ChartId
  readonly strokes: readonly Stroke[]
  readonly label: string
  /** An earlier drawing: the picture shows what went and what came since. */
  readonly earlier?: readonly Stroke[]
  readonly marks?: readonly FlatMark[]
  /** Shows only what lies around this drawing and the marks; the whole body where it is absent. */
  readonly around?: readonly Stroke[]
}

const noMarks: readonly FlatMark[] = []

export function FlatBody({ id, strokes, label, earlier, marks = noMarks, around }: Props) {
  const workbench = useWorkbench()
  const { body } = workbench.model
  const flat = flatOf(body, id)
  const { chart } = flat
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current === null) return
    const before = earlier === undefined ? null : shownInk(workbench, earlier)
    paintFlat(canvas.current, flat, shownInk(workbench, strokes), before)
  }, [workbench, flat, strokes, earlier])
  const [x, y, width, height] = chart.viewBox
  const spots = useMemo(() => marks.map(({ atMm }) => pageOf(id, atMm)), [marks, id])
  const cut = useMemo(
    () =>
      around === undefined
        ? chart.viewBox
        : cutAround(flat, around.length === 0 ? null : shownInk(workbench, around), spots, chart.viewBox),
    [around, workbench, flat, spots, chart],
  )
  const inner = {
    position: 'absolute',
    width: `${(100 * width) / cut[2]}%`,
    height: `${(100 * height) / cut[3]}%`,
    left: `${(-100 * (cut[0] - x)) / cut[2]}%`,
    top: `${(-100 * (cut[1] - y)) / cut[3]}%`,
  } as const
  return (
    <div className={styles.frame} style={{ aspectRatio: `${cut[2]} / ${cut[3]}` }} data-cut={around !== undefined}>
      <div style={inner}>
        <canvas ref={canvas} width={flat.columns} height={flat.rows} className={styles.layer} />
        <svg viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={label} className={styles.layer}>
          <path d={chart.outline} fill="none" stroke="var(--ink-2)" strokeWidth="4" strokeLinejoin="round" />
          <path d={chart.lines} fill="none" stroke="var(--line-strong)" strokeWidth="2.5" />
          <Marks marks={marks} spots={spots} scale={cut[2] / 1000} />
        </svg>
      </div>
    </div>
  )
}

function pageOf(id: ChartId, atMm: FlatMark['atMm']): readonly [number, number] {
  const [x, y] = onPage(viewOfChart(id), [...atMm])
  return [x, y]
}

/** Radius of a number, in thousandths of the picture's width. */
const radius = 34

function Marks({
  marks,
  spots,
  scale,
}: {
  readonly marks: readonly FlatMark[]
  readonly spots: readonly (readonly [number, number])[]
  readonly scale: number
}) {
  const places = spreadMarks(spots, 2.3 * radius * scale)
  return marks.map((mark, index) => {
    const [spot, [cx, cy]] = [spots[index]!, places[index]!]
    const isAway = Math.hypot(cx - spot[0], cy - spot[1]) > 0.4 * radius * scale
    return (
      <g key={mark.label}>
        {isAway && (
          <>
            <line x1={spot[0]} y1={spot[1]} x2={cx} y2={cy} stroke="var(--brand)" strokeWidth={6 * scale} />
            <circle cx={spot[0]} cy={spot[1]} r={9 * scale} fill="var(--brand)" />
          </>
        )}
        <circle
          cx={cx}
          cy={cy}
          r={radius * scale}
          fill="var(--brand)"
          stroke="var(--surface)"
          strokeWidth={5 * scale}
        />
        <text
          x={cx}
          y={cy}
          fill="var(--brand-on)"
          fontSize={44 * scale}
          fontWeight="700"
          textAnchor="middle"
          dominantBaseline="central"
        >
          {mark.label}
        </text>
      </g>
    )
  })
}

function shownInk({ model }: Workbench, strokes: readonly Stroke[]): ShownInk {
  return smoothInk(model.body, inkOf(strokes, model.brush))
}

type Box = readonly [x: number, y: number, width: number, height: number]

/** Least width of a cut picture, and what is shown beyond the paint, millimetres. */
const leastMm = 560
const marginMm = 110

/** The part of the page that holds the paint and the spots, with enough around to see where on the body that is. */
function cutAround(flat: Flat, ink: ShownInk | null, spots: readonly (readonly [number, number])[], whole: Box): Box {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const include = (at: readonly number[]) => {
    for (const axis of [0, 1]) {
      low[axis] = Math.min(low[axis]!, at[axis]!)
      high[axis] = Math.max(high[axis]!, at[axis]!)
    }
  }
  for (const [i, cell] of flat.cells.entries()) {
    if (ink === null || ink.cover[flat.corners[3 * i]!]! < 128) continue
    const [column, row] = [cell % flat.columns, Math.floor(cell / flat.columns)]
    include([flat.leftMm + column * flat.mmPerPixel, flat.topMm + row * flat.mmPerPixel])
  }
  for (const spot of spots) include(spot)
  if (low[0] === Number.POSITIVE_INFINITY) return whole
  const side = Math.max(leastMm, high[0]! - low[0]! + 2 * marginMm, high[1]! - low[1]! + 2 * marginMm)
  if (side > whole[2]) return whole
  return [(low[0]! + high[0]!) / 2 - side / 2, (low[1]! + high[1]!) / 2 - side / 2, side, side]
}
