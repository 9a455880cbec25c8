import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { importsOf, wrongArrows } from '../../scripts/check-rooms.ts'

const planted = mkdtempSync(join(tmpdir(), 'unknot-rooms-'))
afterAll(() => rmSync(planted, { recursive: true }))

function plant(path: string, text: string): string[] {
  const file = join(planted, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
  const wrong = wrongArrows(planted)
  rmSync(file)
  return wrong
}

describe('the house', () => {
  it('has only arrows that point downwards', () => {
    expect(wrongArrows(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([])
  })

  it.each([
    ['src/core/a.ts', "import { x } from '../service/b.ts'", 'core must not import service'],
    ['src/core/a.ts', "import { x } from '../knowledge/b.ts'", 'types of knowledge only'],
    ['src/core/a.ts', "export { x } from '../store/b.ts'", 'core must not import store'],
    ['src/core/a.ts', "const x = await import('../http/b.ts')", 'core must not import http'],
    ['src/core/a.ts', "import { readFileSync } from 'node:fs'", "must not use Node's node:fs"],
    ['src/core/a.ts', "import { z } from 'zod'", 'must not use the package zod'],
    ['src/service/a.ts', "import fastify from 'fastify'", 'must not use the package fastify'],
    ['src/knowledge/a.ts', "import type { X } from '../core/b.ts'", 'knowledge must not import core'],
    ['web/src/a.ts', "import { x } from '../../src/core/b.ts'", 'web must not import core'],
    ['src/attic/a.ts', 'export const x = 1', '"attic" is no room'],
  ])('refuses a planted violation in %s: %s', (path, text, reason) => {
    const wrong = plant(path, text)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain(reason)
  })

  it.each([
    ['src/core/a.ts', "import type { X } from '../knowledge/b.ts'"],
    ['src/core/a.ts', "// import { x } from '../service/b.ts'"],
    ['src/service/a.ts', "import { x } from '../core/b.ts'"],
    ['web/src/a.ts', "import { rank } from 'unknot'"],
    ['web/src/a.ts', "import { ripple } from 'unknot/ripple'"],
  ])('allows %s: %s', (path, text) => expect(plant(path, text)).toEqual([]))
})

describe('importsOf', () => {
  it('sees an import over several lines and knows types from values', () => {
    const found = importsOf("import {\n  a,\n  b,\n} from './x.ts'\nimport { type C } from './y.ts'\nimport './z.css'")
    expect(found.map(({ from, typeOnly }) => [from, typeOnly])).toEqual([
      ['./x.ts', false],
      ['./y.ts', true],
      ['./z.css', false],
    ])
  })
})
