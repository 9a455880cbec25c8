/**
 * What an answer would say about each source in this very case: how the ranking would move its log-odds.
 *
 * Caps, groups and what the drawing already says count here exactly as they do in the evidence, so that a question whose
 * answers could move nothing any more is worth nothing.
 */
import type { Case } from '../pain/case.ts'
import { enter, entryOf, isAnswered } from './answers.ts'
import type { Askable, Asking } from './asking.ts'
import type { Atlas, Row } from './atlas.ts'
import { answerNats, type EvidenceIndex, factorSum, heldFactors, heldMovements, movementSum } from './evidence.ts'
import { type EvidenceRule, rulesFor, rulesNats } from './evidence-rules.ts'

/** Nats for each answer of one question. */
export type Say = { readonly question: number; readonly nats: readonly number[] }

/** What the answers would say of a row, of each question in which it has a say and which is open. */
export type Saying = (row: number) => readonly Say[]

/**
 * @param felt    bits of the qualities that are known already
 * @param mayAsk  whether a question is open to be put: answered ones never are
 */
export function sayingOf(
  atlas: Atlas,
  evidence: EvidenceIndex,
  asking: Asking,
  given: Case,
  felt: number,
  mayAsk: (askable: Askable) => boolean,
): Saying {
  const { weights } = evidence
  const isOpen = asking.askables.map((one) => !isAnswered(one.subject, given) && mayAsk(one))
  const now = rulesFor(evidence, given, felt)
  const after = new Map<number, readonly (readonly EvidenceRule[])[]>()
  const rulesAfter = (question: number) => {
    const known = after.get(question)
    if (known !== undefined) return known
    const { subject, answers } = asking.askables[question]!
    const made = answers.map((answer) => rulesFor(evidence, enter(given, entryOf(subject, answer)), felt))
    after.set(question, made)
    return made
  }
  const moved = {
    worse: answerNats(weights, 'movement-worse'),
    better: answerNats(weights, 'movement-better'),
    range: answerNats(weights, 'movement-limited'),
    factor: answerNats(weights, 'factor-match'),
  }
  const says = (question: number, row: Row, sums: Sums): readonly number[] => {
    const { about } = asking.askables[question]!.subject
    switch (about) {
      case 'worse':
      case 'better':
      case 'range': {
        const { yes, no } = moved[about]
        const before = heldMovements(weights, sums.movements)
        return [yes, no].map((nats) => heldMovements(weights, sums.movements + nats) - before)
      }
      case 'factor': {
        const { yes, no } = moved.factor
        const before = heldFactors(weights, sums.factors)
        return [yes, no].map((nats) => heldFactors(weights, sums.factors + nats) - before)
      }
      default: {
        const before = rulesNats(now, row)
        return rulesAfter(question).map((rules) => rulesNats(rules, row) - before)
      }
    }
  }
  const byRow = new Map<number, readonly Say[]>()
  return (i) => {
    const known = byRow.get(i)
    if (known !== undefined) return known
    const row = atlas.rows[i]!
    const clinical = evidence.clinical.get(row.id)
    const sums = {
      movements: clinical === undefined ? 0 : movementSum(evidence, clinical, row.side, given),
      factors: clinical === undefined ? 0 : factorSum(weights, clinical, given),
    }
    const list: Say[] = []
    for (let k = asking.rowStart[i]!; k < asking.rowStart[i + 1]!; k++) {
      const question = asking.question[k]!
      if (!isOpen[question]) continue
      const nats = says(question, row, sums)
      if (nats.some((one) => one !== 0)) list.push({ question, nats })
    }
    byRow.set(i, list)
    return list
  }
}

type Sums = { readonly movements: number; readonly factors: number }
