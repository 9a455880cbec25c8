/** The decision: clear, caution, refer or emergency, with its reasons and what to do. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { acceptanceOf, type Course, type Flag, gateOf, namedPlaces } from 'unknot'
import { placeName } from '../../naming.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import type { Assessed } from '../clinic.ts'
import { CrisisLine, EmergencyWhere, useEmergency } from '../parts/emergency.tsx'
import parts from '../parts/parts.module.css'
import { Badge, Card, Choose, Press, Toggle } from '../parts/parts.tsx'
import { Clearance } from './clearance.tsx'
import intake from './intake.module.css'
import styles from './questions.module.css'

type Props = {
  readonly course: Course
  readonly assessed: Assessed
  readonly onChange: () => void
  readonly onGoOn: () => void
}

export function Decision(props: Props) {
  const { screening } = props.assessed
  switch (screening.kind) {
    case 'emergency':
      return <Emergency {...props} whatToDo={screening.whatToDo} />
    case 'refer':
      return <Refer {...props} whatToDo={screening.whatToDo} within={screening.within} />
    case 'caution':
      return <Caution {...props} />
    case 'clear':
      return <Clear {...props} />
  }
}

function Emergency({ course, assessed, onChange, whatToDo }: Props & { readonly whatToDo: readonly string[] }) {
  const { here } = useEmergency()
  // the first sentence is that of the place where somebody is
  const sentences = [here.say, ...whatToDo.slice(1)]
  return (
    <>
      <section className={styles.alarm} role="alert" aria-labelledby="decision">
        <h1 id="decision">This is an emergency</h1>
        <a className={styles.call} href={`tel:${here.number}`}>
          Call {here.number}
        </a>
        <ul className={parts.plain}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <EmergencyWhere onAlarm />
      </section>
      <h2>Why</h2>
      <Reasons flags={assessed.screening.flags.filter((flag) => flag.within === 'now')} />
      <p>Nothing is pressed, and no plan is made.</p>
      <Afterwards course={course} assessed={assessed} onChange={onChange} />
    </>
  )
}

function Refer({
  course,
  assessed,
  onChange,
  whatToDo,
  within,
}: Props & { readonly whatToDo: readonly string[]; readonly within: 'today' | 'weeks' }) {
  return (
    <>
      <h1>{within === 'today' ? 'To be seen today' : 'To be seen before anything is pressed'}</h1>
      <Card tone="stop">
        <ul className={parts.plain} style={{ fontSize: 18 }}>
          {whatToDo.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      {assessed.screening.flags.some((flag) => flag.id === 'rf-39') && <CrisisLine />}
      <OpenEmergencies course={course} assessed={assessed} />
      <h2>Why</h2>
      <Reasons flags={assessed.screening.flags.filter((flag) => flag.within !== undefined)} />
      <p>No plan is made until this has been looked at. The letter says what was found, for whoever looks.</p>
      <Link to="/person/$id/letter" params={{ id: course.person.id }} className={`${parts.button} ${parts.primary}`}>
        Read and print the letter
      </Link>
      <Afterwards course={course} assessed={assessed} onChange={onChange} />
    </>
  )
}

const answers = [
  { value: 'no', label: 'No' },
  { value: 'unsure', label: 'Not sure', tone: 'care' },
  { value: 'yes', label: 'Yes', tone: 'care' },
] as const

/** A referral comes as soon as it is known; what would make it an emergency may not have been asked by then. */
function OpenEmergencies({ course, assessed }: Pick<Props, 'course' | 'assessed'>) {
  const care = useCare()
  const { screening, questions } = assessed
  const open = screening.unanswered.flatMap((id) =>
    questions.filter((question) => question.id === id && question.ifYes === 'emergency'),
  )
  if (open.length === 0) return null
  return (
    <Card>
      <h2>Could it be more urgent?</h2>
      <p className={parts.muted}>A yes or a “not sure” to one of these means that you call for help now.</p>
      {open.map(({ id, text, version }) => (
        <div key={id} className={styles.question}>
          <p>{text}</p>
          <Choose
            label={text}
            options={answers}
            chosen={null}
            onChoose={(answer) =>
              void care.record(course.person.id, { kind: 'answered', question: id, version, answer })
            }
            columns={3}
          />
        </div>
      ))}
    </Card>
  )
}

/** What may be done about a stop: put a slip right at once, or write down who has looked at it. */
function Afterwards({ course, assessed, onChange }: Pick<Props, 'course' | 'assessed' | 'onChange'>) {
  const mayChange = assessed.today.flags.some((flag) => flag.within !== undefined)
  return (
    <>
      {mayChange && (
        <div className={parts.row}>
          <Press look="quiet" onPress={onChange}>
            An answer was wrong: change it
          </Press>
        </div>
      )}
      <section className={intake.later} aria-labelledby="later">
        <h2 id="later" className={parts.ask}>
          For later
        </h2>
        <p className={parts.muted}>
          Once a doctor or another clinician has seen this and agreed to pressure treatment, write it down here. Until
          then nothing is pressed.
        </p>
        <Clearance course={course} assessed={assessed} />
      </section>
    </>
  )
}

