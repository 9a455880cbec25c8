/** What keeps people safe: questions, red flags, conditions, medicines, pregnancy, places that need care. */
import { z } from 'zod'
import { claim, id, muscleRef, words } from './common.ts'
import { when } from './when.ts'

/** What the program must do; see clinical reference 4.0. Mildest last. */
export const actionCode = z.enum([
  'STOP_EMERGENCY',
  'STOP_SAME_DAY',
  'STOP_REFER',
  'BLOCK_REGION',
  'CLINICIAN_ONLY',
  'MODIFY',
  'CAUTION',
])
export type ActionCode = z.output<typeof actionCode>

/** What the program says first to whoever meets an action, in whole sentences. One record for each code. */
export const action = claim({ id, code: actionCode, say: words })
export type Action = z.output<typeof action>

export const position = z.enum([
  'lying-on-front',
  'lying-flat-long',
  'floor',
  'head-turned',
  'end-range',
  'arm-overhead',
])
export type Position = z.output<typeof position>

/**
 * Where an effect reaches. `painted`: where it hurts. `named`: where the person says that it is; until
 * that is said, everywhere.
 */
const where = z.union([
  z.enum(['everywhere', 'painted', 'named']),
  z.strictObject({
    regions: z.array(id).min(1).optional(),
    side: z.enum(['left', 'right']).optional(),
    muscles: z.array(z.strictObject(muscleRef)).min(1).optional(),
  }),
])

const limits = {
  /** Discomfort on the 0 to 10 scale that is never passed. */
  discomfortMax: z.number().min(0).max(10).optional(),
  holdMaxS: z.number().min(1).max(300).optional(),
  repsMax: z.number().int().min(1).max(5).optional(),
  pointsMax: z.number().int().min(1).max(6).optional(),
  minutesMax: z.number().min(1).max(90).optional(),
  /** Ids of knowledge/tools and knowledge/techniques that stay away from there. */
  toolsOff: z.array(id).min(1).optional(),
  techniquesOff: z.array(id).min(1).optional(),
  /** Only these ways of holding it, where only few are safe. */
  techniquesOnly: z.array(id).min(1).optional(),
  positionsOff: z.array(position).min(1).optional(),
  /** For the person and the therapist, in plain words. */
  note: words.optional(),
}

/** block: no pressure. clinician-only: none alone. light: gentle only. limit: allowed within the limits named. */
export const effect = z.strictObject({ kind: z.enum(['block', 'clinician-only', 'light', 'limit']), where, ...limits })
export type Effect = z.output<typeof effect>

const level = z.strictObject({
  when,
  action: actionCode,
  /** What a clinician's own examination makes of it, where that differs from self-care. */
  inClinic: actionCode.optional(),
  /** The reason, as told to the person. */
  because: words,
  /** What to do beyond what the action always says. */
  say: words,
  effects: z.array(effect).optional(),
})
export type Level = z.output<typeof level>

export const question = claim({
  id,
  /** As asked of a person; version counts changes of the wording. */
  text: words,
  version: z.number().int().min(1),
  group: z.enum([
    'emergency',
    'nerves',
    'general-health',
    'heart-and-lungs',
    'blood-vessels',
    'head-and-neck',
    'bones-and-injury',
    'joints-and-muscles',
    'belly-and-pelvis',
    'skin',
    'conditions',
    'medicines',
    'pregnancy',
    'mind',
    'today',
    'examination',
  ]),
  asks: z.enum(['person', 'therapist']),
  /** What a yes to this question alone leads to. */
  ifYes: z.enum(['caution', 'refer', 'emergency']),
  within: z.enum(['now', 'today', 'weeks']).optional(),
  /** Asked only if this holds; always if absent. */
  matters: when.optional(),
  /** full: before the first plan. short: before every session. */
  forms: z.array(z.enum(['full', 'short'])).min(1),
  because: words,
})
export type Question = z.output<typeof question>

export const redFlag = claim({
  id: z.string().regex(/^rf-\d\d$/),
  name: words,
  /** What is feared, in plain words, without alarm. */
  plain: words,
  levels: z.array(level).min(1),
})
export type RedFlag = z.output<typeof redFlag>

/** Whom to call, by where somebody is. The first of the records, by id, is the one for everywhere else. */
export const emergencyNumber = claim({
  id,
  /** Where it is called. */
  name: words,
  number: z.string().regex(/^\d{2,5}$/),
  /** What is told first in an emergency there. */
  say: words,
  /** Somebody to talk to, for thoughts of self-harm. */
  crisis: z.strictObject({ name: words, number: z.string().regex(/^[\d ]{3,12}$/) }).optional(),
})
export type EmergencyNumber = z.output<typeof emergencyNumber>

/** A condition, a group of medicines, a fact about pregnancy: what it changes, where. */
export const condition = claim({
  id: z.string().regex(/^(ci|dr|pg)-\d\d$/),
  name: words,
  alsoCalled: z.array(words),
  kind: z.enum(['absolute', 'regional', 'relative', 'medicine', 'pregnancy']),
  plain: words,
  /** How it stands in the list of what a person has, if not by its name; false: it does not stand there. */
  inList: z.union([words, z.literal(false)]).optional(),
  /** Many have it: it stands before rarer ones. */
  isCommon: z.literal(true).optional(),
  levels: z.array(level).min(1),
  /** False: a cut-off in it was compiled from general knowledge and is not quoted to a user before a check. */
  checked: z.boolean().optional(),
})
export type Condition = z.output<typeof condition>

/** A place that needs care whoever is pressed there. */
export const cautionRegion = claim({
  id: z.string().regex(/^rg-\d\d$/),
  name: words,
  /** What lies there that must not be hurt. */
  atRisk: words,
  plain: words,
  /** The regions and muscles that it touches: each such muscle names it among its cautions. */
  touches: z.strictObject({ regions: z.array(id), muscles: z.array(z.strictObject(muscleRef)) }),
  /** What holds for a clinician, and what for somebody alone. */
  clinician: z.array(effect),
  self: z.array(effect),
  /** Red flags to be asked first. */
  askFirst: z.array(z.string().regex(/^rf-\d\d$/)).optional(),
  checked: z.boolean().optional(),
})
export type CautionRegion = z.output<typeof cautionRegion>

/** Under which regions of the skin a muscle is pressed: what blocks the region blocks the muscle. */
export const musclePlace = claim({
  id,
  places: z.array(z.strictObject({ part: id.nullable(), regions: z.array(id).min(1) })).min(1),
})
export type MusclePlace = z.output<typeof musclePlace>
