/**
 * A zone is drawn on the skin, without leaps, on the side that it names, and not further from its point than pain of a
 * muscle was ever described (from the side of the neck to the finger tips).
 */

import type { Problem } from '../problem.ts'
import type { Zone } from '../schema/muscle.ts'
import { alongLine, distanceMm, mirrored, type Place, type PlaceMm, placesOf } from './landmark-places.ts'
import { partsOf, type Rule } from './rule.ts'

const reachMm = 950
/** Landmarks that follow each other in a stroke are joined along the skin; a longer step may take another way. */
const stepMm = 200

export const zoneReach: Rule = {
  id: 'zone-reach',
  says: 'every zone lies on the skin, on its side, without leaps and within reach',
  check(knowledge) {
    const places = placesOf(knowledge)
    const ofMuscles = partsOf(knowledge).flatMap(({ part, path }) =>
      part.triggerPoints.flatMap((point, index) => {
        const strand = part.strands[point.where.strand]
        const at = strand && alongLine(strand.through, point.where.along, places)
        return point.refersTo.flatMap((zone, place) => {
          const where = `${path}/triggerPoints/${index}/refersTo/${place}`
          return [...drawn(zone, where, places), ...sided(zone, where), ...reached(zone, where, at, places)]
        })
      }),
    )
    const ofOthers = knowledge.otherSources.flatMap((source) =>
      source.refersTo.flatMap((zone, place) =>
        drawn(zone, `other-sources/${source.id}.json#/refersTo/${place}`, places),
      ),
    )
    return [...ofMuscles, ...ofOthers]
  },
}

function drawn(zone: Zone, path: string, places: ReadonlyMap<string, Place>): Problem[] {
  return zone.through.flatMap((id, index): Problem[] => {
    const here = places.get(id)
    const next = places.get(zone.through[index + 1] ?? '')
    if (here === undefined) return []
    const problems: Problem[] = []
    if (!here.skin) {
      problems.push({
        code: 'zone-depth',
        path,
        message: `${id} lies in the depth`,
        hint: 'name a landmark of the skin',
      })
    }
    const leapMm = next === undefined ? 0 : distanceMm(here.atMm, next.atMm)
    if (leapMm > stepMm) {
      problems.push({
        code: 'zone-leap',
        path,
        message: `from ${id} to ${zone.through[index + 1]} it is ${Math.round(leapMm)} mm`,
        hint: 'name a landmark on the way',
      })
    }
    return problems
  })
}

/** A muscle is written for one side, whichever it is. */
function sided(zone: Zone, path: string): Problem[] {
  if (zone.side !== 'left' && zone.side !== 'right') return []
  return [
    {
      code: 'zone-side',
      path,
      message: `the zone of a muscle lies on its ${zone.side}, which is not known before somebody has the pain`,
      hint: 'say same, other or both',
    },
  ]
}

function reached(zone: Zone, path: string, at: PlaceMm | undefined, places: ReadonlyMap<string, Place>): Problem[] {
  if (at === undefined) return []
  const far = zone.through.flatMap((id) => {
    const place = places.get(id)
    if (place === undefined) return []
    return distanceMm(at, zone.side === 'other' ? mirrored(place) : place.atMm) > reachMm ? [id] : []
  })
  if (far.length === 0) return []
  return [
    {
      code: 'zone-far',
      path,
      message: `${far[0]} lies more than ${reachMm} mm from the point`,
      hint: 'no pain of a muscle is described so far away: correct the landmark',
    },
  ]
}
