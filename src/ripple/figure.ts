/** A person in the posture of a task as a few lines: what a small picture of the task is drawn from. */
import type { Side } from '../core/units.ts'
import { findPosture } from './find-posture.ts'
import { worldPoint } from './kinematics.ts'
import type { RippleModel } from './open.ts'
import { setUpTask } from './task-setup.ts'

/** World place, metres: x to the person's left while upright, y up, z to the front. */
export type FigurePoint = readonly [x: number, y: number, z: number]

export type FigureLimb = 'head' | 'neck' | 'trunk' | 'upper-arm' | 'forearm' | 'thigh' | 'shank' | 'foot'

export type FigureLine = {
  readonly limb: FigureLimb
  readonly side: Side | null
  readonly through: readonly FigurePoint[]
}

export type Figure = {
  readonly lines: readonly FigureLine[]
  readonly shoulders: readonly [left: FigurePoint, right: FigurePoint]
  readonly hips: readonly [left: FigurePoint, right: FigurePoint]
  /** Where ground, bed or step bears the body. */
  readonly borneAt: readonly FigurePoint[]
  /** What is carried. */
  readonly carriedAt: readonly FigurePoint[]
}

type Corner = readonly [segment: string, landmark: string]

const lines: readonly { readonly limb: FigureLimb; readonly sided: boolean; readonly corners: readonly Corner[] }[] = [
  {
    limb: 'trunk',
    sided: false,
    corners: [
      ['pelvis', 'joint-l5-s1'],
      ['lumbar-lower', 'joint-l3-l4'],
      ['lumbar-upper', 'joint-t12-l1'],
      ['thorax', 'joint-c7-t1'],
    ],
  },
  {
    limb: 'neck',
    sided: false,
    corners: [
      ['thorax', 'joint-c7-t1'],
      ['neck', 'joint-c0-c1'],
    ],
  },
  {
    limb: 'head',
    sided: false,
    corners: [
      ['head', 'joint-c0-c1'],
      ['head', 'vertex'],
    ],
  },
  {
    limb: 'upper-arm',
    sided: true,
    corners: [
      ['upper-arm', 'joint-shoulder'],
      ['upper-arm', 'joint-elbow'],
    ],
  },
  {
    limb: 'forearm',
    sided: true,
    corners: [
      ['forearm', 'joint-elbow'],
      ['forearm', 'palm-centre'],
    ],
  },
  {
    limb: 'thigh',
    sided: true,
    corners: [
      ['thigh', 'joint-hip'],
      ['thigh', 'joint-knee'],
    ],
  },
  {
    limb: 'shank',
    sided: true,
    corners: [
      ['shank', 'joint-knee'],
      ['shank', 'joint-ankle'],
    ],
  },
  {
    limb: 'foot',
    sided: true,
    corners: [
      ['foot', 'heel-plantar'],
      ['foot', 'metatarsal-1-head-sole'],
      ['foot', 'great-toe-bottom'],
    ],
  },
]

/** @throws where the model has no such task */
export function figureOf(model: RippleModel, task: string, working: Side | 'both'): Figure {
  const record = model.tasks.get(task)
  if (record === undefined) throw new Error(`the model has no task "${task}"`)
  const { body, kinematics } = model
  const setup = setUpTask(body, record, working)
  const pose = kinematics.place(findPosture(kinematics, setup, setup.angles))
  const at = ([segment, landmark]: Corner, side: Side | null): FigurePoint =>
    worldPoint(body, pose, body.segment(segment, side), body.place({ landmark }, side))
  const both = (corner: Corner) => [at(corner, 'left'), at(corner, 'right')] as const
  return {
    lines: lines.flatMap(({ limb, sided, corners }) =>
      (sided ? (['left', 'right'] as const) : [null]).map((side) => ({
        limb,
        side,
        through: corners.map((corner) => at(corner, side)),
      })),
    ),
    shoulders: both(['scapula', 'joint-shoulder']),
    hips: both(['pelvis', 'joint-hip']),
    borneAt: setup.bearings.map((bearing) => worldPoint(body, pose, bearing.segment, bearing.atMm)),
    carriedAt: setup.loads.map((load) => worldPoint(body, pose, load.segment, load.atMm)),
  }
}
