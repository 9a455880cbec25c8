/**
 * Which finger does what. In paint mode one finger (or the left button) on the body paints, everything else turns;
 * two fingers always turn and zoom. In turn mode nothing paints.
 */
import { MOUSE, TOUCH } from 'three'
import { passedBy, pressureOf } from './pointer.ts'
import type { SkinHit } from './skin-mesh.ts'
import type { Stage } from './stage.ts'

export type Painter = {
  mayPaint(): boolean
  begin(hit: SkinHit, pressure: number): void
  move(hit: SkinHit, pressure: number): void
  /** The finger left the body but is still down. */
  lift(): void
  end(): void
  /** A second finger came: it was no stroke after all. */
  cancel(): void
  /** Where the pointer is; `touch` while a finger lies there and hides what is below it. */
  hover(hit: SkinHit | null, x: number, y: number, touch: boolean): void
}

/** Screen distance between two picks of a quick stroke: the skin between two events has to be looked for. */
const stepPx = 7
/** A second finger this soon after the first means that both belong to a turn. */
const pairMs = 280

export function attachGestures(canvas: HTMLElement, stage: Stage, painter: Painter): () => void {
  let stroke: { pointer: number; x: number; y: number; since: number } | null = null
  const down = new Set<number>()
  const { controls } = stage

  const at = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const onLeave = () => painter.hover(null, 0, 0, false)
  const allowTurning = (turning: boolean) => {
    controls.mouseButtons = { LEFT: turning ? MOUSE.ROTATE : null, MIDDLE: MOUSE.PAN, RIGHT: MOUSE.ROTATE }
    controls.touches = { ONE: turning ? TOUCH.ROTATE : null, TWO: TOUCH.DOLLY_ROTATE }
  }

  const onDown = (event: PointerEvent) => {
    down.add(event.pointerId)
    if (stroke !== null && event.pointerId !== stroke.pointer) {
      if (event.timeStamp - stroke.since < pairMs) painter.cancel()
      else painter.end()
      stroke = null
      onLeave()
      return
    }
    const paints = event.button === 0 && down.size === 1 && painter.mayPaint() && !event.altKey
    const { x, y } = at(event)
    const hit = paints ? stage.pickAt(x, y) : null
    allowTurning(hit === null)
    if (hit === null) return
    canvas.setPointerCapture(event.pointerId)
    stroke = { pointer: event.pointerId, x, y, since: event.timeStamp }
    painter.begin(hit, pressureOf(event))
    painter.hover(hit, x, y, event.pointerType === 'touch')
  }

  const onMove = (event: PointerEvent) => {
    if (stroke === null) {
      if (event.pointerType !== 'touch' && event.buttons === 0) {
        const { x, y } = at(event)
        painter.hover(stage.pickAt(x, y), x, y, false)
      }
      return
    }
    if (event.pointerId !== stroke.pointer) return
    for (const one of passedBy(event)) follow(one)
  }

  const follow = (event: PointerEvent) => {
    const { x, y } = at(event)
    const steps = Math.max(1, Math.ceil(Math.hypot(x - stroke!.x, y - stroke!.y) / stepPx))
    for (let step = 1; step <= steps; step++) {
      const t = step / steps
      const hit = stage.pickAt(stroke!.x + t * (x - stroke!.x), stroke!.y + t * (y - stroke!.y))
      if (hit === null) painter.lift()
      else painter.move(hit, pressureOf(event))
      if (step === steps) painter.hover(hit, x, y, event.pointerType === 'touch')
    }
    stroke!.x = x
    stroke!.y = y
  }

  const onUp = (event: PointerEvent) => {
    down.delete(event.pointerId)
    if (stroke?.pointer !== event.pointerId) return
    stroke = null
    if (event.pointerType === 'touch') onLeave()
    if (event.type === 'pointercancel') painter.cancel()
    else painter.end()
  }
  const noMenu = (event: Event) => event.preventDefault()

  // capture: decided before the camera's own listeners on the canvas hear of it
  const early = { capture: true }
  const host = canvas.parentElement ?? canvas
  host.addEventListener('pointerdown', onDown, early)
  canvas.addEventListener('pointermove', onMove)
  host.addEventListener('pointerup', onUp, early)
  host.addEventListener('pointercancel', onUp, early)
  canvas.addEventListener('pointerleave', onLeave)
  canvas.addEventListener('contextmenu', noMenu)
  return () => {
    host.removeEventListener('pointerdown', onDown, early)
    canvas.removeEventListener('pointermove', onMove)
    host.removeEventListener('pointerup', onUp, early)
    host.removeEventListener('pointercancel', onUp, early)
    canvas.removeEventListener('pointerleave', onLeave)
    canvas.removeEventListener('contextmenu', noMenu)
  }
}
