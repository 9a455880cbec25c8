/**
 * The musculoskeletal model that ripples are computed on: rigid bodies, joints, muscle elements, and what is
 * published about them. Written for the left half and the midline; the right half is its image.
 */
import { z } from 'zod'
import { claim, id, words } from './common.ts'
import { joint, jointMovement } from './muscle.ts'

const vector = z.tuple([z.number(), z.number(), z.number()])

/** A landmark's place, and how far from it the point of the model lies (millimetres in body space, left side). */
const place = z.strictObject({ landmark: id, byMm: vector.optional() })

/** A rigid body. Its frame is the body space itself, in the neutral posture. */
export const modelBody = z.strictObject({
  id,
  name: words,
  sided: z.boolean(),
  /** The body that it hangs on; null for the pelvis. */
  parent: id.nullable(),
  /** Share of the body's mass. */
  mass: claim({ share: z.number().min(0).max(0.3) }),
  /** Centre of mass: `share` of the way from one place to the other. */
  centre: claim({ from: place, to: place, share: z.number().min(0).max(1) }),
})
export type ModelBody = z.output<typeof modelBody>

/** What a turn is called; without a name (the shoulder blade's tilt) its arms are not listed. */
const direction = z.strictObject({ movement: jointMovement, towards: z.enum(['left', 'right']).optional() })

const coordinate = z.strictObject({
  id,
  /** Axis in body space, left side; turning about it by the right-hand rule is the positive movement. */
  axis: vector,
  positive: direction.optional(),
  negative: direction.optional(),
  /** What a goniometer reads in the neutral posture, degrees. */
  neutralDeg: z.number().optional(),
  /** From the neutral posture, degrees. */
  range: claim({ fromDeg: z.number().min(-180).max(0), toDeg: z.number().min(0).max(190) }),
  /** What capsule, ligaments and disc resist: newton metres a degree from neutral, linear. */
  stiffness: claim({ nmPerDeg: z.number().min(0).max(10) }).optional(),
})

/** A joint without play: up to three hinges through one centre. */
export const modelJoint = claim({
  id,
  name: words,
  sided: z.boolean(),
  /** The contract's name of the joint in moment arms. */
  joint,
  body: id,
  at: place,
  /** In order from the parent to the child. */
  coordinates: z.array(coordinate).min(1).max(3),
})
export type ModelJoint = z.output<typeof modelJoint>

/** A smooth obstacle that muscles slide over. */
export const modelWrap = claim({
  id,
  name: words,
  sided: z.boolean(),
  body: id,
  kind: z.enum(['cylinder', 'sphere']),
  at: place,
  /** Of a cylinder, body space, left side. */
  axis: vector.optional(),
  radiusMm: z.number().min(3).max(120),
})
export type ModelWrap = z.output<typeof modelWrap>

/** A place where a body glides on another and can only be pushed away from it. */
export const modelContact = claim({
  id,
  name: words,
  on: id,
  against: id,
  at: place,
  /** Of the push on the first body; unit vector in body space, left side. */
  direction: vector,
  mostN: z.number().positive(),
})
export type ModelContact = z.output<typeof modelContact>

const pathPoint = z.union([
  z.strictObject({ on: id, landmark: id, byMm: vector.optional() }),
  /** `side`: the side of the obstacle on which the muscle passes. */
  z.strictObject({ wrap: id, side: place }),
])

const element = z.strictObject({
  /** Its name where a part has several. */
  element: id.nullable(),
  part: id.nullable(),
  path: claim({ points: z.array(pathPoint).min(2) }),
  strength: claim({ maxForceN: z.number().positive() }),
  fibres: claim({
    /** Fibre length at which the muscle is strongest. */
    optimalMm: z.number().min(10).max(500),
    pennationDeg: z.number().min(0).max(40),
    /** Fibre length over the optimal one in the neutral posture. */
    neutralRatio: z.number().min(0.4).max(1.4),
  }),
})

