import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const module = new URL('../../scripts/lock.mjs', import.meta.url).href
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A process that reads a number, waits, and writes it back one higher, five times under the lock. */
function counter(lock: string, count: string): Promise<number | null> {
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs'
    const { withLock } = await import(${JSON.stringify(module)})
    for (let i = 0; i < 5; i++) withLock(${JSON.stringify(lock)}, () => {
      const before = Number(readFileSync(${JSON.stringify(count)}, 'utf8'))
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      writeFileSync(${JSON.stringify(count)}, String(before + 1))
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  return new Promise((resolve) => child.on('close', resolve))
}

describe('the lock of the build', () => {
  it('lets one process in at a time, and leaves nothing behind', async () => {
    const [lock, count] = [join(folder, 'lock'), join(folder, 'count')]
    writeFileSync(count, '0')
    expect(await Promise.all([1, 2, 3, 4].map(() => counter(lock, count)))).toEqual([0, 0, 0, 0])
    expect(readFileSync(count, 'utf8')).toBe('20')
    expect(readdirSync(folder)).toEqual(['count'])
  })

  it('is taken over from a process that died, by one of many', async () => {
    const [lock, count] = [join(folder, 'lock'), join(folder, 'count')]
    writeFileSync(count, '0')
    const dead = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(lock, String(dead.pid))
    await Promise.all([1, 2, 3].map(() => counter(lock, count)))
    expect(readFileSync(count, 'utf8')).toBe('15')
    expect(existsSync(lock)).toBe(false)
  })

  it('is given back when the work fails', async () => {
    const { withLock } = await import(module)
    const lock = join(folder, 'lock')
    const fail = () => {
      throw new Error('no space')
    }
    expect(() => withLock(lock, fail)).toThrow('no space')
    expect(existsSync(lock)).toBe(false)
    expect(withLock(lock, () => 7)).toBe(7)
  })
})
