/**
 * When a rule holds: a small language over answers, the painted body, the person and the history.
 *
 * It has no "not": whatever is added to a case can only raise more, never hide what was raised.
 */
import { z } from 'zod'
import { id, quality } from './common.ts'

export type When =
  | { readonly any: readonly When[] }
  | { readonly all: readonly When[] }
  | { readonly atLeast: number; readonly of: readonly When[] }
  | { readonly answer: string }
  | { readonly listed: string }
  | { readonly has: string }
  | { readonly painted: Painted }
  | { readonly areasOfFive: number }
  | { readonly shareOfBody: number }
  | { readonly person: PersonIs }
  | { readonly history: HistoryIs }

const painted = z.strictObject({
  /** Anywhere if absent. */
  regions: z.array(id).min(1).optional(),
  /** `one`: on one side only. `both`: on both sides (each named region counts alone). */
  side: z.enum(['left', 'right', 'one', 'both']).optional(),
  /** At least so many of the named regions; 1 if absent. */
  count: z.number().int().min(1).optional(),
  intensityFrom: z.number().min(0).max(10).optional(),
  /** Any of these was said of the pain there. */
  qualities: z.array(quality).min(1).optional(),
})
export type Painted = z.output<typeof painted>

const person = z.strictObject({
  ageFrom: z.number().int().optional(),
  /** Up to and including. */
  ageTo: z.number().int().optional(),
  sex: z.enum(['female', 'male']).optional(),
  /** Holds only if it is known. Without this an unknown age or sex counts as if it held. */
  known: z.boolean().optional(),
})
export type PersonIs = z.output<typeof person>

const history = z.strictObject({
  onset: z
    .array(z.enum(['gradual', 'sudden', 'injury']))
    .min(1)
    .optional(),
  daysFrom: z.number().int().optional(),
  daysTo: z.number().int().optional(),
  factors: z.array(id).min(1).optional(),
  /** Holds only if it is known. Without this an unknown onset or duration counts as if it held. */
  known: z.boolean().optional(),
})
export type HistoryIs = z.output<typeof history>

export const when: z.ZodType<When> = z.lazy(() =>
  z.union([
    z.strictObject({ any: z.array(when).min(1) }),
    z.strictObject({ all: z.array(when).min(1) }),
    z.strictObject({ atLeast: z.number().int().min(1), of: z.array(when).min(1) }),
    /** Answered with yes or unsure (id of knowledge/questions). */
    z.strictObject({ answer: id }),
    /** Ticked by a clinician (id of conditions, medicines or pregnancy). */
    z.strictObject({ listed: id }),
    /** Any level of that condition, medicine or pregnancy record holds. */
    z.strictObject({ has: id }),
    z.strictObject({ painted }),
    /** Pain in at least so many of the five body areas (left and right upper, left and right lower, axial). */
    z.strictObject({ areasOfFive: z.number().int().min(1).max(5) }),
    /** At least this share of all named places is painted. */
    z.strictObject({ shareOfBody: z.number().min(0).max(1) }),
    z.strictObject({ person }),
    z.strictObject({ history }),
  ]),
) as unknown as z.ZodType<When>
