/** Which charts are shown together, and what stands at their edges. */
import { type ChartId, viewOfChart } from 'unknot'
import { capital } from '../naming.ts'

export type Group = { readonly id: string; readonly word: string; readonly charts: readonly ChartId[] }

const hands: Group = {
  id: 'hands',
  word: 'Hands',
  charts: ['hand-palm-right', 'hand-palm-left', 'hand-back-left', 'hand-back-right'],
}
const feet: Group = {
  id: 'feet',
  word: 'Feet',
  charts: ['foot-top-right', 'foot-top-left', 'foot-sole-left', 'foot-sole-right'],
}
const head: Group = { id: 'head', word: 'Head', charts: ['head-right', 'head-left'] }

/** Pairs stand beside each other; a phone has room for one figure. */
export const wideGroups: readonly Group[] = [
  { id: 'front', word: 'Front and back', charts: ['front', 'back'] },
  { id: 'sides', word: 'Sides', charts: ['right', 'left'] },
  head,
  hands,
  feet,
]

export const phoneGroups: readonly Group[] = [
  { id: 'front', word: 'Front', charts: ['front'] },
  { id: 'back', word: 'Back', charts: ['back'] },
  { id: 'right', word: 'Right side', charts: ['right'] },
  { id: 'left', word: 'Left side', charts: ['left'] },
  head,
  hands,
  feet,
]

const titles: Partial<Record<ChartId, string>> = {
  front: 'Front',
  back: 'Back',
  left: "Person's left side",
  right: "Person's right side",
  'head-left': 'Head, left side',
  'head-right': 'Head, right side',
}

/** "Front", "Right hand, palm". */
export function chartTitle(id: ChartId): string {
  return titles[id] ?? capital(viewOfChart(id).name)
}

/** What the person has at the page's left and right edge: never the reader's own sides. */
export function chartEdges(id: ChartId): { readonly left: string; readonly right: string } {
  const [x, , z] = viewOfChart(id).right
  if (Math.abs(x) > Math.abs(z)) {
    if (!(id === 'front' || id === 'back')) return thumbEdges(id, x)
    return x > 0
      ? { left: "Person's right", right: "Person's left" }
      : { left: "Person's left", right: "Person's right" }
  }
  return z > 0 ? { left: 'Back', right: 'Front' } : { left: 'Front', right: 'Back' }
}

/** A hand or foot alone is told by its thumb or great toe, which stands outwards or inwards. */
function thumbEdges(id: ChartId, x: number): { readonly left: string; readonly right: string } {
  const isLeft = id.endsWith('left')
  const outer = x > 0 === isLeft // the page's right is away from the body
  const [inward, outward] = id.startsWith('hand') ? ['Little finger', 'Thumb'] : ['Great toe', 'Little toe']
  return outer ? { left: inward!, right: outward! } : { left: outward!, right: inward! }
}
