/** A few bodies like ours but not quite: strengths within 10 %, lever arms within 5 %. Both sides alike. */
import type { BodyModel } from './body-model.ts'
import type { Changes } from './statics.ts'

export const strengthSpread = 0.1
export const armSpread = 0.05
const draws = 3

/** The same draws every time: an answer must not change by itself. */
export function jitters(model: BodyModel, count = draws): Changes[] {
  return Array.from({ length: count }, (_, draw) => {
    const factor = (name: string, spread: number) => 1 + spread * (2 * shareOf(`${name} ${draw}`) - 1)
    const nameOf = (e: number) => {
      const { muscle, part, element } = model.elements[e]!
      return `${muscle} ${part ?? ''} ${element ?? ''}`
    }
    const count = model.elements.length
    return {
      strength: Float64Array.from({ length: count }, (_, e) => factor(`${nameOf(e)} strength`, strengthSpread)),
      tightness: new Float64Array(count),
      arm: Float64Array.from({ length: count }, (_, e) => factor(`${nameOf(e)} arm`, armSpread)),
    }
  })
}

/** 0 to 1 from a text, evenly: FNV-1a with a last stir. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296
}

export function combined(a: Changes, b: Changes): Changes {
  return {
    strength: a.strength.map((value, e) => value * b.strength[e]!),
    tightness: a.tightness.map((value, e) => Math.max(value, b.tightness[e]!)),
    arm: a.arm.map((value, e) => value * b.arm[e]!),
  }
}
