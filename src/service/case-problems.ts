/** What a problem of a case is called, where it is, and what to do about it. */
import type { z } from 'zod'
import { shownName } from '../core/shown-name.ts'
import type { Problem } from '../core/units.ts'
import { nearest } from '../knowledge/nearest.ts'

type Path = readonly PropertyKey[]

/** A problem and the keys that lead to it. */
export type Located = { readonly at: Path; readonly problem: Problem }

export function located(at: Path, code: string, message: string, hint: string): Located {
  return { at, problem: { code, path: pathOf(at), message, hint } }
}

/** A name that is not among the known ones. It is repeated only where it must be a slip of one of them. */
export function unknownName(at: Path, name: string, known: readonly string[]): Located {
  const near = nearest(name, known)
  const message = near === '' ? 'this name is not known' : `"${shownName(name)}" is not known`
  return located(at, 'unknown-name', message, suggest(name, known, near))
}

export function suggest(wrong: string, known: readonly string[], near = nearest(wrong, known)): string {
  if (near !== '') return `did you mean "${near}"?`
  return known.length <= 12 ? `known are ${known.join(', ')}` : 'see the names of the contract'
}

/** What the schema found, in our words. */
export function ofIssue(issue: z.core.$ZodIssue, value: unknown): Located[] {
  const at = issue.path
  const found = reach(value, at)
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf[String(at[0] ?? '')] ?? []
    return issue.keys.map((key) =>
      located([...at, key], 'unknown-key', `"${shownName(key)}" is no key of a case`, suggest(key, known)),
    )
  }
  if (issue.code === 'custom') {
    return [unknownName(at, String(found), (issue.params?.known ?? []) as readonly string[])]
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    if (found === undefined) return [located(at, 'missing', 'is missing', useOneOf(known))]
    const hint = typeof found === 'string' ? suggest(found, known) : useOneOf(known)
    return [located(at, 'unknown-name', `is not one of ${known.join(', ')}`, hint)]
  }
  if (issue.code === 'too_big') return [outOfRange(at, `must be at most ${issue.maximum}`)]
  if (issue.code === 'too_small') {
    return [outOfRange(at, `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`)]
  }
  if (issue.code === 'invalid_type') {
    const type = issue.expected === 'record' ? 'object' : issue.expected
    const hint = `give a value of type ${type}`
    if (found === undefined) return [located(at, 'missing', 'is missing', hint)]
    return [located(at, 'wrong-type', `should be of type ${type}`, hint)]
  }
  return [located(at, issue.code, "can't be read", 'see the contract of a case')]
}

/** In the order of the case: by its keys, then by place in a list; else as they were found. */
export function inOrder(problems: readonly Located[], value: unknown): Problem[] {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const rank = new Map<PropertyKey, number>(keys.map((key, index) => [key, index]))
  const place = (at: Path) => (typeof at[1] === 'number' ? at[1] : 0)
  return problems
    .toSorted((a, b) => rankOf(rank, a.at) - rankOf(rank, b.at) || place(a.at) - place(b.at))
    .map(({ problem }) => problem)
}

/** What is missing altogether comes first. */
function rankOf(rank: ReadonlyMap<PropertyKey, number>, at: Path): number {
  return rank.get(at[0] ?? '') ?? -1
}

function useOneOf(known: readonly string[]): string {
  return `use ${known.map((name) => `"${name}"`).join(' or ')}`
}

function outOfRange(at: Path, message: string): Located {
  return located(at, 'out-of-range', message, 'give a number in range')
}

export function pathOf(path: Path): string {
  const text = path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`
    const name = shownName(String(step))
    return before === '' ? name : `${before}.${name}`
  }, '')
  return text === '' ? '(whole)' : text
}

function reach(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  )
}

const keysOf: Record<string, readonly string[]> = {
  '': ['schema', 'person', 'pain', 'painted', 'history', 'answers', 'findings', 'ranges'],
  person: ['ageYears', 'sex'],
  pain: ['region', 'side', 'intensity', 'share', 'quality'],
  history: [
    ...['onset', 'durationDays', 'factors', 'notFactors', 'quality'],
    ...['worseWith', 'betterWith', 'sameWith', 'limited'],
  ],
  findings: [
    ...['muscle', 'part', 'side', 'tautBand', 'tender', 'familiarPain', 'referredPain', 'twitch'],
    ...['thresholdKPa', 'examiner'],
  ],
}
