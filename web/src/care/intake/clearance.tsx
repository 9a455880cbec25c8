/** What was stopped on an earlier day, and what is written down when somebody who may has looked at it. */
import { useState } from 'react'
import type { Assessed, ClearedBy, Course } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press } from '../parts/parts.tsx'
import { dateWord } from '../words.ts'

const who = [
  { value: 'doctor', label: 'A doctor' },
  { value: 'physiotherapist', label: 'A physiotherapist' },
  { value: 'other-clinician', label: 'Another clinician' },
] as const satisfies readonly { readonly value: ClearedBy; readonly label: string }[]

/** Shorter than this, a reason says nothing. */
const leastWords = 10

export function Clearance({ course, assessed }: { readonly course: Course; readonly assessed: Assessed }) {
  const care = useCare()
  const { knowledge } = useWorkbench().model
  const [by, setBy] = useState<ClearedBy | null>(null)
  const [reason, setReason] = useState('')
  const stopping = assessed.screening.flags.filter((flag) => flag.within !== undefined)
  const isSelf = course.person.setting === 'self'
  const since = assessed.standing.filter(({ flag }) => !assessed.today.flags.some((one) => one.id === flag.id))
  const clear = () => {
    if (by === null) return
    const questions = knowledge.questions.map((one) => one.id)
    void care.record(
      course.person.id,
      { kind: 'stop-cleared', flags: stopping.map((flag) => flag.id), who: by, reason: reason.trim() },
      { kind: 'screen-begun', form: 'full', questions },
    )
  }
  return (
    <details className={parts.fold}>
      <summary>It has been looked at since</summary>
      <Card>
        {since.length > 0 && (
          <p>
            Found on {dateWord(Math.min(...since.map((one) => one.atMs)))}. It stands until somebody has looked at it,
            whatever is answered today.
          </p>
        )}
        <h3>Who looked at it and agreed to pressure treatment?</h3>
        <Choose label="Who looked at it" options={who} chosen={by} onChoose={setBy} columns={1} />
        <label className={parts.field}>
          What did they find and say, and when?
          <textarea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
        </label>
        <p className={parts.muted}>
          {isSelf ? 'Only if they know that you mean to press sore spots yourself. ' : ''}
          This is kept. All questions are then asked again.
        </p>
        <Press look="primary" wide onPress={clear} disabled={by === null || reason.trim().length < leastWords}>
          Keep this, and ask again
        </Press>
      </Card>
    </details>
  )
}
