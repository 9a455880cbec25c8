/** Which questions matter for this drawing and this person? */
import type { Question } from '../../knowledge/schema/screening.ts'
import type { SafetyAsked, SafetyKnowledge } from './asked.ts'
import { factsOf, holds } from './facts.ts'

/**
 * The questions to ask, in the order of their groups: first those that could stop everything.
 *
 * A question without a condition always matters. What nobody knows (an age, an onset) counts as a reason to ask.
 * Follow-ups appear once the question before them is answered with yes or not sure.
 * Questions to the therapist are asked in the clinic only.
 */
export function relevantQuestions(asked: SafetyAsked, knowledge: SafetyKnowledge): readonly Question[] {
  const form = asked.form ?? 'full'
  const facts = factsOf(asked, knowledge)
  return knowledge.questions
    .filter((question) => question.forms.includes(form))
    .filter((question) => question.asks === 'person' || asked.setting === 'clinic')
    .filter((question) => question.matters === undefined || holds(question.matters, facts) !== 'no')
    .map((question, index) => ({ question, index }))
    .sort((a, b) => groupRank(a.question) - groupRank(b.question) || a.index - b.index)
    .map(({ question }) => question)
}

/** Ids of the relevant questions that have no answer yet. */
export function unansweredQuestions(asked: SafetyAsked, knowledge: SafetyKnowledge): readonly string[] {
  return relevantQuestions(asked, knowledge)
    .filter((question) => asked.answers?.[question.id] === undefined)
    .map((question) => question.id)
}

const order: readonly Question['group'][] = [
  'emergency',
  'today',
  'nerves',
  'general-health',
  'heart-and-lungs',
  'blood-vessels',
  'head-and-neck',
  'bones-and-injury',
  'joints-and-muscles',
  'belly-and-pelvis',
  'skin',
  'mind',
  'pregnancy',
  'conditions',
  'medicines',
  'examination',
]

function groupRank(question: Question): number {
  return order.indexOf(question.group)
}

/** The full questions are due again after so many days, or at once if it got worse or something is new. */
export function isFullScreenDue(daysSinceFull: number | null, isWorse: boolean, everyDays = 28): boolean {
  return daysSinceFull === null || isWorse || daysSinceFull >= everyDays
}
