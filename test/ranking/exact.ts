/** The posterior by brute force: every set of rows, scored from the equations and not from the engine's shortcuts. */
import type { Problem } from '../../src/core/ranking/problem.ts'
import { logLikelihood } from '../../src/core/ranking/table.ts'

/** Score of a set against the empty set, nats, straight from docs/model/ranking.md. */
export function exactScore(problem: Problem, members: readonly number[]): number {
  const { atlas, reach, parameters, observation } = problem
  const weight = 1 / (1 + parameters.likeness * observation.share.reduce((sum, share) => sum + share, 0))
  let score = 0
  for (let r = 0; r < atlas.patchCount; r++) {
    let hazard = parameters.background
    for (const i of members) {
      for (let k = reach.start[i]!; k < reach.end[i]!; k++) if (reach.patchOf[k] === r) hazard += reach.hazard[k]!
    }
    score +=
      weight *
      (logLikelihood(observation.share[r]!, hazard, parameters) -
        logLikelihood(observation.share[r]!, parameters.background, parameters))
  }
  score += exactPrior(problem, members)
  for (const finding of problem.findings) if (finding.rows.some((row) => members.includes(row))) score += finding.nats
  return score
}

/** What a set is worth before anything is painted or felt, nats against the empty set. */
export function exactPrior({ atlas, parameters, logOdds }: Problem, members: readonly number[]): number {
  let score = 0
  for (const i of members) score += logOdds[i]!
  for (const i of members) {
    for (const j of members) {
      if (i < j && atlas.rows[i]!.neighbours.includes(j)) score += parameters.neighbourBonus
    }
  }
  const size = members.length
  if (size > 2) score -= (parameters.crowdPenalty * (size - 1) * (size - 2)) / 2
  return score
}

export function exactMarginals(problem: Problem): { readonly marginal: number[]; readonly best: number[] } {
  const count = problem.atlas.rows.length
  const scores: number[] = []
  for (let mask = 0; mask < 2 ** count; mask++) scores.push(exactScore(problem, membersOf(mask, count)))
  const top = Math.max(...scores)
  const weights = scores.map((score) => Math.exp(score - top))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const marginal = Array.from(
    { length: count },
    (_, i) => weights.reduce((sum, weight, mask) => sum + (mask & (1 << i) ? weight : 0), 0) / total,
  )
  return { marginal, best: membersOf(scores.indexOf(top), count) }
}

export function membersOf(mask: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => i).filter((i) => mask & (1 << i))
}
