/** Movements that records say this muscle limits: left against right, the usual range, what a measure swings by itself. */
import { useState } from 'react'
import type { Course, Measured, Spot } from 'unknot'
import type { Knowledge, Side } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import parts from '../parts/parts.module.css'
import { Card, Press } from '../parts/parts.tsx'
import { Stepper } from '../parts/stepper.tsx'
import styles from './examine.module.css'
import { sideName } from './measures.tsx'
import { useRound, withdrawal } from './undo.ts'

type Movement = Knowledge['movements'][number]

export function Movements({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const { knowledge } = useWorkbench().model
  const part = knowledge.muscles.find((one) => one.id === spot.muscle)?.parts.find((one) => one.id === spot.part)
  const wanted = new Set((part?.clinic.limits ?? []).map((limit) => limit.movement))
  const known = knowledge.movements.filter((one) => wanted.has(one.id) && one.normal?.unit === 'deg')
  return known.map((record) => <OneMovement key={record.id} course={course} record={record} />)
}

/**
 * Neck and trunk turn and bend to both sides; a limb has the movement on each side, but its records carry no direction,
 * so that its angle is kept under the same name with the side behind it.
 */
function OneMovement({ course, record }: { readonly course: Course; readonly record: Movement }) {
  const isMiddle = record.directions === 'none' && middle.has(record.joint ?? '')
  const ids: readonly (readonly [string, Side | null])[] = isMiddle
    ? [[record.id, null]]
    : [
        [`${record.id}-left`, 'left'],
        [`${record.id}-right`, 'right'],
      ]
  const normal = record.normal!
  const error = record.measurementError
  const [left, right] = ids.map(([id]) => lastOf(course.measures, id)?.values.deg)
  return (
    <Card>
      <h3>{record.name}</h3>
      <p className={parts.muted}>
        {normal.checked === false ? 'Often given as usual' : 'Usual'}:{' '}
        {normal.from === normal.to ? normal.from : `${normal.from} to ${normal.to}`} degrees.
        {error !== undefined &&
          ` A change of less than ${error.to} degrees may be error alone${error.checked === false ? ', it is often said' : ''}.`}
      </p>
      {ids.map(([id, side]) => (
        <Angle key={id} course={course} id={id} side={side} record={record} />
      ))}
      {left !== undefined && right !== undefined && (
        <p className={styles.compare} role="status">
          {compared(left, right, error?.to ?? usualError)}
        </p>
      )}
    </Card>
  )
}

/** Joints without a left and a right. */
const middle: ReadonlySet<string> = new Set(['neck', 'thoracic', 'thoracolumbar', 'lumbar', 'lumbosacral', 'jaw'])
/** Degrees, where no error of the measure is known: a phone's. */
const usualError = 10

function Angle({
  course,
  id,
  side,
  record,
}: {
  readonly course: Course
  readonly id: string
  readonly side: Side | null
  readonly record: Movement
}) {
  const round = useRound()
  const last = lastOf(course.measures, id)
  const [deg, setDeg] = useState(last?.values.deg ?? record.normal!.from)
  const name = side === null ? record.name : `${record.name}, ${side}`
  const keep = () =>
    round.act(name, { kind: 'measured', instrument: 'rom', values: { deg }, movement: id }, (now) =>
      withdrawal(now, (one) => one.instrument === 'rom' && one.movement === id),
    )
  return (
    <div className={styles.oneSide}>
      <h4>
        {side === null ? 'Now' : sideName(side)}{' '}
        <span role="status">{last === undefined ? 'not measured' : `kept: ${last.values.deg}°`}</span>
      </h4>
      <div className={styles.setAndKeep}>
        <Stepper label={name} value={deg} min={0} max={200} step={5} show={(value) => `${value}°`} onValue={setDeg} />
        <Press onPress={keep} label={`Keep: ${name}`}>
          Keep
        </Press>
      </div>
    </div>
  )
}

function compared(left: number, right: number, error: number): string {
  const less = Math.abs(left - right)
  if (less <= error) return `Left and right differ by ${less}°: no more than the error of the measure.`
  return `${less}° less on the ${left < right ? 'left' : 'right'}: more than the error of ${error}°.`
}

function lastOf(measures: readonly Measured[], movement: string): Measured | undefined {
  return measures.findLast((one) => one.instrument === 'rom' && one.movement === movement)
}
