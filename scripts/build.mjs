/**
 * Builds what is missing or stale: code, knowledge, body, atlas, app. Each step knows what it was made from.
 *
 * `node scripts/build.mjs [--only=code,bake,web] [--force]`
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withLock } from './lock.mjs'
import { giveUp, say } from './say.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = `${root}dist/.built.json`
const checkedFile = `${root}dist/.checked`
const lockFile = `${root}dist/.building`

/** In order: a step may use what an earlier one made. */
const steps = [
  {
    name: 'code',
    says: 'building the code …',
    from: ['src', 'scripts/bundle.mjs', 'package.json', 'tsconfig.json'],
    makes: ['dist/cli.mjs', 'dist/rank-worker.mjs', 'dist/serve.mjs', 'dist/lib/index.mjs'],
    run: ['node', 'scripts/bundle.mjs'],
  },
  {
    name: 'bake',
    says: 'baking knowledge, body and atlas (half a minute) …',
    from: [
      'knowledge',
      'src/knowledge',
      'src/core',
      'src/service',
      'scripts/bake.ts',
      'scripts/bake-drawn.ts',
      'scripts/bake-ripple.ts',
      'scripts/read-records.ts',
    ],
    makes: ['knowledge.json', 'body.bin', 'atlas.bin', 'strands.json', 'charts.json', 'ripple.json'].map(
      (name) => `dist/data/${name}`,
    ),
    run: ['node', '--import', 'tsx', 'scripts/bake.ts'],
  },
  {
    name: 'web',
    says: 'building the app …',
    from: ['web', 'src', 'dist/data', 'package-lock.json'],
    makes: ['web/dist/index.html'],
    // The app carries its data, so that it works without a network.
    before: () => cpSync(`${root}dist/data`, `${root}web/public/data`, { recursive: true }),
    run: ['node', '../node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'],
    cwd: 'web',
  },
  {
    name: 'small',
    says: 'compressing the app …',
    from: ['web', 'src', 'dist/data', 'package-lock.json', 'scripts/compress.mjs'],
    makes: ['web/dist/index.html.gz'],
    run: ['node', 'scripts/compress.mjs'],
  },
]

const ignored = new Set(['node_modules', 'dist', '.vite', 'public'])

function filesUnder(path) {
  const full = root + path
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !(entry.isDirectory() && ignored.has(entry.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(`${path}/${entry.name}`))
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((from) => filesUnder(from))) hash.update(path).update(readFileSync(root + path))
  return hash.digest('hex')
}

/** What was built from what, by step; empty if nothing was or nobody can tell. */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

function isFresh(step, now) {
  return readStamp()[step.name] === now && step.makes.every((path) => existsSync(root + path))
}

function runStep(step, now) {
  const { [step.name]: _, ...others } = readStamp()
  // a build that is cut short leaves half a file behind: until it has ended, nothing counts as built
  writeFileSync(stampFile, JSON.stringify(others))
  say(step.says)
  step.before?.()
  const [command, ...args] = step.run
  const result = spawnSync(command === 'node' ? process.execPath : command, args, {
    cwd: root + (step.cwd ?? ''),
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) giveUp(`the step "${step.name}" of the build failed; what it said stands above.`)
  writeFileSync(stampFile, JSON.stringify({ ...others, [step.name]: now }))
}

/** Remembers when the code and the data were last found up to date: the command line only compares times. */
function keepCheckedAt(checkedAtMs) {
  try {
    writeFileSync(checkedFile, String(checkedAtMs))
  } catch {
    // without the right to write it is checked again next time
  }
}

/** Builds the steps that are stale. Throws nothing: ends the process with one sentence when a step fails. */
export function build({ only = steps.map((step) => step.name), force = false } = {}) {
  const beganMs = Date.now()
  try {
    for (const step of steps) {
      if (!only.includes(step.name)) continue
      if (!force && isFresh(step, hashOf(step.from))) continue
      mkdirSync(`${root}dist`, { recursive: true })
      const buildIfStale = () => {
        const now = hashOf(step.from)
        if (force || !isFresh(step, now)) runStep(step, now)
      }
      withLock(lockFile, buildIfStale, () => say('another process is building, waiting for it …'))
    }
  } catch (error) {
    if (error.code === undefined) throw error
    giveUp(`the build can't be written (${error.code}): check the rights of this folder and the free disk space.`)
  }
  if (only.includes('code') && only.includes('bake')) keepCheckedAt(beganMs)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const only = process.argv
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  build({ ...(only ? { only } : {}), force: process.argv.includes('--force') })
}
