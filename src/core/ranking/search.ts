/**
 * Which sets of sources explain the drawing? Beam over sets, then swaps; every good set that was seen is kept.
 *
 * Deterministic: work is counted in patch evaluations, ties go to the lower row, nothing is random.
 */
import type { Effort } from './parameters.ts'
import { type Problem, patchScore, priorGain } from './problem.ts'
import { hazardSteps, rootScale } from './table.ts'

export type KeptSet = {
  /** Rows, ascending. */
  readonly members: readonly number[]
  /** Log posterior against the empty set, nats. */
  readonly score: number
}

export type Search = {
  readonly sets: readonly KeptSet[]
  readonly patchEvaluations: number
  readonly single: Float64Array
}

/** Sets this many nats below the best are forgotten. */
const keepWithin = 8

export function search(problem: Problem, effort: Effort): Search {
  const state = makeState(problem)
  const touching = touchingRows(problem)
  const single = new Float64Array(problem.atlas.rows.length).fill(Number.NaN)
  const empty: Node = { members: [], score: 0, code: 0 }
  state.keep(empty)
  state.load(empty.members)
  for (const i of touching) single[i] = state.gain(empty.members, i)
  const candidates = [...touching].sort((a, b) => single[b]! - single[a]! || a - b).slice(0, effort.candidates)
  const inPool = new Set(candidates)
  // A drawing that one widespread row explains best leaves little to find beneath it: look less hard.
  const narrow = candidates[0] !== undefined && problem.atlas.rows[candidates[0]]!.kind === 'widespread'
  const width = narrow ? Math.max(4, effort.beam >> 2) : effort.beam
  let beam: Node[] = [empty]
  for (let level = 0; level < effort.depth && state.work() < effort.workCap; level++) {
    const children: Node[] = []
    for (const [rank, parent] of beam.entries()) {
      state.load(parent.members)
      if (rank === 0 && level > 0) admitResidual(state, parent, touching, candidates, inPool)
      for (const i of candidates) {
        if (parent.members.includes(i) || !state.visit(parent.code + codeOf(i))) continue
        const score = parent.score + state.gain(parent.members, i)
        if (score < state.best() - keepWithin) continue
        const child = { members: insert(parent.members, i), score, code: parent.code + codeOf(i) }
        state.keep(child)
        children.push(child)
      }
    }
    if (children.length === 0) break
    children.sort(byScore)
    beam = children.slice(0, width)
  }
  for (let round = 0; round < 2 && state.work() < effort.workCap; round++) swap(state, candidates)
  return { sets: state.kept(), patchEvaluations: state.work(), single }
}

/** Rows whose support meets paint, or of which the hands speak in favour. */
function touchingRows(problem: Problem): number[] {
  const seen = problem.meetsPaint.slice()
  for (const finding of problem.findings) if (finding.nats > 0) for (const row of finding.rows) seen[row] = 1
  const rows: number[] = []
  for (let i = 0; i < seen.length; i++) if (seen[i] === 1) rows.push(i)
  return rows
}

/** Some causes show only once a bigger one is in: up to ten newcomers a level, judged beside the best set. */
function admitResidual(
  state: State,
  parent: Node,
  touching: readonly number[],
  candidates: number[],
  inPool: Set<number>,
): void {
  const newcomers: { readonly row: number; readonly gain: number }[] = []
  for (const i of touching) {
    if (inPool.has(i)) continue
    const gain = state.gain(parent.members, i)
    if (gain > -keepWithin / 2) newcomers.push({ row: i, gain })
  }
  newcomers.sort((a, b) => b.gain - a.gain || a.row - b.row)
  for (const { row } of newcomers.slice(0, 10)) {
    candidates.push(row)
    inPool.add(row)
  }
}

/** Mends what greed did: drop a member, or trade it for one that covers the same skin. */
function swap(state: State, candidates: readonly number[]): void {
  for (const set of state.kept().slice(0, 6)) {
    for (const leaving of set.members) {
      const members = set.members.filter((member) => member !== leaving)
      const code = set.code - codeOf(leaving)
      state.load(members)
      const base = set.score - state.gain(members, leaving)
      if (state.visit(code)) state.keep({ members, score: base, code })
      for (const i of state.overlapping(leaving, candidates, 12)) {
        if (members.includes(i) || !state.visit(code + codeOf(i))) continue
        const score = base + state.gain(members, i)
        if (score >= state.best() - keepWithin)
          state.keep({ members: insert(members, i), score, code: code + codeOf(i) })
      }
    }
  }
}

type Node = KeptSet & {
  /** Sum of the codes of its members: the same for a set in whatever order it was built. */
  readonly code: number
}

