/** One planned point: what is done there, why, and what it was before somebody changed it. */
import { useState } from 'react'
import {
  keyOf,
  movedPoint,
  type Plan,
  type PlannedPoint,
  type PlanState,
  type PointNumber,
  pointRange,
  spotPermission,
  withChoice,
  withoutPoint,
  withPointNumber,
} from 'unknot'
import type { Knowledge } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import type { Assessed } from '../clinic.ts'
import parts from '../parts/parts.module.css'
import { Badge, Choose, Press } from '../parts/parts.tsx'
import { Stepper } from '../parts/stepper.tsx'
import { minutesWord, muscleWord, recordName, spotWord, toolName } from '../words.ts'
import type { OnChange } from './course-numbers.tsx'
import styles from './plan.module.css'

type Props = {
  readonly plan: Plan
  readonly point: PlannedPoint
  readonly place: number
  readonly assessed: Assessed
  readonly changes: PlanState['changes']
  readonly onChange: OnChange
}

const fields: readonly {
  readonly field: PointNumber
  readonly name: string
  readonly unit: (value: number) => string
}[] = [
  { field: 'discomfort', name: 'discomfort', unit: (value) => `${value} of 10` },
  { field: 'holdS', name: 'hold', unit: (value) => `${value} s` },
  { field: 'reps', name: 'times', unit: String },
  { field: 'restS', name: 'rest between', unit: (value) => `${value} s` },
]

export function PointCard({ plan, point, place, assessed, changes, onChange }: Props) {
  const { inner, knowledge } = useWorkbench().model
  const [changing, setChanging] = useState(false)
  const key = keyOf(point)
  const { limits } = spotPermission(inner, point, assessed)
  const set = (field: PointNumber, wanted: number) => {
    const range = pointRange(point, field, plan.setting, limits, knowledge)
    const next = withPointNumber(plan, key, field, wanted, range)
    const now = next.points.find((one) => keyOf(one) === key)!
    onChange(field, key, String(point[field].value), String(now[field].value), next)
  }
  return (
    <article className={styles.point} aria-labelledby={`point-${place}`}>
      <header className={styles.pointHead}>
        <span className={styles.place}>{place}</span>
        <h3 id={`point-${place}`}>{spotWord(knowledge, point)}</h3>
        <p>
          {point.because.join(' ')} {!point.isConfirmed && <Badge tone="care">feel for it first</Badge>}
        </p>
      </header>
      {plan.setting === 'self' && <p className={parts.muted}>{muscleWord(knowledge, point)}</p>}
      <dl className={styles.strip}>
        {fields.map(({ field, name, unit }) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>{unit(point[field].value)}</dd>
            {field === 'discomfort' && <dd className={styles.cap}>never past {point.discomfortCap.value}</dd>}
          </div>
        ))}
      </dl>
      <p>
        {recordName(knowledge.techniques, point.technique.value)}. {toolName(knowledge, point.tool.value)}. About{' '}
        {minutesWord(point.seconds)}.
      </p>
      <Unusual point={point} changes={changes} />
      {point.notes.length > 0 && <p className={styles.mind}>{point.notes.join(' ')}</p>}
      <div className={styles.foot}>
        <Reasons point={point} />
        {!changing && (
          <Press onPress={() => setChanging(true)} label={`Change point ${place}`}>
            Change
          </Press>
        )}
      </div>
      {changing && (
        <Change plan={plan} point={point} limitsOff={limits} set={set} onChange={onChange} assessed={assessed} />
      )}
    </article>
  )
}

/** What is not as usual stays in sight: less after soreness, kept below a limit, changed by hand. */
function Unusual({ point, changes }: { readonly point: PlannedPoint; readonly changes: PlanState['changes'] }) {
  type Said = { readonly name: string; readonly was: string | undefined; readonly because: readonly string[] }
  const said = fields.flatMap(({ field, name }): Said[] => {
    const was = changes.find((one) => one.field === field)?.from
    const because = point[field].because.filter((one) => !isUsual(one))
    return because.length === 0 && was === undefined ? [] : [{ name, was, because }]
  })
  for (const [name, { because }] of [
    ['never past', point.discomfortCap],
    ['technique', point.technique],
    ['with', point.tool],
  ] as const) {
    const own = because.filter((one) => !isUsual(one))
    if (own.length > 0) said.push({ name, was: undefined, because: own })
  }
  if (said.length === 0) return null
  return (
    <ul className={styles.unusual}>
      {said.map(({ name, was, because }) => (
        <li key={name}>
          <strong>{name}:</strong> {because.join(' ')} {was !== undefined && <span>It was {was}.</span>}
        </li>
      ))}
    </ul>
  )
}

