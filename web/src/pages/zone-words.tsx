import { useMemo } from 'react'
import { zonePlaces } from 'unknot'
import type { Zone } from '../model.ts'
import { useWorkbench } from '../shell/workbench-context.ts'

/** "Usually hurts: side of the neck, temple. Sometimes: eye." For whoever cannot see the picture, and to name it. */
export function ZoneWords({ zones }: { readonly zones: readonly Zone[] }) {
  const { inner } = useWorkbench().model
  const { usually, sometimes } = useMemo(() => zonePlaces(inner, zones), [inner, zones])
  return (
    <span>
      {usually.length > 0 && `Usually hurts: ${usually.join(', ')}. `}
      {sometimes.length > 0 && `Sometimes: ${sometimes.join(', ')}.`}
    </span>
  )
}
