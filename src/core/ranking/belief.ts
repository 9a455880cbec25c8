/**
 * The kept sets with the weights that our claims deserve: what the value of a next step is worked out on.
 *
 * The last map of the marginals, logit p' = shift + slope logit p, has a twin for sets: the score of a set times the
 * slope, plus the shift for each member. Where sources are independent both give the same probabilities, and where they
 * stand for each other the sets keep that, which a list of marginals cannot.
 */
import type { Problem } from './problem.ts'
import type { Search } from './search.ts'

export type Belief = { readonly sets: readonly (readonly number[])[]; readonly weights: Float64Array }

/** Sets of less weight change no shown digit of a gain; of more than so many the best change it by under 0.01 bits. */
const faintest = 1e-3
const setsAtMost = 256

export function beliefOf(problem: Problem, found: Search, leastWeight = faintest): Belief {
  const { shift, slope } = problem.parameters.recalibration
  const scores = found.sets.map(({ members, score }) => slope * score + shift * members.length)
  const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const floor = best + Math.log(Math.max(leastWeight, Number.MIN_VALUE))
  const kept = found.sets.flatMap((_, index) => (scores[index]! >= floor ? [index] : []))
  if (kept.length > setsAtMost) {
    kept.sort((a, b) => scores[b]! - scores[a]! || a - b)
    kept.length = setsAtMost
  }
  const weights = Float64Array.from(kept, (index) => Math.exp(scores[index]! - best))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return { sets: kept.map((index) => found.sets[index]!.members), weights: weights.map((weight) => weight / total) }
}

/** Probability that at least one row of each group contributes. `groupOf` names the group of a row, -1 for none. */
export function chanceOfEach({ sets, weights }: Belief, groupOf: Int32Array, groupCount: number): Float64Array {
  const chance = new Float64Array(groupCount)
  const seenIn = new Int32Array(groupCount).fill(-1)
  for (const [index, members] of sets.entries()) {
    for (const row of members) {
      const group = groupOf[row]!
      if (group < 0 || seenIn[group] === index) continue
      seenIn[group] = index
      chance[group]! += weights[index]!
    }
  }
  return chance
}
