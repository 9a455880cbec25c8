/** The whole record of this device in one file, and back. */
import { type ChangeEvent, useState } from 'react'
import { useStore } from '../store.ts'
import { useCare } from './care-context.tsx'
import parts from './parts/parts.module.css'
import { Press } from './parts/parts.tsx'
import styles from './people.module.css'
import { saveFile } from './save-file.ts'
import { agoWord } from './words.ts'

/** Past this, what is new since the last file is a loss that would hurt. */
const saveEveryMs = 7 * 86_400_000

export function RecordFile() {
  const care = useCare()
  const [said, setSaid] = useState<string | null>(null)
  const { savedMs, courses } = useStore(care.state, (state) => state)
  const hasAnything = courses.some((course) => !course.person.isDemo)
  const unsaved = care.unsaved()
  const isOld = unsaved > 0 && (savedMs === null || care.now() - savedMs > saveEveryMs)
  const save = async () => {
    saveFile(`unknot-record-${new Date().toISOString().slice(0, 10)}.json`, await care.save(), 'application/json')
    setSaid('Saved. The file holds health data in plain text: keep it where only you can read it.')
  }
  const restore = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file === undefined) return
    const restored = await care.restore(await file.text())
    if (restored.ok) setSaid(`Restored: ${restored.added} new entries, ${restored.known} were here already.`)
    else {
      const [first] = restored.problems
      setSaid(`Nothing was restored: ${first?.message ?? 'the file could not be read'}. ${first?.hint ?? ''}`)
    }
  }
  return (
    <section aria-labelledby="record-file" style={{ display: 'grid', gap: 12 }}>
      <h2 id="record-file">The record as a file</h2>
      <p className={parts.muted}>
        Everything stays in this browser. If the device is lost, so is the record: save it to a file now and then.
      </p>
      {hasAnything && (
        <p className={isOld ? styles.unsaved : parts.muted}>
          {savedMs === null
            ? 'It has never been saved to a file.'
            : `Last saved ${agoWord(savedMs, care.now())}${unsaved === 0 ? '; nothing new since' : ''}.`}
        </p>
      )}
      <div className={parts.row}>
        <Press onPress={() => void save()}>Save everything</Press>
        <label className={`${parts.button} ${styles.file}`}>
          Restore from a file
          <input type="file" accept="application/json,.json" onChange={(event) => void restore(event)} />
        </label>
      </div>
      <p role="status">{said}</p>
    </section>
  )
}
