/** A rule over the whole of the knowledge; one a file, each tested with a record that breaks it. */
import type { Problem } from '../../core/units.ts'
import { kinds, propertyOf } from '../kinds.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Muscle, MusclePart } from '../schema/muscle.ts'

export type Rule = { readonly id: string; readonly says: string; readonly check: (knowledge: Knowledge) => readonly Problem[] }

/** Every part of every muscle with a path for messages. */
export function partsOf(knowledge: Knowledge): { readonly muscle: Muscle; readonly part: MusclePart; readonly path: string }[] {
  return knowledge.muscles.flatMap((muscle) =>
    muscle.parts.map((part, index) => ({ muscle, part, path: `muscles/${muscle.id}.json#/parts/${index}` })),
  )
}

/** Walks every object inside a record. */
export function walk(value: unknown, path: string, visit: (node: Record<string, unknown>, path: string) => void): void {
  if (Array.isArray(value)) {
    value.forEach((inner, index) => walk(inner, `${path}/${index}`, visit))
  } else if (typeof value === 'object' && value !== null) {
    visit(value as Record<string, unknown>, path)
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`, visit)
  }
}

/** Every record with the path of its file. */
export function recordsOf(knowledge: Knowledge): { readonly path: string; readonly value: { readonly id: string } }[] {
  const all = knowledge as unknown as Record<string, readonly { readonly id: string }[]>
  return Object.keys(kinds).flatMap((folder) =>
    (all[propertyOf(folder)] ?? []).map((value) => ({ path: `${folder}/${value.id}.json`, value })),
  )
}

/** The known name nearest to a wrong one, for a hint; empty if none is close. */
export function nearest(wrong: string, known: Iterable<string>): string {
  let best = ''
  let bestDistance = Math.max(2, Math.floor(wrong.length / 3)) + 1
  for (const name of known) {
    const distance = editDistance(wrong, name, bestDistance)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein distance with a swap of neighbours as one step, given up at `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1)
      row.push(value)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
