import { EmergencyWhere, useEmergency } from '../care/parts/emergency.tsx'
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
  return (
    <>
      {screening.kind === 'emergency' ? (
        <Alarm screening={screening} flags={grave} />
      ) : (
        <div className={styles.banner} role="status">
          <Icon name="alert" size={28} />
          <div>
            <h2>{grave.some((flag) => flag.within === 'today') ? 'To be seen today' : 'See a doctor first'}</h2>
            {screening.whatToDo.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <Flags flags={grave} />
          </div>
        </div>
      )}
      {lighter.length > 0 && <Cautions flags={lighter} />}
    </>
  )
}

/** Whom to call stands first and is large enough for a shaking hand. */
function Alarm({ screening, flags }: { readonly screening: Screening; readonly flags: Screening['flags'] }) {
  const { here } = useEmergency()
  return (
    <section className={styles.alarm} role="alert" aria-labelledby="get-help">
      <h1 id="get-help">Get help now</h1>
      <a className={styles.call} href={`tel:${here.number}`}>
        Call {here.number}
      </a>
      {[here.say, ...screening.whatToDo.slice(1)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Flags flags={flags.filter((flag) => flag.within === 'now')} />
      <EmergencyWhere onAlarm />
    </section>
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
