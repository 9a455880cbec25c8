/** Length, how often, how many: the course in four numbers, each with its reason. */
import { useState } from 'react'
import {
  type Course,
  type CourseNumber,
  courseRange,
  type Plan,
  type Spot,
  spotPermission,
  withCourseNumber,
} from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import type { Assessed } from '../clinic.ts'
import { Press } from '../parts/parts.tsx'
import { Stepper } from '../parts/stepper.tsx'
import styles from './plan.module.css'

export type OnChange = (field: string, target: string | null, from: string, to: string, next: Plan) => void

type Props = {
  readonly course: Course
  readonly plan: Plan
  readonly assessed: Assessed
  readonly onChange: OnChange
}

const words: Record<CourseNumber, { readonly unit: (value: number) => string; readonly name: string }> = {
  minutes: { unit: (value) => `${value} min`, name: 'a session' },
  sessionsAWeek: { unit: (value) => `${value} a week`, name: 'sessions' },
  restDays: { unit: (value) => (value === 1 ? '1 day' : `${value} days`), name: 'rest between' },
  sessionsBeforeDecision: { unit: (value) => `${value}`, name: 'sessions, then look again' },
}

export function CourseNumbers({ course, plan, assessed, onChange }: Props) {
  const { inner } = useWorkbench().model
  const [changing, setChanging] = useState(false)
  const explained = (field: CourseNumber) => (field === 'minutes' ? plan.session.minutes : plan[field])
  const limitsOf = (spot: Spot) => spotPermission(inner, spot, assessed).limits
  const [first] = plan.points
  const set = (field: CourseNumber, wanted: number) => {
    if (first === undefined) return
    const next = withCourseNumber(plan, field, wanted, courseRange(field, plan, limitsOf(first), inner.knowledge))
    const to = field === 'minutes' ? next.session.minutes.value : next[field].value
    onChange(field, null, String(explained(field).value), String(to), next)
  }
  const changes = course.plan?.changes ?? []
  const fields: readonly CourseNumber[] = ['minutes', 'sessionsAWeek', 'restDays', 'sessionsBeforeDecision']
  return (
    <>
      <div className={styles.numbers}>
        {fields.map((field) => {
          const was = changes.find((one) => one.target === null && one.field === field)
          return (
            <div key={field} className={styles.number}>
              <b>{words[field].unit(explained(field).value)}</b>
              <span>{words[field].name}</span>
              <small>{explained(field).because.join(' ')}</small>
              {was !== undefined && <small className={styles.was}>It was {was.from}.</small>}
            </div>
          )
        })}
      </div>
      {changing && first !== undefined ? (
        <div className={styles.change}>
          {fields.map((field) => {
            const range = courseRange(field, plan, limitsOf(first), inner.knowledge)
            return (
              <div key={field}>
                <h4>{words[field].name}</h4>
                <Stepper
                  label={words[field].name}
                  value={explained(field).value}
                  {...range}
                  show={words[field].unit}
                  onValue={(value) => set(field, value)}
                />
              </div>
            )
          })}
        </div>
      ) : (
        <div>
          <Press onPress={() => setChanging(true)}>Change these</Press>
        </div>
      )}
    </>
  )
}
