/** Finding by name, by the place that hurts, or by the part of the body a muscle belongs to. */
import { TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useState } from 'react'
import pageStyles from '../pages/page.module.css'
import { Back } from '../pages/parts.tsx'
import { Icon } from '../parts/icons.tsx'
import { useTitle } from '../parts/use-title.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { Browse } from './browse.tsx'
import styles from './find.module.css'
import { RegionView } from './region-view.tsx'
import { Results } from './results.tsx'

export function FindPage() {
  const { region, side } = useSearch({ from: '/find' })
  const { knowledge } = useWorkbench().model
  const record = knowledge.regions.find(({ id }) => id === region)
  return record === undefined ? <SearchPage /> : <RegionView key={record.id} region={record} side={side ?? 'right'} />
}

function SearchPage() {
  const { looking } = useWorkbench()
  const navigate = useNavigate()
  const { q } = useSearch({ from: '/find' })
  useTitle('Find a muscle')
  const [typed, setTyped] = useState(q ?? '')
  const wanted = useDeferredValue(typed.trim())
  useEffect(() => looking.set({ place: null, source: null }), [looking])
  const type = (next: string) => {
    setTyped(next)
    // the address keeps what was looked for, so that the way back from a muscle leads to the same list
    void navigate({ to: '/find', search: next.trim() === '' ? {} : { q: next.trim() }, replace: true })
  }
  return (
    <article className={pageStyles.page}>
      <Back />
      <header className={pageStyles.head}>
        <h1>Find a muscle</h1>
        <p className={styles.intro}>or a nerve, joint, organ or place. Common names and slips of spelling are fine.</p>
      </header>
      <search className={styles.search}>
        <TextInput
          type="search"
          size="lg"
          radius="xl"
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          placeholder="traps, jaw muscle, sciatica"
          aria-label="What to find"
          leftSection={<Icon name="search" />}
        />
      </search>
      {wanted === '' ? <Browse /> : <Results typed={wanted} />}
    </article>
  )
}
