/** What is done: techniques, tools, doses; and what is measured: instruments, codes. */
import { z } from 'zod'
import { claim, id, words } from './common.ts'

const range = z.strictObject({ value: z.number(), min: z.number(), max: z.number() })

export const technique = claim({
  id,
  name: words,
  alsoCalled: z.array(words),
  kind: z.enum([
    'pressure',
    'stroke',
    'position',
    'contraction',
    'stretch',
    'movement',
    'temperature',
    'breathing',
    'talk',
  ]),
  plain: words,
  how: words,
  /** Usual dose with its range; each as far as it makes sense for the technique. */
  dose: z.strictObject({
    discomfort: range.optional(),
    holdS: range.optional(),
    reps: range.optional(),
    restS: range.optional(),
    minutes: range.optional(),
    effortPercent: range.optional(),
    perMinute: range.optional(),
    timesAWeek: range.optional(),
  }),
  /** When to end it. */
  stopWhen: words,
  /** What it must not be used for. */
  limits: words,
  self: z.enum(['yes', 'light', 'no']),
  /** What trials say of it, in our words. */
  evidence: z.array(claim({ text: words, checked: z.boolean().optional() })),
})
export type Technique = z.output<typeof technique>

export const tool = claim({
  id,
  name: words,
  kind: z.enum(['contact', 'self-care']),
  /** Contact area under load, square centimetres. */
  areaCm2: z.strictObject({ from: z.number(), to: z.number() }).optional(),
  use: words,
  avoid: words,
  /** Where and how the person stands, sits or lies with it. */
  position: words.optional(),
  dose: z.strictObject({ holdS: range.optional(), reps: range.optional(), minutesMax: z.number().optional() }),
  /** How to make it stronger or gentler. */
  adjust: words.optional(),
  hard: z.boolean(),
})
export type Tool = z.output<typeof tool>

/** A constant of the program that a clinician may change, with a record of who did. */
export const dose = claim({
  id,
  /** Its name in the clinical reference, section 10. */
  key: z.string().regex(/^[a-z_0-9]+(\.[a-z_0-9]+)*$/),
  text: words,
  unit: z.enum([
    '0-10',
    's',
    'min',
    'h',
    'days',
    'weeks',
    'sessions',
    'a-week',
    'points',
    'reps',
    'percent',
    'share',
    'kPa',
    'kg/cm2',
    'mm',
    'deg',
    'a-minute',
    'rounds',
  ]),
  value: z.number(),
  min: z.number().optional(),
  max: z.number().optional(),
})
export type Dose = z.output<typeof dose>

const threshold = claim({
  value: z.number(),
  unit: z.enum(['points', 'share', 'kPa', 'deg', 'mm', 'T']),
  text: words,
  checked: z.boolean().optional(),
})

export const instrument = claim({
  id: z.string().regex(/^om-\d\d$/),
  name: words,
  alsoCalled: z.array(words),
  measures: words,
  /** items: we show the questions. total-only: the person types a total obtained elsewhere. own: measured by the program. */
  bundled: z.enum(['items', 'total-only', 'own']),
  licence: words,
  /** Only where the licence lets us show them, in the language in which they were published or in our own words. */
  items: z.array(
    z.strictObject({
      id,
      text: words,
      min: z.number(),
      max: z.number(),
      lowLabel: words,
      highLabel: words,
      options: z.array(z.strictObject({ value: z.number(), label: words })).optional(),
    }),
  ),
  score: z.strictObject({
    how: z.enum(['single', 'mean', 'sum', 'total', 'count']),
    min: z.number(),
    max: z.number(),
    better: z.enum(['lower', 'higher']),
    text: words,
  }),
  /** Smallest change beyond error, and smallest that people call meaningful. */
  mdc: z.array(threshold),
  mcid: z.array(threshold),
  when: z.array(
    z.enum([
      'baseline',
      'two-weekly',
      'review',
      'discharge',
      'three-months',
      'every-session',
      'if-headache',
      'if-back',
      'daily',
    ]),
  ),
})
export type Instrument = z.output<typeof instrument>

export const code = claim({
  id,
  system: z.enum(['LOINC', 'ICD-10-CM', 'ICD-10', 'ICD-11', 'SNOMED CT', 'UCUM']),
  code: z.string().min(1),
  means: words,
  /** False: look it up in the official browser before using it. */
  checked: z.boolean(),
  note: words.optional(),
})
export type Code = z.output<typeof code>
