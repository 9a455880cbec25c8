/** Where a trigger point lies on the body: along its strand, from one end to the other. */
import type { Spot } from 'unknot'
import { type Body, bonePoint, type Knowledge } from '../../model.ts'

type Point = readonly [number, number, number]

export function spotAtMm(knowledge: Knowledge, body: Body, spot: Spot): Point | null {
  const part = knowledge.muscles.find((one) => one.id === spot.muscle)?.parts.find((one) => one.id === spot.part)
  const where = part?.triggerPoints.find((one) => one.id === spot.point)?.where
  if (part === undefined || where === undefined) return null
  const path = (part.strands[where.strand]?.through ?? []).flatMap((id) => bonePoint(body, id, spot.side) ?? [])
  const points = Array.from({ length: path.length / 3 }, (_, i) => path.slice(3 * i, 3 * i + 3) as unknown as Point)
  return points.length < 2 ? bonePoint(body, where.near, spot.side) : along(points, where.along)
}

function along(points: readonly Point[], share: number): Point {
  const gaps = points.slice(1).map((point, i) => Math.hypot(...point.map((value, axis) => value - points[i]![axis]!)))
  let left = share * gaps.reduce((sum, mm) => sum + mm, 0)
  for (const [i, mm] of gaps.entries()) {
    if (left > mm && i < gaps.length - 1) {
      left -= mm
      continue
    }
    const t = mm === 0 ? 0 : Math.min(1, left / mm)
    return points[i]!.map((value, axis) => value + t * (points[i + 1]![axis]! - value)) as unknown as Point
  }
  return points[0]!
}
