/**
 * The records of the musculoskeletal model, joined into one body with two sides.
 *
 * Everything is in body space and in the neutral posture: millimetres, x to the person's left, y up,
 * z to the front. The records describe the left half and the midline; the right half is its exact image.
 */
import type { PointMm, Side } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { ModelJoint } from '../knowledge/schema/model.ts'

export type ModelRecords = Pick<
  Knowledge,
  'modelBodies' | 'modelJoints' | 'modelWraps' | 'modelMuscles' | 'modelContacts' | 'tasks'
> & { readonly landmarks: readonly Pick<Knowledge['landmarks'][number], 'id' | 'atMm'>[] }

export type Segment = {
  readonly id: string
  readonly side: Side | null
  /** Index of the segment it hangs on; -1 for the pelvis. */
  readonly parent: number
  readonly massShare: number
  readonly centreMm: PointMm
  /** Origin of its frame: where its first joint lies. */
  readonly originMm: PointMm
}

type Direction = NonNullable<ModelJoint['coordinates'][number]['positive']>

export type Coordinate = {
  readonly id: string
  readonly side: Side | null
  /** The contract's name of its joint; null for the six of the pelvis in the world. */
  readonly joint: ModelJoint['joint'] | null
  readonly jointId: string
  /** Index of the segment that it moves. */
  readonly segment: number
  readonly slides: boolean
  /** A unit vector; turning about it by the right-hand rule (or sliding along it) is positive. */
  readonly axis: PointMm
  readonly anchorMm: PointMm
  readonly positive: Direction | null
  readonly negative: Direction | null
  /** What a goniometer reads in the neutral posture, degrees. */
  readonly neutralDeg: number
  readonly rangeDeg: readonly [number, number]
  readonly stiffnessNmPerDeg: number
}

export type PathStep =
  | { readonly kind: 'point'; readonly segment: number; readonly atMm: PointMm }
  | { readonly kind: 'wrap'; readonly wrap: number; readonly sideMm: PointMm }

export type Element = {
  readonly muscle: string
  readonly part: string | null
  readonly element: string | null
  readonly side: Side
  readonly maxForceN: number
  readonly optimalMm: number
  readonly pennationDeg: number
  readonly neutralRatio: number
  readonly path: readonly PathStep[]
}

export type Wrap = {
  readonly id: string
  readonly side: Side
  readonly segment: number
  readonly kind: 'cylinder' | 'sphere'
  readonly atMm: PointMm
  readonly axis: PointMm
  readonly radiusMm: number
}

/** A place where one segment glides on another and can only push. */
export type Glide = {
  readonly id: string
  readonly side: Side
  readonly on: number
  readonly against: number
  readonly atMm: PointMm
  /** Of the push on the first segment; unit vector, fixed to the second. */
  readonly direction: PointMm
  readonly mostN: number
}

export type BodyModel = {
  readonly massKg: number
  readonly segments: readonly Segment[]
  /** The pelvis's six in the world come first. */
  readonly coordinates: readonly Coordinate[]
  readonly elements: readonly Element[]
  readonly wraps: readonly Wrap[]
  readonly glides: readonly Glide[]
  segment(id: string, side: Side | null): number
  coordinate(id: string, side: Side | null): number
  /** A landmark's place, and how far from it the point lies, on that side. */
  place(place: PlaceRecord, side: Side | null): PointMm
}

export type PlaceRecord = { readonly landmark: string; readonly byMm?: PointMm | undefined }

/** A neutral adult of 1.75 m; weight follows from it. */
export const massKg = 75
/** How many coordinates the pelvis has in the world. */
export const rootCount = 6

export function mirrored(at: PointMm, side: Side | null): PointMm {
  return side === 'right' ? [-at[0], at[1], at[2]] : at
}

/** An axis of turning is mirrored the other way round than a place. */
function mirroredAxis(axis: PointMm, side: Side | null): PointMm {
  return side === 'right' ? [axis[0], -axis[1] + 0, -axis[2] + 0] : axis
}

const sidesOf = (sided: boolean): readonly (Side | null)[] => (sided ? ['left', 'right'] : [null])

