/** A task made ready for one side: which coordinates it sets, what bears the body, how posture may give way. */
import type { PointMm, Side } from '../core/units.ts'
import type { RippleTask } from '../knowledge/schema/model.ts'
import type { BodyModel } from './body-model.ts'

const radians = Math.PI / 180

export type Bearing = {
  readonly segment: number
  readonly atMm: PointMm
  readonly mostN: number
  readonly heel: boolean
}

export type Adaptation = {
  readonly id: string
  /** Radians of each coordinate a degree. */
  readonly direction: Float64Array
  readonly fromDeg: number
  readonly toDeg: number
}

export type GoalKind = RippleTask['goals'][number]['kind']

export type TaskSetup = {
  readonly id: string
  readonly working: Side | 'both'
  /** The side that directions such as a lean are counted towards. */
  readonly leading: Side
  /** Radians. */
  readonly angles: Float64Array
  readonly bearings: readonly Bearing[]
  readonly loads: readonly { readonly segment: number; readonly atMm: PointMm; readonly massKg: number }[]
  readonly finds: readonly Float64Array[]
  readonly goals: readonly { readonly kind: GoalKind; readonly sides: readonly Side[] }[]
  readonly adaptations: readonly Adaptation[]
}

type SideWord = 'working' | 'other' | 'both' | 'middle'

/** Ground and bed bear anything. */
const mostOfGroundN = 1500

export function setUpTask(model: BodyModel, task: RippleTask, working: Side | 'both'): TaskSetup {
  const leading: Side = working === 'both' ? 'right' : working
  const sidesOf = (word: SideWord): readonly Side[] => {
    if (word === 'both') return ['left', 'right']
    if (word === 'working') return working === 'both' ? ['left', 'right'] : [working]
    if (word === 'other') return working === 'both' ? [] : [working === 'left' ? 'right' : 'left']
    return []
  }
  /** Index and factor of each coordinate meant; on the midline a side is a direction. */
  const meant = (id: string, word: SideWord): readonly (readonly [number, number])[] => {
    const alone = model.coordinates.findIndex((one) => one.id === id && one.side === null)
    if (alone >= 0) {
      if (word === 'middle') return [[alone, 1]]
      const towards = word === 'other' ? (leading === 'left' ? 'right' : 'left') : leading
      return [[alone, towards === 'left' ? 1 : -1]]
    }
    return sidesOf(word).map((side) => [model.coordinate(id, side), 1] as const)
  }
  const vector = (
    moves: readonly { readonly coordinate: string; readonly side: SideWord; readonly share: number }[],
  ) => {
    const direction = new Float64Array(model.coordinates.length)
    for (const move of moves) {
      for (const [index, factor] of meant(move.coordinate, move.side))
        direction[index]! += factor * move.share * radians
    }
    return direction
  }
  const angles = new Float64Array(model.coordinates.length)
  for (const angle of task.posture.angles) {
    for (const [index, factor] of meant(angle.coordinate, angle.side)) angles[index] = factor * angle.deg * radians
  }
  const placesOn = (on: string, landmark: string, word: SideWord) =>
    (word === 'middle' ? [null] : sidesOf(word)).map((side) => ({
      segment: model.segment(on, side),
      atMm: model.place({ landmark }, side),
    }))
  return {
    id: task.id,
    working,
    leading,
    angles,
    bearings: task.contacts.flatMap((contact) =>
      placesOn(contact.on, contact.landmark, contact.side).map((one) => ({
        ...one,
        mostN: contact.mostN ?? mostOfGroundN,
        heel: contact.landmark.startsWith('heel'),
      })),
    ),
    loads: task.loads.flatMap((load) =>
      placesOn(load.on, load.landmark, load.side).map((one) => ({ ...one, massKg: load.massKg })),
    ),
    finds: task.finds.map((find) => vector(find.moves)),
    goals: task.goals.map((goal) => ({ kind: goal.kind, sides: sidesOf(goal.side) })),
    adaptations: task.adapts.map((adapt) => ({
      id: adapt.id,
      direction: vector(adapt.moves),
      fromDeg: adapt.fromDeg,
      toDeg: adapt.toDeg,
    })),
  }
}
