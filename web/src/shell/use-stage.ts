/** Ties the scene to the state of the app: ink, zones, overlays, colours, the hand that paints. */
import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Vector3 } from 'three'
import { nearestVertex } from '../model.ts'
import { useLoad } from '../ripple/use-load.ts'
import { attachGestures } from '../scene/gestures.ts'
import { createStage, type Insets, type Stage } from '../scene/stage.ts'
import { type EdgeLabels, edgeLabels } from '../scene/views.ts'
import { createPainter } from '../session/painter.ts'
import type { SheetStop, Workbench } from '../session/workbench.ts'
import { showFocus, showInk, showUnexplained, showZone, viewOnPlace } from './ink-on-skin.ts'

export type Hover = {
  readonly place: number
  /** The vertex under the pointer. */
  readonly vertex: number
  readonly x: number
  readonly y: number
}

const wideInsets: Insets = { top: 84, right: 24, bottom: 92, left: 320 }

/** On a phone the body stands in what the sheet leaves; under a full sheet nobody sees where it stands. */
function phoneInsets(stop: SheetStop, height: number, legend: boolean): Insets {
  const bottom = stop === 'low' ? 232 : height * 0.54 + 12
  return { top: legend ? 152 : 52, right: 8, bottom, left: 8 }
}

export function useStage(canvas: RefObject<HTMLCanvasElement | null>, workbench: Workbench, phone: boolean) {
  const scheme = useComputedColorScheme('light')
  const [stage, setStage] = useState<Stage | null>(null)
  const [hover, setHover] = useState<Hover | null>(null)
  const [edges, setEdges] = useState<EdgeLabels>(edgeLabels(0))

  useEffect(() => {
    const element = canvas.current!
    const { body } = workbench.model
    const nearest = (at: Vector3) => nearestVertex(workbench.brush.graph, at.x, at.y, at.z)
    const made = createStage(element, body, nearest)
    const onHover = createHover(workbench, made, setHover)
    const detach = attachGestures(element, made, createPainter(workbench, onHover))
    made.onTurn((azimuthRad) => {
      const next = edgeLabels(azimuthRad)
      setEdges((now) => (now.facing === next.facing ? now : next))
    })
    const fit = () => {
      const { clientWidth: width, clientHeight: height } = element.parentElement!
      const legend = workbench.load.get().picture !== null
      const free = phone ? phoneInsets(workbench.sheet.get().stop, height, legend) : wideInsets
      if (width > 0 && height > 0) made.resize(width, height, free)
    }
    const watcher = new ResizeObserver(fit)
    watcher.observe(element.parentElement!)
    const stopSheet = workbench.sheet.subscribe(fit)
    let hadLegend = false
    const stopLoad = workbench.load.subscribe(() => {
      const hasLegend = workbench.load.get().picture !== null
      if (hasLegend !== hadLegend) fit()
      hadLegend = hasLegend
    })
    const showAll = (touched: Uint32Array | null) => {
      showInk(made.skin, body, workbench.ink(), touched)
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
  }, [canvas, workbench, phone])

  useEffect(() => stage?.recolour(scheme), [stage, scheme])
  useShown(stage, workbench)
  useLoad(stage, workbench)
  return { stage, hover, edges }
}

/** The ring and the name of the place follow the pointer, at most once a frame. */
function createHover(workbench: Workbench, stage: Stage, setHover: (hover: Hover | null) => void) {
  const { placeOfVertex } = workbench.model.body
  return (hit: Parameters<Stage['ring']['show']>[0] | null, x: number, y: number) => {
    const { mode, radiusMm } = workbench.tool.get()
    if (hit === null || mode === 'turn' || workbench.load.get().picture !== null) stage.ring.hide()
    else {
      const awayMm = stage.controls.object.position.distanceTo(hit.point)
      stage.ring.show(hit, radiusMm, awayMm / 900)
    }
    setHover(hit === null ? null : { place: placeOfVertex[hit.vertex]!, vertex: hit.vertex, x, y })
    stage.redraw()
  }
}

function useShown(stage: Stage | null, workbench: Workbench) {
  const still = useReducedMotion()
  const shown = useRef<unknown>(null)
  const shownPlace = useRef<number | null>(null)
  useEffect(() => {
    if (stage === null) return
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
        const view = showZone(stage, workbench, source)
        if (view !== null) stage.goTo(view, animated && !still)
      }
      stage.redraw()
    }
    shown.current = null
    show(false)
    return workbench.looking.subscribe(() => show(true))
  }, [stage, workbench, still])
}
