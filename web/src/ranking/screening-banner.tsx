import type { Ranking } from '../model.ts'
import { Icon } from '../parts/icons.tsx'
import styles from './screening-banner.module.css'

type Screening = Ranking['screening']

/** What comes before all muscles. Caution is folded: it holds for nearly every drawing and would soon be read past. */
export function ScreeningBanner({ screening }: { readonly screening: Screening }) {
  if (screening.kind === 'clear' || screening.flags.length === 0) return null
  const grave = screening.flags.filter((flag) => flag.within !== undefined)
  const lighter = screening.flags.filter((flag) => flag.within === undefined)
  if (screening.kind === 'caution') return <Cautions flags={screening.flags} />
  const emergency = screening.kind === 'emergency'
  return (
    <>
      <div className={styles.banner} role={emergency ? 'alert' : 'status'}>
        <Icon name="alert" size={28} />
        <div>
          <h2>{emergency ? 'Get help now' : 'See a doctor first'}</h2>
          {screening.whatToDo.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Flags flags={grave} />
        </div>
      </div>
      {lighter.length > 0 && <Cautions flags={lighter} />}
    </>
  )
}

function Cautions({ flags }: { readonly flags: Screening['flags'] }) {
  return (
    <details className={styles.fold}>
      <summary>
        <Icon name="alert" />
        Before anybody presses: {flags.length === 1 ? 'one thing' : `${flags.length} things`} to check
        <Icon name="down" size={20} />
      </summary>
      <Flags flags={flags} />
    </details>
  )
}

function Flags({ flags }: { readonly flags: Screening['flags'] }) {
  return (
    <ul>
      {flags.map((flag) => (
        <li key={flag.id}>{flag.because}</li>
      ))}
    </ul>
  )
}
