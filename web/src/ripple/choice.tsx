/** A few choices of which one holds: a row of radio buttons that looks like a switch. */
import { useId } from 'react'
import styles from './ripple.module.css'

type Props<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly of: readonly (readonly [value: Value, word: string])[]
  readonly onChange: (value: Value) => void
}

export function Choice<Value extends string>({ label, value, of, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choice} aria-label={label}>
      {of.map(([one, word]) => (
        <label key={one} data-on={one === value || undefined}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          {word}
        </label>
      ))}
    </fieldset>
  )
}
