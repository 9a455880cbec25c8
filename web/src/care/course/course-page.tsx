/** One person's whole course on one page: what comes next, whether it helps, what was done. */
import { Link } from '@tanstack/react-router'
import {
  type Course,
  classifySoreness,
  gateOf,
  isReactionOpen,
  painBeforeAndAfter,
  runningSession,
  screenDue,
} from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { useAssessed } from '../clinic.ts'
import frame from '../parts/frame.module.css'
import { Frame, type Step, stepPath, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Badge, Card } from '../parts/parts.tsx'
import { dateWord } from '../words.ts'
import styles from './course.module.css'
import { Drawings } from './drawings.tsx'
import { Outcomes } from './outcomes.tsx'

export function CoursePage() {
  useTitle('Course')
  return <WithCourse>{(course) => <Whole key={course.person.id} course={course} />}</WithCourse>
}

function Whole({ course }: { readonly course: Course }) {
  const care = useCare()
  return (
    <Frame course={course} step="course" broad>
      {course.person.isDemo && (
        <p className={frame.demo}>This client is made up, to look around with. None of it happened to anybody.</p>
      )}
      <div className={styles.onPaper}>
        <h1>How it goes: {course.person.name}</h1>
        <p>
          Printed {dateWord(care.now())}. Written with Unknot, a program that supports decisions and diagnoses nothing.
        </p>
      </div>
      <Reaction course={course} />
      <Next course={course} />
      <Outcomes course={course} />
      <Drawings course={course} />
      <Sessions course={course} />
    </Frame>
  )
}

/** An adverse event after the last session stays in sight until the next one. */
function Reaction({ course }: { readonly course: Course }) {
  const { inner, knowledge } = useWorkbench().model
  const session = course.sessions.findLast((one) => one.ended !== null)
  const found = session?.followUps.map(({ report }) => classifySoreness(report, knowledge)) ?? []
  const worst =
    found.find((one) => one.class === 'adverse-serious') ?? found.find((one) => one.class === 'adverse-minor')
  if (worst === undefined) return null
  const isOpen = isReactionOpen(inner, course)
  return (
    <Card tone={isOpen ? 'stop' : 'warn'}>
      <h2>
        {worst.class === 'adverse-serious' ? 'A serious reaction to the last session' : 'More than soreness last time'}
      </h2>
      {worst.because.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <p>
        {worst.class === 'adverse-serious' && !isOpen ? 'It has been cleared; the next dose is halved.' : worst.say}
      </p>
    </Card>
  )
}

/** The one thing to do next. */
function Next({ course }: { readonly course: Course }) {
  const care = useCare()
  const assessed = useAssessed(course)
  const gate = gateOf(course, assessed)
  const params = { id: course.person.id }
  const isSelf = course.person.setting === 'self'
  const last = course.sessions.findLast((one) => one.ended !== null)
  const hoursSince = last === undefined ? null : (care.now() - (last.ended?.atMs ?? 0)) / 3_600_000
  const isCheckDue = last !== undefined && last.followUps.length === 0 && hoursSince !== null && hoursSince >= 20
  const step = ((): { readonly step: Step; readonly title: string; readonly label: string } => {
    if (runningSession(course) !== null)
      return { step: 'session', title: 'A session is running', label: 'Go on where it was' }
    if (gate === 'stopped')
      return { step: 'questions', title: 'This has to be looked at first', label: 'Read what to do' }
    if (gate === 'paint') return { step: 'pain', title: 'Where does it hurt?', label: 'Paint it' }
    if (course.sessions.length > 0) {
      const asks = screenDue(course, care.now(), 28) !== null
      return {
        step: 'session',
        title: isSelf ? 'The next time' : `Session ${course.sessions.length + 1}`,
        label: asks ? 'Start: short questions first' : 'Start',
      }
    }
    if (gate === 'questions') return { step: 'questions', title: 'Some questions first', label: 'Answer them' }
    if (gate === 'accept') return { step: 'questions', title: 'There are limits to agree to', label: 'Read them' }
    if (course.plan === null && !isSelf) return { step: 'examine', title: 'What do the hands find?', label: 'Examine' }
    return { step: 'plan', title: isSelf ? 'What you can do' : 'The plan is ready', label: 'Read it' }
  })()
  return (
    <div className={styles.next} data-noprint>
      <h1>{step.title}</h1>
      <div className={parts.row}>
        <Link to={stepPath(step.step)} params={params} className={`${parts.button} ${isCheckDue ? '' : parts.primary}`}>
          {step.label}
        </Link>
        {isCheckDue && (
          <Link to="/person/$id/after" params={params} className={`${parts.button} ${parts.primary}`}>
            Ask how the last one was borne
          </Link>
        )}
        <Link to="/person/$id/measure" params={params} className={parts.button}>
          Measure
        </Link>
      </div>
    </div>
  )
}

function Sessions({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const done = course.sessions.filter((one) => one.ended !== null)
  if (done.length === 0) return null
  const words = {
    expected: 'as expected',
    excess: 'too much',
    'adverse-minor': 'more than soreness',
    'adverse-serious': 'stop',
  }
  return (
    <section aria-labelledby="sessions" className={styles.section}>
      <h2 id="sessions">Sessions</h2>
      <ol className={parts.list}>
        {[...done].reverse().map((session, index) => {
          const { before, after } = painBeforeAndAfter(course, session)
          const told = session.followUps.at(-1)
          const reaction = told === undefined ? null : classifySoreness(told.report, knowledge).class
          const holds = session.order.reduce((sum, key) => sum + (session.points[key]?.reps.length ?? 0), 0)
          return (
            <li key={session.id} className={styles.session}>
              <strong>
                {done.length - index}. {dateWord(session.startedMs)}
              </strong>
              <span>
                {holds} {holds === 1 ? 'hold' : 'holds'}
                {before !== null && after !== null && `, pain ${before} → ${after}`}
              </span>
              <span>
                {reaction === null ? (
                  <Badge>not asked yet</Badge>
                ) : (
                  <Badge tone={reaction === 'expected' ? 'good' : 'care'}>{words[reaction]}</Badge>
                )}
              </span>
              {course.person.setting === 'clinic' && (
                <Link
                  to="/person/$id/note/$session"
                  params={{ id: course.person.id, session: session.id }}
                  className={styles.noteLink}
                  data-noprint
                >
                  {session.note === null ? 'Write the note' : 'Note'}
                </Link>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
