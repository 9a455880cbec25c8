/** What is measured in an examination reaches the ranking: short on one side beyond error, and nothing else. */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import type { Measured } from '../../src/core/care/course.ts'
import { rangesOf } from '../../src/service/measured-ranges.ts'

const { knowledge } = readBaked()
const rom = (movement: string, deg: number): Measured => ({
  ...{ id: `${movement} ${deg}`, atMs: 0, instrument: 'rom', values: { deg }, words: {}, movement },
  ...{ spot: null, session: null },
})
const found = (...measures: Measured[]) => rangesOf(measures, knowledge)
const side = (movement: string, at: 'left' | 'right', limited: boolean) => ({ movement, side: at, limited })

describe('measured movements', () => {
  it('are short where they fall behind the other side by more than the error', () => {
    const error = knowledge.movements.find(({ id }) => id === 'neck-rotation')!.measurementError!.to
    const within = found(rom('neck-rotation-left', 70), rom('neck-rotation-right', 70 - error))
    expect(within).toEqual([side('neck-rotation', 'left', false), side('neck-rotation', 'right', false)])
    const beyond = found(rom('neck-rotation-left', 70), rom('neck-rotation-right', 70 - error - 1))
    expect(beyond).toEqual([side('neck-rotation', 'left', false), side('neck-rotation', 'right', true)])
  })

  it('say nothing of one side alone, and the newest measure counts', () => {
    expect(found(rom('shoulder-flexion-left', 90))).toEqual([])
    const better = [
      rom('shoulder-flexion-left', 90),
      rom('shoulder-flexion-right', 175),
      rom('shoulder-flexion-left', 175),
    ]
    expect(found(...better)).toEqual([
      side('shoulder-flexion', 'left', false),
      side('shoulder-flexion', 'right', false),
    ])
  })

  it('that have no other side are held against what is usual', () => {
    const { normal, measurementError } = knowledge.movements.find(({ id }) => id === 'neck-flexion')!
    const least = normal!.from - measurementError!.to
    expect(found(rom('neck-flexion', least))).toEqual([{ movement: 'neck-flexion', side: null, limited: false }])
    expect(found(rom('neck-flexion', least - 1))).toEqual([{ movement: 'neck-flexion', side: null, limited: true }])
  })
})
