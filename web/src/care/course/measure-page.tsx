/** The instruments, as their licences allow: free ones question by question, of the others the total only. */
import { type ReactNode, useState } from 'react'
import { type Course, changeOf, type Measure, scoreOf } from 'unknot'
import type { Knowledge } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Badge, Card, Choose, Press, Scale } from '../parts/parts.tsx'
import { agoWord } from '../words.ts'
import styles from './course.module.css'

type Instrument = Knowledge['instruments'][number]
type Answers = Readonly<Record<string, number>>

const usual = ['om-01', 'om-02', 'om-03', 'om-04', 'om-14', 'om-16']
const dayMs = 86_400_000

/** What an instrument asks, for whoever does not know its name. */
const plainNames: Readonly<Record<string, string>> = {
  'om-01': 'How strong is the pain?',
  'om-02': 'How does it get in the way?',
  'om-03': 'What is hard to do?',
  'om-04': 'Better or worse than at the start?',
  'om-14': 'Worry and low mood',
  'om-16': 'Sleep, stress, activity',
}

export function MeasurePage() {
  useTitle('Measure')
  return <WithCourse>{(course) => <MeasureAll key={course.person.id} course={course} />}</WithCourse>
}

function MeasureAll({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const go = useGo(course)
  const first = usual.flatMap((id) => knowledge.instruments.filter((one) => one.id === id))
  const rest = knowledge.instruments.filter((one) => one.bundled !== 'own' && !usual.includes(one.id))
  return (
    <Frame course={course} step="course">
      <h1>Measure</h1>
      <p className={parts.lead}>
        At the start, every two weeks, and at the end. Each is kept as soon as it is complete.
      </p>
      {first.map((instrument) => (
        <Form key={instrument.id} course={course} instrument={instrument} />
      ))}
      <details className={parts.details}>
        <summary>Other questionnaires ({rest.length})</summary>
        <p className={parts.muted}>
          Those that belong to somebody are filled in elsewhere; only their total is kept here.
        </p>
        {rest.map((instrument) => (
          <Form key={instrument.id} course={course} instrument={instrument} />
        ))}
      </details>
      <Press onPress={() => go('course')} look="primary" wide>
        To the course
      </Press>
    </Frame>
  )
}

function Form({ course, instrument }: { readonly course: Course; readonly instrument: Instrument }) {
  const [open, setOpen] = useState(false)
  const all = course.measures.filter((one) => one.instrument === instrument.id && one.session === null)
  const isTotal = instrument.bundled === 'total-only'
  const heading = plainNames[instrument.id] ?? instrument.name
  return (
    <Card>
      <div className={styles.asked}>
        <div>
          <h2>{heading}</h2>
          <p className={parts.muted}>
            {[instrument.name, instrument.measures].filter((one) => one !== heading).join('. ')}.
          </p>
        </div>
        {!open && (
          <Press onPress={() => setOpen(true)} label={`${isTotal ? 'Total of' : 'Answer'} ${instrument.name}`}>
            {isTotal ? 'Enter the total' : 'Answer'}
          </Press>
        )}
      </div>
      {!open && <Standing course={course} instrument={instrument} />}
      {open &&
        (isTotal ? (
          <Total course={course} instrument={instrument} onDone={() => setOpen(false)} />
        ) : (
          <Questions
            course={course}
            instrument={instrument}
            words={all.at(-1)?.words ?? {}}
            onDone={() => setOpen(false)}
          />
        ))}
      {open && (
        <p className={parts.muted}>
          {instrument.score.text} {[...instrument.mdc, ...instrument.mcid].map(sizeWords).join(' ')}{' '}
          {instrument.licence}
        </p>
      )}
    </Card>
  )
}

/** What was answered last, what it comes to, and what that means beside the first time. */
function Standing({ course, instrument }: { readonly course: Course; readonly instrument: Instrument }) {
  const care = useCare()
  const { knowledge } = useWorkbench().model
  const all = course.measures.filter((one) => one.instrument === instrument.id && one.session === null)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return null
  const [from, to] = [scoreOf(instrument, first.values), scoreOf(instrument, last.values)]
  const isDue = instrument.when.includes('two-weekly') && care.now() - last.atMs > 14 * dayMs
  return (
    <>
      <p role="status">
        {to.kind === 'score' && (
          <>
            <strong>{Math.round(to.value * 10) / 10}</strong> on {instrument.score.min} to {instrument.score.max},{' '}
          </>
        )}
        {instrument.score.better} is better. Kept {agoWord(last.atMs, care.now())}.{' '}
        {isDue && <Badge tone="care">due</Badge>}
      </p>
      {to.kind === 'score' && to.notes.map((note) => <p key={note}>{note}</p>)}
      {from.kind === 'score' && to.kind === 'score' && all.length > 1 && (
        <p>
          From {Math.round(from.value * 10) / 10}.{' '}
          {isSized(instrument) && changeOf(measureOf(instrument), from.value, to.value, knowledge).say}
        </p>
      )}
    </>
  )
}

function measureOf(instrument: Instrument): Measure {
  const own = { 'om-01': 'nprs', 'om-02': 'peg', 'om-03': 'psfs' } as const
  const kind = own[instrument.id as keyof typeof own]
  return kind === undefined ? { kind: 'instrument', instrument } : { kind }
}

/** A figure that nobody has looked up yet says so. */
function sizeWords({ text, checked }: Instrument['mdc'][number]): string {
  return checked === false ? `${text.replace(/\.$/, '')} (often quoted, not looked up).` : text
}

/** Whether the record knows how much of a change is error. */
function isSized({ mdc }: Instrument): boolean {
  return mdc.some((one) => one.unit === 'points' || one.unit === 'T')
}

type FormProps = { readonly course: Course; readonly instrument: Instrument; readonly onDone: () => void }

function Questions({
  course,
  instrument,
  words: before,
  onDone,
}: FormProps & { readonly words: Readonly<Record<string, string>> }) {
  const care = useCare()
  const [values, setValues] = useState<Answers>({})
  const [words, setWords] = useState<Readonly<Record<string, string>>>(before)
  const isOwn = instrument.id === 'om-03'
  const items = instrument.items.filter((item) => item.id !== 'evoked')
  const needed = isOwn ? items.filter((item) => (words[item.id] ?? '').trim() !== '') : items
  const left = needed.filter((item) => values[item.id] === undefined).length
  const isWhole = needed.length > 0 && left === 0
  const keep = async () => {
    const kept = Object.fromEntries(needed.map((item) => [item.id, values[item.id]!]))
    const body = { kind: 'measured' as const, instrument: instrument.id, values: kept }
    if (await care.record(course.person.id, isOwn ? { ...body, words } : body)) onDone()
  }
  return (
    <>
      {items.map((item) => (
        <Asked key={item.id}>
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
        </Asked>
      ))}
      <Press look="primary" onPress={() => void keep()} disabled={!isWhole} wide>
        {isWhole || needed.length === 0 ? 'Keep the answers' : `${left} still open`}
      </Press>
    </>
  )
}

function Asked({ children }: { readonly children: ReactNode }) {
  return <div style={{ display: 'grid', gap: 8 }}>{children}</div>
}

function Total({ course, instrument, onDone }: FormProps) {
  const care = useCare()
  const [text, setText] = useState('')
  const { min, max } = instrument.score
  const total = Number.parseFloat(text.replace(',', '.'))
  const isWrong = text !== '' && scoreOf(instrument, { total }).kind !== 'score'
  const keep = async () => {
    const body = { kind: 'measured' as const, instrument: instrument.id, values: { total } }
    if (await care.record(course.person.id, body)) onDone()
  }
  return (
    <>
      <label className={parts.field}>
        Total, {min} to {max}
        <input
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={isWrong}
          maxLength={6}
          autoComplete="off"
        />
      </label>
      <Press look="primary" onPress={() => void keep()} disabled={text === '' || isWrong || Number.isNaN(total)} wide>
        {isWrong ? `It goes from ${min} to ${max}` : 'Keep the total'}
      </Press>
    </>
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
