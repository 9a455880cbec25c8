import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import styles from './empty-page.module.css'

/** Before anything is painted: what to do, in the order of doing it. */
export function EmptyPage() {
  const touch = useMediaQuery('(pointer: coarse)', window.matchMedia('(pointer: coarse)').matches)
  return (
    <div className={styles.page}>
      <h1>Where does it hurt?</h1>
      <p className={styles.lead}>
        Paint it on the body{touch ? ' with one finger' : ''}. Unknot then shows which tender spots in muscles, and
        which nerves, joints or organs, would explain just that.
      </p>
      <ol className={styles.steps}>
        <li>
          <span className={styles.number} aria-hidden="true">
            1
          </span>
          <div>
            <h2>Turn to the place</h2>
            <p>
              {touch
                ? 'Two fingers turn and zoom. Left is always the person’s left.'
                : 'Drag beside the body to turn it, scroll to come closer. Left is always the person’s left.'}
            </p>
          </div>
        </li>
        <li>
          <span className={styles.number} aria-hidden="true">
            2
          </span>
          <div>
            <h2>Set how much, then paint</h2>
            <p>Light for a mild ache, dark for the worst. Paint all of it, also where it only runs to.</p>
          </div>
        </li>
        <li>
          <span className={styles.number} aria-hidden="true">
            3
          </span>
          <div>
            <h2>Read what would explain it</h2>
            <p>
              The list follows every stroke. Open a line to see the muscle, its tender spots and where they send pain.
            </p>
          </div>
        </li>
      </ol>
      <p className={styles.urgent}>
        Chest pain, sudden weakness or numbness, trouble speaking, or the worst headache of your life? Do not paint.
        Call the emergency number now.
      </p>
      <Link to="/about" className={styles.about}>
        What Unknot can and cannot tell
      </Link>
    </div>
  )
}