/**
 * A number for a row such that sums of up to eight of them tell sets apart.
 *
 * 49 well mixed bits: sums stay whole in a double, and two sets of one search meet with a chance of about 1e-8.
 * Mixing matters: codes in step with the row would make {1, 4} and {2, 3} the same set.
 */
function codeOf(row: number): number {
  return mixed(row, 0x9e3779b9) * 131072 + (mixed(row, 0x7f4a7c15) >>> 15)
}

/** 32 bits of the number, by the finishing steps of MurmurHash3. */
function mixed(row: number, seed: number): number {
  let bits = (row + 1) ^ seed
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

type State = {
  /** Fills the hazards of a set, from which `gain` works. */
  load(members: readonly number[]): void
  /** Change of score when row i joins the loaded set. */
  gain(members: readonly number[], i: number): number
  /** True the first time that a set is met. */
  visit(code: number): boolean
  keep(set: Node): void
  /** Kept sets, best first. */
  kept(): Node[]
  best(): number
  work(): number
  /** Candidates that cover most of a row's skin, most first. */
  overlapping(row: number, candidates: readonly number[], most: number): number[]
}

function makeState(problem: Problem): State {
  const { atlas, hazard, parameters, qualityFit, lines, lineOf } = problem
  const { rowStart, patchOf } = atlas
  const hazards = new Float64Array(atlas.patchCount)
  const fitted = new Float64Array(atlas.patchCount)
  const before = new Float64Array(atlas.patchCount)
  const silent = new Float64Array(atlas.patchCount)
  const visited = new Set<number>([0])
  const sets: Node[] = []
  const overlaps = new Map<number, number[]>()
  let best = Number.NEGATIVE_INFINITY
  let work = 0
  for (let r = 0; r < atlas.patchCount; r++)
    silent[r] = patchScore(problem, r, parameters.background, parameters.background)

  function load(members: readonly number[]): void {
    hazards.fill(parameters.background)
    fitted.fill(parameters.background)
    before.set(silent)
    for (const i of members) {
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
        const r = patchOf[k]!
        hazards[r]! += hazard[k]!
        fitted[r]! += qualityFit === null ? hazard[k]! : hazard[k]! * qualityFit[k]!
      }
    }
    for (const i of members) {
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
        const r = patchOf[k]!
        before[r] = patchScore(problem, r, hazards[r]!, fitted[r]!)
        work++
      }
    }
  }

  function gain(members: readonly number[], i: number): number {
    let sum = priorGain(problem, members, i)
    const end = rowStart[i + 1]!
    work += end - rowStart[i]!
    if (qualityFit !== null) {
      for (let k = rowStart[i]!; k < end; k++) {
        const r = patchOf[k]!
        const w = hazard[k]!
        sum += patchScore(problem, r, hazards[r]! + w, fitted[r]! + w * qualityFit[k]!) - before[r]!
      }
      return sum
    }
    // The same without quality, written out: nearly all of the time goes here.
    for (let k = rowStart[i]!; k < end; k++) {
      const r = patchOf[k]!
      const at = Math.min(Math.sqrt(hazards[r]! + hazard[k]!) * rootScale, hazardSteps - 1.000001)
      const below = at | 0
      const offset = lineOf[r]! + below
      const low = lines[offset]!
      sum += low + (at - below) * (lines[offset + 1]! - low) - before[r]!
    }
    return sum
  }

  return {
    load,
    gain,
    visit(code) {
      if (visited.has(code)) return false
      visited.add(code)
      return true
    },
    keep(set) {
      sets.push(set)
      if (set.score > best) best = set.score
    },
    kept: () => sets.filter((set) => set.score >= best - keepWithin).sort(byScore),
    best: () => best,
    work: () => work,
    overlapping(row, candidates, most) {
      const known = overlaps.get(row)
      if (known !== undefined) return known
      const own = new Float64Array(atlas.patchCount)
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) own[patchOf[k]!] = hazard[k]!
      const shared = new Map<number, number>()
      for (const i of candidates) {
        let overlap = 0
        for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) overlap += Math.min(hazard[k]!, own[patchOf[k]!]!)
        if (i !== row) shared.set(i, overlap)
      }
      const found = [...shared.keys()].sort((a, b) => shared.get(b)! - shared.get(a)! || a - b).slice(0, most)
      overlaps.set(row, found)
      return found
    },
  }
}

function insert(members: readonly number[], i: number): number[] {
  const at = members.findIndex((member) => member > i)
  return at < 0 ? [...members, i] : [...members.slice(0, at), i, ...members.slice(at)]
}

function byScore(a: KeptSet, b: KeptSet): number {
  if (a.score !== b.score) return b.score - a.score
  const length = Math.min(a.members.length, b.members.length)
  for (let k = 0; k < length; k++) if (a.members[k] !== b.members[k]) return a.members[k]! - b.members[k]!
  return a.members.length - b.members.length
}
