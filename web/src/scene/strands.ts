/**
 * Muscles under the skin: each strand a flat, tapered band of fibres.
 *
 * They are drawn as if the skin were just thinner than they lie deep, so that they shine through clearly from their own
 * side of the body; what lies deeper or on the far side is only a shade.
 */
import {
  BufferAttribute,
  BufferGeometry,
  CatmullRomCurve3,
  Color,
  Group,
  type Material,
  Mesh,
  MeshStandardMaterial,
  Vector3,
} from 'three'

export type StrandShape = {
  /** Points from origin to insertion, millimetres. */
  readonly throughMm: readonly (readonly [number, number, number])[]
  readonly widthMm: number
}

const seeThroughAtMostMm = 95
const around = 10
const along = 24

export function strandGroup(
  strands: readonly StrandShape[],
  colour: string,
  outwards: (at: Vector3) => Vector3,
  depthMm: (at: Vector3) => number,
): Group {
  const group = new Group()
  const deepest = Math.max(0, ...strands.flatMap(({ throughMm }) => midpoints(throughMm).map(depthMm)))
  const material = muscleMaterial(colour, Math.min(seeThroughAtMostMm, deepest + 14))
  const ghost = muscleMaterial(colour, 0)
  ghost.depthTest = false
  ghost.depthWrite = false
  ghost.opacity = 0.3
  for (const strand of strands) {
    const { geometry } = bandGeometry(strand, outwards)
    const near = new Mesh(geometry, material)
    const whole = new Mesh(geometry, ghost)
    near.renderOrder = 5
    whole.renderOrder = 4
    group.add(whole, near)
  }
  return group
}

export function disposeGroup(group: Group): void {
  for (const child of group.children) {
    if (!(child instanceof Mesh)) continue
    child.geometry.dispose()
    for (const material of [child.material].flat() as Material[]) material.dispose()
  }
  group.removeFromParent()
}

/** The points of a path and halfway between them, where it lies deepest under a curved skin. */
function midpoints(path: StrandShape['throughMm']): Vector3[] {
  const points = path.map((point) => new Vector3(...point))
  return points.flatMap((point, i) => (i === 0 ? [point] : [points[i - 1]!.clone().lerp(point, 0.5), point]))
}

function muscleMaterial(colour: string, seeThroughMm: number): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    color: new Color(colour),
    roughness: 0.7,
    transparent: true,
    opacity: 0.86,
  })
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = `attribute vec2 fibre;\nvarying vec2 vFibre;\n${shader.vertexShader.replace(
      '#include <project_vertex>',
      /* glsl */ `
#include <project_vertex>
vFibre = fibre;
vec4 nearer = projectionMatrix * (mvPosition + vec4(0.0, 0.0, ${seeThroughMm.toFixed(1)}, 0.0));
gl_Position.z = nearer.z / nearer.w * gl_Position.w;`,
    )}`
    shader.fragmentShader = `varying vec2 vFibre;\n${shader.fragmentShader.replace(
      '#include <color_fragment>',
      /* glsl */ `
#include <color_fragment>
float fibres = 0.5 + 0.5 * sin(vFibre.x * 6.28318 * 7.0);
float tendon = smoothstep(0.12, 0.0, min(vFibre.y, 1.0 - vFibre.y));
diffuseColor.rgb *= 0.86 + 0.2 * fibres;
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.93, 0.88, 0.82), 0.7 * tendon);`,
    )}`
  }
  return material
}

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
