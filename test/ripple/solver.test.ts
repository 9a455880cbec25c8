import highsLoader from 'highs'
import quadprog from 'quadprog'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/ripple/columns.ts'
import { type RecruitmentProblem, recruit } from '../../src/ripple/solver.ts'
import { type DenseProblem, randomProblem } from './problems.ts'
import { randomOf } from './random.ts'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

/** The same problem for a general solver: unknowns are activations, then reserves; quadprog counts from 1. */
function byQuadprog(problem: DenseProblem): number[] {
  const m = problem.dense.length
  const n = problem.demand.length
  const size = m + n
  const from1 = (length: number) => new Array<number>(length + 1).fill(0)
  const D = Array.from({ length: size + 1 }, () => from1(size))
  for (let j = 1; j <= m; j++) D[j]![j] = problem.weights[j - 1]!
  for (let i = 1; i <= n; i++) D[m + i]![m + i] = problem.reservePrice / problem.reserveUnit[i - 1]! ** 2
  const constraints = n + 2 * m
  const A = Array.from({ length: size + 1 }, () => from1(constraints))
  const b = from1(constraints)
  for (let i = 1; i <= n; i++) {
    for (let j = 1; j <= m; j++) A[j]![i] = problem.dense[j - 1]![i - 1]!
    A[m + i]![i] = 1
    b[i] = problem.demand[i - 1]!
  }
  for (let j = 1; j <= m; j++) {
    A[j]![n + j] = 1
    A[j]![n + m + j] = -1
    b[n + m + j] = -1
  }
  const result = quadprog.solveQP(D, from1(size), A, b, n)
  return result.solution.slice(1, m + 1)
}

/** The same problem as text for HiGHS; rows are wrapped because it reads long lines wrongly. */
function lpText(problem: DenseProblem): string {
  const m = problem.dense.length
  const sum = (terms: string[]) => terms.reduce((text, term, k) => `${text}${k % 6 === 5 ? '\n' : ' '}${term}`, '')
  const signed = (value: number, name: string) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`
  const squares = [
    ...Array.from(problem.weights, (weight, j) => `+ ${weight} a${j} ^2`),
    ...Array.from(problem.reserveUnit, (unit, i) => `+ ${problem.reservePrice / unit ** 2} s${i} ^2`),
  ]
  const rows = Array.from(problem.demand, (torque, i) => {
    const terms = problem.dense.flatMap((column, j) => (column[i] === 0 ? [] : [signed(column[i]!, `a${j}`)]))
    return ` t${i}: ${sum([...terms, `+ 1 s${i}`])} = ${torque}`
  })
  const bounds = [
    ...Array.from({ length: m }, (_, j) => ` 0 <= a${j} <= 1`),
    ...Array.from(problem.demand, (_, i) => ` s${i} free`),
  ]
  return `Minimize\n obj: [ ${sum(squares)} ] / 2\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd\n`
}

function kktError(problem: RecruitmentProblem, dense: readonly Float64Array[]): number {
  const answer = recruit(problem)
  let worst = 0
  for (let i = 0; i < problem.demand.length; i++) {
    const given = dense.reduce((sum, column, j) => sum + column[i]! * answer.activations[j]!, 0) + answer.reserves[i]!
    worst = Math.max(worst, Math.abs(given - problem.demand[i]!))
  }
  return worst
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
