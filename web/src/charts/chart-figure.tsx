/**
 * One flat chart: every region can be tapped, reached by the keyboard and read out; a brush can draw over it.
 *
 * One region at a time is in the tab order; arrow keys go on from there, as the figure lies on the page.
 */
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ChartId } from 'unknot'
import type { ZoneCover } from '../model.ts'
import { capital, placeName } from '../naming.ts'
import type { ShownInk } from '../session/smooth-ink.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { painColour, type SceneColours } from '../theme.ts'
import styles from './chart-figure.module.css'
import { colourChart } from './colour.ts'
import { type Flat, skinUnder } from './flat.ts'
import { inReadingOrder, isArrow, neighbourOf } from './neighbour.ts'
import { checkedOf, type PlaceShare, saidOf } from './shares.ts'
import { useChartBrush } from './use-chart-brush.ts'
import { chartEdges, chartTitle } from './views.ts'

type Props = {
  readonly id: ChartId
  readonly flat: Flat
  readonly ink: ShownInk
  readonly painted: readonly PlaceShare[]
  readonly zone: ZoneCover | null
  readonly colours: SceneColours
  /** Paints or clears a place; with a level, paints it at that level whatever it was. */
  readonly onFill: (place: number, level: number | null) => void
}

export function ChartFigure({ id, flat, ink, painted, zone, colours, onFill }: Props) {
  const workbench = useWorkbench()
  const { body, knowledge } = workbench.model
  const { chart } = flat
  const [x, y, width, height] = chart.viewBox
  const [shapes, slivers] = useMemo(() => {
    const isControl = ({ place }: { readonly place: number }) => flat.controls.has(place)
    const inOrder = inReadingOrder(chart.shapes.filter(isControl), height / 24)
    return [inOrder, chart.shapes.filter((shape) => !isControl(shape))]
  }, [chart, flat, height])
  const [stop, setStop] = useState(shapes[0]!.place)
  const [focused, setFocused] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const freehand = useStore(workbench.tool, (tool) => tool.chart === 'brush' || tool.erase)
  const figure = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)

  const under = (event: { readonly clientX: number; readonly clientY: number }) => {
    const box = figure.current!.getBoundingClientRect()
    const xMm = x + ((event.clientX - box.left) / box.width) * width
    const yMm = y + ((event.clientY - box.top) / box.height) * height
    return { xMm, yMm, skin: skinUnder(body, flat, xMm, yMm) }
  }
  const brush = useChartBrush(workbench, under)

  useEffect(() => {
    if (canvas.current !== null) colourChart(canvas.current, flat, ink, zone, painted, colours)
  }, [flat, ink, zone, painted, colours])

  const nameOf = (place: number) => placeName(knowledge, body.places[place]!.region, body.places[place]!.side)
  const onClick = (event: MouseEvent, place: number) => {
    // a screen reader's click has no place on the page; a finger's belongs to the brush while that is in hand
    if (!freehand || event.detail === 0) onFill(place, null)
  }
  const onKey = (event: KeyboardEvent, place: number) => {
    if (event.key === 'Enter' || event.key === ' ') onFill(place, null)
    else if (/^[0-9]$/.test(event.key)) onFill(place, event.key === '0' ? 10 : Number(event.key))
    else if (isArrow(event.key)) focusOn(neighbourOf(shapes, place, event.key))
    else if (event.key === 'Home') focusOn(shapes[0]!.place)
    else if (event.key === 'End') focusOn(shapes.at(-1)!.place)
    else return
    event.preventDefault()
  }
  const focusOn = (place: number) => {
    setStop(place)
    figure.current!.querySelector<SVGElement>(`[data-place="${place}"]`)?.focus()
  }
  const onMove = (event: PointerEvent) => {
    brush.onPointerMove(event)
    if (event.pointerType !== 'touch') setPointed(under(event).skin?.place ?? null)
  }
  const shown = pointed ?? focused
  const shownShape = chart.shapes.find((shape) => shape.place === shown)
  const edges = chartEdges(id)
  return (
    <figure className={styles.figure} data-chart={id}>
      <figcaption className={styles.caption}>
        <span>{edges.left}</span>
        <b>{chartTitle(id)}</b>
        <span>{edges.right}</span>
      </figcaption>
      <div className={styles.room}>
        <div
          ref={figure}
          className={styles.page}
          style={{ '--ratio': width / height } as CSSProperties}
          data-freehand={freehand || undefined}
          onPointerDown={brush.onPointerDown}
          onPointerMove={onMove}
          onPointerUp={brush.onPointerUp}
          onPointerCancel={brush.onPointerCancel}
          onPointerLeave={() => {
            setPointed(null)
            brush.onPointerLeave()
          }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a drawing can be no fieldset */}
          <svg
            className={styles.layer}
            viewBox={chart.viewBox.join(' ')}
            role="group"
            aria-label={`${capital(chart.name)}. Arrow keys go from region to region, space paints, 1 to 9 paint with that strength.`}
          >
            {slivers.map(({ place, path }) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: on another chart the place is a control
              <path
                key={place}
                d={path}
                className={styles.place}
                style={fillOf(painted[place]!)}
                onClick={(event) => onClick(event, place)}
              />
            ))}
            {shapes.map(({ place, path }) => {
              const own = painted[place]!
              return (
                // biome-ignore lint/a11y/useSemanticElements: a region of a drawing can be no input
                <path
                  key={place}
                  d={path}
                  className={styles.place}
                  data-place={place}
                  role="checkbox"
                  aria-checked={checkedOf(own)}
                  aria-label={saidOf(nameOf(place), own)}
                  tabIndex={place === stop ? 0 : -1}
                  style={fillOf(own)}
                  onClick={(event) => onClick(event, place)}
                  onKeyDown={(event) => onKey(event, place)}
                  onFocus={(event) => {
                    setStop(place)
                    if (event.currentTarget.matches(':focus-visible')) setFocused(place)
                  }}
                  onBlur={() => setFocused(null)}
                />
              )
            })}
          </svg>
          <canvas ref={canvas} className={styles.layer} width={flat.columns} height={flat.rows} />
          <svg className={styles.layer} viewBox={chart.viewBox.join(' ')} aria-hidden="true">
            <path className={styles.borders} d={chart.shapes.map(({ path }) => path).join('')} />
            <path className={styles.lines} d={chart.lines} />
            <path className={styles.outline} d={chart.outline} />
            {shownShape !== undefined && (
              <path className={styles.shown} d={shownShape.path} data-focus={focused === shown || undefined} />
            )}
            {brush.ring !== null && (
              <circle className={styles.ring} cx={brush.ring.xMm} cy={brush.ring.yMm} r={brush.ring.radiusMm} />
            )}
          </svg>
          {shownShape !== undefined && (
            <span
              className={styles.name}
              aria-hidden="true"
              style={{
                left: `clamp(96px, ${(100 * (shownShape.middle[0] - x)) / width}%, calc(100% - 96px))`,
                top: `${(100 * (shownShape.middle[1] - y)) / height}%`,
              }}
            >
              {saidOf(nameOf(shownShape.place), painted[shownShape.place]!)}
            </span>
          )}
        </div>
      </div>
    </figure>
  )
}

function fillOf({ even, level }: PlaceShare): CSSProperties | undefined {
  return even ? { fill: painColour(level) } : undefined
}
