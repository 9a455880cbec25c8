/** Opens the record of care before anything of it is shown. */
import { createContext, type ReactNode, useContext } from 'react'
import type { Course } from 'unknot'
import { useStore } from '../store.ts'
import { type Care, startCare } from './care.ts'
import styles from './parts/parts.module.css'

export type { Care } from './care.ts'

const CareContext = createContext<Care | null>(null)

let opened: Promise<Care> | null = null

/** Opens the record, once a page. */
export function openCare(): Promise<Care> {
  opened ??= startCare()
  return opened
}

/** @param care  null where the browser keeps nothing, which is said in place of everything else */
export function CareProvider({ care, children }: { readonly care: Care | null; readonly children: ReactNode }) {
  if (care === null) {
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
  return <CareContext value={care}>{children}</CareContext>
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
