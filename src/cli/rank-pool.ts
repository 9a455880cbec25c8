/** Ranks many cases on all cores, this one among them, and hands the answers on in the order of the cases. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Case } from '../core/pain/case.ts'
import type { Model } from '../service/model.ts'
import { rank } from '../service/rank.ts'

/** Cases that are answered together, and which bundle of them it is. */
export type Bundle = { readonly place: number; readonly cases: readonly Case[] }
/** Their answers, one a line, as UTF-8: bytes change hands without being copied. */
export type Answered = { readonly place: number; readonly lines: Uint8Array<ArrayBuffer> }

const bundleSize = 8
const coresAtMost = 8
/** Bundles that a worker has waiting, so that it never waits for us. */
const inHand = 3
/** Bundles that may be under way a core, so that a slow core holds nobody up and memory stays small. */
const ahead = 12

/** From how many cases on opening the data once more in each worker pays. */
export const worthAPool = 120

/** The answers of some cases, one a line. */
export function answerLines(model: Model, cases: readonly Case[]): string {
  return cases.map((given) => `${JSON.stringify(rank(model, given))}\n`).join('')
}

/**
 * @param write  takes the next lines; the answers wait until it is done
 * @throws what a worker throws
 */
export async function rankInPool(
  model: Model,
  cases: readonly Case[],
  write: (lines: string | Uint8Array) => Promise<void>,
): Promise<void> {
  const bundles = Math.ceil(cases.length / bundleSize)
  const cores = Math.min(coresAtMost, availableParallelism(), bundles)
  const workers = Array.from({ length: cores - 1 }, () => new Worker(new URL('./rank-worker.mjs', import.meta.url)))
  const done = new Map<number, string | Uint8Array>()
  let sent = 0
  let written = 0
  const take = (): Bundle | null => {
    if (sent >= bundles || sent >= written + ahead * cores) return null
    const from = sent * bundleSize
    return { place: sent++, cases: cases.slice(from, from + bundleSize) }
  }
  const waiting = new Map(workers.map((worker) => [worker, 0]))
  const fill = () => {
    for (const worker of workers) {
      while (waiting.get(worker)! < inHand) {
        const bundle = take()
        if (bundle === null) return
        waiting.set(worker, waiting.get(worker)! + 1)
        worker.postMessage(bundle)
      }
    }
  }
  const news = new EventTarget()
  let failure: unknown = null
  for (const worker of workers) {
    worker.on('error', (error) => {
      failure = error
      news.dispatchEvent(new Event('answered'))
    })
    worker.on('message', ({ place, lines }: Answered) => {
      done.set(place, lines)
      waiting.set(worker, waiting.get(worker)! - 1)
      fill()
      news.dispatchEvent(new Event('answered'))
    })
  }
  try {
    fill()
    while (written < bundles) {
      const own = take()
      if (own !== null) done.set(own.place, answerLines(model, own.cases))
      else if (!done.has(written)) await once(news, 'answered')
      await nextTurn() // lets in what the workers have answered
      if (failure !== null) throw failure
      for (let lines = done.get(written); lines !== undefined; lines = done.get(written)) {
        done.delete(written++)
        await write(lines)
      }
      fill()
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
