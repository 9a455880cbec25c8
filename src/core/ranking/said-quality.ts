/**
 * How the whole pain feels, said in words and not painted.
 *
 * It is laid on every painted patch, and only where the drawing names no quality at all, so that nothing is said twice.
 */
import { type Quality, qualities } from '../pain/paint.ts'
import { feelings } from './answers.ts'
import { namedQualities, type Observation } from './observation.ts'
import type { Problem } from './problem.ts'

const kinds = qualities.length

export function withSaidQuality(observation: Observation, said: readonly Quality[]): Observation {
  if (said.length === 0 || namedQualities(observation) !== 0) return observation
  const quality = observation.quality.slice()
  const own = new Set(said)
  for (const [r, share] of observation.share.entries()) {
    if (share === 0) continue
    for (const name of own) quality[r * kinds + qualities.indexOf(name)] = 1 / own.size
  }
  return { ...observation, quality }
}

/** What each answer about the feeling would add to the score of a set, nats (answers in the order of `feelings`). */
export function feelingNats(problem: Problem): (members: readonly number[]) => readonly number[] {
  const { atlas, observation, parameters, qualityWeight } = problem
  const { start, end, patchOf, hazard } = problem.reach
  const groups = Object.values(feelings)
  const fit = new Map<number, readonly number[]>()
  const fitOf = (i: number) => {
    const known = fit.get(i)
    if (known !== undefined) return known
    const { quality } = atlas.rows[i]!
    const made = groups.map(
      (group) => (kinds * group.reduce((sum, name) => sum + quality[qualities.indexOf(name)]!, 0)) / group.length,
    )
    fit.set(i, made)
    return made
  }
  const painted = [...observation.share.keys()].filter((r) => observation.share[r]! > 0)
  const shares = painted.map((r) => observation.share[r]!)
  const at = new Int32Array(atlas.patchCount).fill(-1)
  for (const [index, r] of painted.entries()) at[r] = index
  const { background } = parameters
  const count = painted.length
  const hazards = new Float64Array(count)
  const fitted = new Float64Array(count * groups.length)
  return (members) => {
    hazards.fill(background)
    fitted.fill(background)
    for (const i of members) {
      const own = fitOf(i)
      for (let k = start[i]!; k < end[i]!; k++) {
        const index = at[patchOf[k]!]!
        if (index < 0) continue
        hazards[index]! += hazard[k]!
        for (let g = 0; g < groups.length; g++) fitted[g * count + index]! += hazard[k]! * own[g]!
      }
    }
    return groups.map((_, g) => {
      let sum = 0
      for (let index = 0; index < count; index++) {
        const [own, all] = [fitted[g * count + index]!, hazards[index]!]
        if (own !== all) sum += shares[index]! * Math.log(own / all) // what no member reaches feels like anything
      }
      return qualityWeight * sum
    })
  }
}
