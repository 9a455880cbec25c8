/**
 * `npm run bench`: speed, as figures of one run on one machine. Ratios travel, milliseconds do not.
 *
 * What is measured: ranking a whole drawing, following one stroke, everything painted, answers a second from the
 * command line, start-up, and a brush step along the skin against a plain ray cast.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBrush } from '../src/core/pain/brush.ts'
import { blankCase } from '../src/core/pain/case.ts'
import { applyStep, emptyInk } from '../src/core/pain/drawing.ts'
import { skinGraph } from '../src/core/pain/skin-graph.ts'
import { indexEvidence } from '../src/core/ranking/evidence.ts'
import { settled } from '../src/core/ranking/parameters.ts'
import { rankCase, rankingModel } from '../src/core/ranking/rank.ts'
import { crowdOf } from '../src/core/ranking/simulation/people.ts'
import { readBaked } from './baked.ts'
import './bench-body.ts'

const { knowledge, body, atlas } = readBaked()
const model = rankingModel(atlas, indexEvidence(knowledge))
const crowd = crowdOf(knowledge, body, atlas)
const people = Array.from({ length: 200 }, (_, index) => crowd.person(60_000 + index))

type Times = readonly number[]

function timed(count: number, run: (index: number) => void): Times {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const from = performance.now()
    run(index)
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)
}

function show(name: string, times: Times, extra = ''): void {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2)
  console.log(`${name.padEnd(44)} median ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms   ${extra}`)
}

for (const person of people) rankCase(model, blankCase, { surface: body, paint: person.paint })
let evaluations = 0
const full = timed(people.length * 2, (index) => {
  const { paint } = people[index % people.length]!
  evaluations += rankCase(model, blankCase, { surface: body, paint }).ranked.patchEvaluations
})
show('a whole drawing', full, `${Math.round(evaluations / full.length)} patch evaluations`)
show(
  'a whole drawing, settled (wide) search',
  timed(60, (index) => void rankCase(model, blankCase, { surface: body, paint: people[index]!.paint }, settled)),
)

const brush = createBrush(skinGraph(body))
const follow: number[] = []
const steps: number[] = []
for (const person of people.slice(0, 60)) {
  const painted = [...person.paint.intensity.keys()].filter((v) => person.paint.intensity[v]! > 0)
  if (painted.length === 0) continue
  const ink = emptyInk(body.vertexAreaMm2.length)
  let trace: ReturnType<typeof rankCase>['trace'] | null = null
  for (let stroke = 0; stroke < 14; stroke++) {
    const v = painted[Math.floor((stroke * painted.length) / 14)]!
    const at = [...body.positionsMm.subarray(v * 3, v * 3 + 3)]
    const from = performance.now()
    applyStep(ink, { radiusMm: 18, intensity: 5, quality: [] }, null, at, brush)
    steps.push(performance.now() - from)
    const then = performance.now()
    trace = rankCase(model, blankCase, { surface: body, paint: ink.paint }, undefined, trace).trace
    if (stroke > 0) follow.push(performance.now() - then)
  }
}
show(
  'following one stroke',
  follow.sort((a, b) => a - b),
)
show(
  'one step of the brush (18 mm)',
  steps.sort((a, b) => a - b),
)
const everything = {
  intensity: new Uint8Array(body.vertexAreaMm2.length).fill(5),
  quality: new Uint16Array(body.vertexAreaMm2.length),
}
show(
  'everything painted',
  timed(20, () => void rankCase(model, blankCase, { surface: body, paint: everything })),
)

const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
const cases = 600
const line = JSON.stringify({
  schema: 'unknot.case/1',
  pain: [
    { region: 'temple', side: 'right', share: 0.8 },
    { region: 'neck-angle', side: 'right' },
    { region: 'neck-back', side: 'right', share: 0.7 },
  ],
})
writeFileSync(join(folder, 'one.jsonl'), `${line}\n`)
writeFileSync(join(folder, 'many.jsonl'), `${line}\n`.repeat(cases))
const cli = fileURLToPath(new URL('../bin/unknot.mjs', import.meta.url))
const seconds = (file: string): number => {
  const from = performance.now()
  spawnSync(process.execPath, [cli, 'rank', join(folder, file), '--jsonl'], { maxBuffer: 1 << 30 })
  return (performance.now() - from) / 1000
}
const [one, many] = [seconds('one.jsonl'), seconds('many.jsonl')]
rmSync(folder, { recursive: true })
console.log(
  `unknot rank --jsonl: start-up with one case ${one.toFixed(2)} s, then ${Math.round((cases - 1) / (many - one))} cases a second`,
)
