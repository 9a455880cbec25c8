/** A worker of `unknot rank --jsonl`: opens the data once and answers the bundles of cases that it is sent. */
import { parentPort } from 'node:worker_threads'
import { openBaked } from './data.ts'
import { type Answered, answerLines, type Bundle } from './rank-pool.ts'

const model = openBaked()
const encoder = new TextEncoder()
parentPort?.on('message', ({ place, cases }: Bundle) => {
  const answered: Answered = { place, lines: encoder.encode(answerLines(model, cases)) }
  parentPort?.postMessage(answered, [answered.lines.buffer])
})