/** Reasons that say only that a number is what it always is wait behind a line. */
function isUsual(because: string): boolean {
  return /^(It is the|The) usual(?!.*ruled out)|^The gentle dose/.test(because)
}

function Reasons({ point }: { readonly point: PlannedPoint }) {
  const stretch = point.stretch.value
  const cap = point.discomfortCap
  return (
    <details className={parts.fold}>
      <summary>Why, and afterwards</summary>
      <dl className={styles.why}>
        {fields.map(({ field, name, unit }) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>
              {unit(point[field].value)}. {point[field].because.join(' ')}
            </dd>
          </div>
        ))}
        <div>
          <dt>never past</dt>
          <dd>
            {cap.value} of 10. {cap.because.join(' ')}
          </dd>
        </div>
        <div>
          <dt>technique</dt>
          <dd>{point.technique.because.join(' ')}</dd>
        </div>
        <div>
          <dt>with</dt>
          <dd>{point.tool.because.join(' ')}</dd>
        </div>
        <div>
          <dt>afterwards</dt>
          <dd>
            {stretch === null ? '' : `${stretch.how} ${stretch.holdS} s, ${stretch.reps} times. `}
            {point.stretch.because.join(' ')} Then {point.movementReps.value} slow movements through the whole way.
          </dd>
        </div>
      </dl>
    </details>
  )
}

type ChangeProps = {
  readonly plan: Plan
  readonly point: PlannedPoint
  readonly assessed: Assessed
  readonly limitsOff: {
    readonly toolsOff: readonly string[]
    readonly techniquesOff: readonly string[]
    readonly techniquesOnly: readonly string[] | null
  }
  readonly set: (field: PointNumber, wanted: number) => void
  readonly onChange: OnChange
}

function Change({ plan, point, assessed, limitsOff, set, onChange }: ChangeProps) {
  const { inner, knowledge } = useWorkbench().model
  const key = keyOf(point)
  const { limits } = spotPermission(inner, point, assessed)
  const part = knowledge.muscles.find((one) => one.id === point.muscle)?.parts.find((one) => one.id === point.part)
  const choice = (field: 'technique' | 'tool', value: string) =>
    onChange(field, key, point[field].value, value, withChoice(plan, key, field, value))
  const tools = plan.setting === 'clinic' ? (part?.clinic.treat.contacts ?? []) : (part?.clinic.self.tools ?? [])
  return (
    <>
      <div className={styles.change}>
        {fields.map(({ field, name, unit }) => (
          <div key={field}>
            <h4>{name}</h4>
            <Stepper
              label={name}
              value={point[field].value}
              {...pointRange(point, field, plan.setting, limits, knowledge)}
              show={unit}
              onValue={(value) => set(field, value)}
            />
          </div>
        ))}
      </div>
      <Options
        label="Technique"
        ids={allowedTechniques(knowledge, plan.setting, limitsOff)}
        records={knowledge.techniques}
        chosen={point.technique.value}
        onChoose={(value) => choice('technique', value)}
      />
      <Options
        label="With"
        ids={tools.filter((id) => !limitsOff.toolsOff.includes(id))}
        records={knowledge.tools}
        chosen={point.tool.value}
        onChoose={(value) => choice('tool', value)}
      />
      <div className={parts.row}>
        <Press onPress={() => onChange('order', key, 'later', 'earlier', movedPoint(plan, key, -1))}>Earlier</Press>
        <Press onPress={() => onChange('order', key, 'earlier', 'later', movedPoint(plan, key, 1))}>Later</Press>
        {plan.points.length > 1 && (
          <Press onPress={() => onChange('point', key, 'in', 'left out', withoutPoint(plan, key))}>Leave it out</Press>
        )}
      </div>
    </>
  )
}

function allowedTechniques(
  knowledge: Knowledge,
  setting: Plan['setting'],
  limits: ChangeProps['limitsOff'],
): readonly string[] {
  return knowledge.techniques
    .filter(({ kind }) => ['pressure', 'stroke', 'position'].includes(kind))
    .filter(({ self }) => setting === 'clinic' || self !== 'no')
    .map(({ id }) => id)
    .filter((id) => !limits.techniquesOff.includes(id))
    .filter((id) => limits.techniquesOnly === null || limits.techniquesOnly.includes(id))
}

function Options({
  label,
  ids,
  records,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly ids: readonly string[]
  readonly records: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: string
  readonly onChoose: (value: string) => void
}) {
  if (ids.length < 2) return null
  const options = ids.map((value) => ({ value, label: recordName(records, value) }))
  return (
    <div>
      <h4 className={parts.muted}>{label}</h4>
      <Choose label={label} options={options} chosen={chosen} onChoose={onChoose} />
    </div>
  )
}
