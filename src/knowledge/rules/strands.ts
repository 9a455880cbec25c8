/** A trigger point lies on a strand that its part has, and its attachments name the ends of the strands. */
import type { Problem } from '../problem.ts'
import { partsOf, type Rule } from './rule.ts'

export const strands: Rule = {
  id: 'strands',
  says: 'every point names an existing strand; strands begin and end at attachments',
  check(knowledge) {
    const problems: Problem[] = []
    for (const { part, path } of partsOf(knowledge)) {
      part.triggerPoints.forEach((point, index) => {
        if (point.where.strand >= part.strands.length) {
          problems.push({
            code: 'no-such-strand',
            path: `${path}/triggerPoints/${index}/where/strand`,
            message: `${point.id} lies on strand ${point.where.strand}, the part has ${part.strands.length}`,
            hint: 'strands count from 0',
          })
        }
      })
      const ends = {
        from: new Set(part.attachments.from.flatMap((end) => end.landmarks)),
        to: new Set(part.attachments.to.flatMap((end) => end.landmarks)),
      }
      part.strands.forEach((strand, index) => {
        const first = strand.through[0] ?? ''
        const last = strand.through[strand.through.length - 1] ?? ''
        for (const [end, name] of [
          ['from', first],
          ['to', last],
        ] as const) {
          if (!ends[end].has(name)) {
            problems.push({
              code: 'strand-end',
              path: `${path}/strands/${index}/through`,
              message: `the strand ends at "${name}", which is not among the attachments "${end}"`,
              hint: `add "${name}" to attachments.${end} or let the strand end at an attachment`,
            })
          }
        }
      })
    }
    return problems
  },
}
