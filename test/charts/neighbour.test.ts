import { describe, expect, it } from 'vitest'
import { inReadingOrder, isArrow, neighbourOf } from '../../web/src/charts/neighbour.ts'

/** A cross of five, and one far to the right. */
const stops = [
  { place: 0, middle: [0, 0] },
  { place: 1, middle: [-10, 0] },
  { place: 2, middle: [10, 1] },
  { place: 3, middle: [0, -12] },
  { place: 4, middle: [2, 12] },
  { place: 5, middle: [40, 0] },
] as const

describe('neighbourOf', () => {
  it('goes to the nearest one in the direction of the arrow', () => {
    expect(neighbourOf(stops, 0, 'ArrowLeft')).toBe(1)
    expect(neighbourOf(stops, 0, 'ArrowRight')).toBe(2)
    expect(neighbourOf(stops, 0, 'ArrowUp')).toBe(3)
    expect(neighbourOf(stops, 0, 'ArrowDown')).toBe(4)
    expect(neighbourOf(stops, 2, 'ArrowRight')).toBe(5)
  })

  it('stays where it is at the edge of the figure', () => {
    expect(neighbourOf(stops, 5, 'ArrowRight')).toBe(5)
    expect(neighbourOf(stops, 3, 'ArrowUp')).toBe(3)
  })

  it('takes arrows only', () => {
    expect(isArrow('ArrowUp')).toBe(true)
    expect(isArrow('Tab')).toBe(false)
  })
})

describe('inReadingOrder', () => {
  it('goes from head to foot, and in a row from left to right', () => {
    expect(inReadingOrder(stops, 5).map(({ place }) => place)).toEqual([3, 1, 0, 2, 5, 4])
  })
})
