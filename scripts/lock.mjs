/** One at a time over several processes: who comes later waits. A lock whose owner has died is taken over. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

const stepMs = 100

/** Runs `run` while this process holds the file `path`; `onWait` is called once if another one holds it. */
export function withLock(path, run, onWait = () => {}) {
  let waited = false
  while (!take(path)) {
    if (!waited) onWait()
    waited = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stepMs)
  }
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return run()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const owner = ownerOf(path)
  if (owner !== null && !isAlive(owner)) removeOf(owner, path)
  return false
}

/** The process that holds the lock; null while it is being written or is gone. */
function ownerOf(path) {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || null
  } catch {
    return null
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Several may find the dead owner at once: moving the file away first shows whose lock it was. */
function removeOf(owner, path) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (ownerOf(aside) === owner) rmSync(aside, { force: true })
  else renameSync(aside, path)
}
