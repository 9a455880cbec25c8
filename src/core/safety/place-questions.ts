/** After which answers must it be asked where on the body that is? Until it is said, everything is blocked. */
import type { SafetyKnowledge } from './asked.ts'
import { answersIn } from './screen.ts'

/** Ids of the questions, and of the conditions and medicines that a clinician may tick, to which a place belongs. */
export function questionsWithPlace(knowledge: SafetyKnowledge): ReadonlySet<string> {
  const records = [...knowledge.redFlags, ...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy]
  return new Set(
    records.flatMap((record) => {
      const placed = record.levels.filter((level) => level.effects?.some((effect) => effect.where === 'named'))
      return placed.length === 0 ? [] : [record.id, ...placed.flatMap((level) => answersIn(level.when))]
    }),
  )
}
