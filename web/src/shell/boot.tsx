/** Loads the body, the knowledge and the kept drawing; shows what is happening, and what to do if it fails. */
import { Button } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { CareProvider } from '../care/care-context.tsx'
import { loadModel } from '../model.ts'
import { Logo } from '../parts/logo.tsx'
import { router } from '../router.tsx'
import { keptDrawing } from '../session/keep.ts'
import { createWorkbench, type Workbench } from '../session/workbench.ts'
import styles from './boot.module.css'
import { WorkbenchContext } from './workbench-context.ts'

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'ready'; readonly workbench: Workbench }

let started: Promise<Workbench> | null = null

/** Once a page, however often React mounts. */
function start(): Promise<Workbench> {
  started ??= Promise.all([loadModel(), keptDrawing()]).then(([model, kept]) =>
    createWorkbench(model, kept?.strokes ?? []),
  )
  return started
}

export function Boot() {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  useEffect(() => {
    start().then(
      (workbench) => setLoading({ kind: 'ready', workbench }),
      (error: unknown) => setLoading({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    )
  }, [])
  if (loading.kind === 'ready') {
    return (
      <WorkbenchContext value={loading.workbench}>
        <CareProvider>
          <RouterProvider router={router} />
        </CareProvider>
      </WorkbenchContext>
    )
  }
  return (
    <main className={styles.boot}>
      <Logo size={64} />
      {loading.kind === 'loading' ? (
        <p role="status">Getting the body ready</p>
      ) : (
        <>
          <h1>The body did not load</h1>
          <p>{loading.why}. Your drawing is safe on this device.</p>
          <Button size="md" onClick={() => window.location.reload()}>
            Try again
          </Button>
        </>
      )}
    </main>
  )
}
