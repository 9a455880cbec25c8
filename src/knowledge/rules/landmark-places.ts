/** Where a landmark of our body lies, in body space, on the person's left if it has two sides. */
import type { Knowledge } from '../knowledge.ts'

export type PlaceMm = readonly [number, number, number]
export type Place = { readonly atMm: PlaceMm; readonly sided: boolean; readonly skin: boolean }

export function placesOf(knowledge: Knowledge): ReadonlyMap<string, Place> {
  return new Map(
    knowledge.landmarks.map(({ id, atMm, sided, kind }) => [id, { atMm, sided, skin: kind === 'skin' }] as const),
  )
}

export function distanceMm(one: PlaceMm, other: PlaceMm): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}

/** The same place on the person's right. */
export function mirrored({ atMm, sided }: Place): PlaceMm {
  return sided ? [-atMm[0], atMm[1], atMm[2]] : atMm
}

/** The place at a share (0 to 1) of the length of a line through landmarks; undefined where one of them is unknown. */
export function alongLine(
  through: readonly string[],
  share: number,
  places: ReadonlyMap<string, Place>,
): PlaceMm | undefined {
  const points = through.flatMap((id): PlaceMm[] => {
    const place = places.get(id)
    return place === undefined ? [] : [place.atMm]
  })
  if (points.length < through.length) return undefined
  const lengths = points.slice(1).map((to, index) => distanceMm(points[index]!, to))
  let left = share * lengths.reduce((sum, one) => sum + one, 0)
  for (const [index, length] of lengths.entries()) {
    if (left <= length && length > 0) {
      const [from, to, part] = [points[index]!, points[index + 1]!, left / length]
      return [
        from[0] + (to[0] - from[0]) * part,
        from[1] + (to[1] - from[1]) * part,
        from[2] + (to[2] - from[2]) * part,
      ]
    }
    left -= length
  }
  return points[points.length - 1]
}
