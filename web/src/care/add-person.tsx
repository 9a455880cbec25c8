/** A new client: a name or a number, and the two facts that safety asks for. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { drawingSchema } from '../model.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useCare } from './care-context.tsx'
import parts from './parts/parts.module.css'
import { Card, Choose, Press } from './parts/parts.tsx'

export type Sex = 'female' | 'male' | 'other'

export const sexes = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
] as const

export function AddPerson({ onCancel, withDrawing }: { readonly onCancel: () => void; readonly withDrawing: boolean }) {
  const care = useCare()
  const workbench = useWorkbench()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [age, setAge] = useState('')
  const [sex, setSex] = useState<Sex | null>(null)
  const ageHint = useId()
  const ageYears = Number.parseInt(age, 10)
  const isAge = age === '' || (ageYears >= 0 && ageYears <= 120)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || !isAge) return
    const id = await care.addPerson({
      name: name.trim(),
      setting: 'clinic',
      ...(age === '' ? {} : { ageYears }),
      ...(sex === null ? {} : { sex }),
    })
    if (id === null) return
    if (withDrawing) {
      const drawing = {
        schema: drawingSchema,
        body: workbench.model.body.edition,
        strokes: workbench.strokes(),
      } as const
      await care.record(id, { kind: 'drawing-saved', drawing })
    }
    await navigate({ to: '/person/$id/pain', params: { id } })
  }
  return (
    <Card>
      <form onSubmit={(event) => void add(event)} style={{ display: 'grid', gap: 16 }}>
        <label className={parts.field}>
          Name, or a number of your own
          <input
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={120}
            autoComplete="off"
            required
          />
        </label>
        <label className={parts.field}>
          Age in years
          <input
            inputMode="numeric"
            value={age}
            onChange={(event) => setAge(event.target.value.replace(/\D/g, '').slice(0, 3))}
            aria-describedby={ageHint}
            autoComplete="off"
          />
        </label>
        <p id={ageHint} className={parts.muted}>
          Without age and sex, every question that could depend on them is asked.
        </p>
        <div>
          <h3>Sex</h3>
          <Choose label="Sex" options={sexes} chosen={sex} onChoose={(value) => setSex(value)} />
        </div>
        <div className={parts.row}>
          <button type="submit" className={`${parts.button} ${parts.primary}`} disabled={name.trim() === '' || !isAge}>
            Add and go on
          </button>
          <Press look="quiet" onPress={onCancel}>
            Cancel
          </Press>
        </div>
        {withDrawing && <p className={parts.muted}>The drawing on the body will be kept for this client.</p>}
      </form>
    </Card>
  )
}
