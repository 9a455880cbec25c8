/** A citation can be found: complete, once, and its year is that of its id. */
import type { Problem } from '../problem.ts'
import type { Rule } from './rule.ts'

export const citations: Rule = {
  id: 'citations',
  says: 'citations are well-formed, and none stands twice',
  check(knowledge) {
    const problems: Problem[] = []
    const byDoi = new Map<string, string>()
    for (const source of knowledge.sources) {
      const path = `sources/${source.id}.json`
      const say = (where: string, message: string, hint: string) =>
        problems.push({ code: 'citation', path: `${path}#/${where}`, message, hint })
      if (source.kind === 'article' && !/\d/.test(source.published)) {
        say('published', 'an article without volume or pages', 'give the journal with volume and pages')
      }
      if (/\.$/.test(source.title)) say('title', 'the title ends with a full stop', 'leave it out')
      if (/[.,;]$/.test(source.doi ?? '')) say('doi', 'the doi ends with a stop', 'leave it out')
      const year = /-(\d{4})[a-z]?$/.exec(source.id)?.[1]
      if (year !== undefined && Math.abs(Number(year) - source.year) > 1) {
        say('year', `the id says ${year}, the record ${source.year}`, 'correct one of the two')
      }
      const doi = source.doi?.toLowerCase()
      const first = doi === undefined ? undefined : byDoi.get(doi)
      if (first !== undefined) say('doi', `${first} has the same doi`, 'keep one record')
      else if (doi !== undefined) byDoi.set(doi, source.id)
    }
    return problems
  },
}
