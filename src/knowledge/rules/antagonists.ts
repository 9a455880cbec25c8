/** If one muscle calls another its antagonist, the other says so too. */
import type { Problem } from '../problem.ts'
import { partsOf, type Rule } from './rule.ts'

export const antagonists: Rule = {
  id: 'antagonists',
  says: 'antagonists are mutual',
  check(knowledge) {
    const pairs = new Set<string>()
    const present = new Set(knowledge.muscles.map((muscle) => muscle.id))
    for (const { muscle, part } of partsOf(knowledge)) {
      for (const companion of part.clinic.goesWith) {
        if (companion.kind === 'antagonist') pairs.add(`${muscle.id} ${companion.muscle}`)
      }
    }
    const problems: Problem[] = []
    for (const pair of pairs) {
      const [one, other] = pair.split(' ') as [string, string]
      if (present.has(other) && !pairs.has(`${other} ${one}`)) {
        problems.push({
          code: 'one-sided-antagonist',
          path: `muscles/${other}.json`,
          message: `${one} names ${other} as its antagonist, ${other} does not name ${one}`,
          hint: `add ${one} to goesWith of ${other}, or call it a synergist`,
        })
      }
    }
    return problems
  },
}
