/** A number by which something beside the drawing moves the ranking. */
import { z } from 'zod'
import { claim, dottedId, id, quality, words } from './common.ts'

/** When a rule of evidence applies. One fact each; what is unknown in a case applies no rule. */
const given = z.union([
  z.strictObject({ onset: z.enum(['gradual', 'sudden', 'injury']) }),
  z.strictObject({ durationDaysFrom: z.number().int() }),
  z.strictObject({ durationDaysBelow: z.number().int() }),
  z.strictObject({ sex: z.enum(['female', 'male']) }),
  /** Id of a screening question. */
  z.strictObject({ answer: z.strictObject({ question: id, is: z.enum(['yes', 'no']) }) }),
])

export const weight = claim({
  id,
  /** What it does, in words. */
  what: words,
  value: z.number(),
  unit: z.enum(['kappa', 'factor', 'likelihood-ratio', 'count', 'share', 'mm', 'seconds', 'discomfort']),
  given: given.optional(),
  /** To which sources it applies: kinds of source, or sources by id. */
  for: z
    .union([z.strictObject({ kinds: z.array(z.string()).min(1) }), z.strictObject({ ids: z.array(dottedId).min(1) })])
    .optional(),
  /** Of the rules of one group only the strongest counts for a source. */
  group: id.optional(),
  /** It does not count where the drawing already names one of these qualities. */
  unlessQualities: z.array(quality).optional(),
})
export type Weight = z.output<typeof weight>
