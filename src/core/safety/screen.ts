/**
 * Is it safe to treat this person, where, and within which limits?
 *
 * Follows clinical reference 4.0 to 4.5. The highest action wins and nothing is ever lowered: adding a yes, a
 * condition or a medicine can only make a screening stricter. "Not sure" counts as yes. A question that
 * matters and is not answered keeps a case from being clear. Pain, person and history alone raise what they can,
 * however well a muscle would explain the drawing.
 *
 * Reasons are fixed sentences of the knowledge: they never repeat what a person said.
 */
import type { ActionCode, Condition, Level, RedFlag } from '../../knowledge/schema/screening.ts'
import type { When } from '../../knowledge/schema/when.ts'
import type { SafetyAsked, SafetyKnowledge } from './asked.ts'
import { factsOf, holds, type Truth } from './facts.ts'
import { unansweredQuestions } from './relevant-questions.ts'
import { type Flag, rankOf, type Screening, screeningOf, withinOfAction } from './screening.ts'

/** The strictest finding first; flags of one action in the order of the records. */
export function screen(asked: SafetyAsked, knowledge: SafetyKnowledge): Screening {
  const raised = raisedFlags(asked, knowledge)
  const unanswered = mostUrgentFirst(unansweredQuestions(asked, knowledge), raised, knowledge)
  const unheard = unheardAnswers(asked, knowledge, raised)
  const all = [...raised, ...unknownConditions(asked, knowledge), ...unheard, ...openQuestions(unanswered)]
  return screeningOf(all, unanswered, knowledge)
}

/** First what a red flag that is already raised waits for: an answer may make it stricter. */
function mostUrgentFirst(questions: readonly string[], raised: readonly Flag[], knowledge: SafetyKnowledge): string[] {
  const ids = new Set(raised.map((flag) => flag.id))
  const waitedFor = new Set(
    knowledge.redFlags
      .filter((flag) => ids.has(flag.id))
      .flatMap((flag) => flag.levels.flatMap((level) => answersIn(level.when))),
  )
  return [...questions.filter((id) => waitedFor.has(id)), ...questions.filter((id) => !waitedFor.has(id))]
}

/** One flag a record at most: that of its strictest level that holds, with the effects of all that hold. */
export function raisedFlags(asked: SafetyAsked, knowledge: SafetyKnowledge): Flag[] {
  const records: readonly (RedFlag | Condition)[] = [
    ...knowledge.redFlags,
    ...knowledge.conditions,
    ...knowledge.medicines,
    ...knowledge.pregnancy,
  ]
  const facts = factsOf(asked, knowledge)
  return records.flatMap((record) => {
    const holding = record.levels
      .map((level) => ({ level, truth: holds(level.when, facts), action: actionOf(level, asked) }))
      .filter(({ truth }) => truth !== 'no')
      .sort((a, b) => rankOf(b.action) - rankOf(a.action))
    const [strictest] = holding
    if (strictest === undefined) return []
    return [
      flagOf(
        record.id,
        strictest,
        holding.map(({ level }) => level),
      ),
    ]
  })
}

function actionOf(level: Level, asked: SafetyAsked): ActionCode {
  return asked.setting === 'clinic' && level.inClinic !== undefined ? level.inClinic : level.action
}

function flagOf(id: string, strictest: { level: Level; truth: Truth; action: ActionCode }, levels: Level[]): Flag {
  const { level, truth, action } = strictest
  const within = withinOfAction(action)
  return {
    id,
    because: level.because,
    action,
    say: level.say,
    ...(within === undefined ? {} : { within }),
    unsure: truth === 'unsure',
    effects: levels.flatMap((one) => one.effects ?? []),
    asked: [...new Set(levels.flatMap((one) => answersIn(one.when)))],
  }
}

/** A yes that no record takes up is still a reason for care. */
function unheardAnswers(asked: SafetyAsked, knowledge: SafetyKnowledge, raised: readonly Flag[]): Flag[] {
  const heard = new Set(raised.flatMap((flag) => flag.asked))
  return knowledge.questions.flatMap((question) => {
    const answer = asked.answers?.[question.id]
    if (answer !== 'yes' && answer !== 'unsure') return []
    if (heard.has(question.id)) return []
    const action: ActionCode = 'CAUTION'
    const say = 'Answer the questions that follow from it, and mention it to whoever treats you.'
    const flag = { id: question.id, because: question.because, action, say, unsure: answer === 'unsure' }
    return [{ ...flag, effects: [], asked: [question.id] }]
  })
}

/** A condition that the knowledge does not have may need any care: everything waits until it is known. */
function unknownConditions(asked: SafetyAsked, knowledge: SafetyKnowledge): Flag[] {
  const known = new Set([...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy].map((one) => one.id))
  return [...(asked.conditions ?? []), ...(asked.medicines ?? [])]
    .filter((listed) => !known.has(listed.id))
    .map((listed) => ({
      id: listed.id,
      because: 'A condition or medicine was named about which nothing is known here.',
      action: 'BLOCK_REGION',
      say: 'Nothing is pressed until somebody who knows it has agreed.',
      unsure: true,
      effects: [{ kind: 'block', where: 'everywhere' }],
      asked: [],
    }))
}

function openQuestions(unanswered: readonly string[]): Flag[] {
  if (unanswered.length === 0) return []
  return [
    {
      id: 'unanswered',
      because: 'Questions that matter here are still open.',
      action: 'CAUTION',
      say: 'Answer the open questions before anything is pressed.',
      unsure: true,
      effects: [],
      asked: [...unanswered],
    },
  ]
}

/** Every question named in a rule. */
export function answersIn(when: When): readonly string[] {
  if ('any' in when) return when.any.flatMap(answersIn)
  if ('all' in when) return when.all.flatMap(answersIn)
  if ('of' in when) return when.of.flatMap(answersIn)
  return 'answer' in when ? [when.answer] : []
}
