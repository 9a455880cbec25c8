import styles from './page.module.css'
import { Back } from './parts.tsx'

export function NotFoundPage() {
  return (
    <div className={styles.page}>
      <Back />
      <header className={styles.head}>
        <h1>Nothing is here</h1>
      </header>
      <p className={styles.lead}>This address names nothing that Unknot knows. Your drawing is still on the body.</p>
    </div>
  )
}
