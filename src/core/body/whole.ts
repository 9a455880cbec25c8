/** From a labelled left half to the whole body. The same code serves building and reading. */
import { contentHash } from '../hash.ts'
import type { Side } from '../units.ts'
import type { Body, LandmarkOnBody, Patch, Place, RegionName } from './body.ts'
import { landmarkKey } from './landmark.ts'
import { vertexAreasMm2, vertexNormals } from './mesh/skin.ts'
import type { Vec } from './vec.ts'

/** Positions are whole multiples of this, so that writing and reading a body changes nothing. */
export const STEP_MM = 1 / 32

/** A landmark on the half: where it lies, its vertex (-1 inside the body) and how deep its bone lies (-1 for none). */
export type HalfLandmark = {
  readonly id: string
  readonly sided: boolean
  readonly atMm: Vec
  readonly vertex: number
  readonly boneMm: Vec | null
}

export type LabelledHalf = {
  readonly positionsMm: ArrayLike<number>
  readonly triangles: ArrayLike<number>
  readonly regions: readonly RegionName[]
  readonly regionOfVertex: ArrayLike<number>
  readonly patchOfVertex: ArrayLike<number>
  /** The middle vertex of each patch of the half. */
  readonly patchCentres: readonly number[]
  readonly landmarks: readonly HalfLandmark[]
}

export function bodyOf(half: LabelledHalf): Body {
  const halfCount = half.positionsMm.length / 3
  const mirrorOfHalf = new Uint32Array(halfCount)
  let count = halfCount
  for (let v = 0; v < halfCount; v++) mirrorOfHalf[v] = half.positionsMm[v * 3] === 0 ? v : count++
  const positionsMm = new Float32Array(count * 3)
  const mirrorVertex = new Uint32Array(count)
  for (let v = 0; v < halfCount; v++) {
    const m = mirrorOfHalf[v]!
    for (let i = 0; i < 3; i++) {
      positionsMm[v * 3 + i] = half.positionsMm[v * 3 + i]!
      positionsMm[m * 3 + i] = half.positionsMm[v * 3 + i]! * (i === 0 && m !== v ? -1 : 1)
    }
    mirrorVertex[v] = m
    mirrorVertex[m] = v
  }
  const n = half.triangles.length
  const triangles = new Uint32Array(n * 2)
  for (let t = 0; t < n; t += 3) {
    const [a, b, c] = [half.triangles[t]!, half.triangles[t + 1]!, half.triangles[t + 2]!]
    triangles.set([a, b, c], t)
    triangles.set([mirrorOfHalf[a]!, mirrorOfHalf[c]!, mirrorOfHalf[b]!], n + t)
  }
  const vertexAreaMm2 = vertexAreasMm2(positionsMm, triangles)
  const { places, placeOfVertex } = placesOf(half, mirrorVertex, halfCount)
  const { patches, patchOfVertex } = patchesOf(half, mirrorVertex, halfCount, placeOfVertex, places)
  const landmarks = landmarksOf(half, mirrorVertex)
  return {
    edition: editionOf(positionsMm, placeOfVertex, patchOfVertex, landmarks),
    positionsMm,
    normals: vertexNormals(positionsMm, triangles),
    triangles,
    mirrorVertex,
    vertexAreaMm2,
    places,
    placeOfVertex,
    patches,
    patchOfVertex,
    landmarks,
  }
}

function placesOf(half: LabelledHalf, mirrorVertex: Uint32Array, halfCount: number) {
  const places: Place[] = []
  const leftOf = half.regions.map(({ id, sided }) => {
    const first = places.length
    if (sided) places.push({ region: id, side: 'left' }, { region: id, side: 'right' })
    else places.push({ region: id, side: null })
    return first
  })
  const placeOfVertex = new Uint16Array(mirrorVertex.length)
  for (let v = 0; v < halfCount; v++) {
    const r = half.regionOfVertex[v]!
    const m = mirrorVertex[v]!
    placeOfVertex[v] = leftOf[r]!
    if (m !== v) placeOfVertex[m] = leftOf[r]! + (half.regions[r]!.sided ? 1 : 0)
  }
  return { places, placeOfVertex }
}

function patchesOf(
  half: LabelledHalf,
  mirrorVertex: Uint32Array,
  halfCount: number,
  placeOfVertex: Uint16Array,
  places: readonly Place[],
) {
  const n = half.patchCentres.length
  // Area of the half alone: a patch at the midline and its image count half a border vertex each.
  const halfAreas = vertexAreasMm2(half.positionsMm, half.triangles)
  const patchOfVertex = new Uint16Array(mirrorVertex.length)
  const areas = new Float64Array(n)
  const shares: Map<number, number>[] = half.patchCentres.map(() => new Map())
  for (let v = 0; v < halfCount; v++) {
    const p = half.patchOfVertex[v]!
    patchOfVertex[v] = p
    const m = mirrorVertex[v]!
    if (m !== v) patchOfVertex[m] = p + n
    areas[p]! += halfAreas[v]!
    shares[p]!.set(placeOfVertex[v]!, (shares[p]!.get(placeOfVertex[v]!) ?? 0) + halfAreas[v]!)
  }
  const patches: Patch[] = []
  for (const right of [false, true])
    for (let p = 0; p < n; p++) {
      const place = [...shares[p]!].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
      const centre = half.patchCentres[p]!
      patches.push({
        areaMm2: areas[p]!,
        centre: right ? mirrorVertex[centre]! : centre,
        mirror: right ? p : p + n,
        place: right && places[place]!.side !== null ? place + 1 : place,
      })
    }
  return { patches, patchOfVertex }
}

function landmarksOf(half: LabelledHalf, mirrorVertex: Uint32Array): ReadonlyMap<string, LandmarkOnBody> {
  const out = new Map<string, LandmarkOnBody>()
  const flip = (at: Vec): Vec => [-at[0], at[1], at[2]]
  for (const { id, sided, atMm, vertex, boneMm } of half.landmarks) {
    const own = vertex < 0 ? null : vertex
    const left: Side | null = sided ? 'left' : null
    out.set(landmarkKey(id, left), { atMm, vertex: own, boneMm })
    if (!sided) continue
    out.set(landmarkKey(id, 'right'), {
      atMm: flip(atMm),
      vertex: own === null ? null : mirrorVertex[own]!,
      boneMm: boneMm && flip(boneMm),
    })
  }
  return out
}

function editionOf(
  positionsMm: Float32Array,
  placeOfVertex: Uint16Array,
  patchOfVertex: Uint16Array,
  landmarks: ReadonlyMap<string, LandmarkOnBody>,
): string {
  const bytes = (a: Float32Array | Uint16Array) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength)
  const parts = [contentHash(bytes(positionsMm)), contentHash(bytes(placeOfVertex)), contentHash(bytes(patchOfVertex))]
  for (const [key, at] of landmarks) parts.push(`${key}:${at.atMm.join()}:${at.boneMm?.join() ?? ''}`)
  return `body-${contentHash(parts.join(';'))}`
}
