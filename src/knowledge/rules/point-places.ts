/**
 * A trigger point lies on its muscle, between its attachments, on its side, and where its text says: its place along the
 * strand is near the landmark by which it is found. Names that do not exist are the business of other rules.
 */
import type { Problem } from '../problem.ts'
import { alongLine, distanceMm, placesOf } from './landmark-places.ts'
import { partsOf, type Rule } from './rule.ts'

/** Deep muscles lie up to eleven centimetres behind the skin landmark by which they are found. */
const nearMm = 120
/** In the midline of the body a left point may lie a little to the right. */
const acrossMm = 1

export const pointPlaces: Rule = {
  id: 'point-places',
  says: 'every point lies within its muscle, on its side, near its landmark',
  check(knowledge) {
    const places = placesOf(knowledge)
    return partsOf(knowledge).flatMap(({ part, path }) =>
      part.triggerPoints.flatMap((point, index): Problem[] => {
        const where = `${path}/triggerPoints/${index}/where`
        const strand = part.strands[point.where.strand]
        const at = strand && alongLine(strand.through, point.where.along, places)
        const near = places.get(point.where.near)
        if (at === undefined || near === undefined) return []
        const problems: Problem[] = []
        const awayMm = distanceMm(at, near.atMm)
        if (awayMm > nearMm) {
          problems.push({
            code: 'point-far',
            path: where,
            message: `${point.id} lies ${Math.round(awayMm)} mm from ${point.where.near}, by which it is to be found`,
            hint: 'correct strand, along or near',
          })
        }
        if (at[0] < -acrossMm) {
          problems.push({
            code: 'point-side',
            path: where,
            message: `${point.id} is written for the left and lies to the right of the midline`,
            hint: 'let the strand run on one side',
          })
        }
        return problems
      }),
    )
  },
}
