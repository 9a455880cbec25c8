/** What can be measured at a spot: threshold, power and movement, left against right; large steps, no typing. */
import { useState } from 'react'
import { type Course, doseValue, keyOf, type Spot } from 'unknot'
import type { Side } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press } from '../parts/parts.tsx'
import { Stepper } from '../parts/stepper.tsx'
import styles from './examine.module.css'
import { Movements } from './range.tsx'
import { Strength } from './strength.tsx'
import { useRound, withdrawal } from './undo.ts'

const units = [
  { value: 'kPa', label: 'kPa' },
  { value: 'kg/cm2', label: 'kg/cm²' },
  { value: 'N/cm2', label: 'N/cm²' },
] as const
type Unit = (typeof units)[number]['value']

/** One of each in kilopascal. */
const kPaOf: Record<Unit, number> = { kPa: 1, 'kg/cm2': 98.07, 'N/cm2': 10 }
const stepOf: Record<Unit, number> = { kPa: 10, 'kg/cm2': 0.1, 'N/cm2': 1 }
const digitsOf: Record<Unit, number> = { kPa: 0, 'kg/cm2': 1, 'N/cm2': 0 }

/** The unit of the device in hand stays chosen from point to point. */
let usualUnit: Unit = 'kPa'

const startKPa = 250

export function Measures({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const [open, setOpen] = useState(false)
  if (course.person.setting === 'self') return null
  if (!open) return <Press onPress={() => setOpen(true)}>Measure threshold, power, movement</Press>
  return (
    <>
      <Strength key={`power ${keyOf(spot)}`} course={course} spot={spot} />
      <Movements course={course} spot={spot} />
      <Threshold key={keyOf(spot)} course={course} spot={spot} />
    </>
  )
}

export function otherSideOf(spot: Spot): Spot {
  return { ...spot, side: spot.side === 'left' ? 'right' : 'left' }
}

function Threshold({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const { knowledge } = useWorkbench().model
  const [unit, setUnit] = useState<Unit>(usualUnit)
  const here = lastOf(course, spot)
  const there = lastOf(course, otherSideOf(spot))
  const show = (kPa: number) =>
    `${(kPa / kPaOf[unit]).toFixed(digitsOf[unit])} ${units.find((one) => one.value === unit)!.label}`
  const errorKPa =
    spot.muscle === 'trapezius' && spot.part === 'upper'
      ? doseValue(knowledge, 'ppt.mdc_kpa.upper_trapezius')
      : doseValue(knowledge, 'ppt.mdc_share.other') * (Math.max(here ?? 0, there ?? 0) || startKPa)
  return (
    <Card>
      <h3>Pressure at which it turns into pain</h3>
      <p className={parts.muted}>
        Three readings on 1 cm², half a minute apart: set their mean. For comparing within one person only.
      </p>
      <Choose
        label="Unit"
        options={units}
        chosen={unit}
        onChoose={(next) => {
          usualUnit = next
          setUnit(next)
        }}
        columns={3}
      />
      {[spot, otherSideOf(spot)]
        .toSorted((a) => (a.side === 'left' ? -1 : 1))
        .map((one) => (
          <SideThreshold
            key={one.side}
            spot={one}
            unit={unit}
            kept={one.side === spot.side ? here : there}
            show={show}
          />
        ))}
      {here !== null && there !== null && (
        <p className={styles.compare} role="status">
          {compared(here, there, spot.side, show, errorKPa)}
        </p>
      )}
    </Card>
  )
}

function SideThreshold({
  spot,
  unit,
  kept,
  show,
}: {
  readonly spot: Spot
  readonly unit: Unit
  readonly kept: number | null
  readonly show: (kPa: number) => string
}) {
  const round = useRound()
  const [kPa, setKPa] = useState(kept ?? startKPa)
  const word = sideName(spot.side)
  const keep = () =>
    round.act(
      `Threshold, ${word.toLowerCase()}`,
      { kind: 'measured', instrument: 'ppt', values: { kPa }, spot },
      (course) =>
        withdrawal(course, (one) => one.instrument === 'ppt' && one.spot !== null && keyOf(one.spot) === keyOf(spot)),
    )
  return (
    <div className={styles.oneSide}>
      <h4>
        {word} <span role="status">{kept === null ? 'not measured' : `kept: ${show(kept)}`}</span>
      </h4>
      <div className={styles.setAndKeep}>
        <Stepper
          label={`Threshold, ${word.toLowerCase()}`}
          value={kPa / kPaOf[unit]}
          min={stepOf[unit]}
          max={1500 / kPaOf[unit]}
          step={stepOf[unit]}
          show={(value) => show(value * kPaOf[unit])}
          onValue={(value) => setKPa(value * kPaOf[unit])}
        />
        <Press onPress={keep} label={`Keep the threshold, ${word.toLowerCase()}`}>
          Keep
        </Press>
      </div>
    </div>
  )
}

function lastOf(course: Course, spot: Spot): number | null {
  const last = course.measures.findLast(
    (one) => one.instrument === 'ppt' && one.spot !== null && keyOf(one.spot) === keyOf(spot),
  )
  return last?.values.kPa ?? null
}

function compared(here: number, there: number, side: Side, show: (kPa: number) => string, errorKPa: number): string {
  const less = Math.abs(here - there)
  if (less <= errorKPa) return `Left and right differ by ${show(less)}: no more than the error of the measure.`
  const lower = here < there ? side : side === 'left' ? 'right' : 'left'
  return `${show(less)} lower on the ${lower}: more than the error of about ${show(errorKPa)}. It follows treatment; it proves nothing by itself.`
}

export function sideName(side: Side): string {
  return side === 'left' ? 'Left' : 'Right'
}
