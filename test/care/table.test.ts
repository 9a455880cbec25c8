import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import type { Body } from '../../src/core/care/event.ts'
import { measuresTable } from '../../src/core/care/table.ts'
import { added, story, trapezius } from './story.ts'

const names = {
  spot: () => 'Left upper trapezius, spot 1',
  movement: (id: string) => id,
  instrument: (id: string) => id,
}

const table = (...bodies: readonly Body[]) => measuresTable(courseOf(story('p', [added, ...bodies]), 'p')!, names)

/** A reader by the rules of RFC 4180, written apart from the writer. */
function read(csv: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let i = 0; i < csv.length; i++) {
    const one = csv[i]!
    const row = rows.at(-1)!
    if (quoted && one === '"' && csv[i + 1] === '"') row[row.length - 1] += csv[++i] ?? ''
    else if (one === '"') quoted = !quoted
    else if (!quoted && one === ',') row.push('')
    else if (!quoted && one === '\r') i++ && rows.push([''])
    else row[row.length - 1] += one
  }
  return rows.slice(0, -1)
}

describe('the table of measures', () => {
  it('has a row for each value, in the order of time', () => {
    const rows = read(
      table(
        { kind: 'measured', instrument: 'om-01', values: { now: 6 } },
        { kind: 'measured', instrument: 'ppt', values: { kPa: 250.5 }, spot: trapezius },
      ),
    )
    expect(rows).toEqual([
      ['time', 'measure', 'detail', 'value', 'unit', 'session'],
      ['2026-01-05T09:00:01.000Z', 'om-01', 'now', '6', '', ''],
      ['2026-01-05T09:00:02.000Z', 'Pressure threshold', 'Left upper trapezius, spot 1', '250.5', 'kPa', ''],
    ])
  })

  it('keeps any words apart from its own marks, and gives no spreadsheet a formula', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (words) => {
        const body: Body = { kind: 'measured', instrument: 'om-03', values: { a: 3 }, words: { a: words } }
        const [, row] = read(table(body))
        const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
        expect(row?.[2]).toBe(safe)
        expect(row).toHaveLength(6)
      }),
    )
  })
})
