/** Installs the packages when they are missing or older than the lock file. Offline afterwards. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { giveUp, say } from './say.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}node_modules/.unknot-installed`

function wanted() {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'web/package.json', 'package-lock.json']) {
    if (existsSync(root + name)) hash.update(readFileSync(root + name))
  }
  return hash.digest('hex')
}

export function installPackages() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return
  say('installing packages (once, a minute or two) …')
  const result = spawnSync('npm', ['install', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    // standard output belongs to the answer of the command line
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    giveUp(
      'the packages could not be installed: check the network and the free disk space, then run the command again.',
    )
  }
  writeFileSync(stamp, wanted())
}
