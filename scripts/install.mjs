/** Installs the packages when they are missing or older than the lock file. Offline afterwards. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'
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

function isStamped() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()
}

/**
 * Whether npm's own list of what it installed holds everything of the lock file.
 *
 * @param lock  the text of `package-lock.json`
 * @param installed  the text of `node_modules/.package-lock.json`
 */
export function holdsAll(lock, installed) {
  const there = JSON.parse(installed).packages ?? {}
  return Object.entries(JSON.parse(lock).packages ?? {})
    .filter(([path, one]) => path.startsWith('node_modules/') && !one.optional && !one.devOptional && !one.link)
    .every(([path, one]) => there[path]?.version === one.version)
}

/**
 * Whether the lock file was made from this `package.json`.
 *
 * @param entry  what the lock file says of it, under `packages`
 */
export function isLocked(packageJson, entry) {
  const wants = JSON.parse(packageJson)
  return ['dependencies', 'devDependencies'].every((kind) =>
    Object.entries(wants[kind] ?? {}).every(([name, range]) => entry?.[kind]?.[name] === range),
  )
}

/** Somebody may have run npm themselves: then there is nothing to fetch. */
function isInstalledByHand() {
  try {
    const read = (path) => readFileSync(root + path, 'utf8')
    const lock = read('package-lock.json')
    const { packages } = JSON.parse(lock)
    if (!isLocked(read('package.json'), packages['']) || !isLocked(read('web/package.json'), packages.web)) return false
    return holdsAll(lock, read('node_modules/.package-lock.json'))
  } catch {
    return false
  }
}

function keepStamp() {
  try {
    writeFileSync(stamp, wanted())
  } catch {
    // without the right to write it is looked at again next time
  }
}

function install() {
  if (isStamped()) return
  say('installing packages (once, a minute or two) …')
  const result = spawnSync('npm', ['install', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    // standard output belongs to the answer of the command line
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    giveUp('the packages could not be installed: check the network, the free disk space and the rights of this folder.')
  }
  keepStamp()
}

export function installPackages() {
  if (isStamped()) return
  if (isInstalledByHand()) return keepStamp()
  try {
    mkdirSync(`${root}dist`, { recursive: true })
    withLock(`${root}dist/.installing`, install, () => say('another process is installing, waiting for it …'))
  } catch (error) {
    if (error.code === undefined) throw error
    giveUp(`the packages can't be written (${error.code}): check the rights of this folder and the free disk space.`)
  }
}
