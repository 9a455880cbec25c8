/** The record of one person: who it is, the notes, everything that was kept, and ways to take it along. */
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type CareEvent, type Course, measuresTable, writeNote } from 'unknot'
import type { Knowledge } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { noteNames, tickedName } from '../papers/names.ts'
import { SignedText } from '../papers/note-page.tsx'
import { Frame, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Badge, Press } from '../parts/parts.tsx'
import { saveFile } from '../save-file.ts'
import { dateWord } from '../words.ts'
import { ChangePerson } from './change-person.tsx'
import { lineOf } from './log-words.ts'
import styles from './record.module.css'

export function RecordPage() {
  useTitle('Record')
  return <WithCourse>{(course) => <Record key={course.person.id} course={course} />}</WithCourse>
}

function Record({ course }: { readonly course: Course }) {
  const care = useCare()
  return (
    <Frame course={course} step="course">
      <h1>The record</h1>
      <p className={styles.onPaper}>
        {course.person.name}. Printed {dateWord(care.now())}. Written with Unknot, a program that supports decisions and
        diagnoses nothing.
      </p>
      <Who course={course} />
      <TakeAlong course={course} />
      <Notes course={course} />
      <Log course={course} />
    </Frame>
  )
}

const sexWords = { female: 'female', male: 'male', other: 'other' } as const

