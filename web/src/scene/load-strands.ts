/**
 * All muscles of the model at once, each in the colour of its load: pale bands where nothing is to be seen, strong ones
 * that shine through what lies over them where something is.
 */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DataTexture,
  FloatType,
  Group,
  Mesh,
  MeshStandardMaterial,
  NearestFilter,
  RGBAFormat,
  type Vector3,
} from 'three'
import { bandGeometry, type StrandShape } from './strands.ts'

export type LoadStrand = StrandShape & {
  /** Which colour of the list given to `show` it takes. */
  readonly slot: number
}

/** `strength` 0: one of the pale ones; 1: shines through everything over it. */
export type LoadColour = { readonly colour: string; readonly strength: number }

export type LoadStrands = {
  readonly group: Group
  /** Goes over from what is shown to these, one value a slot; at once where `animated` is false. */
  show(colours: readonly LoadColour[], animated: boolean): void
  /** Moves on. @returns whether it is not there yet */
  step(now: number): boolean
  dispose(): void
}

const changeMs = 420
/** How far strong muscles are pulled towards the eye, millimetres: more than lies over the deepest. */
const shineThroughMm = 75

export function createLoadStrands(
  strands: readonly LoadStrand[],
  slots: number,
  outwards: (at: Vector3) => Vector3,
): LoadStrands {
  const geometry = joined(strands, slots, outwards)
  const now = new Float32Array(slots * 4)
  let from = new Float32Array(slots * 4)
  let to = new Float32Array(slots * 4)
  let start = 0
  let moving = false
  const texture = new DataTexture(now, slots, 1, RGBAFormat, FloatType)
  texture.minFilter = NearestFilter
  texture.magFilter = NearestFilter
  const base = bandMaterial(texture, false)
  const shine = bandMaterial(texture, true)
  const group = new Group()
  const solid = new Mesh(geometry, base)
  const through = new Mesh(geometry, shine)
  solid.renderOrder = 2
  through.renderOrder = 3
  group.add(solid, through)
  const mixAt = (t: number) => {
    const eased = t * t * (3 - 2 * t)
    for (let i = 0; i < now.length; i++) now[i] = from[i]! + eased * (to[i]! - from[i]!)
    texture.needsUpdate = true
  }
  return {
    group,
    show(colours, animated) {
      from = now.slice()
      to = new Float32Array(slots * 4)
      const colour = new Color()
      for (const [slot, one] of colours.entries()) {
        colour.set(one.colour).toArray(to, 4 * slot)
        to[4 * slot + 3] = one.strength
      }
      moving = animated
      start = performance.now()
      if (!animated) mixAt(1)
    },
    step(at) {
      if (!moving) return false
      const t = Math.min(1, Math.max(0, (at - start) / changeMs))
      mixAt(t)
      moving = t < 1
      return moving
    },
    dispose() {
      geometry.dispose()
      base.dispose()
      shine.dispose()
      texture.dispose()
      group.removeFromParent()
    },
  }
}

function bandMaterial(texture: DataTexture, shines: boolean): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.75, transparent: shines, depthWrite: !shines })
  material.onBeforeCompile = (shader) => {
    shader.uniforms.loads = { value: texture }
    shader.vertexShader = /* glsl */ `
attribute vec2 fibre;
attribute float slot;
attribute vec3 facing;
uniform sampler2D loads;
varying vec2 vFibre;
varying vec4 vLoad;
varying float vNear;
${shader.vertexShader.replace(
  '#include <project_vertex>',
  /* glsl */ `
#include <project_vertex>
vFibre = fibre;
vLoad = texelFetch(loads, ivec2(int(slot + 0.5), 0), 0);
vNear = smoothstep(-0.25, 0.2, dot(normalize(normalMatrix * facing), normalize(-mvPosition.xyz)));
${
  shines
    ? `vec4 nearer = projectionMatrix * (mvPosition + vec4(0.0, 0.0, ${shineThroughMm.toFixed(1)}, 0.0));
gl_Position.z = nearer.z / nearer.w * gl_Position.w;`
    : ''
}`,
)}`
    shader.fragmentShader = /* glsl */ `
varying vec2 vFibre;
varying vec4 vLoad;
varying float vNear;
${shader.fragmentShader.replace(
  '#include <color_fragment>',
  /* glsl */ `
#include <color_fragment>
${shines ? 'if (vLoad.a < 0.02) discard;' : ''}
float fibres = 0.5 + 0.5 * sin(vFibre.x * 6.28318 * 7.0);
float tendon = smoothstep(0.1, 0.0, min(vFibre.y, 1.0 - vFibre.y));
diffuseColor.rgb = vLoad.rgb * (0.88 + 0.16 * fibres);
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.85, 0.79, 0.72), 0.55 * tendon);
${shines ? 'diffuseColor.a = clamp(vLoad.a, 0.0, 1.0) * mix(0.1, 0.9, vNear);' : ''}`,
)}`
  }
  material.customProgramCacheKey = () => `load ${shines}`
  return material
}

function joined(strands: readonly LoadStrand[], slots: number, outwards: (at: Vector3) => Vector3): BufferGeometry {
  const parts = strands.map((strand) => ({ slot: strand.slot, ...bandGeometry(strand, outwards) }))
  const vertexCount = parts.reduce((sum, { geometry }) => sum + geometry.attributes.position!.count, 0)
  const indexCount = parts.reduce((sum, { geometry }) => sum + geometry.index!.count, 0)
  const [position, normal] = [new Float32Array(3 * vertexCount), new Float32Array(3 * vertexCount)]
  const [facing, fibre] = [new Float32Array(3 * vertexCount), new Float32Array(2 * vertexCount)]
  const slot = new Float32Array(vertexCount).fill(slots)
  const index = new Uint32Array(indexCount)
  let v = 0
  let i = 0
  for (const part of parts) {
    const { attributes, index: own } = part.geometry
    const count = attributes.position!.count
    position.set(attributes.position!.array, 3 * v)
    normal.set(attributes.normal!.array, 3 * v)
    fibre.set(attributes.fibre!.array, 2 * v)
    for (let k = 0; k < count; k++) part.facing.toArray(facing, 3 * (v + k))
    slot.fill(part.slot, v, v + count)
    for (const corner of own!.array) index[i++] = corner + v
    v += count
    part.geometry.dispose()
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(position, 3))
  geometry.setAttribute('normal', new BufferAttribute(normal, 3))
  geometry.setAttribute('facing', new BufferAttribute(facing, 3))
  geometry.setAttribute('fibre', new BufferAttribute(fibre, 2))
  geometry.setAttribute('slot', new BufferAttribute(slot, 1))
  geometry.setIndex(new BufferAttribute(index, 1))
  return geometry
}
