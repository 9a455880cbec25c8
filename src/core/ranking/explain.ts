/** Which part of the drawing does each source account for, what stays unexplained, what is it mistaken for? */
import type { Observation } from './observation.ts'
import type { Posterior } from './posterior.ts'
import type { Problem } from './problem.ts'
import type { Search } from './search.ts'

export type Because = { readonly place: number; readonly weight: number }

export type Explanation = {
  /** Share of the painted area that each row accounts for. */
  readonly explains: Float64Array
  /** Share of the painted area that only nuisance rows or the background account for. */
  readonly unexplained: number
  /** Share of the painted part of each patch that stays unexplained. */
  readonly unexplainedByPatch: Float64Array
  /** For one row: which share of each painted place it accounts for, strongest first. */
  because(row: number): Because[]
  /** For one row: places that it would usually paint and that stayed blank, widest first. */
  blank(row: number): Because[]
  /** The row that takes this one's place in other good explanations, and how often; null if there is none. */
  confusedWith(row: number): { readonly row: number; readonly weight: number } | null
}

const shownFrom = 0.02
/** Sets of less weight change no shown digit. */
const faintest = 1e-4
/** A place counts as expected from this share on, and as blank below the other. */
const expectedFrom = 0.3
const blankBelow = 0.12

export function explain(problem: Problem, found: Search, post: Posterior): Explanation {
  const { atlas, observation } = problem
  const paint = paintOf(problem)
  const shares = responsibility(problem, paint, found, post)
  const together = togetherOf(found, post)
  const explains = new Float64Array(atlas.rows.length)
  const claimed = new Float64Array(paint.patches.length)
  const mm2 = Float64Array.from(paint.patches, (r) => observation.share[r]! * atlas.patchAreaMm2[r]!)
  const painted = mm2.reduce((sum, area) => sum + area, 0)
  for (const [i, byPatch] of shares) {
    let sum = 0
    const real = isReal(problem, i)
    for (let k = 0; k < byPatch.length; k++) {
      sum += byPatch[k]! * mm2[k]!
      if (real) claimed[k]! += byPatch[k]!
    }
    explains[i] = painted > 0 ? sum / painted : 0
  }
  let explained = 0
  const unexplainedByPatch = new Float64Array(atlas.patchCount)
  for (const [k, r] of paint.patches.entries()) {
    unexplainedByPatch[r] = Math.max(0, 1 - claimed[k]!)
    explained += Math.min(1, claimed[k]!) * mm2[k]!
  }
  return {
    explains,
    unexplained: painted > 0 ? 1 - explained / painted : 0,
    unexplainedByPatch,
    because: (row) => becauseOf(paint, shares.get(row)),
    blank: (row) => blankOf(problem, observation, row),
    confusedWith: (row) => confusedWith(problem, together, row),
  }
}

/** The painted patches, and which places they paint: what is blank needs no explanation. */
type Painted = {
  readonly patches: readonly number[]
  /** At which place of `patches` a patch stands; -1 where it is blank. */
  readonly at: Int16Array
  /** Painted overlaps of patch and place: index into `patches`, index into `places`, and area. */
  readonly overlaps: readonly { readonly patch: number; readonly place: number; readonly mm2: number }[]
  readonly places: readonly number[]
  readonly placeMm2: readonly number[]
}

function paintOf({ atlas, observation }: Problem): Painted {
  const patches: number[] = []
  const at = new Int16Array(atlas.patchCount).fill(-1)
  const overlaps: { patch: number; place: number; mm2: number }[] = []
  const places: number[] = []
  const placeMm2: number[] = []
  for (let r = 0; r < atlas.patchCount; r++) {
    if (observation.share[r] === 0) continue
    at[r] = patches.length
    for (let k = atlas.placeStart[r]!; k < atlas.placeStart[r + 1]!; k++) {
      const mm2 = observation.paintedMm2[k]!
      if (mm2 === 0) continue
      let place = places.indexOf(atlas.placeOf[k]!)
      if (place < 0) {
        place = places.length
        places.push(atlas.placeOf[k]!)
        placeMm2.push(0)
      }
      placeMm2[place]! += mm2
      overlaps.push({ patch: patches.length, place, mm2 })
    }
    patches.push(r)
  }
  return { patches, at, overlaps, places, placeMm2 }
}

