/** Ranks many cases on all cores, and hands the answers on in the order of the cases. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Case } from '../core/pain/case.ts'

/** Cases that are answered together, and which bundle of them it is. */
export type Bundle = { readonly place: number; readonly cases: readonly Case[] }
export type Answered = { readonly place: number; readonly text: string }

const bundleSize = 16
const workersAtMost = 8
/** Bundles that a worker may have waiting or that may wait to be written, so that memory stays small. */
const ahead = 4

/** From how many cases on opening the data once more in each worker pays. */
export const worthAPool = 120

/**
 * @param write  takes the next lines; the answers wait until it is done
 * @throws what a worker throws
 */
export async function rankInPool(cases: readonly Case[], write: (text: string) => Promise<void>): Promise<void> {
  const bundles = Math.ceil(cases.length / bundleSize)
  const workers = Array.from(
    { length: Math.min(workersAtMost, availableParallelism(), bundles) },
    () => new Worker(new URL('./rank-worker.mjs', import.meta.url)),
  )
  try {
    await new Promise<void>((resolve, reject) => {
      const done = new Map<number, string>()
      let sent = 0
      let written = 0
      let isWriting = false
      const send = (worker: Worker) => {
        if (sent >= bundles || sent >= written + ahead * workers.length) return
        const from = sent * bundleSize
        const bundle: Bundle = { place: sent++, cases: cases.slice(from, from + bundleSize) }
        worker.postMessage(bundle)
      }
      const writeOn = async () => {
        if (isWriting) return
        isWriting = true
        for (let text = done.get(written); text !== undefined; text = done.get(written)) {
          done.delete(written++)
          await write(text)
          for (const worker of workers) send(worker)
        }
        isWriting = false
        if (written === bundles) resolve()
      }
      for (const worker of workers) {
        worker.on('error', reject)
        worker.on('message', ({ place, text }: Answered) => {
          done.set(place, text)
          send(worker)
          writeOn().catch(reject)
        })
        send(worker)
        send(worker)
      }
    })
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
