/**
 * What all records share: ids, grades, and the backing that every claim carries.
 *
 * A claim says who says so (`source`) or that we assume it (`assumption`), and how strong that is (`grade`).
 */
import { z } from 'zod'

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
/** Ids that may carry a family before a dot, such as `facet.c2-3` or `trapezius.upper.1`. */
export const dottedId = z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/)
export const assumptionId = z.string().regex(/^A-[A-Z0-9]+(-[A-Z0-9]+)*$/, 'an assumption id looks like A-NECK-1')

/** How good the evidence is: see clinical reference 0.1. */
export const grade = z.enum(['A', 'B', 'C', 'expert', 'contested'])

/** Somebody's words that we say in our own: never empty, never padded. */
export const words = z
  .string()
  .min(3)
  .refine((text) => text.trim() === text && !/\s{2,}/.test(text), 'no spaces at the ends, none doubled')

const backing = {
  /** One or more citations: ids of knowledge/sources. */
  source: z.union([id, z.array(id).min(1)]).optional(),
  /** Where in the source, such as "ch. 6" or "table 2". */
  chapter: z.string().min(1).optional(),
  /** Where no source says it: id of knowledge/assumptions. */
  assumption: assumptionId.optional(),
  grade,
}

/** A record part that claims something about the world: it has a source or an assumption, and a grade. */
export function claim<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject({ ...shape, ...backing })
    .refine((value) => 'source' in value || 'assumption' in value, 'a claim needs a "source" or an "assumption"')
}

export const textClaim = claim({ text: words })

export const muscleRef = { muscle: id, part: id.nullable().optional() }

export const quality = z.enum([
  'aching',
  'sharp',
  'burning',
  'tingling',
  'numb',
  'stabbing',
  'throbbing',
  'tight',
  'electric',
])

/** Which part of the body a record is filed under. */
export const area = z.enum([
  'head',
  'neck',
  'shoulder',
  'arm',
  'hand',
  'chest',
  'back',
  'abdomen',
  'pelvis',
  'hip',
  'thigh',
  'leg',
  'foot',
])

/**
 * A piece of a referral pattern: a stroke along the skin through landmarks (or a disc about one),
 * with its whole width. `side` is relative to the trigger point unless it names a side.
 */
export const zone = claim({
  through: z.array(id).min(1),
  widthMm: z.number().min(8).max(260),
  strength: z.enum(['essential', 'spillover']),
  side: z.enum(['same', 'other', 'both', 'left', 'right']).default('same'),
})

/** How often a thing is met among people who hurt there; feeds the prior of the ranking. */
export const commonness = z.enum(['very-common', 'common', 'uncommon', 'rare'])
