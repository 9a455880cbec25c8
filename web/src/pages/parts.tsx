/** What the pages of muscles and other sources share. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Knowledge, Side } from '../model.ts'
import { gradeWord } from '../naming.ts'
import { Icon } from '../parts/icons.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './page.module.css'

export function Back() {
  return (
    <Link to="/" className={styles.back}>
      <Icon name="back" size={20} />
      Back to the drawing
    </Link>
  )
}

export function Section({
  title,
  care,
  children,
}: {
  readonly title: string
  readonly care?: boolean
  readonly children: ReactNode
}) {
  return (
    <section className={`${styles.section} ${care ? styles.care : ''}`}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

type Backed = { readonly text: string; readonly grade: string }

/** A claim with how well it is backed. */
export function Claim({ claim }: { readonly claim: Backed }) {
  return (
    <p>
      {claim.text} <Grade grade={claim.grade} />
    </p>
  )
}

export function Claims({ claims }: { readonly claims: readonly Backed[] }) {
  return (
    <ul>
      {claims.map((claim) => (
        <li key={claim.text}>
          {claim.text} <Grade grade={claim.grade} />
        </li>
      ))}
    </ul>
  )
}

export function Grade({ grade }: { readonly grade: string }) {
  const word = gradeWord(grade)
  return (
    <span className={styles.grade} title={word.long}>
      {word.short}
    </span>
  )
}

export function Sides({ side, onSide }: { readonly side: Side; readonly onSide: (side: Side) => void }) {
  return (
    <fieldset className={styles.sides} aria-label="Side shown on the body">
      {(['right', 'left'] as const).map((one) => (
        <button type="button" key={one} className={styles.side} aria-pressed={one === side} onClick={() => onSide(one)}>
          {one === 'right' ? 'Right' : 'Left'}
        </button>
      ))}
    </fieldset>
  )
}

/** Every work that a record cites, in full, once. */
export function Sources({ record }: { readonly record: unknown }) {
  const { knowledge } = useWorkbench().model
  const cited = new Set<string>()
  collect(record, cited)
  const works = knowledge.sources
    .filter((work) => cited.has(work.id))
    .sort((a, b) => a.authors.localeCompare(b.authors))
  if (works.length === 0) return null
  return (
    <Section title="Sources">
      <ul className={styles.sources}>
        {works.map((work) => (
          <li key={work.id}>{citation(work)}</li>
        ))}
      </ul>
    </Section>
  )
}

function citation(work: Knowledge['sources'][number]): string {
  return `${work.authors} (${work.year}). ${work.title}. ${work.published}.${work.doi ? ` doi:${work.doi}` : ''}`
}

function collect(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, into)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'source') for (const id of [inner].flat()) into.add(String(id))
      else collect(inner, into)
    }
  }
}
