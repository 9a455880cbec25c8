/** The measurement in a real browser: the built app is served, and its page measures. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
// @ts-expect-error plain JavaScript, shared with the scripts
import { findBrowser } from '../browser.mjs'
import type { Figures } from './measures.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** @returns null where this machine has no browser */
export async function measureInBrowser(peopleCount: number, port: number): Promise<Figures | null> {
  const executablePath: string | undefined = findBrowser()
  if (executablePath === undefined) return null
  const bundled = await build({
    entryPoints: [here('in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
  })
  const server = spawn(process.execPath, [here('../../dist/serve.mjs'), `--port=${port}`], { stdio: 'ignore' })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' })
    await reach(`http://127.0.0.1:${port}/`)
    // The manifest is a page of the same house without the app's own work beside the measurement.
    await page.goto(`http://127.0.0.1:${port}/data/knowledge.json`)
    await page.evaluate(bundled.outputFiles[0]!.text)
    return (await page.evaluate(`measureRankingInPage(${peopleCount})`)) as Figures
  } finally {
    await browser.close()
    server.kill()
  }
}

async function reach(url: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const isUp = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the app could not be served: npm run build')
}
