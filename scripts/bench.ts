/**
 * `npm run bench`: speed, as figures of one run on one machine. Ratios travel, milliseconds do not.
 *
 * What is measured: ranking a whole drawing, following one stroke, everything painted, in Node and in a page of a
 * browser; answers a second from the command line and its start-up; a step of the brush (`bench-body.ts`); other programs on
 * problems that they can still do; the ripple (`bench-ripple.ts`, `bench-ripple-browser.ts`).
 * `--only=body,node,browser,cli,ripple,peers` leaves out the rest.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBaked } from './baked.ts'
import { measureInBrowser } from './bench/browser.ts'
import { type Figures, measureRanking, type Spread } from './bench/measures.ts'
import { comparePeers, fetchPeers } from './bench/peers.ts'

const baked = readBaked()
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)
const asked = (part: string) => only === undefined || only.split(',').includes(part)
const peopleCount = 120
const port = 5021

const ms = ({ median, p95 }: Spread) =>
  `median ${median.toFixed(2).padStart(7)} ms   p95 ${p95.toFixed(2).padStart(7)} ms`
const count = ({ median, p95 }: Spread, unit: string) =>
  `${Math.round(median).toLocaleString('en')} ${unit} (p95 ${Math.round(p95).toLocaleString('en')})`

function show(where: string, figures: Figures): void {
  console.log(`${where}`)
  console.log(`  a whole drawing            ${ms(figures.full)}   ${count(figures.fullWork, 'patch evaluations')}`)
  console.log(`  following one stroke       ${ms(figures.stroke)}   ${count(figures.strokeWork, 'patch evaluations')}`)
  console.log(`  a settled (wide) search    ${ms(figures.settled)}`)
  console.log(`  everything painted         ${ms(figures.everything)}`)
}

if (asked('body')) await import('./bench-body.ts')
if (asked('node')) {
  const figures = measureRanking(baked, peopleCount)
  show('Node', figures)
  console.log(
    `  read at least once: ${count(figures.fullBytes, 'bytes')} a drawing, ${count(figures.strokeBytes, 'bytes')} a stroke`,
  )
}
if (asked('browser')) {
  const figures = await measureInBrowser(peopleCount, port)
  if (figures === null) console.log('no browser on this machine: npm test installs one')
  else show('a page in the browser', figures)
}
if (asked('cli')) commandLine()
if (asked('ripple')) {
  await import('./bench-ripple.ts')
  await import('./bench-ripple-browser.ts')
}
if (asked('peers')) {
  if (fetchPeers()) {
    for (const { program, problem, ms: time, ratio, error } of await comparePeers(baked)) {
      const wrong = error === null ? '' : `largest error ${error.toFixed(4)}`
      console.log(
        `${program.padEnd(30)} ${time.toFixed(2).padStart(9)} ms  ${ratio.toFixed(1).padStart(8)} x   ${wrong.padEnd(24)} ${problem}`,
      )
    }
  } else console.log('the other programs could not be fetched: no registry within reach')
}

function commandLine(): void {
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
    // into a file: a hundred megabytes through a pipe of ours would measure the pipe
    const out = openSync(join(folder, 'out.jsonl'), 'w')
    spawnSync(process.execPath, [cli, 'rank', join(folder, file), '--jsonl'], { stdio: ['ignore', out, 'ignore'] })
    closeSync(out)
    return (performance.now() - from) / 1000
  }
  const [one, many] = [seconds('one.jsonl'), seconds('many.jsonl')]
  rmSync(folder, { recursive: true })
  console.log(
    `unknot rank --jsonl: start-up with one case ${one.toFixed(2)} s, then ${Math.round((cases - 1) / (many - one))} cases a second`,
  )
}
