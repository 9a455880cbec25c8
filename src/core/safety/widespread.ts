/** How much of the body hurts: share of all named places, and how many of the five body areas. */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { PainPlace } from './asked.ts'

type Regions = Pick<Knowledge, 'regions'>

/** Share of all named places (a sided region counts twice) that is painted, 0 to 1. */
export function shareOfBody(pain: readonly PainPlace[], knowledge: Regions): number {
  const all = knowledge.regions.reduce((sum, region) => sum + (region.sided ? 2 : 1), 0)
  return all === 0 ? 0 : new Set(hurting(pain).map((place) => `${place.region} ${place.side}`)).size / all
}

const upper = new Set(['shoulder', 'arm', 'hand'])
const lower = new Set(['pelvis', 'thigh', 'leg', 'foot'])

/**
 * How many of the five areas hurt: left and right upper, left and right lower, axial.
 *
 * The idea is that of the fibromyalgia criteria, the regions are ours (assumption A-CLINIC-13).
 */
export function areasOfFive(pain: readonly PainPlace[], knowledge: Regions): number {
  const areaOf = new Map(knowledge.regions.map((region) => [region.id, region.area]))
  const areas = hurting(pain).flatMap((place) => {
    const area = areaOf.get(place.region)
    if (area === undefined) return []
    if (place.side !== null && upper.has(area)) return [`${place.side} upper`]
    return [place.side !== null && lower.has(area) ? `${place.side} lower` : 'axial']
  })
  return new Set(areas).size
}

function hurting(pain: readonly PainPlace[]): readonly PainPlace[] {
  return pain.filter((place) => place.intensity === undefined || place.intensity > 0)
}
