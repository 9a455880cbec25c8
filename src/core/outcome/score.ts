/** From the answers of a questionnaire to its score; incomplete answers have none. */
import type { Instrument } from '../../knowledge/schema/therapy.ts'

export type Score =
  | { readonly kind: 'score'; readonly value: number; readonly notes: readonly string[] }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'out-of-range'; readonly items: readonly string[] }

/**
 * @param answers  by item id; for an instrument of which only the total is entered, under `total`
 *
 * A mean is taken over the items that were answered if the person names them (PSFS: one to three activities),
 * over all items otherwise. Instruments whose ratings stand alone are read rating by rating.
 */
export function scoreOf(instrument: Instrument, answers: Readonly<Record<string, number>>): Score {
  const { how, min, max } = instrument.score
  if (instrument.bundled === 'total-only') {
    const { total } = answers
    if (total === undefined) return { kind: 'incomplete', missing: ['total'] }
    return total < min || total > max ? { kind: 'out-of-range', items: ['total'] } : score(total)
  }
  const outside = instrument.items.filter(({ id, min: low, max: high }) => {
    const value = answers[id]
    return value !== undefined && !(value >= low && value <= high)
  })
  if (outside.length > 0) return { kind: 'out-of-range', items: outside.map((item) => item.id) }
  const answered = instrument.items.filter((item) => answers[item.id] !== undefined)
  const missing = instrument.items.filter((item) => answers[item.id] === undefined).map((item) => item.id)
  const isPersonal = instrument.id === 'om-03'
  if (answered.length === 0 || (missing.length > 0 && !isPersonal && how !== 'single')) {
    return { kind: 'incomplete', missing }
  }
  const values = answered.map((item) => answers[item.id]!)
  const sum = values.reduce((total, value) => total + value, 0)
  if (how === 'single') return score(values[0]!)
  if (how === 'mean') return score(sum / values.length)
  return score(sum, instrument.id === 'om-14' ? pairs(answers) : [])
}

/** Three or more in a pair of the PHQ-4 is worth a talk. */
const worthATalk = 3

function pairs(answers: Readonly<Record<string, number>>): readonly string[] {
  const worry = (answers.nervous ?? 0) + (answers.worrying ?? 0)
  const mood = (answers.interest ?? 0) + (answers.down ?? 0)
  return [
    ...(worry >= worthATalk ? ['Worry is high enough to talk about it.'] : []),
    ...(mood >= worthATalk ? ['Mood is low enough to talk about it.'] : []),
  ]
}

function score(value: number, notes: readonly string[] = []): Score {
  return { kind: 'score', value, notes }
}
