/** The body with everything that lies on top of its picture: sides, views, tools, the name under the pointer. */
import { useReducedMotion } from '@mantine/hooks'
import { type KeyboardEvent, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { qualitiesOf } from '../model.ts'
import { muscleName, placeName } from '../naming.ts'
import { PhoneTools } from '../paint/phone-tools.tsx'
import { ToolCard } from '../paint/tool-card.tsx'
import { isClose, partOf, type ViewName, viewNames, viewOf } from '../scene/views.ts'
import type { Workbench } from '../session/workbench.ts'
import { useStore } from '../store.ts'
import styles from './body-view.module.css'
import { type Hover, useStage } from './use-stage.ts'
import { ViewBar } from './view-bar.tsx'
import { useWorkbench } from './workbench-context.ts'

const BodyCard = lazy(() => import('../ripple/body-card.tsx').then(({ BodyCard: it }) => ({ default: it })))

const turnRad = Math.PI / 12

export function BodyView({ phone }: { readonly phone: boolean }) {
  const workbench = useWorkbench()
  const canvas = useRef<HTMLCanvasElement>(null)
  const loupe = useRef<HTMLCanvasElement>(null)
  const { stage, hover, edges } = useStage(canvas, loupe, workbench, phone)
  const still = useReducedMotion()
  const [view, setView] = useState<ViewName | null>('front')
  const [side, setSide] = useState<'left' | 'right'>('right')
  const loaded = useStore(workbench.load, (load) => load.picture !== null)
  const mode = useStore(workbench.tool, (tool) => (loaded ? 'turn' : tool.mode))
  const [behind, setBehind] = useState(false)

  const parts = useMemo(() => {
    const { body, knowledge } = workbench.model
    const areas = new Map(knowledge.regions.map(({ id, area }) => [id, area]))
    return {
      hand: partOf(body, (region) => areas.get(region) === 'hand'),
      foot: partOf(body, (region) => areas.get(region) === 'foot'),
    }
  }, [workbench])

  const goTo = (name: ViewName, nextSide = side, nextBehind = false) => {
    if (stage === null) return
    setView(name)
    setSide(nextSide)
    setBehind(nextBehind)
    stage.goTo(viewOf(name, nextSide, parts, nextBehind), !still)
  }
  /** Asked for again, a close view goes over to the other side. */
  const choose = (name: ViewName) => {
    const again = isClose(name) && name === view
    goTo(name, again ? (side === 'left' ? 'right' : 'left') : side, again && behind)
  }
  useEffect(() => {
    const { source, place } = workbench.looking.get()
    if (source === null && place === null) stage?.goTo(viewOf('front', 'right', parts), false)
  }, [stage, parts, workbench])

  // a camera that has been turned, or sent to a source, stands in no named view any more
  useEffect(() => {
    if (stage === null) return
    const leave = () => setView(null)
    stage.controls.addEventListener('start', leave)
    const stop = workbench.looking.subscribe(() => {
      const { source, place } = workbench.looking.get()
      if (source !== null || place !== null) leave()
    })
    const { source, place } = workbench.looking.get()
    if (source !== null || place !== null) leave()
    return () => {
      stage.controls.removeEventListener('start', leave)
      stop()
    }
  }, [stage, workbench])

  const onKey = (event: KeyboardEvent) => {
    if (stage === null) return
    const turns: Record<string, [number, number]> = {
      ArrowLeft: [-turnRad, 0],
      ArrowRight: [turnRad, 0],
      ArrowUp: [0, turnRad],
      ArrowDown: [0, -turnRad],
    }
    const named = viewNames[Number(event.key) - 1]
    if (turns[event.key] !== undefined) stage.turn(...turns[event.key]!)
    else if (event.key === '+' || event.key === '=') stage.zoom(0.85)
    else if (event.key === '-') stage.zoom(1 / 0.85)
    else if (named !== undefined) choose(named)
    else return
    event.preventDefault()
  }

  const enlarged = hover?.enlarged === true
  // the loupe's canvas is there only now: what it shows has to be drawn once more
  useEffect(() => {
    if (enlarged) stage?.redraw()
  }, [enlarged, stage])

  const { body, knowledge } = workbench.model
  const place = hover === null ? undefined : body.places[hover.place]
  return (
    <section className={styles.view} aria-label="Body" data-mode={mode}>
      <div className={styles.frame}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          tabIndex={0}
          role="img"
          aria-label={`Body to paint on. ${edges.facing}. Arrow keys turn it, plus and minus zoom, 1 to 7 choose a view. To paint with the keyboard use "Paint by name".`}
          onKeyDown={onKey}
        />
      </div>
      <span className={styles.edge} data-at="left">
        {edges.left}
      </span>
      <span className={styles.edge} data-at="right">
        {edges.right}
      </span>
      {edges.side !== null && (
        <span className={styles.edge} data-at="middle">
          {edges.side}
        </span>
      )}
      <div
        className={styles.pointer}
        data-touch={hover?.touch || undefined}
        data-low={(hover !== null && hover.y < (hover.touch && enlarged ? 250 : 190)) || undefined}
        style={hover === null ? undefined : { left: besideOf(hover), top: hover.y }}
        aria-hidden="true"
      >
        {enlarged && <canvas ref={loupe} className={styles.loupe} data-testid="loupe" />}
        {place !== undefined && (
          <span className={styles.hover} data-testid="place-under-pointer">
            {placeName(knowledge, place.region, place.side)}
            {painAt(workbench, hover!.vertex)}
            {hover!.muscle !== null && <i>{muscleName(knowledge, hover!.muscle, null)}</i>}
          </span>
        )}
      </div>
      <ViewBar
        phone={phone}
        view={view}
        side={side}
        behind={behind}
        onView={choose}
        onClose={(nextSide, nextBehind) => isClose(view) && goTo(view, nextSide, nextBehind)}
      />
      {loaded ? (
        <Suspense>
          <BodyCard phone={phone} />
        </Suspense>
      ) : phone ? (
        <PhoneTools />
      ) : (
        <ToolCard />
      )}
    </section>
  )
}

/** Where the name stands: by the pointer, but not over the edge of the picture. */
function besideOf({ x, touch }: Hover): string {
  return touch ? `clamp(100px, ${x}px, calc(100% - 100px))` : `min(${x}px, calc(100% - 260px))`
}

/** ": 6, aching" where something is painted. */
function painAt(workbench: Workbench, vertex: number): string {
  const { intensity, quality } = workbench.ink().paint
  if (!intensity[vertex]) return ''
  return `: ${[intensity[vertex], ...qualitiesOf(quality[vertex]!)].join(', ')}`
}
