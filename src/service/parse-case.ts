/**
 * Reads a case (`unknot.case/1`) that came from outside: every problem at once, each with its path, what was
 * expected and the nearest known name. Nothing of a wrong case is guessed.
 */
import { z } from 'zod'
import type { Case, NamedPlace } from '../core/pain/case.ts'
import { factors } from '../core/pain/case.ts'
import type { Drawing } from '../core/pain/drawing.ts'
import { qualities } from '../core/pain/paint.ts'
import { parseDrawing } from '../core/pain/parse-drawing.ts'
import type { Parsed, Problem } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { nearest } from '../knowledge/nearest.ts'

export const caseSchema = 'unknot.case/1'

/** The parser of cases for one edition of the knowledge. */
export function caseParser(knowledge: Knowledge): (value: unknown) => Parsed<Case> {
  const schema = schemaFor(knowledge)
  return (value) => {
    const parsed = schema.safeParse(value)
    if (!parsed.success)
      return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, value)) }
    const read = parsed.data
    const painted = read.painted === undefined ? null : parseDrawing(read.painted)
    if (painted !== null && !painted.ok) {
      return {
        ok: false,
        problems: painted.problems.map((problem) => ({ ...problem, path: `painted.${problem.path}` })),
      }
    }
    return { ok: true, value: toCase(read, painted === null ? null : painted.value) }
  }
}

/** The text of a case: JSON first, then the case in it. */
export function parseCaseText(text: string, parse: (value: unknown) => Parsed<Case>): Parsed<Case> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {
      ok: false,
      problems: [{ code: 'not-json', path: '(whole)', message: 'this is not JSON', hint: 'write one JSON object' }],
    }
  }
  return parse(value)
}

function schemaFor(knowledge: Knowledge) {
  const sided = new Map(knowledge.regions.map((region) => [region.id, region.sided]))
  const movements = knowledge.movements.flatMap((movement) =>
    movement.directions === 'none' ? [movement.id] : [movement.id, `${movement.id}-left`, `${movement.id}-right`],
  )
  const side = z.enum(['left', 'right'])
  const place = z
    .strictObject({
      region: oneOf(sided.keys()),
      side: side.nullable().optional(),
      intensity: z.number().min(0).max(10).default(5),
      share: z.number().min(0).max(1).default(1),
      quality: z.array(z.enum(qualities)).default([]),
    })
    .check((context) => {
      const { region, side: given } = context.value
      if (sided.get(region) === true && (given === undefined || given === null)) {
        context.issues.push(
          own(given, ['side'], `${region} lies on both sides`, 'add "side": "left" or "side": "right"'),
        )
      } else if (sided.get(region) === false && given !== undefined && given !== null) {
        context.issues.push(own(given, ['side'], `${region} lies on the midline and has no side`, 'leave "side" out'))
      }
    })
  const parts = new Map(
    knowledge.muscles.map((muscle) => [muscle.id, muscle.parts.flatMap((part) => (part.id === null ? [] : [part.id]))]),
  )
  const sign = z.boolean().optional()
  const finding = z
    .strictObject({
      muscle: oneOf(parts.keys()),
      part: z.string().nullable().default(null),
      side,
      tautBand: sign,
      tender: sign,
      familiarPain: sign,
      referredPain: sign,
      twitch: sign,
      thresholdKPa: z.number().positive().max(3000).optional(),
      examiner: z.enum(['clinician', 'partner', 'self']).optional(),
    })
    .check((context) => {
      const { muscle, part } = context.value
      const known = parts.get(muscle) ?? []
      if (part !== null && !known.includes(part)) {
        const hint = known.length === 0 ? 'leave "part" out' : suggest(part, known)
        context.issues.push(own(part, ['part'], `${muscle} has no part "${shorten(part)}"`, hint))
      }
    })
  return z
    .strictObject({
      schema: z.literal(caseSchema),
      person: z
        .strictObject({
          ageYears: z.number().min(0).max(120).optional(),
          sex: z.enum(['female', 'male', 'other']).optional(),
        })
        .default({}),
      pain: z.array(place).optional(),
      painted: z.unknown().optional(),
      history: z
        .strictObject({
          onset: z.enum(['gradual', 'sudden', 'injury']).optional(),
          durationDays: z.number().min(0).max(40_000).optional(),
          factors: z.array(z.enum(factors)).default([]),
          worseWith: z.array(oneOf(movements)).default([]),
          betterWith: z.array(oneOf(movements)).default([]),
        })
        .default({ factors: [], worseWith: [], betterWith: [] }),
      answers: answersSchema(knowledge),
      findings: z.array(finding).default([]),
    })
    .check((context) => {
      if (context.value.pain === undefined && context.value.painted === undefined) {
        context.issues.push(own(undefined, ['pain'], 'a case says where it hurts', 'add "pain": [] or "painted"'))
      }
    })
}

