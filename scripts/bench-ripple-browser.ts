/**
 * How fast is a ripple in a browser? `tsx scripts/bench-ripple-browser.ts`, after a build: the built app in a real browser on
 * loopback, opened afresh some times; then one muscle weaker and weaker, held and free, beside the same asks in Node. The
 * page tells what its worker took. Look at ratios: the machine may be shared.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, expect, type Page } from '@playwright/test'
import type { RippleAsk } from '../src/ripple/ask.ts'
import { openRipple } from '../src/ripple/open.ts'
import { ripple } from '../src/ripple/ripple.ts'
import { inhibited, modelKnowledge } from '../test/ripple/model.ts'
// @ts-expect-error plain JavaScript, shared with the journeys
import { findBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const openings = 5
const about = 'muscle=gluteus-medius&side=right&task=single-leg-stance'
/** Strength lost, as the slider's keys go through it: from a half up to four fifths of its strength, and back. */
const degrees = [0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]

async function serve(): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const server = spawn(process.execPath, ['dist/serve.mjs', '--port=4950'], { cwd: root })
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (text) => {
      const found = /open (\S+)/.exec(String(text))?.[1]
      if (found !== undefined) resolve(found)
    })
    server.on('exit', () => reject(new Error('the app is not served: build it first')))
  })
  return { server, address }
}

function told(name: string, times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  console.log(
    `${name.padEnd(44)} median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, least ${at(0).toFixed(1)} ms (${times.length})`,
  )
  return at(0.5)
}

/** What the worker took for each of these shares of strength, one after the other. */
async function live(page: Page): Promise<number[]> {
  const answer = page.locator('[data-took-ms]')
  const slider = page.getByRole('slider').first()
  const times: number[] = []
  for (const step of degrees.keys()) {
    const before = await answer.textContent()
    await slider.press(step < 6 ? 'ArrowRight' : 'ArrowLeft')
    await expect(answer).not.toHaveText(before ?? '', { timeout: 20_000 })
    times.push(Number(await answer.getAttribute('data-took-ms')))
  }
  return times
}

/** The same asks in this process. */
function inNode(posture: RippleAsk['posture']): number[] {
  return degrees.map((degree) => {
    const start = performance.now()
    ripple(
      { task: 'single-leg-stance', working: 'right', posture, trouble: [inhibited('gluteus-medius', degree)] },
      model,
    )
    return performance.now() - start
  })
}

/** Milliseconds from the worker's start, or of the step itself. */
async function workerSteps(page: Page): Promise<Map<string, number>> {
  const entries = (await page
    .workers()[0]!
    .evaluate("performance.getEntriesByType('measure').map(({ name, duration }) => [name, duration])")) as [
    string,
    number,
  ][]
  return new Map(entries)
}

const model = await openRipple(modelKnowledge())
for (const posture of ['fixed', 'free'] as const) inNode(posture)
const { server, address } = await serve()
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
try {
  const whole: number[] = []
  const first: number[] = []
  const linked: number[] = []
  const steps = new Map<string, number[]>()
  for (let round = 0; round < openings; round++) {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await page.goto(`${address}/ripple?${about}`)
    await page.locator('[data-took-ms]').waitFor({ timeout: 60_000 })
    const [from, ms] = (await page.evaluate(
      "(({ startTime, duration }) => [startTime, duration])(performance.getEntriesByName('unknot:first-ripple')[0])",
    )) as [number, number]
    whole.push(from + ms)
    first.push(ms)
    for (const [name, duration] of await workerSteps(page)) steps.set(name, [...(steps.get(name) ?? []), duration])
    if (round === openings - 1) {
      for (const posture of ['fixed', 'free'] as const) {
        await page.goto(`${address}/ripple?${about}&posture=${posture === 'fixed' ? 'held' : 'free'}`)
        await page.locator('[data-took-ms]').waitFor({ timeout: 60_000 })
        // until the work over all tasks is done, which waits for asks but shares their processor
        await page.getByRole('list', { name: 'Likely next trouble spots' }).waitFor({ timeout: 60_000 })
        const before = inNode(posture)
        const took = await live(page)
        const inPage = told(`one answer in the worker, ${posture}`, took)
        const here = told(`the same asks in Node, ${posture}`, [...before, ...inNode(posture)])
        console.log(`  ratio of the medians, browser to Node: ${(inPage / here).toFixed(1)}`)
      }
    }
    await page.context().close()
    // as most come: from a muscle's page, by its link
    const other = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await other.goto(`${address}/muscle/gluteus-medius?side=right`)
    await other.getByRole('link', { name: 'Show the ripple of the right side' }).click()
    await other.locator('[data-took-ms]').waitFor({ timeout: 60_000 })
    linked.push(Number(await other.evaluate("performance.getEntriesByName('unknot:first-ripple')[0].duration")))
    await other.context().close()
  }
  told('address entered to first answer', whole)
  told('page of the ripple shown to first answer', first)
  told('the same, come by a link inside the app', linked)
  for (const [name, times] of steps) told(`  in the worker: ${name}`, times)
} finally {
  await browser.close()
  server.kill()
  model.kinematics.close()
}
