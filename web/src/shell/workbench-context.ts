import { createContext, useContext } from 'react'
import type { Workbench } from '../session/workbench.ts'

export const WorkbenchContext = createContext<Workbench | null>(null)

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext)
  if (workbench === null) throw new Error('useWorkbench outside of the loaded app')
  return workbench
}
