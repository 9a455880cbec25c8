/** Limits of a dose, and how two of them combine: the stricter of each. */
import type { Effect, Position } from '../../knowledge/schema/screening.ts'

export type Limits = {
  /** Discomfort on the 0 to 10 scale that is never passed. */
  readonly discomfortMax: number
  readonly holdMaxS: number
  readonly repsMax: number
  readonly pointsMax: number
  readonly minutesMax: number
  /** Ids of knowledge/tools and knowledge/techniques that are not used. */
  readonly toolsOff: readonly string[]
  readonly techniquesOff: readonly string[]
  /** If not null, only these techniques are used. */
  readonly techniquesOnly: readonly string[] | null
  readonly positionsOff: readonly Position[]
  readonly notes: readonly string[]
}

/** "Light" without a number of its own. */
const lightDiscomfort = 4

/** The stricter of both in every respect: smaller numbers, longer lists of what stays away. */
export function tighten(limits: Limits, effect: Effect): Limits {
  const cap = effect.discomfortMax ?? (effect.kind === 'light' ? lightDiscomfort : limits.discomfortMax)
  return {
    discomfortMax: Math.min(limits.discomfortMax, cap),
    holdMaxS: Math.min(limits.holdMaxS, effect.holdMaxS ?? limits.holdMaxS),
    repsMax: Math.min(limits.repsMax, effect.repsMax ?? limits.repsMax),
    pointsMax: Math.min(limits.pointsMax, effect.pointsMax ?? limits.pointsMax),
    minutesMax: Math.min(limits.minutesMax, effect.minutesMax ?? limits.minutesMax),
    toolsOff: union(limits.toolsOff, effect.toolsOff),
    techniquesOff: union(limits.techniquesOff, effect.techniquesOff),
    techniquesOnly: common(limits.techniquesOnly, effect.techniquesOnly),
    positionsOff: union(limits.positionsOff, effect.positionsOff),
    notes: union(limits.notes, effect.note === undefined ? undefined : [effect.note]),
  }
}

function union<T>(a: readonly T[], b: readonly T[] | undefined): readonly T[] {
  return b === undefined ? a : [...new Set([...a, ...b])]
}

function common(a: readonly string[] | null, b: readonly string[] | undefined): readonly string[] | null {
  if (b === undefined) return a
  return a === null ? b : a.filter((one) => b.includes(one))
}
