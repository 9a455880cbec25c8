/** Finds a browser for the journeys, or installs one: Debian's chromium where apt-get works, else Playwright's own. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { giveUp, say } from './say.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const known = [
  process.env.UNKNOT_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a browser on this machine; undefined if Playwright is to find its own. */
export function findBrowser() {
  return known.find((path) => path !== undefined && path !== '' && existsSync(path))
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}

export function ensureBrowser() {
  if (findBrowser() !== undefined) return
  say('installing a browser for the journeys (once) …')
  const mayInstall = process.getuid?.() === 0 && run('apt-get', ['--version'])
  if (mayInstall && run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) {
    if (findBrowser() !== undefined) return
  }
  if (!run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])) {
    giveUp('no browser could be installed: install Chromium and set UNKNOT_BROWSER to its path.')
  }
}
