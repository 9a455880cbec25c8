/** Ties the scene to the state of the app: ink, zones, overlays, colours, the hand that paints. */
import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Vector3 } from 'three'
import { nearestVertex, type SourceRef } from '../model.ts'
import { useLoad } from '../ripple/use-load.ts'
import { attachGestures, type Painter } from '../scene/gestures.ts'
import type { LayerMuscle } from '../scene/muscle-layer.ts'
import { createStage, type Insets, type Stage } from '../scene/stage.ts'
import { type EdgeLabels, edgeLabels } from '../scene/views.ts'
import { createPainter } from '../session/painter.ts'
import type { SheetStop, Workbench } from '../session/workbench.ts'
import { useStore } from '../store.ts'
import { overlayOf, showFocus, showInk, showUnexplained, showZone, viewOnPlace, viewOnSource } from './ink-on-skin.ts'
import { musclesOf } from './muscle-lines.ts'

export type Hover = {
  readonly place: number
  /** The vertex under the pointer. */
  readonly vertex: number
  /** The muscle of the shown layer that lies there. */
  readonly muscle: string | null
  readonly x: number
  readonly y: number
  /** A finger lies there and hides what it paints. */
  readonly touch: boolean
  /** Whether the part is small on the screen, and shown larger beside the pointer. */
  readonly enlarged: boolean
}

const wideInsets: Insets = { top: 84, right: 24, bottom: 92, left: 320 }

/** Held sideways, a phone has its answers beside the body and its tools in the corners. */
const sidewaysPhone = '(max-height: 520px) and (orientation: landscape)'
const sidewaysInsets: Insets = { top: 44, right: 122, bottom: 84, left: 136 }

/** On a phone the body stands in what the sheet leaves; under a full sheet nobody sees where it stands. */
function phoneInsets(stop: SheetStop, height: number, legend: boolean): Insets {
  if (window.matchMedia(sidewaysPhone).matches) return sidewaysInsets
  const bottom = stop === 'low' ? 232 : height * 0.54 + 12
  return { top: legend ? 152 : 52, right: 8, bottom, left: 8 }
}

export function useStage(
  canvas: RefObject<HTMLCanvasElement | null>,
  loupe: RefObject<HTMLCanvasElement | null>,
  workbench: Workbench,
  phone: boolean,
) {
  const scheme = useComputedColorScheme('light')
  const [stage, setStage] = useState<Stage | null>(null)
  const [hover, setHover] = useState<Hover | null>(null)
  const [edges, setEdges] = useState<EdgeLabels>(edgeLabels(0))

  useEffect(() => {
    const element = canvas.current!
    const { body } = workbench.model
    const nearest = (at: Vector3) => nearestVertex(workbench.brush.graph, at.x, at.y, at.z)
    const made = createStage(element, body, nearest)
    const onHover = createHover(workbench, made, loupe, setHover)
    const detach = attachGestures(element, made, createPainter(workbench, onHover))
    made.onTurn((azimuthRad) => {
      const next = edgeLabels(azimuthRad)
      setEdges((now) => (now.facing === next.facing ? now : next))
    })
    const fit = () => {
      const { clientWidth: width, clientHeight: height } = element.parentElement!
      const legend = (workbench.load.get().picture?.trouble.length ?? 0) > 0
      const free = phone ? phoneInsets(workbench.sheet.get().stop, height, legend) : wideInsets
      if (width > 0 && height > 0) made.resize(width, height, free)
    }
    const watcher = new ResizeObserver(fit)
    watcher.observe(element.parentElement!)
    const stopSheet = workbench.sheet.subscribe(fit)
    let hadLegend = false
    const stopLoad = workbench.load.subscribe(() => {
      const hasLegend = (workbench.load.get().picture?.trouble.length ?? 0) > 0
      if (hasLegend !== hadLegend) fit()
      hadLegend = hasLegend
    })
    const showAll = (touched: Uint32Array | null) => {
      showInk(made.skin, body, workbench.ink(), touched)
      made.showInkOnMuscles(workbench.ink())
      made.redraw()
    }
    showAll(null)
    const stopInk = workbench.onInk((_, touched) => showAll(touched))
    const stopAnswer = workbench.answer.subscribe(() => {
      showUnexplained(made.skin, workbench)
      made.redraw()
    })
    const stopTool = workbench.tool.subscribe(() => made.ring.hide())
    setStage(made)
    return () => {
      stopInk()
      stopAnswer()
      stopTool()
      stopSheet()
      stopLoad()
      watcher.disconnect()
      detach()
      made.dispose()
      setStage(null)
    }
  }, [canvas, loupe, workbench, phone])

  useEffect(() => stage?.recolour(scheme), [stage, scheme])
  useShown(stage, workbench)
  useLoad(stage, workbench)
  useMuscleLayer(stage, workbench)
  return { stage, hover, edges }
}

