/**
 * `npm test`: installs what it needs, runs every check and every test, and prints the real counts last.
 *
 * `npm test -- --only=unit` runs one runner: checks, unit or journeys.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkNode, say } from './say.mjs'

checkNode()
const { installPackages } = await import('./install.mjs')
installPackages()

const root = fileURLToPath(new URL('..', import.meta.url))
const results = `${root}test-results/`
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)
let passed = 0
let failed = 0

function run(args, options = {}) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options }).status
}

function count(ok) {
  if (ok) passed++
  else failed++
}

/** Checks of the tree: each counts as one. */
function checks() {
  const list = [
    ['types of the pure rooms', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json']],
    ['types of everything else', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
    ['types of the app', ['node_modules/typescript/bin/tsc', '-p', 'web/tsconfig.json']],
    ['style', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
    ['rooms', ['--import', 'tsx', 'scripts/check-rooms.ts']],
    ['knowledge', ['--import', 'tsx', 'scripts/check-knowledge.ts']],
  ]
  for (const [name, args] of list) {
    say(`checking ${name} …`)
    const ok = run(args) === 0
    if (!ok) say(`FAILED: ${name}`)
    count(ok)
  }
}

/** Vitest counts its own tests; a run that dies without a report counts as one failure. */
function unit() {
  say('running the tests …')
  const file = `${results}unit.json`
  const status = run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
  ])
  if (!existsSync(file)) return count(false)
  const report = JSON.parse(readFileSync(file, 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  // A suite that breaks before its first test is a failure that no test stands for.
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
  failed += broken.length
  if (status !== 0 && report.numFailedTests + broken.length === 0) count(false)
}

async function journeys() {
  const { ensureBrowser } = await import('./browser.mjs')
  ensureBrowser()
  say('walking the journeys in a real browser …')
  const file = `${results}journeys.json`
  const status = run(['node_modules/@playwright/test/cli.js', 'test'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  if (!existsSync(file)) return count(false)
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  passed += stats.expected + stats.flaky
  failed += stats.unexpected
  if (status !== 0 && stats.unexpected === 0) count(false)
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const { build } = await import('./build.mjs')
build()
if (only === undefined || only === 'checks') checks()
if (only === undefined || only === 'unit') unit()
if (only === undefined || only === 'journeys') await journeys()
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
