/** The free instruments, as their licences allow: one question after the other, each answered by a tap. */
import { useState } from 'react'
import type { Course } from 'unknot'
import type { Knowledge } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press, Scale } from '../parts/parts.tsx'

type Instrument = Knowledge['instruments'][number]

const offered = ['om-01', 'om-02', 'om-03', 'om-04', 'om-14']

export function MeasurePage() {
  useTitle('Measure')
  return <WithCourse>{(course) => <Measure key={course.person.id} course={course} />}</WithCourse>
}

function Measure({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const go = useGo(course)
  const instruments = offered.flatMap((id) => knowledge.instruments.filter((one) => one.id === id))
  return (
    <Frame course={course} step="course">
      <h1>Measure</h1>
      <p className={parts.lead}>
        At the start, every two weeks, and at the end. Each is kept as soon as it is complete.
      </p>
      {instruments.map((instrument) => (
        <Form key={instrument.id} course={course} instrument={instrument} />
      ))}
      <Press onPress={() => go('course')} look="primary" wide>
        To the course
      </Press>
    </Frame>
  )
}

function Form({ course, instrument }: { readonly course: Course; readonly instrument: Instrument }) {
  const care = useCare()
  const before = course.measures.findLast((one) => one.instrument === instrument.id)
  const [open, setOpen] = useState(false)
  const [values, setValues] = useState<Readonly<Record<string, number>>>({})
  const [words, setWords] = useState<Readonly<Record<string, string>>>(before?.words ?? {})
  const isOwn = instrument.id === 'om-03'
  const items = instrument.items.filter((item) => item.id !== 'evoked')
  const needed = isOwn ? items.filter((item) => (words[item.id] ?? '').trim() !== '') : items
  const isWhole = needed.length > 0 && needed.every((item) => values[item.id] !== undefined)
  const keep = async () => {
    const kept = Object.fromEntries(needed.map((item) => [item.id, values[item.id]!]))
    const body = { kind: 'measured' as const, instrument: instrument.id, values: kept }
    if (!(await care.record(course.person.id, isOwn ? { ...body, words } : body))) return
    setValues({})
    setOpen(false)
  }
  return (
    <Card>
      <div className={`${parts.row} ${parts.between}`}>
        <h2>{instrument.name}</h2>
        {!open && (
          <Press onPress={() => setOpen(true)} label={`Answer ${instrument.name}`}>
            Answer
          </Press>
        )}
      </div>
      {before !== undefined && !open && <p role="status">Kept: {Object.values(before.values).join(', ')}</p>}
      {open &&
        items.map((item) => (
          <div key={item.id} style={{ display: 'grid', gap: 8 }}>
            {isOwn ? (
              <label className={parts.field}>
                {item.text}
                <input
                  value={words[item.id] ?? ''}
                  onChange={(event) => setWords({ ...words, [item.id]: event.target.value })}
                  maxLength={120}
                />
              </label>
            ) : (
              <h3>{item.text}</h3>
            )}
            <Item
              item={item}
              value={values[item.id] ?? null}
              onValue={(value) => setValues({ ...values, [item.id]: value })}
            />
          </div>
        ))}
      {open && (
        <Press look="primary" onPress={() => void keep()} disabled={!isWhole} wide>
          Keep the answers
        </Press>
      )}
    </Card>
  )
}

function Item({
  item,
  value,
  onValue,
}: {
  readonly item: Instrument['items'][number]
  readonly value: number | null
  readonly onValue: (value: number) => void
}) {
  if (item.options !== undefined) {
    return <Choose label={item.text} options={item.options} chosen={value} onChoose={onValue} columns={2} />
  }
  if (item.min === 0 && item.max === 10) {
    return <Scale label={item.text} value={value} onValue={onValue} low={item.lowLabel} high={item.highLabel} />
  }
  const options = Array.from({ length: item.max - item.min + 1 }, (_, index) => ({
    value: item.min + index,
    label: String(item.min + index),
  }))
  return (
    <>
      <Choose label={item.text} options={options} chosen={value} onChoose={onValue} />
      <p className={parts.muted}>
        {item.min}: {item.lowLabel}. {item.max}: {item.highLabel}.
      </p>
    </>
  )
}
