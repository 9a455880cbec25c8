/**
 * What a ripple adds to a plan: muscles that may be overloaded and are worth feeling, and treated ones worth strengthening.
 * A hypothesis: a muscle with a tender spot is taken for a weaker one (A-RIPPLE-20), and the rest is the model's "what if".
 */
import type { Side } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Trouble } from '../ripple/ask.ts'
import type { LikelyNext, RippleOverTasks } from '../ripple/over-tasks.ts'
import { rippleParts } from './ripple-reading.ts'

export type PlannedMuscle = { readonly muscle: string; readonly part: string | null; readonly side: Side }

/** Share of its strength that a muscle with a treated spot is taken to have lost (A-RIPPLE-20). */
export const supposedLoss = 0.3
const mostOverloaded = 4

export type ForPlan = {
  /** May be asked for too much; none of them is treated already. Most first. */
  readonly overloaded: readonly LikelyNext[]
  /** Treated muscles whose work others take over, with how well their weakness is backed. */
  readonly strengthen: readonly (PlannedMuscle & { readonly grade: string })[]
  /** Of the whole hypothesis. */
  readonly grade: 'expert'
}

/** What to ask `rippleOverTasks` for a plan's muscles: each once. Empty where the model has none of them. */
export function planTroubles(knowledge: Knowledge, planned: readonly PlannedMuscle[]): Trouble[] {
  const asked = new Map<string, Trouble>()
  for (const { muscle, part, side } of planned) {
    const parts = rippleParts(knowledge, muscle)
    if (parts === null) continue
    const known = part !== null && parts.includes(part) ? part : null
    if (part !== null && known === null && parts.length > 0) continue
    asked.set(`${muscle} ${known} ${side}`, { muscle, part: known, side, state: 'inhibited', degree: supposedLoss })
  }
  return [...asked.values()]
}

/** @param over  the answer to `planTroubles`, in all tasks */
export function rippleForPlan(knowledge: Knowledge, planned: readonly PlannedMuscle[], over: RippleOverTasks): ForPlan {
  const isPlanned = (one: PlannedMuscle) =>
    planned.some(
      (spot) =>
        spot.muscle === one.muscle &&
        spot.side === one.side &&
        (spot.part === null || one.part === null || spot.part === one.part),
    )
  const overloaded = over.next.filter((next) => next.confidence !== 'low' && !isPlanned(next))
  const strengthen = overloaded.length === 0 ? [] : planTroubles(knowledge, planned)
  return {
    overloaded: overloaded.slice(0, mostOverloaded),
    strengthen: strengthen.map(({ muscle, part, side }) => ({
      ...{ muscle, part, side },
      grade: weaknessGrade(knowledge, muscle, part),
    })),
    grade: 'expert',
  }
}

function weaknessGrade(knowledge: Knowledge, muscle: string, part: string | null): string {
  const record = knowledge.muscles.find((one) => one.id === muscle)
  const found = record?.parts.find((one) => one.id === part) ?? record?.parts[0]
  return found?.clinic.weakness.grade ?? 'expert'
}
