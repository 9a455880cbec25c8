/** Knowledge with nothing in it but what a test puts there. */
import { kinds, propertyOf } from '../../src/knowledge/kinds.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Rule } from '../../src/knowledge/rules/rule.ts'

type Records = Readonly<Record<string, readonly object[]>>

function only(records: Records): Knowledge {
  const empty = Object.keys(kinds).map((kind): [string, readonly object[]] => [propertyOf(kind), []])
  return { edition: 'test', ...Object.fromEntries(empty), ...records } as unknown as Knowledge
}

/** The codes of what a rule finds, in its order. */
export const codes = (rule: Rule, records: Records) => rule.check(only(records)).map((one) => one.code)
