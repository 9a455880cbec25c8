/** Which sources have to do with a region of the body: those that send pain there, and the muscles that lie there. */
import type { Side } from '../core/units.ts'
import type { Model } from './model.ts'

export type SendsPain = {
  readonly kind: 'muscle' | 'other-source'
  /** Id of the muscle or other source. */
  readonly id: string
  /** The trigger point that reaches most of the region; null for other sources. */
  readonly point: string | null
  readonly side: Side | null
  /** How much of the region it typically paints, 0 to 1. */
  readonly share: number
}

export type LiesThere = { readonly muscle: string; readonly parts: readonly (string | null)[] }

export type RegionSources = { readonly sends: readonly SendsPain[]; readonly lies: readonly LiesThere[] }

/** Less than this of a region is a zone that only grazes its border. */
const leastShare = 0.12

/** @param side  of a region in the middle of the body: null; sources of both sides count, the stronger one is told */
export function sourcesOfRegion(model: Model, region: string, side: Side | null): RegionSources {
  const best = new Map<string, SendsPain>()
  for (const sends of sendersTo(model, region, side)) {
    const key = `${sends.kind} ${sends.id}`
    const known = best.get(key)
    // from the person's own side where both sides reach the middle alike
    if (known === undefined || sends.share > known.share + 1e-4) best.set(key, sends)
  }
  return {
    sends: [...best.values()].sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1)),
    lies: musclesIn(model, region),
  }
}

function* sendersTo(model: Model, region: string, side: Side | null): Generator<SendsPain> {
  const { atlas } = model.ranking.ground
  const place = atlas.places.findIndex((one) => one.region === region && one.side === side)
  if (place < 0) return
  const { shareOfPatch, wholeMm2 } = patchesOf(model, place)
  for (const [index, row] of atlas.rows.entries()) {
    if (row.kind !== 'trigger-point' && row.kind !== 'other') continue
    let painted = 0
    for (let entry = atlas.rowStart[index]!; entry < atlas.rowStart[index + 1]!; entry++) {
      painted += (shareOfPatch.get(atlas.patchOf[entry]!) ?? 0) * (1 - Math.exp(-atlas.hazard[entry]!))
    }
    const share = painted / wholeMm2
    if (share < leastShare) continue
    const { kind, id, muscle } = row
    if (kind === 'trigger-point') yield { kind: 'muscle', id: muscle!, point: id, side: row.side, share }
    else yield { kind: 'other-source', id, point: null, side: row.side, share }
  }
}

/** Square millimetres of the place on each patch that it shares skin with. */
function patchesOf({ ranking }: Model, place: number) {
  const { atlas } = ranking.ground
  const shareOfPatch = new Map<number, number>()
  let wholeMm2 = 0
  for (let patch = 0; patch < atlas.patchCount; patch++) {
    for (let entry = atlas.placeStart[patch]!; entry < atlas.placeStart[patch + 1]!; entry++) {
      if (atlas.placeOf[entry] !== place) continue
      shareOfPatch.set(patch, atlas.placeAreaMm2[entry]!)
      wholeMm2 += atlas.placeAreaMm2[entry]!
    }
  }
  return { shareOfPatch, wholeMm2: Math.max(1, wholeMm2) }
}

function musclesIn({ knowledge }: Model, region: string): LiesThere[] {
  return knowledge.musclePlaces
    .map(({ id, places }) => ({
      muscle: id,
      parts: places.filter(({ regions }) => regions.includes(region)).map(({ part }) => part),
    }))
    .filter(({ parts }) => parts.length > 0)
}
