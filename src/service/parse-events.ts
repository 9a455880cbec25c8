/** Reads events that came from a file: every problem at once, nothing guessed, nothing of their content repeated. */
import { z } from 'zod'
import { type CareEvent, clearedBy, eventSchema, signs } from '../core/care/event.ts'
import { noticed } from '../core/care/session-log.ts'
import { drawingSchema } from '../core/pain/drawing.ts'
import type { Parsed, Problem } from '../core/units.ts'
import { actionCode } from '../knowledge/schema/screening.ts'

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
const name = z.string().min(1).max(200)
const text = z.string().max(20_000)
const rating = z.number().min(0).max(10)
const side = z.enum(['left', 'right'])
const sex = z.enum(['female', 'male', 'other'])
const form = z.enum(['full', 'short'])
const ids = z.array(z.string().max(100)).max(500)
const spot = z.strictObject({ point: name, muscle: name, part: name.nullable(), side })
const place = z.strictObject({ region: name, side: side.nullable() })
const plan = z.looseObject({ points: z.array(z.looseObject({})).max(20) })

const act = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('pain'), when: z.enum(['before', 'after']), value: rating }),
  z.strictObject({ act: z.literal('point-opened'), key: name }),
  z.strictObject({ act: z.literal('point-pain'), key: name, when: z.enum(['before', 'after']), value: rating }),
  z.strictObject({ act: z.literal('hold-started'), key: name, rep: z.number().int().min(1) }),
  z.strictObject({
    act: z.literal('hold-ended'),
    key: name,
    rep: z.number().int().min(1),
    heldS: z.number().min(0),
    end: z.enum(['released', 'no-release', 'too-much', 'nerve-sign', 'body-sign', 'stopped', 'not-found', 'done']),
  }),
  z.strictObject({ act: z.literal('rated'), key: name, value: rating }),
  z.strictObject({ act: z.literal('said'), key: name, word: z.enum(['more', 'less', 'good']) }),
  z.strictObject({ act: z.literal('noticed'), key: name, what: z.enum(noticed) }),
  z.strictObject({ act: z.literal('felt'), key: name, sign: name }),
  z.strictObject({ act: z.literal('pressed'), key: name, level: z.number().min(1).max(5) }),
  z.strictObject({ act: z.literal('changed-to'), key: name, technique: name.optional(), tool: name.optional() }),
  z.strictObject({ act: z.literal('told'), key: name, rule: name }),
  z.strictObject({ act: z.literal('point-closed'), key: name, why: z.enum(['done', 'skipped', 'stopped']) }),
  z.strictObject({ act: z.literal('point-added'), key: name, spot }),
  z.strictObject({ act: z.literal('reordered'), keys: ids }),
  z.strictObject({ act: z.literal('paused') }),
  z.strictObject({ act: z.literal('resumed') }),
])

const report = z.strictObject({
  hoursAfter: z.number().min(0),
  abovePoints: rating.optional(),
  bruise: z.enum(['none', 'light', 'marked']).optional(),
  isSleepDisturbed: z.boolean().optional(),
  headacheHours: z.number().min(0).optional(),
  signs: ids.optional(),
  painNow: rating.optional(),
})

const history = z.strictObject({
  onset: z.enum(['gradual', 'sudden', 'injury']).optional(),
  durationDays: z.number().min(0).max(40_000).optional(),
  factors: ids.optional(),
  worseWith: ids.optional(),
  betterWith: ids.optional(),
})

const envelope = {
  schema: z.literal(eventSchema),
  id: uuid,
  device: name,
  seq: z.number().int().min(1),
  atMs: z.number().int().min(0),
  person: name,
}

const of = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ ...envelope, kind: z.literal(kind), ...shape })

const age = z.number().min(0).max(120).optional()
const decision = z.enum(['clear', 'caution', 'refer', 'emergency'])

const event = z.discriminatedUnion('kind', [
  of('person-added', {
    name,
    setting: z.enum(['self', 'clinic']),
    ageYears: age,
    sex: sex.optional(),
    isDemo: z.literal(true).optional(),
  }),
  of('person-changed', { name: name.optional(), ageYears: age, sex: sex.optional() }),
  of('intended-use-read', {}),
  of('episode-opened', {}),
  of('history-told', { history }),
  of('drawing-saved', { drawing: z.looseObject({ schema: z.literal(drawingSchema), strokes: z.array(z.unknown()) }) }),
  of('answered', { question: name, version: z.number().int(), answer: z.enum(['yes', 'no', 'unsure']).nullable() }),
  of('places-named', { question: name, places: z.array(place) }),
  of('screen-begun', { form, questions: ids }),
  of('condition-told', { record: name, holds: z.boolean(), places: z.array(place).max(500).optional() }),
  of('screened', {
    form,
    decision,
    flags: ids,
    stops: z
      .array(z.strictObject({ flag: name, action: actionCode }))
      .max(500)
      .optional(),
  }),
  of('caution-accepted', { flags: ids, marks: ids.optional(), reason: text.min(1) }),
  of('stop-cleared', { flags: ids, who: z.enum(clearedBy), reason: text.min(1) }),
  of('measure-withdrawn', { measure: name }),
  of('finding-recorded', { spot, sign: z.enum(signs), value: z.boolean().nullable() }),
  of('measured', {
    instrument: name,
    values: z.record(z.string(), z.number()),
    words: z.record(z.string(), text).optional(),
    movement: name.optional(),
    spot: spot.optional(),
    session: name.optional(),
  }),
  of('plan-made', { plan, because: z.enum(['first', 'again']) }),
  of('plan-changed', { field: name, target: name.nullable(), from: text, to: text, plan }),
  of('session-started', { plan, minutes: z.number().min(1).max(240) }),
  of('session-act', { session: name, act }),
  of('session-ended', { session: name, why: z.enum(['finished', 'stopped']) }),
  of('followed-up', { session: name, report }),
  of('note-written', {
    session: name,
    text: z.strictObject({ subjective: text, objective: text, assessment: text, plan: text }),
  }),
  of('note-signed', { session: name, by: name }),
  of('note-amended', { session: name, by: name, text: text.min(1) }),
  of('consent-told', { agreed: z.boolean() }),
])

/** The events of a file of that schema. */
export function parseEvents(fileText: string, schema: string): Parsed<readonly CareEvent[]> {
  let value: unknown
  try {
    value = JSON.parse(fileText)
  } catch {
    return { ok: false, problems: [whole('not-json', 'this file is not JSON', 'choose a file that Unknot saved')] }
  }
  const file = z.object({ schema: z.literal(schema), events: z.array(z.unknown()) }).safeParse(value)
  if (!file.success) {
    return {
      ok: false,
      problems: [whole('no-record', 'this is no record of Unknot', 'choose a file that Unknot saved')],
    }
  }
  const problems: Problem[] = []
  const events: CareEvent[] = []
  for (const [index, one] of file.data.events.entries()) {
    const parsed = event.safeParse(one)
    if (parsed.success) events.push(parsed.data as unknown as CareEvent)
    else problems.push(...parsed.error.issues.map((issue) => problemOf(issue, index)))
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: events }
}

function whole(code: string, message: string, hint: string): Problem {
  return { code, path: '(whole)', message, hint }
}

/** Only where and what kind of thing is wrong: never the value, which may be about somebody's health. */
function problemOf(issue: z.core.$ZodIssue, index: number): Problem {
  return {
    code: issue.code,
    path: ['events', index, ...issue.path.map(String)].join('.'),
    message: 'this is not as an event of Unknot has it',
    hint: 'restore a file as it was saved',
  }
}
