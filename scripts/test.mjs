/**
 * `npm test`: installs what it needs, runs every check and every test, and prints the real counts last.
 *
 * `npm test -- --only=unit` runs one runner: checks, unit or journeys.
 * The checks need nothing that is built: they run beside the build, which keeps one core busy.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkNode, say } from './say.mjs'

checkNode()
const { installPackages } = await import('./install.mjs')
installPackages()

const root = fileURLToPath(new URL('..', import.meta.url))
const results = `${root}test-results/`
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)
const wanted = (name) => only === undefined || only === name
let passed = 0
let failed = 0

/** Resolves with the exit code and, where it is not shown as it comes, what was said. */
function run(args, { shown = true, env = process.env } = {}) {
  const stdio = ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe']
  const child = spawn(process.execPath, args, { cwd: root, stdio, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text))
  return new Promise((done) => {
    child.on('error', (error) => done({ status: 1, said: `${said}${error.message}\n` }))
    child.on('close', (status) => done({ status, said }))
  })
}

function count(ok) {
  if (ok) passed++
  else failed++
}

/** Checks of the tree: each counts as one. */
async function checks() {
  const list = [
    ['types of the app', ['node_modules/typescript/bin/tsc', '-p', 'web/tsconfig.json']],
    ['types of everything else', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
    ['types of the pure rooms', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json']],
    ['style', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
    ['rooms', ['--import', 'tsx', 'scripts/check-rooms.ts']],
    ['knowledge', ['--import', 'tsx', 'scripts/check-knowledge.ts']],
  ]
  for (const [name, args] of list) {
    const { status, said } = await run(args, { shown: false })
    say(status === 0 ? `checked ${name}` : `FAILED: ${name}`)
    process.stdout.write(said)
    count(status === 0)
  }
}

/** Vitest counts its own tests; a run that dies without a report counts as one failure. */
async function unit() {
  say('running the tests …')
  const file = `${results}unit.json`
  const { status } = await run([
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
  const { status } = await run(['node_modules/@playwright/test/cli.js', 'test'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  if (!existsSync(file)) return count(false)
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  passed += stats.expected + stats.flaky
  failed += stats.unexpected
  if (status !== 0 && stats.unexpected === 0) count(false)
}

/** What is built is only as good as what it is built from: where that fails nothing else is worth a look. */
async function build() {
  const { status } = await run(['scripts/build.mjs'])
  if (status !== 0) process.exit(status ?? 1)
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const checked = wanted('checks') ? checks() : Promise.resolve()
await build()
if (wanted('unit')) await unit()
await checked
if (wanted('journeys')) await journeys()
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
