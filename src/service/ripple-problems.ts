/** What a problem of a ripple's ask is called, what was expected, and what to do about it. */
import type { z } from 'zod'
import { shownName } from '../core/shown-name.ts'
import { nearest } from '../knowledge/nearest.ts'
import { type Located, located } from './case-problems.ts'

const keys = ['schema', 'task', 'standingOn', 'workingSide', 'posture', 'trouble']
const troubleKeys = ['muscle', 'part', 'side', 'state', 'degree']

/** What each value is, for somebody who has to write one. */
const expected: Readonly<Record<string, string>> = {
  task: 'write the id of a task; "unknot ripple --tasks" lists them',
  trouble: 'give a list, one object a troubled muscle; an empty list asks for the healthy body',
  muscle: 'write the id of a muscle; "unknot ripple --strengths" lists those of the model',
  part: 'write the id of a part, or null for the whole muscle',
  degree: 'give a number: the share of strength that is lost, or the share of resting length that is missing',
}
const entry = 'write {"muscle", "part", "side", "state", "degree"}'
const whole = 'write one JSON object with "schema", "task" and "trouble"'

/** A name that is not known; repeated only where it must be a slip of a known one. */
export function slipOf(at: readonly PropertyKey[], name: string, known: readonly string[], otherwise: string): Located {
  const near = nearest(name, known)
  if (near === '') return located(at, 'unknown-name', 'this name is not known', otherwise)
  return located(at, 'unknown-name', `"${shownName(name)}" is not known`, `did you mean "${near}"?`)
}

/** What the schema found, in our words. */
export function ofAskIssue(issue: z.core.$ZodIssue, value: unknown): Located[] {
  const at = issue.path
  const isMissing = reach(value, at) === undefined
  if (issue.code === 'unrecognized_keys') {
    const known = at.length === 0 ? keys : troubleKeys
    return issue.keys.map((key) => {
      const near = nearest(key, known)
      const hint = near === '' ? `known are ${known.join(', ')}` : `did you mean "${near}"?`
      return located([...at, key], 'unknown-key', `"${shownName(key)}" is no key of an ask`, hint)
    })
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map((name) => `"${String(name)}"`)
    if (isMissing) return [located(at, 'missing', 'is missing', `use ${known.join(' or ')}`)]
    return [located(at, 'unknown-name', `is not one of ${known.join(', ')}`, `use ${known.join(' or ')}`)]
  }
  const hint = hintOf(at)
  if (isMissing) return [located(at, 'missing', 'is missing', hint)]
  if (issue.code === 'too_big' || issue.code === 'too_small')
    return [located(at, 'out-of-range', 'must be between 0 and 1', hint)]
  const type = issue.code === 'invalid_type' ? issue.expected : 'another'
  return [located(at, 'wrong-type', `should be of type ${type}`, hint)]
}

function hintOf(at: readonly PropertyKey[]): string {
  const last = at.at(-1)
  if (last === undefined) return whole
  return typeof last === 'number' ? entry : (expected[String(last)] ?? whole)
}

function reach(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  )
}
