/** Discomfort 0 to 10 with the wanted band, and the four words; always in reach while something is pressed. */
import styles from './session.module.css'

const values = Array.from({ length: 11 }, (_, value) => value)

type Props = {
  readonly value: number | null
  readonly band: { readonly from: number; readonly to: number }
  readonly cap: number
  readonly onValue: (value: number) => void
  /** The way to the other size of it. */
  readonly larger?: { readonly label: string; readonly onPress: () => void }
}

export function RateBar({ value, band, cap, onValue, larger }: Props) {
  return (
    <div>
      <div className={styles.rateWords}>
        <span>
          How strong is it? Wanted: {band.from} to {band.to}
        </span>
        {larger !== undefined && (
          <button type="button" className={styles.larger} onClick={larger.onPress}>
            {larger.label}
          </button>
        )}
      </div>
      <div className={styles.rate} role="radiogroup" aria-label={`Discomfort, wanted ${band.from} to ${band.to}`}>
        {values.map((one) => (
          // biome-ignore lint/a11y/useSemanticElements: as large as a knuckle needs it
          <button
            type="button"
            role="radio"
            key={one}
            aria-keyshortcuts={one < 10 ? String(one) : undefined}
            aria-checked={value === one}
            data-wanted={(one >= band.from && one <= band.to) || undefined}
            data-past={one > cap || undefined}
            onClick={() => onValue(one)}
          >
            {one}
          </button>
        ))}
      </div>
    </div>
  )
}

export type Word = 'more' | 'less' | 'good'

export function WordBar({
  said,
  onWord,
  onStop,
}: {
  readonly said: Word | null
  readonly onWord: (word: Word) => void
  readonly onStop: () => void
}) {
  const words: readonly (readonly [Word, string])[] = [
    ['less', 'Less'],
    ['good', 'Good pain'],
    ['more', 'More'],
  ]
  return (
    <div className={styles.words}>
      {words.map(([word, label]) => (
        <button type="button" key={word} data-said={said === word || undefined} onClick={() => onWord(word)}>
          {label}
        </button>
      ))}
      <button type="button" className={styles.stopNow} onClick={onStop} aria-keyshortcuts="Escape">
        STOP
      </button>
    </div>
  )
}
