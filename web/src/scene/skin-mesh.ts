/** The body's surface as a mesh that can be coloured and picked. */
import { BackSide, BufferAttribute, BufferGeometry, Mesh, MeshBasicMaterial, type Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import type { Body } from '../model.ts'
import type { SceneColours } from '../theme.ts'
import { createSkinMaterial } from './skin-material.ts'

export type SkinHit = {
  readonly point: Vector3
  readonly normal: Vector3
  /** The corner of the hit triangle that is nearest. */
  readonly vertex: number
}

export type SkinMesh = {
  readonly mesh: Mesh
  readonly ink: BufferAttribute
  readonly tone: BufferAttribute
  readonly mirrorVertex: Uint32Array
  recolour(colours: SceneColours): void
  /** Skin like thin glass, with only its far wall solid, so that what lies inside is seen. */
  setGlass(glass: boolean): void
  /** Pale under the muscle layer, so that muscles stand out from it. */
  pale(share: number): void
  pick(ray: Ray): SkinHit | null
  /** Moves a point onto the nearest skin. */
  settle(point: Vector3): Vector3
  /** The nearest skin, the way out there, and the corner of its triangle that is nearest. */
  nearest(at: Vector3): { readonly point: Vector3; readonly outward: Vector3; readonly vertex: number }
  dispose(): void
}

export function createSkinMesh(body: Body, colours: SceneColours): SkinMesh {
  const vertexCount = body.positionsMm.length / 3
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(body.positionsMm, 3))
  geometry.setAttribute('normal', new BufferAttribute(body.normals, 3))
  geometry.setIndex(new BufferAttribute(body.triangles, 1))
  const ink = new BufferAttribute(new Uint8Array(vertexCount * 4), 4, true)
  const tone = new BufferAttribute(new Uint8Array(vertexCount * 4), 4, true)
  const relief = hollows(body)
  for (let v = 0; v < vertexCount; v++) tone.array[4 * v + 2] = relief[v]!
  geometry.setAttribute('ink', ink)
  geometry.setAttribute('tone', tone)
  // indirect: three's index keeps the body's own order, so that a face still names the body's vertices
  const bvh = new MeshBVH(geometry, { indirect: true })
  const skin = createSkinMaterial(colours)
  const mesh = new Mesh(geometry, skin.material)
  const farWall = new Mesh(geometry, new MeshBasicMaterial({ side: BackSide }))
  farWall.visible = false
  mesh.add(farWall)
  const corner = new Vector3()
  const target = { point: new Vector3(), distance: 0, faceIndex: 0 }
  return {
    mesh,
    ink,
    tone,
    mirrorVertex: body.mirrorVertex,
    recolour(next) {
      skin.recolour(next)
      farWall.material.color.set(next.inside)
    },
    setGlass(glass) {
      skin.setGlass(glass)
      farWall.visible = glass
      mesh.renderOrder = glass ? 6 : 0
    },
    pale: skin.pale,
    pick(ray) {
      const hit = bvh.raycastFirst(ray, skin.material.side)
      if (!hit?.face) return null
      const corners = [hit.face.a, hit.face.b, hit.face.c]
      const distances = corners.map((v) =>
        corner.fromBufferAttribute(geometry.attributes.position!, v).distanceToSquared(hit.point),
      )
      const vertex = corners[distances.indexOf(Math.min(...distances))]!
      return { point: hit.point, normal: new Vector3().fromArray(body.normals, 3 * vertex), vertex }
    },
    settle(point) {
      bvh.closestPointToPoint(point, target)
      return point.copy(target.point)
    },
    nearest(at) {
      bvh.closestPointToPoint(at, target)
      const outward = new Vector3()
      let vertex = 0
      let leastMm = Number.POSITIVE_INFINITY
      for (let c = 0; c < 3; c++) {
        const v = body.triangles[3 * target.faceIndex + c]!
        outward.add(corner.fromArray(body.normals, 3 * v))
        const mm = corner.fromArray(body.positionsMm, 3 * v).distanceTo(target.point)
        if (mm < leastMm) [leastMm, vertex] = [mm, v]
      }
      return { point: target.point.clone(), outward: outward.normalize(), vertex }
    },
    dispose() {
      geometry.dispose()
      skin.material.dispose()
      farWall.material.dispose()
    },
  }
}

/**
 * How much each vertex lies in a hollow (0) or on a crest (255), 128 where flat: it stands in for the soft shadow
 * that shows an illustrator's collar bone or the line under a shoulder blade.
 */
function hollows(body: Body): Uint8Array {
  const { positionsMm: p, normals: n, triangles } = body
  const vertexCount = p.length / 3
  const bend = new Float32Array(vertexCount)
  const weight = new Float32Array(vertexCount)
  const eachEdge = (visit: (a: number, b: number) => void) => {
    for (let t = 0; t < triangles.length; t += 3) {
      for (let c = 0; c < 3; c++) visit(triangles[t + c]!, triangles[t + ((c + 1) % 3)]!)
    }
  }
  eachEdge((a, b) => {
    const [dx, dy, dz] = [p[3 * b]! - p[3 * a]!, p[3 * b + 1]! - p[3 * a + 1]!, p[3 * b + 2]! - p[3 * a + 2]!]
    const length = Math.hypot(dx, dy, dz) || 1
    bend[a]! -= (dx * n[3 * a]! + dy * n[3 * a + 1]! + dz * n[3 * a + 2]!) / (length * Math.max(length, 3))
    weight[a]!++
  })
  for (let v = 0; v < vertexCount; v++) bend[v]! /= weight[v]! || 1
  for (let round = 0; round < 6; round++) {
    const sum = bend.slice()
    const count = new Float32Array(vertexCount).fill(1)
    eachEdge((a, b) => {
      sum[a]! += bend[b]!
      count[a]!++
    })
    for (let v = 0; v < vertexCount; v++) bend[v] = sum[v]! / count[v]!
  }
  return Uint8Array.from(bend, (value) => 128 + Math.max(-120, Math.min(60, value * 5200)))
}