/** Where a brush on the whole body covers more than it should: the loupe helps from this scale on. */
const smallFromMmPerPx = 0.75
const loupeMmPerPx = 0.55
const smallAreas = new Set(['hand', 'foot', 'head'])

/** The ring, the loupe and the name of the place follow the pointer, at most once a frame. */
function createHover(
  workbench: Workbench,
  stage: Stage,
  loupe: RefObject<HTMLCanvasElement | null>,
  setHover: (hover: Hover | null) => void,
): Painter['hover'] {
  const { body, knowledge } = workbench.model
  const areas = new Map(knowledge.regions.map(({ id, area }) => [id, area]))
  const isSmall = body.places.map(({ region }) => smallAreas.has(areas.get(region) ?? ''))
  return (hit, x, y, touch) => {
    const { mode, radiusMm } = workbench.tool.get()
    const place = hit === null ? 0 : body.placeOfVertex[hit.vertex]!
    const mmPerPx = hit === null ? 0 : stage.mmPerPx(hit.point)
    const loaded = workbench.load.get().picture !== null
    const enlarged = hit !== null && !loaded && mode === 'paint' && isSmall[place]! && mmPerPx > smallFromMmPerPx
    if (hit === null || mode === 'turn' || loaded) stage.ring.hide()
    else stage.ring.show(hit, radiusMm, mmPerPx * (enlarged ? 0.8 : 1.8))
    stage.magnify(enlarged ? { onto: loupe, x, y, times: Math.min(5, mmPerPx / loupeMmPerPx) } : null)
    const { vertex = 0 } = hit ?? {}
    setHover(hit === null ? null : { place, vertex, muscle: muscleUnder(stage, vertex), x, y, touch, enlarged })
  }
}

/** The muscles of the chosen depth; what is asked for last is what is shown. */
function useMuscleLayer(stage: Stage | null, workbench: Workbench) {
  const loaded = useStore(workbench.load, (load) => load.picture !== null)
  const chosen = useStore(workbench.shown, (shown) => shown.layer)
  // loads are drawn on muscles of their own
  const layer = loaded ? 'skin' : chosen
  useEffect(() => {
    if (stage === null) return
    let wanted = true
    const show = (muscles: readonly LayerMuscle[] | null) => {
      if (!wanted) return
      shownMuscles.set(stage, muscles ?? [])
      stage.showMuscles(muscles, workbench.ink())
    }
    if (layer === 'skin') show(null)
    // where they cannot be fetched the skin stays, and says so
    else musclesOf(workbench, layer).then(show, () => workbench.shown.set({ layer: 'skin' }))
    return () => {
      wanted = false
    }
  }, [stage, workbench, layer])
}

const shownMuscles = new WeakMap<Stage, readonly LayerMuscle[]>()

function muscleUnder(stage: Stage, vertex: number): string | null {
  return shownMuscles.get(stage)?.[stage.muscleAt(vertex)]?.id ?? null
}

function useShown(stage: Stage | null, workbench: Workbench) {
  const still = useReducedMotion()
  const shown = useRef<unknown>(null)
  const shownPlace = useRef<number | null>(null)
  useEffect(() => {
    if (stage === null) return
    let wanted = true
    const showSource = async (source: SourceRef | null, animated: boolean) => {
      showZone(stage.skin, workbench, source)
      const overlay = source && (await overlayOf(workbench, source))
      if (!wanted || shown.current !== source) return
      stage.showOverlay(overlay, workbench.ink())
      const view = source && viewOnSource(workbench, source, overlay)
      if (view !== null) stage.goTo(view, animated && !still)
    }
    const show = (animated: boolean) => {
      const { source, place } = workbench.looking.get()
      if (shownPlace.current !== place) {
        shownPlace.current = place
        showFocus(stage.skin, workbench, place)
        const view = place === null ? null : viewOnPlace(workbench, place)
        if (view !== null) stage.goTo(view, animated && !still)
      }
      if (shown.current !== source) {
        shown.current = source
        void showSource(source, animated)
      }
      stage.redraw()
    }
    shown.current = null
    show(false)
    const stop = workbench.looking.subscribe(() => show(true))
    return () => {
      wanted = false
      stop()
    }
  }, [stage, workbench, still])
}
