/** Somebody alone: who this is for, who should not, and the way in. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { drawingSchema } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useStore } from '../../store.ts'
import { type Sex, sexes } from '../add-person.tsx'
import { useCare } from '../care-context.tsx'
import { useTitle } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press } from '../parts/parts.tsx'
import { agoWord } from '../words.ts'

export function AlonePage() {
  useTitle('Help yourself')
  const care = useCare()
  const workbench = useWorkbench()
  const navigate = useNavigate()
  const mine = useStore(care.state, (state) => state.courses).filter((one) => one.person.setting === 'self')
  const [years, setYears] = useState('')
  const [sex, setSex] = useState<Sex | null>(null)
  const strokes = workbench.strokes()
  const age = years === '' ? null : Number.parseInt(years, 10)
  const begin = async () => {
    const name = mine.length === 0 ? 'Me' : `Me, ${mine.length + 1}`
    const id = await care.addPerson({
      name,
      setting: 'self',
      ...(age === null ? {} : { ageYears: age }),
      ...(sex === null ? {} : { sex }),
    })
    if (id === null) return
    if (strokes.length > 0) {
      const drawing = { schema: drawingSchema, body: workbench.model.body.edition, strokes } as const
      await care.record(id, { kind: 'drawing-saved', drawing })
    }
    await navigate({ to: '/person/$id/pain', params: { id } })
  }
  const isChild = age !== null && age < 18
  return (
    <div className={parts.column}>
      <h1>Help yourself</h1>
      <p className={parts.lead}>
        Paint where it hurts, answer the questions, and see what can be tried alone with your hands, a ball or a roller,
        and what cannot.
      </p>
      {mine.length > 0 && (
        <ul className={parts.list}>
          {mine.map((course) => (
            <li key={course.person.id}>
              <Link
                to="/person/$id"
                params={{ id: course.person.id }}
                className={`${parts.button} ${parts.primary} ${parts.wide}`}
              >
                Go on: {course.person.name}, {agoWord(course.lastMs, care.now())}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Card tone="warn">
        <h2>Do not press now</h2>
        <ul className={parts.plain}>
          <li>in the first three days of a new injury,</li>
          <li>with pain of more than 7 of 10 at rest,</li>
          <li>after alcohol or anything that makes drowsy,</li>
          <li>alone if you tend to faint,</li>
          <li>if pressing made it worse for more than a day, twice.</li>
        </ul>
      </Card>
      <Card>
        <h2>{mine.length > 0 ? 'Something new' : 'Begin'}</h2>
        <label className={parts.field}>
          Your age in years
          <input
            inputMode="numeric"
            value={years}
            onChange={(event) => setYears(event.target.value.replace(/\D/g, '').slice(0, 3))}
            autoComplete="off"
          />
        </label>
        <h3>Your sex</h3>
        <Choose label="Sex" options={sexes} chosen={sex} onChoose={(value) => setSex(value)} columns={3} />
        <p className={parts.muted}>
          You may leave both open: then more questions are asked, and the dose is the gentle one.
        </p>
        {isChild ? (
          <p role="alert">
            <strong>Under 18 this is not for you alone.</strong> Go to somebody who treats children, with a grown-up.
          </p>
        ) : (
          <Press look="primary" onPress={() => void begin()} wide disabled={age !== null && age > 120}>
            {strokes.length > 0 ? 'Go on with this drawing' : 'Paint where it hurts'}
          </Press>
        )}
      </Card>
      <p className={parts.muted}>Everything stays in this browser on this device. There is no account.</p>
    </div>
  )
}
