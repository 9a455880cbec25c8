import { beforeAll, describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { type Finder, finderOf, type RegionFinder, regionFinderOf } from '../../src/service/find.ts'

let find: Finder
let findRegion: RegionFinder
beforeAll(() => {
  const { knowledge } = readBaked()
  find = finderOf(knowledge)
  findRegion = regionFinderOf(knowledge)
})

describe('finderOf', () => {
  it.each([
    ['traps', 'trapezius'],
    ['trapezuis', 'trapezius'],
    ['sternoclydomastoid', 'sternocleidomastoid'],
    ['scm', 'sternocleidomastoid'],
    ['soas', 'iliopsoas'],
    ['ql', 'quadratus-lumborum'],
    ['piriformus', 'piriformis'],
    ['rhomboid pain', 'rhomboids'],
    ['my rhomboids', 'rhomboids'],
    ['musculus masseter', 'masseter'],
    ['TMJ', 'joint.temporomandibular'],
    ['headake', 'headache.tension-type'],
  ])('finds for "%s" first %s', (typed, id) => {
    expect(find(typed)[0]?.id).toBe(id)
  })

  it('finds the muscles of the jaw as "jaw muscle"', () => {
    const ids = find('jaw muscle').map((hit) => hit.id)
    expect(ids.slice(0, 5)).toEqual(expect.arrayContaining(['masseter', 'temporalis', 'medial-pterygoid']))
  })

  it('finds nothing for what nobody calls anything', () => {
    expect(find('xqzzv')).toEqual([])
    expect(find('')).toEqual([])
  })

  it('has at most one line for each', () => {
    const ids = find('neck').map((hit) => `${hit.kind} ${hit.id}`)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('regionFinderOf', () => {
  it.each([
    ['temple', 'temple'],
    ['lower back', 'low-back'],
    ['buttok', 'buttock-upper'],
  ])('finds for "%s" first %s', (typed, id) => {
    expect(findRegion(typed)[0]?.id).toBe(id)
  })
})
