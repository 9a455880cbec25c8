/** Makes charts ready one by one, so that the page stays alive meanwhile. */
import { useEffect, useState } from 'react'
import type { Chart, ChartId } from 'unknot'
import type { Body } from '../model.ts'
import { chartsOf } from './chart-file.ts'
import { type Flat, flatOf, isMade, madeFlat } from './flat.ts'

/** @returns those made so far, in the order asked for; what is not yet made appears when it is */
export function useFlats(body: Body, ids: readonly ChartId[]): readonly Flat[] {
  const [charts, setCharts] = useState<ReadonlyMap<ChartId, Chart> | null>(null)
  const [, setCount] = useState(0)
  const missing = ids.find((id) => !isMade(id))
  useEffect(() => {
    let gone = false
    chartsOf(body).then(
      (read) => !gone && setCharts(read),
      () => {}, // without a network the next opening asks again
    )
    return () => {
      gone = true
    }
  }, [body])
  useEffect(() => {
    if (missing === undefined || charts === null) return
    const timer = setTimeout(() => {
      flatOf(body, charts.get(missing)!)
      setCount((count) => count + 1)
    }, 0)
    return () => clearTimeout(timer)
  }, [body, missing, charts])
  return ids.map(madeFlat).filter((flat) => flat !== null)
}
