import type { Ranking } from '../model.ts'
import { Icon } from '../parts/icons.tsx'
import styles from './screening-banner.module.css'

const words: Record<string, { readonly title: string; readonly text: string }> = {
  emergency: {
    title: 'Get help now',
    text: 'Call the emergency number. Nothing else on this page matters until then.',
  },
  refer: { title: 'See a doctor first', text: 'Something here should be looked at before anybody presses on it.' },
  caution: { title: 'With care', text: 'Something here asks for caution.' },
}

/** What comes before all muscles. */
export function ScreeningBanner({ screening }: { readonly screening: Ranking['screening'] }) {
  const said = words[screening.kind]
  if (said === undefined) return null
  return (
    <div
      className={styles.banner}
      data-kind={screening.kind}
      role={screening.kind === 'emergency' ? 'alert' : 'status'}
    >
      <Icon name="alert" size={28} />
      <div>
        <h2>{said.title}</h2>
        <p>{said.text}</p>
        <ul>
          {screening.flags.map((flag) => (
            <li key={flag.id}>{flag.because}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