const reasons = [
  'Examined today; nothing found that speaks against it.',
  'Cleared by their doctor.',
  'Known for a long time and unchanged.',
  'Agreed with the client after telling the risk.',
] as const

function Caution({ course, assessed, onChange, onGoOn }: Props) {
  const care = useCare()
  const [reason, setReason] = useState('')
  const { flags } = assessed.screening
  const isSelf = course.person.setting === 'self'
  const isOpen = gateOf(course, assessed) === 'open'
  const accept = async () => {
    const words = isSelf ? 'Read, and will keep to it.' : reason.trim()
    const accepted = acceptanceOf(assessed)
    if (await care.record(course.person.id, { kind: 'caution-accepted', ...accepted, reason: words })) onGoOn()
  }
  return (
    <>
      <h1>Yes, with care</h1>
      <p className={parts.lead}>
        {isSelf
          ? 'You can go on within these limits. The plan keeps to them.'
          : 'Treatment is possible within these limits. The plan keeps to them.'}
      </p>
      <Reasons flags={flags} asked={assessed.asked} />
      {isOpen ? (
        <Press look="primary" onPress={onGoOn} wide>
          Go on
        </Press>
      ) : isSelf ? (
        <Press look="primary" onPress={() => void accept()} wide>
          I have read this and will keep to it
        </Press>
      ) : (
        <Card>
          <h2>Why is it right to go on?</h2>
          <div className={parts.choices} style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))' }}>
            {reasons.map((one) => (
              <Toggle key={one} on={reason === one} onPress={() => setReason(one)}>
                {one}
              </Toggle>
            ))}
          </div>
          <label className={parts.field}>
            Or in your own words
            <textarea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
          </label>
          <Press look="primary" onPress={() => void accept()} disabled={reason.trim().length < 3} wide>
            Go on within these limits
          </Press>
        </Card>
      )}
      <Press look="quiet" onPress={onChange}>
        Change an answer
      </Press>
    </>
  )
}

function Clear({ onChange, onGoOn }: Props) {
  return (
    <>
      <h1>Nothing speaks against it</h1>
      <Card tone="good">
        <p className={parts.lead}>
          No warning sign came up in the answers, the drawing or the person. That does not rule out everything: stop and
          ask again if something new appears.
        </p>
      </Card>
      <Press look="primary" onPress={onGoOn} wide>
        Go on
      </Press>
      <Press look="quiet" onPress={onChange}>
        Change an answer
      </Press>
    </>
  )
}

const actionWords: Record<Flag['action'], string> = {
  STOP_EMERGENCY: 'Emergency',
  STOP_SAME_DAY: 'Today',
  STOP_REFER: 'See somebody first',
  BLOCK_REGION: 'Leave a place alone',
  CLINICIAN_ONLY: 'Not alone',
  MODIFY: 'Gentler',
  CAUTION: 'Take care',
}

export function Reasons({
  flags,
  asked,
}: {
  readonly flags: readonly Flag[]
  /** Where it is given, the places on the body are told as well. */
  readonly asked?: Assessed['asked']
}) {
  return (
    <ul className={styles.flags}>
      {flags.map((flag) => (
        <li key={flag.id}>
          <span className={parts.row}>
            <Badge tone={flag.within === undefined ? 'care' : 'stop'}>{actionWords[flag.action]}</Badge>
            {flag.unsure && <Badge>not sure counts as yes</Badge>}
          </span>
          <strong>{flag.because}</strong>
          <span>{flag.say}</span>
          {asked !== undefined && <Places flag={flag} asked={asked} />}
        </li>
      ))}
    </ul>
  )
}

/** Where on the body a flag changes something. */
function Places({ flag, asked }: { readonly flag: Flag; readonly asked: Assessed['asked'] }) {
  const { knowledge } = useWorkbench().model
  const notes = flag.effects.flatMap((effect) => (effect.note === undefined ? [] : [effect.note]))
  const regions = flag.effects.flatMap((effect) =>
    typeof effect.where === 'string'
      ? []
      : (effect.where.regions ?? []).map((region) =>
          placeName(knowledge, region, effect.where instanceof Object ? (effect.where.side ?? null) : null),
        ),
  )
  const isNamed = flag.effects.some((effect) => effect.where === 'named')
  const named = isNamed ? namedPlaces(flag, asked) : []
  const isAnywhere = isNamed && named.length === 0
  regions.push(...named.map(({ region, side }) => placeName(knowledge, region, side)))
  if (notes.length === 0 && regions.length === 0 && !isAnywhere) return null
  const shown = [...new Set(regions)]
  return (
    <span className={parts.muted}>
      {[...new Set(notes)].join(' ')} {isAnywhere && 'Nobody said where: so nothing is pressed anywhere. '}
      {shown.length > 0 && `Where: ${shown.slice(0, 6).join(', ')}${shown.length > 6 ? ' …' : ''}.`}
    </span>
  )
}
