import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { sourcesOfRegion } from '../../src/service/browse.ts'
import { type Model, openModel } from '../../src/service/model.ts'

const folder = fileURLToPath(new URL('../../dist/data/', import.meta.url))

let model: Model
beforeAll(() => {
  const { knowledge } = readBaked()
  model = openModel({
    knowledge,
    atlas: readFileSync(`${folder}atlas.bin`),
    body: () => readFileSync(`${folder}body.bin`),
  })
})

describe('sourcesOfRegion', () => {
  it('names the muscles that textbooks name for pain in the temple', () => {
    const { sends, lies } = sourcesOfRegion(model, 'temple', 'right')
    const ids = sends.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['trapezius', 'temporalis', 'sternocleidomastoid', 'headache.migraine']))
    expect(lies.map(({ muscle }) => muscle)).toContain('temporalis')
  })

  it('is the same on both sides, each told from its own', () => {
    const [left, right] = [sourcesOfRegion(model, 'heel', 'left'), sourcesOfRegion(model, 'heel', 'right')]
    expect(left.sends.map(({ id }) => id).sort()).toEqual(right.sends.map(({ id }) => id).sort())
    expect(new Set(left.sends.map(({ side }) => side))).toEqual(new Set(['left']))
    expect(left.lies).toEqual(right.lies)
  })

  it('lists each source once, the one that covers most first, and leaves out what only grazes', () => {
    for (const { id, sided } of model.knowledge.regions) {
      const { sends } = sourcesOfRegion(model, id, sided ? 'left' : null)
      expect(new Set(sends.map((one) => `${one.kind} ${one.id}`)).size).toBe(sends.length)
      expect(sends.length, id).toBeGreaterThan(0)
      for (const [i, one] of sends.entries()) {
        expect(one.share).toBeGreaterThanOrEqual(0.12)
        expect(one.share).toBeLessThanOrEqual(1)
        if (i > 0) expect(one.share).toBeLessThanOrEqual(sends[i - 1]!.share)
      }
    }
  })

  it('has nothing to say of a place that is none', () => {
    expect(sourcesOfRegion(model, 'temple', null).sends).toEqual([])
    expect(sourcesOfRegion(model, 'no-such-region', 'left')).toEqual({ sends: [], lies: [] })
  })
})
