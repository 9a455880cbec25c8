/**
 * Ranks while somebody paints: after each stroke only what the stroke touched is scored anew.
 *
 * The sets that were kept before are corrected by the changed patches alone; sources of those patches may join the
 * best of them. Now and then, when the hand rests, a full search should follow (`settled`).
 */
import type { Observation } from './observation.ts'
import type { Problem } from './problem.ts'
import { patchScore, priorGain, scoreOf, setPrior } from './problem.ts'
import type { KeptSet, Search } from './search.ts'

/** Sets carried from stroke to stroke, and how many of the best may grow. */
const carried = 400
const growing = 6
const joining = 24
const keepWithin = 8

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
  const { atlas, parameters } = after
  let work = 0
  // Quality counts once for the whole drawing: a change of its weight touches every painted patch.
  const touched =
    before.qualityFit === null && after.qualityFit === null
      ? changed
      : [...new Set([...changed, ...paintedPatches(before.observation), ...paintedPatches(after.observation)])]
  const hazardAt = touched.map((r) => hazardsOf(after, r))
  const ratio = after.weight / before.weight
  const emptyShift = touched.reduce((sum, r) => sum + shiftAt(before, after, ratio, r, [], null), 0)
  // Where a stroke makes a piece of a pattern show or vanish, patches far from the stroke change too.
  const turned = new Set<number>()
  for (let i = 0; i < after.shown.length; i++) if (before.shown[i] !== after.shown[i]) turned.add(i)
  const rescored: KeptSet[] = found.sets.slice(0, carried).map((set) => {
    if (set.members.some((i) => turned.has(i))) return { members: set.members, score: scoreOf(after, set.members) }
    // What was drawn weighs anew; priors do not.
    let score = setPrior(after, set.members) + ratio * (set.score - setPrior(before, set.members)) - emptyShift
    for (const [k, r] of touched.entries()) {
      score += shiftAt(before, after, ratio, r, set.members, hazardAt[k]!)
      work += set.members.length
    }
    return { members: set.members, score: set.members.length === 0 ? 0 : score }
  })
  const byKey = new Map(rescored.map((set) => [set.members.join(), set]))
  const candidates = candidatesAt(after, changed)
  const state = new Float64Array(atlas.patchCount)
  const fitted = new Float64Array(atlas.patchCount)
  for (const parent of [...rescored].sort(byScore).slice(0, growing)) {
    state.fill(parameters.background)
    fitted.fill(parameters.background)
    for (const i of parent.members) {
      for (let k = atlas.rowStart[i]!; k < atlas.rowStart[i + 1]!; k++) {
        state[atlas.patchOf[k]!]! += after.hazard[k]!
        fitted[atlas.patchOf[k]!]! += after.hazard[k]! * (after.qualityFit?.[k] ?? 1)
      }
    }
    for (const i of candidates) {
      if (parent.members.includes(i)) continue
      const members = [...parent.members, i].sort((a, b) => a - b)
      const key = members.join()
      if (byKey.has(key)) continue
      let score = parent.score + priorGain(after, parent.members, i)
      for (let k = atlas.rowStart[i]!; k < atlas.rowStart[i + 1]!; k++) {
        const r = atlas.patchOf[k]!
        const w = after.hazard[k]!
        score +=
          patchScore(after, r, state[r]! + w, fitted[r]! + w * (after.qualityFit?.[k] ?? 1)) -
          patchScore(after, r, state[r]!, fitted[r]!)
        work++
      }
      byKey.set(key, { members, score })
    }
  }
  const all = [...byKey.values()].sort(byScore)
  const best = all[0]?.score ?? 0
  return {
    sets: all.filter((set) => set.score >= best - keepWithin),
    patchEvaluations: work,
    single: found.single,
  }
}

function byScore(a: KeptSet, b: KeptSet): number {
  return b.score - a.score || a.members.length - b.members.length || (a.members.join() < b.members.join() ? -1 : 1)
}

function paintedPatches(observation: Observation): number[] {
  const painted: number[] = []
  for (let r = 0; r < observation.share.length; r++) if (observation.share[r]! > 0) painted.push(r)
  return painted
}

type Entry = { readonly hazard: number; readonly index: number }

/** Which rows reach a patch, how strongly, and at which entry of the atlas. */
function hazardsOf({ atlas, hazard }: Problem, patch: number): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>()
  for (let k = atlas.patchStart[patch]!; k < atlas.patchStart[patch + 1]!; k++) {
    const i = atlas.rowOf[k]!
    const index = entryOf(atlas.patchOf, atlas.rowStart[i]!, atlas.rowStart[i + 1]!, patch)
    entries.set(i, { hazard: hazard[index]!, index })
  }
  return entries
}

function entryOf(patchOf: Uint16Array, from: number, to: number, patch: number): number {
  for (let k = from; k < to; k++) if (patchOf[k] === patch) return k
  throw new Error('the atlas does not fit itself: bake it again')
}

/** How the new paint of one patch changes the score of a set, beyond what all patches weigh anew. */
function shiftAt(
  before: Problem,
  after: Problem,
  ratio: number,
  patch: number,
  members: readonly number[],
  entries: ReadonlyMap<number, Entry> | null,
): number {
  let hazard = after.parameters.background
  let was = hazard
  let now = hazard
  for (const i of members) {
    const entry = entries?.get(i)
    if (entry === undefined) continue
    hazard += entry.hazard
    was += entry.hazard * (before.qualityFit?.[entry.index] ?? 1)
    now += entry.hazard * (after.qualityFit?.[entry.index] ?? 1)
  }
  return patchScore(after, patch, hazard, now) - ratio * patchScore(before, patch, hazard, was)
}

/** Sources of the changed patches that are now painted, those of the strongest hazards first. */
function candidatesAt(problem: Problem, changed: readonly number[]): number[] {
  const { atlas, observation } = problem
  const strength = new Map<number, number>()
  for (const r of changed) {
    if (observation.share[r] === 0) continue
    for (const [i, { hazard }] of hazardsOf(problem, r))
      strength.set(i, (strength.get(i) ?? 0) + hazard * observation.share[r]!)
  }
  const nats = (i: number) => problem.logOdds[i]! + 2 * Math.log(strength.get(i)!)
  return [...strength.keys()]
    .filter((i) => atlas.rows[i] !== undefined)
    .sort((a, b) => nats(b) - nats(a) || a - b)
    .slice(0, joining)
}
