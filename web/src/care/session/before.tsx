/** Just before: the time there is, and how strong the pain is now. */
import { useState } from 'react'
import { type Course, keyOf, type Plan, planCourse, withLengthOf } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { useAssessed, useCourseRanking } from '../clinic.ts'
import { Frame } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press, Scale, Toggle } from '../parts/parts.tsx'
import { partWords, spotWord } from '../words.ts'
import { wakeSound } from './sound.ts'

const clinicMinutes = [30, 45, 60, 90]
const selfMinutes = [5, 10, 15]

export function Before({ course, plan }: { readonly course: Course; readonly plan: Plan }) {
  const care = useCare()
  const { model } = useWorkbench()
  const assessed = useAssessed(course)
  const ranking = useCourseRanking(course)
  const planned = plan.session.minutes.value
  const [minutes, setMinutes] = useState(planned)
  const [pain, setPain] = useState<number | null>(null)
  const [agreed, setAgreed] = useState(false)
  const usual = plan.setting === 'self' ? selfMinutes : clinicMinutes
  const options = [...new Set([...usual, planned])]
    .sort((a, b) => a - b)
    .map((value) => ({ value, label: `${value} min` }))
  // another length is another plan: fewer or more points by the same rules, with what was changed by hand
  const fresh = minutes === planned ? null : planCourse(model.inner, course, assessed, ranking, care.now(), minutes)
  const fitting = fresh?.kind === 'plan' ? withLengthOf(plan, fresh) : plan
  const begin = async () => {
    if (pain === null) return
    wakeSound()
    await care.record(
      course.person.id,
      ...(agreed ? [{ kind: 'consent-told', agreed } as const] : []),
      { kind: 'measured', instrument: 'om-01', values: { now: pain } },
      { kind: 'session-started', plan: fitting, minutes: fitting.session.minutes.value },
    )
  }
  return (
    <Frame course={course} step="session">
      <h1>How is it now?</h1>
      <Scale label="Pain before the session" value={pain} onValue={setPain} />
      <h2>How much time is there?</h2>
      <Choose label="Minutes" options={options} chosen={minutes} onChoose={setMinutes} columns={options.length} />
      {plan.setting === 'clinic' && (
        <section className={parts.consent} aria-labelledby="consent">
          <h2 id="consent">Do they agree?</h2>
          <p className={parts.muted}>
            Say what will be pressed and how strongly, that it may be sore for a day or two, and that it stops at a
            word. What is tapped here stands in the note.
          </p>
          <Toggle on={agreed} onPress={() => setAgreed(!agreed)}>
            {agreed ? 'Explained, and they agree' : 'Tap when it is explained and they agree'}
          </Toggle>
        </section>
      )}
      <Fits plan={fitting} asked={minutes} />
      <div className={parts.bar}>
        <Press look="primary" onPress={() => void begin()} disabled={pain === null}>
          {pain === null ? 'First the pain, 0 to 10' : 'Begin'}
        </Press>
      </div>
    </Frame>
  )
}

/** Less than this is nobody's spare time. */
const spareMinutes = 5

/** What fits into the time, what does not and why, and where the rest of the time goes. */
function Fits({ plan, asked }: { readonly plan: Plan; readonly asked: number }) {
  const { knowledge } = useWorkbench().model
  const { minutes, parts: pieces } = plan.session
  const pressing = Math.round(plan.points.reduce((sum, point) => sum + point.seconds, 0) / 60)
  const beside = pieces.filter((one) => one.kind !== 'points').reduce((sum, one) => sum + one.minutes, 0)
  const spare = Math.round(minutes.value - pressing - beside)
  const waits = plan.leftOut.filter((one) => !one.isWorthChecking)
  return (
    <Card tone="soft">
      {minutes.value !== asked && (
        <p>
          <strong>{minutes.value} minutes.</strong> {minutes.because.join(' ')}
        </p>
      )}
      <h3>
        {plan.points.length === 1 ? 'One point' : `${plan.points.length} points`}, about {pressing} min
      </h3>
      <ol className={parts.plain}>
        {plan.points.map((point) => (
          <li key={keyOf(point)}>{spotWord(knowledge, point)}</li>
        ))}
      </ol>
      {waits.length > 0 && (
        <>
          <h3>Not in it</h3>
          <ul className={parts.plain}>
            {waits.map((one) => (
              <li key={keyOf(one)}>
                {spotWord(knowledge, one)}. <span className={parts.muted}>{one.because.join(' ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={parts.muted}>
        The rest:{' '}
        {pieces
          .filter((one) => one.kind !== 'points')
          .map((one) => `${partWords[one.kind].toLowerCase()} ${Math.max(1, Math.round(one.minutes))} min`)
          .join(', ')}
        .
        {spare >= spareMinutes &&
          ` About ${spare} min are left over: for talk, warmth and movement, not for more pressure.`}
      </p>
    </Card>
  )
}
