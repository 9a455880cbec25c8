/** Whoever gives a grade says what it rests on; the best grade needs a work that can be looked up. */
import type { Problem } from '../problem.ts'
import { type Rule, recordsOf, walk } from './rule.ts'

export const backing: Rule = {
  id: 'backing',
  says: 'no grade without source or assumption; no grade A on an assumption alone',
  check(knowledge) {
    const problems: Problem[] = []
    for (const record of recordsOf(knowledge)) {
      walk(record.value, `${record.path}#`, (node, path) => {
        if (typeof node.grade !== 'string') return
        if (node.source === undefined && node.assumption === undefined) {
          problems.push({
            code: 'no-backing',
            path,
            message: 'a grade stands without a source or an assumption',
            hint: 'name who says so, or the assumption',
          })
        } else if (node.grade === 'A' && node.source === undefined && !isOwnGeometry(record.path)) {
          problems.push({
            code: 'grade-too-good',
            path,
            message: 'grade A rests on an assumption alone',
            hint: 'name a source, or grade it expert',
          })
        }
      })
    }
    return problems
  },
}

/** Where a landmark lies on our own body is ours to say. */
function isOwnGeometry(path: string): boolean {
  return path.startsWith('landmarks/') || path.startsWith('regions/')
}