/** Widespread rows count as real: they stand for an answer of their own. */
function isReal(problem: Problem, row: number): boolean {
  const kind = problem.atlas.rows[row]!.kind
  return kind === 'trigger-point' || kind === 'other' || kind === 'widespread'
}

/** Expected share of each painted patch that each row accounts for, over the kept sets. */
function responsibility(problem: Problem, paint: Painted, found: Search, post: Posterior): Map<number, Float64Array> {
  const { atlas, hazard, parameters } = problem
  const { rowStart, patchOf } = atlas
  const result = new Map<number, Float64Array>()
  const hazards = new Float64Array(paint.patches.length)
  for (const [index, set] of found.sets.entries()) {
    const weight = post.weights[index]!
    if (weight < faintest) continue
    hazards.fill(parameters.background)
    for (const i of set.members) {
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
        const at = paint.at[patchOf[k]!]!
        if (at >= 0) hazards[at]! += hazard[k]!
      }
    }
    for (const i of set.members) {
      let own = result.get(i)
      if (own === undefined) {
        own = new Float64Array(hazards.length)
        result.set(i, own)
      }
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
        const at = paint.at[patchOf[k]!]!
        if (at >= 0) own[at]! += (weight * hazard[k]!) / hazards[at]!
      }
    }
  }
  return result
}

function becauseOf({ overlaps, places, placeMm2 }: Painted, byPatch: Float64Array | undefined): Because[] {
  if (byPatch === undefined) return []
  const own = new Float64Array(places.length)
  for (const { patch, place, mm2 } of overlaps) own[place]! += mm2 * byPatch[patch]!
  return places
    .map((place, at) => ({ place, weight: own[at]! / placeMm2[at]! }))
    .filter(({ weight }) => weight >= shownFrom)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
}

function blankOf(problem: Problem, observation: Observation, row: number): Because[] {
  const { atlas } = problem
  const expected = new Map<number, number>()
  const whole = new Map<number, number>()
  const painted = new Map<number, number>()
  for (let k = atlas.rowStart[row]!; k < atlas.rowStart[row + 1]!; k++) {
    const r = atlas.patchOf[k]!
    const share = -Math.expm1(-atlas.hazard[k]!)
    for (let entry = atlas.placeStart[r]!; entry < atlas.placeStart[r + 1]!; entry++) {
      const place = atlas.placeOf[entry]!
      const area = atlas.placeAreaMm2[entry]!
      expected.set(place, (expected.get(place) ?? 0) + area * share)
      whole.set(place, (whole.get(place) ?? 0) + area)
      painted.set(place, (painted.get(place) ?? 0) + observation.paintedMm2[entry]!)
    }
  }
  return [...expected]
    .map(([place, area]) => ({ place, weight: area / whole.get(place)! }))
    .filter(({ place, weight }) => weight >= expectedFrom && painted.get(place)! / whole.get(place)! < blankBelow)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
}

/** How often two rows stand in one set, among the sets that carry weight. */
type Together = {
  readonly at: ReadonlyMap<number, number>
  readonly rows: readonly number[]
  readonly both: Float64Array
}

function togetherOf(found: Search, post: Posterior): Together {
  const at = new Map<number, number>()
  for (const [index, set] of found.sets.entries()) {
    if (post.weights[index]! < faintest) continue
    for (const i of set.members) if (!at.has(i)) at.set(i, at.size)
  }
  const both = new Float64Array(at.size * at.size)
  for (const [index, set] of found.sets.entries()) {
    const weight = post.weights[index]!
    if (weight < faintest) continue
    for (const i of set.members) for (const j of set.members) both[at.get(i)! * at.size + at.get(j)!]! += weight
  }
  return { at, rows: [...at.keys()], both }
}

/** The row whose presence goes most with this one's absence among the kept sets. */
function confusedWith(
  problem: Problem,
  together: Together,
  row: number,
): { readonly row: number; readonly weight: number } | null {
  const { at, rows, both } = together
  const own = at.get(row)
  if (own === undefined) return null
  let best: { row: number; weight: number } | null = null
  for (const [other, i] of rows.entries()) {
    if (i === row || !isReal(problem, i)) continue
    const expected = both[own * rows.length + own]! * both[other * rows.length + other]!
    const gap = expected - both[own * rows.length + other]!
    if (gap > 0.01 && (best === null || gap > best.weight)) best = { row: i, weight: gap }
  }
  return best
}
