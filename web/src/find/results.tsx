import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { finderOf, type Knowledge, regionFinderOf } from 'unknot'
import { Icon } from '../parts/icons.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './find.module.css'
import { SourceRow } from './source-row.tsx'

const most = 24

/** What fits what was typed, best first: muscles and other sources, then places that pain can be painted on. */
export function Results({ typed }: { readonly typed: string }) {
  const { knowledge } = useWorkbench().model
  const finders = useMemo(() => findersOf(knowledge), [knowledge])
  const found = useMemo(() => finders.sources(typed).slice(0, most), [finders, typed])
  const regions = useMemo(() => finders.regions(typed).slice(0, 6), [finders, typed])
  const nothing = found.length + regions.length === 0
  return (
    <>
      <VisuallyHidden role="status">
        {nothing ? 'Nothing found' : `${found.length} muscles and sources, ${regions.length} places found`}
      </VisuallyHidden>
      {nothing && (
        <p className={styles.none}>
          Nothing is called “{typed}” here. Try a simpler word, such as “jaw” or “calf”, or look by place below.
        </p>
      )}
      {found.length > 0 && (
        <ul className={styles.rows} aria-label="Muscles and other sources">
          {found.map(({ kind, id }) => (
            <SourceRow key={`${kind} ${id}`} kind={kind} id={id} />
          ))}
        </ul>
      )}
      {regions.length > 0 && (
        <section className={styles.block}>
          <h2>Places</h2>
          <ul className={styles.chips}>
            {regions.map(({ id, name }) => (
              <li key={id}>
                <Link to="/find" search={{ region: id }} className={styles.chip}>
                  <Icon name="body" size={18} />
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

let made: {
  readonly of: Knowledge
  readonly sources: ReturnType<typeof finderOf>
  readonly regions: ReturnType<typeof regionFinderOf>
} | null = null

/** One index for the life of the app: it is made in a moment, but not in none. */
function findersOf(knowledge: Knowledge) {
  if (made?.of !== knowledge) made = { of: knowledge, sources: finderOf(knowledge), regions: regionFinderOf(knowledge) }
  return made
}
