/** What waits, across everybody: a device without a network reminds by being opened. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type Course, type Due, dueOf } from 'unknot'
import { Press } from './parts/parts.tsx'
import styles from './people.module.css'

const dueWords: Record<Due['kind'], string> = {
  running: 'a session is running',
  check: 'ask how it was afterwards',
  note: 'the note is not written',
  session: 'the next session is due',
}

/** So many before the list folds. */
const dueFirst = 5

export function DueNow({ courses, nowMs }: { readonly courses: readonly Course[]; readonly nowMs: number }) {
  const [all, setAll] = useState(false)
  const due = courses
    .flatMap((course) => {
      const waiting = dueOf(course, nowMs).toSorted((a, b) => dueOrder.indexOf(a.kind) - dueOrder.indexOf(b.kind))
      const [first] = waiting
      return first === undefined ? [] : [{ course, waiting, first }]
    })
    .sort(
      (a, b) => dueOrder.indexOf(a.first.kind) - dueOrder.indexOf(b.first.kind) || b.first.sinceMs - a.first.sinceMs,
    )
  if (due.length === 0) return null
  return (
    <section aria-labelledby="due" className={styles.due}>
      <h2 id="due">Waiting</h2>
      <ul>
        {due.slice(0, all ? undefined : dueFirst).map(({ course, waiting, first }) => (
          <li key={course.person.id}>
            <DueLink course={course} kind={first.kind}>
              <strong dir="auto">{course.person.name}</strong>{' '}
              <span>{waiting.map((one) => dueWords[one.kind]).join('; ')}</span>
            </DueLink>
          </li>
        ))}
      </ul>
      {due.length > dueFirst && !all && (
        <Press look="quiet" onPress={() => setAll(true)}>
          Show all {due.length}
        </Press>
      )}
    </section>
  )
}

const dueOrder: readonly Due['kind'][] = ['running', 'check', 'session', 'note']

function DueLink({
  course,
  kind,
  children,
}: {
  readonly course: Course
  readonly kind: Due['kind']
  readonly children: ReactNode
}) {
  const params = { id: course.person.id }
  const last = course.sessions.at(-1)
  if (kind === 'running')
    return (
      <Link to="/person/$id/session" params={params}>
        {children}
      </Link>
    )
  if (kind === 'check')
    return (
      <Link to="/person/$id/after" params={params}>
        {children}
      </Link>
    )
  if (kind === 'note' && last !== undefined)
    return (
      <Link to="/person/$id/note/$session" params={{ ...params, session: last.id }}>
        {children}
      </Link>
    )
  return (
    <Link to="/person/$id" params={params}>
      {children}
    </Link>
  )
}
