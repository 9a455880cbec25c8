import { Link } from '@tanstack/react-router'
import type { Side } from '../model.ts'
import { sourceName } from '../naming.ts'
import { Icon, kindIcon } from '../parts/icons.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './find.module.css'

type Props = {
  readonly kind: 'muscle' | 'other-source'
  readonly id: string
  readonly side?: Side | null
  /** Instead of the other names: why it is in the list. */
  readonly note?: string
  /** How much of a place it reaches, 0 to 1. */
  readonly share?: number
}

/** A muscle or another source as a line that leads to its page. */
export function SourceRow({ kind, id, side = null, note, share }: Props) {
  const { knowledge } = useWorkbench().model
  const muscle = kind === 'muscle' ? knowledge.muscles.find((record) => record.id === id) : undefined
  const other = kind === 'other-source' ? knowledge.otherSources.find((record) => record.id === id) : undefined
  if (muscle === undefined && other === undefined) return null
  const also = (muscle ?? other)!.alsoCalled.slice(0, 3).join(', ')
  const search = side === null ? {} : { side }
  const inside = (
    <>
      <span className={styles.icon} data-kind={kind}>
        <Icon name={kindIcon(other?.kind ?? 'trigger-point')} />
      </span>
      <span className={styles.words}>
        <b>{muscle?.name.en ?? other?.name}</b>
        <span>
          {note ??
            (other === undefined
              ? also
              : [sourceName(knowledge, { id, side: null }).kindWord, also].filter(Boolean).join(' · '))}
        </span>
        {share !== undefined && (
          <span className={styles.bar} aria-hidden="true">
            <i style={{ width: `${Math.round(100 * share)}%` }} />
          </span>
        )}
      </span>
    </>
  )
  return (
    <li>
      {kind === 'muscle' ? (
        <Link to="/muscle/$id" params={{ id }} search={search} className={styles.row}>
          {inside}
        </Link>
      ) : (
        <Link to="/source/$id" params={{ id }} search={search} className={styles.row}>
          {inside}
        </Link>
      )}
    </li>
  )
}
