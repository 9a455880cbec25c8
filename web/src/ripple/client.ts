/** The page's end of the worker: started when a ripple is near, shared, and put away when nobody has asked for a while. */
import type { Figure, RippleAnswer, RippleAsk, RippleOverTasks, Trouble } from 'unknot'
import { keepForOffline } from './keep-offline.ts'
import type { Done, FromWorker, ToWorker, WhyNot, Work, Working } from './messages.ts'

export class RippleFailure extends Error {
  readonly why: WhyNot
  constructor(why: WhyNot) {
    super(`no ripple: ${why}`)
    this.why = why
  }
}

export type RippleClient = {
  /** Each promise rejects with `RippleFailure`, or with the signal's reason where it was cancelled. */
  ask(ask: RippleAsk, signal: AbortSignal): Promise<{ readonly answer: RippleAnswer; readonly tookMs: number }>
  over(trouble: readonly Trouble[], signal: AbortSignal): Promise<RippleOverTasks>
  figures(
    of: readonly { readonly task: string; readonly working: Working }[],
    signal: AbortSignal,
  ): Promise<readonly Figure[]>
}

type Pending = {
  readonly resolve: (value: { done: Done; tookMs: number }) => void
  readonly reject: (why: unknown) => void
}

/** A worker holds some 60 MB: it goes when nobody has asked it anything for this long. */
const idleMs = 120_000

let started: { readonly worker: Worker; readonly idle: number; ready: boolean } | null = null
let shared: { readonly client: RippleClient; readonly close: () => void } | null = null

/** Starts the worker, which fetches, compiles and opens the model at once; for when a ripple is about to be asked for. */
export function startRipple(): void {
  if (shared !== null || started !== null) return
  const worker = newWorker()
  const forget = () => {
    worker.terminate()
    if (started?.worker === worker) started = null
  }
  // nobody came, or nothing can be fetched: whoever asks gets a worker that says why
  worker.onerror = (event) => {
    event.preventDefault()
    forget()
  }
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'failed') forget()
    else if (started?.worker === worker) started.ready = true
  }
  const { pathname, search } = window.location
  if (pathname === '/ripple') expect(worker, new URLSearchParams(search))
  started = { worker, idle: window.setTimeout(forget, idleMs), ready: false }
}

/** The address may name a muscle; its first task is then got ready while the page still loads. */
function expect(worker: Worker, search: URLSearchParams): void {
  const first = (name: string) => search.get(name)?.split(',')[0]?.trim() ?? ''
  const muscle = first('muscle').split('.')[0]!
  if (muscle === '') return
  const side = first('side') === 'left' ? 'left' : 'right'
  const wanted = first('working')
  const working = wanted === 'left' || wanted === 'right' || wanted === 'both' ? wanted : side
  const message: ToWorker = { kind: 'expect', muscle, task: search.get('task'), working }
  worker.postMessage(message)
}

export function rippleClient(): RippleClient {
  shared ??= connect()
  return shared.client
}

function newWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ripple' })
}

function takeWorker(): { readonly worker: Worker; readonly ready: boolean } {
  const taken = started ?? { worker: newWorker(), ready: false }
  clearTimeout(started?.idle)
  started = null
  return taken
}

function connect(): { client: RippleClient; close: () => void } {
  const { worker, ready } = takeWorker()
  const pending = new Map<number, Pending>()
  let next = 0
  let idle = 0
  const send = (message: ToWorker) => worker.postMessage(message)
  const close = () => {
    worker.terminate()
    if (shared?.client === client) shared = null
  }
  const fail = (why: WhyNot) => {
    for (const { reject } of pending.values()) reject(new RippleFailure(why))
    pending.clear()
    close()
  }
  const rest = () => {
    clearTimeout(idle)
    if (pending.size === 0) idle = window.setTimeout(close, idleMs)
  }
  worker.onerror = (event) => {
    event.preventDefault()
    fail(navigator.onLine ? 'broken' : 'unreachable')
  }
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'failed') fail(data.why)
    if (data.kind === 'ready') keepForOffline()
    if (data.kind !== 'done' && data.kind !== 'refused') return
    const waiting = pending.get(data.id)
    pending.delete(data.id)
    if (data.kind === 'done') waiting?.resolve(data)
    else waiting?.reject(new RippleFailure('broken'))
    rest()
  }
  const call = (work: Work, signal: AbortSignal) => {
    clearTimeout(idle)
    const id = next++
    return new Promise<{ done: Done; tookMs: number }>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      pending.set(id, { resolve, reject })
      signal.addEventListener('abort', () => {
        if (!pending.delete(id)) return
        send({ kind: 'cancel', id })
        reject(signal.reason)
        rest()
      })
      send({ kind: 'work', id, work })
    })
  }
  const client: RippleClient = {
    async ask(ask, signal) {
      const { done, tookMs } = await call({ kind: 'ask', ask }, signal)
      if (done.kind !== 'ask') throw new RippleFailure('broken')
      return { answer: done.answer, tookMs }
    },
    async over(trouble, signal) {
      const { done } = await call({ kind: 'over', trouble }, signal)
      if (done.kind !== 'over') throw new RippleFailure('broken')
      return done.over
    },
    async figures(of, signal) {
      const { done } = await call({ kind: 'figures', of }, signal)
      if (done.kind !== 'figures') throw new RippleFailure('broken')
      return done.figures
    },
  }
  if (ready) keepForOffline()
  return { client, close }
}
