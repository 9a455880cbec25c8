/** The first screen: says what is happening, and what to do if it fails. Everything else comes in a piece of its own. */
import { type ReactElement, useEffect, useState } from 'react'
import { Logo } from '../parts/logo.tsx'
import styles from './boot.module.css'

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'ready'; readonly app: ReactElement }

let started: Promise<ReactElement> | null = null

/** Once a page, however often React mounts. */
function start(): Promise<ReactElement> {
  started ??= import('../app.tsx').then(({ startApp }) => startApp())
  return started
}

export function Boot() {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  useEffect(() => {
    start().then(
      (app) => setLoading({ kind: 'ready', app }),
      (error: unknown) => setLoading({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    )
  }, [])
  if (loading.kind === 'ready') return loading.app
  return (
    <main className={styles.boot}>
      <Logo size={64} />
      {loading.kind === 'loading' ? (
        <p role="status">Getting the body ready</p>
      ) : (
        <>
          <h1>The body did not load</h1>
          <p>{loading.why}. Your drawing is safe on this device.</p>
          <button type="button" className={styles.again} onClick={() => window.location.reload()}>
            Try again
          </button>
        </>
      )}
    </main>
  )
}
