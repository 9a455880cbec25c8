/** The person to paint on: the 3D body, or flat charts of it. The drawing is the same on both. */
import { lazy, Suspense } from 'react'
import type { Body } from '../model.ts'
import { Icon } from '../parts/icons.tsx'
import type { Surface as Name } from '../session/workbench.ts'
import { useStore } from '../store.ts'
import styles from './surface.module.css'
import { useWorkbench } from './workbench-context.ts'

const BodyView = lazy(() => import('./body-view.tsx').then(({ BodyView: it }) => ({ default: it })))
const ChartsView = lazy(() => import('../charts/charts-view.tsx').then(({ ChartsView: it }) => ({ default: it })))

export function Surface({ phone }: { readonly phone: boolean }) {
  const loaded = useStore(useWorkbench().load, (load) => load.picture !== null)
  const { shown } = useWorkbench()
  const surface = useStore(shown, ({ surface }) => surface)
  return (
    <div className={styles.surface}>
      <Suspense>{surface === 'body' || loaded ? <BodyView phone={phone} /> : <ChartsView phone={phone} />}</Suspense>
      {!loaded && <SurfaceSwitch surface={surface} />}
    </div>
  )
}

const words: Record<Name, string> = { body: '3D body', charts: 'Charts' }

/** Code and lines of the charts come when a finger, a pointer or the focus nears them, not before. */
async function fetchCharts(body: Body): Promise<void> {
  const [{ chartsOf }] = await Promise.all([import('../charts/chart-file.ts'), import('../charts/charts-view.tsx')])
  await chartsOf(body)
}

function SurfaceSwitch({ surface }: { readonly surface: Name }) {
  const { shown, model } = useWorkbench()
  const near = (name: Name) => {
    // what fails here is asked for again when they are opened
    if (name === 'charts') fetchCharts(model.body).catch(() => {})
  }
  return (
    <fieldset className={styles.switch} data-on={surface} aria-label="Paint on" data-noprint>
      {(['body', 'charts'] as const).map((name) => (
        <button
          type="button"
          key={name}
          className={styles.choice}
          aria-pressed={name === surface}
          onPointerEnter={() => near(name)}
          onFocus={() => near(name)}
          onClick={() => shown.set({ surface: name })}
        >
          <Icon name={name} size={20} />
          {words[name]}
        </button>
      ))}
    </fieldset>
  )
}
