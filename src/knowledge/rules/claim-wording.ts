/** What is never promised: clinical reference 1.6. Whoever must quote such words says that they are not so. */
import type { Problem } from '../problem.ts'
import { type Rule, recordsOf, walk } from './rule.ts'

const never: readonly (readonly [RegExp, string])[] = [
  [/you have (a|an active|a latent) trigger point/i, 'this spot behaves like what clinicians call a trigger point'],
  [/the (source|cause) of your pain is/i, 'one possible contributor is'],
  [/(releases?|breaks? (up|down)|dissolves?) (the )?(knots?|adhesions?)/i, 'often reduces tenderness for a while'],
  [/toxins?|lactic acid|detox/i, 'leave it out'],
  [/\b(cures|guarantees?|guaranteed|permanently)\b/i, 'some people, in small studies'],
  [/(?<!not )(?<!un)(?<!never )\bproven\b/i, 'studies suggest'],
  [/no side effects/i, 'soreness for a day or two is common'],
  [/your posture (caused|causes)/i, 'position and load may matter for some people'],
]

/** Names of works are quoted as they are. */
const quoted = new Set(['title', 'published', 'authors', 'url', 'doi'])

export const claimWording: Rule = {
  id: 'claim-wording',
  says: 'no promise that the evidence does not carry',
  check(knowledge) {
    return recordsOf(knowledge).flatMap((record) => {
      const problems: Problem[] = []
      walk(record.value, `${record.path}#`, (node, path) => {
        for (const [key, text] of Object.entries(node)) {
          if (typeof text !== 'string' || quoted.has(key)) continue
          for (const [pattern, instead] of never) {
            const found = pattern.exec(text)?.[0]
            if (found === undefined) continue
            problems.push({
              code: 'claim-wording',
              path: `${path}/${key}`,
              message: `"${found}" is never said`,
              hint: instead,
            })
          }
        }
      })
      return problems
    })
  },
}