/** A sided thing on a midline segment: `thorax` has no side, `scapula` has. */
export function bodyModel(records: ModelRecords): BodyModel {
  const landmarks = new Map(records.landmarks.map((landmark) => [landmark.id, landmark]))
  const place = (given: PlaceRecord, side: Side | null): PointMm => {
    const landmark = landmarks.get(given.landmark)
    if (landmark === undefined) throw new Error(`the model names the landmark "${given.landmark}", which is not known`)
    const [x, y, z] = landmark.atMm
    const by = given.byMm ?? [0, 0, 0]
    return mirrored([x + by[0], y + by[1], z + by[2]], side)
  }
  const segments: Segment[] = []
  const find = <T extends { readonly id: string; readonly side: Side | null }>(
    list: readonly T[],
    id: string,
    side: Side | null,
  ) => {
    const exact = list.findIndex((one) => one.id === id && one.side === side)
    const index = exact >= 0 ? exact : list.findIndex((one) => one.id === id && one.side === null)
    if (index < 0) throw new Error(`the model has no "${id}" (${side ?? 'midline'})`)
    return index
  }
  const firstJoint = (body: string) => records.modelJoints.find((joint) => joint.body === body)
  for (const record of parentsFirst(records.modelBodies)) {
    for (const side of sidesOf(record.sided)) {
      const from = place(record.centre.from, side)
      const to = place(record.centre.to, side)
      const s = record.centre.share
      const joint = firstJoint(record.id)
      const centreMm: PointMm = [
        from[0] + s * (to[0] - from[0]),
        from[1] + s * (to[1] - from[1]),
        from[2] + s * (to[2] - from[2]),
      ]
      segments.push({
        id: record.id,
        side,
        parent: record.parent === null ? -1 : find(segments, record.parent, side),
        massShare: record.mass.share,
        centreMm: side === null ? [0, centreMm[1], centreMm[2]] : centreMm,
        originMm: joint === undefined ? rootOriginMm : place(joint.at, side),
      })
    }
  }
  const segment = (id: string, side: Side | null) => find(segments, id, side)
  const coordinates: Coordinate[] = rootCoordinates()
  for (const joint of records.modelJoints) {
    for (const side of sidesOf(joint.sided)) {
      for (const one of joint.coordinates) {
        coordinates.push({
          id: one.id,
          side,
          joint: joint.joint,
          jointId: joint.id,
          segment: segment(joint.body, side),
          slides: false,
          axis: mirroredAxis(one.axis, side),
          anchorMm: place(joint.at, side),
          positive: one.positive ?? null,
          negative: one.negative ?? null,
          neutralDeg: one.neutralDeg ?? 0,
          rangeDeg: [one.range.fromDeg, one.range.toDeg],
          stiffnessNmPerDeg: one.stiffness?.nmPerDeg ?? 0,
        })
      }
    }
  }
  const wraps = records.modelWraps.flatMap((wrap) =>
    (['left', 'right'] as const).map(
      (side): Wrap => ({
        id: wrap.id,
        side,
        segment: segment(wrap.body, side),
        kind: wrap.kind,
        atMm: place(wrap.at, side),
        axis: mirroredAxis(wrap.axis ?? [1, 0, 0], side),
        radiusMm: wrap.radiusMm,
      }),
    ),
  )
  const elements = records.modelMuscles.flatMap((muscle) =>
    muscle.elements.flatMap((one) =>
      (['left', 'right'] as const).map(
        (side): Element => ({
          muscle: muscle.muscle,
          part: one.part,
          element: one.element,
          side,
          maxForceN: one.strength.maxForceN,
          optimalMm: one.fibres.optimalMm,
          pennationDeg: one.fibres.pennationDeg,
          neutralRatio: one.fibres.neutralRatio,
          path: one.path.points.map(
            (point): PathStep =>
              'wrap' in point
                ? { kind: 'wrap', wrap: find(wraps, point.wrap, side), sideMm: place(point.side, side) }
                : { kind: 'point', segment: segment(point.on, side), atMm: place(point, side) },
          ),
        }),
      ),
    ),
  )
  const glides = records.modelContacts.flatMap((contact) =>
    (['left', 'right'] as const).map(
      (side): Glide => ({
        id: contact.id,
        side,
        on: segment(contact.on, side),
        against: segment(contact.against, side),
        atMm: place(contact.at, side),
        direction: mirrored(contact.direction, side),
        mostN: contact.mostN,
      }),
    ),
  )
  return {
    massKg,
    segments,
    coordinates,
    elements,
    wraps,
    glides,
    segment,
    coordinate: (id, side) => find(coordinates, id, side),
    place,
  }
}

/** The pelvis turns about a point between the hips. */
const rootOriginMm: PointMm = [0, 925, 0]

function rootCoordinates(): Coordinate[] {
  const one = (id: string, axis: PointMm, slides: boolean): Coordinate => ({
    id,
    side: null,
    joint: null,
    jointId: 'root',
    segment: 0,
    slides,
    axis,
    anchorMm: rootOriginMm,
    positive: null,
    negative: null,
    neutralDeg: 0,
    rangeDeg: [-180, 180],
    stiffnessNmPerDeg: 0,
  })
  return [
    one('pelvis-x', [1, 0, 0], true),
    one('pelvis-y', [0, 1, 0], true),
    one('pelvis-z', [0, 0, 1], true),
    one('pelvis-turn', [0, 1, 0], false),
    one('pelvis-list', [0, 0, -1], false),
    one('pelvis-tilt', [1, 0, 0], false),
  ]
}

function parentsFirst<T extends { readonly id: string; readonly parent: string | null }>(records: readonly T[]): T[] {
  const sorted: T[] = []
  const add = (record: T): void => {
    if (sorted.includes(record)) return
    const parent = records.find((other) => other.id === record.parent)
    if (parent !== undefined) add(parent)
    sorted.push(record)
  }
  records.forEach(add)
  return sorted
}
