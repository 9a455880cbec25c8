/** The roots that a muscle gives for a nerve are among those that the nerve has. */
import type { Problem } from '../problem.ts'
import type { Rule } from './rule.ts'

export const nerveRoots: Rule = {
  id: 'nerve-roots',
  says: 'nerve roots agree with the nerve',
  check(knowledge) {
    const problems: Problem[] = []
    const nerves = new Map(knowledge.nerves.map((nerve) => [nerve.id, nerve]))
    for (const muscle of knowledge.muscles) {
      muscle.nerves.forEach((supply, index) => {
        const all = nerves.get(supply.nerve)?.roots.all ?? []
        for (const root of supply.roots) {
          if (!all.includes(root)) {
            problems.push({
              code: 'nerve-root',
              path: `muscles/${muscle.id}.json#/nerves/${index}/roots`,
              message: `${root} is not a root of ${supply.nerve}`,
              hint: `it has ${all.join(', ')}; correct one of the two`,
            })
          }
        }
      })
    }
    return problems
  },
}
