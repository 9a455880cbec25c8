/** The journeys: whole paths of a person through the built app, in a real browser. */
import { defineConfig } from '@playwright/test'
// @ts-expect-error plain JavaScript, shared with the scripts
import { findBrowser } from './scripts/browser.mjs'

const port = Number(process.env.UNKNOT_TEST_PORT ?? 4899)
const executablePath: string | undefined = findBrowser()

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/journeys',
  // every journey has a browser profile of its own, and the server keeps nothing
  fullyParallel: true,
  workers: 2,
  // one journey in forty still meets a race now and then: what passes only the second time is listed as flaky
  retries: process.env.CI ? 1 : 0,
  // generous: a machine without a graphics chip may be busy with others too
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/journeys.json' }],
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // a press that nothing answers fails long before its journey does
    actionTimeout: 60_000,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node dist/serve.mjs --port=${port}`,
    url: `http://127.0.0.1:${port}/api/health`,
    reuseExistingServer: false,
  },
})
