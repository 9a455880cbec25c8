/**
 * Reads an ask of the ripple (`unknot.ripple/1`): every problem at once, each with its path, what was expected and what
 * to do. A wrong entry hides no other, and no text from outside is repeated unless it is a slip of a known name.
 */
import { z } from 'zod'
import type { Parsed, Side } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { RippleTask } from '../knowledge/schema/model.ts'
import type { RippleAsk } from '../ripple/ask.ts'
import { inOrder, type Located, located } from './case-problems.ts'
import { ofAskIssue, slipOf } from './ripple-problems.ts'

export const rippleSchema = 'unknot.ripple/1'
/** How much shorter than its resting length a tight muscle may be. */
const mostTight = 0.2

const side = z.enum(['left', 'right'])
const shape = z.strictObject({
  schema: z.literal(rippleSchema),
  task: z.string(),
  standingOn: side.optional(),
  workingSide: z.enum(['left', 'right', 'both']).optional(),
  posture: z.enum(['fixed', 'free']).default('fixed'),
  trouble: z.array(
    z.strictObject({
      muscle: z.string(),
      part: z.string().nullable().default(null),
      side,
      state: z.enum(['inhibited', 'tight']),
      degree: z.number().min(0).max(1),
    }),
  ),
})

export function parseRippleAsk(knowledge: Knowledge, value: unknown): Parsed<RippleAsk> {
  const parsed = shape.safeParse(value)
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => ofAskIssue(issue, value))),
    ...namesIn(knowledge, value),
  ]
  const task = knowledge.tasks.find((one) => one.id === parsed.data?.task)
  if (!parsed.success || problems.length > 0 || task === undefined) {
    return { ok: false, problems: inOrder(problems, value) }
  }
  const { posture, trouble } = parsed.data
  return { ok: true, value: { task: task.id, working: workingSide(task, parsed.data), posture, trouble } }
}

export function parseRippleText(knowledge: Knowledge, text: string): Parsed<RippleAsk> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, problems: [located([], 'not-json', 'this is not JSON', 'write one JSON object').problem] }
  }
  return parseRippleAsk(knowledge, value)
}

/** The named side, else the one of the first trouble, else right. */
function workingSide(task: RippleTask, read: z.output<typeof shape>): Side | 'both' {
  const named =
    task.workingIs === 'standing-leg' ? (read.standingOn ?? read.workingSide) : (read.workingSide ?? read.standingOn)
  const chosen = named ?? read.trouble[0]?.side ?? 'right'
  return chosen === 'both' && task.sided !== 'one-or-both' ? 'right' : chosen
}

/** What is wrong with names and with what belongs to them, whatever else is wrong; other types are the schema's. */
function namesIn(knowledge: Knowledge, value: unknown): Located[] {
  if (!isRecord(value)) return []
  const problems: Located[] = []
  const task = knowledge.tasks.find((one) => one.id === value.task)
  if (typeof value.task === 'string' && task === undefined) {
    const known = knowledge.tasks.map((one) => one.id)
    problems.push(slipOf(['task'], value.task, known, '"unknot ripple --tasks" lists the tasks'))
  }
  if (value.workingSide === 'both' && task?.sided === 'one') {
    problems.push(located(['workingSide'], 'unknown-name', `${task.id} works one side`, 'use "left" or "right"'))
  }
  if (!Array.isArray(value.trouble)) return problems
  return value.trouble.reduce<Located[]>((all, one, k) => {
    if (isRecord(one)) all.push(...troubleProblems(knowledge, one, ['trouble', k]))
    return all
  }, problems)
}

function troubleProblems(
  knowledge: Knowledge,
  { muscle, part, state, degree }: Record<string, unknown>,
  at: readonly PropertyKey[],
): Located[] {
  const problems: Located[] = []
  const inModel = knowledge.modelMuscles.find((one) => one.muscle === muscle)
  if (typeof muscle === 'string' && inModel === undefined) problems.push(unknownMuscle(knowledge, muscle, at))
  if (inModel !== undefined && typeof part === 'string') {
    const parts = [...new Set(inModel.elements.flatMap((one) => (one.part === null ? [] : [one.part])))]
    const otherwise = parts.length === 0 ? 'leave "part" out: the model has it whole' : `known are ${parts.join(', ')}`
    if (!parts.includes(part)) problems.push(slipOf([...at, 'part'], part, parts, otherwise))
  }
  if (state === 'tight' && typeof degree === 'number' && degree > mostTight && degree <= 1) {
    const message = `must be at most ${mostTight} for a tight muscle`
    const hint = 'it is the share of its resting length that is missing'
    problems.push(located([...at, 'degree'], 'out-of-range', message, hint))
  }
  return problems
}

function unknownMuscle(knowledge: Knowledge, muscle: string, at: readonly PropertyKey[]): Located {
  const lists = '"unknot ripple --strengths" lists the muscles of the model'
  if (knowledge.muscles.some((one) => one.id === muscle)) {
    return located([...at, 'muscle'], 'unknown-name', `${muscle} is not in the model`, lists)
  }
  const names = knowledge.modelMuscles.map((one) => one.muscle)
  return slipOf([...at, 'muscle'], muscle, names, lists)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
