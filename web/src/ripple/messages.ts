/** What the page and its worker say to each other. */
import type { Figure, RippleAnswer, RippleAsk, RippleOverTasks, Trouble } from 'unknot/ripple'

export type Work =
  | { readonly kind: 'ask'; readonly ask: RippleAsk }
  | { readonly kind: 'over'; readonly trouble: readonly Trouble[] }
  | { readonly kind: 'figures'; readonly of: readonly { readonly task: string; readonly working: Working }[] }

export type Working = RippleAsk['working']

export type ToWorker =
  /** What will probably be asked, so that it can be got ready before the page is. */
  | { readonly kind: 'expect'; readonly muscle: string; readonly task: string | null; readonly working: Working }
  | { readonly kind: 'work'; readonly id: number; readonly work: Work }
  | { readonly kind: 'cancel'; readonly id: number }

/**
 * `blocked`: the browser allows no WebAssembly here. `unreachable`: the calculation is not on this device and can't be
 * fetched. `broken`: anything else.
 */
export type WhyNot = 'blocked' | 'unreachable' | 'broken'

export type Done =
  | { readonly kind: 'ask'; readonly answer: RippleAnswer }
  | { readonly kind: 'over'; readonly over: RippleOverTasks }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly why: WhyNot }
  | { readonly kind: 'done'; readonly id: number; readonly done: Done; readonly tookMs: number }
  | { readonly kind: 'refused'; readonly id: number }
