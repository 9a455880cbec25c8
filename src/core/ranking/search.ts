/**
 * Which sets of sources explain the drawing? Beam over sets, then swaps; every good set that was seen is kept.
 *
 * Deterministic: work is counted in patch evaluations, ties go to the lower row, nothing is random.
 */
import type { Effort } from './parameters.ts'
import { type Problem, patchScore, priorGain, setPrior } from './problem.ts'

export type KeptSet = {
  /** Rows, ascending. */
  readonly members: readonly number[]
  /** Log posterior against the empty set, nats. */
  readonly score: number
}

export type Search = { readonly sets: readonly KeptSet[]; readonly patchEvaluations: number; readonly single: Float64Array }

/** Sets this many nats below the best are forgotten. */
const keepWithin = 8

export function search(problem: Problem, effort: Effort): Search {
  const state = makeState(problem)
  const empty: KeptSet = { members: [], score: 0 }
  state.keep(empty)
  const touching = touchingRows(problem)
  const single = new Float64Array(problem.atlas.rows.length).fill(Number.NaN)
  state.load([])
  for (const i of touching) single[i] = state.gain([], i)
  const candidates = [...touching].sort((a, b) => single[b]! - single[a]! || a - b).slice(0, effort.candidates)
  const inPool = new Set(candidates)
  // A drawing that one widespread row explains best leaves little to find beneath it: look less hard.
  const narrow = candidates[0] !== undefined && problem.atlas.rows[candidates[0]]!.kind === 'widespread'
  const width = narrow ? Math.max(4, effort.beam >> 2) : effort.beam
  let beam: KeptSet[] = [empty]
  for (let level = 0; level < effort.depth && state.work() < effort.workCap; level++) {
    const children: KeptSet[] = []
    for (const [rank, parent] of beam.entries()) {
      state.load(parent.members)
      if (rank === 0 && level > 0) admitResidual(state, parent, touching, candidates, inPool)
      for (const i of candidates) {
        if (parent.members.includes(i)) continue
        const members = insert(parent.members, i)
        if (!state.isNew(members)) continue
        const child = { members, score: parent.score + state.gain(parent.members, i) }
        state.keep(child)
        children.push(child)
      }
    }
    children.sort(byScore)
    if (children.length === 0 || children[0]!.score < state.best() - keepWithin) break
    beam = children.slice(0, width)
  }
  for (let round = 0; round < 2 && state.work() < effort.workCap; round++) swap(state, candidates)
  return { sets: state.kept(), patchEvaluations: state.work(), single }
}

/** Rows whose support meets paint, or of which the hands speak in favour. */
function touchingRows(problem: Problem): number[] {
  const { atlas, observation } = problem
  const seen = new Uint8Array(atlas.rows.length)
  for (let r = 0; r < atlas.patchCount; r++) {
    if (observation.share[r] === 0) continue
    for (let k = atlas.patchStart[r]!; k < atlas.patchStart[r + 1]!; k++) seen[atlas.rowOf[k]!] = 1
  }
  for (const finding of problem.findings) if (finding.nats > 0) for (const row of finding.rows) seen[row] = 1
  const rows: number[] = []
  for (let i = 0; i < seen.length; i++) if (seen[i] === 1) rows.push(i)
  return rows
}

/** Some causes show only once a bigger one is in: up to ten newcomers a level, judged beside the best set. */
function admitResidual(
  state: State,
  parent: KeptSet,
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
      const rest = set.members.filter((member) => member !== leaving)
      const base = state.scoreOf(rest)
      state.keep({ members: rest, score: base })
      state.load(rest)
      for (const i of state.overlapping(leaving, candidates, 12)) {
        if (rest.includes(i)) continue
        const members = insert(rest, i)
        if (!state.isNew(members)) continue
        state.keep({ members, score: base + state.gain(rest, i) })
      }
    }
  }
}

type State = {
  /** Fills the hazards of a set, from which `gain` works. */
  load(members: readonly number[]): void
  /** Change of score when row i joins the loaded set. */
  gain(members: readonly number[], i: number): number
  /** Score of a set from scratch, against the empty set. */
  scoreOf(members: readonly number[]): number
  isNew(members: readonly number[]): boolean
  keep(set: KeptSet): void
  kept(): KeptSet[]
  best(): number
  work(): number
  overlapping(row: number, candidates: readonly number[], most: number): number[]
}

function makeState(problem: Problem): State {
  const { atlas, parameters, qualityFit } = problem
  const { rowStart, patchOf, hazard } = atlas
  const hazards = new Float64Array(atlas.patchCount)
  const fitted = new Float64Array(atlas.patchCount)
  const before = new Float64Array(atlas.patchCount)
  const silent = new Float64Array(atlas.patchCount)
  const seen = new Map<string, KeptSet>()
  let best = Number.NEGATIVE_INFINITY
  let work = 0
  for (let r = 0; r < atlas.patchCount; r++) silent[r] = patchScore(problem, r, parameters.background, parameters.background)

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
    for (let k = rowStart[i]!; k < end; k++) {
      const r = patchOf[k]!
      const w = hazard[k]!
      const fit = qualityFit === null ? w : w * qualityFit[k]!
      sum += patchScore(problem, r, hazards[r]! + w, fitted[r]! + fit) - before[r]!
    }
    work += end - rowStart[i]!
    return sum
  }

  return {
    load,
    gain,
    scoreOf(members) {
      const earlier = seen.get(key(members))
      if (earlier !== undefined) return earlier.score
      load(members)
      const touched = new Set<number>()
      let sum = setPrior(problem, members)
      for (const i of members) {
        for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
          const r = patchOf[k]!
          if (touched.has(r)) continue
          touched.add(r)
          sum += before[r]! - silent[r]!
        }
      }
      return sum
    },
    isNew: (members) => !seen.has(key(members)),
    keep(set) {
      seen.set(key(set.members), set)
      if (set.score > best) best = set.score
    },
    kept: () => [...seen.values()].filter((set) => set.score >= best - keepWithin).sort(byScore),
    best: () => best,
    work: () => work,
    overlapping(row, candidates, most) {
      const own = new Map<number, number>()
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) own.set(patchOf[k]!, hazard[k]!)
      const shared = candidates
        .filter((i) => i !== row)
        .map((i) => {
          let overlap = 0
          for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) overlap += Math.min(hazard[k]!, own.get(patchOf[k]!) ?? 0)
          return { i, overlap }
        })
      shared.sort((a, b) => b.overlap - a.overlap || a.i - b.i)
      return shared.slice(0, most).map(({ i }) => i)
    },
  }
}

function key(members: readonly number[]): string {
  return String.fromCharCode(...members)
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
