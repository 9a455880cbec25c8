/** A drawing as the ranking sees it: which share of each patch hurts, and how it feels there. */
import type { Paint } from '../pain/paint.ts'
import { qualities } from '../pain/paint.ts'
import type { Atlas } from './atlas.ts'

export type Observation = {
  /** Painted share of each patch, 0 to 1. */
  readonly share: Float64Array
  /** 1 where a patch hurts only by the name of its region: how much of it is then only roughly known. */
  readonly isNamed: Uint8Array
  /** Mean of each quality over the painted vertices that name one, `qualities.length` a patch; all 0 where none does. */
  readonly quality: Float64Array
  /** Painted area by patch and place, parallel to the atlas's placeOf, square millimetres. */
  readonly paintedMm2: Float64Array
}

/** What the observation needs of the body. */
export type PatchedSurface = {
  readonly vertexAreaMm2: Float32Array
  readonly mirrorVertex: Uint32Array
  readonly patchOfVertex: Uint16Array
  readonly placeOfVertex: Uint16Array
}

/** Paint and the body that it lies on. */
export type PaintedSurface = { readonly surface: PatchedSurface; readonly paint: Paint }

/** A place named in a case instead of painted: the share of it that hurts and how. */
export type NamedPain = { readonly place: number; readonly share: number; readonly qualityBits: number }

const kinds = qualities.length

/**
 * Sums paint and named places into patches.
 *
 * Where both speak of a patch the larger share counts, so that naming what is already painted adds nothing.
 */
export function observe(atlas: Atlas, painted: PaintedSurface | null, named: readonly NamedPain[]): Observation {
  const paintedMm2 = new Float64Array(atlas.placeOf.length)
  const quality = new Float64Array(atlas.patchCount * kinds)
  const asked = new Float64Array(atlas.patchCount)
  if (painted !== null) addPaint(atlas, painted.surface, painted.paint, paintedMm2, quality, asked)
  const share = new Float64Array(atlas.patchCount)
  const isNamed = new Uint8Array(atlas.patchCount)
  for (let k = 0, r = 0; k < paintedMm2.length; k++) {
    while (k >= atlas.placeStart[r + 1]!) r++
    if (paintedMm2[k]! > 0) isNamed[r] = 2
  }
  for (const pain of named) addNamed(atlas, pain, paintedMm2, quality, asked, isNamed)
  for (let r = 0; r < atlas.patchCount; r++) {
    let area = 0
    for (let k = atlas.placeStart[r]!; k < atlas.placeStart[r + 1]!; k++) area += paintedMm2[k]!
    share[r] = Math.min(1, area / atlas.patchAreaMm2[r]!)
    isNamed[r] = isNamed[r] === 1 ? 1 : 0
    if (asked[r]! > 0) for (let q = 0; q < kinds; q++) quality[r * kinds + q]! /= asked[r]!
  }
  return { share, isNamed, quality, paintedMm2 }
}

function addPaint(
  atlas: Atlas,
  surface: PatchedSurface,
  paint: Paint,
  paintedMm2: Float64Array,
  quality: Float64Array,
  asked: Float64Array,
): void {
  const add = (patch: number, place: number, area: number, bits: number): void => {
    const entry = overlapEntry(atlas, patch, place)
    if (entry >= 0) paintedMm2[entry]! += area
    addQuality(quality, asked, patch, bits, area)
  }
  const { intensity } = paint
  const fours = inFours(intensity)
  for (let v = 0; v < intensity.length; v++) {
    if (intensity[v] === 0) {
      if ((v & 3) === 0 && fours[v >> 2] === 0) v += 3 // most of the body is blank
      continue
    }
    const patch = surface.patchOfVertex[v]!
    const place = surface.placeOfVertex[v]!
    const area = surface.vertexAreaMm2[v]!
    if (surface.mirrorVertex[v] === v) {
      add(patch, place, area / 2, paint.quality[v]!)
      add(atlas.patchMirror[patch]!, atlas.placeMirror[place]!, area / 2, paint.quality[v]!)
    } else add(patch, place, area, paint.quality[v]!)
  }
}

/** The same bytes four at a time, as far as they go; none where they do not lie on a border of four. */
function inFours(bytes: Uint8Array): Uint32Array {
  const count = bytes.byteOffset % 4 === 0 ? bytes.length >> 2 : 0
  return new Uint32Array(bytes.buffer, count === 0 ? 0 : bytes.byteOffset, count)
}

function addNamed(
  atlas: Atlas,
  pain: NamedPain,
  paintedMm2: Float64Array,
  quality: Float64Array,
  asked: Float64Array,
  isNamed: Uint8Array,
): void {
  for (let r = 0; r < atlas.patchCount; r++) {
    const entry = overlapEntry(atlas, r, pain.place)
    if (entry < 0) continue
    const area = atlas.placeAreaMm2[entry]! * pain.share
    if (isNamed[r] === 0) isNamed[r] = 1
    paintedMm2[entry] = Math.max(paintedMm2[entry]!, area)
    addQuality(quality, asked, r, pain.qualityBits, area)
  }
}

function addQuality(quality: Float64Array, asked: Float64Array, patch: number, bits: number, weight: number): void {
  if (bits === 0 || weight === 0) return
  let count = 0
  for (let q = 0; q < kinds; q++) if (bits & (1 << q)) count++
  for (let q = 0; q < kinds; q++) if (bits & (1 << q)) quality[patch * kinds + q]! += weight / count
  asked[patch]! += weight
}

function overlapEntry(atlas: Atlas, patch: number, place: number): number {
  for (let k = atlas.placeStart[patch]!; k < atlas.placeStart[patch + 1]!; k++) if (atlas.placeOf[k] === place) return k
  return -1
}

/** Bits of all qualities that are named anywhere. */
export function namedQualities({ quality }: Observation): number {
  let bits = 0
  for (let at = 0; at < quality.length; at++) if (quality[at]! > 0) bits |= 1 << (at % kinds)
  return bits
}

/** Nothing painted and nothing named. */
export function isBlank(observation: Observation): boolean {
  return observation.share.every((share) => share === 0)
}
