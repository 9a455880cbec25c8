/** Which part of the drawing does each source account for, what stays unexplained, what is it mistaken for? */
import type { Mix } from './mix-alike.ts'
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
  because(row: number): readonly Because[]
  /** For one row: places that it would usually paint and that stayed blank, widest first. */
  blank(row: number): readonly Because[]
  /** The row that takes this one's place in other good explanations, and how often; null if there is none. */
  confusedWith(row: number): { readonly row: number; readonly weight: number } | null
}

const shownFrom = 0.02
/** Sets of less weight change no shown digit. */
const faintest = 1e-4
/** A place counts as expected from this share on, and as blank below the other. */
const expectedFrom = 0.3
const blankBelow = 0.12
const noPlaces: readonly Because[] = Object.freeze([])

export function explain(problem: Problem, found: Search, post: Posterior): Explanation {
  const { atlas, observation } = problem
  const paint = paintOf(problem)
  const shares = responsibility(problem, paint, found, post)
  shareAlike(post.mixes, shares)
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
    blank: (row) => blankOf(problem, row),
    confusedWith: (row) => confusedWith(problem, together, post, row),
  }
}

/** The painted patches, and which places they paint: what is blank needs no explanation. */
type Painted = {
  readonly patches: readonly number[]
  /** At which place of `patches` a patch stands; -1 where it is blank. */
  readonly at: Int16Array
  /** Painted overlaps of patch and place, parallel: index into `patches`, index into `places`, square millimetres. */
  readonly overlapPatch: readonly number[]
  readonly overlapPlace: readonly number[]
  readonly overlapMm2: readonly number[]
  readonly places: readonly number[]
  readonly placeMm2: readonly number[]
}

function paintOf({ atlas, observation }: Problem): Painted {
  const patches: number[] = []
  const at = new Int16Array(atlas.patchCount).fill(-1)
  const overlapPatch: number[] = []
  const overlapPlace: number[] = []
  const overlapMm2: number[] = []
  const places: number[] = []
  const placeMm2: number[] = []
  const atPlace = new Int16Array(atlas.places.length).fill(-1)
  for (let r = 0; r < atlas.patchCount; r++) {
    if (observation.share[r] === 0) continue
    at[r] = patches.length
    for (let k = atlas.placeStart[r]!; k < atlas.placeStart[r + 1]!; k++) {
      const mm2 = observation.paintedMm2[k]!
      if (mm2 === 0) continue
      const placeId = atlas.placeOf[k]!
      let place = atPlace[placeId]!
      if (place < 0) {
        place = places.length
        atPlace[placeId] = place
        places.push(placeId)
        placeMm2.push(0)
      }
      placeMm2[place]! += mm2
      overlapPatch.push(patches.length)
      overlapPlace.push(place)
      overlapMm2.push(mm2)
    }
    patches.push(r)
  }
  return { patches, at, overlapPatch, overlapPlace, overlapMm2, places, placeMm2 }
}

/** Widespread rows count as real: they stand for an answer of their own. */
function isReal(problem: Problem, row: number): boolean {
  const kind = problem.atlas.rows[row]!.kind
  return kind === 'trigger-point' || kind === 'other' || kind === 'widespread'
}

