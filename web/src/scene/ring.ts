/**
 * The brush as a ring that lies on the skin, so that its true size is seen before it paints.
 *
 * It is a line over the picture: the body need not be drawn again while the pointer only moves over it. The mesh is for
 * the loupe, whose picture is drawn anew in any case.
 */
import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, MeshBasicMaterial, Vector3 } from 'three'
import type { SkinHit, SkinMesh } from './skin-mesh.ts'

const spokes = 56

export type Ring = {
  /** In the loupe only; whoever draws that shows it and hides it again. */
  readonly mesh: Mesh
  isShown(): boolean
  show(hit: SkinHit, radiusMm: number, thicknessMm: number): void
  hide(): void
  /** The camera has moved: the line goes to where the ring is seen now. */
  place(): void
  recolour(colour: string): void
  dispose(): void
}

const widthPx = 1.8
const opacity = 0.9

/**
 * @param over  what the picture stands in, positioned
 * @param screenOf  where a point of the body is in it, CSS pixels
 */
export function createRing(
  skin: SkinMesh,
  colour: string,
  over: Element,
  screenOf: (point: Vector3) => { readonly x: number; readonly y: number },
): Ring {
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
    opacity,
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
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.setAttribute('aria-hidden', 'true')
  svg.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none'
  line.setAttribute('fill', 'none')
  line.setAttribute('stroke-width', String(widthPx))
  line.setAttribute('stroke-opacity', String(opacity))
  line.setAttribute('stroke', colour)
  svg.append(line)
  over.append(svg)
  let shown = false
  const place = () => {
    if (!shown) return
    const corners: string[] = []
    for (let i = 0; i < spokes; i++) {
      const { x, y } = screenOf(spoke.fromBufferAttribute(positions, 2 * i))
      corners.push(`${x.toFixed(1)} ${y.toFixed(1)}`)
    }
    line.setAttribute('d', `M${corners.join('L')}Z`)
  }
  return {
    mesh,
    isShown: () => shown,
    place,
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
      shown = true
      place()
    },
    hide() {
      shown = false
      line.removeAttribute('d')
    },
    recolour(next) {
      material.color.set(next)
      line.setAttribute('stroke', next)
    },
    dispose() {
      geometry.dispose()
      material.dispose()
      svg.remove()
    },
  }
}
