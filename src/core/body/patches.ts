/**
 * The skin in some 480 pieces, mirror images of each other, of nearly equal area but finer on hands, feet and face.
 *
 * The ranking counts paint by patch, so no patch may lie on both sides of the midline, nor on the
 * front and the back of a thin part: walls keep palm from back of the hand and sole from top of the foot.
 * A patch is about as wide as the error with which people draw there (docs/decisions/008-finer-patches.md).
 */
import { march } from './mesh/march.ts'
import type { Skin } from './mesh/skin.ts'
import { neighboursOf } from './mesh/skin.ts'

export type HalfPatches = {
  readonly patchOfVertex: Uint16Array
  /** The vertex in the middle of each patch. */
  readonly centres: readonly number[]
}

const HAND = /^(palm|thumb|thumb-base|hand-back|hand-ulnar|finger-.*)$/
const FOOT = /^(heel|foot-top|foot-outer|arch|ball-of-foot|great-toe-.*|lesser-toes-.*)$/

const FACE = /^(eyebrow|eye|temple|ear|jaw-joint|cheek|nose|upper-teeth|lower-teeth|jaw-angle|chin)$/

/** Area of a patch behind each wall, as a share of the usual. */
const SHARE_OF_USUAL = [1, 0.2, 0.2, 0.3, 0.3, 0.4] as const

/** 0 for all that is thick; 1 and 2 for palm and back of the hand, 3 and 4 for sole and top of the foot, 5 for the face. */
export function wallsOf(half: Skin, normals: Float32Array, regionName: (vertex: number) => string): Uint8Array {
  const count = half.fanStart.length - 1
  const wall = new Uint8Array(count)
  for (let v = 0; v < count; v++) {
    const name = regionName(v)
    const nz = normals[v * 3 + 2]!
    const ny = normals[v * 3 + 1]!
    if (HAND.test(name)) {
      if (name === 'palm' || name.endsWith('-front')) wall[v] = 1
      else if (name === 'hand-back' || name.endsWith('-back')) wall[v] = 2
      else wall[v] = nz > 0 ? 1 : 2
    } else if (FOOT.test(name)) {
      if (name === 'ball-of-foot' || name.endsWith('-bottom')) wall[v] = 3
      else if (name === 'foot-top' || name.endsWith('-top')) wall[v] = 4
      else wall[v] = ny < -0.35 ? 3 : 4
    } else if (FACE.test(name)) wall[v] = 5
  }
  return wall
}

const ROUNDS = 24

export function patchesOfHalf(half: Skin, areasMm2: Float32Array, wall: Uint8Array, count: number): HalfPatches {
  // Area counted in usual patches: a hand holds more of them than its size says.
  const weight = areasMm2.map((area, v) => area / SHARE_OF_USUAL[wall[v]!]!)
  const target = weight.reduce((a, b) => a + b, 0) / count
  const pieces = piecesOf(half, wall, weight, target)
  let seeds = startSeeds(half, pieces, weight, target)
  let offsets = seeds.map(() => 0)
  let reached = march(
    half,
    seeds.map((vertex) => ({ vertex, startMm: 0 })),
    { wall: pieces },
  )
  for (let round = 0; round < ROUNDS; round++) {
    const areas = seeds.map(() => 0)
    reached.seed.forEach((s, v) => {
      if (s >= 0) areas[s]! += areasMm2[v]!
    })
    const wanted = meanByPiece(seeds, pieces, areas)
    offsets = offsets.map((o, i) => clamp(o + 0.35 * (Math.sqrt(areas[i]!) - Math.sqrt(wanted[i]!)), 30))
    if (round < ROUNDS - 8) seeds = recentre(half, reached.seed, seeds, areasMm2, pieces)
    const starts = seeds.map((vertex, i) => ({ vertex, startMm: offsets[i]! }))
    reached = march(half, starts, { wall: pieces })
  }
  // A piece smaller than any seed's reach stays with its own seed, so nothing is left over.
  return { patchOfVertex: Uint16Array.from(reached.seed, (s) => Math.max(0, s)), centres: seeds }
}

function clamp(x: number, most: number): number {
  return Math.max(-most, Math.min(most, x))
}

