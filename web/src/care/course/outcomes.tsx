/** Does it help? The verdict with its reason, and the measures over time. */
import { Link } from '@tanstack/react-router'
import {
  type ChangeVerdict,
  type Course,
  changeOf,
  courseKindOf,
  doseValue,
  expectedPain,
  type Measure,
  painSeries,
  pegSeries,
  psfsSeries,
  startOf,
  verdictFor,
} from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import parts from '../parts/parts.module.css'
import { Badge } from '../parts/parts.tsx'
import { Chart } from './chart.tsx'
import styles from './course.module.css'

export function Outcomes({ course }: { readonly course: Course }) {
  const care = useCare()
  const { knowledge } = useWorkbench().model
  const pain = painSeries(course)
  const done = course.sessions.filter((one) => one.ended !== null)
  if (pain.length === 0) {
    return (
      <section className={styles.section}>
        <h2>Does it help?</h2>
        <p className={parts.muted}>
          Nobody can say before it has been measured. Rate the pain now, and again before each session: the chart begins
          with the second rating.
        </p>
      </section>
    )
  }
  const verdict = done.length === 0 ? null : verdictFor(course, care.now(), knowledge)
  const titles = {
    refer: 'Have it assessed',
    stop: 'Stop repeating this',
    change: 'Change the emphasis',
    discharge: 'Goal reached',
    'space-out': 'It helps: more days between',
    continue: 'Go on as planned',
  }
  return (
    <section aria-labelledby="outcomes" className={styles.section}>
      <h2 id="outcomes">Does it help?</h2>
      {verdict !== null && (
        <div className={styles.verdict} data-kind={verdict.kind}>
          <strong>{titles[verdict.kind]}</strong>
          <p>
            {verdict.because} {verdict.say}
          </p>
          <p className={parts.muted}>
            After {done.length} {done.length === 1 ? 'session' : 'sessions'}.
            {verdict.rule.startsWith('PLAN') && ` Rule ${verdict.rule}.`}
          </p>
        </div>
      )}
      <div className={styles.charts}>
        <PainChart course={course} />
        <Scored course={course} kind="peg" title="Pain in daily life (PEG)" series={pegSeries(course)} />
        <Scored course={course} kind="psfs" title="What matters to the person (PSFS)" series={psfsSeries(course)} />
      </div>
      <Others course={course} />
    </section>
  )
}

