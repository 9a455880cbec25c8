/** The records that others lean on: citations, assumptions, nerves, landmarks, regions, movements. */
import { z } from 'zod'
import { assumptionId, claim, grade, id, words } from './common.ts'

/** A citation: a work that exists, completely enough to be found. */
export const source = z.strictObject({
  id,
  kind: z.enum(['book', 'article', 'guideline', 'website', 'standard']),
  authors: words,
  year: z.number().int().min(1850).max(2026),
  title: words,
  /** Journal with volume and pages, or publisher with place and edition. */
  published: words,
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  pmid: z.string().regex(/^\d+$/).optional(),
  isbn: z.string().optional(),
  url: z.url().optional(),
  /** What we read of it: nobody is to think more. */
  read: z.enum(['known-work', 'abstract', 'excerpt', 'full']),
})
export type Source = z.output<typeof source>

/** Something we decided or took for granted, and how somebody could check it. */
export const assumption = z.strictObject({
  id: assumptionId,
  statement: words,
  reason: words,
  check: words,
})
export type Assumption = z.output<typeof assumption>

export const nerve = z.strictObject({
  id,
  name: words,
  roots: claim({
    all: z.array(z.string().regex(/^(C[1-8]|T([1-9]|1[0-2])|L[1-5]|S[1-5]|Co1|CN(V|VII|XI|XII|V3))$/)).min(1),
  }),
})
export type Nerve = z.output<typeof nerve>

const pointMm = z.tuple([z.number(), z.number(), z.number()])
export const landmark = z
  .strictObject({
    id,
    name: words,
    sided: z.boolean(),
    kind: z.enum(['skin', 'bone']),
    definition: words,
    /** How a finger finds it. */
    find: words.optional(),
    /** Left side for sided ones, x = 0 on the midline. */
    atMm: pointMm,
    snap: z.enum(['front', 'back', 'outer', 'inner', 'top', 'bottom']).optional(),
    /** How deep below the skin the bone lies. */
    boneDepthMm: z.number().min(0).max(80).optional(),
    source: z.union([id, z.array(id)]).optional(),
    assumption: assumptionId.optional(),
    grade,
  })
  .refine((value) => value.sided || value.atMm[0] === 0, 'a midline landmark lies at x = 0')
export type Landmark = z.output<typeof landmark>

export const region = z.strictObject({
  id,
  /** For people: "right temple" is made from side and this. */
  name: words,
  sided: z.boolean(),
  where: words,
  area: z.enum([
    'head',
    'neck',
    'shoulder',
    'arm',
    'hand',
    'trunk-front',
    'trunk-back',
    'pelvis',
    'thigh',
    'leg',
    'foot',
  ]),
  /** Other words people use for it. */
  alsoCalled: z.array(words),
})
export type Region = z.output<typeof region>

/** `checked: false`: compiled from general knowledge; not shown as a figure before somebody has looked it up. */
const figure = claim({
  from: z.number(),
  to: z.number(),
  unit: z.enum(['deg', 'mm', 'cm']),
  checked: z.boolean().optional(),
})

/** A movement or an everyday activity. Sided twins (`neck-rotation-left`) are made from `directions`. */
export const movement = z.strictObject({
  id,
  kind: z.enum(['movement', 'activity']),
  name: words,
  /** `left-right`: the case names a direction, as in `neck-rotation-right`. */
  directions: z.enum(['none', 'left-right']),
  joint: id.optional(),
  /** Usual range in degrees (or the unit given), and what a tape or phone can't tell from nothing. */
  normal: figure.optional(),
  measurementError: figure.optional(),
  /** How it is measured, in words. */
  measure: words.optional(),
})
export type Movement = z.output<typeof movement>
