/** The skin as shares: each vertex with its patch, place and area; a vertex on the midline is halved between both sides. */
import type { Body } from '../body/body.ts'
import { mirroredPlaces } from './atlas.ts'

export type SkinShares = {
  readonly vertex: Uint32Array
  readonly patch: Uint16Array
  readonly place: Uint16Array
  readonly areaMm2: Float32Array
  /** Area of each patch, square millimetres. */
  readonly patchAreaMm2: Float32Array
}

export function skinShares(body: Body): SkinShares {
  const mirrored = mirroredPlaces(body.places)
  const vertex: number[] = []
  const patch: number[] = []
  const place: number[] = []
  const areaMm2: number[] = []
  const patchAreaMm2 = new Float32Array(body.patches.length)
  const add = (v: number, inPatch: number, inPlace: number, area: number) => {
    vertex.push(v)
    patch.push(inPatch)
    place.push(inPlace)
    areaMm2.push(area)
    patchAreaMm2[inPatch]! += area
  }
  for (let v = 0; v < body.vertexAreaMm2.length; v++) {
    const own = body.patchOfVertex[v]!
    const at = body.placeOfVertex[v]!
    const area = body.vertexAreaMm2[v]!
    if (body.mirrorVertex[v] === v) {
      add(v, own, at, area / 2)
      add(v, body.patches[own]!.mirror, mirrored[at]!, area / 2)
    } else add(v, own, at, area)
  }
  return {
    vertex: Uint32Array.from(vertex),
    patch: Uint16Array.from(patch),
    place: Uint16Array.from(place),
    areaMm2: Float32Array.from(areaMm2),
    patchAreaMm2,
  }
}
