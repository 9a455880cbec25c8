/**
 * What each source would paint: one sparse row of hazards over the patches of the body.
 *
 * A hazard w means that the source alone paints a share 1 - exp(-w) of the patch. Hazards of several sources add,
 * which is what makes the noisy-OR cheap (docs/model/ranking.md).
 */
import type { Side } from '../units.ts'
import type { Piece } from './presence.ts'

/** What a row stands for. The last three are nuisance: they are never shown as a source of their own. */
export type RowKind = 'trigger-point' | 'other' | 'unknown-local' | 'regional' | 'widespread'

export type Row = {
  readonly kind: RowKind
  /** Id of the trigger point or other source; a made-up name for nuisance rows. */
  readonly id: string
  /** `trigger-point`, or the kind of the other source such as `facet-joint`. */
  readonly sourceKind: string
  readonly muscle: string | null
  readonly part: string | null
  readonly side: Side | null
  /** The same source on the other side; itself where there is none. */
  readonly twin: number
  /** Rows with which it is often found together (same side). */
  readonly neighbours: readonly number[]
  /** Rows whose pattern some people with this source draw instead of its own, with the share of them. */
  readonly drawnLike: readonly { readonly row: number; readonly share: number }[]
  /** Share of each quality of `qualities` in how it feels; sums to 1. */
  readonly quality: readonly number[]
  /** The pieces of its pattern, of which hardly anybody feels all. */
  readonly pieces: readonly Piece[]
  /** Prior probability that it contributes, before anything is known. */
  readonly prior: number
}

export type Atlas = {
  /** Changes with any number in it: the body, a zone, a prior, the way rows are made. Words of records do not matter. */
  readonly edition: string
  /** The body whose patches and places these are. */
  readonly bodyEdition: string
  readonly places: readonly { readonly region: string; readonly side: Side | null }[]
  readonly patchCount: number
  /** Square millimetres of each patch. */
  readonly patchAreaMm2: Float32Array
  /** The patch and the place on the other half; a vertex on the midline belongs half to each. */
  readonly patchMirror: Uint16Array
  readonly placeMirror: Uint16Array
  readonly rows: readonly Row[]
  /** Row i owns the entries rowStart[i] to rowStart[i + 1] of patchOf and hazard. */
  readonly rowStart: Uint32Array
  readonly patchOf: Uint16Array
  readonly hazard: Float32Array
  /** To which piece of its row an entry belongs, parallel to `hazard`. */
  readonly pieceOf: Uint8Array
  /** The same by patch: patchStart[r] to patchStart[r + 1] of rowOf. */
  readonly patchStart: Uint32Array
  readonly rowOf: Uint16Array
  /** Area shared by patch and place, square millimetres: entries placeStart[r] to placeStart[r + 1]. */
  readonly placeStart: Uint32Array
  readonly placeOf: Uint16Array
  readonly placeAreaMm2: Float32Array
}

/** The support of one row. */
export type SparseRow = {
  readonly row: Row
  readonly patches: readonly number[]
  readonly hazards: readonly number[]
  /** Piece of each patch; all of them piece 0 where nothing is said. */
  readonly pieces?: readonly number[]
}

/** Lays sparse rows out for the search, both by row and by patch. */
export function layOut(
  named: Pick<Atlas, 'edition' | 'bodyEdition' | 'places'>,
  patchAreaMm2: Float32Array,
  patchMirror: Uint16Array,
  sparse: readonly SparseRow[],
  overlap: readonly (readonly { readonly place: number; readonly areaMm2: number }[])[],
): Atlas {
  const patchCount = patchAreaMm2.length
  const rowStart = new Uint32Array(sparse.length + 1)
  for (const [i, { patches }] of sparse.entries()) rowStart[i + 1] = rowStart[i]! + patches.length
  const patchOf = new Uint16Array(rowStart[sparse.length]!)
  const hazard = new Float32Array(rowStart[sparse.length]!)
  const pieceOf = new Uint8Array(rowStart[sparse.length]!)
  const byPatch: number[][] = Array.from({ length: patchCount }, () => [])
  for (const [i, { patches, hazards, pieces }] of sparse.entries()) {
    patches.forEach((patch, k) => {
      patchOf[rowStart[i]! + k] = patch
      hazard[rowStart[i]! + k] = hazards[k]!
      pieceOf[rowStart[i]! + k] = pieces?.[k] ?? 0
      byPatch[patch]!.push(i)
    })
  }
  const patchStart = starts(byPatch)
  const placeStart = starts(overlap)
  return {
    ...named,
    patchCount,
    patchAreaMm2,
    patchMirror,
    placeMirror: mirroredPlaces(named.places),
    rows: sparse.map(({ row }) => row),
    rowStart,
    patchOf,
    hazard,
    pieceOf,
    patchStart,
    rowOf: Uint16Array.from(byPatch.flat()),
    placeStart,
    placeOf: Uint16Array.from(overlap.flat(), (entry) => entry.place),
    placeAreaMm2: Float32Array.from(overlap.flat(), (entry) => entry.areaMm2),
  }
}

function starts(lists: readonly (readonly unknown[])[]): Uint32Array {
  const result = new Uint32Array(lists.length + 1)
  for (const [i, list] of lists.entries()) result[i + 1] = result[i]! + list.length
  return result
}

/** For each place the one of the same region on the other side; itself on the midline. */
export function mirroredPlaces(places: Atlas['places']): Uint16Array {
  return Uint16Array.from(places, ({ region, side }, index) => {
    if (side === null) return index
    const other = places.findIndex((place) => place.region === region && place.side !== null && place.side !== side)
    return other < 0 ? index : other
  })
}
