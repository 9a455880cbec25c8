/** Ranks simulated people and the baselines beside it, in one run, so that their figures can be compared. */
import type { Body } from '../../body/body.ts'
import { blankCase } from '../../pain/case.ts'
import type { Atlas } from '../atlas.ts'
import { type EvidenceIndex, logOddsOf } from '../evidence.ts'
import { type Observation, observe } from '../observation.ts'
import type { Effort, Parameters } from '../parameters.ts'
import { logistic, posterior } from '../posterior.ts'
import { groundOf, layAgainst, patchScore } from '../problem.ts'
import { search } from '../search.ts'
import type { Scored } from './measure.ts'
import type { Person } from './people.ts'

export type Trial = {
  readonly engine: readonly Scored[]
  /** Every source judged alone against an empty drawing: no explaining away. */
  readonly independent: readonly Scored[]
  /** Sources by how much of the paint lies within their zones, one alone: the look-up in a book. */
  readonly nearest: readonly Scored[]
  readonly patchEvaluations: readonly number[]
}

/** @param recalibrated  whether the engine's probabilities pass through the fitted last map */
export function trialOf(
  body: Body,
  atlas: Atlas,
  evidence: EvidenceIndex,
  people: readonly Person[],
  { parameters, effort, recalibrated }: { parameters: Parameters; effort: Effort; recalibrated: boolean },
): Trial {
  const ground = groundOf(atlas, parameters)
  const logOdds = logOddsOf(atlas, evidence, blankCase)
  const rows = atlas.rows.flatMap((row, i) => (row.kind === 'trigger-point' || row.kind === 'other' ? [i] : []))
  const engine: Scored[] = []
  const independent: Scored[] = []
  const nearest: Scored[] = []
  const patchEvaluations: number[] = []
  for (const person of people) {
    const truth = new Set(person.sources)
    const observation = observe(atlas, { surface: body, paint: person.paint }, [])
    const problem = layAgainst(ground, observation, logOdds, [])
    const found = search(problem, effort)
    const post = posterior(problem, found)
    const by = recalibrated ? post.marginal : post.raw
    patchEvaluations.push(found.patchEvaluations)
    engine.push({ truth, rows, probability: rows.map((i) => by[i]!) })
    independent.push({
      truth,
      rows,
      probability: rows.map((i) => {
        let gain = logOdds[i]!
        for (let k = atlas.rowStart[i]!; k < atlas.rowStart[i + 1]!; k++) {
          const r = atlas.patchOf[k]!
          const hazard = parameters.background + atlas.hazard[k]!
          gain +=
            patchScore(problem, r, hazard, hazard) -
            patchScore(problem, r, parameters.background, parameters.background)
        }
        return logistic(gain)
      }),
    })
    nearest.push({ truth, rows, probability: overlapShares(atlas, rows, observation) })
  }
  return { engine, independent, nearest, patchEvaluations }
}

/** Weighted overlap of paint and zone (Jaccard), as a share of all overlaps. */
function overlapShares(atlas: Atlas, rows: readonly number[], observation: Observation): number[] {
  let painted = 0
  for (let r = 0; r < atlas.patchCount; r++) painted += observation.share[r]! * atlas.patchAreaMm2[r]!
  const overlaps = rows.map((i) => {
    let both = 0
    let own = 0
    for (let k = atlas.rowStart[i]!; k < atlas.rowStart[i + 1]!; k++) {
      const r = atlas.patchOf[k]!
      const chance = -Math.expm1(-atlas.hazard[k]!)
      own += chance * atlas.patchAreaMm2[r]!
      both += Math.min(chance, observation.share[r]!) * atlas.patchAreaMm2[r]!
    }
    return both / Math.max(1, painted + own - both)
  })
  const total = overlaps.reduce((sum, overlap) => sum + overlap, 0)
  return overlaps.map((overlap) => (total > 0 ? Math.min(0.99, overlap / total) : 0))
}
