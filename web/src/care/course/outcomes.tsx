/** Does it help? The verdict with its reason, and the measures over time. */
import { Link } from '@tanstack/react-router'
import {
  type ChangeVerdict,
  type Course,
  changeOf,
  courseKindOf,
  expectedPain,
  isBetterThanExpected,
  limitsOf,
  type Measure,
  painSeries,
  startOf,
  verdictFor,
} from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { useAssessed } from '../clinic.ts'
import parts from '../parts/parts.module.css'
import { Badge } from '../parts/parts.tsx'
import { Chart, type Range } from './chart.tsx'
import styles from './course.module.css'
import { type Trend, trendsOf } from './measured.ts'

export function Outcomes({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const pain = painSeries(course)
  const trends = trendsOf(course, knowledge)
  if (pain.length === 0 && trends.length === 0) {
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
  const charted = trends.filter((one) => one.series.length > 1)
  const once = trends.filter((one) => one.series.length === 1)
  return (
    <section aria-labelledby="outcomes" className={styles.section}>
      <h2 id="outcomes">Does it help?</h2>
      <Verdict course={course} />
      <div className={styles.charts}>
        {pain.length > 0 && <PainChart course={course} />}
        {charted.map((trend) => (
          <TrendChart key={trend.id} course={course} trend={trend} />
        ))}
      </div>
      <Legend />
      {once.length > 0 && (
        <ul className={parts.list}>
          {once.map((trend) => (
            <li key={trend.id} className={styles.once}>
              <strong>{trend.title}</strong>
              <span>
                {round(trend.series[0]!.value)}
                {trend.unit}
              </span>
              <span className={parts.muted}>Once. Measured again, it shows a change.</span>
            </li>
          ))}
        </ul>
      )}
      {!trends.some((one) => one.id === 'om-02' || one.id === 'om-03') && (
        <p>
          How it gets in the way has not been measured yet: three questions, a minute.{' '}
          <Link to="/person/$id/measure" params={{ id: course.person.id }}>
            Measure now
          </Link>
        </p>
      )}
    </section>
  )
}

const titles = {
  refer: 'Have it assessed',
  stop: 'Stop repeating this',
  change: 'Change the emphasis',
  discharge: 'Goal reached',
  'space-out': 'It helps: more days between',
  continue: 'Go on as planned',
}

function Verdict({ course }: { readonly course: Course }) {
  const care = useCare()
  const { areas } = useAssessed(course)
  const { knowledge } = useWorkbench().model
  const done = course.sessions.filter((one) => one.ended !== null)
  if (done.length === 0) return null
  const verdict = verdictFor(course, care.now(), knowledge, areas)
  const others = verdict.rules.slice(1)
  return (
    <div className={styles.verdict} data-kind={verdict.kind}>
      <strong>{titles[verdict.kind]}</strong>
      <p>
        {verdict.because} {verdict.say}
      </p>
      {others.map((rule) => (
        <p key={rule.rule} className={parts.muted}>
          Also: {rule.because} {rule.say}
        </p>
      ))}
      <p className={parts.muted}>
        After {done.length} {done.length === 1 ? 'session' : 'sessions'}.
        {verdict.rule.startsWith('PLAN') && ` Rule ${verdict.rule}.`}
      </p>
    </div>
  )
}

const zeroToTen: Range = { from: 0, to: 10 }

function PainChart({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const series = painSeries(course)
  const start = startOf(course, series)
  const kind = courseKindOf(course.history.durationDays ?? 365)
  const lastDay = Math.max(14, ...series.map((one) => one.day))
  const days = Array.from({ length: 25 }, (_, index) => (index * lastDay) / 24)
  const natural =
    start === null ? undefined : days.map((day) => ({ day, ...expectedPain(kind, start.value, day, knowledge) }))
  const measure: Measure = { kind: 'nprs' }
  const bands = start === null ? {} : bandsOf(measure, start.value, true, zeroToTen, knowledge)
  const now = series.at(-1)
  return (
    <article className={styles.chart}>
      <h3>Pain, 0 to 10</h3>
      <Chart
        label="Pain over time"
        series={series}
        range={zeroToTen}
        natural={natural}
        {...bands}
        sessions={sessionDays(course)}
        lastDay={lastDay}
        openedMs={course.openedMs}
      />
      {start !== null && now !== undefined && series.length > 1 && (
        <Said measure={measure} from={start.value} to={now.value} unit="" />
      )}
      {start !== null && series.length > 1 && (
        <p className={parts.muted}>
          {isBetterThanExpected(kind, start.value, series, knowledge)
            ? 'Twice in a row better than what is expected without treatment.'
            : 'Not yet twice in a row better than what is expected without treatment.'}
        </p>
      )}
      {start?.isThin && (
        <p className={parts.muted}>The start rests on one day. Two days make it surer: people seek help on bad days.</p>
      )}
    </article>
  )
}

function TrendChart({ course, trend }: { readonly course: Course; readonly trend: Trend }) {
  const { knowledge } = useWorkbench().model
  const { title, series, measure, range, unit, isLowerBetter } = trend
  const start = startOf(course, series)
  const now = series.at(-1)
  if (now === undefined || start === null) return null
  const bands = measure === null ? {} : bandsOf(measure, start.value, isLowerBetter, range, knowledge)
  return (
    <article className={styles.chart}>
      <h3>{title}</h3>
      <Chart
        label={title}
        series={series}
        range={range}
        {...bands}
        sessions={sessionDays(course)}
        lastDay={Math.max(14, now.day)}
        openedMs={course.openedMs}
      />
      {measure === null ? (
        <p>
          <Badge>
            {round(start.value)} → {round(now.value)}
            {unit}
          </Badge>{' '}
          How much of this is error is not known: read it beside the others.
        </p>
      ) : (
        <Said measure={measure} from={start.value} to={now.value} unit={unit} />
      )}
    </article>
  )
}

type Doses = Parameters<typeof limitsOf>[2]

/** Error about the start, and the part of the scale that is better by more than error and by what matters. */
function bandsOf(measure: Measure, start: number, isLowerBetter: boolean, range: Range, knowledge: Doses) {
  const { error, matters, mattersShare } = limitsOf(measure, start, knowledge)
  const meaningful = Math.min(matters, mattersShare === null ? matters : mattersShare * Math.abs(start))
  const least = Math.max(error, meaningful)
  const better = isLowerBetter ? { from: range.from, to: start - least } : { from: start + least, to: range.to }
  return {
    error: { from: start - error, to: start + error },
    better: better.to > better.from ? better : undefined,
  }
}

const tones: Partial<Record<ChangeVerdict, 'good' | 'care'>> = { improved: 'good', worse: 'care' }

type SaidProps = { readonly measure: Measure; readonly from: number; readonly to: number; readonly unit: string }

function Said({ measure, from, to, unit }: SaidProps) {
  const { knowledge } = useWorkbench().model
  const change = changeOf(measure, from, to, knowledge)
  const tone = tones[change.verdict]
  return (
    <p>
      <Badge {...(tone === undefined ? {} : { tone })}>
        {round(from)} → {round(to)}
        {unit}
      </Badge>{' '}
      {change.say}
    </p>
  )
}

function Legend() {
  return (
    <p className={styles.legend}>
      <span>
        <i style={{ background: 'var(--pain)', height: 4 }} /> as rated
      </span>
      <span>
        <i className={styles.dashes} /> measurement error about the start
      </span>
      <span>
        <i style={{ background: 'var(--brand-soft)' }} /> better, beyond error, enough to matter
      </span>
      <span>
        <i style={{ background: 'var(--line-strong)' }} /> expected without treatment
      </span>
      <span>
        <i className={styles.dots} /> session
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
