/** If people with one source draw the pattern of another, the reverse is true as well, and both are of one kind. */
import type { Problem } from '../problem.ts'
import type { Rule } from './rule.ts'

export const drawnAlike: Rule = {
  id: 'drawn-alike',
  says: 'what is drawn like something else is of its kind, both say so with one share, and most keep their own pattern',
  check(knowledge) {
    const byId = new Map(knowledge.otherSources.map((other) => [other.id, other]))
    const problems: Problem[] = []
    const add = (id: string, message: string, hint: string) =>
      problems.push({ code: 'drawn-alike', path: `other-sources/${id}.json#/drawnLike`, message, hint })
    for (const { id, kind, sided, drawnLike = [] } of knowledge.otherSources) {
      if (drawnLike.reduce((sum, { share }) => sum + share, 0) > 0.5)
        add(id, `more than half of the people with ${id} would draw something else`, 'lower the shares')
      for (const { otherSource, share } of drawnLike) {
        const other = byId.get(otherSource)
        if (other === undefined) continue // references says so
        if (other.kind !== kind || other.sided !== sided || other === byId.get(id))
          add(id, `${id} cannot be drawn like ${otherSource}`, `name another ${kind}`)
        else if (!other.drawnLike?.some((back) => back.otherSource === id && back.share === share))
          add(id, `${otherSource} does not say the same of ${id}`, `add ${id} with share ${share} to it`)
      }
    }
    return problems
  },
}
