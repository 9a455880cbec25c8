import highsLoader from 'highs'
import quadprog from 'quadprog'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/ripple/columns.ts'
import { type RecruitmentProblem, recruit } from '../../src/ripple/solver.ts'
import { changesOf, problemOf } from '../../src/ripple/statics.ts'
import { inhibited, opened } from './model.ts'
import { type DenseProblem, lpText, randomProblem, toQuadprog } from './problems.ts'
import { randomOf } from './random.ts'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

function kktError(problem: RecruitmentProblem, dense: readonly Float64Array[]): number {
  const answer = recruit(problem)
  let worst = 0
  for (let i = 0; i < problem.demand.length; i++) {
    const given = dense.reduce((sum, column, j) => sum + column[i]! * answer.activations[j]!, 0) + answer.reserves[i]!
    worst = Math.max(worst, Math.abs(given - problem.demand[i]!))
  }
  return worst
}

function byQuadprog(problem: DenseProblem): number[] {
  const { D, d, A, b, equalities } = toQuadprog(problem)
  return quadprog.solveQP(D, d, A, b, equalities).solution.slice(1, problem.dense.length + 1)
}

describe('recruit', () => {
  it.each(seeds)('agrees with quadprog (seed %i)', (seed) => {
    const problem = randomProblem(30, 8, seed)
    const ours = recruit(problem)
    const theirs = byQuadprog(problem)
    expect(ours.converged).toBe(true)
    for (const [j, a] of theirs.entries()) expect(ours.activations[j]).toBeCloseTo(a, 6)
  })

  it('agrees with HiGHS', async () => {
    const highs = await highsLoader()
    for (const seed of [11, 12, 13]) {
      const problem = randomProblem(40, 10, seed)
      const ours = recruit(problem)
      const theirs = highs.solve(lpText(problem))
      expect(theirs.Status).toBe('Optimal')
      for (let j = 0; j < 40; j++) {
        const column = theirs.Columns[`a${j}`] as { Primal: number }
        expect(Math.abs(ours.activations[j]! - column.Primal)).toBeLessThan(2e-3)
      }
    }
  })

  it('agrees with quadprog and HiGHS on a task of the model', async () => {
    const { model } = await opened()
    const changes = changesOf(model.kinematics, [inhibited('gluteus-medius', 0.5)])
    const { situation } = model.prepare('single-leg-stance', 'right')
    const { problem, dense } = problemOf(model.kinematics, situation, changes)
    const ours = recruit(problem)
    expect(ours.converged).toBe(true)
    for (const [j, a] of byQuadprog({ ...problem, dense }).entries()) expect(ours.activations[j]).toBeCloseTo(a, 9)
    const theirs = (await highsLoader()).solve(lpText({ ...problem, dense }))
    for (let j = 0; j < dense.length; j++) {
      const { Primal } = theirs.Columns[`a${j}`] as { Primal: number }
      expect(Math.abs(ours.activations[j]! - Primal)).toBeLessThan(2e-3)
    }
  })

  it.each(seeds)('balances torques, p = 2 and p = 3, at 200 muscles and 45 coordinates (seed %i)', (seed) => {
    for (const power of [2, 3] as const) {
      const problem = randomProblem(200, 45, seed, power)
      const answer = recruit(problem)
      expect(answer.converged).toBe(true)
      expect(answer.steps).toBeLessThan(60)
      expect(kktError(problem, problem.dense)).toBeLessThan(1e-6)
      expect(Math.max(...answer.reserves.map(Math.abs))).toBeLessThan(0.02)
    }
  })

  it('finds the closed form of two muscles about one hinge', () => {
    const problem = { ...randomProblem(2, 1, 1), columns: columnsOf([[30], [10]]), demand: Float64Array.from([10]) }
    const { activations } = recruit({ ...problem, weights: Float64Array.from([1, 1]), reservePrice: 1e3 })
    expect(activations[0]! / activations[1]!).toBeCloseTo(3, 6)
    expect(activations[0]! * 30 + activations[1]! * 10).toBeCloseTo(10, 4)
    const cubic = recruit({ ...problem, weights: Float64Array.from([1, 1]), reservePrice: 1e3, power: 3 }).activations
    expect(cubic[0]! / cubic[1]!).toBeCloseTo(Math.sqrt(3), 2)
  })

  it('says by a reserve that a demand can not be met, and does not stall', () => {
    const problem = { ...randomProblem(2, 1, 1), columns: columnsOf([[30], [10]]), demand: Float64Array.from([100]) }
    const answer = recruit({ ...problem, weights: Float64Array.from([1, 1]) })
    expect(answer.converged).toBe(true)
    expect([...answer.activations]).toEqual([1, 1])
    expect(answer.reserves[0]).toBeCloseTo(60, 6)
  })

  it.each(seeds)('never gets cheaper when a muscle gets weaker (seed %i)', (seed) => {
    const problem = randomProblem(60, 15, seed)
    const random = randomOf(seed)
    const weak = Math.floor(random() * 60)
    const dense = problem.dense.map((column, j) => (j === weak ? column.map((value) => value * 0.4) : column))
    const cost = (answer: ReturnType<typeof recruit>) =>
      answer.effort + 50 * answer.reserves.reduce((sum, reserve) => sum + reserve ** 2, 0)
    const before = cost(recruit(problem))
    expect(cost(recruit({ ...problem, columns: columnsOf(dense) }))).toBeGreaterThanOrEqual(before - 1e-7)
  })

  it('takes a start from nearby and ends at the same answer', () => {
    const problem = randomProblem(100, 30, 3)
    const cold = recruit(problem)
    const warm = recruit(problem, cold.prices)
    expect(warm.steps).toBeLessThanOrEqual(1)
    for (let j = 0; j < 100; j++) expect(warm.activations[j]).toBeCloseTo(cold.activations[j]!, 7)
  })
})
