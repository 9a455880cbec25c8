/** A measure from 0 to 10 over the days of care (uPlot), with the expected band, what matters, and the sessions. */
import 'uplot/dist/uPlot.min.css'
import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Rating } from 'unknot'
import uPlot from 'uplot'
import styles from './course.module.css'

type Props = {
  readonly label: string
  readonly series: readonly Rating[]
  /** What is expected without treatment. */
  readonly band: readonly { readonly day: number; readonly from: number; readonly to: number }[] | null
  /** From here on people call it much better. */
  readonly line: number | null
  readonly sessions: readonly number[]
  readonly lastDay: number
  readonly openedMs: number
}

const heightPx = 220

export function Chart({ label, series, band, line, sessions, lastDay, openedMs }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew when the theme changes
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    const days = [...new Set([...series.map((one) => one.day), ...(band ?? []).map((one) => one.day)])].sort(
      (a, b) => a - b,
    )
    const at = (day: number) => (openedMs + day * 86_400_000) / 1000
    const byDay = new Map(series.map((one) => [one.day, one.value]))
    const bandAt = (edge: 'from' | 'to') => days.map((day) => band?.find((one) => one.day === day)?.[edge] ?? null)
    const axis = {
      stroke: colour('--ink-2'),
      grid: { stroke: colour('--line'), width: 1 },
      font: '13px Figtree Variable',
    }
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: heightPx,
        padding: [10, 12, 0, 0],
        cursor: { show: false },
        legend: { show: false },
        scales: { x: { time: true, range: [at(-1), at(lastDay + 1)] }, y: { range: [0, 10.4] } },
        axes: [
          { ...axis, grid: { show: false }, space: 70, values: (_, splits) => splits.map((one) => shortDate(one)) },
          { ...axis, size: 34, splits: () => [0, 2, 4, 6, 8, 10] },
        ],
        series: [
          {},
          { stroke: 'transparent', spanGaps: true, points: { show: false } },
          { stroke: 'transparent', spanGaps: true, points: { show: false } },
          {
            stroke: colour('--pain'),
            width: 2.5,
            spanGaps: true,
            points: { show: true, size: 9, fill: colour('--pain') },
          },
        ],
        bands: [{ series: [2, 1], fill: `${colour('--line-strong')}88` }],
        hooks: {
          draw: [
            (chart) => {
              const pen = chart.ctx
              pen.save()
              pen.strokeStyle = colour('--ink-3')
              pen.setLineDash([3, 5])
              pen.lineWidth = devicePixelRatio
              for (const day of sessions) {
                const x = chart.valToPos(at(day), 'x', true)
                pen.beginPath()
                pen.moveTo(x, chart.bbox.top)
                pen.lineTo(x, chart.bbox.top + chart.bbox.height)
                pen.stroke()
              }
              if (line !== null && line > 0 && line < 10) {
                const y = chart.valToPos(line, 'y', true)
                pen.setLineDash([])
                pen.strokeStyle = colour('--brand')
                pen.lineWidth = 2 * devicePixelRatio
                pen.beginPath()
                pen.moveTo(chart.bbox.left, y)
                pen.lineTo(chart.bbox.left + chart.bbox.width, y)
                pen.stroke()
              }
              pen.restore()
            },
          ],
        },
      },
      [days.map(at), bandAt('from'), bandAt('to'), days.map((day) => byDay.get(day) ?? null)],
      element,
    )
    const watcher = new ResizeObserver(() => {
      if (element.clientWidth > 0) plot.setSize({ width: element.clientWidth, height: heightPx })
    })
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      plot.destroy()
    }
  }, [series.length, band === null, line, sessions.length, lastDay, openedMs, scheme, series.at(-1)?.value])
  return <div ref={place} className={styles.plot} role="img" aria-label={`${label}: ${spoken(series)}`} />
}

function shortDate(seconds: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(seconds * 1000)
}

function spoken(series: readonly Rating[]): string {
  return series.map((one) => `day ${Math.round(one.day)}, ${Math.round(one.value * 10) / 10}`).join('; ')
}
