/** The answers to the drawing, renewed after each stroke. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Ranking } from '../model.ts'
import { placeName, sourceName } from '../naming.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { EmptyPage } from './empty-page.tsx'
import { Entry } from './entry.tsx'
import { NextSteps } from './next-steps.tsx'
import styles from './ranking-page.module.css'
import { ScreeningBanner } from './screening-banner.tsx'
import { bandOf, bandWords, percent } from './wording.ts'

type Source = Ranking['sources'][number]

/** Below this a source is not worth a line: nobody is helped by thirty muscles. */
const worthALine = { probability: 0.03, explains: 0.02 }
const shownAtFirst = 6

export function RankingPage() {
  const workbench = useWorkbench()
  const ranking = useStore(workbench.answer, (answer) => answer.ranking)
  const empty = useStore(workbench.history, ({ states, at }) => states[at]!.length === 0)
  useEffect(() => {
    if (empty) workbench.looking.set({ source: null })
  }, [workbench, empty])
  if (empty || ranking === null || ranking.pattern === 'none') return <EmptyPage />
  return <Answers ranking={ranking} />
}

function Answers({ ranking }: { readonly ranking: Ranking }) {
  const workbench = useWorkbench()
  const [all, setAll] = useState(false)
  const chosen = useStore(workbench.looking, (looking) => looking.source)
  const fitting = ranking.sources.filter(
    (source) => source.probability >= worthALine.probability && source.explains >= worthALine.explains,
  )
  // A first small stroke fits nothing well: the nearest are shown all the same, as the weak fits that they are.
  const nearest = ranking.sources.filter((source) => source.explains > 0).slice(0, 3)
  const worth = fitting.length > 0 ? fitting : nearest
  const shown = worth.slice(0, all ? 16 : shownAtFirst)
  const isChosen = (source: Source) => chosen?.id === source.id && chosen.side === source.side
  const toggle = (source: Source) =>
    workbench.looking.set({ source: isChosen(source) ? null : { id: source.id, side: source.side } })
  const isUnderWay = useStore(workbench.ranking, (ranking) => ranking.isUnderWay)
  const told = useStore(workbench.told, ({ dealt }) => dealt.some(({ entry }) => entry !== null))
  const widespread = ranking.pattern === 'widespread'
  // whoever has checked one danger has not checked the next
  const danger = ranking.screening.flags.flatMap(({ id, within }) => (within === undefined ? [] : [id])).join(' ')
  const [checked, setChecked] = useState('')
  const isAlarm = ranking.screening.kind === 'emergency'
  const stopped = danger !== '' && checked !== danger

  return (
    <div className={styles.page}>
      {isAlarm && <ScreeningBanner screening={ranking.screening} />}
      {!(isAlarm && stopped) && (
        <header className={styles.head}>
          <h1>What would explain it</h1>
          {shown[0] !== undefined && !widespread && !stopped && <Peek source={shown[0]} others={worth.length - 1} />}
          <Drawn />
        </header>
      )}
      {!isAlarm && <ScreeningBanner screening={ranking.screening} />}
      {stopped ? (
        <Button variant="default" radius="md" h={48} fullWidth onClick={() => setChecked(danger)}>
          {isAlarm ? 'It has been checked: show the list' : 'A doctor knows of it: show the list'}
        </Button>
      ) : widespread ? (
        <Widespread />
      ) : (
        <>
          <p className={styles.lead}>
            {fitting.length === 0
              ? 'Nothing that we know of fits this drawing well. Is it all there? Paint the whole pain, also where it only runs to.'
              : 'Each line is one possibility, not a diagnosis. Several can be true together.'}
          </p>
          <ol
            hidden={shown.length === 0}
            className={styles.list}
            aria-label="Possible sources, the best fit first"
            aria-busy={isUnderWay}
          >
            {shown.map((source) => (
              <Entry
                key={`${source.id} ${source.side}`}
                source={source}
                open={isChosen(source)}
                pressNext={ranking.next.slice(0, 2).some((step) => step.id === source.id && step.side === source.side)}
                onToggle={() => toggle(source)}
              />
            ))}
          </ol>
          {worth.length > shownAtFirst && (
            <Button variant="default" radius="md" h={48} fullWidth onClick={() => setAll(!all)} aria-expanded={all}>
              {all ? 'Show fewer' : `Show ${Math.min(16, worth.length) - shownAtFirst} more that are less likely`}
            </Button>
          )}
          <Unexplained share={ranking.unexplained} />
          <NextSteps ranking={ranking} />
        </>
      )}
      <p className={styles.small}>
        Tender spots and their referred pain are described by clinicians and partly debated. The order comes from your
        drawing{told ? ' and your answers' : ' alone'}. <Link to="/about">What this can and cannot tell</Link>
      </p>
    </div>
  )
}

/** The best fit in one line: all that a phone shows while its sheet is low. */
function Peek({ source, others }: { readonly source: Source; readonly others: number }) {
  const name = sourceName(useWorkbench().model.knowledge, source)
  return (
    <p className={styles.peek}>
      <strong>{name.title}</strong> {bandWords[bandOf(source.probability)].toLowerCase()}
      {others > 0 && `, ${others} more`}
    </p>
  )
}

/** What has been drawn, in words, widest first. */
function Drawn() {
  const workbench = useWorkbench()
  const { body, knowledge } = workbench.model
  const words = useStore(workbench.answer, () =>
    drawnWords(workbench.ink().paint.intensity, body, (place) => {
      const { region, side } = body.places[place]!
      return placeName(knowledge, region, side)
    }),
  )
  return <p className={styles.drawn}>{words}</p>
}

function drawnWords(
  intensity: Uint8Array,
  body: { readonly placeOfVertex: Uint16Array; readonly vertexAreaMm2: Float32Array },
  name: (place: number) => string,
): string {
  const area = new Map<number, number>()
  for (let v = 0; v < intensity.length; v++) {
    if (intensity[v] === 0) continue
    const place = body.placeOfVertex[v]!
    area.set(place, (area.get(place) ?? 0) + body.vertexAreaMm2[v]!)
  }
  const places = [...area].sort((a, b) => b[1] - a[1])
  const named = places.slice(0, 3).map(([place]) => lowerFirst(name(place)))
  return `Painted: ${named.join(', ')}${places.length > 3 ? ` and ${places.length - 3} more` : ''}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function Unexplained({ share }: { readonly share: number }) {
  if (share < 0.03) return null
  return (
    <div className={styles.unexplained}>
      <span className={styles.hatch} aria-hidden="true" />
      <p>
        <strong>{percent(share)} stays unexplained.</strong> Nothing that we know of accounts for it. Where that is most
        of the pain, the body shows it striped.
      </p>
    </div>
  )
}

function Widespread() {
  return (
    <div className={styles.widespread}>
      <h2>This is pain in many places</h2>
      <p>
        When so much of the body hurts, a list of single muscles would mislead. Widespread pain usually has to do with
        how the nervous system handles pain, with sleep, illness or medicine, and not with many knots at once.
      </p>
      <p>
        It is real, and there is help for it: talk to a doctor about widespread pain. To look at one spot, clear the
        body and paint only the pain that troubles you most.
      </p>
    </div>
  )
}
