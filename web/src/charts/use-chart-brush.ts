/** A finger, pen or mouse that draws on a chart: the same strokes along the skin as on the 3D body. */
import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { Vector3 } from 'three'
import { passedBy, pressureOf } from '../scene/pointer.ts'
import type { SkinHit } from '../scene/skin-mesh.ts'
import { createPainter } from '../session/painter.ts'
import type { Workbench } from '../session/workbench.ts'
import type { SkinUnder } from './flat.ts'

type Under = (event: { readonly clientX: number; readonly clientY: number }) => {
  readonly xMm: number
  readonly yMm: number
  readonly skin: SkinUnder | null
}

export type Ring = { readonly xMm: number; readonly yMm: number; readonly radiusMm: number }

/** Between two events of a quick stroke the skin is looked for this often. */
const stepPx = 5

export function useChartBrush(workbench: Workbench, under: Under) {
  const painter = useMemo(() => createPainter(workbench, () => {}), [workbench])
  const last = useRef<{ pointer: number; x: number; y: number } | null>(null)
  const [ring, setRing] = useState<Ring | null>(null)
  const freehand = () => workbench.tool.get().chart === 'brush' || workbench.tool.get().erase

  const hitAt = (x: number, y: number): SkinHit | null => {
    const { skin } = under({ clientX: x, clientY: y })
    if (skin === null) return null
    const { normals } = workbench.model.body
    return {
      point: new Vector3(...skin.atMm),
      normal: new Vector3().fromArray(normals, 3 * skin.vertex),
      vertex: skin.vertex,
    }
  }
  const follow = (event: globalThis.PointerEvent) => {
    const { pointer, x, y } = last.current!
    const steps = Math.max(1, Math.ceil(Math.hypot(event.clientX - x, event.clientY - y) / stepPx))
    for (let step = 1; step <= steps; step++) {
      const t = step / steps
      const hit = hitAt(x + t * (event.clientX - x), y + t * (event.clientY - y))
      if (hit === null) painter.lift()
      else painter.move(hit, pressureOf(event))
    }
    last.current = { pointer, x: event.clientX, y: event.clientY }
  }
  const end = (event: PointerEvent, keep: boolean) => {
    if (last.current?.pointer !== event.pointerId) return
    last.current = null
    if (keep) painter.end()
    else painter.cancel()
  }
  return {
    ring,
    onPointerDown(event: PointerEvent) {
      if (!freehand() || event.button !== 0 || last.current !== null) return
      const hit = hitAt(event.clientX, event.clientY)
      if (hit === null) return
      event.currentTarget.setPointerCapture(event.pointerId)
      last.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY }
      painter.begin(hit, pressureOf(event))
    },
    onPointerMove(event: PointerEvent) {
      if (!freehand()) {
        if (ring !== null) setRing(null)
        return
      }
      const { xMm, yMm, skin } = under(event)
      setRing(skin === null ? null : { xMm, yMm, radiusMm: workbench.tool.get().radiusMm })
      if (last.current?.pointer !== event.pointerId) return
      for (const one of passedBy(event.nativeEvent)) follow(one)
    },
    onPointerUp: (event: PointerEvent) => end(event, true),
    onPointerCancel: (event: PointerEvent) => end(event, false),
    onPointerLeave: () => setRing(null),
  }
}
