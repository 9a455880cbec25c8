import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestFirst, emptySet, keepWithin, SetStore, withRow } from '../../src/core/ranking/kept-sets.ts'
import { largestFirst } from '../../src/core/ranking/largest-first.ts'
import { SeenCodes } from '../../src/core/ranking/set-codes.ts'

const scores = fc.array(
  fc.integer({ min: -20, max: 20 }).map((n) => n / 4),
  { maxLength: 300 },
)

describe('largestFirst', () => {
  it('sorts as the language does, equal values in their own order', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const own = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b)
        expect(Array.from(largestFirst(values))).toEqual(own)
      }),
    )
  })
  it('asks who comes first only among equals', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const own = [...values.keys()].sort((a, b) => values[b]! - values[a]! || b - a)
        expect(Array.from(largestFirst(values, (a, b) => b - a))).toEqual(own)
      }),
    )
  })
})

describe('SeenCodes', () => {
  it('knows each code again, however many there are', () => {
    const seen = new SeenCodes()
    const known = new Set<string>()
    let code = 12345
    let wrong = 0
    for (let step = 0; step < 60_000; step++) {
      code = (Math.imul(code, 1103515245) + 12345) | 0
      const pick = (code >>> 8) % 30_000 // few, so that many come again
      const [high, low] = step % 1000 === 0 ? [0, 0] : [pick % 7, Math.imul(pick, 0x9e3779b1)]
      if (seen.add(high, low) === known.has(`${high} ${low}`)) wrong++
      known.add(`${high} ${low}`)
    }
    expect(wrong).toBe(0)
    expect(known.size).toBeGreaterThan(15_000)
  })
})

describe('SetStore', () => {
  const rows = fc.uniqueArray(fc.nat({ max: 1200 }), { minLength: 1, maxLength: 8 })

  it('takes a set for the same in whatever order it was built', () => {
    fc.assert(
      fc.property(rows, fc.integer(), (members, by) => {
        const store = new SetStore()
        const build = (order: readonly number[]) =>
          order.reduce((set, row, at) => {
            const isNew = store.visit(set, row)
            if (at === order.length - 1) isLastNew.push(isNew)
            return store.keep(set, row, 0)
          }, emptySet)
        const isLastNew: boolean[] = []
        const first = build(members)
        const other = build([...members].sort((a, b) => ((a ^ by) % 7) - ((b ^ by) % 7)).reverse())
        expect(isLastNew).toEqual([true, false])
        expect(store.members(first)).toEqual([...members].sort((a, b) => a - b))
        expect(store.members(other)).toEqual(store.members(first))
      }),
    )
  })

  it('keeps what lies near the best, best first, and never a spelled set that was met before', () => {
    const store = new SetStore()
    store.visit(emptySet, 5)
    const five = store.keep(emptySet, 5, 10)
    store.visit(five, 2)
    store.keep(five, 2, 10 - keepWithin)
    store.visit(emptySet, 7)
    store.keep(emptySet, 7, 1.9)
    const rest = store.spell([5], 10)
    store.visit(rest, 3)
    store.keep(rest, 3, 10)
    expect(store.kept()).toEqual([
      { members: [3, 5], score: 10 },
      { members: [5], score: 10 },
      { members: [2, 5], score: 2 },
    ])
    expect(store.bestFrom(0, 2).map((set) => store.members(set))).toEqual([[3, 5], [5]])
  })

  it('finds the best few as a full sort does', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 20 }), (values, most) => {
        const store = new SetStore()
        for (const [row, score] of values.entries()) store.keep(emptySet, row, score)
        const all = bestFirst(values.map((score, row) => ({ members: [row], score })))
        expect(store.bestFrom(1, most).map((set) => store.members(set))).toEqual(
          all.slice(0, most).map(({ members }) => members),
        )
      }),
    )
  })
})

it('a row takes its place among ascending ones', () => {
  expect(withRow([], 4)).toEqual([4])
  expect(withRow([1, 9], 4)).toEqual([1, 4, 9])
  expect(withRow([1, 2], 4)).toEqual([1, 2, 4])
  expect(withRow([5, 6], 4)).toEqual([4, 5, 6])
})
