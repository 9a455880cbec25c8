import { describe, expect, it } from 'vitest'
import { painting, settled } from '../../src/core/ranking/parameters.ts'
import { posterior } from '../../src/core/ranking/posterior.ts'
import { search } from '../../src/core/ranking/search.ts'
import { exactMarginals, exactScore } from './exact.ts'
import { crowdedAtlas, crowdedObservation, toyAtlas, toyObservation, toyProblem } from './toy.ts'

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

describe('search', () => {
  it('agrees with full enumeration over 10 crowded sources', () => {
    const errors: number[] = []
    for (const seed of seeds) {
      const atlas = crowdedAtlas(seed, 10, 14)
      const problem = toyProblem(atlas, crowdedObservation(seed, atlas))
      const exact = exactMarginals(problem)
      const found = search(problem, painting)
      const { raw } = posterior(problem, found)
      // the table is read within 0.03 nats a patch: sets nearer than that are equally good
      const own = exactScore(problem, found.sets[0]!.members)
      expect(own).toBeGreaterThan(exactScore(problem, exact.best) - 0.1)
      errors.push(Math.max(...exact.marginal.map((p, i) => Math.abs(p - raw[i]!))))
    }
    errors.sort((a, b) => a - b)
    expect(errors[Math.floor(0.95 * errors.length)]).toBeLessThan(0.1)
  })

  it.each(seeds.slice(0, 12))('scores each kept set as the equations do (seed %i)', (seed) => {
    const atlas = crowdedAtlas(seed, 8, 12)
    const problem = toyProblem(atlas, crowdedObservation(seed, atlas))
    for (const set of search(problem, painting).sets.slice(0, 30)) {
      expect(set.score).toBeCloseTo(exactScore(problem, set.members), 1)
    }
  })

  it.each(seeds.slice(0, 12))('scores a set alike whatever the order of arrival (seed %i)', (seed) => {
    const atlas = crowdedAtlas(seed, 9, 12)
    const problem = toyProblem(atlas, crowdedObservation(seed, atlas))
    const narrow = search(problem, { ...painting, beam: 2 })
    const wide = new Map(search(problem, settled).sets.map((set) => [set.members.join(), set.score]))
    for (const set of narrow.sets) {
      const same = wide.get(set.members.join())
      if (same !== undefined) expect(set.score).toBeCloseTo(same, 6)
    }
  })

  it('gives the same answer twice', () => {
    const atlas = crowdedAtlas(5, 12, 16)
    const problem = toyProblem(atlas, crowdedObservation(5, atlas))
    expect(search(problem, painting)).toEqual(search(problem, painting))
  })

  it('finds nothing in an empty drawing', () => {
    const atlas = crowdedAtlas(3, 12, 16)
    const found = search(toyProblem(atlas, toyObservation(atlas, {})), painting)
    expect(found.sets.map(({ members, score }) => ({ members, score }))).toEqual([{ members: [], score: 0 }])
  })

  it('prefers one source that explains all to two that share it', () => {
    const atlas = toyAtlas(8, [
      { patches: { 0: 2, 1: 2, 2: 2, 3: 2 } },
      { patches: { 0: 2, 1: 2 } },
      { patches: { 2: 2, 3: 2 } },
    ])
    const found = search(toyProblem(atlas, toyObservation(atlas, { 0: 0.9, 1: 0.9, 2: 0.9, 3: 0.9 })), painting)
    expect(found.sets[0]?.members).toEqual([0])
  })

  it('never lowers a source because the hands found it', () => {
    for (const seed of seeds.slice(0, 20)) {
      const atlas = crowdedAtlas(seed, 9, 12)
      const observation = crowdedObservation(seed, atlas)
      const before = toyProblem(atlas, observation)
      const after = toyProblem(atlas, observation, [{ rows: [4], nats: 3 }])
      const p = posterior(before, search(before, painting)).marginal[4]!
      const q = posterior(after, search(after, painting)).marginal[4]!
      expect(q).toBeGreaterThanOrEqual(p - 1e-9)
    }
  })

  it('stays within its work', () => {
    const atlas = crowdedAtlas(9, 12, 16)
    const problem = toyProblem(atlas, crowdedObservation(9, atlas))
    const free = search(problem, painting).patchEvaluations
    const held = search(problem, { ...painting, workCap: Math.floor(free / 10) }).patchEvaluations
    expect(held).toBeLessThan(free / 2)
  })
})
