/** What the pages of muscles and other sources share. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Side } from '../model.ts'
import { gradeWord } from '../naming.ts'
import { Icon } from '../parts/icons.tsx'
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
