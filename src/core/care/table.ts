/** Everything that was measured in somebody's care as a table, one row a value: for a spreadsheet or a statistician. */
import { type Course, painBeforeAndAfter } from './course.ts'
import { keyOf, type Spot } from './spot.ts'

export type TableNames = {
  spot(spot: Spot): string
  movement(id: string): string
  instrument(id: string): string
}

type Row = readonly [atMs: number, what: string, detail: string, value: number, unit: string, session: number | null]

const heads = ['time', 'measure', 'detail', 'value', 'unit', 'session'] as const

/**
 * Comma-separated (RFC 4180), UTF-8, times in UTC (ISO 8601), in the order of time. `session` counts from 1 and stands
 * where a value belongs to a session.
 */
export function measuresTable(course: Course, names: TableNames): string {
  const rows = [...course.measures.flatMap((one) => measureRows(course, one, names)), ...sessionRows(course, names)]
  const lines = rows
    .toSorted((a, b) => a[0] - b[0])
    .map(([atMs, ...rest]) => [new Date(atMs).toISOString(), ...rest].map(cell).join(','))
  return [heads.join(','), ...lines, ''].join('\r\n')
}

function measureRows(course: Course, one: Course['measures'][number], names: TableNames): Row[] {
  const { atMs, instrument, values, words } = one
  const at = course.sessions.findIndex(({ id }) => id === one.session)
  const session = at < 0 ? null : at + 1
  const spot = one.spot === null ? '' : names.spot(one.spot)
  switch (instrument) {
    case 'ppt':
      return [[atMs, 'Pressure threshold', spot, values.kPa ?? Number.NaN, 'kPa', session]]
    case 'rom':
      return [[atMs, 'Movement', names.movement(one.movement ?? ''), values.deg ?? Number.NaN, 'degrees', session]]
    case 'strength':
      return [[atMs, 'Power', spot, values.grade ?? Number.NaN, 'of 5', session]]
    default:
      return Object.entries(values).map(([item, value]): Row => {
        return [atMs, names.instrument(instrument), words[item] ?? item, value, '', session]
      })
  }
}

function sessionRows(course: Course, names: TableNames): Row[] {
  return course.sessions.flatMap((session, index): Row[] => {
    const { before } = painBeforeAndAfter(course, session)
    const endMs = session.ended?.atMs ?? session.startedMs
    const started: Row[] =
      before === null ? [] : [[session.startedMs, 'Pain before session', '', before, 'of 10', index + 1]]
    const points = session.order.flatMap((key): Row[] => {
      const point = session.points[key]
      const spot = session.plan.points.find((one) => keyOf(one) === key) ?? point?.spot
      if (point === undefined || spot === undefined || spot === null) return []
      const held = [...point.earlier, ...point.reps].reduce((sum, rep) => sum + rep.heldS, 0)
      const name = names.spot(spot)
      const row = (what: string, value: number | null, unit: string): Row[] =>
        value === null ? [] : [[endMs, what, name, value, unit, index + 1]]
      return [
        ...row('Pain when pressed, before', point.painBefore, 'of 10'),
        ...row('Pain when pressed, after', point.painAfter, 'of 10'),
        ...row('Held', held === 0 ? null : held, 's'),
      ]
    })
    const after = session.followUps.flatMap(({ atMs, report }): Row[] =>
      report.abovePoints === undefined
        ? []
        : [[atMs, 'Soreness above usual', '', report.abovePoints, 'of 10', index + 1]],
    )
    return [...started, ...points, ...after]
  })
}

/** A text that a spreadsheet would take for a formula is given as text. */
function cell(value: string | number | null): string {
  if (value === null || Number.isNaN(value)) return ''
  const text = typeof value === 'number' ? String(value) : value.replace(/^(?=[=+\-@\t\r])/, "'")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
