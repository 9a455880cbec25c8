/** One possible source: what it is, how well it fits, and on asking why. */
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { Ranking } from '../model.ts'
import { findSource, gradeWord, placeName, sourceName, techniqueWord } from '../naming.ts'
import { Icon, kindIcon } from '../parts/icons.tsx'
import { Legend } from '../parts/legend.tsx'
import { RippleLink } from '../ripple/ripple-link.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './entry.module.css'
import { bandOf, bandWords, percent, shareWords } from './wording.ts'

type Source = Ranking['sources'][number]
type Props = {
  readonly source: Source
  readonly open: boolean
  readonly pressNext: boolean
  readonly onToggle: () => void
}

export function Entry({ source, open, pressNext, onToggle }: Props) {
  const { knowledge } = useWorkbench().model
  const name = sourceName(knowledge, source)
  const band = bandOf(source.probability)
  const details = useId()
  const isPoint = source.kind === 'trigger-point'
  return (
    <li className={styles.entry} data-open={open || undefined}>
      <button type="button" className={styles.line} aria-expanded={open} aria-controls={details} onClick={onToggle}>
        <span className={styles.icon} data-rival={!isPoint || undefined}>
          <Icon name={kindIcon(source.kind)} size={24} />
        </span>
        <span className={styles.words}>
          <span className={styles.title}>{name.title}</span>
          <span className={styles.detail}>
            {[name.detail, isPoint ? '' : name.kindWord].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={styles.fit}>
          <span className={styles.band} data-band={band}>
            {bandWords[band]}
          </span>
          <span className={styles.number}>{percent(source.probability)}</span>
        </span>
        <span className={styles.share}>
          <span className={styles.meter} aria-hidden="true">
            <span style={{ width: `${Math.round(100 * source.explains)}%` }} />
          </span>
          <span className={styles.shareWords}>
            would explain {shareWords(source.explains)} of it
            {pressNext && <span className={styles.press}>Press next</span>}
          </span>
        </span>
      </button>
      <div id={details} hidden={!open}>
        {open && <Details source={source} />}
      </div>
    </li>
  )
}

function Details({ source }: { readonly source: Source }) {
  const { knowledge } = useWorkbench().model
  const found = findSource(knowledge, source.id)
  const rival = source.confusedWith === null ? null : sourceName(knowledge, source.confusedWith)
  const first = source.satelliteOf === null ? null : sourceName(knowledge, source.satelliteOf)
  const places = (list: Source['because']) =>
    list.map(({ region, side }) => placeName(knowledge, region, side)).join(', ')
  const grade =
    found === null ? null : gradeWord((found.kind === 'point' ? found.point : found.other).refersTo[0]!.grade)
  return (
    <div className={styles.details}>
      <Legend muscle={found?.kind === 'point'} />
      {found?.kind === 'point' && (
        <p className={styles.plain}>
          A tender spot here would explain {shareWords(source.explains)} of this pain. {found.point.where.text}{' '}
          {found.point.feels.text}
        </p>
      )}
      {found?.kind === 'other' && (
        <p className={styles.plain}>
          {found.other.plain.text} {found.other.feels.text}
        </p>
      )}
      {source.because.length > 0 && (
        <section>
          <h2>What speaks for it</h2>
          <ul className={styles.because}>
            {source.because.slice(0, 5).map((place) => (
              <li key={`${place.region} ${place.side}`}>
                <span>{placeName(knowledge, place.region, place.side)}</span>
                <span className={styles.small}>
                  explains {shareWords(place.weight)} of the pain there, {percent(place.weight)}
                </span>
                <span className={styles.meter} aria-hidden="true">
                  <span style={{ width: `${Math.round(100 * place.weight)}%` }} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {source.blank.length > 0 && (
        <section>
          <h2>What speaks against it</h2>
          <p>It would usually hurt here too, but nothing is painted: {places(source.blank.slice(0, 4))}.</p>
        </section>
      )}
      {first !== null && (
        <section>
          <h2>Press another one first</h2>
          <p>
            This may be a satellite of {first.title}
            {first.detail && `, ${first.detail.toLowerCase()}`}: a spot that the other one keeps going.
          </p>
        </section>
      )}
      {rival !== null && (
        <section>
          <h2>Easily confused with</h2>
          <p>
            {rival.title}
            {rival.detail && `, ${rival.detail.toLowerCase()}`}
          </p>
        </section>
      )}
      {found?.kind === 'point' && (
        <section>
          <h2>How to find it</h2>
          <p>
            {found.point.find.text} {techniqueWord(found.part.clinic.palpate.technique)}.
          </p>
        </section>
      )}
      {found?.kind === 'other' && found.other.tellsApart[0] !== undefined && (
        <section>
          <h2>What tells it apart</h2>
          <p>{found.other.tellsApart[0].text}</p>
        </section>
      )}
      {grade !== null && (
        <section>
          <h2>How sure the pattern is</h2>
          <p>
            <strong>{grade.short}.</strong> {grade.long}
          </p>
        </section>
      )}
      <p className={styles.links}>
        {found !== null && <More source={source} />}
        {found?.kind === 'point' && source.side !== null && (
          <RippleLink className={styles.more} muscle={found.muscle.id} part={found.part.id} side={source.side} />
        )}
      </p>
    </div>
  )
}

function More({ source }: { readonly source: Source }) {
  const search = source.side === null ? {} : { side: source.side }
  if (source.muscle !== null) {
    return (
      <Link className={styles.more} to="/muscle/$id" params={{ id: source.muscle }} search={search}>
        All about this muscle
      </Link>
    )
  }
  return (
    <Link className={styles.more} to="/source/$id" params={{ id: source.id }} search={search}>
      All about this source
    </Link>
  )
}
