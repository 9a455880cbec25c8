/** Name, age and sex put right; what they were stays in the record. */
import { useState } from 'react'
import type { Course } from 'unknot'
import { type Sex, sexes } from '../add-person.tsx'
import { useCare } from '../care-context.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press } from '../parts/parts.tsx'

export function ChangePerson({ course, onDone }: { readonly course: Course; readonly onDone: () => void }) {
  const care = useCare()
  const { person } = course
  const [name, setName] = useState(person.name)
  const [age, setAge] = useState(person.ageYears === undefined ? '' : String(person.ageYears))
  const [sex, setSex] = useState<Sex | null>(person.sex ?? null)
  const ageYears = Number.parseInt(age, 10)
  const isAge = age === '' || ageYears <= 120
  const keep = async () => {
    const changed = {
      ...(name.trim() === person.name ? {} : { name: name.trim() }),
      ...(age === '' || ageYears === person.ageYears ? {} : { ageYears }),
      ...(sex === null || sex === person.sex ? {} : { sex }),
    }
    const isSame = Object.keys(changed).length === 0
    if (isSame || (await care.record(person.id, { kind: 'person-changed', ...changed }))) onDone()
  }
  return (
    <Card>
      <label className={parts.field}>
        Name, or a number of your own
        <input value={name} onChange={(event) => setName(event.target.value)} maxLength={120} autoComplete="off" />
      </label>
      <label className={parts.field}>
        Age in years
        <input
          inputMode="numeric"
          value={age}
          onChange={(event) => setAge(event.target.value.replace(/\D/g, '').slice(0, 3))}
          autoComplete="off"
        />
      </label>
      <div>
        <h3>Sex</h3>
        <Choose label="Sex" options={sexes} chosen={sex} onChoose={setSex} columns={3} />
      </div>
      <p className={parts.muted}>Age and sex decide which questions are asked: another age may bring new ones.</p>
      <div className={parts.row}>
        <Press look="primary" onPress={() => void keep()} disabled={name.trim() === '' || !isAge}>
          Keep the change
        </Press>
        <Press look="quiet" onPress={onDone}>
          Cancel
        </Press>
      </div>
    </Card>
  )
}
