/** Movements as measured in somebody's care, in the words of a case: short or not, beyond the error of measuring. */
import type { Measured } from '../core/care/course.ts'
import type { RangeFound } from '../core/pain/case.ts'
import { otherSide, type Side, sides } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** Degrees, where no error of the measure is known: a phone's. */
const usualErrorDeg = 10

/**
 * The newest measure of each movement against the other side; what has no other side against the least that is usual.
 *
 * One side alone says nothing: what is usual differs between people by more than the error.
 */
export function rangesOf(measures: readonly Measured[], { movements }: Pick<Knowledge, 'movements'>): RangeFound[] {
  const last = new Map<string, number>()
  for (const { instrument, movement, values } of measures) {
    if (instrument === 'rom' && movement !== null && values.deg !== undefined) last.set(movement, values.deg)
  }
  return movements.flatMap(({ id: movement, normal, measurementError }): RangeFound[] => {
    const error = measurementError?.unit === 'deg' ? measurementError.to : usualErrorDeg
    const whole = last.get(movement)
    if (whole !== undefined && normal?.unit === 'deg') {
      return [{ movement, side: null, limited: whole < normal.from - error }]
    }
    const of = (side: Side) => last.get(`${movement}-${side}`)
    return sides.flatMap((side) => {
      const [own, other] = [of(side), of(otherSide(side))]
      return own === undefined || other === undefined ? [] : [{ movement, side, limited: other - own > error }]
    })
  })
}