function answersSchema(knowledge: Knowledge) {
  const answer = z.enum(['yes', 'no', 'unsure'])
  const known = new Set(knowledge.questions.map((question) => question.id))
  return z
    .record(z.string(), answer)
    .default({})
    .check((context) => {
      for (const key of Object.keys(context.value)) {
        if (known.has(key)) continue
        context.issues.push(own(key, [key], 'this is no screening question', suggest(key, [...known])))
      }
    })
}

/** One of many names, with the nearest of them as the hint. */
function oneOf(names: Iterable<string>) {
  const known = new Set(names)
  return z.string().check((context) => {
    if (!known.has(context.value)) {
      context.issues.push(
        own(context.value, [], `"${shorten(context.value)}" is not known`, suggest(context.value, [...known])),
      )
    }
  })
}

type Own = { code: 'custom'; input: unknown; path: string[]; message: string; params: { hint: string } }

function own(input: unknown, path: string[], message: string, hint: string): Own {
  return { code: 'custom', input, path, message, params: { hint } }
}

function suggest(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known)
  if (near !== '') return `did you mean "${near}"?`
  return known.length <= 12 ? `known are ${known.join(', ')}` : 'see the names of the contract'
}

/** Names in messages are cut: nobody's free text belongs there. */
function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown): Problem[] {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path)
    return issue.keys.map((key) => ({
      code: 'unknown-key',
      path: pathOf([...issue.path, key]),
      message: `"${shorten(key)}" is no key of a case`,
      hint: suggest(key, known),
    }))
  }
  if (issue.code === 'custom') {
    return [{ code: 'unknown-name', path, message: issue.message, hint: String(issue.params?.hint ?? '') }]
  }
  if (issue.code === 'invalid_value') {
    const found = at(value, issue.path)
    const known = issue.values.map(String)
    const message = found === undefined ? 'is missing' : `is not one of ${known.join(', ')}`
    const hint =
      typeof found === 'string' ? suggest(found, known) : `use ${known.map((name) => `"${name}"`).join(' or ')}`
    return [{ code: found === undefined ? 'missing' : 'unknown-name', path, message, hint }]
  }
  if (issue.code === 'too_big') return [range(path, `must be at most ${issue.maximum}`)]
  if (issue.code === 'too_small') return [range(path, `must be at least ${issue.minimum}`)]
  if (issue.code === 'invalid_type') {
    const missing = at(value, issue.path) === undefined
    return [
      {
        code: missing ? 'missing' : 'wrong-type',
        path: path === '' ? '(whole)' : path,
        message: missing ? 'is missing' : `should be of type ${issue.expected}`,
        hint: `give a value of type ${issue.expected}`,
      },
    ]
  }
  return [{ code: issue.code, path, message: issue.message, hint: 'see the contract of a case' }]
}

function range(path: string, message: string): Problem {
  return { code: 'out-of-range', path, message, hint: 'give a number in range' }
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, '')
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  )
}

const keysOf: Record<string, readonly string[]> = {
  '': ['schema', 'person', 'pain', 'painted', 'history', 'answers', 'findings'],
  person: ['ageYears', 'sex'],
  pain: ['region', 'side', 'intensity', 'share', 'quality'],
  history: ['onset', 'durationDays', 'factors', 'worseWith', 'betterWith'],
  findings: [
    ...['muscle', 'part', 'side', 'tautBand', 'tender', 'familiarPain', 'referredPain', 'twitch'],
    ...['thresholdKPa', 'examiner'],
  ],
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  return keysOf[String(path[0] ?? '')] ?? []
}

function toCase(read: z.output<ReturnType<typeof schemaFor>>, painted: Drawing | null): Case {
  return {
    person: read.person,
    pain: (read.pain ?? []).map((place): NamedPlace => ({ ...place, side: place.side ?? null })),
    painted,
    history: read.history,
    answers: read.answers,
    findings: read.findings,
  }
}
