/** The body stays; what is said about it changes beside it (or, on a phone, on a sheet below it). */
import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useBodyOwner } from '../care/clinic.ts'
import { UseOnce } from '../care/learn/intended-use.tsx'
import { isCare, isWide } from '../care/routes.tsx'
import type { SheetStop } from '../session/workbench.ts'
import { Header } from './header.tsx'
import { Sheet } from './sheet.tsx'
import styles from './shell.module.css'
import { Surface } from './surface.tsx'

export const phoneQuery = '(max-width: 860px)'

export function Shell() {
  const phone = useMediaQuery(phoneQuery, window.matchMedia(phoneQuery).matches)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const region = useRouterState({ select: (state) => 'region' in state.location.search })
  const wide = isWide(path)
  const hasBody = useBodySeen(wide)
  useBodyOwner()
  return (
    <div className={styles.shell}>
      <a className="skip-link" href="#panel">
        Skip to the answers
      </a>
      <Header />
      <main className={styles.main}>
        <div className={styles.body} inert={wide}>
          {hasBody && <Surface phone={phone} />}
        </div>
        {wide ? (
          <section className={styles.wide} id="panel" key={path} data-wide tabIndex={-1} aria-label="Care">
            <Outlet />
          </section>
        ) : phone ? (
          <Sheet key={path} initial={sheetStop(path, region)}>
            <Outlet />
          </Sheet>
        ) : (
          <Panel key={path}>
            <Outlet />
          </Panel>
        )}
      </main>
      {isCare(path) && <UseOnce />}
    </div>
  )
}

/** Pages that show nothing on the body get all of a phone: what is typed there leaves a keyboard's height less. */
function sheetStop(path: string, region: boolean): SheetStop {
  if (path === '/' || path.endsWith('/pain')) return 'low'
  return (path === '/find' && !region) || path === '/about' ? 'full' : 'half'
}

/** Nobody waits for a body that no page has shown yet; once there it stays. */
function useBodySeen(wide: boolean): boolean {
  const [seen, setSeen] = useState(!wide)
  useEffect(() => {
    if (!wide) setSeen(true)
  }, [wide])
  return seen || !wide
}

/** Keyed by its path, so that every page begins at its top. */
function Panel({ children }: { readonly children: ReactNode }) {
  return (
    <section className={styles.panel} id="panel" aria-label="Answers" tabIndex={-1}>
      {children}
    </section>
  )
}