function Who({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const [changing, setChanging] = useState(false)
  const { person, conditions } = course
  if (changing) return <ChangePerson course={course} onDone={() => setChanging(false)} />
  const facts = [
    ['Name', person.name],
    ['Age', person.ageYears === undefined ? 'not told' : `${person.ageYears} years`],
    ['Sex', person.sex === undefined ? 'not told' : sexWords[person.sex]],
    ['Here since', dateWord(person.addedMs)],
    [
      'Told',
      conditions.length === 0 ? 'nothing ticked' : conditions.map(({ id }) => tickedName(knowledge, id)).join(', '),
    ],
  ]
  return (
    <section className={styles.who} aria-label="Who it is">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <div data-noprint>
        <Press onPress={() => setChanging(true)}>Change name, age, sex</Press>
      </div>
    </section>
  )
}

/** A name that any file system takes, without saying whose record it is to whoever sees the file. */
function fileName(what: string, nowMs: number): string {
  return `unknot-${what}-${new Date(nowMs).toISOString().slice(0, 10)}`
}

function TakeAlong({ course }: { readonly course: Course }) {
  const care = useCare()
  const workbench = useWorkbench()
  const { knowledge } = workbench.model
  const table = () => {
    const { spot, movement } = noteNames(workbench, course)
    const instrument = (id: string) => knowledge.instruments.find((one) => one.id === id)?.name ?? id
    // a spreadsheet takes the file for another encoding unless it begins with this mark
    const text = `\ufeff${measuresTable(course, { spot, movement, instrument })}`
    saveFile(`${fileName('measures', care.now())}.csv`, text, 'text/csv;charset=utf-8')
  }
  const save = async () => {
    const text = await care.save(course.person.id)
    saveFile(`${fileName('one-person', care.now())}.json`, text, 'application/json')
  }
  return (
    <section aria-labelledby="take" className={styles.part} data-noprint>
      <h2 id="take">Take it along</h2>
      <div className={parts.row}>
        <Press look="primary" onPress={() => window.print()}>
          Print, or save as PDF
        </Press>
        <Press onPress={table}>Measures as a table (CSV)</Press>
        <Press onPress={() => void save()}>This person as a file</Press>
      </div>
      <p className={parts.muted}>
        Files hold health data in plain text: keep them where only you can read them. The file of a person can be
        restored on another device, under “People”.
      </p>
    </section>
  )
}

/** So many before the list folds. */
const notesFirst = 6

function Notes({ course }: { readonly course: Course }) {
  const done = course.sessions.filter((one) => one.ended !== null)
  const newest = done.toReversed()
  const [all, setAll] = useState(false)
  if (course.person.setting === 'self' || done.length === 0) return null
  return (
    <section aria-labelledby="notes" className={styles.part}>
      <h2 id="notes">Notes</h2>
      <ol className={styles.notes} data-noprint>
        {(all ? newest : newest.slice(0, notesFirst)).map(({ id, startedMs, note }) => (
          <li key={id}>
            <Link to="/person/$id/note/$session" params={{ id: course.person.id, session: id }}>
              {dateWord(startedMs)}
            </Link>
            {note === null ? (
              <Badge tone="care">not written</Badge>
            ) : note.signed === null ? (
              <Badge>not signed</Badge>
            ) : (
              <Badge tone="good">signed</Badge>
            )}
          </li>
        ))}
      </ol>
      {!all && newest.length > notesFirst && (
        <div data-noprint>
          <Press onPress={() => setAll(true)}>Show all {newest.length}</Press>
        </div>
      )}
      <div className={styles.onPaper}>
        {done.map(({ id, startedMs, note }) => (
          <section key={id}>
            <h3>Session of {dateWord(startedMs)}</h3>
            {note === null ? <Unwritten course={course} session={id} /> : <SignedText note={note} />}
          </section>
        ))}
      </div>
    </section>
  )
}

/** A session without a note, on paper: what was recorded, said to be no more than that. */
function Unwritten({ course, session }: { readonly course: Course; readonly session: string }) {
  const workbench = useWorkbench()
  const found = course.sessions.find((one) => one.id === session)
  if (found === undefined) return null
  const { objective } = writeNote(course, found, noteNames(workbench, course))
  return (
    <>
      <p>No note was written. From what was recorded:</p>
      <p className={styles.recorded}>{objective}</p>
    </>
  )
}

type Day = {
  readonly day: string
  readonly lines: readonly { readonly id: string; readonly at: string; readonly text: string }[]
}

function Log({ course }: { readonly course: Course }) {
  const care = useCare()
  const { knowledge } = useWorkbench().model
  const { id } = course.person
  // biome-ignore lint/correctness/useExhaustiveDependencies: the course changes with every event
  const days = useMemo(() => daysOf(care.eventsOf(id), knowledge), [care, id, knowledge, course])
  return (
    <section aria-labelledby="log" className={styles.part} data-noprint>
      <h2 id="log">Everything that was kept</h2>
      <p className={parts.muted}>Nothing is ever changed or taken away: what was wrong is followed by what is right.</p>
      {days.map(({ day, lines }) => (
        <details key={day} className={parts.fold}>
          <summary>
            <span>{day}</span>
            <span className={styles.count}>{lines.length}</span>
          </summary>
          <ol className={styles.lines}>
            {lines.map((line) => (
              <li key={line.id}>
                <time>{line.at}</time>
                <span dir="auto">{line.text}</span>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  )
}

const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** The newest day first, its lines in order; the taps of a session are one line. */
function daysOf(events: readonly CareEvent[], knowledge: Knowledge): readonly Day[] {
  const days = new Map<string, Day['lines'][number][]>()
  const taps = new Map<string, { readonly lines: Day['lines'][number][]; readonly at: number; count: number }>()
  for (const event of events) {
    const day = dateWord(event.atMs)
    const lines = days.get(day) ?? []
    days.set(day, lines)
    const at = hour.format(event.atMs)
    if (event.kind === 'session-act') {
      const known = taps.get(`${event.session} ${day}`)
      if (known === undefined) {
        taps.set(`${event.session} ${day}`, { lines, at: lines.length, count: 1 })
        lines.push({ id: event.id, at, text: '1 entry of the session.' })
      } else {
        known.count++
        known.lines[known.at] = { ...known.lines[known.at]!, text: `${known.count} entries of the session.` }
      }
      continue
    }
    const text = lineOf(event, knowledge)
    if (text !== null) lines.push({ id: event.id, at, text })
  }
  return [...days].map(([day, lines]) => ({ day, lines })).reverse()
}
