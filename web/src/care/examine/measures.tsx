/** Pressure threshold at a spot and the movements that its muscle limits: numbers by large steps, no typing. */
import { useState } from 'react'
import { type Course, keyOf, type Measured, type Spot } from 'unknot'
import type { Knowledge } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press } from '../parts/parts.tsx'
import { Stepper } from '../parts/stepper.tsx'

const units = [
  { value: 'kPa', label: 'kPa' },
  { value: 'kg/cm2', label: 'kg/cm²' },
  { value: 'N/cm2', label: 'N/cm²' },
] as const
type Unit = (typeof units)[number]['value']

/** One of each in kilopascal. */
const kPaOf: Record<Unit, number> = { kPa: 1, 'kg/cm2': 98.07, 'N/cm2': 10 }
const stepOf: Record<Unit, number> = { kPa: 10, 'kg/cm2': 0.1, 'N/cm2': 1 }

export function Measures({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <Press look="quiet" onPress={() => setOpen(true)}>
        Measure threshold and movement
      </Press>
    )
  }
  return (
    <>
      <Threshold key={keyOf(spot)} course={course} spot={spot} />
      <Movements course={course} spot={spot} />
    </>
  )
}

function Threshold({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const care = useCare()
  const [unit, setUnit] = useState<Unit>('kPa')
  const last = course.measures.findLast(
    (one) => one.instrument === 'ppt' && one.spot !== null && keyOf(one.spot) === keyOf(spot),
  )
  const [kPa, setKPa] = useState(last?.values.kPa ?? 250)
  const shown = kPa / kPaOf[unit]
  const digits = unit === 'kg/cm2' ? 1 : 0
  const keep = () => void care.record(course.person.id, { kind: 'measured', instrument: 'ppt', values: { kPa }, spot })
  return (
    <Card>
      <h3>Pressure at which it turns into pain</h3>
      <p className={parts.muted}>
        Three readings, half a minute apart: set their mean. To compare within one person only.
      </p>
      <Choose label="Unit" options={units} chosen={unit} onChoose={setUnit} columns={3} />
      <Stepper
        label="Threshold"
        value={shown}
        min={0.1}
        max={1500 / kPaOf[unit]}
        step={stepOf[unit]}
        show={(value) => `${value.toFixed(digits)} ${units.find((one) => one.value === unit)!.label}`}
        onValue={(value) => setKPa(value * kPaOf[unit])}
      />
      <Press onPress={keep}>Keep this threshold</Press>
      {last !== undefined && <p role="status">Kept: {(last.values.kPa! / kPaOf[unit]).toFixed(digits)}</p>}
    </Card>
  )
}

/** Movements that records say this muscle limits, with their usual range and what a measure swings by itself. */
function Movements({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const { knowledge } = useWorkbench().model
  const part = knowledge.muscles.find((one) => one.id === spot.muscle)?.parts.find((one) => one.id === spot.part)
  const wanted = [
    ...new Set(
      (part?.clinic.limits ?? []).map((limit) =>
        limit.towards === undefined
          ? limit.movement
          : `${limit.movement}-${limit.towards === 'same' ? spot.side : spot.side === 'left' ? 'right' : 'left'}`,
      ),
    ),
  ]
  const known = wanted.flatMap((id) => {
    const record = knowledge.movements.find(
      (one) => id === one.id || id === `${one.id}-left` || id === `${one.id}-right`,
    )
    return record?.normal === undefined || record.normal.unit !== 'deg' ? [] : [{ id, record }]
  })
  if (known.length === 0) return null
  return (
    <>
      {known.map(({ id, record }) => (
        <Movement key={id} course={course} id={id} record={record} />
      ))}
    </>
  )
}

function Movement({
  course,
  id,
  record,
}: {
  readonly course: Course
  readonly id: string
  readonly record: Knowledge['movements'][number]
}) {
  const care = useCare()
  const last = lastOf(course.measures, id)
  const [deg, setDeg] = useState(last?.values.deg ?? record.normal!.from)
  const towards = id.endsWith('-left') ? ' to the left' : id.endsWith('-right') ? ' to the right' : ''
  const keep = () =>
    void care.record(course.person.id, { kind: 'measured', instrument: 'rom', values: { deg }, movement: id })
  const error = record.measurementError
  return (
    <Card>
      <h3>
        {record.name}
        {towards}
      </h3>
      <p className={parts.muted}>
        {record.normal!.checked === false ? 'Often given as usual' : 'Usual'}: {record.normal!.from} to{' '}
        {record.normal!.to} degrees.
        {error !== undefined &&
          ` A change of less than ${error.to} degrees may be error alone${error.checked === false ? ', it is often said' : ''}.`}
      </p>
      <Stepper
        label={`${record.name}${towards}`}
        value={deg}
        min={0}
        max={200}
        step={5}
        show={(value) => `${value}°`}
        onValue={setDeg}
      />
      <Press onPress={keep}>Keep this angle</Press>
      {last !== undefined && <p role="status">Kept: {last.values.deg}°</p>}
    </Card>
  )
}

function lastOf(measures: readonly Measured[], movement: string): Measured | undefined {
  return measures.findLast((one) => one.instrument === 'rom' && one.movement === movement)
}
