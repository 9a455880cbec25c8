import { describe, expect, it } from 'vitest'
import { changedPatches, follow } from '../../src/core/ranking/follow.ts'
import { painting } from '../../src/core/ranking/parameters.ts'
import { posterior } from '../../src/core/ranking/posterior.ts'
import { search } from '../../src/core/ranking/search.ts'
import { exactScore } from './exact.ts'
import { crowdedAtlas, seeded, toyObservation, toyProblem } from './toy.ts'

/** A drawing stroke by stroke: each adds to or takes from one or two patches. */
function strokes(seed: number, patchCount: number, count: number): Record<number, number>[] {
  const random = seeded(seed)
  const states: Record<number, number>[] = []
  let now: Record<number, number> = {}
  for (let stroke = 0; stroke < count; stroke++) {
    const patch = Math.floor(random() * patchCount)
    const share = random() < 0.2 ? 0 : random()
    now = { ...now, [patch]: share, [(patch + 1) % patchCount]: share * 0.5 }
    states.push(now)
  }
  return states
}

describe('follow', () => {
  it.each([1, 2, 3, 4, 5, 6])('keeps every score what the equations say, stroke after stroke (seed %i)', (seed) => {
    const atlas = crowdedAtlas(seed, 9, 14)
    let before = toyProblem(atlas, toyObservation(atlas, {}))
    let found = search(before, painting)
    for (const state of strokes(seed, 14, 12)) {
      const after = toyProblem(atlas, toyObservation(atlas, state))
      found = follow(before, found, after, changedPatches(before.observation, after.observation))
      before = after
    }
    const scratch = search(before, painting)
    const score = new Map(scratch.sets.map((set) => [set.members.join(), set.score]))
    for (const set of found.sets) {
      const same = score.get(set.members.join())
      if (same !== undefined) expect(set.score).toBeCloseTo(same, 6)
      expect(set.score).toBeCloseTo(exactScore(before, set.members), 1)
    }
  })

  it('stays near a fresh search over whole drawings', () => {
    const differences: number[] = []
    for (let seed = 1; seed <= 30; seed++) {
      const atlas = crowdedAtlas(seed, 12, 18)
      let before = toyProblem(atlas, toyObservation(atlas, {}))
      let found = search(before, painting)
      for (const state of strokes(seed + 500, 18, 8)) {
        const after = toyProblem(atlas, toyObservation(atlas, state))
        found = follow(before, found, after, changedPatches(before.observation, after.observation))
        before = after
      }
      const followed = posterior(before, found).marginal
      const fresh = posterior(before, search(before, painting)).marginal
      differences.push(Math.max(...fresh.map((p, i) => Math.abs(p - followed[i]!))))
    }
    differences.sort((a, b) => a - b)
    expect(differences[15]).toBeLessThan(0.05)
    expect(differences[28]).toBeLessThan(0.35)
  })
})
