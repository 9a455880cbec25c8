/** Which region each vertex of the left half belongs to. */

import type { Seed } from './mesh/march.ts'
import { march } from './mesh/march.ts'
import type { Skin } from './mesh/skin.ts'
import { neighboursOf } from './mesh/skin.ts'
import { regionAnchors } from './region-anchors.ts'
import type { Vec } from './vec.ts'
import { distance, mix } from './vec.ts'

const SAMPLE_MM = 7

/** The vertex nearest to a place in space. */
export function nearestVertex(positionsMm: ArrayLike<number>, at: Vec): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let v = 0; v < positionsMm.length / 3; v++) {
    const dx = positionsMm[v * 3]! - at[0]
    const dy = positionsMm[v * 3 + 1]! - at[1]
    const dz = positionsMm[v * 3 + 2]! - at[2]
    const d = dx * dx + dy * dy + dz * dz
    if (d < least) {
      least = d
      best = v
    }
  }
  return best
}

/** Index of the region of each vertex of the half. A region without an anchor is a mistake in the code. */
export function regionOfHalf(half: Skin, regions: readonly string[]): Uint16Array {
  const seeds: Seed[] = []
  const owner: number[] = []
  const discs: { region: number; seed: Seed; discMm: number }[] = []
  const anchors = regionAnchors()
  regions.forEach((id, region) => {
    const anchor = anchors[id]
    if (!anchor) throw new Error(`region "${id}" has no anchor on the body`)
    for (const stroke of anchor.strokes)
      for (const at of along(stroke)) {
        const seed = { vertex: nearestVertex(half.positionsMm, at), startMm: -(anchor.headStartMm ?? 0) }
        if (anchor.discMm !== undefined) discs.push({ region, seed, discMm: anchor.discMm })
        else {
          seeds.push(seed)
          owner.push(region)
        }
      }
  })
  const reached = march(half, seeds)
  const out = Uint16Array.from(reached.seed, (s) => (s < 0 ? 0 : owner[s]!))
  for (const { region, seed, discMm } of discs) {
    const within = march(half, [seed], { limitMm: discMm })
    within.distanceMm.forEach((d, v) => {
      if (d <= discMm) out[v] = region
    })
  }
  for (let i = 0; i < 3; i++) smoothBorders(half, out)
  return joinIslands(half, out)
}

function along(stroke: readonly Vec[]): readonly Vec[] {
  const out: Vec[] = [stroke[0]!]
  for (let i = 1; i < stroke.length; i++) {
    const a = stroke[i - 1]!
    const b = stroke[i]!
    const steps = Math.max(1, Math.ceil(distance(a, b) / SAMPLE_MM))
    for (let s = 1; s <= steps; s++) out.push(mix(a, b, s / steps))
  }
  return out
}

/** A vertex follows its neighbours where two thirds of them agree on another region. */
function smoothBorders(half: Skin, region: Uint16Array): void {
  const before = region.slice()
  for (let v = 0; v < region.length; v++) {
    const near = neighboursOf(half, v)
    const votes = new Map<number, number>()
    for (const w of near) votes.set(before[w]!, (votes.get(before[w]!) ?? 0) + 1)
    for (const [r, n] of votes) if (r !== before[v] && n * 3 >= near.length * 2) region[v] = r
  }
}

/** Small pieces cut off from their region's main part go to the neighbour they touch most. */
function joinIslands(half: Skin, region: Uint16Array): Uint16Array {
  const count = region.length
  for (let pass = 0; pass < 4; pass++) {
    const piece = new Int32Array(count).fill(-1)
    const members: number[][] = []
    for (let v = 0; v < count; v++) {
      if (piece[v] !== -1) continue
      const list = [v]
      piece[v] = members.length
      for (let i = 0; i < list.length; i++)
        for (const w of neighboursOf(half, list[i]!))
          if (piece[w] === -1 && region[w] === region[v]) {
            piece[w] = members.length
            list.push(w)
          }
      members.push(list)
    }
    const largest = new Map<number, number>()
    members.forEach((list, i) => {
      const r = region[list[0]!]!
      const known = largest.get(r)
      if (known === undefined || members[known]!.length < list.length) largest.set(r, i)
    })
    let changed = false
    members.forEach((list, i) => {
      const own = region[list[0]!]!
      if (largest.get(own) === i) return
      const votes = new Map<number, number>()
      for (const v of list)
        for (const w of neighboursOf(half, v))
          if (region[w] !== own) votes.set(region[w]!, (votes.get(region[w]!) ?? 0) + 1)
      const to = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
      if (!to) return
      for (const v of list) region[v] = to[0]
      changed = true
    })
    if (!changed) break
  }
  return region
}
