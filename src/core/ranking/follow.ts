/**
 * Ranks while somebody paints: after each stroke only what the stroke touched is scored anew.
 *
 * The sets that were kept before are corrected by the changed patches alone; sources of those patches may join the
 * best of them. Now and then, when the hand rests, a full search should follow (`settled`).
 */
import { bestFirst, type KeptSet, keepWithin, withRow } from './kept-sets.ts'
import { largestFirst } from './largest-first.ts'
import type { Observation } from './observation.ts'
import { type Problem, patchScore, scoreOf, setPrior } from './problem.ts'
import type { Search } from './search.ts'
import { highCode, lowCode, SeenCodes } from './set-codes.ts'
import { setScorer } from './set-scorer.ts'

/** Sets carried from stroke to stroke, and how many of the best may grow. */
const carried = 400
const growing = 6
const joining = 24

/** Patches in which two observations of one atlas differ. */
export function changedPatches(before: Observation, after: Observation): number[] {
  const changed: number[] = []
  const kinds = after.quality.length / after.share.length
  for (let r = 0; r < after.share.length; r++) {
    let same = before.share[r] === after.share[r] && before.isNamed[r] === after.isNamed[r]
    for (let q = r * kinds; same && q < (r + 1) * kinds; q++) same = before.quality[q] === after.quality[q]
    if (!same) changed.push(r)
  }
  return changed
}

/**
 * The search that follows a stroke.
 *
 * @param before  the problem as it was, with what was found
 * @param after   the same with the new observation; priors and findings must be alike
 */
export function follow(before: Problem, found: Search, after: Problem, changed: readonly number[]): Search {
  const reached = reachedPatches(after, touchedPatches(before, after, changed))
  const { rescored, work } = rescore(before, found, after, reached)
  const seen = new SeenCodes()
  for (const { members } of rescored) isNew(seen, members)
  const candidates = candidatesAt(after, reached, changed.length)
  const scorer = setScorer(after)
  const grown: KeptSet[] = [...rescored]
  for (const parent of bestFirst(rescored).slice(0, growing)) {
    scorer.load(parent.members)
    for (const i of candidates) {
      if (scorer.holds(i)) continue
      const members = withRow(parent.members, i)
      if (isNew(seen, members)) grown.push({ members, score: scorer.gain(i, parent.score) })
    }
  }
  const best = grown.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  return {
    sets: bestFirst(grown.filter((set) => set.score >= best - keepWithin)),
    patchEvaluations: work + scorer.work(),
    single: found.single,
  }
}

function isNew(seen: SeenCodes, members: readonly number[]): boolean {
  let high = 0
  let low = 0
  for (const row of members) {
    high = (high + highCode(row)) | 0
    low = (low + lowCode(row)) | 0
  }
  return seen.add(high, low)
}

/** Quality counts once for the whole drawing: a change of its weight touches every painted patch. */
function touchedPatches(before: Problem, after: Problem, changed: readonly number[]): readonly number[] {
  if (before.qualityFit === null && after.qualityFit === null) return changed
  const painted = ({ observation }: Problem) => [...observation.share.keys()].filter((r) => observation.share[r]! > 0)
  return [...new Set([...changed, ...painted(before), ...painted(after)])]
}

/** Which rows reach the touched patches, and how strongly. */
type Reached = {
  /** The changed ones first. */
  readonly patches: readonly number[]
  /** Entry of the row's reach at each of the patches, -1 where it does not show there. */
  entriesOf(row: number): Int32Array
}

function reachedPatches({ atlas, reach }: Problem, patches: readonly number[]): Reached {
  const at = new Int16Array(atlas.patchCount).fill(-1)
  for (const [index, r] of patches.entries()) at[r] = index
  const known = new Map<number, Int32Array>()
  return {
    patches,
    entriesOf(row) {
      const earlier = known.get(row)
      if (earlier !== undefined) return earlier
      const entries = new Int32Array(patches.length).fill(-1)
      for (let k = reach.start[row]!; k < reach.end[row]!; k++) {
        const index = at[reach.patchOf[k]!]!
        if (index >= 0) entries[index] = k
      }
      known.set(row, entries)
      return entries
    },
  }
}

/** The sets that were kept, as the new paint scores them. */
function rescore(before: Problem, found: Search, after: Problem, { patches, entriesOf }: Reached) {
  const { background } = after.parameters
  const { hazard } = after.reach
  const ratio = after.weight / before.weight
  const shiftAt = (r: number, h: number, was: number, now: number) =>
    patchScore(after, r, h, now) - ratio * patchScore(before, r, h, was)
  const emptyShifts = patches.map((r) => shiftAt(r, background, background, background))
  const emptyShift = emptyShifts.reduce((sum, shift) => sum + shift, 0)
  let work = 0
  const rescored = found.sets.slice(0, carried).map(({ members, score: earlier }): KeptSet => {
    if (members.length === 0) return { members, score: 0 }
    // Where a stroke makes a piece of a pattern show or vanish, patches far from the stroke change too.
    if (members.some((i) => before.shown[i] !== after.shown[i])) return { members, score: scoreOf(after, members) }
    // What was drawn weighs anew; priors do not.
    let score = setPrior(after, members) + ratio * (earlier - setPrior(before, members)) - emptyShift
    const reaching = members.map(entriesOf)
    for (let at = 0; at < patches.length; at++) {
      let h = background
      let was = background
      let now = background
      for (const entries of reaching) {
        const k = entries[at]!
        if (k < 0) continue
        h += hazard[k]!
        was += hazard[k]! * (before.qualityFit?.[k] ?? 1) // the same entry: the row shows what it showed
        now += hazard[k]! * (after.qualityFit?.[k] ?? 1)
      }
      score += h === background ? emptyShifts[at]! : shiftAt(patches[at]!, h, was, now)
      work += members.length
    }
    return { members, score }
  })
  return { rescored, work }
}

/** Sources of the changed patches that are now painted, those of the strongest hazards first. */
function candidatesAt(problem: Problem, { patches, entriesOf }: Reached, changed: number): number[] {
  const { atlas, observation, reach, logOdds } = problem
  const strength = new Map<number, number>()
  for (let at = 0; at < changed; at++) {
    const r = patches[at]!
    if (observation.share[r] === 0) continue
    for (let e = atlas.patchStart[r]!; e < atlas.patchStart[r + 1]!; e++) {
      const i = atlas.rowOf[e]!
      const k = entriesOf(i)[at]!
      const hazard = k < 0 ? 0 : reach.hazard[k]! // its piece here does not show, but others may
      strength.set(i, (strength.get(i) ?? 0) + hazard * observation.share[r]!)
    }
  }
  const rows = [...strength.keys()]
  const nats = rows.map((i) => logOdds[i]! + 2 * Math.log(strength.get(i)!))
  const order = largestFirst(nats, (a, b) => rows[a]! - rows[b]!).subarray(0, joining)
  return Array.from(order, (at) => rows[at]!)
}
