/**
 * Reads an ask of the ripple (`unknot.ripple/1`): every problem at once, each with its path and the nearest known name.
 */
import { z } from 'zod'
import type { Parsed, Problem, Side } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { nearest } from '../knowledge/nearest.ts'
import type { RippleTask } from '../knowledge/schema/model.ts'
import type { RippleAsk } from '../ripple/ask.ts'

export const rippleSchema = 'unknot.ripple/1'
/** How much shorter than its resting length a tight muscle may be. */
const mostTight = 0.2

const keys = ['schema', 'task', 'standingOn', 'workingSide', 'posture', 'trouble']
const troubleKeys = ['muscle', 'part', 'side', 'state', 'degree']

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
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, value))
    return { ok: false, problems: [...problems, ...namesOf(knowledge, value)] }
  }
  const read = parsed.data
  const problems: Problem[] = []
  const task = knowledge.tasks.find((one) => one.id === read.task)
  if (task === undefined)
    problems.push(
      unknown(
        'task',
        read.task,
        'no task',
        knowledge.tasks.map((one) => one.id),
      ),
    )
  if (read.workingSide === 'both' && task !== undefined && task.sided === 'one') {
    problems.push({
      code: 'unknown-name',
      path: 'workingSide',
      message: `${task.id} works one side`,
      hint: 'use "left" or "right"',
    })
  }
  read.trouble.forEach((trouble, k) => {
    problems.push(...troubleProblems(knowledge, trouble, `trouble[${k}]`))
  })
  if (problems.length > 0 || task === undefined) return { ok: false, problems }
  return {
    ok: true,
    value: { task: task.id, working: workingSide(task, read), posture: read.posture, trouble: read.trouble },
  }
}

/** What is wrong with the names of an ask whose shape is wrong too, so that all is said at once. */
function namesOf(knowledge: Knowledge, value: unknown): Problem[] {
  const read = z
    .object({ task: z.unknown(), trouble: z.array(z.object({ muscle: z.string() })).catch([]) })
    .safeParse(value)
  if (!read.success) return []
  const { task, trouble } = read.data
  const wrongTask = typeof task === 'string' && !knowledge.tasks.some((one) => one.id === task)
  return [
    ...(wrongTask
      ? [
          unknown(
            'task',
            task,
            'no task',
            knowledge.tasks.map((one) => one.id),
          ),
        ]
      : []),
    ...trouble.flatMap((one, k) => muscleProblems(knowledge, one.muscle, `trouble[${k}]`)),
  ]
}

export function parseRippleText(knowledge: Knowledge, text: string): Parsed<RippleAsk> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {
      ok: false,
      problems: [{ code: 'not-json', path: '(whole)', message: 'this is not JSON', hint: 'write one JSON object' }],
    }
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

function troubleProblems(
  knowledge: Knowledge,
  trouble: z.output<typeof shape>['trouble'][number],
  path: string,
): Problem[] {
  const inModel = knowledge.modelMuscles.find((one) => one.muscle === trouble.muscle)
  if (inModel === undefined) return muscleProblems(knowledge, trouble.muscle, path)
  const problems: Problem[] = []
  const parts = [...new Set(inModel.elements.flatMap((one) => (one.part === null ? [] : [one.part])))]
  if (trouble.part !== null && !parts.includes(trouble.part)) {
    const hint = parts.length === 0 ? 'leave "part" out' : suggest(trouble.part, parts)
    problems.push({
      code: 'unknown-name',
      path: `${path}.part`,
      message: `the model has no such part of ${trouble.muscle}`,
      hint,
    })
  }
  if (trouble.state === 'tight' && trouble.degree > mostTight) {
    problems.push({
      code: 'out-of-range',
      path: `${path}.degree`,
      message: `must be at most ${mostTight} for a tight muscle`,
      hint: 'it is the share of its resting length that is missing',
    })
  }
  return problems
}

function muscleProblems(knowledge: Knowledge, muscle: string, path: string): Problem[] {
  const names = knowledge.modelMuscles.map((one) => one.muscle)
  if (names.includes(muscle)) return []
  if (!knowledge.muscles.some((one) => one.id === muscle))
    return [unknown(`${path}.muscle`, muscle, 'no muscle', names)]
  const message = `${muscle} is not in the model`
  return [
    { code: 'unknown-name', path: `${path}.muscle`, message, hint: 'unknot ripple --strengths lists those that are' },
  ]
}

function unknown(path: string, name: string, what: string, known: readonly string[]): Problem {
  return { code: 'unknown-name', path, message: `"${name.slice(0, 40)}" is ${what}`, hint: suggest(name, known) }
}

function suggest(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known)
  if (near !== '') return `did you mean "${near}"?`
  return known.length <= 20 ? `known are ${known.join(', ')}` : 'see the names of the contract'
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown): Problem[] {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? keys : troubleKeys
    return issue.keys.map((key) => ({
      code: 'unknown-key',
      path: pathOf([...issue.path, key]),
      message: `"${key.slice(0, 40)}" is no key of an ask`,
      hint: suggest(key, known),
    }))
  }
  const found = issue.path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step],
    value,
  )
  if (found === undefined) return [{ code: 'missing', path, message: 'is missing', hint: hintOf(issue) }]
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    return [{ code: 'out-of-range', path, message: 'must be between 0 and 1', hint: 'give a number in range' }]
  }
  if (issue.code === 'invalid_value') {
    return [
      {
        code: 'unknown-name',
        path,
        message: `is not one of ${issue.values.map(String).join(', ')}`,
        hint: hintOf(issue),
      },
    ]
  }
  return [
    {
      code: 'wrong-type',
      path: path === '' ? '(whole)' : path,
      message: issue.message,
      hint: 'see the contract of an ask',
    },
  ]
}

function hintOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `use ${issue.values.map((name) => `"${String(name)}"`).join(' or ')}`
  if (issue.code === 'invalid_type') return `give a value of type ${issue.expected}`
  return 'see the contract of an ask'
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, '')
}
