/**
 * Skin that can carry ink: matte, softly lit, with the pain, the referral zone and the unexplained part drawn
 * between the vertices by the shader, so that their edges stay crisp on any mesh.
 *
 * `ink`  x cover of the paint, y its intensity / 10, z essential zone, w spillover zone; 0 to 1, the edge at 0.5.
 * `tone` x unexplained, y focused place, z hollow (darker) or crest (lighter) of the surface.
 */
import { Color, MeshStandardMaterial } from 'three'
import { painStops, type SceneColours } from '../theme.ts'

export type SkinMaterial = {
  readonly material: MeshStandardMaterial
  recolour(colours: SceneColours): void
  /** Skin like thin glass, through which muscles are seen; without ink. */
  setGlass(glass: boolean): void
  /** 0 to 1: how far the bare skin pales. */
  pale(share: number): void
}

const vertexHead = /* glsl */ `
attribute vec4 ink;
attribute vec4 tone;
varying vec4 vInk;
varying vec4 vTone;
varying vec3 vBodyMm;
`

const fragmentHead = /* glsl */ `
varying vec4 vInk;
varying vec4 vTone;
varying vec3 vBodyMm;
uniform vec3 painLow;
uniform vec3 painMid;
uniform vec3 painHigh;
uniform vec3 zoneColour;
uniform vec3 zoneLine;
uniform vec3 hatchColour;
uniform float glass;
uniform float pale;
vec3 painColour(float share) {
  float at = clamp((share * 10.0 - 1.0) / 9.0, 0.0, 1.0);
  return at < 0.5 ? mix(painLow, painMid, at * 2.0) : mix(painMid, painHigh, at * 2.0 - 1.0);
}
float edge(float value, float at) {
  float width = max(fwidth(value), 0.0001);
  return smoothstep(at - width, at + width, value);
}
float contour(float value, float at, float pixels) {
  float width = max(fwidth(value), 0.0001) * pixels;
  return 1.0 - smoothstep(width * 0.5, width, abs(value - at));
}
`

const fragmentBody = /* glsl */ `
#include <color_fragment>
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.93, 0.88, 0.82) * max(diffuseColor.r, 0.5), pale);
diffuseColor.rgb *= 0.86 + 0.28 * vTone.z;
float essential = edge(vInk.z, 0.5);
float spill = edge(vInk.w, 0.5) * (1.0 - essential);
diffuseColor.rgb = mix(diffuseColor.rgb, zoneColour, 0.62 * essential + 0.26 * spill);
float painted = edge(vInk.x, 0.5) * (1.0 - glass);
vec3 pain = painColour(vInk.y);
float slope = vBodyMm.x + vBodyMm.y + vBodyMm.z;
float period = 11.0 * exp2(ceil(log2(max(1.0, fwidth(slope) * 8.0 / 11.0))));
float stripe = abs(fract(slope / period) - 0.5) * 2.0;
float hatch = edge(vTone.x, 0.5) * edge(stripe, 0.62);
pain = mix(pain, hatchColour, 0.5 * hatch);
diffuseColor.rgb = mix(diffuseColor.rgb, pain * 0.72, 0.96 * painted);
float line = contour(vInk.z, 0.5, 2.1) * step(0.02, vInk.z) * step(vInk.z, 0.98);
float thin = contour(vInk.w, 0.5, 1.6) * step(0.02, vInk.w) * step(vInk.w, 0.98) * (1.0 - essential);
diffuseColor.rgb = mix(diffuseColor.rgb, zoneLine, max(0.9 * line, 0.45 * thin));
float focus = edge(vTone.y, 0.5);
float focusLine = contour(vTone.y, 0.5, 2.4) * step(0.02, vTone.y) * step(vTone.y, 0.98);
diffuseColor.rgb = mix(diffuseColor.rgb, zoneLine, 0.1 * focus + 0.55 * focusLine);
`

/** Paint keeps most of its own colour in the shade, or the scale of pain could not be read there. */
const fragmentGlow = /* glsl */ `
#include <emissivemap_fragment>
totalEmissiveRadiance += diffuseColor.rgb * 0.16 * painted;
float rim = pow(1.0 - abs(dot(normalize(vViewPosition), normal)), 3.0);
totalEmissiveRadiance += diffuseColor.rgb * 0.1 * rim;
float outline = pow(1.0 - abs(dot(normalize(vViewPosition), normal)), 1.6);
diffuseColor.a = mix(1.0, 0.13 + 0.6 * outline, glass);
`

export function createSkinMaterial(colours: SceneColours): SkinMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.82, metalness: 0 })
  const uniforms = {
    painLow: { value: new Color(painStops[0]) },
    painMid: { value: new Color(painStops[1]) },
    painHigh: { value: new Color(painStops[2]) },
    zoneColour: { value: new Color() },
    zoneLine: { value: new Color() },
    hatchColour: { value: new Color() },
    glass: { value: 0 },
    pale: { value: 0 },
  }
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms)
    shader.vertexShader =
      vertexHead +
      shader.vertexShader.replace(
        '#include <begin_vertex>',
        '#include <begin_vertex>\nvInk = ink;\nvTone = tone;\nvBodyMm = position;',
      )
    shader.fragmentShader =
      fragmentHead +
      shader.fragmentShader
        .replace('#include <color_fragment>', fragmentBody)
        .replace('#include <emissivemap_fragment>', fragmentGlow)
  }
  const recolour = (next: SceneColours) => {
    material.color.set(next.skin)
    uniforms.zoneColour.value.set(next.zone)
    uniforms.zoneLine.value.set(next.zoneLine)
    uniforms.hatchColour.value.set(next.hatch)
  }
  recolour(colours)
  const setGlass = (glass: boolean) => {
    if (material.transparent === glass) return
    uniforms.glass.value = glass ? 1 : 0
    material.transparent = glass
    material.depthWrite = !glass
    material.needsUpdate = true
  }
  const pale = (share: number) => {
    uniforms.pale.value = share
  }
  return { material, recolour, setGlass, pale }
}
