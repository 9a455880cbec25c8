import { Link } from '@tanstack/react-router'
import { useTitle } from '../parts/use-title.ts'
import styles from './page.module.css'
import { Back } from './parts.tsx'

export function NotFoundPage() {
  useTitle('Nothing is here')
  return (
    <div className={styles.page}>
      <Back />
      <header className={styles.head}>
        <h1>Nothing is here</h1>
      </header>
      <p className={styles.lead}>This address names nothing that Unknot knows. Your drawing is still on the body.</p>
      <ul className={styles.ways}>
        <li>
          <Link to="/find">Find a muscle, a joint or a nerve</Link>
        </li>
        <li>
          <Link to="/people">People in your care</Link>
        </li>
        <li>
          <Link to="/learn">Learn about trigger points</Link>
        </li>
      </ul>
    </div>
  )
}
