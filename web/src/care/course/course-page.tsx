/** One person's whole course on one page: what comes next, whether it helps, what was done. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type Course,
  classifySoreness,
  doseValue,
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
import { Badge, Card, Press } from '../parts/parts.tsx'
import { useScreenBegin } from '../session/session-page.tsx'
import { dateWord, reactionWords } from '../words.ts'
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
      <Papers course={course} />
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

type NextStep = {
  readonly step: Step
  readonly title: string
  readonly label: string
  /** The form of questions that opens at once. */
  readonly asks: 'full' | 'short' | null
}

/** The one thing to do next. */
function Next({ course }: { readonly course: Course }) {
  const care = useCare()
  const { knowledge } = useWorkbench().model
  const begin = useScreenBegin(course)
  const assessed = useAssessed(course)
  const gate = gateOf(course, assessed)
  const params = { id: course.person.id }
  const isSelf = course.person.setting === 'self'
  const last = course.sessions.findLast((one) => one.ended !== null)
  const hoursSince = last === undefined ? null : (care.now() - (last.ended?.atMs ?? 0)) / 3_600_000
  const isCheckDue = last !== undefined && last.followUps.length === 0 && hoursSince !== null && hoursSince >= 20
  const step = ((): NextStep => {
    if (runningSession(course) !== null)
      return { step: 'session', title: 'A session is running', label: 'Go on where it was', asks: null }
    if (gate === 'stopped')
      return { step: 'questions', title: 'This has to be looked at first', label: 'Read what to do', asks: null }
    if (gate === 'paint') return { step: 'pain', title: 'Where does it hurt?', label: 'Paint it', asks: null }
    if (course.sessions.length > 0) {
      const asks = screenDue(course, care.now(), doseValue(knowledge, 'screen.full_every_days'))
      const title = isSelf ? 'The next time' : `Session ${course.sessions.length + 1}`
      const first = asks === 'full' ? 'Start: all questions first' : 'Start: short questions first'
      return { step: 'session', title, label: asks === null ? 'Start' : first, asks }
    }
    if (gate === 'questions')
      return { step: 'questions', title: 'Some questions first', label: 'Answer them', asks: null }
    if (gate === 'accept')
      return { step: 'questions', title: 'There are limits to agree to', label: 'Read them', asks: null }
    if (course.plan === null && !isSelf)
      return { step: 'examine', title: 'What do the hands find?', label: 'Examine', asks: null }
    return { step: 'plan', title: isSelf ? 'What you can do' : 'The plan is ready', label: 'Read it', asks: null }
  })()
  return (
    <div className={styles.next} data-noprint>
      <h1>{step.title}</h1>
      <div className={parts.row}>
        {isCheckDue && (
          <Link to="/person/$id/after" params={params} className={`${parts.button} ${parts.primary}`}>
            {isSelf ? 'Say how it was after the last time' : 'Ask how it was after the last one'}
          </Link>
        )}
        {step.asks === null ? (
          <Link
            to={stepPath(step.step)}
            params={params}
            className={`${parts.button} ${isCheckDue ? '' : parts.primary}`}
          >
            {step.label}
          </Link>
        ) : (
          <Press look={isCheckDue ? 'usual' : 'primary'} onPress={() => void begin(step.asks ?? 'full')}>
            {step.label}
          </Press>
        )}
        <Link to="/person/$id/measure" params={params} className={parts.button}>
          Measure
        </Link>
      </div>
    </div>
  )
}

/** What can be printed, handed over or saved. */
function Papers({ course }: { readonly course: Course }) {
  const params = { id: course.person.id }
  const hasPlan = course.plan !== null || course.sessions.length > 0
  const decision = course.screen?.decided?.decision
  return (
    <section aria-labelledby="papers" className={styles.section} data-noprint>
      <h2 id="papers">Papers and record</h2>
      <div className={parts.row}>
        {hasPlan && (
          <Link to="/person/$id/home-sheet" params={params} className={parts.button}>
            Sheet for at home
          </Link>
        )}
        {(decision === 'refer' || decision === 'emergency') && (
          <Link to="/person/$id/letter" params={params} className={parts.button}>
            The letter
          </Link>
        )}
        <Link to="/person/$id/record" params={params} className={parts.button}>
          The record: change, print, save
        </Link>
        <Press onPress={() => window.print()}>Print this page</Press>
      </div>
    </section>
  )
}

/** So many before the list folds. */
const sessionsFirst = 8

function Sessions({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const done = course.sessions.filter((one) => one.ended !== null)
  const newest = done.toReversed()
  const [all, setAll] = useState(false)
  if (done.length === 0) return null
  return (
    <section aria-labelledby="sessions" className={styles.section}>
      <h2 id="sessions">Sessions</h2>
      <ol className={parts.list}>
        {newest.map((session, index) => {
          const { before, after } = painBeforeAndAfter(course, session)
          const told = session.followUps.at(-1)
          const reaction = told === undefined ? null : classifySoreness(told.report, knowledge).class
          const holds = session.order.reduce((sum, key) => sum + (session.points[key]?.reps.length ?? 0), 0)
          return (
            <li key={session.id} className={`${styles.session} ${all || index < sessionsFirst ? '' : styles.folded}`}>
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
                  <Badge tone={reaction === 'expected' ? 'good' : 'care'}>{reactionWords[reaction]}</Badge>
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
      {!all && newest.length > sessionsFirst && (
        <div data-noprint>
          <Press onPress={() => setAll(true)}>Show all {newest.length}</Press>
        </div>
      )}
    </section>
  )
}
