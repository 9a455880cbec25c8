/** A day or two after a session: a few questions, each a tap; no is said, never assumed. */
import { useState } from 'react'
import { type Course, classifySoreness, type FollowUp, type SeriousSign, type SessionState } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press, Scale, Toggle } from '../parts/parts.tsx'
import { useScreenBegin } from '../session/session-page.tsx'

const bruises = [
  { value: 'none', label: 'No' },
  { value: 'light', label: 'A light one' },
  { value: 'marked', label: 'A marked one' },
] as const

const yesNo = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const

const signs: readonly (readonly [SeriousSign, string])[] = [
  ['numbness-or-weakness', 'New numbness or weakness'],
  ['dark-urine', 'Dark urine'],
  ['swollen-limb', 'A swollen arm or leg'],
  ['growing-lump-or-bruise', 'A growing lump or bruise'],
  ['fever', 'Fever'],
  ['breathless', 'Short of breath'],
  ['red-flag', 'Something else that worries me'],
]

type Props = { readonly course: Course; readonly session: SessionState; readonly onDone: () => void }

export function FollowUpForm({ course, session, onDone }: Props) {
  const care = useCare()
  const begin = useScreenBegin(course)
  const { knowledge } = useWorkbench().model
  const [above, setAbove] = useState<number | null>(null)
  const [pain, setPain] = useState<number | null>(null)
  const [bruise, setBruise] = useState<'none' | 'light' | 'marked' | null>(null)
  const [slept, setSlept] = useState<'yes' | 'no' | null>(null)
  const [headache, setHeadache] = useState<'yes' | 'no' | null>(null)
  const [seen, setSeen] = useState<readonly SeriousSign[] | null>(null)
  const keep = async () => {
    if (above === null || bruise === null || slept === null || headache === null || seen === null) return
    const endMs = session.ended?.atMs ?? session.startedMs
    const report: FollowUp = {
      hoursAfter: Math.max(0, Math.round(((care.now() - endMs) / 3_600_000) * 10) / 10),
      abovePoints: above,
      bruise,
      isSleepDisturbed: slept === 'yes',
      headacheHours: headache === 'yes' ? 25 : 0,
      signs: seen,
      ...(pain === null ? {} : { painNow: pain }),
    }
    const told = [{ kind: 'followed-up' as const, session: session.id, report }]
    const rated = pain === null ? [] : [{ kind: 'measured' as const, instrument: 'om-01', values: { now: pain } }]
    if (!(await care.record(course.person.id, ...told, ...rated))) return
    onDone()
    if (classifySoreness(report, knowledge).class === 'adverse-serious') await begin('full')
  }
  const flip = (sign: SeriousSign) =>
    setSeen(seen?.includes(sign) ? seen.filter((one) => one !== sign) : [...(seen ?? []), sign])
  const isOpen = bruise === null || slept === null || headache === null || seen === null
  /** Nothing is taken for a no that nobody said: one tap says it for all that is left. */
  const noToTheRest = () => {
    setBruise(bruise ?? 'none')
    setSlept(slept ?? 'no')
    setHeadache(headache ?? 'no')
    setSeen(seen ?? [])
  }
  return (
    <Card>
      <h2>How is it since the session?</h2>
      <h3>How much more sore than usual is it there?</h3>
      <Scale
        label="Soreness above the usual"
        value={above}
        onValue={setAbove}
        low="no more than usual"
        high="unbearable"
      />
      <h3>And the pain that brought you?</h3>
      <Scale label="Pain now" value={pain} onValue={setPain} />
      <h3>A bruise?</h3>
      <Choose label="Bruise" options={bruises} chosen={bruise} onChoose={setBruise} columns={3} />
      <h3>Did it disturb your sleep?</h3>
      <Choose label="Sleep disturbed" options={yesNo} chosen={slept} onChoose={setSlept} columns={2} />
      <h3>A headache for more than a day?</h3>
      <Choose
        label="Headache for more than a day"
        options={yesNo}
        chosen={headache}
        onChoose={setHeadache}
        columns={2}
      />
      <h3>Any of these?</h3>
      <div className={parts.choices} style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
        {signs.map(([sign, label]) => (
          <Toggle key={sign} on={seen?.includes(sign) ?? false} onPress={() => flip(sign)}>
            {label}
          </Toggle>
        ))}
        <Toggle on={seen?.length === 0} onPress={() => setSeen([])}>
          None of these
        </Toggle>
      </div>
      {isOpen && (
        <Press wide onPress={noToTheRest}>
          No to everything else
        </Press>
      )}
      <Press look="primary" wide onPress={() => void keep()} disabled={above === null || isOpen}>
        {above === null ? 'First the soreness, 0 to 10' : isOpen ? 'Some answers are still open' : 'Keep it'}
      </Press>
    </Card>
  )
}
