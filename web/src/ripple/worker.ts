/**
 * Computes ripples beside the page. MuJoCo's WebAssembly is fetched here and nowhere else, when the first ripple is opened.
 *
 * An ask is answered at once; what takes longer goes step by step and makes way for it, and stops when it is cancelled.
 */
import wasmAddress from '@mujoco/mujoco/mujoco.wasm?url'
import { figureOf, type ModelRecords, openRipple, type RippleModel, ripple, rippleTaskByTask } from 'unknot/ripple'
import type { Done, FromWorker, ToWorker, WhyNot, Work } from './messages.ts'

const scope = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void
  postMessage(message: FromWorker): void
}

class Failure extends Error {
  readonly why: WhyNot
  constructor(why: WhyNot) {
    super(why)
    this.why = why
  }
}

async function compiledMujoco(): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new Failure('blocked')
  const response = await fetch(wasmAddress).catch(() => null)
  if (response === null || !response.ok) throw new Failure('unreachable')
  const streams = response.headers.get('content-type')?.startsWith('application/wasm')
  const compiled = streams
    ? WebAssembly.compileStreaming(response)
    : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes))
  return compiled.catch(() => {
    throw new Failure('blocked')
  })
}

type Instance = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void

async function startedMujoco() {
  const [compiled, { default: loadMujoco }] = await Promise.all([compiledMujoco(), import('@mujoco/mujoco')])
  performance.measure('fetched and compiled', { start: 0 })
  const mujoco = await loadMujoco({
    instantiateWasm(imports: WebAssembly.Imports, done: Instance) {
      void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled))
      return {}
    },
  })
  performance.measure('MuJoCo started', { start: 0 })
  return mujoco
}

/** What `scripts/bake-ripple.ts` wrote. */
type RippleFile = { readonly records: ModelRecords; readonly firstTasks: Readonly<Record<string, string>> }

async function fetchedRecords(): Promise<RippleFile> {
  const response = await fetch('/data/ripple.json').catch(() => null)
  if (response === null || !response.ok) throw new Failure('unreachable')
  return response.json() as Promise<RippleFile>
}

async function open(): Promise<RippleModel> {
  const [mujoco, { records }] = await Promise.all([startedMujoco(), fetching])
  const start = performance.now()
  const opened = await openRipple(records, async () => mujoco)
  performance.measure('model opened', { start })
  return opened
}

const fetching = fetchedRecords()
fetching.catch(() => {})

let model: RippleModel | null = null
/** What is being done, a step a time; asks go before everything else. */
const jobs = new Map<number, { readonly urgent: boolean; readonly steps: Iterator<unknown, Done>; tookMs: number }>()
let running = false

function* stepsOf(work: Work, opened: RippleModel): Generator<unknown, Done> {
  if (work.kind === 'ask') return { kind: 'ask', answer: ripple(work.ask, opened) }
  if (work.kind === 'over') return { kind: 'over', over: yield* rippleTaskByTask(work.trouble, opened) }
  const figures = []
  for (const { task, working } of work.of) {
    figures.push(figureOf(opened, task, working))
    yield task
  }
  return { kind: 'figures', figures }
}

async function run(): Promise<void> {
  if (running || model === null) return
  running = true
  while (jobs.size > 0) {
    const [id, job] = [...jobs].find(([, one]) => one.urgent) ?? [...jobs][0]!
    const began = performance.now()
    try {
      const step = job.steps.next()
      job.tookMs += performance.now() - began
      if (step.done) {
        jobs.delete(id)
        scope.postMessage({ kind: 'done', id, done: step.value, tookMs: job.tookMs })
      }
    } catch {
      jobs.delete(id)
      scope.postMessage({ kind: 'refused', id })
    }
    await pause()
  }
  running = false
}

const channel = new MessageChannel()

/** Lets messages that have come meanwhile be read; a timer would wait four milliseconds. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(null)
  })
}

let waiting: { readonly id: number; readonly work: Work }[] = []

function add(id: number, work: Work): void {
  if (model === null) waiting.push({ id, work })
  else jobs.set(id, { urgent: work.kind === 'ask', steps: stepsOf(work, model), tookMs: 0 })
}

/** What the page will probably ask is got ready meanwhile; where it asks something else, nothing is lost but a moment. */
let expected: Extract<ToWorker, { readonly kind: 'expect' }> | null = null

async function prepareExpected(): Promise<void> {
  if (expected === null || model === null || jobs.size > 0) return
  const { muscle, task, working } = expected
  expected = null
  const { records, firstTasks } = await fetching
  const id = records.tasks.some((one) => one.id === task) ? task! : firstTasks[muscle]
  if (id === undefined || jobs.size > 0) return
  const start = performance.now()
  model.prepare(id, working)
  performance.measure('task prepared', { start })
}

scope.onmessage = ({ data }) => {
  if (data.kind === 'cancel') {
    jobs.delete(data.id)
    waiting = waiting.filter(({ id }) => id !== data.id)
  } else if (data.kind === 'expect') {
    expected = data
    void prepareExpected()
  } else {
    add(data.id, data.work)
    void run()
  }
}

// begins with the worker, before the page is there: most of the wait for a first answer is this
open().then(
  (opened) => {
    model = opened
    scope.postMessage({ kind: 'ready' })
    for (const { id, work } of waiting) add(id, work)
    waiting = []
    void run()
    void prepareExpected()
  },
  (error: unknown) => scope.postMessage({ kind: 'failed', why: error instanceof Failure ? error.why : 'broken' }),
)
