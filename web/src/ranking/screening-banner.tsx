import type { Ranking } from '../model.ts'
import { Icon } from '../parts/icons.tsx'
import styles from './screening-banner.module.css'

const words = {
  emergency: {
    title: 'Get help now',
    text: 'Call the emergency number. Nothing else on this page matters until then.',
  },
  refer: { title: 'See a doctor first', text: 'This should be looked at before anybody presses on it.' },
} as const

/** What comes before all muscles. Caution is folded: it holds for nearly every drawing and would soon be read past. */
export function ScreeningBanner({ screening }: { readonly screening: Ranking['screening'] }) {
  if (screening.kind === 'clear' || screening.flags.length === 0) return null
  const flags = (
    <ul>
      {screening.flags.map((flag) => (
        <li key={flag.id}>{flag.because}</li>
      ))}
    </ul>
  )
  if (screening.kind === 'caution') {
    const count = screening.flags.length
    return (
      <details className={styles.fold}>
        <summary>
          <Icon name="alert" />
          Before anybody presses: {count === 1 ? 'one thing' : `${count} things`} to check
          <Icon name="down" size={20} />
        </summary>
        {flags}
      </details>
    )
  }
  const said = words[screening.kind]
  return (
    <div className={styles.banner} role={screening.kind === 'emergency' ? 'alert' : 'status'}>
      <Icon name="alert" size={28} />
      <div>
        <h2>{said.title}</h2>
        <p>{said.text}</p>
        {flags}
      </div>
    </div>
  )
}
