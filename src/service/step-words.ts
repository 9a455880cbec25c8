/** The next step in words: what to press, ask or measure, and where its answer goes in a case. */
import type { Step, Subject } from '../core/ranking/rank.ts'
import type { Side } from '../core/units.ts'
import type { Model } from './model.ts'

export type StepAnswer = Step & {
  /** As said to a person. */
  readonly text: string
  /** Where in a case (`unknot.case/1`) the answer goes: a list, and what to add to it. Null for a palpation (`findings`). */
  readonly into: { readonly yes: CaseEntry; readonly no: CaseEntry } | null
}

export type CaseEntry =
  | { readonly list: 'history.worseWith' | 'history.betterWith' | 'history.sameWith'; readonly add: string }
  | {
      readonly list: 'ranges'
      readonly add: { readonly movement: string; readonly side: Side | null; readonly limited: boolean }
    }

export function stepAnswer(model: Model, step: Step): StepAnswer {
  const rounded = {
    ...step,
    gainBits: Math.round(step.gainBits * 1e5) / 1e5,
    gainPerMinute: Math.round(step.gainPerMinute * 1e5) / 1e5,
  }
  if (step.kind === 'palpate') {
    const text = `Press ${muscleText(model, step.id)} on the ${step.side}: does it bring the known pain?`
    return { ...rounded, text, into: null }
  }
  return { ...rounded, text: questionText(model, step.subject), into: entriesOf(step.subject) }
}

/** "the upper trapezius", "temporalis, middle fibres": the part's name alone where it names the muscle. */
function muscleText(model: Model, point: string): string {
  for (const { name, parts } of model.knowledge.muscles) {
    const part = parts.find((one) => one.triggerPoints.some(({ id }) => id === point))
    if (part === undefined) continue
    const [whole, own] = [name.en.toLowerCase(), part.name.toLowerCase()]
    return own.includes(whole) || part.id === null ? `the ${own}` : `the ${whole}, ${own},`
  }
  return point
}

function questionText(model: Model, subject: Subject): string {
  const { movement } = subject
  if (subject.about !== 'range') {
    const asked = subject.about === 'worse' ? 'make the pain worse' : 'ease the pain'
    return `Does this ${asked}: ${movementText(model, movement)}?`
  }
  const { side } = subject
  const isDirected = model.ranking.evidence.movements.get(movement)?.hasDirections ?? false
  if (side === null) return `Measure: ${movementText(model, movement)}. Is it clearly less than usual?`
  if (isDirected)
    return `Measure: ${movementText(model, `${movement}-${side}`)}. Is it clearly less than the other way?`
  return `Measure: ${movementText(model, movement)}, on the ${side}. Is it clearly less than on the other side?`
}

/** "turning the head to the right", from a movement as a case names it. */
function movementText(model: Model, named: string): string {
  const known = model.ranking.evidence.movements.get(named)
  const side = known === undefined ? named.slice(named.lastIndexOf('-') + 1) : null
  const id = side === null ? named : named.slice(0, -side.length - 1)
  const name = model.knowledge.movements.find((movement) => movement.id === id)?.name ?? id
  const plain = name.charAt(0).toLowerCase() + name.slice(1)
  return side === null ? plain : `${plain.replace(/ (to one side|sideways)$/, '')} to the ${side}`
}

function entriesOf(subject: Subject): { readonly yes: CaseEntry; readonly no: CaseEntry } {
  if (subject.about === 'range') {
    const { movement, side } = subject
    const entry = (limited: boolean): CaseEntry => ({ list: 'ranges', add: { movement, side, limited } })
    return { yes: entry(true), no: entry(false) }
  }
  const list = subject.about === 'worse' ? 'history.worseWith' : 'history.betterWith'
  return { yes: { list, add: subject.movement }, no: { list: 'history.sameWith', add: subject.movement } }
}
