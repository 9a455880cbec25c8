/** One planned point: what is done there, why, and what it was before somebody changed it. */
import { useState } from 'react'
import {
  type Explained,
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
import { minutesWord, recordName, spotWord, toolName } from '../words.ts'
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
  { field: 'discomfort', name: 'wanted discomfort', unit: (value) => `${value} of 10` },
  { field: 'holdS', name: 'hold', unit: (value) => `${value} s` },
  { field: 'reps', name: 'times', unit: (value) => `${value} ×` },
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
  const stretch = point.stretch.value
  return (
    <article className={styles.point} aria-labelledby={`point-${place}`}>
      <header className={styles.pointHead}>
        <span className={styles.place}>{place}</span>
        <h3 id={`point-${place}`}>{spotWord(knowledge, point)}</h3>
        <p>
          {point.because.join(' ')} {!point.isConfirmed && <Badge tone="care">feel for it first</Badge>}
        </p>
      </header>
      <div className={styles.numbers}>
        {fields.map(({ field, name, unit }) => (
          <Figure
            key={field}
            name={name}
            explained={point[field]}
            unit={unit}
            was={changes.find((one) => one.field === field)?.from}
          />
        ))}
      </div>
      <dl className={styles.why}>
        <div>
          <dt>Technique</dt>
          <dd>
            {recordName(knowledge.techniques, point.technique.value)}. {point.technique.because.join(' ')}
          </dd>
        </div>
        <div>
          <dt>With</dt>
          <dd>
            {toolName(knowledge, point.tool.value)}. {point.tool.because.join(' ')}
          </dd>
        </div>
        <div>
          <dt>Never past</dt>
          <dd>
            {point.discomfortCap.value} of 10. {point.discomfortCap.because.join(' ')}
          </dd>
        </div>
        <div>
          <dt>Afterwards</dt>
          <dd>
            {stretch === null ? '' : `${stretch.how} ${stretch.holdS} s, ${stretch.reps} times. `}
            {point.stretch.because.join(' ')} Then {point.movementReps.value} slow movements through the whole way.
          </dd>
        </div>
        {point.notes.length > 0 && (
          <div>
            <dt>Mind</dt>
            <dd>{point.notes.join(' ')}</dd>
          </div>
        )}
      </dl>
      {changing ? (
        <Change plan={plan} point={point} limitsOff={limits} set={set} onChange={onChange} assessed={assessed} />
      ) : (
        <div className={`${parts.row} ${parts.between}`}>
          <span className={parts.muted}>About {minutesWord(point.seconds)}</span>
          <Press look="quiet" onPress={() => setChanging(true)} label={`Change point ${place}`}>
            Change
          </Press>
        </div>
      )}
    </article>
  )
}

function Figure({
  name,
  explained,
  unit,
  was,
}: {
  readonly name: string
  readonly explained: Explained<number>
  readonly unit: (value: number) => string
  readonly was: string | undefined
}) {
  return (
    <div className={styles.number}>
      <b>{unit(explained.value)}</b>
      <span>{name}</span>
      <small>{explained.because.join(' ')}</small>
      {was !== undefined && <small className={styles.was}>It was {was}.</small>}
    </div>
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
