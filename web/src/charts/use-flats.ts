/** Makes charts ready one by one, so that the page stays alive meanwhile; most are ready before they are asked for. */
import { useEffect, useState } from 'react'
import { type Chart, type ChartId, chartIds } from 'unknot'
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

/** Makes the charts in moments when nothing else happens. @returns ends it */
export function makeFlatsInIdleTime(body: Body): () => void {
  const idle = window.requestIdleCallback ?? ((work: () => void) => window.setTimeout(work, 300))
  const cancel = window.cancelIdleCallback ?? window.clearTimeout
  let handle = 0
  let ended = false
  const makeNext = (charts: ReadonlyMap<ChartId, Chart>) => {
    const next = chartIds.find((id) => !isMade(id))
    if (next === undefined || ended) return
    handle = idle(() => {
      flatOf(body, charts.get(next)!)
      makeNext(charts)
    })
  }
  handle = idle(() => {
    chartsOf(body).then(makeNext, () => {})
  })
  return () => {
    ended = true
    cancel(handle)
  }
}
