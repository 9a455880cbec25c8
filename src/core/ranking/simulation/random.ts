/** Chance that is the same at every run: the simulator is the only place in the pure rooms that throws dice. */
export type Random = {
  /** 0 up to 1. */
  uniform(): number
  /** Mean 0, standard deviation 1. */
  normal(): number
  /** 0 up to, not with, `count`. */
  below(count: number): number
  /** Index drawn in proportion to the weights. */
  pick(weights: readonly number[]): number
}

/** @param seed  any whole number; the same seed gives the same numbers (mulberry32) */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(uniform() * count)
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below,
    pick(weights) {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      let left = uniform() * total
      for (const [index, weight] of weights.entries()) {
        left -= weight
        if (left < 0) return index
      }
      return weights.length - 1
    },
  }
}
