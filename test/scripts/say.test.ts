import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const module = new URL('../../scripts/say.mjs', import.meta.url).href

function checked(version: string) {
  const script = `(await import(${JSON.stringify(module)})).checkNode(${JSON.stringify(version)})`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script])
  return { status, out: stdout.toString(), err: stderr.toString() }
}

describe('the check of the Node version', () => {
  it.each(['20.19.0', '20.19.5', '21.0.0', '22.3.1', '100.0.0'])('lets %s pass without a word', (version) => {
    expect(checked(version)).toEqual({ status: 0, out: '', err: '' })
  })

  it.each(['20.18.9', '18.20.4', '9.0.0', '0.10.48'])('ends with one sentence for %s', (version) => {
    const { status, out, err } = checked(version)
    expect([status, out]).toEqual([1, ''])
    expect(err).toMatch(new RegExp(`^unknot: [^\\n]*${version}[^\\n]* 20\\.19 [^\\n]*\\n$`))
  })
})
