/** Doses lie within their own range, and no licensed questionnaire is shipped with its items. */
import type { Problem } from '../problem.ts'
import type { Rule } from './rule.ts'

export const measures: Rule = {
  id: 'measures',
  says: 'doses lie within their range; items only where the licence allows them',
  check(knowledge) {
    const doses = knowledge.doses
      .filter((dose) => dose.value < (dose.min ?? dose.value) || dose.value > (dose.max ?? dose.value))
      .map((dose): Problem => {
        const message = `${dose.value} lies outside ${dose.min} to ${dose.max}`
        return { code: 'dose-range', path: `doses/${dose.id}.json#/value`, message, hint: 'correct value or range' }
      })
    const instruments = knowledge.instruments
      .filter((instrument) => instrument.bundled === 'total-only' && instrument.items.length > 0)
      .map((instrument): Problem => {
        const message = 'items are shown although only the total may be entered'
        return {
          code: 'licence',
          path: `instruments/${instrument.id}.json#/items`,
          message,
          hint: 'leave the items out',
        }
      })
    return [...doses, ...instruments]
  },
}
