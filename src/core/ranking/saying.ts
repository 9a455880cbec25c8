/**
 * What an answer would say about each source in this very case: how the ranking would move its log-odds.
 *
 * Caps, groups and what the drawing already says count here exactly as they do in the evidence, so that a question whose
 * answers could move nothing any more is worth nothing.
 */
import type { Case } from '../pain/case.ts'
import { enter, entryOf, isAnswered } from './answers.ts'
import type { Asking } from './asking.ts'
import type { Atlas, Row } from './atlas.ts'
import { answerNats, type EvidenceIndex, factorSum, heldFactors, heldMovements, movementSum } from './evidence.ts'
import { type EvidenceRule, rulesFor, rulesNats } from './evidence-rules.ts'

/** Nats for each answer of one question. */
export type Say = { readonly question: number; readonly nats: readonly number[] }

/** What the answers would say of a row, of each question in which it has a say and which is not answered yet. */
export type Saying = (row: number) => readonly Say[]

/** While somebody paints the case stays the same object, and so does all that its answers would say. */
const known = new WeakMap<Asking, WeakMap<Case, Map<number, Saying>>>()

/** @param felt  bits of the qualities that are known already */
export function sayingOf(atlas: Atlas, evidence: EvidenceIndex, asking: Asking, given: Case, felt: number): Saying {
  const ofCases = known.get(asking) ?? new WeakMap<Case, Map<number, Saying>>()
  known.set(asking, ofCases)
  const ofCase = ofCases.get(given) ?? new Map<number, Saying>()
  ofCases.set(given, ofCase)
  const saying = ofCase.get(felt) ?? newSaying(atlas, evidence, asking, given, felt)
  ofCase.set(felt, saying)
  return saying
}

function newSaying(atlas: Atlas, evidence: EvidenceIndex, asking: Asking, given: Case, felt: number): Saying {
  const { weights } = evidence
  const isOpen = asking.askables.map(({ subject }) => !isAnswered(subject, given))
  const now = rulesFor(evidence, given, felt)
  const after = new Map<number, readonly (readonly EvidenceRule[])[]>()
  const rulesAfter = (question: number) => {
    const ready = after.get(question)
    if (ready !== undefined) return ready
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
    const said = byRow.get(i)
    if (said !== undefined) return said
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
