/** The screen hangs together: every question raises or opens something, strictest levels first, no rule in a circle. */
import type { Problem } from '../problem.ts'
import { type Action, actionCode, type Condition, type Question, type RedFlag } from '../schema/screening.ts'
import type { When } from '../schema/when.ts'
import type { Rule } from './rule.ts'

const order = ['STOP_EMERGENCY', 'STOP_SAME_DAY', 'STOP_REFER', 'BLOCK_REGION', 'CLINICIAN_ONLY', 'MODIFY', 'CAUTION']

export const screening: Rule = {
  id: 'screening',
  says: 'every action has its words; questions raise or open something; levels go from strict to mild; conditions lean on no other condition',
  check(knowledge) {
    const conditions: [string, Condition][] = [
      ...knowledge.conditions.map((one): [string, Condition] => ['conditions', one]),
      ...knowledge.medicines.map((one): [string, Condition] => ['medicines', one]),
      ...knowledge.pregnancy.map((one): [string, Condition] => ['pregnancy', one]),
    ]
    const records: [string, RedFlag | Condition][] = [
      ...knowledge.redFlags.map((one): [string, RedFlag] => ['red-flags', one]),
      ...conditions,
    ]
    return [
      ...records.flatMap(([folder, record]) => disorder(folder, record)),
      ...conditions.flatMap(([folder, record]) => circles(folder, record)),
      ...idle(knowledge.questions, records),
      ...knowledge.questions.flatMap(untimely),
      ...wordless(knowledge.actions),
    ]
  },
}

function disorder(folder: string, record: RedFlag | Condition): Problem[] {
  const ranks = record.levels.map((level) => order.indexOf(level.action))
  if (ranks.every((rank, index) => index === 0 || ranks[index - 1]! <= rank)) return []
  const path = `${folder}/${record.id}.json#/levels`
  return [
    {
      code: 'level-order',
      path,
      message: 'a milder level stands before a stricter one',
      hint: 'put the strictest first',
    },
  ]
}

function circles(folder: string, record: Condition): Problem[] {
  if (!record.levels.some((level) => atomsOf(level.when).some((atom) => 'has' in atom))) return []
  const path = `${folder}/${record.id}.json#/levels`
  return [
    {
      code: 'circle',
      path,
      message: 'a condition leans on another condition',
      hint: 'name its questions instead of "has"',
    },
  ]
}

function idle(questions: readonly Question[], records: readonly [string, RedFlag | Condition][]): Problem[] {
  const rules = [
    ...records.flatMap(([, record]) => record.levels.map((level) => level.when)),
    ...questions.flatMap((question) => (question.matters === undefined ? [] : [question.matters])),
  ]
  const used = new Set(rules.flatMap(atomsOf).flatMap((atom) => ('answer' in atom ? [atom.answer] : [])))
  // questions of the short form may open the full one and nothing else
  const mild = (question: Question) => question.forms.join() === 'short' && question.ifYes === 'caution'
  return questions
    .filter((question) => !used.has(question.id) && !mild(question))
    .map((question) => ({
      code: 'idle-question',
      path: `questions/${question.id}.json`,
      message: 'the answer changes nothing',
      hint: 'name it in a rule, or do not ask it',
    }))
}

/** Whoever meets an action reads what it says: each code has exactly one record. */
function wordless(actions: readonly Action[]): Problem[] {
  return actionCode.options
    .filter((code) => actions.filter((one) => one.code === code).length !== 1)
    .map((code) => ({
      code: 'wordless-action',
      path: 'actions',
      message: `"${code}" does not have exactly one record`,
      hint: 'write what is said first to whoever meets it',
    }))
}

function untimely(question: Question): Problem[] {
  const needed = { caution: [undefined], refer: ['today', 'weeks'], emergency: ['now'] }[question.ifYes] as unknown[]
  if (needed.includes(question.within)) return []
  const path = `questions/${question.id}.json#/within`
  return [
    {
      code: 'untimely',
      path,
      message: `"${question.within}" does not go with "${question.ifYes}"`,
      hint: `use ${needed.join(' or ')}`,
    },
  ]
}

type Atom = Exclude<When, { any: unknown } | { all: unknown } | { of: unknown }>

function atomsOf(when: When): Atom[] {
  if ('any' in when) return when.any.flatMap(atomsOf)
  if ('all' in when) return when.all.flatMap(atomsOf)
  return 'of' in when ? when.of.flatMap(atomsOf) : [when]
}
