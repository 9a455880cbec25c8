/** A muscle: what it is, where it runs, its trigger points, and how each is found and treated. */
import { z } from 'zod'
import { area, claim, commonness, dottedId, id, muscleRef, quality, textClaim, words, zone } from './common.ts'

export const joint = z.enum([
  'jaw',
  'face',
  'hyoid',
  'head',
  'neck',
  'thoracic',
  'thoracolumbar',
  'lumbar',
  'lumbosacral',
  'ribs',
  'abdomen',
  'pelvic-floor',
  'sternoclavicular',
  'scapula',
  'shoulder',
  'elbow',
  'forearm',
  'wrist',
  'thumb',
  'fingers',
  'hip',
  'knee',
  'ankle',
  'subtalar',
  'midfoot',
  'great-toe',
  'toes',
])

export const jointMovement = z.enum([
  'flexion',
  'extension',
  'abduction',
  'adduction',
  'horizontal-abduction',
  'horizontal-adduction',
  'internal-rotation',
  'external-rotation',
  'lateral-flexion',
  'rotation',
  'plantarflexion',
  'dorsiflexion',
  'inversion',
  'eversion',
  'elevation',
  'depression',
  'protraction',
  'retraction',
  'upward-rotation',
  'downward-rotation',
  'pronation',
  'supination',
  'radial-deviation',
  'ulnar-deviation',
  'opposition',
  'opening',
  'closing',
  'side-shift',
  'breathing-in',
  'breathing-out',
  'compression',
  'support',
  'expression',
  'stabilisation',
])

/** One end of a muscle. `landmarks` in the order in which the strands lie. */
const attachment = claim({ landmarks: z.array(id).min(1), words })

/** A line of fibres from origin to insertion through landmarks, by their bone points. */
const strand = z.strictObject({
  through: z.array(id).min(2),
  /** Full width of the strand at its belly, millimetres. */
  widthMm: z.number().min(2).max(160),
})

const action = claim({
  joint,
  movement: jointMovement,
  /** For side-bending and turning: towards the muscle's own side or away from it. */
  towards: z.enum(['same', 'other']).optional(),
  role: z.enum(['prime', 'assists']),
  /** Only in this situation, such as "with the arm raised". */
  when: words.optional(),
})

const movementLink = claim({
  /** Id of knowledge/movements, without side. */
  movement: id,
  towards: z.enum(['same', 'other']).optional(),
  text: words,
})

const palpation = claim({
  /** How the person lies or sits. */
  position: words,
  technique: z.enum(['flat', 'pincer', 'deep', 'intraoral', 'not-palpable']),
  how: words,
  /** What is felt under the finger. */
  feel: words,
  /** What must not be pressed there. */
  avoid: words,
})

const treatment = claim({
  /** Ids of knowledge/techniques, the usual first. */
  techniques: z.array(id).min(1),
  contacts: z.array(
    z.enum(['fingertip', 'fingers', 'thumb', 'knuckle', 'fist', 'forearm', 'elbow', 'pincer-grip', 'tool']),
  ),
  /** Where the pressure goes, such as "towards the ribs". */
  direction: words,
  how: words,
})

const stretch = claim({ how: words, avoid: words.optional() })

const selfCare = claim({
  possible: z.enum(['yes', 'light', 'stretch-only', 'no']),
  tools: z.array(
    z.enum(['fingers', 'soft-ball', 'firm-ball', 'peanut', 'hook', 'roller', 'roller-stick', 'heat-pack', 'partner']),
  ),
  /** What to do, or why not. */
  how: words,
})

const caution = claim({
  /** Region rule of the clinical reference such as `rg-01`, where one applies. */
  region: z
    .string()
    .regex(/^rg-\d\d$/)
    .optional(),
  text: words,
})

const lookalike = claim({
  /** Either another source (id of knowledge/other-sources) or another muscle. */
  otherSource: dottedId.optional(),
  muscle: id.optional(),
  part: id.nullable().optional(),
  /** What tells the two apart. */
  text: words,
}).refine((value) => value.otherSource !== undefined || value.muscle !== undefined, 'name an otherSource or a muscle')

const companion = claim({
  kind: z.enum(['satellite', 'synergist', 'antagonist', 'together']),
  ...muscleRef,
  text: words.optional(),
})

const triggerPoint = z.strictObject({
  /** `<muscle>.<n>` or `<muscle>.<part>.<n>`. */
  id: dottedId,
  where: claim({
    text: words,
    /** Which strand of the part, from 0. */
    strand: z.number().int().min(0),
    /** How far along it from origin (0) to insertion (1). */
    along: z.number().min(0).max(1),
    /** The nearest landmark a finger can find. */
    near: id,
    depthMm: z.number().min(1).max(120),
  }),
  refersTo: z.array(zone).min(1),
  feels: claim({ text: words, qualities: z.array(quality).min(1) }),
  /** How the finger gets to this very point, and what it meets. */
  find: textClaim,
  commonness: claim({ level: commonness }),
  takenFor: z.array(lookalike).optional(),
  satellites: z.array(companion).optional(),
  cautions: z.array(caution).optional(),
  self: selfCare.optional(),
})

const part = z.strictObject({
  /** The part's id of the contract; null where the muscle has no parts. */
  id: id.nullable(),
  name: words,
  attachments: z.strictObject({ from: z.array(attachment).min(1), to: z.array(attachment).min(1) }),
  strands: z.array(strand).min(1),
  fibres: textClaim,
  actions: z.array(action).min(1),
  triggerPoints: z.array(triggerPoint).min(1),
  clinic: z.strictObject({
    /** Which movements and activities hurt or load it. */
    hurtsWith: z.array(movementLink).min(1),
    easesWith: z.array(movementLink).optional(),
    /** Which movement it limits. */
    limits: z.array(movementLink),
    weakness: textClaim,
    /** What can cause it and what keeps it, by the factors of the contract. */
    causes: z
      .array(
        claim({
          factor: z.enum([
            'overuse',
            'repetitive-motion',
            'trauma',
            'posture',
            'stress',
            'inactivity',
            'nutrition',
            'poor-sleep',
            'dehydration',
            'joint-problem',
            'cold',
            'illness',
          ]),
          text: words,
        }),
      )
      .min(1),
    goesWith: z.array(companion),
    takenFor: z.array(lookalike).min(1),
    palpate: palpation,
    treat: treatment,
    stretch,
    self: selfCare,
    cautions: z.array(caution),
  }),
})

export const muscle = z.strictObject({
  id,
  name: z.strictObject({ en: words, la: words }),
  /** Names people type into a search: "traps", "jaw muscle". */
  alsoCalled: z.array(words),
  area,
  /** Plain words first: what it is and does, for somebody without anatomy. */
  plain: textClaim,
  layer: claim({
    depth: z.enum(['superficial', 'intermediate', 'deep']),
    coveredBy: z.array(id),
    covers: z.array(id),
  }),
  nerves: z
    .array(
      claim({
        /** Id of knowledge/nerves. */
        nerve: id,
        roots: z.array(z.string().regex(/^(C[1-8]|T([1-9]|1[0-2])|L[1-5]|S[1-5]|Co1|CN(V|VII|XI|XII|V3))$/)),
        parts: z.array(id).optional(),
      }),
    )
    .min(1),
  parts: z.array(part).min(1),
})

export type Muscle = z.output<typeof muscle>
export type MusclePart = Muscle['parts'][number]
export type TriggerPoint = MusclePart['triggerPoints'][number]
export type Zone = TriggerPoint['refersTo'][number]
