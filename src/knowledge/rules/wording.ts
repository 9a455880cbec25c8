/** No sentence stands in two records: what is true of two muscles is said once, or said of each in its own way. */
import type { Problem } from '../problem.ts'
import { type Rule, recordsOf, walk } from './rule.ts'

const prose = ['text', 'how', 'feel', 'avoid', 'position', 'direction', 'words', 'statement', 'definition']
/** Shorter phrases ("lying on the back") may well recur. */
const longEnough = 60

export const wording: Rule = {
  id: 'wording',
  says: 'no duplicate wording of 60 characters or more',
  check(knowledge) {
    const problems: Problem[] = []
    const first = new Map<string, string>()
    for (const record of recordsOf(knowledge)) {
      walk(record.value, `${record.path}#`, (node, path) => {
        for (const key of prose) {
          const text = node[key]
          if (typeof text !== 'string' || text.length < longEnough) continue
          const where = `${path}/${key}`
          const earlier = first.get(text)
          if (earlier === undefined) first.set(text, where)
          else {
            problems.push({
              code: 'duplicate-wording',
              path: where,
              message: `the same words stand at ${earlier}`,
              hint: 'say what is particular to this record',
            })
          }
        }
      })
    }
    return problems
  },
}
