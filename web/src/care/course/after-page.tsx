/** After a session: what was done, what is normal, when to ask again, and what the answer means. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type Course,
  calendarFile,
  classifySoreness,
  followUpHours,
  painBeforeAndAfter,
  type SessionState,
  spotAt,
} from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { Frame, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Card, Press } from '../parts/parts.tsx'
import { saveFile } from '../save-file.ts'
import { dateWord, spotWord, timeWord } from '../words.ts'
import { FollowUpForm } from './follow-up.tsx'

export function AfterPage() {
  useTitle('After the session')
  return <WithCourse>{(course) => <After key={course.person.id} course={course} />}</WithCourse>
}

const laterMs = 6 * 3_600_000

function After({ course }: { readonly course: Course }) {
  const care = useCare()
  const session = course.sessions.findLast((one) => one.ended !== null)
  // who comes back hours later is asked how it was; who has just ended sees what was done
  const isLater = session?.ended != null && care.now() - session.ended.atMs > laterMs
  if (session === undefined) {
    return (
      <Frame course={course} step="course">
        <h1>No session yet</h1>
        <p className={parts.lead}>After the first one this page says what is normal and when to ask again.</p>
      </Frame>
    )
  }
  return (
    <Frame course={course} step="course">
      {isLater ? (
        <>
          <h1>After the session</h1>
          <Check course={course} session={session} />
          <Summary course={course} session={session} />
          <Normal session={session} />
        </>
      ) : (
        <>
          <h1>{session.ended?.why === 'stopped' ? 'Ended early' : 'Done'}</h1>
          <Summary course={course} session={session} />
          <Normal session={session} />
          <Check course={course} session={session} />
        </>
      )}
    </Frame>
  )
}

export function Summary({ course, session }: { readonly course: Course; readonly session: SessionState }) {
  const { knowledge } = useWorkbench().model
  const { before, after } = painBeforeAndAfter(course, session)
  const isSelf = course.person.setting === 'self'
  const treated = session.order.flatMap((key) => {
    const point = session.points[key]
    const spot = spotAt(session, key)
    return point === undefined || spot === undefined || point.reps.length + point.earlier.length === 0
      ? []
      : [{ key, point, spot }]
  })
  return (
    <Card>
      <h2>{dateWord(session.startedMs)}</h2>
      {before !== null && after !== null && (
        <p className={parts.lead}>
          Pain {before} before, {after} after. A difference on the same day is common and often fades.
        </p>
      )}
      <ul className={parts.plain}>
        {treated.map(({ key, point, spot }) => (
          <li key={key}>
            <strong>{spotWord(knowledge, spot)}</strong>:{' '}
            {[...point.earlier, ...point.reps].map((rep) => `${rep.heldS} s`).join(', ')}
            {point.painBefore !== null && point.painAfter !== null
              ? `; when pressed ${point.painBefore} before, ${point.painAfter} after`
              : ''}
            {point.closed === 'stopped' ? '; stopped' : ''}
          </li>
        ))}
        {treated.length === 0 && <li>Nothing was pressed.</li>}
      </ul>
      <div className={parts.row}>
        {!isSelf && (
          <Link
            to="/person/$id/note/$session"
            params={{ id: course.person.id, session: session.id }}
            className={`${parts.button} ${session.note === null ? parts.primary : ''}`}
          >
            {session.note === null
              ? 'Write the note'
              : session.note.signed === null
                ? 'Sign the note'
                : 'Read the note'}
          </Link>
        )}
        <Link to="/person/$id/home-sheet" params={{ id: course.person.id }} className={parts.button}>
          {isSelf ? 'What to do now, on paper' : 'Sheet for at home'}
        </Link>
      </div>
    </Card>
  )
}

function Normal({ session }: { readonly session: SessionState }) {
  const { knowledge } = useWorkbench().model
  const care = useCare()
  const endMs = session.ended?.atMs ?? session.startedMs
  const toCome = followUpHours(knowledge, true)
    .map((one) => endMs + one * 3_600_000)
    .filter((atMs) => atMs > care.now())
  const remind = () => saveFile('unknot-checks.ics', calendarFile(session.id, toCome, care.now()), 'text/calendar')
  return (
    <Card tone="soft">
      <h2>What is normal</h2>
      <ul className={parts.plain}>
        <li>Soreness up to 3 of 10 above the usual, for a day or two.</li>
        <li>Stay active; warmth and easy movement may help. Nothing heavy and new for a day.</li>
        <li>Look at the skin where it was pressed.</li>
      </ul>
      <p>
        <strong>Not normal:</strong> numbness or weakness, dark urine, a swollen limb, a growing bruise or lump, fever,
        breathlessness. Then stop, and have it seen today.
      </p>
      {toCome.length > 0 && (
        <div className={parts.row}>
          <Press onPress={remind}>Remind me in the calendar</Press>
          <span className={parts.muted}>{toCome.map(timeWord).join(' and ')}</span>
        </div>
      )}
    </Card>
  )
}

/** The check that is due or was answered last. */
function Check({ course, session }: { readonly course: Course; readonly session: SessionState }) {
  const { knowledge } = useWorkbench().model
  const [open, setOpen] = useState(false)
  const last = session.followUps.at(-1)
  const found = last === undefined ? null : classifySoreness(last.report, knowledge)
  return (
    <>
      {found !== null && last !== undefined && (
        <Card tone={found.class === 'expected' ? 'good' : found.class === 'adverse-serious' ? 'stop' : 'warn'}>
          <h2>
            {
              {
                expected: 'As expected',
                excess: 'A little too much',
                'adverse-minor': 'More than soreness',
                'adverse-serious': 'Stop, and have it seen',
              }[found.class]
            }
          </h2>
          {found.because.map((one) => (
            <p key={one}>{one}</p>
          ))}
          <p>{found.say}</p>
          <p className={parts.muted}>
            Told {timeWord(last.atMs)}, {Math.round(last.report.hoursAfter)} hours after.
            {found.next.mayContinue && found.next.keepShare < 1 && ' The next plan is made with this dose.'}
          </p>
        </Card>
      )}
      {open ? (
        <FollowUpForm course={course} session={session} onDone={() => setOpen(false)} />
      ) : (
        <Press onPress={() => setOpen(true)} wide look={last === undefined ? 'primary' : 'usual'}>
          How is it since the session?
        </Press>
      )}
    </>
  )
}
