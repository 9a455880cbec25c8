/** Primary or satellite: which likely point may keep which other one going, as their records say. */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Row } from './atlas.ts'

/** Muscles and parts (`muscle part`, or `muscle ` for all parts) that become satellites of a point, by its id. */
export type Satellites = ReadonlyMap<string, ReadonlySet<string>>

export function satellitesIn(knowledge: Pick<Knowledge, 'muscles'>): Satellites {
  const result = new Map<string, ReadonlySet<string>>()
  for (const { parts } of knowledge.muscles) {
    for (const part of parts) {
      for (const point of part.triggerPoints) {
        const named = [...part.clinic.goesWith, ...(point.satellites ?? [])].filter(({ kind }) => kind === 'satellite')
        if (named.length > 0) result.set(point.id, new Set(named.map((one) => `${one.muscle} ${one.part ?? ''}`)))
      }
    }
  }
  return result
}

function names(satellites: Satellites, key: Row, other: Row): boolean {
  const named = satellites.get(key.id)
  return named !== undefined && (named.has(`${other.muscle} ${other.part ?? ''}`) || named.has(`${other.muscle} `))
}

/**
 * The likeliest row of the same side of which this one is a satellite; it comes first in an examination. Two that name
 * each other are both primary.
 *
 * @param likely  rows worth naming, likeliest first
 */
export function keyOf(satellites: Satellites, rows: readonly Row[], own: number, likely: readonly number[]): number {
  const row = rows[own]!
  if (row.muscle === null) return -1
  return (
    likely.find((i) => {
      const key = rows[i]!
      return i !== own && key.side === row.side && names(satellites, key, row) && !names(satellites, row, key)
    }) ?? -1
  )
}