function PainChart({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const series = painSeries(course)
  const start = startOf(course, series)
  const kind = courseKindOf(course.history.durationDays ?? 365)
  const lastDay = Math.max(14, ...series.map((one) => one.day))
  const days = Array.from({ length: 25 }, (_, index) => (index * lastDay) / 24)
  const band = start === null ? null : days.map((day) => ({ day, ...expectedPain(kind, start.value, day, knowledge) }))
  const now = series.at(-1)
  return (
    <article className={styles.chart}>
      <h3>Pain, 0 to 10</h3>
      <Chart
        label="Pain over time"
        series={series}
        band={band}
        line={start === null ? null : start.value - doseValue(knowledge, 'nprs.much_better')}
        sessions={sessionDays(course)}
        lastDay={lastDay}
        openedMs={course.openedMs}
      />
      <Legend />
      {start !== null && now !== undefined && series.length > 1 && (
        <Said measure={{ kind: 'nprs' }} from={start.value} to={now.value} />
      )}
      {start?.isThin && (
        <p className={parts.muted}>The start rests on one day. Two days make it surer: people seek help on bad days.</p>
      )}
    </article>
  )
}

function Scored({
  course,
  kind,
  title,
  series,
}: {
  readonly course: Course
  readonly kind: 'peg' | 'psfs'
  readonly title: string
  readonly series: ReturnType<typeof painSeries>
}) {
  const { knowledge } = useWorkbench().model
  const start = startOf(course, series)
  const now = series.at(-1)
  if (now === undefined || start === null) {
    return (
      <article className={styles.chart}>
        <h3>{title}</h3>
        <p>Not measured yet. Three questions, a minute.</p>
        <Link to="/person/$id/measure" params={{ id: course.person.id }} className={parts.button}>
          Measure now
        </Link>
      </article>
    )
  }
  const matters = doseValue(knowledge, `${kind}.mcid`)
  const line = kind === 'psfs' ? start.value + matters : start.value - matters
  return (
    <article className={styles.chart}>
      <h3>{title}</h3>
      <Chart
        label={title}
        series={series}
        band={null}
        line={line}
        sessions={sessionDays(course)}
        lastDay={Math.max(14, now.day)}
        openedMs={course.openedMs}
      />
      {series.length > 1 ? (
        <Said measure={{ kind }} from={start.value} to={now.value} />
      ) : (
        <p>The start: {round(start.value)}. Measured again in two weeks, it shows a change.</p>
      )}
    </article>
  )
}

const tones: Record<ChangeVerdict, 'good' | 'care' | undefined> = {
  improved: 'good',
  worse: 'care',
  'within-error': undefined,
  'meaningful-within-error': undefined,
  'real-but-small': undefined,
  floor: undefined,
}

function Said({ measure, from, to }: { readonly measure: Measure; readonly from: number; readonly to: number }) {
  const { knowledge } = useWorkbench().model
  const change = changeOf(measure, from, to, knowledge)
  return (
    <p>
      <Badge {...(tones[change.verdict] === undefined ? {} : { tone: tones[change.verdict]! })}>
        {round(from)} → {round(to)}
      </Badge>{' '}
      {change.say}
    </p>
  )
}

/** Thresholds, movements and the single ratings, as first and last. */
function Others({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const groups = new Map<string, { name: string; measure: Measure | null; values: number[]; unit: string }>()
  for (const one of course.measures) {
    if (one.instrument === 'ppt' && one.spot !== null) {
      const site = [one.spot.muscle, one.spot.part].filter(Boolean).join('.')
      const name = `Threshold, ${one.spot.side} ${site.replace(/[.-]/g, ' ')}`
      add(`ppt ${one.spot.point} ${one.spot.side}`, name, { kind: 'ppt', site }, one.values.kPa, ' kPa')
    } else if (one.instrument === 'rom' && one.movement !== null) {
      const record = knowledge.movements.find((movement) => one.movement?.startsWith(movement.id))
      const errorDeg = record?.measurementError?.to ?? 10
      const side = one.movement.endsWith('-left') ? ', left' : one.movement.endsWith('-right') ? ', right' : ''
      add(
        `rom ${one.movement}`,
        `${record?.name ?? one.movement}${side}`,
        { kind: 'rom', errorDeg },
        one.values.deg,
        '°',
      )
    } else if (one.instrument === 'om-04') {
      add('om-04', 'Compared with the start, -5 to 5', null, one.values.change, '')
    } else if (one.instrument === 'om-14') {
      add(
        'om-14',
        'Worry and low mood (PHQ-4), 0 to 12',
        null,
        Object.values(one.values).reduce((a, b) => a + b, 0),
        '',
      )
    }
  }
  function add(key: string, name: string, measure: Measure | null, value: number | undefined, unit: string) {
    if (value === undefined) return
    const group = groups.get(key) ?? { name, measure, values: [], unit }
    group.values.push(value)
    groups.set(key, group)
  }
  if (groups.size === 0) return null
  return (
    <ul className={parts.list}>
      {[...groups].map(([key, { name, measure, values, unit }]) => {
        const from = values[0]!
        const to = values.at(-1)!
        return (
          <li key={key} className={styles.session}>
            <strong>{name}</strong>
            <span>{values.length > 1 ? `${round(from)} → ${round(to)}${unit}` : `${round(from)}${unit}`}</span>
            <span className={parts.muted}>
              {measure !== null && values.length > 1 && changeOf(measure, from, to, knowledge).say}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Legend() {
  return (
    <p className={styles.legend}>
      <span>
        <i style={{ background: 'var(--pain)' }} /> as rated
      </span>
      <span>
        <i style={{ background: 'var(--line-strong)' }} /> expected without treatment
      </span>
      <span>
        <i style={{ background: 'var(--brand)', height: 3 }} /> much better
      </span>
      <span>
        <i style={{ background: 'var(--ink-3)', width: 3, height: 14 }} /> session
      </span>
    </p>
  )
}

function sessionDays(course: Course): number[] {
  return course.sessions.map((one) => (one.startedMs - course.openedMs) / 86_400_000)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
