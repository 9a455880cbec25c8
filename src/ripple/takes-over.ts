/** Who takes over, and how sure that is: names that hold whatever the exponent and the body, before those that do not. */
import type { TakesOver, Trouble } from './ask.ts'
import type { BodyModel } from './body-model.ts'

/** Rises of one part of a muscle, newtons; null where the task can't be held that way. */
export type Rises = {
  /** Its elements. */
  readonly group: readonly number[]
  readonly model: number
  readonly otherPower: number | null
  readonly bodies: readonly (number | null)[]
}

/** How many take over, for a reader: the first three. */
const places = 3
/** Smaller rises are none, newtons. */
const leastRiseN = 1
/** A rise this near to the third place's shares it: the two sides of a task that is alike on both never differ. */
const tie = 0.98

/** The troubled parts themselves are left out: a tight muscle pulls more, but takes nothing over. */
export function takesOver(body: BodyModel, troubles: readonly Trouble[], rises: readonly Rises[]): TakesOver[] {
  const others = rises.filter(({ group }) => !isTroubled(body, troubles, group[0]!))
  const ways = others.map(({ model, otherPower, bodies }) => [model, otherPower, ...bodies])
  const counts = new Int32Array(others.length)
  for (let way = 0; way < (ways[0]?.length ?? 0); way++) {
    const rises = ways.map((values) => values[way] ?? 0)
    const last = [...rises].sort((a, b) => b - a)[places - 1] ?? 0
    rises.forEach((rise, k) => {
      if (rise >= leastRiseN && rise >= tie * last) counts[k]!++
    })
  }
  return others
    .map((one, k) => ({ one, count: counts[k]!, ways: ways[k]!, order: one.model + (one.otherPower ?? one.model) }))
    .filter(({ count }) => count > 0)
    .map((found) => ({ ...found, rank: rankOf(found.count, found.ways.length) }))
    .sort((a, b) => a.rank - b.rank || b.order - a.order)
    .map(({ one, rank, ways }): TakesOver => {
      const { muscle, part, side } = body.elements[one.group[0]!]!
      const known = ways.filter((rise) => rise !== null)
      const riseN = { from: tenth(Math.min(...known)), to: tenth(Math.max(...known)) }
      return { muscle, part, side, firstThree: (['always', 'mostly', 'sometimes'] as const)[rank]!, riseN }
    })
}

function rankOf(count: number, of: number): 0 | 1 | 2 {
  return count === of ? 0 : count > of / 2 ? 1 : 2
}

function isTroubled(body: BodyModel, troubles: readonly Trouble[], element: number): boolean {
  const { muscle, part, side } = body.elements[element]!
  return troubles.some((one) => one.muscle === muscle && one.side === side && (one.part === null || one.part === part))
}

function tenth(newtons: number): number {
  return Math.round(newtons * 10) / 10 + 0
}