/** Connected parts of equal wall; specks far below a patch join what surrounds them. */
function piecesOf(half: Skin, wall: Uint8Array, areasMm2: Float32Array, target: number): Uint16Array {
  const count = wall.length
  const own = wall.slice()
  for (let pass = 0; ; pass++) {
    const piece = new Uint16Array(count).fill(65535)
    const lists: number[][] = []
    for (let v = 0; v < count; v++) {
      if (piece[v] !== 65535) continue
      const list = [v]
      piece[v] = lists.length
      for (let i = 0; i < list.length; i++)
        for (const w of neighboursOf(half, list[i]!))
          if (piece[w] === 65535 && own[w] === own[v]) {
            piece[w] = lists.length
            list.push(w)
          }
      lists.push(list)
    }
    const areaOf = lists.map((list) => list.reduce((sum, v) => sum + areasMm2[v]!, 0))
    const specks = lists.map((_, i) => i).filter((i) => areaOf[i]! < target * 0.45)
    if (specks.length === 0 || pass > 20) return piece
    specks.sort((i, j) => areaOf[i]! - areaOf[j]! || i - j)
    const changed = new Set<number>()
    for (const i of specks) {
      const around = lists[i]!.flatMap((v) => neighboursOf(half, v)).filter((w) => piece[w] !== i)
      const next = around.find((w) => !changed.has(piece[w]!))
      // Two specks must not trade places for ever: one of them waits for the next pass.
      if (next === undefined || changed.has(i)) continue
      changed.add(i).add(piece[next]!)
      for (const v of lists[i]!) own[v] = own[next]!
    }
  }
}

/** Farthest point sampling in every piece: each new seed lies where all others are farthest. */
function startSeeds(half: Skin, pieces: Uint16Array, areasMm2: Float32Array, target: number): number[] {
  const area = new Map<number, number>()
  const first = new Map<number, number>()
  pieces.forEach((p, v) => {
    area.set(p, (area.get(p) ?? 0) + areasMm2[v]!)
    if (!first.has(p)) first.set(p, v)
  })
  const out: number[] = []
  for (const [p, a] of area) {
    const wanted = Math.max(1, Math.round(a / target))
    const seeds = [first.get(p)!]
    let far = march(half, [{ vertex: seeds[0]!, startMm: 0 }], { wall: pieces }).distanceMm
    seeds[0] = farthest(far)
    far = march(half, [{ vertex: seeds[0], startMm: 0 }], { wall: pieces }).distanceMm
    while (seeds.length < wanted) {
      const next = farthest(far)
      seeds.push(next)
      const limitMm = far[next]!
      const more = march(half, [{ vertex: next, startMm: 0 }], { wall: pieces, limitMm }).distanceMm
      for (let v = 0; v < far.length; v++) if (more[v]! < far[v]!) far[v] = more[v]!
    }
    out.push(...seeds)
  }
  return out
}

function farthest(distanceMm: Float64Array): number {
  let best = 0
  let most = -1
  distanceMm.forEach((d, v) => {
    if (d > most && d < Number.POSITIVE_INFINITY) {
      most = d
      best = v
    }
  })
  return best
}

function meanByPiece(seeds: readonly number[], pieces: Uint16Array, areas: readonly number[]): number[] {
  const sum = new Map<number, [number, number]>()
  seeds.forEach((s, i) => {
    const [a, n] = sum.get(pieces[s]!) ?? [0, 0]
    sum.set(pieces[s]!, [a + areas[i]!, n + 1])
  })
  return seeds.map((s) => {
    const [a, n] = sum.get(pieces[s]!)!
    return a / n
  })
}

/** Moves each seed to the vertex of its patch nearest to the patch's centre of area. */
function recentre(
  half: Skin,
  owner: Int32Array,
  seeds: readonly number[],
  areasMm2: Float32Array,
  pieces: Uint16Array,
): number[] {
  const p = half.positionsMm
  const sums = seeds.map(() => [0, 0, 0, 0] as [number, number, number, number])
  owner.forEach((s, v) => {
    if (s < 0) return
    const sum = sums[s]!
    const a = areasMm2[v]!
    sum[0] += a * p[v * 3]!
    sum[1] += a * p[v * 3 + 1]!
    sum[2] += a * p[v * 3 + 2]!
    sum[3] += a
  })
  const best = seeds.slice()
  const least = seeds.map(() => Number.POSITIVE_INFINITY)
  owner.forEach((s, v) => {
    if (s < 0 || pieces[v] !== pieces[seeds[s]!]) return
    const [x, y, z, a] = sums[s]!
    const d = (p[v * 3]! - x / a) ** 2 + (p[v * 3 + 1]! - y / a) ** 2 + (p[v * 3 + 2]! - z / a) ** 2
    if (d < least[s]!) {
      least[s] = d
      best[s] = v
    }
  })
  return best
}
