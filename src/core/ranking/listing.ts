/** What every list of sources shares, whatever is drawn: made once for an atlas, so that an answer only fills in numbers. */
import type { Side } from '../units.ts'
import type { Atlas, Row } from './atlas.ts'

export type ListedRow = {
  readonly row: number
  readonly id: string
  /** `trigger-point`, or the kind of the other source. */
  readonly kind: string
  readonly muscle: string | null
  readonly part: string | null
  readonly side: Side | null
}

export type Listing = {
  /** Rows that are shown as a source of their own, in the order of their names: ties keep it. */
  readonly shown: readonly ListedRow[]
  readonly regional: readonly number[]
  /** Rows that together stand for pain all over, and the id of its record; null where the atlas has none. */
  readonly widespread: readonly number[]
  readonly widespreadId: string | null
}

export function listingOf({ rows }: Pick<Atlas, 'rows'>): Listing {
  const shown: ListedRow[] = []
  const regional: number[] = []
  const widespread: number[] = []
  for (const [row, { kind, id, sourceKind, muscle, part, side }] of rows.entries()) {
    if (kind === 'trigger-point' || kind === 'other') shown.push({ row, id, kind: sourceKind, muscle, part, side })
    if (kind === 'regional') regional.push(row)
    if (kind === 'widespread') widespread.push(row)
  }
  const last = widespread.at(-1)
  return {
    shown: shown.sort((a, b) => compareNames(rows[a.row]!, rows[b.row]!)),
    regional,
    widespread,
    widespreadId: last === undefined ? null : rows[last]!.id,
  }
}

function compareNames(a: Row, b: Row): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return (a.side ?? '') < (b.side ?? '') ? -1 : 1
}
