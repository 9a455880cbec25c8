/** The weights of everything beside the drawing, by name, out of the knowledge. */
import type { Weight } from '../../knowledge/schema/weight.ts'

export type Weights = (id: string) => number

/** A weight that is missing is a broken edition, not a zero: it throws. */
export function weightsOf(records: readonly Weight[]): Weights {
  const byId = new Map(records.map((record) => [record.id, record.value]))
  return (id) => {
    const value = byId.get(id)
    if (value === undefined) throw new Error(`the knowledge has no weight "${id}"`)
    return value
  }
}
