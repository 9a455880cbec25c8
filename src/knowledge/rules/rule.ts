/** A rule over the whole of the knowledge; one a file, each tested with a record that breaks it. */

import { kinds, propertyOf } from '../kinds.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Problem } from '../problem.ts'
import type { Muscle, MusclePart } from '../schema/muscle.ts'

export type Rule = {
  readonly id: string
  readonly says: string
  readonly check: (knowledge: Knowledge) => readonly Problem[]
}

/** Every part of every muscle with a path for messages. */
export function partsOf(
  knowledge: Knowledge,
): { readonly muscle: Muscle; readonly part: MusclePart; readonly path: string }[] {
  return knowledge.muscles.flatMap((muscle) =>
    muscle.parts.map((part, index) => ({ muscle, part, path: `muscles/${muscle.id}.json#/parts/${index}` })),
  )
}

/** Walks every object inside a record. */
export function walk(value: unknown, path: string, visit: (node: Record<string, unknown>, path: string) => void): void {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) walk(inner, `${path}/${index}`, visit)
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
