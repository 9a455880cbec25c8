/** A number by two large buttons; arrow keys work as in any slider. */
import type { KeyboardEvent } from 'react'
import styles from './stepper.module.css'

type Props = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly show: (value: number) => string
  readonly onValue: (value: number) => void
}

export function Stepper({ label, value, min, max, step, show, onValue }: Props) {
  const to = (next: number) => onValue(Math.min(max, Math.max(min, Math.round(next / step) * step)))
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    to(value + by)
  }
  return (
    <div className={styles.stepper}>
      <button type="button" onClick={() => to(value - step)} disabled={value <= min} aria-label={`${label}: less`}>
        −
      </button>
      <div
        className={styles.value}
        role="spinbutton"
        tabIndex={0}
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuetext={show(value)}
        onKeyDown={onKey}
      >
        {show(value)}
      </div>
      <button type="button" onClick={() => to(value + step)} disabled={value >= max} aria-label={`${label}: more`}>
        +
      </button>
    </div>
  )
}
