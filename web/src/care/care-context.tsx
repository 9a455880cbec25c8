/** Opens the record of care before anything of it is shown. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Course } from 'unknot'
import { useStore } from '../store.ts'
import { type Care, startCare } from './care.ts'
import styles from './parts/parts.module.css'

const CareContext = createContext<Care | null>(null)

let opened: Promise<Care> | null = null

export function CareProvider({ children }: { readonly children: ReactNode }) {
  const [care, setCare] = useState<Care | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    opened ??= startCare()
    opened.then(setCare, () => setFailed(true))
  }, [])
  if (failed) {
    return (
      <main className={styles.column}>
        <h1>This browser keeps nothing</h1>
        <p>
          Records of care need the browser's own storage, and it is closed to this page. Leave the private window, or
          allow storage for this page, and load it again.
        </p>
      </main>
    )
  }
  return care === null ? null : <CareContext value={care}>{children}</CareContext>
}

export function useCare(): Care {
  const care = useContext(CareContext)
  if (care === null) throw new Error('useCare outside of the opened record')
  return care
}

/** The person's course, or null where nobody of that id is on this device. */
export function useCourse(id: string): Course | null {
  const courses = useStore(useCare().state, (state) => state.courses)
  return courses.find((course) => course.person.id === id) ?? null
}
