/** The few pieces from which the screens of care are made: large, plain, told to a screen reader as they look. */
import type { ReactNode } from 'react'
import styles from './parts.module.css'

type Pressing = {
  readonly onPress: () => void
  readonly children: ReactNode
  readonly look?: 'primary' | 'quiet' | 'usual'
  readonly wide?: boolean
  readonly disabled?: boolean
  readonly label?: string
}

export function Press({ onPress, children, look = 'usual', wide, disabled, label }: Pressing) {
  const looks = { primary: styles.primary, quiet: styles.quiet, usual: '' }
  return (
    <button
      type="button"
      className={`${styles.button} ${looks[look]} ${wide ? styles.wide : ''}`}
      onClick={onPress}
      disabled={disabled}
      aria-label={label}
    >
      {children}
    </button>
  )
}

export type Option<T> = { readonly value: T; readonly label: string; readonly tone?: 'care' }

/** One of a few, each a large button. Tapping the chosen one again gives it up, where `onChoose` takes null. */
export function Choose<T extends string | number>({
  label,
  options,
  chosen,
  onChoose,
  columns,
}: {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly chosen: T | null
  readonly onChoose: (value: T) => void
  readonly columns?: number
}) {
  return (
    <div
      className={styles.choices}
      role="radiogroup"
      aria-label={label}
      style={columns === undefined ? undefined : { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {options.map((option) => (
        // a radio of the browser cannot be this large and be tapped with a knuckle
        // biome-ignore lint/a11y/useSemanticElements: see above
        <button
          type="button"
          role="radio"
          key={option.value}
          className={styles.choice}
          aria-checked={chosen === option.value}
          data-tone={option.tone}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}

export function Toggle({
  on,
  onPress,
  children,
}: {
  readonly on: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <button type="button" className={styles.choice} aria-pressed={on} onClick={onPress}>
      {children}
    </button>
  )
}

const zeroToTen: readonly Option<number>[] = Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) }))

export function Scale({
  label,
  value,
  onValue,
  low = 'no pain',
  high = 'worst pain imaginable',
}: {
  readonly label: string
  readonly value: number | null
  readonly onValue: (value: number) => void
  readonly low?: string
  readonly high?: string
}) {
  return (
    <div>
      <div className={styles.scale} role="radiogroup" aria-label={`${label}: 0 is ${low}, 10 is ${high}`}>
        {zeroToTen.map((option) => (
          // biome-ignore lint/a11y/useSemanticElements: as large as a knuckle needs it
          <button
            type="button"
            role="radio"
            key={option.value}
            className={styles.choice}
            aria-checked={value === option.value}
            onClick={() => onValue(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
      <p className={styles.scaleEnds} aria-hidden="true">
        <span>0: {low}</span>
        <span>10: {high}</span>
      </p>
    </div>
  )
}

export function Card({
  tone,
  children,
}: {
  readonly tone?: 'soft' | 'warn' | 'stop' | 'good'
  readonly children: ReactNode
}) {
  return <section className={`${styles.card} ${tone === undefined ? '' : styles[tone]}`}>{children}</section>
}

export function Badge({ tone, children }: { readonly tone?: 'care' | 'stop' | 'good'; readonly children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
