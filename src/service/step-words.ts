/** The next step in words: what to press, ask or measure, why, and where each answer goes in a case. */
import type { Factor } from '../core/pain/case.ts'
import { type AskStep, type CaseEntry, entryOf, keyOfSubject, type Palpation, type Step } from '../core/ranking/rank.ts'
import type { Side } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Model } from './model.ts'

export type Choice = {
  readonly answer: string
  /** As said to a person. */
  readonly text: string
  readonly into: CaseEntry
}

export type StepAnswer = (Palpation | Omit<AskStep, 'answers' | 'tells'>) & {
  /** Its name, by which it can be put aside (`MayAsk.skipped`). */
  readonly key: string
  /** As said to a person. */
  readonly text: string
  /** One short line; null for a palpation, which says it itself, and where an answer singles out no source. */
  readonly why: string | null
  /** What can be answered, and where in a case (`unknot.case/1`) it goes. Empty for a palpation (`findings`). */
  readonly choices: readonly Choice[]
}

export function stepAnswer(model: Model, step: Step): StepAnswer {
  const gainBits = Math.round(step.gainBits * 1e5) / 1e5
  const gainPerMinute = Math.round(step.gainPerMinute * 1e5) / 1e5
  if (step.kind === 'palpate') {
    const text = `Press ${model.pressedNames.get(step.id) ?? step.id} on the ${step.side}: does it bring the known pain?`
    const key = `palpate ${step.id} ${step.side}`
    return { ...step, gainBits, gainPerMinute, key, text, why: null, choices: [] }
  }
  const { answers, tells, ...rest } = step
  const { subject } = step
  return {
    ...rest,
    gainBits,
    gainPerMinute,
    key: keyOfSubject(subject),
    text: questionText(model, subject),
    why: whyText(model, tells),
    choices: choicesOf(subject, answers),
  }
}

function choicesOf(subject: Subject, answers: readonly string[]): Choice[] {
  // The screen takes "not sure" as a yes; for the ranking it says nothing.
  const all = subject.about === 'answer' ? [...answers, 'unsure'] : answers
  return all.map((answer) => ({ answer, text: answerWords[answer]!, into: entryOf(subject, answer) }))
}

const answerWords: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  unsure: 'Not sure',
  gradual: 'Bit by bit',
  sudden: 'Suddenly',
  injury: 'With an injury',
  days: 'Under 3 days',
  weeks: 'Up to 6 weeks',
  months: 'Up to 3 months',
  longer: 'Longer',
  dull: 'Aching, tight',
  sharp: 'Sharp, throbbing',
  burning: 'Burning, electric',
  tingling: 'Tingling, numb',
}

const factorWords: Readonly<Record<Factor, string>> = {
  overuse: 'much use of it',
  'repetitive-motion': 'the same movement again and again',
  trauma: 'a fall or a blow',
  posture: 'a long time in one position',
  stress: 'stress',
  inactivity: 'hardly any movement',
  nutrition: 'a one-sided diet',
  'poor-sleep': 'poor sleep',
  dehydration: 'drinking too little',
  'joint-problem': 'a joint problem there',
  cold: 'cold or a draught',
  illness: 'an illness',
}

type Subject = AskStep['subject']

function whyText(model: Model, tells: AskStep['tells']): string | null {
  if (tells === null) return null
  const { answer, favours, over } = tells
  const [own, other] = [nameOf(model, favours), over === null ? null : nameOf(model, over)]
  const named = (name: string, side: Side | null) => (own === other && side !== null ? `${name}, ${side}` : name)
  const said = answer === 'yes' ? 'Yes' : `“${answerWords[answer]}”`
  const first = `${said} speaks for ${named(own, favours.side)}`
  if (over === null) return `${first}.`
  const rival = named(other!, over.side)
  return answer === 'yes' ? `${first}; no for ${rival}.` : `${first} rather than ${rival}.`
}

function nameOf(model: Model, { id }: { readonly id: string }): string {
  return model.names.get(id) ?? id
}

/**
 * How each point is spoken of where it is to be pressed, by its id: "the upper trapezius", "the temporalis, middle
 * fibres,"; the part's name alone where it names the muscle.
 */
export function pressedNames({ muscles }: Pick<Knowledge, 'muscles'>): Map<string, string> {
  const names = new Map<string, string>()
  for (const { name, parts } of muscles) {
    for (const part of parts) {
      const [whole, own] = [name.en.toLowerCase(), part.name.toLowerCase()]
      const text = own.includes(whole) || part.id === null ? `the ${own}` : `the ${whole}, ${own},`
      for (const { id } of part.triggerPoints) names.set(id, text)
    }
  }
  return names
}

function questionText(model: Model, subject: Subject): string {
  switch (subject.about) {
    case 'worse':
      return `Does this make the pain worse: ${movementText(model, subject.movement)}?`
    case 'better':
      return `Does this ease the pain: ${movementText(model, subject.movement)}?`
    case 'range':
      return rangeText(model, subject.movement, subject.side)
    case 'answer':
      return model.knowledge.questions.find(({ id }) => id === subject.question)?.text ?? subject.question
    case 'factor':
      return `Did this come before the pain: ${factorWords[subject.factor]}?`
    case 'onset':
      return 'How did the pain begin?'
    case 'duration':
      return 'For how long has it hurt?'
    case 'quality':
      return 'How does it feel most of all?'
  }
}

function rangeText(model: Model, movement: string, side: Side | null): string {
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
