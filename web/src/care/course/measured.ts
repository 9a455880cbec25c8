/** Everything that was measured, as series that can be charted: instruments by their score, thresholds, movements. */
import { type Course, type Measure, type Measured, pegSeries, psfsSeries, type Rating, scoreOf, seriesOf } from 'unknot'
import type { Knowledge } from '../../model.ts'
import { spotWord } from '../words.ts'
import type { Range } from './chart.tsx'

export type Trend = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly range: Range
  readonly series: readonly Rating[]
  /** Null where nobody knows which change is more than error. */
  readonly measure: Measure | null
  readonly isLowerBetter: boolean
}

type Instrument = Knowledge['instruments'][number]

/** Function first, then the other instruments in the order of their ids, thresholds, movements. */
export function trendsOf(course: Course, knowledge: Knowledge): readonly Trend[] {
  const peg = {
    id: 'om-02',
    title: 'Pain in daily life (PEG)',
    series: pegSeries(course),
    measure: { kind: 'peg' },
  } as const
  const psfs = {
    id: 'om-03',
    title: 'What matters to the person (PSFS)',
    series: psfsSeries(course),
    measure: { kind: 'psfs' },
  } as const
  const ten = { unit: '', range: { from: 0, to: 10 } }
  const used = new Set(course.measures.map((one) => one.instrument))
  const others = knowledge.instruments.filter(({ id }) => used.has(id) && !['om-01', 'om-02', 'om-03'].includes(id))
  const all: readonly Trend[] = [
    { ...peg, ...ten, isLowerBetter: true },
    { ...psfs, ...ten, isLowerBetter: false },
    ...others.flatMap((one) => instrumentTrends(course, one)),
    ...thresholds(course, knowledge),
    ...movements(course, knowledge),
  ]
  return all.filter(({ series }) => series.length > 0)
}

/** One series of scores, or one for each rating where they stand alone. */
function instrumentTrends(course: Course, instrument: Instrument): readonly Trend[] {
  const { id, name, score, items } = instrument
  const common = { unit: '', measure: knownMeasure(instrument), isLowerBetter: score.better === 'lower' }
  if (score.how !== 'single' && score.how !== 'count') {
    const range = { from: score.min, to: score.max }
    return [{ id, title: name, range, series: seriesOf(course, id, (one) => scored(instrument, one)), ...common }]
  }
  return items.map((item) => ({
    ...common,
    id: `${id} ${item.id}`,
    title: items.length === 1 ? name : item.text,
    range: { from: item.min, to: item.max },
    series: seriesOf(course, id, (one) => one.values[item.id] ?? null),
    isLowerBetter: score.better === 'lower' || item.id === 'stress',
    measure: item.id === 'stress' ? null : common.measure,
  }))
}

function scored(instrument: Instrument, one: Measured): number | null {
  const score = scoreOf(instrument, one.values)
  return score.kind === 'score' ? score.value : null
}

/** Thresholds of a screen, such as that of the PHQ-4, are no sizes of change; neither is nothing. */
function knownMeasure(instrument: Instrument): Measure | null {
  const isKnown = instrument.mdc.some((one) => one.unit === 'points' || one.unit === 'T')
  return isKnown ? { kind: 'instrument', instrument } : null
}

function thresholds(course: Course, knowledge: Knowledge): readonly Trend[] {
  const groups = grouped(course, 'ppt', (one) => (one.spot === null ? null : `${one.spot.point} ${one.spot.side}`))
  return groups.map(([key, all]) => {
    const spot = all[0]!.spot!
    const site = [spot.muscle, spot.part].filter(Boolean).join('.')
    const series = ratings(course, all, 'kPa')
    return {
      id: `ppt ${key}`,
      title: `Pressure threshold, ${spotWord(knowledge, spot).toLowerCase()}`,
      unit: ' kPa',
      range: { from: 0, to: Math.max(400, ...series.map((one) => 100 * Math.ceil(one.value / 80))) },
      series,
      measure: { kind: 'ppt', site },
      isLowerBetter: false,
    }
  })
}

function movements(course: Course, knowledge: Knowledge): readonly Trend[] {
  const groups = grouped(course, 'rom', (one) => one.movement)
  return groups.map(([movement, all]) => {
    const record = knowledge.movements.find((one) => movement === one.id || movement.startsWith(`${one.id}-`))
    const side = movement.endsWith('-left') ? ', left' : movement.endsWith('-right') ? ', right' : ''
    const series = ratings(course, all, 'deg')
    return {
      id: `rom ${movement}`,
      title: `${record?.name ?? movement}${side}`,
      unit: '°',
      range: { from: 0, to: Math.max(60, ...series.map((one) => 30 * Math.ceil(one.value / 25))) },
      series,
      measure: { kind: 'rom', errorDeg: record?.measurementError?.to ?? 10 },
      isLowerBetter: false,
    }
  })
}

function grouped(
  course: Course,
  instrument: string,
  keyOf: (one: Measured) => string | null,
): readonly (readonly [string, readonly Measured[]])[] {
  const groups = new Map<string, Measured[]>()
  for (const one of course.measures) {
    const key = one.instrument === instrument ? keyOf(one) : null
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups]
}

function ratings(course: Course, all: readonly Measured[], value: string): readonly Rating[] {
  return all.flatMap((one) =>
    one.values[value] === undefined
      ? []
      : [{ day: (one.atMs - course.openedMs) / 86_400_000, value: one.values[value]! }],
  )
}
