/** A slow sampler of the same posterior, as an oracle: single flips and swaps, nothing shared with the search. */

import { type Problem, patchScore, priorGain } from '../../src/core/ranking/problem.ts'
import { seededRandom } from '../../src/core/ranking/simulation/random.ts'

/**
 * Marginals of the rows by Gibbs sampling.
 *
 * @param rows    rows that take part; all others stay out
 * @param onPrior leaves the drawing out, so that the prior alone is sampled
 */
export function gibbsMarginals(
  problem: Problem,
  rows: readonly number[],
  { sweeps, seed, onPrior = false }: { sweeps: number; seed: number; onPrior?: boolean },
): { readonly marginal: Map<number, number>; readonly sizes: number[] } {
  const random = seededRandom(seed)
  const { atlas, reach, parameters, qualityFit } = problem
  const { start, end, patchOf, hazard } = reach
  const hazards = new Float64Array(atlas.patchCount).fill(parameters.background)
  const fitted = new Float64Array(atlas.patchCount).fill(parameters.background)
  const members: number[] = []
  const count = new Map<number, number>(rows.map((row) => [row, 0]))
  const sizes: number[] = []
  const burnIn = Math.floor(sweeps / 5)

  const shift = (i: number, sign: 1 | -1) => {
    for (let k = start[i]!; k < end[i]!; k++) {
      hazards[patchOf[k]!]! += sign * hazard[k]!
      fitted[patchOf[k]!]! += sign * hazard[k]! * (qualityFit?.[k] ?? 1)
    }
  }
  const join = (i: number) => {
    members.push(i)
    shift(i, 1)
  }
  const leave = (i: number) => {
    members.splice(members.indexOf(i), 1)
    shift(i, -1)
  }
  const gain = (i: number): number => {
    let sum = priorGain(problem, members, i)
    if (onPrior) return sum
    for (let k = start[i]!; k < end[i]!; k++) {
      const r = patchOf[k]!
      const more = hazard[k]!
      sum +=
        patchScore(problem, r, hazards[r]! + more, fitted[r]! + more * (qualityFit?.[k] ?? 1)) -
        patchScore(problem, r, hazards[r]!, fitted[r]!)
    }
    return sum
  }
  const flip = (i: number) => {
    if (members.includes(i)) leave(i)
    if (random.uniform() < 1 / (1 + Math.exp(-gain(i)))) join(i)
  }
  const swap = () => {
    const out = members[random.below(members.length)]!
    const into = rows[random.below(rows.length)]!
    if (members.includes(into)) return
    leave(out)
    const back = gain(out)
    const forth = gain(into)
    join(random.uniform() < 1 / (1 + Math.exp(back - forth)) ? into : out)
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const row of rows) {
      flip(row)
      if (members.length > 0 && random.uniform() < 0.3) swap()
    }
    if (sweep < burnIn) continue
    sizes.push(members.length)
    for (const i of members) count.set(i, count.get(i)! + 1)
  }
  return { marginal: new Map([...count].map(([row, seen]) => [row, seen / (sweeps - burnIn)])), sizes }
}
