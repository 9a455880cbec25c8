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
