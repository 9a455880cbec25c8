/** One place of the body: what sends pain there, and what lies there. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { sourcesOfRegion } from 'unknot'
import type { Knowledge, Side } from '../model.ts'
import { capital, findSource, partWithin, placeName, spotNumber } from '../naming.ts'
import pageStyles from '../pages/page.module.css'
import { Sides } from '../pages/parts.tsx'
import { Icon } from '../parts/icons.tsx'
import { useTitle } from '../parts/use-title.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './find.module.css'
import { SourceRow } from './source-row.tsx'

type Props = { readonly region: Knowledge['regions'][number]; readonly side: Side }

export function RegionView({ region, side: asked }: Props) {
  const workbench = useWorkbench()
  const { inner, body, knowledge } = workbench.model
  const navigate = useNavigate()
  const side = region.sided ? asked : null
  useTitle(placeName(knowledge, region.id, side))
  const { sends, lies } = useMemo(() => sourcesOfRegion(inner, region.id, side), [inner, region, side])
  useEffect(() => {
    const place = body.places.findIndex((one) => one.region === region.id && one.side === side)
    workbench.looking.set({ source: null, place: place < 0 ? null : place })
    return () => workbench.looking.set({ place: null })
  }, [workbench, body, region, side])
  const muscles = sends.filter(({ kind }) => kind === 'muscle')
  const others = sends.filter(({ kind }) => kind === 'other-source')
  return (
    <article className={pageStyles.page}>
      <Link to="/find" className={pageStyles.back}>
        <Icon name="back" size={20} />
        All places and muscles
      </Link>
      <header className={pageStyles.head}>
        <h1>{placeName(knowledge, region.id, side)}</h1>
        <p className={styles.intro}>{capital(region.where)}.</p>
      </header>
      {region.sided && (
        <Sides
          side={asked}
          onSide={(next) => void navigate({ to: '/find', search: { region: region.id, side: next }, replace: true })}
        />
      )}
      <section className={styles.block}>
        <h2>Muscles that send pain here</h2>
        <p>The bar says how much of the place the pattern covers; it says nothing of how likely it is.</p>
        {muscles.length === 0 && <p>No muscle of this edition is known for it.</p>}
        <ul className={styles.rows}>
          {muscles.map(({ id, point, share, side: from }) => (
            <SourceRow key={id} kind="muscle" id={id} side={from} share={share} note={spotWord(knowledge, point!)} />
          ))}
        </ul>
      </section>
      {lies.length > 0 && (
        <section className={styles.block}>
          <h2>Muscles that lie here</h2>
          <ul className={styles.rows}>
            {lies.map(({ muscle, parts }) => (
              <SourceRow key={muscle} kind="muscle" id={muscle} side={side} {...partsNote(knowledge, muscle, parts)} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section className={styles.block}>
          <h2>What else can hurt here</h2>
          <ul className={styles.rows}>
            {others.map(({ id, share, side: from }) => (
              <SourceRow key={id} kind="other-source" id={id} side={from} share={share} />
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

/** "Upper trapezius, spot 2"; what the muscle's own name says is not said again. */
function spotWord(knowledge: Knowledge, point: string): string {
  const found = findSource(knowledge, point)
  if (found?.kind !== 'point') return ''
  const part = partWithin(found.muscle, found.part)
  const spot = found.part.triggerPoints.length > 1 ? `spot ${spotNumber(point)}` : ''
  return capital([part, spot].filter(Boolean).join(', '))
}

function partsNote(knowledge: Knowledge, muscleId: string, parts: readonly (string | null)[]): { note?: string } {
  const muscle = knowledge.muscles.find(({ id }) => id === muscleId)
  if (muscle === undefined) return {}
  const named = muscle.parts
    .filter(({ id }) => id !== null && parts.includes(id))
    .map((part) => partWithin(muscle, part))
  return named.length === 0 || muscle.parts.length === named.length ? {} : { note: named.join(', ') }
}
