import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadMarks } from '../../web/src/care/parts/spread-marks.ts'

const gap = 30
const at = fc.tuple(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }))

describe('spreadMarks', () => {
  it('leaves no number on another, also where spots are one', () => {
    fc.assert(
      fc.property(fc.array(at, { maxLength: 6 }), fc.boolean(), (spots, sameTwice) => {
        const all = sameTwice && spots[0] !== undefined ? [...spots, spots[0]] : spots
        const found = spreadMarks(all, gap)
        for (const [i, a] of found.entries()) {
          for (const b of found.slice(i + 1)) {
            expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(0.9 * gap)
          }
        }
      }),
    )
  })
  it('moves nothing that has room', () => {
    const spots = [
      [0, 0],
      [100, 0],
    ] as const
    expect(spreadMarks(spots, gap)).toEqual(spots)
  })
})
