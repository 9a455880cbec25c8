/** A number by which something beside the drawing moves the ranking. */
import { z } from 'zod'
import { claim, id, words } from './common.ts'

export const weight = claim({
  id,
  /** What it does, in words. */
  what: words,
  value: z.number(),
  unit: z.enum(['kappa', 'factor', 'likelihood-ratio', 'count', 'share', 'mm']),
})
export type Weight = z.output<typeof weight>
