/**
 * How far off do people put a spot? Less where they look closer.
 *
 * 27 mm over trunk and limbs follows the published overlap of repeated drawings; face, hands and feet are drawn
 * enlarged and have edges to go by (A-RANK-12).
 */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Body } from '../body/body.ts'

export const widestErrorMm = 27
const errorMm: Readonly<Record<string, number>> = { hand: 9, foot: 12, head: 16 }

/** Standard deviation of place at each vertex, millimetres. */
export function placeErrorMm(knowledge: Pick<Knowledge, 'regions'>, body: Body): Float32Array {
  const areaOf = new Map(knowledge.regions.map((region) => [region.id, region.area]))
  const ofPlace = body.places.map((place) => errorMm[areaOf.get(place.region) ?? ''] ?? widestErrorMm)
  return Float32Array.from(body.placeOfVertex, (place) => ofPlace[place]!)
}
