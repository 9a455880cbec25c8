/** The charts' lines as they were baked; drawn here only where the file belongs to another body. */
import { type Chart, type ChartId, chartIds, drawChart } from 'unknot'
import type { Body } from '../model.ts'

type ChartFile = { readonly body: string; readonly charts: readonly Chart[] }

let asked: Promise<ReadonlyMap<ChartId, Chart>> | null = null

/** Fetched once; a failed try is forgotten, so that the next one asks again. */
export function chartsOf(body: Body): Promise<ReadonlyMap<ChartId, Chart>> {
  asked ??= readCharts(body).catch((error: unknown) => {
    asked = null
    throw error
  })
  return asked
}

async function readCharts(body: Body): Promise<ReadonlyMap<ChartId, Chart>> {
  const response = await fetch('/data/charts.json')
  const file = response.ok ? ((await response.json()) as ChartFile) : null
  const charts = file?.body === body.edition ? file.charts : chartIds.map((id) => drawChart(body, id))
  return new Map(charts.map((chart) => [chart.id, chart]))
}
