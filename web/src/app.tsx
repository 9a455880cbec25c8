/** The app behind the first screen: loads the body, the knowledge, the kept drawing and the record of care at once. */
import { RouterProvider } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { CareProvider, openCare } from './care/care-context.tsx'
import { loadModel } from './model.ts'
import { keepWhereCountedOn } from './ripple/keep-offline.ts'
import { router } from './router.tsx'
import { keptDrawing } from './session/keep.ts'
import { createWorkbench } from './session/workbench.ts'
import { WorkbenchContext } from './shell/workbench-context.ts'

/** Resolves with what is shown; rejects in words where the body or the knowledge did not load. A record that does not
 * open is told in place of the app: nothing must look kept that is not. */
export async function startApp(): Promise<ReactElement> {
  const [model, kept, care] = await Promise.all([loadModel(), keptDrawing(), openCare().catch(() => null)])
  const workbench = createWorkbench(model, kept?.strokes ?? [])
  await router.load()
  keepWhereCountedOn(() => (care?.state.get().courses.length ?? 0) > 0)
  return (
    <WorkbenchContext value={workbench}>
      <CareProvider care={care}>
        <RouterProvider router={router} />
      </CareProvider>
    </WorkbenchContext>
  )
}
