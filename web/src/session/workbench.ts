/**
 * What is being drawn, with what, and what the drawing says: the state behind the whole app.
 */
import type { JointLoad, RippleShift, Trouble } from 'unknot'
import {
  applyStroke,
  type Brush,
  blankCase,
  type CaseEntry,
  copyInk,
  drawingSchema,
  emptyInk,
  enter,
  type Ink,
  inkOf,
  type Model,
  type Quality,
  type Ranking,
  type Side,
  type SourceRef,
  type Stroke,
} from '../model.ts'
import { createStore, type Store } from '../store.ts'
import { keepDrawing } from './keep.ts'

export type Tool = {
  readonly mode: 'paint' | 'turn'
  readonly erase: boolean
  readonly radiusMm: number
  readonly intensity: number
  readonly quality: readonly Quality[]
  readonly mirror: boolean
  /** What a finger does on a flat chart: fills whole regions, or draws over it. */
  readonly chart: 'fill' | 'brush'
}

/** What the person is shown as: solid, or on flat charts. */
export type Surface = 'body' | 'charts'

/** How deep one looks into the 3D body: skin alone, or the muscles of one depth through it. */
export const layers = ['skin', 'superficial', 'intermediate', 'deep'] as const
export type Layer = (typeof layers)[number]
export type Shown = { readonly surface: Surface; readonly layer: Layer }

export type History = { readonly states: readonly (readonly Stroke[])[]; readonly at: number }

export type Looking = {
  /** Index of the place under the pointer or chosen in the list. */
  readonly place: number | null
  /** The source whose muscle and zone are shown. */
  readonly source: SourceRef | null
}

/** What a ripple shows on the body; null on every other page. */
export type LoadPicture = {
  readonly shifts: readonly RippleShift[]
  readonly joints: readonly JointLoad[]
  readonly trouble: readonly Trouble[]
}

export type LoadShown = 'change' | 'before' | 'after'

/** How much of the screen a phone's sheet covers. */
export type SheetStop = 'low' | 'half' | 'full'

export type InkListener = (ink: Ink, touched: Uint32Array | null) => void

/** One question of the ranking that was dealt with: its key, and where the answer goes; null if it was put aside. */
export type Dealt = { readonly key: string; readonly entry: CaseEntry | null }

/** Questions of the ranking that were answered or put aside, in that order. */
export type Told = { readonly dealt: readonly Dealt[] }

export type Workbench = {
  readonly model: Model
  readonly brush: Brush
  readonly tool: Store<Tool>
  readonly history: Store<History>
  readonly looking: Store<Looking>
  readonly answer: Store<{ readonly ranking: Ranking | null }>
  /** Whether the list may still change by itself: the wider search for a hand that rests has not ended. */
  readonly ranking: Store<{ readonly isUnderWay: boolean }>
  readonly sheet: Store<{ readonly stop: SheetStop }>
  readonly load: Store<{ readonly picture: LoadPicture | null; readonly shown: LoadShown }>
  readonly shown: Store<Shown>
  /** What was answered beside the drawing. */
  readonly told: Store<Told>
  ink(): Ink
  strokes(): readonly Stroke[]
  /** Adds what one gesture drew; everything undone before is given up. */
  add(strokes: readonly Stroke[]): void
  clear(): void
  /** Puts somebody's drawing on the body, with no way back to another's; null: the one that belongs to nobody. */
  replace(strokes: readonly Stroke[], owner: string | null): void
  /** Answers a question of the ranking, or puts it aside; the ranking is then made anew. */
  tell(dealt: Dealt): void
  /** Takes the last of them back. */
  untell(): void
  undo(): void
  redo(): void
  paintRegion(region: string, side: Side | null, erase: boolean): void
  /** Told of every change of the ink; `touched` null means everything. */
  onInk(listener: InkListener): () => void
  tellInk(touched: Uint32Array | null): void
  /** Puts the ink back to what the strokes say, after a gesture that was taken back. */
  restore(): void
}

