/** The built command line, run as people run it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const command = fileURLToPath(new URL('../../bin/unknot.mjs', import.meta.url))

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

export function unknot(args: readonly string[], input: string | Uint8Array = ''): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    input,
    maxBuffer: 1 << 30,
  })
  return { code: status, out: stdout.toString(), err: stderr.toString() }
}

export function example(name: string): string {
  return fileURLToPath(new URL(`../reference/examples/${name}.json`, import.meta.url))
}
