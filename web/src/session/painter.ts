/** Turns pointer positions on the skin into strokes, and shows them as they are drawn. */

import { applyStep, type BrushStroke, simplifyPoints } from '../model.ts'
import type { Painter } from '../scene/gestures.ts'
import type { SkinHit } from '../scene/skin-mesh.ts'
import type { Workbench } from './workbench.ts'

type Piece = { readonly look: Omit<BrushStroke, 'pointsMm'>; readonly pointsMm: number[] }

/** A jump of the picked point longer than this is another part of the body: an arm in front of the trunk. */
const jumpMm = 70

export function createPainter(workbench: Workbench, hover: Painter['hover']): Painter {
  let pieces: Piece[] = []
  let open: Piece | null = null

  const look = (pressure: number): Piece['look'] => {
    const { radiusMm, intensity, quality, erase, mirror } = workbench.tool.get()
    return {
      radiusMm: Math.round(radiusMm * (0.6 + 0.8 * pressure)),
      intensity,
      quality,
      ...(erase ? { erase: true as const } : {}),
      ...(mirror ? { mirrored: true as const } : {}),
    }
  }
  const rounded = (hit: SkinHit) => [Math.round(hit.point.x), Math.round(hit.point.y), Math.round(hit.point.z)]
  const start = (at: number[], pressure: number) => {
    open = { look: look(pressure), pointsMm: [...at] }
    pieces.push(open)
    show(null, at)
  }
  const show = (from: readonly number[] | null, to: readonly number[]) => {
    const touched = applyStep(workbench.ink(), open!.look, from, to, workbench.brush)
    workbench.tellInk(touched)
  }

  return {
    mayPaint: () => workbench.tool.get().mode === 'paint' && workbench.load.get().picture === null,
    begin(hit, pressure) {
      pieces = []
      start(rounded(hit), pressure)
    },
    move(hit, pressure) {
      const at = rounded(hit)
      if (open === null) {
        start(at, pressure)
        return
      }
      const last = open.pointsMm.slice(-3)
      const goneMm = Math.hypot(at[0]! - last[0]!, at[1]! - last[1]!, at[2]! - last[2]!)
      if (goneMm < 1.5) return
      const wanted = look(pressure).radiusMm
      const pressedOtherwise = Math.abs(wanted / open.look.radiusMm - 1) > 0.2
      if (goneMm > jumpMm) {
        start(at, pressure)
        return
      }
      open.pointsMm.push(...at)
      show(last, at)
      if (pressedOtherwise) start(at, pressure)
    },
    lift() {
      open = null
    },
    end() {
      open = null
      if (pieces.length === 0) return
      const strokes = pieces.map(({ look, pointsMm }) => ({
        ...look,
        pointsMm: simplifyPoints(pointsMm, Math.max(1.5, look.radiusMm / 7)),
      }))
      pieces = []
      workbench.add(strokes)
    },
    cancel() {
      open = null
      pieces = []
      workbench.restore()
    },
    hover,
  }
}
