/** Everybody whose care is recorded on this device. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Course } from 'unknot'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { AddPerson } from './add-person.tsx'
import { useCare } from './care-context.tsx'
import { DueNow } from './due-now.tsx'
import { Kept, useTitle } from './parts/frame.tsx'
import parts from './parts/parts.module.css'
import { Badge, Card, Press } from './parts/parts.tsx'
import styles from './people.module.css'
import { RecordFile } from './record-file.tsx'
import { agoWord, statusWord } from './words.ts'

export function PeoplePage() {
  useTitle('People')
  const care = useCare()
  const workbench = useWorkbench()
  const courses = useStore(care.state, (state) => state.courses)
  const [wanted, setWanted] = useState('')
  const [adding, setAdding] = useState(false)
  const shown = courses.filter((course) => fold(course.person.name).includes(fold(wanted)))
  const hasDrawing = useStore(workbench.history, ({ states, at }) => states[at]!.length > 0)
  const isNobodys =
    hasDrawing &&
    !courses.some(
      (course) => JSON.stringify(course.drawings.at(-1)?.drawing.strokes) === JSON.stringify(workbench.strokes()),
    )
  return (
    <div className={`${parts.column} ${courses.length > 0 ? styles.page : ''}`}>
      <header className={`${parts.row} ${parts.between}`}>
        <h1>People on this device</h1>
        <Kept />
      </header>
      <div className={styles.main}>
        {courses.length === 0 && !adding && <Teach />}
        {adding ? (
          <AddPerson onCancel={() => setAdding(false)} withDrawing={isNobodys} />
        ) : (
          <div className={parts.row}>
            <Press look="primary" onPress={() => setAdding(true)}>
              Add a client
            </Press>
            <Link to="/alone" className={parts.button}>
              Help yourself
            </Link>
            {!courses.some((course) => course.person.isDemo) && <DemoButton />}
          </div>
        )}
        {isNobodys && !adding && courses.length > 0 && (
          <Card tone="soft">
            <p>
              There is a drawing on the body that belongs to nobody yet. Add a client to keep it, or leave it there.
            </p>
          </Card>
        )}
        {!adding && <DueNow courses={courses} nowMs={care.now()} />}
        {courses.length > 4 && (
          <label className={parts.field}>
            Search
            <input
              type="search"
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              autoComplete="off"
            />
          </label>
        )}
        {courses.length > 0 && (
          <ul className={parts.list} aria-label="People">
            {shown.map((course) => (
              <li key={course.person.id}>
                <PersonLine course={course} nowMs={care.now()} />
              </li>
            ))}
          </ul>
        )}
        {courses.length > 0 && shown.length === 0 && <p>Nobody here is called that.</p>}
      </div>
      <RecordFile />
    </div>
  )
}

function PersonLine({ course, nowMs }: { readonly course: Course; readonly nowMs: number }) {
  const { person } = course
  const status = statusWord(course)
  const tone = status === 'Emergency' || status === 'Referred' ? 'stop' : status === 'Session running' ? 'care' : 'good'
  return (
    <Link to="/person/$id" params={{ id: person.id }} className={styles.person}>
      <span className={styles.name} dir="auto">
        {person.name}
      </span>
      <span className={styles.detail}>
        {[person.ageYears && `${person.ageYears} years`, `last seen ${agoWord(course.lastMs, nowMs)}`]
          .filter(Boolean)
          .join(' · ')}
        {person.isDemo && ' · made up'}
      </span>
      <span className={styles.state}>
        <Badge tone={tone}>{status}</Badge>
      </span>
    </Link>
  )
}

function DemoButton() {
  const care = useCare()
  const { model } = useWorkbench()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    const { addDemo } = await import('./demo.ts')
    const id = await addDemo(care, model)
    if (id !== null) await navigate({ to: '/person/$id', params: { id } })
    setBusy(false)
  }
  return (
    <Press onPress={() => void add()} disabled={busy} look="quiet">
      Look at a made-up client
    </Press>
  )
}

function Teach() {
  return (
    <Card tone="soft">
      <div className={styles.teach}>
        <h2>Nobody is here yet</h2>
        <p>What you record stays in this browser on this device. There is no account, and nothing is sent anywhere.</p>
        <ol>
          <li>Add a client, or choose to help yourself.</li>
          <li>Paint where it hurts and answer the questions about safety.</li>
          <li>Feel the spots that would explain it: each finding is one tap.</li>
          <li>Read the plan, change what you would do differently, and start the session.</li>
          <li>Ask again a day and two days later, and see whether it helps.</li>
        </ol>
      </div>
    </Card>
  )
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}
