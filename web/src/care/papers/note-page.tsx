/** The SOAP note: written from what was recorded, read and changed by the therapist, kept, signed, then only added to. */
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Course, courseOf, type Note, type NoteText, type SessionState, writeNote } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { type Care, useCare } from '../care-context.tsx'
import { Frame, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { dateWord, timeWord } from '../words.ts'
import { noteNames } from './names.ts'
import styles from './papers.module.css'
import { Amend, Sign } from './sign-note.tsx'

export function NotePage() {
  useTitle('Note')
  const { session } = useParams({ strict: false })
  return (
    <WithCourse>
      {(course) => {
        const found = course.sessions.find((one) => one.id === session)
        return found === undefined ? (
          <Frame course={course} step="course">
            <h1>No such session</h1>
          </Frame>
        ) : (
          <NoteOf key={found.id} course={course} session={found} />
        )
      }}
    </WithCourse>
  )
}

export const noteSections = [
  ['subjective', 'S: what was told'],
  ['objective', 'O: what was found and done'],
  ['assessment', 'A: what it may mean'],
  ['plan', 'P: what comes next'],
] as const

function NoteOf({ course, session }: { readonly course: Course; readonly session: SessionState }) {
  const { note } = session
  return (
    <Frame course={course} step="course">
      <h1>Note of {dateWord(session.startedMs)}</h1>
      <p className={styles.onPaper}>{course.person.name}</p>
      {note?.signed ? (
        <Signed course={course} session={session} note={note} />
      ) : (
        <Open course={course} session={session} />
      )}
    </Frame>
  )
}

/** What was known when the session ended: what was told or measured later has no place in its note. */
function courseThen(care: Care, course: Course, session: SessionState): Course {
  const endMs = session.ended?.atMs ?? Number.POSITIVE_INFINITY
  const events = care.eventsOf(course.person.id).filter((event) => event.atMs <= endMs)
  return courseOf(events, course.person.id) ?? course
}

function useFirstText(course: Course, session: SessionState): () => NoteText {
  const care = useCare()
  const workbench = useWorkbench()
  return () => {
    if (session.note !== null) return session.note.text
    const then = courseThen(care, course, session)
    const thatSession = then.sessions.find((one) => one.id === session.id) ?? session
    return writeNote(then, thatSession, noteNames(workbench, then))
  }
}

function Open({ course, session }: { readonly course: Course; readonly session: SessionState }) {
  const care = useCare()
  const [text, setText] = useState<NoteText>(useFirstText(course, session))
  const { note } = session
  const isKept = note !== null && JSON.stringify(note.text) === JSON.stringify(text)
  const keep = () => void care.record(course.person.id, { kind: 'note-written', session: session.id, text })
  return (
    <>
      <p className={parts.muted} data-noprint>
        Written from what was recorded. Read it, change what is not right, then keep it. Every kept version stays.
      </p>
      <div className={styles.note}>
        {noteSections.map(([key, label]) => (
          <label key={key} className={parts.field}>
            {label}
            <textarea
              value={text[key]}
              rows={Math.max(4, text[key].split('\n').length + 1)}
              onChange={(event) => setText({ ...text, [key]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {note !== null && (
        <p role="status" className={parts.muted}>
          {isKept ? `Kept ${timeWord(note.atMs)}.` : 'Changed since it was kept.'}
        </p>
      )}
      {isKept && <Sign course={course} session={session} />}
      <div className={parts.bar} data-noprint>
        {isKept ? (
          <>
            <Press onPress={() => window.print()}>Print</Press>
            <Link to="/person/$id" params={{ id: course.person.id }} className={`${parts.button} ${parts.primary}`}>
              Done
            </Link>
          </>
        ) : (
          <Press look="primary" onPress={keep}>
            Keep the note
          </Press>
        )}
      </div>
    </>
  )
}

function Signed({
  course,
  session,
  note,
}: {
  readonly course: Course
  readonly session: SessionState
  readonly note: Note
}) {
  return (
    <>
      <SignedText note={note} />
      <Amend course={course} session={session} />
      <div className={parts.bar} data-noprint>
        <Press onPress={() => window.print()}>Print</Press>
        <Link to="/person/$id" params={{ id: course.person.id }} className={`${parts.button} ${parts.primary}`}>
          Done
        </Link>
      </div>
    </>
  )
}

/** A note to be read: its four parts, who signed it, and what was added since. */
export function SignedText({ note }: { readonly note: Note }) {
  return (
    <article className={styles.signed}>
      {noteSections.map(([key, label]) => (
        <section key={key}>
          <h2>{label}</h2>
          <p>{note.text[key]}</p>
        </section>
      ))}
      <p className={styles.signature}>
        {note.signed === null
          ? `Kept ${timeWord(note.atMs)}, not signed.`
          : `Signed by ${note.signed.by}, ${timeWord(note.signed.atMs)}.`}
      </p>
      {note.amendments.map(({ atMs, by, text }) => (
        <section key={atMs} className={styles.added}>
          <h2>Added {timeWord(atMs)}</h2>
          <p>{text}</p>
          <p className={styles.signature}>{by}</p>
        </section>
      ))}
    </article>
  )
}
