/** The brush as a ring that lies on the skin, so that its true size is seen before it paints. */
import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, MeshBasicMaterial, Vector3 } from 'three'
import type { SkinHit, SkinMesh } from './skin-mesh.ts'

const spokes = 56

export type Ring = {
  readonly mesh: Mesh
  show(hit: SkinHit, radiusMm: number, thicknessMm: number): void
  hide(): void
  recolour(colour: string): void
}

export function createRing(skin: SkinMesh, colour: string): Ring {
  const geometry = new BufferGeometry()
  const positions = new BufferAttribute(new Float32Array(spokes * 2 * 3), 3)
  const index: number[] = []
  for (let i = 0; i < spokes; i++) {
    const [a, b] = [2 * i, 2 * ((i + 1) % spokes)]
    index.push(a, b, a + 1, b, b + 1, a + 1)
  }
  geometry.setAttribute('position', positions)
  geometry.setIndex(index)
  const material = new MeshBasicMaterial({
    color: colour,
    side: DoubleSide,
    transparent: true,
    opacity: 0.9,
    depthTest: false,
  })
  const mesh = new Mesh(geometry, material)
  mesh.visible = false
  mesh.frustumCulled = false
  mesh.renderOrder = 20
  const u = new Vector3()
  const w = new Vector3()
  const spoke = new Vector3()
  const outward = new Vector3()
  return {
    mesh,
    show(hit, radiusMm, thicknessMm) {
      u.set(0, 1, 0)
      if (Math.abs(hit.normal.y) > 0.9) u.set(0, 0, 1)
      u.cross(hit.normal).normalize()
      w.crossVectors(hit.normal, u)
      for (let i = 0; i < spokes; i++) {
        const angle = (2 * Math.PI * i) / spokes
        outward.copy(u).multiplyScalar(Math.cos(angle)).addScaledVector(w, Math.sin(angle))
        spoke.copy(hit.point).addScaledVector(outward, radiusMm)
        skin.settle(spoke)
        positions.setXYZ(2 * i, spoke.x, spoke.y, spoke.z)
        spoke.addScaledVector(outward, -thicknessMm)
        positions.setXYZ(2 * i + 1, spoke.x, spoke.y, spoke.z)
      }
      positions.needsUpdate = true
      mesh.visible = true
    },
    hide() {
      mesh.visible = false
    },
    recolour(next) {
      material.color.set(next)
    },
  }
}
