/** Recruitment problems of any size, for the solver's tests and its bench. */
import { columnsOf } from '../../src/ripple/columns.ts'
import type { Power, RecruitmentProblem } from '../../src/ripple/solver.ts'
import { randomOf } from './random.ts'

export type DenseProblem = RecruitmentProblem & { readonly dense: readonly Float64Array[] }

/** Muscles that each cross a few neighbouring coordinates, and a demand which they can meet. */
export function randomProblem(muscles: number, coordinates: number, seed: number, power: Power = 2): DenseProblem {
  const random = randomOf(seed)
  const dense = Array.from({ length: muscles }, () => {
    const column = new Float64Array(coordinates)
    const first = Math.floor(random() * coordinates)
    for (let i = first; i < Math.min(coordinates, first + 6); i++) column[i] = 80 * (random() - 0.5)
    return column
  })
  const demand = new Float64Array(coordinates)
  for (const column of dense) {
    const a = random() ** 3
    for (let i = 0; i < coordinates; i++) demand[i]! += a * column[i]!
  }
  return {
    dense,
    columns: columnsOf(dense),
    demand,
    weights: Float64Array.from({ length: muscles }, () => 0.3 + random()),
    reserveUnit: new Float64Array(coordinates).fill(1),
    reservePrice: 100,
    power,
  }
}

/** The same problem for a general solver: unknowns are activations, then reserves; quadprog counts from 1. */
export function toQuadprog(problem: DenseProblem) {
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
  return { D, d: from1(size), A, b, equalities: n }
}

/** The same problem as text for HiGHS; rows are wrapped because it reads long lines wrongly. */
export function lpText(problem: DenseProblem): string {
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
