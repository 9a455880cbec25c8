/** Flat charts to paint on, print and read out: the same drawing as on the 3D body. */
import { useComputedColorScheme, VisuallyHidden } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { placeName } from '../naming.ts'
import { PhoneTools } from '../paint/phone-tools.tsx'
import { ToolCard } from '../paint/tool-card.tsx'
import { Icon } from '../parts/icons.tsx'
import { coverOf } from '../shell/ink-on-skin.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { painColour, sceneColours } from '../theme.ts'
import { ChartFigure } from './chart-figure.tsx'
import styles from './charts-view.module.css'
import { checkedOf, placeShares } from './shares.ts'
import { useFlats } from './use-flats.ts'
import { useShownInk } from './use-shown-ink.ts'
import { chartTitle, phoneGroups, wideGroups } from './views.ts'

const printed = ['front', 'back', 'right', 'left'] as const

export function ChartsView({ phone }: { readonly phone: boolean }) {
  const workbench = useWorkbench()
  const { body, knowledge } = workbench.model
  const groups = phone ? phoneGroups : wideGroups
  const [chosen, setChosen] = useState('front')
  const group = groups.find(({ id }) => id === chosen) ?? groups[0]!
  const [printing, setPrinting] = useState(false)
  const ids = printing ? [...new Set([...printed, ...group.charts])] : group.charts
  const flats = useFlats(body, ids)
  const scheme = useComputedColorScheme('light')
  const colours = sceneColours[scheme]
  const source = useStore(workbench.looking, (looking) => looking.source)
  const zone = useMemo(() => (source === null ? null : coverOf(workbench, source)), [workbench, source])
  const { ink, painted } = useShownInk(workbench)
  const [said, setSaid] = useState('')
  const ready = flats.length === ids.length

  useEffect(() => {
    if (!printing || !ready) return
    const root = document.documentElement
    root.dataset.print = 'charts'
    const timer = setTimeout(() => {
      window.print()
      delete root.dataset.print
      setPrinting(false)
    }, 60)
    return () => clearTimeout(timer)
  }, [printing, ready])

  const fill = (place: number, level: number | null) => {
    const { region, side } = body.places[place]!
    const now = placeShares(body, workbench.ink().paint)[place]!
    const clears = level === null && checkedOf(now) === 'true'
    const { intensity } = workbench.tool.get()
    const strength = level ?? (intensity === 0 ? 5 : intensity)
    if (!clears) workbench.tool.set({ intensity: strength, erase: false })
    workbench.paintRegion(region, side, clears)
    const name = placeName(knowledge, region, side)
    setSaid(clears ? `${name}: no longer painted` : `${name}: painted, ${strength} of 10`)
  }

  return (
    <section
      className={styles.view}
      aria-label="Charts"
      data-charts
      data-group={group.id}
      data-print={printing || undefined}
    >
      <div className={styles.scroll} tabIndex={-1}>
        <div className={styles.paper}>
          <h2>Pain drawing</h2>
          <p>Name</p>
          <p>Date</p>
        </div>
        <p className={styles.sides}>Left is always the person’s left.</p>
        <div className={styles.figures} data-count={ids.length}>
          {flats.map((flat) => (
            <ChartFigure
              key={flat.chart.id}
              id={flat.chart.id}
              flat={flat}
              ink={ink}
              painted={painted}
              zone={zone}
              colours={colours}
              onFill={fill}
            />
          ))}
          {!ready && (
            <p className={styles.waiting} role="status">
              Drawing {chartTitle(ids[flats.length]!).toLowerCase()}
            </p>
          )}
        </div>
        <p className={styles.scale} aria-hidden="true">
          {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((level) => (
            <span key={level}>
              <i style={{ background: painColour(level) }} />
              {level}
            </span>
          ))}
          of 10
        </p>
      </div>
      <fieldset className={styles.groups} aria-label="Chart" data-noprint>
        {groups.map(({ id, word }) => (
          <button type="button" key={id} aria-pressed={id === group.id} onClick={() => setChosen(id)}>
            {word}
          </button>
        ))}
        <button type="button" className={styles.print} onClick={() => setPrinting(true)} aria-label="Print the charts">
          <Icon name="print" size={20} />
          <span>Print</span>
        </button>
      </fieldset>
      {phone ? <PhoneTools /> : <ToolCard />}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  )
}
