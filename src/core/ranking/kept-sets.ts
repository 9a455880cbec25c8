/**
 * The sets that a search has met: each is written down as its parent and the row that joined, and its members are
 * spelled out only for the few that are asked for.
 */
import { largestFirst } from './largest-first.ts'
import { highCode, lowCode, SeenCodes } from './set-codes.ts'

export type KeptSet = {
  /** Rows, ascending. */
  readonly members: readonly number[]
  /** Log posterior against the empty set, nats. */
  readonly score: number
}

/** Sets this many nats below the best are forgotten. */
export const keepWithin = 8

/** The empty set, which stands in every store from the beginning. */
export const emptySet = 0

export class SetStore {
  /** Score of the best set so far, nats. */
  best = 0
  private readonly parents = [-1]
  private readonly joined = [-1]
  private readonly scores = [0]
  private readonly highs = [0]
  private readonly lows = [0]
  private readonly spelled = new Map<number, readonly number[]>([[emptySet, []]])
  private readonly seen = new SeenCodes()

  constructor() {
    this.seen.add(0, 0)
  }

  /** True the first time that this set with one more row is met. */
  visit(set: number, joining: number): boolean {
    return this.seen.add((this.highs[set]! + highCode(joining)) | 0, (this.lows[set]! + lowCode(joining)) | 0)
  }

  /** Keeps a set with one more row. @returns its number */
  keep(set: number, joining: number, score: number): number {
    if (score > this.best) this.best = score
    this.parents.push(set)
    this.joined.push(joining)
    this.scores.push(score)
    this.highs.push((this.highs[set]! + highCode(joining)) | 0)
    return this.lows.push((this.lows[set]! + lowCode(joining)) | 0) - 1
  }

  /** A set by its members, to go on from. It is kept if it was not met before. @returns its number */
  spell(members: readonly number[], score: number): number {
    const high = members.reduce((sum, row) => (sum + highCode(row)) | 0, 0)
    const low = members.reduce((sum, row) => (sum + lowCode(row)) | 0, 0)
    const isNew = this.seen.add(high, low)
    if (isNew && score > this.best) this.best = score
    this.parents.push(-1)
    this.joined.push(-1)
    this.scores.push(isNew ? score : Number.NEGATIVE_INFINITY)
    this.highs.push(high)
    const set = this.lows.push(low) - 1
    this.spelled.set(set, members)
    return set
  }

  score(set: number): number {
    return this.scores[set]!
  }

  /** Rows of a set, ascending. */
  members(set: number): readonly number[] {
    const known = this.spelled.get(set)
    if (known !== undefined) return known
    const members = withRow(this.members(this.parents[set]!), this.joined[set]!)
    this.spelled.set(set, members)
    return members
  }

  /** How many sets there are: they are numbered from 0. */
  get count(): number {
    return this.scores.length
  }

  /** The best `most` of the sets from number `from` on, best first. */
  bestFrom(from: number, most: number): number[] {
    const best: number[] = []
    for (let set = from; set < this.scores.length; set++) {
      if (best.length === most && !this.isBefore(set, best[most - 1]!)) continue
      if (best.length === most) best.pop()
      let at = best.length
      while (at > 0 && this.isBefore(set, best[at - 1]!)) at--
      best.splice(at, 0, set)
    }
    return best
  }

  /** All that are good enough to keep, best first. */
  kept(): KeptSet[] {
    const good: KeptSet[] = []
    for (let set = 0; set < this.scores.length; set++) {
      const score = this.scores[set]!
      if (score >= this.best - keepWithin) good.push({ members: this.members(set), score })
    }
    return bestFirst(good)
  }

  private isBefore(a: number, b: number): boolean {
    const [x, y] = [this.scores[a]!, this.scores[b]!]
    return x === y ? byMembers(this.members(a), this.members(b)) < 0 : x > y
  }
}

/** Best first; of equal scores the set of the lower rows. */
export function bestFirst(sets: readonly KeptSet[]): KeptSet[] {
  const order = largestFirst(
    sets.map(({ score }) => score),
    (a, b) => byMembers(sets[a]!.members, sets[b]!.members),
  )
  return Array.from(order, (at) => sets[at]!)
}

function byMembers(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length)
  for (let k = 0; k < length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!
  return a.length - b.length
}

/** Ascending rows with one more. */
export function withRow(members: readonly number[], row: number): number[] {
  const wider = new Array<number>(members.length + 1)
  let at = members.length
  for (; at > 0 && members[at - 1]! > row; at--) wider[at] = members[at - 1]!
  wider[at] = row
  while (at-- > 0) wider[at] = members[at]!
  return wider
}
