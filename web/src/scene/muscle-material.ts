/**
 * How the muscle layer looks: bundles of fibres from tendon to tendon, each ribbon with a soft dark edge, paint shining
 * through where the skin above is painted.
 *
 * `fibre` x across -1 to 1, y along 0 to 1, z width in millimetres, w how far towards the camera its depth is taken.
 * `look` x tone of its muscle, y cover of the paint above, z the paint's intensity / 10.
 */
import { Color, DoubleSide, MeshStandardMaterial, PointsMaterial } from 'three'
import { painStops } from '../theme.ts'

const nearer = /* glsl */ `
vec4 lifted = projectionMatrix * (mvPosition + vec4(0.0, 0.0, lift, 0.0));
gl_Position.z = lifted.z / lifted.w * gl_Position.w;
`

export type MuscleLook = {
  readonly material: MeshStandardMaterial
  recolour(colour: string, line: string): void
  /** Fades towards a colour, so that another muscle is what one sees; null: not at all. */
  stepBack(towards: string | null): void
}

/** @param line  colour of a line round each ribbon; absent: none */
export function muscleMaterial(colour: string, line?: string): MuscleLook {
  const material = new MeshStandardMaterial({ color: new Color(colour), roughness: 0.66, side: DoubleSide })
  const uniforms = {
    painLow: { value: new Color(painStops[0]) },
    painMid: { value: new Color(painStops[1]) },
    painHigh: { value: new Color(painStops[2]) },
    outline: { value: new Color(line ?? colour) },
    outlined: { value: line === undefined ? 0 : 1 },
    backdrop: { value: new Color(colour) },
    faded: { value: 0 },
  }
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms)
    shader.vertexShader = `attribute vec4 fibre;\nattribute vec3 look;\nvarying vec4 vFibre;\nvarying vec3 vLook;\n${shader.vertexShader.replace(
      '#include <project_vertex>',
      `#include <project_vertex>\nvFibre = fibre;\nvLook = look;\nfloat lift = fibre.w;\n${nearer}`,
    )}`
    shader.fragmentShader = `varying vec4 vFibre;
varying vec3 vLook;
uniform vec3 painLow;
uniform vec3 painMid;
uniform vec3 painHigh;
uniform vec3 outline;
uniform float outlined;
uniform vec3 backdrop;
uniform float faded;
${shader.fragmentShader.replace(
  '#include <color_fragment>',
  /* glsl */ `
#include <color_fragment>
vec3 warm = vec3(1.16, 1.0, 0.86);
vec3 cool = vec3(0.86, 0.82, 0.94);
diffuseColor.rgb *= mix(cool, warm, vLook.x);
float bundles = max(3.0, floor(vFibre.z / 3.4));
float phase = vFibre.x * bundles * 0.5;
float clear = 1.0 - smoothstep(0.25, 0.6, fwidth(phase));
float stripe = 0.5 + 0.5 * sin(phase * 6.28318 + 0.9 * sin(vFibre.y * 9.0 + vLook.x * 20.0));
diffuseColor.rgb *= mix(1.0, 0.8 + 0.32 * stripe, clear);
float tendon = smoothstep(0.15, 0.02, min(vFibre.y, 1.0 - vFibre.y));
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.86, 0.79, 0.71) * (0.94 + 0.08 * stripe), 0.8 * tendon);
float rim = smoothstep(0.8, 1.0, abs(vFibre.x));
diffuseColor.rgb *= 1.0 - 0.34 * rim;
float share = clamp((vLook.z * 10.0 - 1.0) / 9.0, 0.0, 1.0);
vec3 pain = share < 0.5 ? mix(painLow, painMid, share * 2.0) : mix(painMid, painHigh, share * 2.0 - 1.0);
diffuseColor.rgb = mix(diffuseColor.rgb, backdrop * (0.9 + 0.12 * stripe) * (1.0 - 0.16 * rim), faded);
diffuseColor.rgb = mix(diffuseColor.rgb, pain * 0.96, 0.88 * smoothstep(0.42, 0.58, vLook.y));
vec2 inside = vec2(1.0 - abs(vFibre.x), min(vFibre.y, 1.0 - vFibre.y)) / max(fwidth(vFibre.xy), vec2(1e-5));
float edge = 1.0 - smoothstep(1.6, 2.8, min(inside.x, vFibre.y == 0.5 ? inside.x : inside.y));
diffuseColor.rgb = mix(diffuseColor.rgb, outline, outlined * edge);
diffuseColor.a = mix(diffuseColor.a, 1.0, 0.8 * outlined * edge * step(0.5, diffuseColor.a));`,
)}`
  }
  return {
    material,
    recolour(next, nextLine) {
      material.color.set(next)
      uniforms.outline.value.set(nextLine)
    },
    stepBack(towards) {
      if (towards !== null) uniforms.backdrop.value.set(towards)
      uniforms.faded.value = towards === null ? 0 : 0.78
    },
  }
}

/** Trigger points of the layer: small dots of one size on the screen. */
export function dotMaterial(colour: string): PointsMaterial {
  const material = new PointsMaterial({ color: new Color(colour), size: 7, sizeAttenuation: false })
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = `attribute float lift;\n${shader.vertexShader.replace(
      '#include <project_vertex>',
      `#include <project_vertex>\n${nearer}`,
    )}`
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <color_fragment>',
      /* glsl */ `
#include <color_fragment>
float away = length(gl_PointCoord - 0.5);
if (away > 0.5) discard;
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(1.0), smoothstep(0.26, 0.34, away));`,
    )
  }
  return material
}
