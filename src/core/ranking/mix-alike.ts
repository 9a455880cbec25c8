/**
 * Sources that drawings cannot tell apart, such as neighbouring roots.
 *
 * A share m of the people with one draw the pattern of the other, so that the likelihood of each is a mixture of both
 * patterns. The search knows only each source's own pattern; here what it found is shared out. Exact where one of them
 * at most contributes.
 */
import type { Atlas } from './atlas.ts'

/** @param raw  probability of each row by its own pattern; changed in place */
export function mixAlike(atlas: Atlas, raw: Float64Array): void {
  for (const family of familiesOf(atlas)) {
    const mixed = family.map((i) => {
      const { drawnLike, prior } = atlas.rows[i]!
      let mass = raw[i]!
      for (const { row, share } of drawnLike) mass += share * ((prior / atlas.rows[row]!.prior) * raw[row]! - raw[i]!)
      return mass
    })
    const before = sum(family.map((i) => raw[i]!))
    const after = sum(mixed)
    if (after <= 0) continue
    // What the family weighs against everything else changes as the sum of its likelihoods does.
    const odds = Math.min(before, 0.999) / (1 - Math.min(before, 0.999))
    const mixedOdds = (odds * after) / before
    const scale = before > 0.999 ? before / after : mixedOdds / (1 + mixedOdds) / after
    for (const [at, i] of family.entries()) raw[i] = Math.min(1, mixed[at]! * scale)
  }
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
