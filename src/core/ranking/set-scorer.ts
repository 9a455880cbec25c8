/** Scores what one more source adds to a set: where nearly all of the search's time goes. */
import { type Problem, patchScore, priorGain } from './problem.ts'
import { hazardSteps, rootScale } from './table.ts'

export type SetScorer = {
  /** Fills the hazards of a set, from which `gain` works. */
  load(members: readonly number[]): void
  /** Change of score when row i joins the loaded set, nats; added to `from`, term by term. */
  gain(i: number, from?: number): number
  /** Whether the loaded set holds row i. */
  holds(i: number): boolean
  /** Patch evaluations so far. */
  work(): number
}

export function setScorer(problem: Problem): SetScorer {
  const { atlas, parameters, qualityFit, qualityWeight, lines, lineOf, observation } = problem
  const { start, end, patchOf, hazard } = problem.reach
  const { background } = parameters
  const hazards = new Float64Array(atlas.patchCount)
  const fitted = new Float64Array(atlas.patchCount)
  const before = new Float64Array(atlas.patchCount)
  const silent = new Float64Array(atlas.patchCount)
  const isIn = new Uint8Array(atlas.rows.length)
  /** What the quality of a patch counts; nothing where it is blank. */
  const qualityOf = observation.share.map((share) => qualityWeight * share)
  let loaded: readonly number[] = []
  let work = 0
  for (let r = 0; r < silent.length; r++) silent[r] = patchScore(problem, r, background, background)

  function load(members: readonly number[]): void {
    for (const i of loaded) isIn[i] = 0
    loaded = members
    hazards.fill(background)
    fitted.fill(background)
    before.set(silent)
    for (const i of members) {
      isIn[i] = 1
      for (let k = start[i]!; k < end[i]!; k++) {
        const r = patchOf[k]!
        hazards[r]! += hazard[k]!
        fitted[r]! += qualityFit === null ? hazard[k]! : hazard[k]! * qualityFit[k]!
      }
    }
    for (const i of members) {
      for (let k = start[i]!; k < end[i]!; k++) {
        const r = patchOf[k]!
        before[r] = patchScore(problem, r, hazards[r]!, fitted[r]!)
        work++
      }
    }
  }

  function gain(i: number, from = 0): number {
    let sum = from + priorGain(problem, loaded, i)
    const to = end[i]!
    work += to - start[i]!
    for (let k = start[i]!; k < to; k++) {
      const r = patchOf[k]!
      const w = hazard[k]!
      const h = hazards[r]! + w
      const at = Math.min(Math.sqrt(h) * rootScale, hazardSteps - 1.000001)
      const below = at | 0
      const offset = lineOf[r]! + below
      const low = lines[offset]!
      let score = low + (at - below) * (lines[offset + 1]! - low)
      if (qualityFit !== null && lineOf[r] !== 0) {
        score += qualityOf[r]! * Math.log((fitted[r]! + w * qualityFit[k]!) / h)
      }
      sum += score - before[r]!
    }
    return sum
  }

  return { load, gain, holds: (i) => isIn[i] === 1, work: () => work }
}
