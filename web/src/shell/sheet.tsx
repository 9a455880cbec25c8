/** A phone's sheet over the body: low, half or full; dragged by its grip, or stepped by its button. */
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { SheetStop } from '../session/workbench.ts'
import { useStore } from '../store.ts'
import styles from './sheet.module.css'
import { useWorkbench } from './workbench-context.ts'

const stops: readonly SheetStop[] = ['low', 'half', 'full']

const spoken: Record<SheetStop, string> = {
  low: 'Open the answers',
  half: 'Open the answers fully',
  full: 'Back to the body',
}

export function Sheet({ initial, children }: { readonly initial: SheetStop; readonly children: ReactNode }) {
  const { sheet: height } = useWorkbench()
  const stop = useStore(height, (value) => value.stop)
  const setStop = (next: SheetStop) => height.set({ stop: next })
  useEffect(() => height.set({ stop: initial }), [height, initial])
  const [dragPx, setDragPx] = useState<number | null>(null)
  const from = useRef<{ y: number; height: number; moved: boolean } | null>(null)
  const sheet = useRef<HTMLElement>(null)

  const onDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { y: event.clientY, height: sheet.current!.getBoundingClientRect().height, moved: false }
  }
  const onMove = (event: PointerEvent) => {
    if (from.current === null) return
    const up = from.current.y - event.clientY
    if (Math.abs(up) > 6) from.current.moved = true
    if (from.current.moved) setDragPx(from.current.height + up)
  }
  const onUp = () => {
    const dragged = from.current
    from.current = null
    if (!dragged?.moved || dragPx === null) return
    const share = dragPx / sheet.current!.parentElement!.clientHeight
    setStop(share > 0.74 ? 'full' : share > 0.36 ? 'half' : 'low')
    setDragPx(null)
  }
  const step = () => {
    if (dragPx === null) setStop(stop === 'full' ? 'low' : stops[stops.indexOf(stop) + 1]!)
  }

  return (
    <section
      ref={sheet}
      id="panel"
      tabIndex={-1}
      aria-label="Answers"
      className={styles.sheet}
      data-stop={stop}
      data-dragged={dragPx !== null || undefined}
      style={dragPx === null ? undefined : { height: dragPx }}
    >
      <button
        type="button"
        className={styles.grip}
        aria-label={spoken[stop]}
        aria-expanded={stop !== 'low'}
        onClick={step}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
      />
      <div className={styles.content}>{children}</div>
    </section>
  )
}