/** One muscle of the knowledge as lines of force. */
export const modelMuscle = z.strictObject({
  id,
  muscle: id,
  elements: z.array(element).min(1),
})
export type ModelMuscle = z.output<typeof modelMuscle>

const range = { fromCm: z.number(), toCm: z.number() }

/** What is published of a muscle's lever arm, as a band; `id` begins with the muscle. */
export const momentArmBand = z.strictObject({
  id,
  muscle: id,
  bands: z
    .array(
      claim({
        part: id.nullable(),
        element: id.nullable().optional(),
        joint,
        jointMovement,
        towards: z.enum(['same', 'other']).optional(),
        pose: z.string(),
        ...range,
        note: words.optional(),
      }),
    )
    .min(1),
})
export type MomentArmBand = z.output<typeof momentArmBand>

/** What is published of the torque or force that a group can give, as a band. */
export const strengthBand = claim({
  id,
  name: words,
  coordinate: id,
  direction: z.enum(['positive', 'negative']),
  /** Degrees from neutral by coordinate; others are neutral. */
  pose: z.record(z.string(), z.number()),
  fromNm: z.number().positive(),
  toNm: z.number().positive(),
})
export type StrengthBand = z.output<typeof strengthBand>

const rippleSide = z.enum(['working', 'other', 'both', 'middle'])

const angle = z.strictObject({ coordinate: id, side: rippleSide, deg: z.number() })
const share = z.strictObject({ coordinate: id, side: rippleSide, share: z.number() })

/** A posture to hold and what bears it. Sides are the working one (or the standing leg's) and the other. */
export const rippleTask = z.strictObject({
  id,
  name: words,
  /** Whether one side works: `one`, `both` (a heel raise), or `none`. */
  sided: z.enum(['none', 'one', 'one-or-both']),
  /** `leg`: the working side is the one that stands, in `march` too, where the other leg is lifted. */
  workingIs: z.enum(['standing-leg', 'lifted-leg', 'leg-on-step', 'arm', 'none']),
  /** What the picture shows, in words: read aloud in its place. */
  picture: words,
  posture: claim({ angles: z.array(angle) }),
  /** Where the body touches ground, table or seat, by landmarks. */
  contacts: z.array(
    z.strictObject({ on: id, landmark: id, side: rippleSide, mostN: z.number().positive().optional() }),
  ),
  loads: z.array(claim({ on: id, landmark: id, side: rippleSide, massKg: z.number().positive() })),
  /** Coordinates that are found, so that the goals hold: combined moves, in degrees a unit. */
  finds: z.array(z.strictObject({ id, moves: z.array(share).min(1) })),
  goals: z.array(
    z.strictObject({
      kind: z.enum([
        'sole-level-sagittal',
        'sole-level-frontal',
        'balance-sagittal',
        'balance-frontal',
        'arm-sideways-level',
        'arm-forwards-level',
        'arm-overhead',
      ]),
      side: rippleSide,
    }),
  ),
  /** How posture may give way: the names of the contract, and what one degree of each does to the coordinates. */
  adapts: z.array(
    z.strictObject({
      id,
      moves: z.array(share).min(1),
      fromDeg: z.number(),
      toDeg: z.number(),
    }),
  ),
})
export type RippleTask = z.output<typeof rippleTask>

/** What laboratories and clinics report on who works harder, beside a ripple. */
export const rippleEvidence = claim({
  id,
  /** What was weak, tight or blocked. */
  trouble: z.strictObject({ muscle: id, part: id.nullable().optional(), state: z.enum(['inhibited', 'tight']) }),
  task: id,
  found: words,
  /** Muscles that rose, by the publication. */
  rose: z.array(z.strictObject({ muscle: id, part: id.nullable().optional() })),
  unchanged: z.array(z.strictObject({ muscle: id, part: id.nullable().optional() })).optional(),
  /** How our model compares: written down, and looked at again with every edition. */
  compares: words,
})
export type RippleEvidence = z.output<typeof rippleEvidence>
