/** Lays regions, patches and landmarks on the left half of the surface. */
import type { RegionName } from './body.ts'
import type { LandmarkRecord } from './landmark.ts'
import type { Triangles } from './mesh/extract.ts'
import { skinOf, vertexAreasMm2, vertexNormals } from './mesh/skin.ts'
import { patchesOfHalf, wallsOf } from './patches.ts'
import { regionOfHalf } from './regions.ts'
import { snapToSkin } from './snap.ts'
import type { Vec } from './vec.ts'
import { add, scale } from './vec.ts'
import type { LabelledHalf } from './whole.ts'

/** Patches of one half; the whole body has twice as many. */
const HALF_PATCHES = 240

export function labelHalf(
  mesh: Triangles,
  landmarks: readonly LandmarkRecord[],
  regions: readonly RegionName[],
): LabelledHalf {
  const half = skinOf(mesh.positionsMm, mesh.triangles)
  const normals = halfNormals(mesh.positionsMm, mesh.triangles)
  const regionOfVertex = regionOfHalf(
    half,
    regions.map((r) => r.id),
  )
  const wall = wallsOf(half, normals, (v) => regions[regionOfVertex[v]!]!.id)
  const areas = vertexAreasMm2(mesh.positionsMm, mesh.triangles)
  const patches = patchesOfHalf(half, areas, wall, HALF_PATCHES)
  return {
    ...mesh,
    regions,
    regionOfVertex,
    patchOfVertex: patches.patchOfVertex,
    patchCentres: patches.centres,
    landmarks: landmarks.map((record) => {
      const { id, sided } = record
      if (record.kind === 'bone')
        return { id, sided, atMm: inSteps(record.atMm), vertex: -1, boneMm: inSteps(record.atMm) }
      const { atMm, outward, vertex } = snapToSkin(half, normals, record)
      const boneMm = record.boneDepthMm === undefined ? null : inSteps(add(atMm, scale(outward, -record.boneDepthMm)))
      return {
        id,
        sided,
        atMm: inSteps(atMm),
        vertex,
        boneMm: boneMm && !record.sided ? [0, boneMm[1], boneMm[2]] : boneMm,
      }
    }),
  }
}

/** Landmarks keep quarter millimetres. */
function inSteps(at: Vec): Vec {
  // The added 0 turns -0 into 0, which is how it is read back.
  return [Math.round(at[0] * 4) / 4 + 0, Math.round(at[1] * 4) / 4 + 0, Math.round(at[2] * 4) / 4 + 0]
}

/** Normals of the half as the whole body has them: on the border without a sideways part. */
function halfNormals(positionsMm: ArrayLike<number>, triangles: ArrayLike<number>): Float32Array {
  const normals = vertexNormals(positionsMm, triangles)
  for (let v = 0; v < normals.length; v += 3) {
    if (positionsMm[v] !== 0) continue
    const l = Math.hypot(normals[v + 1]!, normals[v + 2]!) || 1
    normals[v] = 0
    normals[v + 1]! /= l
    normals[v + 2]! /= l
  }
  return normals
}
