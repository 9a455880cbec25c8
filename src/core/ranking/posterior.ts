/** From the sets that were kept to a probability for every source. */

import type { KeptSet } from './kept-sets.ts'
import { logistic, logit } from './logistic.ts'
import { type Mix, mixAlike, mixesOf } from './mix-alike.ts'
import type { Problem } from './problem.ts'
import { patchScore, priorGain } from './problem.ts'
import type { Search } from './search.ts'

export { logistic, logit }

export type Posterior = {
  /** Weight of each kept set; sums to 1. */
  readonly weights: readonly number[]
  /** Probability that each row contributes, before recalibration; of an unknown local spot as the kept sets have it. */
  readonly raw: Float64Array
  /** The same, recalibrated. */
  readonly marginal: Float64Array
  /** How sources that drawings cannot tell apart share what they earned. */
  readonly mixes: readonly Mix[]
}

/** A source that hardly any kept set holds is not impossible, only unvisited: it gets up to this. */
const unvisitedCap = 0.02

export function posterior(problem: Problem, found: Search): Posterior {
  const best = found.sets[0]?.score ?? 0
  const unnormalised = found.sets.map((set) => Math.exp(set.score - best))
  const total = unnormalised.reduce((sum, weight) => sum + weight, 0)
  const weights = unnormalised.map((weight) => weight / total)
  const raw = new Float64Array(problem.atlas.rows.length)
  found.sets.forEach((set, index) => {
    for (const i of set.members) raw[i]! += weights[index]!
  })
  floorUnvisited(problem, found.sets.slice(0, 2), weights, raw)
  floorAlone(problem, best + Math.log(total), raw)
  const mixes = mixesOf(problem.atlas, raw)
  mixAlike(mixes, raw)
  const recalibrated = (p: number) => recalibrate(p, problem.parameters.recalibration)
  const marginal = raw.map(recalibrated)
  for (const finding of problem.findings) shareOut(finding.rows, found.sets, weights, raw, marginal, recalibrated)
  return { weights, raw, marginal, mixes }
}

/**
 * The hands spoke of the muscle, not of one of its points: that any of them contributes is recalibrated as one
 * probability, of which each point gets its share.
 */
function shareOut(
  rows: readonly number[],
  sets: readonly KeptSet[],
  weights: readonly number[],
  raw: Float64Array,
  marginal: Float64Array,
  recalibrated: (p: number) => number,
): void {
  let any = 0
  for (const [index, set] of sets.entries()) if (rows.some((row) => set.members.includes(row))) any += weights[index]!
  for (const row of rows) any = Math.max(any, raw[row]!)
  if (any === 0) return
  const p = recalibrated(any)
  for (const row of rows) marginal[row] = p * Math.min(1, raw[row]! / any)
}

/**
 * Rows in hardly any kept set get what they would earn beside the best two sets.
 *
 * Most of them meet no paint: what their silence costs is the same in every drawing.
 */
function floorUnvisited(
  problem: Problem,
  sets: readonly KeptSet[],
  weights: readonly number[],
  raw: Float64Array,
): void {
  const { asked, silence, meetsPaint } = problem
  const whole = sets.reduce((sum, _, index) => sum + weights[index]!, 0)
  const floor = new Float64Array(raw.length)
  for (const [index, set] of sets.entries()) {
    const state = stateOf(problem, set.members)
    const share = weights[index]! / whole
    for (const i of asked) {
      if (raw[i]! >= unvisitedCap) continue
      const drawn = meetsPaint[i] === 0 ? silence[i]! : drawnGain(problem, state, i)
      floor[i]! += share * logistic(priorGain(problem, set.members, i) + drawn)
    }
  }
  for (const i of asked) {
    if (raw[i]! < unvisitedCap) raw[i] = Math.max(raw[i]!, Math.min(unvisitedCap, floor[i]!))
  }
}

/**
 * A set that was too poor to be kept still weighs something: a source gets at least what it would have alone.
 *
 * @param evidence  log of the sum over all kept sets, nats against the empty set
 */
function floorAlone(problem: Problem, evidence: number, raw: Float64Array): void {
  const empty = stateOf(problem, [])
  for (let i = 0; i < raw.length; i++) {
    if (problem.meetsPaint[i] === 0 || raw[i]! >= unvisitedCap) continue
    const score = priorGain(problem, [], i) + drawnGain(problem, empty, i)
    raw[i] = Math.max(raw[i]!, Math.min(unvisitedCap, Math.exp(score - evidence)))
  }
}

type SetState = { readonly hazards: Float64Array; readonly fitted: Float64Array; readonly scores: Float64Array }

/** How much better the drawing fits with row i beside a set, nats. */
function drawnGain(problem: Problem, { hazards, fitted, scores }: SetState, i: number): number {
  const { start, end, patchOf, hazard } = problem.reach
  const { qualityFit } = problem
  let gain = 0
  for (let k = start[i]!; k < end[i]!; k++) {
    const w = hazard[k]!
    const r = patchOf[k]!
    const fit = qualityFit === null ? w : w * qualityFit[k]!
    gain += patchScore(problem, r, hazards[r]! + w, fitted[r]! + fit) - scores[r]!
  }
  return gain
}

/** Hazard, hazard by quality, and log-likelihood of each patch under one set. */
function stateOf(problem: Problem, members: readonly number[]): SetState {
  const { atlas, parameters, qualityFit } = problem
  const { start, end, patchOf, hazard } = problem.reach
  const hazards = new Float64Array(atlas.patchCount).fill(parameters.background)
  const fitted = new Float64Array(atlas.patchCount).fill(parameters.background)
  for (const i of members) {
    for (let k = start[i]!; k < end[i]!; k++) {
      hazards[patchOf[k]!]! += hazard[k]!
      fitted[patchOf[k]!]! += hazard[k]! * (qualityFit?.[k] ?? 1)
    }
  }
  return { hazards, fitted, scores: hazards.map((h, r) => patchScore(problem, r, h, fitted[r]!)) }
}

/** Below this probability the last map fades into none: what is nearly excluded stays so. */
export const mappedFrom = 0.01
const fadesOver = 2
const edge = Math.log(mappedFrom / (1 - mappedFrom))
/** Below this nothing of the map is left. */
const keptFrom = 1 / (1 + Math.exp(fadesOver - edge))

/** The last map: logit p' = shift + slope logit p, fading to p' = p over two units of logit below `mappedFrom`. */
export function recalibrate(p: number, { shift, slope }: { readonly shift: number; readonly slope: number }): number {
  if (p < keptFrom) return p // nearly all sources
  const x = logit(p)
  if (x >= edge) return logistic(shift + slope * x)
  const offset = shift + slope * edge - edge
  return logistic(x + offset * Math.max(0, 1 - (edge - x) / fadesOver))
}
