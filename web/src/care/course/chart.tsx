/** A measure over the days of care (uPlot), with its error, what matters, the expected course, and the sessions. */
import 'uplot/dist/uPlot.min.css'
import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Rating } from 'unknot'
import uPlot from 'uplot'
import styles from './course.module.css'

export type Range = { readonly from: number; readonly to: number }

type Props = {
  readonly label: string
  readonly series: readonly Rating[]
  readonly range: Range
  /** What is expected without treatment. */
  readonly natural?: readonly (Range & { readonly day: number })[] | undefined
  /** About the start: changes within it may be error alone. */
  readonly error?: Range | undefined
  /** Where a change is more than error and large enough to matter. */
  readonly better?: Range | undefined
  readonly sessions: readonly number[]
  readonly lastDay: number
  readonly openedMs: number
}

const heightPx = 220

export function Chart({ label, series, range, natural, error, better, sessions, lastDay, openedMs }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')
  const shown = JSON.stringify({ series, range, error, better, sessions, lastDay, openedMs, natural: natural?.length })
  // biome-ignore lint/correctness/useExhaustiveDependencies: all of it is in `shown`; colours are read anew with the theme
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    const days = [...new Set([...series.map((one) => one.day), ...(natural ?? []).map((one) => one.day)])].sort(
      (a, b) => a - b,
    )
    const at = (day: number) => (openedMs + day * 86_400_000) / 1000
    const byDay = new Map(series.map((one) => [one.day, one.value]))
    const edge = (name: 'from' | 'to') => days.map((day) => natural?.find((one) => one.day === day)?.[name] ?? null)
    const axis = {
      stroke: () => colour('--ink-2'),
      grid: { stroke: () => colour('--line'), width: 1 },
      font: '13px Figtree Variable',
    }
    const y = (chart: uPlot, value: number) =>
      chart.valToPos(Math.min(range.to, Math.max(range.from, value)), 'y', true)
    const under = (chart: uPlot) => {
      if (better === undefined) return
      const { ctx: pen, bbox } = chart
      const [top, bottom] = [y(chart, better.to), y(chart, better.from)]
      pen.fillStyle = colour('--brand-soft')
      pen.fillRect(bbox.left, top, bbox.width, bottom - top)
    }
    const over = (chart: uPlot) => {
      const { ctx: pen, bbox } = chart
      pen.save()
      pen.strokeStyle = colour('--ink-3')
      pen.lineWidth = devicePixelRatio
      const line = (x1: number, y1: number, x2: number, y2: number) => {
        pen.beginPath()
        pen.moveTo(x1, y1)
        pen.lineTo(x2, y2)
        pen.stroke()
      }
      // a short mark at the foot: lines through the whole picture hide it when there are many
      const foot = bbox.top + bbox.height
      pen.lineWidth = 2 * devicePixelRatio
      for (const day of sessions) {
        const x = chart.valToPos(at(day), 'x', true)
        line(x, foot - 9 * devicePixelRatio, x, foot)
      }
      pen.lineWidth = devicePixelRatio
      pen.setLineDash([8 * devicePixelRatio, 4 * devicePixelRatio])
      for (const value of error === undefined ? [] : [error.from, error.to]) {
        if (value <= range.from || value >= range.to) continue
        line(bbox.left, y(chart, value), bbox.left + bbox.width, y(chart, value))
      }
      pen.restore()
    }
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: heightPx,
        padding: [10, 12, 0, 0],
        cursor: { show: false },
        legend: { show: false },
        scales: {
          x: { time: true, range: [at(-1), at(lastDay + 1)] },
          y: { range: [range.from, range.to + 0.04 * (range.to - range.from)] },
        },
        axes: [
          { ...axis, grid: { show: false }, space: 70, values: (_, splits) => splits.map((one) => shortDate(one)) },
          { ...axis, size: range.to >= 100 ? 44 : 34, splits: () => [...ticks(range)] },
        ],
        series: [
          {},
          { stroke: 'transparent', spanGaps: true, points: { show: false } },
          { stroke: 'transparent', spanGaps: true, points: { show: false } },
          {
            stroke: () => colour('--pain'),
            width: 2.5,
            spanGaps: true,
            points: { show: true, size: 9, fill: () => colour('--pain') },
          },
        ],
        bands: [{ series: [2, 1], fill: () => `color-mix(in srgb, ${colour('--line-strong')} 53%, transparent)` }],
        hooks: { drawClear: [under], draw: [over] },
      },
      [days.map(at), edge('from'), edge('to'), days.map((day) => byDay.get(day) ?? null)],
      element,
    )
    const watcher = new ResizeObserver(() => {
      if (element.clientWidth > 0) plot.setSize({ width: element.clientWidth, height: heightPx })
    })
    watcher.observe(element)
    // on paper the page is light, whatever the screen is
    const paper = matchMedia('print')
    const redraw = () => plot.redraw(false)
    paper.addEventListener('change', redraw)
    return () => {
      watcher.disconnect()
      paper.removeEventListener('change', redraw)
      plot.destroy()
    }
  }, [shown, scheme])
  return <div ref={place} className={styles.plot} role="img" aria-label={`${label}: ${spoken(series)}`} />
}

function ticks({ from, to }: Range): readonly number[] {
  const rough = (to - from) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => (first + index) * step)
}

function shortDate(seconds: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(seconds * 1000)
}

function spoken(series: readonly Rating[]): string {
  return series.map((one) => `day ${Math.round(one.day)}, ${Math.round(one.value * 10) / 10}`).join('; ')
}
