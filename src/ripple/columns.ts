/** Builds sparse columns one entry after the other. */
import type { Columns } from './solver.ts'

/** @param dense  one array a column, one value a row; zeros are left out. Rows come in rising order. */
export function columnsOf(dense: readonly ArrayLike<number>[]): Columns {
  const starts = new Int32Array(dense.length + 1)
  const rows: number[] = []
  const values: number[] = []
  dense.forEach((column, j) => {
    for (let i = 0; i < column.length; i++) {
      if (column[i] === 0) continue
      rows.push(i)
      values.push(column[i]!)
    }
    starts[j + 1] = rows.length
  })
  return { count: dense.length, starts, rows: Int32Array.from(rows), values: Float64Array.from(values) }
}