export function createWorkbench(model: Model, kept: readonly Stroke[]): Workbench {
  const { brush } = model
  const vertexCount = model.body.positionsMm.length / 3
  const tool = createStore<Tool>({
    mode: 'paint',
    erase: false,
    radiusMm: 18,
    intensity: 5,
    quality: [],
    mirror: false,
    chart: 'fill',
  })
  const history = createStore<History>({ states: [kept], at: 0 })
  const looking = createStore<Looking>({ place: null, source: null })
  const answer = createStore<{ readonly ranking: Ranking | null }>({ ranking: null })
  const ranking = createStore({ isUnderWay: false })
  const sheet = createStore<{ readonly stop: SheetStop }>({ stop: 'low' })
  const load = createStore<{ readonly picture: LoadPicture | null; readonly shown: LoadShown }>({
    picture: null,
    shown: 'change',
  })
  const shown = createStore<Shown>({ surface: 'body', layer: 'skin' })
  const told = createStore<Told>({ dealt: [] })
  const knownFrom = (of: Told) => ({ of, given: caseOfTold(of), skipped: skippedIn(of) })
  let known = knownFrom(told.get())
  /** The same object until another answer comes, so that strokes can go on from each other. */
  const given = () => {
    if (known.of !== told.get()) known = knownFrom(told.get())
    return known
  }
  const listeners = new Set<InkListener>()
  let ink = kept.length === 0 ? emptyInk(vertexCount) : inkOf(kept, brush)
  /** Ink of states seen lately, so that undo is instant however long the drawing is. */
  const seen = new Map<readonly Stroke[], Ink>([[kept, copyInk(ink)]])
  let timer = 0
  /** Whose drawing it is: somebody's own is kept in their record and not here. */
  let owner: string | null = null

  const tellInk = (touched: Uint32Array | null) => {
    for (const listener of listeners) listener(ink, touched)
  }
  const strokes = () => history.get().states[history.get().at]!
  /** From memory where it was seen; else on top of the state before, of which only the last strokes are missing. */
  const inkFor = (now: readonly Stroke[]): Ink => {
    const known = seen.get(now)
    if (known !== undefined) return copyInk(known)
    const before = history.get().states[history.get().at - 1]
    const base = before?.every((stroke, index) => stroke === now[index]) && seen.get(before)
    if (before === undefined || !base) return inkOf(now, brush)
    const onTop = copyInk(base)
    for (const stroke of now.slice(before.length)) applyStroke(onTop, stroke, brush)
    return onTop
  }
  const restore = () => {
    ink = inkFor(strokes())
    tellInk(null)
  }
  const settleAnswer = () => {
    answer.set({ ranking: model.settle(ink.paint, given()) })
    ranking.set({ isUnderWay: false })
  }
  const rankSoon = () => {
    clearTimeout(timer)
    ranking.set({ isUnderWay: true })
    timer = window.setTimeout(() => {
      const isBlank = strokes().length === 0
      answer.set({ ranking: isBlank ? null : model.rank(ink.paint, given()) })
      if (isBlank) ranking.set({ isUnderWay: false })
      else timer = window.setTimeout(settleAnswer, 150)
    }, 30)
  }
  const settle = () => {
    restore()
    seen.set(strokes(), copyInk(ink))
    for (const old of [...seen.keys()].slice(0, -24)) seen.delete(old)
    // a full disc or a private window: the drawing stays on screen, only keeping it failed
    if (owner === null)
      keepDrawing({ schema: drawingSchema, body: model.body.edition, strokes: strokes() }).catch(() => {})
    rankSoon()
  }
  const push = (next: readonly Stroke[]) => {
    const { states, at } = history.get()
    history.set({ states: [...states.slice(0, at + 1), next], at: at + 1 })
    settle()
  }
  const step = (by: 1 | -1) => {
    const { states, at } = history.get()
    if (states[at + by] === undefined) return
    history.set({ at: at + by })
    settle()
  }
  rankSoon()

  return {
    model,
    brush,
    tool,
    history,
    looking,
    answer,
    ranking,
    sheet,
    load,
    shown,
    told,
    ink: () => ink,
    strokes,
    add: (added) => push([...strokes(), ...added]),
    clear() {
      told.set({ dealt: [] })
      if (strokes().length > 0) push([])
    },
    tell(dealt) {
      told.set({ dealt: [...told.get().dealt, dealt] })
      rankSoon()
    },
    untell() {
      told.set({ dealt: told.get().dealt.slice(0, -1) })
      rankSoon()
    },
    replace(next, whose) {
      owner = whose
      told.set({ dealt: [] })
      history.set({ states: [next], at: 0 })
      looking.set({ place: null, source: null })
      settle()
    },
    undo: () => step(-1),
    redo: () => step(1),
    paintRegion(region, side, erase) {
      const { intensity, quality, mirror } = tool.get()
      push([
        ...strokes(),
        {
          region,
          side,
          intensity,
          quality,
          ...(erase ? { erase: true as const } : {}),
          ...(mirror && side !== null ? { mirrored: true as const } : {}),
        },
      ])
    },
    onInk(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tellInk,
    restore,
  }
}

function caseOfTold({ dealt }: Told): typeof blankCase {
  return dealt.reduce((given, { entry }) => (entry === null ? given : enter(given, entry)), blankCase)
}

function skippedIn({ dealt }: Told): ReadonlySet<string> {
  return new Set(dealt.flatMap(({ key, entry }) => (entry === null ? [key] : [])))
}
