/**
 * The body that pain is painted on, explained on and computed on.
 *
 * One closed surface in millimetres, x to the person's left, y up, z to the front. The left half is
 * built, the right half is its image: the same vertices mirrored, so both sides are always alike.
 */
import type { PointMm, Side } from '../units.ts'
import { buildHalf } from './half.ts'
import { labelHalf } from './label-half.ts'
import type { LandmarkRecord } from './landmark.ts'
import { landmarkKey } from './landmark.ts'
import { bodyOf } from './whole.ts'

export { decodeBody, encodeBody } from './body-file.ts'
export { describeBody } from './describe-body.ts'
export type { LandmarkRecord } from './landmark.ts'
export type { Side }
export { landmarkKey }

export type Place = { readonly region: string; readonly side: Side | null }

export type Patch = {
  readonly areaMm2: number
  /** The vertex in its middle. */
  readonly centre: number
  /** The patch on the other half that is its image. */
  readonly mirror: number
  /** Index of the place that most of it belongs to. */
  readonly place: number
}

export type LandmarkOnBody = {
  readonly atMm: PointMm
  /** The vertex nearest to it; null for points inside the body. */
  readonly vertex: number | null
  /** Where the bone lies, for points through which one is felt or which are bone themselves. */
  readonly boneMm: PointMm | null
}

export type Body = {
  /** Changes whenever the surface or anything laid on it changes. */
  readonly edition: string
  readonly positionsMm: Float32Array
  readonly normals: Float32Array
  /** Three vertices a triangle, counter-clockwise seen from outside. */
  readonly triangles: Uint32Array
  /** For each vertex the one on the other half; a vertex on the midline is its own. */
  readonly mirrorVertex: Uint32Array
  readonly vertexAreaMm2: Float32Array
  readonly places: readonly Place[]
  /** Vertices of a sided region on the midline itself count as left. */
  readonly placeOfVertex: Uint16Array
  readonly patches: readonly Patch[]
  readonly patchOfVertex: Uint16Array
  /** By key: `id` on the midline, `id/left` and `id/right` elsewhere. */
  readonly landmarks: ReadonlyMap<string, LandmarkOnBody>
}

export type RegionName = { readonly id: string; readonly sided: boolean }

/** Builds everything from nothing; takes seconds, so it is done once and kept (see `encodeBody`). */
export function buildBody(landmarks: readonly LandmarkRecord[], regions: readonly RegionName[]): Body {
  return bodyOf(labelHalf(buildHalf(), landmarks, regions))
}
