/** Makes the charts of a group one by one, so that the page stays alive meanwhile. */
import { useEffect, useState } from 'react'
import type { ChartId } from 'unknot'
import type { Body } from '../model.ts'
import { type Flat, flatOf, isMade } from './flat.ts'

/** @returns those made so far, in the order asked for */
export function useFlats(body: Body, ids: readonly ChartId[]): readonly Flat[] {
  const [, setCount] = useState(0)
  const missing = ids.find((id) => !isMade(id))
  useEffect(() => {
    if (missing === undefined) return
    const timer = setTimeout(() => {
      flatOf(body, missing)
      setCount((count) => count + 1)
    }, 16)
    return () => clearTimeout(timer)
  }, [body, missing])
  return ids.filter(isMade).map((id) => flatOf(body, id))
}
