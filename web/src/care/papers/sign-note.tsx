/** Signing a note, after which it stays as it is, and adding to a signed one in the open. */
import { useState } from 'react'
import type { Course, SessionState } from 'unknot'
import { useCare } from '../care-context.tsx'
import parts from '../parts/parts.module.css'
import { Card, Press } from '../parts/parts.tsx'

type Props = { readonly course: Course; readonly session: SessionState }

/** Whoever signed last on this device most likely signs again. */
function lastSigner(all: readonly Course[]): string {
  const signed = all.flatMap((course) => course.sessions.flatMap((one) => one.note?.signed ?? []))
  return signed.toSorted((a, b) => b.atMs - a.atMs)[0]?.by ?? ''
}

function NameField({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  return (
    <label className={parts.field}>
      Your name
      <input value={value} onChange={(event) => onValue(event.target.value)} maxLength={120} autoComplete="name" />
    </label>
  )
}

export function Sign({ course, session }: Props) {
  const care = useCare()
  const [by, setBy] = useState(() => lastSigner(care.state.get().courses))
  const sign = () => void care.record(course.person.id, { kind: 'note-signed', session: session.id, by: by.trim() })
  return (
    <div data-noprint>
      <Card>
        <h2>Sign it</h2>
        <p className={parts.muted}>
          A signed note can no longer be changed, only added to. The name is what you type: this program does not check
          who you are.
        </p>
        <NameField value={by} onValue={setBy} />
        <Press wide onPress={sign} disabled={by.trim() === ''}>
          Sign and lock
        </Press>
      </Card>
    </div>
  )
}

export function Amend({ course, session }: Props) {
  const care = useCare()
  const [open, setOpen] = useState(false)
  const [by, setBy] = useState(() => lastSigner(care.state.get().courses))
  const [text, setText] = useState('')
  const add = async () => {
    const body = { kind: 'note-amended', session: session.id, by: by.trim(), text: text.trim() } as const
    if (!(await care.record(course.person.id, body))) return
    setText('')
    setOpen(false)
  }
  if (!open) {
    return (
      <div data-noprint>
        <Press onPress={() => setOpen(true)}>Add something</Press>
      </div>
    )
  }
  return (
    <div data-noprint>
      <Card>
        <h2>Add to the note</h2>
        <p className={parts.muted}>It stands below the note with its date and your name. The note itself stays.</p>
        <label className={parts.field}>
          What is to be added or put right
          <textarea value={text} onChange={(event) => setText(event.target.value)} maxLength={10_000} />
        </label>
        <NameField value={by} onValue={setBy} />
        <Press look="primary" wide onPress={() => void add()} disabled={text.trim() === '' || by.trim() === ''}>
          Add it
        </Press>
      </Card>
    </div>
  )
}
