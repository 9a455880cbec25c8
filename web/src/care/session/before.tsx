/** Just before: the time there is, and how strong the pain is now. */
import { useState } from 'react'
import { type Course, type Plan, planCourse } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { useAssessed, useCourseRanking } from '../clinic.ts'
import { Frame } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Choose, Press, Scale } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import { wakeSound } from './sound.ts'

const clinicMinutes = [15, 30, 45, 60, 75, 90]
const selfMinutes = [5, 10, 15]

export function Before({ course, plan }: { readonly course: Course; readonly plan: Plan }) {
  const care = useCare()
  const { model } = useWorkbench()
  const assessed = useAssessed(course)
  const ranking = useCourseRanking(course)
  const [minutes, setMinutes] = useState(plan.session.minutes.value)
  const [pain, setPain] = useState<number | null>(null)
  const isSelf = plan.setting === 'self'
  const options = [...new Set([...(isSelf ? selfMinutes : clinicMinutes), plan.session.minutes.value])]
    .filter((one) => !isSelf || one <= 15)
    .sort((a, b) => a - b)
    .map((value) => ({ value, label: `${value} min` }))
  // another length is another plan: fewer or more points, by the same rules; what was changed by hand stays otherwise
  const made =
    minutes === plan.session.minutes.value
      ? plan
      : planCourse(model.inner, course, assessed, ranking, care.now(), minutes)
  const fitting = made.kind === 'plan' ? made : plan
  const begin = async () => {
    if (pain === null) return
    wakeSound()
    await care.record(
      course.person.id,
      { kind: 'measured', instrument: 'om-01', values: { now: pain } },
      { kind: 'session-started', plan: fitting, minutes },
    )
  }
  return (
    <Frame course={course} step="session">
      <h1>How is it now?</h1>
      <Scale label="Pain before the session" value={pain} onValue={setPain} />
      <h2>How much time is there?</h2>
      <Choose label="Minutes" options={options} chosen={minutes} onChoose={setMinutes} />
      <p className={parts.lead}>
        {fitting.points.length === 1 ? 'One point' : `${fitting.points.length} points`}:{' '}
        {fitting.points.map((point) => spotWord(model.knowledge, point)).join(', ')}.
      </p>
      <div className={parts.bar}>
        <Press look="primary" onPress={() => void begin()} disabled={pain === null}>
          {pain === null ? 'First the pain, 0 to 10' : 'Begin'}
        </Press>
      </div>
    </Frame>
  )
}
