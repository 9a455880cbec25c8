/** A muscle that a caution region touches names that region among its cautions, so that its page says so. */
import type { Problem } from '../problem.ts'
import { partsOf, type Rule } from './rule.ts'

export const cautionRegions: Rule = {
  id: 'caution-regions',
  says: 'every caution region touched by a muscle shows up in its cautions',
  check(knowledge) {
    const problems: Problem[] = []
    for (const { muscle, part, path } of partsOf(knowledge)) {
      const named = new Set(
        [...part.clinic.cautions, ...part.triggerPoints.flatMap((point) => point.cautions ?? [])].map(
          (one) => one.region,
        ),
      )
      for (const region of knowledge.cautionRegions) {
        const touches = region.touches.muscles.some(
          (one) => one.muscle === muscle.id && (one.part === undefined || one.part === null || one.part === part.id),
        )
        if (!touches || named.has(region.id)) continue
        problems.push({
          code: 'caution-missing',
          path: `${path}/clinic/cautions`,
          message: `${muscle.id}${part.id === null ? '' : `.${part.id}`} lies at ${region.id} (${region.name}) and does not say so`,
          hint: `add a caution with "region": "${region.id}"`,
        })
      }
    }
    return problems
  },
}
