/** A worker of `unknot rank --jsonl`: opens the data once and answers the bundles of cases that it is sent. */
import { parentPort } from 'node:worker_threads'
import { rank } from '../service/rank.ts'
import { openBaked } from './data.ts'
import type { Answered, Bundle } from './rank-pool.ts'

const model = openBaked()
parentPort?.on('message', ({ place, cases }: Bundle) => {
  const lines = cases.map((given) => `${JSON.stringify(rank(model, given))}\n`)
  const answered: Answered = { place, text: lines.join('') }
  parentPort?.postMessage(answered)
})
