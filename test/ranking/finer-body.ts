/** The same surface with four times as many triangles: every edge halved, nothing moved. */
import type { Body } from '../../src/core/body/body.ts'
import { vertexAreasMm2, vertexNormals } from '../../src/core/body/mesh/skin.ts'

/** A vertex halfway along an edge belongs to the patch and the place of the edge's lower-numbered end, as its image does. */
export function finerBody(body: Body): Body {
  const coarse = body.mirrorVertex.length
  const ends: (readonly [number, number])[] = []
  const known = new Map<string, number>()
  const between = (a: number, b: number): number => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    const found = known.get(key) ?? coarse + ends.length
    if (!known.has(key)) {
      known.set(key, found)
      ends.push(a < b ? [a, b] : [b, a])
    }
    return found
  }
  const triangles: number[] = []
  for (let t = 0; t < body.triangles.length; t += 3) {
    const [a, b, c] = [body.triangles[t]!, body.triangles[t + 1]!, body.triangles[t + 2]!]
    const [ab, bc, ca] = [between(a, b), between(b, c), between(c, a)]
    triangles.push(a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca)
  }
  const count = coarse + ends.length
  const positionsMm = new Float32Array(count * 3)
  positionsMm.set(body.positionsMm)
  const mirrorVertex = new Uint32Array(count)
  mirrorVertex.set(body.mirrorVertex)
  const patchOfVertex = new Uint16Array(count)
  patchOfVertex.set(body.patchOfVertex)
  const placeOfVertex = new Uint16Array(count)
  placeOfVertex.set(body.placeOfVertex)
  for (const [index, [a, b]] of ends.entries()) {
    const v = coarse + index
    for (let axis = 0; axis < 3; axis++) {
      positionsMm[v * 3 + axis] = (body.positionsMm[a * 3 + axis]! + body.positionsMm[b * 3 + axis]!) / 2
    }
    mirrorVertex[v] = between(body.mirrorVertex[a]!, body.mirrorVertex[b]!)
    // The left half comes first, so that an edge and its image choose alike; on the midline itself the end off it counts.
    const own = body.mirrorVertex[a] === a ? b : a
    patchOfVertex[v] = body.patchOfVertex[own]!
    placeOfVertex[v] = body.placeOfVertex[own]!
  }
  const finer = Uint32Array.from(triangles)
  return {
    ...body,
    edition: `${body.edition}-finer`,
    positionsMm,
    triangles: finer,
    normals: vertexNormals(positionsMm, finer),
    vertexAreaMm2: vertexAreasMm2(positionsMm, finer),
    mirrorVertex,
    patchOfVertex,
    placeOfVertex,
  }
}
