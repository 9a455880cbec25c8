/** The bands of the ripple: each strand flat and tapered, on the straight path along which its lever arms are reckoned. */
import { BufferAttribute, BufferGeometry, CatmullRomCurve3, Vector3 } from 'three'

export type StrandShape = {
  /** Points from origin to insertion, millimetres. */
  readonly throughMm: readonly (readonly [number, number, number])[]
  readonly widthMm: number
}

const around = 10
const along = 24

/** How wide a strand is at `t` of its length: narrow at the tendons, full in the middle. */
function fullness(t: number): number {
  return 0.34 + 0.66 * Math.sin(Math.PI * Math.min(1, Math.max(0, t))) ** 0.7
}

/** One way out for the whole strand: deep strands have skin on several sides, and a band that changed its mind would twist. */
function facingOf(curve: CatmullRomCurve3, outwards: (at: Vector3) => Vector3): Vector3 {
  const sum = new Vector3()
  for (let i = 0; i <= 8; i++) sum.add(outwards(curve.getPointAt(i / 8)))
  return sum.lengthSq() > 0.01 ? sum.normalize() : outwards(curve.getPointAt(0.5))
}

/** A strand's band and its way out of the body, a unit vector. */
export function bandGeometry(
  strand: StrandShape,
  outwards: (at: Vector3) => Vector3,
): { readonly geometry: BufferGeometry; readonly facing: Vector3 } {
  const curve = new CatmullRomCurve3(
    strand.throughMm.map((point) => new Vector3(...point)),
    false,
    'centripetal',
  )
  const positions: number[] = []
  const fibres: number[] = []
  const index: number[] = []
  const tangent = new Vector3()
  const outward = new Vector3()
  const sideways = new Vector3()
  const at = new Vector3()
  const point = new Vector3()
  const lengthMm = curve.getLength()
  const bulgeMm = Math.min(8, lengthMm * 0.04)
  const facing = facingOf(curve, outwards)
  for (let i = 0; i <= along; i++) {
    const t = i / along
    curve.getPointAt(t, at)
    curve.getTangentAt(t, tangent)
    outward.copy(facing).addScaledVector(tangent, -facing.dot(tangent)).normalize()
    sideways.crossVectors(tangent, outward)
    at.addScaledVector(outward, bulgeMm * Math.sin(Math.PI * t))
    const halfMm = (strand.widthMm / 2) * fullness(t)
    const deepMm = Math.min(halfMm, 4 + strand.widthMm * 0.1) * fullness(t)
    for (let j = 0; j < around; j++) {
      const angle = (2 * Math.PI * j) / around
      point
        .copy(at)
        .addScaledVector(sideways, halfMm * Math.cos(angle))
        .addScaledVector(outward, deepMm * Math.sin(angle))
      positions.push(point.x, point.y, point.z)
      fibres.push(0.5 + 0.5 * Math.cos(angle), t)
      if (i === along) continue
      const a = i * around + j
      const b = i * around + ((j + 1) % around)
      index.push(a, b, a + around, b, b + around, a + around)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3))
  geometry.setAttribute('fibre', new BufferAttribute(Float32Array.from(fibres), 2))
  geometry.setIndex(index)
  geometry.computeVertexNormals()
  return { geometry, facing }
}
