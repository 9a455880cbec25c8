/** A ring that fills as time goes, with whatever stands in its middle. */
import type { ReactNode } from 'react'
import styles from './session.module.css'

type Props = {
  /** Of the time, 0 to 1. */
  readonly share: number
  /** Something breathes in the middle. */
  readonly calm: boolean
  readonly small?: boolean
  readonly children: ReactNode
}

export function Ring({ share, calm, small, children }: Props) {
  const around = 2 * Math.PI * 47
  const circle = { cx: 50, cy: 50, r: 47, fill: 'none' }
  return (
    <div className={`${styles.ring} ${small ? styles.ringSmall : ''}`}>
      {calm && <span className={styles.breath} aria-hidden="true" />}
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle {...circle} stroke="var(--line)" strokeWidth="4" />
        <circle
          {...circle}
          stroke="var(--brand)"
          strokeWidth="5"
          strokeLinecap="round"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - share)}
        />
      </svg>
      {children}
    </div>
  )
}
