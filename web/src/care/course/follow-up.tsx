/** A day or two after a session: first what is never normal, then five questions, each a tap. None is answered yet. */
import { useState } from 'react'
import {
  type Course,
  classifySoreness,
  type FollowUp,
  questionOfSign,
  type SeriousSign,
  type SessionState,
} from 'unknot'
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
  const [seen, setSeen] = useState<readonly SeriousSign[] | null>(null)
  const [above, setAbove] = useState<number | null>(null)
  const [pain, setPain] = useState<number | null>(null)
  // nothing is answered before somebody has: a "no" that was never said must not read as one
  const [bruise, setBruise] = useState<'none' | 'light' | 'marked' | null>(null)
  const [slept, setSlept] = useState<'yes' | 'no' | null>(null)
  const [headache, setHeadache] = useState<'yes' | 'no' | null>(null)
  const isSerious = seen !== null && seen.length > 0
  const isOpen = seen === null || bruise === null || slept === null || headache === null
  /** Nothing is taken for a no that nobody said: one tap says it for all that is left. */
  const noToTheRest = () => {
    setSeen(seen ?? [])
    setBruise(bruise ?? 'none')
    setSlept(slept ?? 'no')
    setHeadache(headache ?? 'no')
  }
  const keep = async () => {
    if (!isSerious && (isOpen || above === null)) return
    const endMs = session.ended?.atMs ?? session.startedMs
    const report: FollowUp = {
      hoursAfter: Math.max(0, Math.round(((care.now() - endMs) / 3_600_000) * 10) / 10),
      ...(above === null ? {} : { abovePoints: above }),
      ...(bruise === null ? {} : { bruise }),
      ...(slept === null ? {} : { isSleepDisturbed: slept === 'yes' }),
      ...(headache === null ? {} : { headacheHours: headache === 'yes' ? 25 : 0 }),
      signs: seen ?? [],
      ...(pain === null ? {} : { painNow: pain }),
    }
    const told = [{ kind: 'followed-up' as const, session: session.id, report }]
    const rated = pain === null ? [] : [{ kind: 'measured' as const, instrument: 'om-01', values: { now: pain } }]
    if (!(await care.record(course.person.id, ...told, ...rated))) return
    onDone()
    if (classifySoreness(report, knowledge).class !== 'adverse-serious') return
    await begin(
      'full',
      (seen ?? []).map((sign) => questionOfSign[sign]),
    )
  }
  const flip = (sign: SeriousSign) => {
    const now = seen ?? []
    const next = now.includes(sign) ? now.filter((one) => one !== sign) : [...now, sign]
    setSeen(next.length === 0 ? null : next)
  }
  return (
    <Card>
      <h2>How is it since the session?</h2>
      <h3>Any of these?</h3>
      <div className={parts.choices} style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
        {signs.map(([sign, label]) => (
          <Toggle key={sign} on={seen?.includes(sign) ?? false} onPress={() => flip(sign)}>
            {label}
          </Toggle>
        ))}
        <Toggle on={seen?.length === 0} onPress={() => setSeen(seen?.length === 0 ? null : [])}>
          None of these
        </Toggle>
      </div>
      {isSerious ? (
        <p>
          <strong>That is not part of normal soreness.</strong> Keep it, and read what to do now. The other questions
          can wait.
        </p>
      ) : (
        <>
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
        </>
      )}
      {!isSerious && isOpen && (
        <Press wide onPress={noToTheRest}>
          No to everything else
        </Press>
      )}
      <Press look="primary" wide onPress={() => void keep()} disabled={!isSerious && (above === null || isOpen)}>
        {isSerious
          ? 'Keep it: what to do now'
          : above === null
            ? 'First the soreness, 0 to 10'
            : isOpen
              ? 'Some answers are still open'
              : 'Keep it'}
      </Press>
    </Card>
  )
}
