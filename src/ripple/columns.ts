/** Builds sparse columns one entry after the other. */
import type { Columns } from './solver.ts'

/** @param dense  one array a column, one value a row; zeros are left out. Rows come in rising order. */
export function columnsOf(dense: readonly ArrayLike<number>[]): Columns {
  const starts = new Int32Array(dense.length + 1)
  dense.forEach((column, j) => {
    let count = 0
    for (let i = 0; i < column.length; i++) if (column[i] !== 0) count++
    starts[j + 1] = starts[j]! + count
  })
  const rows = new Int32Array(starts[dense.length]!)
  const values = new Float64Array(rows.length)
  dense.forEach((column, j) => {
    let at = starts[j]!
    for (let i = 0; i < column.length; i++) {
      if (column[i] === 0) continue
      rows[at] = i
      values[at++] = column[i]!
    }
  })
  return { count: dense.length, starts, rows, values }
}