/** Expected share of each painted patch that each row accounts for, over the kept sets. */
function responsibility(problem: Problem, paint: Painted, found: Search, post: Posterior): Map<number, Float64Array> {
  const { parameters } = problem
  const { start, end, patchOf, hazard } = problem.reach
  const result = new Map<number, Float64Array>()
  const hazards = new Float64Array(paint.patches.length)
  for (const [index, set] of found.sets.entries()) {
    const weight = post.weights[index]!
    if (weight < faintest) continue
    hazards.fill(parameters.background)
    for (const i of set.members) {
      for (let k = start[i]!; k < end[i]!; k++) {
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
      for (let k = start[i]!; k < end[i]!; k++) {
        const at = paint.at[patchOf[k]!]!
        if (at >= 0) own[at]! += (weight * hazard[k]!) / hazards[at]!
      }
    }
  }
  return result
}

/** What one of two look-alikes accounts for, the other may: in the same parts as their probabilities. */
function shareAlike(mixes: readonly Mix[], shares: Map<number, Float64Array>): void {
  const own = new Map(shares)
  for (const { row, parts } of mixes) {
    const sources = parts.flatMap(({ from, weight }) => {
      const byPatch = own.get(from)
      return byPatch === undefined ? [] : [{ byPatch, weight }]
    })
    const length = sources[0]?.byPatch.length
    if (length === undefined) continue
    const mixed = new Float64Array(length)
    for (const { byPatch, weight } of sources) for (let k = 0; k < length; k++) mixed[k]! += weight * byPatch[k]!
    shares.set(row, mixed)
  }
}

function becauseOf(paint: Painted, byPatch: Float64Array | undefined): readonly Because[] {
  if (byPatch === undefined) return noPlaces
  const { overlapPatch, overlapPlace, overlapMm2, places, placeMm2 } = paint
  const own = new Float64Array(places.length)
  for (let k = 0; k < overlapMm2.length; k++) own[overlapPlace[k]!]! += overlapMm2[k]! * byPatch[overlapPatch[k]!]!
  const because: Because[] = []
  for (let at = 0; at < own.length; at++) {
    const weight = own[at]! / placeMm2[at]!
    if (weight >= shownFrom) because.push({ place: places[at]!, weight })
  }
  return because.sort(widestFirst)
}

function blankOf({ atlas, observation }: Problem, row: number): readonly Because[] {
  const expected = new Float64Array(atlas.places.length)
  const whole = new Float64Array(atlas.places.length)
  const painted = new Float64Array(atlas.places.length)
  for (let k = atlas.rowStart[row]!; k < atlas.rowStart[row + 1]!; k++) {
    const r = atlas.patchOf[k]!
    const share = -Math.expm1(-atlas.hazard[k]!)
    for (let entry = atlas.placeStart[r]!; entry < atlas.placeStart[r + 1]!; entry++) {
      const place = atlas.placeOf[entry]!
      const area = atlas.placeAreaMm2[entry]!
      expected[place]! += area * share
      whole[place]! += area
      painted[place]! += observation.paintedMm2[entry]!
    }
  }
  const blank: Because[] = []
  for (let place = 0; place < whole.length; place++) {
    const weight = expected[place]! / whole[place]! // NaN where the row does not reach, which is no share at all
    if (weight >= expectedFrom && painted[place]! / whole[place]! < blankBelow) blank.push({ place, weight })
  }
  return blank.sort(widestFirst)
}

function widestFirst(a: Because, b: Because): number {
  return b.weight - a.weight || a.place - b.place
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

/** Presence of one and absence of the other by less than this tells nothing. */
const leastGap = 0.01

/** The row whose presence goes most with this one's absence among the kept sets, or that drawings cannot tell from it. */
function confusedWith(
  problem: Problem,
  together: Together,
  { marginal }: Posterior,
  row: number,
): { readonly row: number; readonly weight: number } | null {
  const { at, rows, both } = together
  let best: { row: number; weight: number } | null = null
  for (const { row: alike } of problem.atlas.rows[row]!.drawnLike) {
    const gap = marginal[row]! * marginal[alike]!
    if (gap > leastGap && (best === null || gap > best.weight)) best = { row: alike, weight: gap }
  }
  const own = at.get(row)
  if (own === undefined) return best
  for (const [other, i] of rows.entries()) {
    if (i === row || !isReal(problem, i)) continue
    const expected = both[own * rows.length + own]! * both[other * rows.length + other]!
    const gap = expected - both[own * rows.length + other]!
    if (gap > leastGap && (best === null || gap > best.weight)) best = { row: i, weight: gap }
  }
  return best
}
