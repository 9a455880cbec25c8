/**
 * How fast is a ripple in a browser? `tsx scripts/bench-ripple-browser.ts`, after a build: the built app in a real browser on
 * loopback, opened afresh some times; then one muscle weaker and weaker, held and free. The page tells what its worker took.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, expect, type Page } from '@playwright/test'
// @ts-expect-error plain JavaScript, shared with the journeys
import { findBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const openings = 5

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

function told(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  console.log(`${name.padEnd(44)} median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms (${times.length})`)
}

/** What the worker took for each of these shares of strength, one after the other. */
async function live(page: Page): Promise<number[]> {
  const answer = page.locator('[data-took-ms]')
  const slider = page.getByRole('slider').first()
  const times: number[] = []
  for (let step = 0; step < 12; step++) {
    const before = await answer.textContent()
    await slider.press(step < 6 ? 'ArrowRight' : 'ArrowLeft')
    await expect(answer).not.toHaveText(before ?? '', { timeout: 20_000 })
    times.push(Number(await answer.getAttribute('data-took-ms')))
  }
  return times
}

const { server, address } = await serve()
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
try {
  const first: number[] = []
  for (let round = 0; round < openings; round++) {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await page.goto(`${address}/ripple?muscle=gluteus-medius&task=single-leg-stance`)
    await page.locator('[data-took-ms]').waitFor({ timeout: 60_000 })
    const ms = await page.evaluate("performance.getEntriesByName('unknot:first-ripple')[0].duration")
    first.push(Number(ms))
    if (round === openings - 1) {
      for (const posture of ['held', 'free']) {
        await page.goto(`${address}/ripple?muscle=gluteus-medius&task=single-leg-stance&posture=${posture}`)
        await page.locator('[data-took-ms]').waitFor({ timeout: 60_000 })
        // until the work over all tasks is done, which waits for asks but shares their processor
        await page.getByRole('list', { name: 'Likely next trouble spots' }).waitFor({ timeout: 60_000 })
        told(`one answer in the worker, ${posture}`, await live(page))
      }
    }
    await page.context().close()
  }
  told('page opened to first answer', first)
} finally {
  await browser.close()
  server.kill()
}
