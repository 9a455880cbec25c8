/** The SOAP note: written from what was recorded, read and changed by the therapist, then kept. */
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Course, type NoteText, type SessionState, writeNote } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { Frame, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { dateWord, timeWord } from '../words.ts'
import { noteNames } from './names.ts'
import styles from './papers.module.css'

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
          <Note key={found.id} course={course} session={found} />
        )
      }}
    </WithCourse>
  )
}

const sections = [
  ['subjective', 'S: what was told'],
  ['objective', 'O: what was found and done'],
  ['assessment', 'A: what it may mean'],
  ['plan', 'P: what comes next'],
] as const

function Note({ course, session }: { readonly course: Course; readonly session: SessionState }) {
  const care = useCare()
  const workbench = useWorkbench()
  const [text, setText] = useState<NoteText>(
    () => session.note?.text ?? writeNote(course, session, noteNames(workbench, course)),
  )
  const isKept = session.note !== null && JSON.stringify(session.note.text) === JSON.stringify(text)
  const keep = () => void care.record(course.person.id, { kind: 'note-written', session: session.id, text })
  return (
    <Frame course={course} step="course">
      <h1>Note of {dateWord(session.startedMs)}</h1>
      <p className={styles.onPaper}>{course.person.name}</p>
      <p className={parts.muted} data-noprint>
        Written from what was recorded. Read it, change what is not right, then keep it. Every kept version stays.
      </p>
      <div className={styles.note}>
        {sections.map(([key, label]) => (
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
      {session.note !== null && (
        <p role="status" className={parts.muted}>
          {isKept ? `Kept ${timeWord(session.note.atMs)}.` : 'Changed since it was kept.'}
        </p>
      )}
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
    </Frame>
  )
}
