/** What is asked most, to begin with. */

import styles from './ripple.module.css'
import type { RippleSearch } from './search.ts'

const examples: readonly { readonly title: string; readonly detail: string; readonly search: RippleSearch }[] = [
  {
    title: 'Weak side of the hip',
    detail: 'Gluteus medius, standing on one leg',
    search: { muscle: 'gluteus-medius', task: 'single-leg-stance' },
  },
  {
    title: 'Sleepy buttock',
    detail: 'Gluteus maximus, lifting the leg behind',
    search: { muscle: 'gluteus-maximus', degree: '0.8', task: 'prone-hip-extension' },
  },
  {
    title: 'Tight hip flexor',
    detail: 'Psoas, standing',
    search: { muscle: 'iliopsoas.psoas-major', trouble: 'tight', degree: '0.1', task: 'standing' },
  },
  {
    title: 'Sore shoulder top',
    detail: 'Upper trapezius, arm held out in front',
    search: { muscle: 'trapezius.upper', task: 'arm-flexion' },
  },
  {
    title: 'Weak front of the neck',
    detail: 'Deep neck flexors of both sides, lifting the head',
    search: {
      muscle: 'longus-colli,longus-capitis,longus-colli,longus-capitis',
      side: 'right,right,left,left',
      degree: '0.8',
      task: 'head-lift',
    },
  },
]

export function Examples({ onChoose }: { readonly onChoose: (search: RippleSearch) => void }) {
  return (
    <section className={styles.examples}>
      <h2>Or begin with one of these</h2>
      <ul>
        {examples.map((one) => (
          <li key={one.title}>
            <button type="button" onClick={() => onChoose(one.search)}>
              <b>{one.title}</b>
              <span>{one.detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
