/**
 * Which sets of sources explain the drawing? Beam over sets, then swaps; every good set that was seen is kept.
 *
 * Deterministic: work is counted in patch evaluations, ties go to the lower row, nothing is random.
 */
import { emptySet, type KeptSet, keepWithin, SetStore } from './kept-sets.ts'
import { largestFirst } from './largest-first.ts'
import type { Effort } from './parameters.ts'
import type { Problem } from './problem.ts'
import { type SetScorer, setScorer } from './set-scorer.ts'

export type Search = {
  readonly sets: readonly KeptSet[]
  readonly patchEvaluations: number
  readonly single: Float64Array
}

/** Newcomers a level, best sets that are mended, and rows that each of their members may be traded for. */
const newcomersAtMost = 10
const mended = 6
const tradedFor = 12

export function search(problem: Problem, effort: Effort): Search {
  const scorer = setScorer(problem)
  const store = new SetStore()
  const touching = touchingRows(problem)
  const single = new Float64Array(problem.atlas.rows.length).fill(Number.NaN)
  scorer.load([])
  for (const i of touching) single[i] = scorer.gain(i)
  const order = largestFirst(touching.map((i) => single[i]!))
  const candidates = Array.from(order.subarray(0, effort.candidates), (at) => touching[at]!)
  // A drawing that one widespread row explains best leaves little to find beneath it: look less hard.
  const narrow = candidates[0] !== undefined && problem.atlas.rows[candidates[0]]!.kind === 'widespread'
  const width = narrow ? Math.max(4, effort.beam >> 2) : effort.beam
  if (narrow) candidates.length = Math.min(candidates.length, Math.max(24, effort.candidates >> 1))
  const inPool = new Uint8Array(single.length)
  for (const i of candidates) inPool[i] = 1
  let beam = [emptySet]
  for (let level = 0; level < effort.depth && scorer.work() < effort.workCap; level++) {
    const firstChild = store.count
    for (const [rank, parent] of beam.entries()) {
      scorer.load(store.members(parent))
      if (rank === 0 && level > 0) admitResidual(scorer, touching, candidates, inPool)
      for (const i of candidates) {
        if (scorer.holds(i) || !store.visit(parent, i)) continue
        const score = store.score(parent) + scorer.gain(i)
        if (score >= store.best - keepWithin) store.keep(parent, i, score)
      }
    }
    if (store.count === firstChild) break
    beam = store.bestFrom(firstChild, width)
  }
  const overlapping = overlaps(problem, candidates)
  for (let round = 0; round < 2 && scorer.work() < effort.workCap; round++) swap(store, scorer, overlapping)
  return { sets: store.kept(), patchEvaluations: scorer.work(), single }
}

/** Rows whose support meets paint, or of which the hands speak in favour. */
function touchingRows(problem: Problem): number[] {
  const seen = problem.meetsPaint.slice()
  for (const finding of problem.findings) if (finding.nats > 0) for (const row of finding.rows) seen[row] = 1
  const rows: number[] = []
  for (let i = 0; i < seen.length; i++) if (seen[i] === 1) rows.push(i)
  return rows
}

/** Some causes show only once a bigger one is in: a few newcomers a level, judged beside the best set. */
function admitResidual(scorer: SetScorer, touching: readonly number[], candidates: number[], inPool: Uint8Array): void {
  const newcomers: { readonly row: number; readonly gain: number }[] = []
  for (const row of touching) {
    if (inPool[row] === 1) continue
    const gain = scorer.gain(row)
    if (gain > -keepWithin / 2) newcomers.push({ row, gain })
  }
  newcomers.sort((a, b) => b.gain - a.gain || a.row - b.row)
  for (const { row } of newcomers.slice(0, newcomersAtMost)) {
    candidates.push(row)
    inPool[row] = 1
  }
}

/** Mends what greed did: drop a member, or trade it for one that covers the same skin. */
function swap(store: SetStore, scorer: SetScorer, overlapping: (row: number) => readonly number[]): void {
  const worthMending = store.best - keepWithin
  for (const set of store.bestFrom(0, mended)) {
    if (store.score(set) < worthMending) break
    for (const leaving of store.members(set)) {
      const members = store.members(set).filter((member) => member !== leaving)
      scorer.load(members)
      const base = store.score(set) - scorer.gain(leaving)
      const rest = store.spell(members, base)
      for (const i of overlapping(leaving)) {
        if (scorer.holds(i) || !store.visit(rest, i)) continue
        const score = base + scorer.gain(i)
        if (score >= store.best - keepWithin) store.keep(rest, i, score)
      }
    }
  }
}

/** For a row the candidates that cover most of its skin, most first. */
function overlaps({ atlas, reach }: Problem, candidates: readonly number[]): (row: number) => readonly number[] {
  const { start, end, patchOf, hazard } = reach
  const own = new Float64Array(atlas.patchCount)
  const known = new Map<number, readonly number[]>()
  return (row) => {
    const earlier = known.get(row)
    if (earlier !== undefined) return earlier
    own.fill(0)
    for (let k = start[row]!; k < end[row]!; k++) own[patchOf[k]!] = hazard[k]!
    const others = candidates.filter((i) => i !== row)
    const shared = others.map((i) => {
      let overlap = 0
      for (let k = start[i]!; k < end[i]!; k++) overlap += Math.min(hazard[k]!, own[patchOf[k]!]!)
      return overlap
    })
    const order = largestFirst(shared, (a, b) => others[a]! - others[b]!).subarray(0, tradedFor)
    const found = Array.from(order, (at) => others[at]!)
    known.set(row, found)
    return found
  }
}
