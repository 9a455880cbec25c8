/**
 * Sources that drawings cannot tell apart, such as neighbouring roots.
 *
 * A share m of the people with one draw the pattern of the other, so that the likelihood of each is a mixture of both
 * patterns. The search knows only each source's own pattern; here what it found is shared out. Exact where one of them
 * at most contributes.
 */
import type { Atlas } from './atlas.ts'

/** What a row gets of what each row of its family earned by its own pattern. */
export type Mix = {
  readonly row: number
  readonly parts: readonly { readonly from: number; readonly weight: number }[]
}

/** @param raw  probability of each row by its own pattern */
export function mixesOf(atlas: Atlas, raw: Float64Array): readonly Mix[] {
  return familiesOf(atlas).flatMap((family) => {
    const mixes = family.map((row): Mix => {
      const { drawnLike, prior } = atlas.rows[row]!
      const kept = drawnLike.reduce((rest, { share }) => rest - share, 1)
      const others = drawnLike.map(({ row: from, share }) => ({
        from,
        weight: (share * prior) / atlas.rows[from]!.prior,
      }))
      return { row, parts: [{ from: row, weight: kept }, ...others] }
    })
    const before = Math.min(
      surest,
      sum(family, (i) => raw[i]!),
    )
    const after = sum(mixes, (mix) => mixed(mix, raw))
    if (after <= 0) return []
    // What the family weighs against everything else changes as the sum of its likelihoods does.
    const odds = after / (1 - before)
    const scale = before === surest ? before / after : odds / (1 + odds) / after
    return mixes.map(({ row, parts }) => ({
      row,
      parts: parts.map(({ from, weight }) => ({ from, weight: weight * scale })),
    }))
  })
}

const surest = 0.999

/** Probabilities with those of look-alikes shared out; changed in place. */
export function mixAlike(mixes: readonly Mix[], raw: Float64Array): void {
  const own = raw.slice()
  for (const mix of mixes) raw[mix.row] = Math.min(1, mixed(mix, own))
}

function mixed({ parts }: Mix, raw: Float64Array): number {
  return sum(parts, ({ from, weight }) => weight * raw[from]!)
}

const known = new WeakMap<Atlas, readonly (readonly number[])[]>()

/** Rows that are linked by being drawn alike. */
function familiesOf(atlas: Atlas): readonly (readonly number[])[] {
  const earlier = known.get(atlas)
  if (earlier !== undefined) return earlier
  const seen = new Set<number>()
  const families: number[][] = []
  for (const [first, { drawnLike }] of atlas.rows.entries()) {
    if (drawnLike.length === 0 || seen.has(first)) continue
    const family = [first]
    seen.add(first)
    for (const i of family) {
      for (const { row } of atlas.rows[i]!.drawnLike) {
        if (seen.has(row)) continue
        seen.add(row)
        family.push(row)
      }
    }
    families.push(family)
  }
  known.set(atlas, families)
  return families
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0)
}
