/** For at home: what to do with which spot, what is normal, when to stop; with a picture from the body. */
import { type Course, doseValue, keyOf, type Permission, type Plan, type PlannedPoint, spotPermission } from 'unknot'
import type { Stroke } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { useAssessed } from '../clinic.ts'
import { FlatBody, type FlatMark } from '../parts/flat-body.tsx'
import { Frame, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { spotAtMm } from '../parts/spot-at.ts'
import { dateWord, muscleWord, recordName, spotWord } from '../words.ts'
import styles from './papers.module.css'

export function HomeSheetPage() {
  useTitle('For at home')
  return <WithCourse>{(course) => <HomeSheet key={course.person.id} course={course} />}</WithCourse>
}

/** The spots alone decide what is shown. */
const none: readonly Stroke[] = []

function HomeSheet({ course }: { readonly course: Course }) {
  const care = useCare()
  const { inner, knowledge, body } = useWorkbench().model
  // at home somebody is alone: the stricter rules hold, whoever made the plan
  const assessed = useAssessed({ ...course, person: { ...course.person, setting: 'self' } } as Course)
  const plan = course.plan?.plan ?? course.sessions.at(-1)?.plan
  const points = plan?.points ?? []
  const often = plan?.setting === 'self' ? oftenWord(plan) : 'At most once a day'
  const marks = points.flatMap((point, index): FlatMark[] => {
    const at = spotAtMm(knowledge, body, point)
    return at === null ? [] : [{ label: String(index + 1), atMm: at }]
  })
  const front = marks.filter((mark) => mark.atMm[2] >= 0)
  const back = marks.filter((mark) => mark.atMm[2] < 0)
  const strokes = course.drawings.at(-1)?.drawing.strokes ?? []
  return (
    <Frame course={course} step="course">
      <article className={styles.sheet}>
        <h1>For at home</h1>
        <p className={parts.muted}>
          For {course.person.name}, {dateWord(care.now())}
        </p>
        <div className={styles.figures}>
          {(front.length > 0 || back.length === 0) && (
            <FlatBody id="front" strokes={strokes} marks={front} around={none} label="Spots on the front" />
          )}
          {back.length > 0 && (
            <FlatBody id="back" strokes={strokes} marks={back} around={none} label="Spots on the back" />
          )}
        </div>
        {points.map((point, index) => (
          <AtHome
            key={keyOf(point)}
            point={point}
            place={index + 1}
            permission={spotPermission(inner, point, assessed)}
            often={often}
          />
        ))}
        <section>
          <h2>What is normal, and what is not</h2>
          <p>
            Soreness for a day or two is common: stay active, keep warm, nothing heavy and new for a day. Skip a day if
            it is more than 3 of 10 above the usual. Stop if it tingles, gets sharp, or makes dizzy.
          </p>
          <p>
            <strong>See somebody today</strong> for numbness or weakness, dark urine, a swollen arm or leg, a growing
            bruise or lump, fever or breathlessness.
          </p>
        </section>
        {(course.plan?.plan.causes.length ?? 0) > 0 && (
          <section>
            <h2>Worth trying</h2>
            <ul className={parts.plain}>
              {course.plan?.plan.causes.map((cause) => (
                <li key={cause.factor}>{cause.advice}</li>
              ))}
            </ul>
          </section>
        )}
        <Ticks points={points} />
        <p className={styles.foot}>
          Without change by {dateWord(care.now() + 14 * 86_400_000)}, have it assessed. Made with Unknot; it diagnoses
          nothing.
        </p>
      </article>
      <div className={parts.row} data-noprint>
        <Press look="primary" onPress={() => window.print()}>
          Print
        </Press>
      </div>
    </Frame>
  )
}

/** What is done alone at one spot: pressed where that is allowed, stretched where that is. */
function AtHome({
  point,
  place,
  permission,
  often,
}: {
  readonly point: PlannedPoint
  readonly place: number
  readonly permission: Permission
  readonly often: string
}) {
  const { knowledge } = useWorkbench().model
  const part = knowledge.muscles.find((one) => one.id === point.muscle)?.parts.find((one) => one.id === point.part)
  const { limits } = permission
  const tools =
    part?.clinic.self.tools.filter((id) => id !== 'heat-pack' && id !== 'partner' && !limits.toolsOff.includes(id)) ??
    []
  const withTools = tools.map((id) => heldName(recordName(knowledge.tools, id))).join(' or ')
  return (
    <section className={styles.atHome}>
      <h2>
        <span>{place}</span> {spotWord(knowledge, point)}
      </h2>
      <p className={parts.muted}>{muscleWord(knowledge, point)}</p>
      <dl>
        <div>
          <dt>Press</dt>
          {permission.level === 'blocked' ? (
            <dd>
              <strong>Not to be pressed alone.</strong> {permission.because[0]?.text}
            </dd>
          ) : (
            <dd>
              <strong>
                {often}
                {withTools !== '' && `, with ${withTools}`}: at most {Math.min(45, limits.holdMaxS)} seconds, never
                stronger than {Math.min(5, limits.discomfortMax)} of 10.
              </strong>{' '}
              {part?.clinic.self.how}
            </dd>
          )}
        </div>
        {permission.mayStretch && (
          <div>
            <dt>Stretch</dt>
            <dd>
              <strong>
                A mild pull, {doseValue(knowledge, 'stretch.hold_s')} seconds, {doseValue(knowledge, 'stretch.reps')}{' '}
                times.
              </strong>{' '}
              {part?.clinic.stretch.how}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** As the plan has it, for somebody whose plan is for being alone. */
function oftenWord({ sessionsAWeek, restDays }: Plan): string {
  const rest = restDays.value > 0 ? ', never on two days in a row' : ''
  return `${sessionsAWeek.value} times a week${rest}`
}

/** "Fingers, supported" in a list of tools would read as two of them. */
function heldName(name: string): string {
  return name.toLowerCase().split(', ').reverse().join(' ')
}

const days = Array.from({ length: 14 }, (_, index) => index + 1)
/** More rows than these do not fit on the page, and nobody does them. */
const mostRows = 8

/** Two weeks to tick off; on paper only. */
function Ticks({ points }: { readonly points: readonly PlannedPoint[] }) {
  const { knowledge } = useWorkbench().model
  if (points.length === 0) return null
  return (
    <table className={styles.ticks}>
      <caption>Done: a tick for each day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {days.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.slice(0, mostRows).map((point, index) => (
          <tr key={keyOf(point)}>
            <th scope="row">
              {index + 1}. {spotWord(knowledge, point)}
            </th>
            {days.map((day) => (
              <td key={day} />
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">Pain, 0 to 10</th>
          {days.map((day) => (
            <td key={day} />
          ))}
        </tr>
      </tbody>
    </table>
  )
}
