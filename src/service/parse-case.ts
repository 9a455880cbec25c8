/**
 * Reads a case (`unknot.case/1`) that came from outside: every problem at once, each with its path, what was
 * expected and the nearest known name. Nothing of a wrong case is guessed.
 */
import { z } from 'zod'
import type { Case, NamedPlace } from '../core/pain/case.ts'
import { factors } from '../core/pain/case.ts'
import type { Drawing } from '../core/pain/drawing.ts'
import { qualities } from '../core/pain/paint.ts'
import type { Parsed } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { acrossFields } from './case-across.ts'
import { inOrder, ofIssue } from './case-problems.ts'

export const caseSchema = 'unknot.case/1'

/** The parser of cases for one edition of the knowledge. */
export function caseParser(knowledge: Knowledge): (value: unknown) => Parsed<Case> {
  const schema = schemaFor(knowledge)
  const across = acrossFields(knowledge)
  return (value) => {
    const parsed = schema.safeParse(value)
    const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => ofIssue(issue, value))
    const problems = inOrder([...issues, ...across(value)], value)
    return parsed.success && problems.length === 0 ? { ok: true, value: toCase(parsed.data) } : { ok: false, problems }
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
  const movements = knowledge.movements.flatMap((movement) =>
    movement.directions === 'none' ? [movement.id] : [movement.id, `${movement.id}-left`, `${movement.id}-right`],
  )
  const region = oneOf(knowledge.regions.map((one) => one.id))
  const movement = oneOf(movements)
  const side = z.enum(['left', 'right'])
  const place = z.strictObject({
    region,
    side: side.nullable().optional(),
    intensity: z.number().min(0).max(10).default(5),
    share: z.number().min(0).max(1).default(1),
    quality: z.array(z.enum(qualities)).default([]),
  })
  const sign = z.boolean().optional()
  const finding = z.strictObject({
    muscle: oneOf(knowledge.muscles.map((muscle) => muscle.id)),
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
  const range = z.strictObject({
    movement: oneOf(knowledge.movements.flatMap(({ id, normal }) => (normal === undefined ? [] : [id]))),
    side: side.nullable().default(null),
    limited: z.boolean(),
  })
  return z.strictObject({
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
        notFactors: z.array(z.enum(factors)).optional(),
        worseWith: z.array(movement).default([]),
        betterWith: z.array(movement).default([]),
        limited: z.array(movement).optional(),
        sameWith: z.array(movement).optional(),
        quality: z.array(z.enum(qualities)).optional(),
      })
      .default({ factors: [], worseWith: [], betterWith: [] }),
    answers: z.record(z.string(), z.enum(['yes', 'no', 'unsure'])).default({}),
    findings: z.array(finding).default([]),
    ranges: z.array(range).optional(),
  })
}

/** One of many names; the problem carries them, so that the nearest can be named. */
function oneOf(names: readonly string[]) {
  const known = new Set(names)
  return z.string().check((context) => {
    if (known.has(context.value)) return
    context.issues.push({ code: 'custom', input: context.value, path: [], params: { known: names } })
  })
}

/** What was painted has been checked beside the schema. */
function toCase(read: z.output<ReturnType<typeof schemaFor>>): Case {
  return {
    person: read.person,
    pain: (read.pain ?? []).map((place): NamedPlace => ({ ...place, side: place.side ?? null })),
    painted: read.painted === undefined ? null : (read.painted as Drawing),
    history: read.history,
    answers: read.answers,
    findings: read.findings,
    ranges: read.ranges,
  }
}
