/** Questions over toy rows, drawn at random, for laws that can be checked by counting everything. */
import type { Atlas } from '../../src/core/ranking/atlas.ts'
import type { SaidOfSets } from '../../src/core/ranking/next.ts'
import type { Say } from '../../src/core/ranking/saying.ts'
import { seeded } from './toy.ts'

/** Log share of each answer where no row has a say, by question, and what the rows say; questions have two or three answers. */
export type ToyAsking = { readonly anyway: readonly Float64Array[]; readonly says: readonly (readonly Say[])[] }

/** Each row has a say in about half of the questions. */
export function toyAsking(seed: number, atlas: Atlas, questionCount: number): ToyAsking {
  const random = seeded(seed + 77)
  const anyway = Array.from({ length: questionCount }, (_, q) =>
    Float64Array.from({ length: q % 2 === 0 ? 2 : 3 }, () => Math.log(0.1 + random())),
  )
  const says = atlas.rows.map(() =>
    anyway.flatMap((logs, question): Say[] =>
      random() < 0.5 ? [] : [{ question, nats: Array.from(logs, () => 2.5 * random() - 1) }],
    ),
  )
  return { anyway, says }
}

export function saidOf({ says }: ToyAsking, sets: readonly (readonly number[])[]): SaidOfSets {
  return sets.map((members) => members.flatMap((i) => says[i]!))
}
