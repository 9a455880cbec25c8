/** The posterior is right under its own model, and the statistic that says so sees bugs that were put in on purpose. */
import { describe, expect, it } from 'vitest'
import type { Atlas } from '../../src/core/ranking/atlas.ts'
import type { Observation } from '../../src/core/ranking/observation.ts'
import { type Effort, type Parameters, painting, settled } from '../../src/core/ranking/parameters.ts'
import { posterior } from '../../src/core/ranking/posterior.ts'
import { search } from '../../src/core/ranking/search.ts'
import { chiSquareLimit, honest, rankChiSquare, type SetPosterior } from './sbc.ts'
import { type ToyRow, toyProblem } from './toy.ts'

const rounds = 600

function engine(parameters: Parameters, effort: Effort) {
  return (atlas: Atlas, observation: Observation): SetPosterior => {
    const problem = toyProblem(atlas, observation, [], parameters)
    const found = search(problem, effort)
    return { sets: found.sets.map((set) => set.members), weights: posterior(problem, found).weights }
  }
}

/** Only the best set, as if the posterior were one answer. */
const bestAlone = (atlas: Atlas, observation: Observation): SetPosterior => {
  const { sets } = engine(honest, settled)(atlas, observation)
  return { sets: sets.slice(0, 1), weights: [1] }
}

const mirrored = (rows: readonly ToyRow[]): ToyRow[] =>
  rows.map((row) => ({
    ...row,
    patches: Object.fromEntries(Object.entries(row.patches).map(([place, hazard]) => [13 - Number(place), hazard])),
  }))
const noPrior = (rows: readonly ToyRow[]): ToyRow[] => rows.map((row) => ({ ...row, prior: 0.5 }))

describe('simulation-based calibration', () => {
  it.each<[string, Effort]>([
    ['the search of a settled drawing', settled],
    ['the search while painting', painting],
  ])('accepts %s', (_, effort) => {
    expect(rankChiSquare(rounds, engine(honest, effort))).toBeLessThan(chiSquareLimit)
  })

  it.each<[string, number]>([
    ['ignores the prior', rankChiSquare(rounds, engine(honest, settled), noPrior)],
    ['mirrors the zones', rankChiSquare(rounds, engine(honest, settled), mirrored)],
    ['leaves the tempering out', rankChiSquare(rounds, engine({ ...honest, temper: 1 }, settled))],
    ['answers with the best set alone', rankChiSquare(rounds, bestAlone)],
    ['believes the paint too firmly', rankChiSquare(rounds, engine({ ...honest, concentration: 6 }, settled))],
    ['looks for one source only', rankChiSquare(rounds, engine(honest, { ...settled, depth: 1 }))],
  ])('rejects an engine that %s', (_, chiSquare) => {
    expect(chiSquare).toBeGreaterThan(chiSquareLimit)
  })
})
