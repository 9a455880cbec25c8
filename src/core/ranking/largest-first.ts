/** Sorting by number without a callback for every comparison: lists of sources and sets are sorted at every stroke. */

/**
 * The places of `values`, largest value first (merge sort).
 *
 * @param tie  order of two places of equal value, negative where the first comes first; without it they keep their own
 */
export function largestFirst(values: ArrayLike<number>, tie?: (a: number, b: number) => number): Uint32Array {
  const count = values.length
  let from = new Uint32Array(count)
  for (let at = 0; at < count; at++) from[at] = at
  let into = new Uint32Array(count)
  for (let run = 1; run < count; run *= 2) {
    for (let start = 0; start < count; start += 2 * run) {
      const middle = Math.min(start + run, count)
      const end = Math.min(middle + run, count)
      let left = start
      let right = middle
      for (let at = start; at < end; at++) {
        const takesLeft = left < middle && (right >= end || isFirst(values, from[left]!, from[right]!, tie))
        into[at] = takesLeft ? from[left++]! : from[right++]!
      }
    }
    const sorted = into
    into = from
    from = sorted
  }
  return from
}

function isFirst(values: ArrayLike<number>, a: number, b: number, tie?: (a: number, b: number) => number): boolean {
  const [x, y] = [values[a]!, values[b]!]
  if (x !== y) return x > y
  return tie === undefined || tie(a, b) <= 0
}
