/** What a pointer's event says about a stroke; the same on the body and on a chart. */

type Moved = Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType' | 'pressure'>

/** All places the pointer has passed since the last event, the event's own last; a browser tells of them once a frame. */
export function passedBy(event: PointerEvent): readonly PointerEvent[] {
  const passed = event.getCoalescedEvents?.() ?? []
  return passed.length > 0 ? passed : [event]
}

/** 0 to 1; a mouse and most fingers have none and count as the middle. */
export function pressureOf(event: Moved): number {
  return event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : 0.5
}
