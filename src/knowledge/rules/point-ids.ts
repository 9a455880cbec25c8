/** A trigger point is called after its muscle and part and counted from 1; nothing is called twice. */
import type { Problem } from '../problem.ts'
import { partsOf, type Rule, recordsOf } from './rule.ts'

export const pointIds: Rule = {
  id: 'point-ids',
  says: 'trigger points are numbered within their muscle or part; every id is used once',
  check(knowledge) {
    const problems: Problem[] = []
    for (const { muscle, part, path } of partsOf(knowledge)) {
      part.triggerPoints.forEach((point, index) => {
        const stem = part.id === null ? muscle.id : `${muscle.id}.${part.id}`
        const expected = `${stem}.${index + 1}`
        if (point.id !== expected) {
          problems.push({
            code: 'point-id',
            path: `${path}/triggerPoints/${index}/id`,
            message: `"${point.id}" stands where "${expected}" belongs`,
            hint: `call it "${expected}"`,
          })
        }
      })
    }
    const seen = new Set<string>()
    for (const { path } of recordsOf(knowledge)) {
      if (seen.has(path)) problems.push({ code: 'twice', path, message: 'the id is used twice', hint: 'rename one' })
      seen.add(path)
    }
    return problems
  },
}
