/**
 * The numbers of the ranking model. Those marked fitted belong to one edition of the atlas; docs/model/ranking.md
 * says how each was set and `test/ranking` fails when they no longer fit.
 */
import { fitted } from './fitted.ts'

export type Parameters = {
  /** Pseudo-count of a patch: how many independent looks a patch is worth at most. */
  readonly patchLooks: number
  /** Concentration of the beta-binomial; smaller is vaguer. */
  readonly concentration: number
  /** Power of the likelihood: patches that neighbour each other hurt together. Fitted. */
  readonly temper: number
  /**
   * How alike the patches of one drawing err: whoever differs from the book differs in all of it. The whole drawing is
   * read with 1 / (1 + this x painted patches) of its weight (design effect of clustered samples). Fitted.
   */
  readonly likeness: number
  /** Hazard of paint that nothing causes. */
  readonly background: number
  /** Weight of the quality of pain, a painted patch's worth, and for how many painted patches it counts at most. */
  readonly qualityWeight: number
  readonly qualityPatches: number
  /** Nats earned by a pair of functional neighbours, and by a left-right pair. */
  readonly neighbourBonus: number
  readonly twinBonus: number
  /** Nats paid per pair beyond the first source, so that clusters do not feed themselves. */
  readonly crowdPenalty: number
  /** Last map of the marginals: logit p' = shift + slope logit p. Fitted. */
  readonly recalibration: { readonly shift: number; readonly slope: number }
}

export const defaultParameters: Parameters = {
  patchLooks: 10,
  concentration: 1,
  temper: fitted.temper,
  likeness: fitted.likeness,
  background: 0.006,
  qualityWeight: 0.3,
  qualityPatches: 5,
  neighbourBonus: 1.6,
  twinBonus: 1.5,
  crowdPenalty: 0.8,
  recalibration: fitted.recalibration,
}

/** How hard to look. Counted in patch evaluations, never in time, so that every machine answers alike. */
export type Effort = {
  readonly beam: number
  readonly candidates: number
  readonly depth: number
  /** Patch evaluations after which no further level is begun. */
  readonly workCap: number
}

export const painting: Effort = { beam: 16, candidates: 48, depth: 8, workCap: 250_000 }
export const settled: Effort = { beam: 64, candidates: 100, depth: 8, workCap: 1_500_000 }
