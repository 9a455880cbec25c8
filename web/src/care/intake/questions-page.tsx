/** The questions about safety that matter for this drawing and person, kept one by one, then the decision. */
import { useEffect, useState } from 'react'
import { type Course, gateOf, mayPlan, type Question } from 'unknot'
import { useCare } from '../care-context.tsx'
import { type Assessed, formOf, useAssessed } from '../clinic.ts'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press } from '../parts/parts.tsx'
import { Decision } from './decision.tsx'
import styles from './questions.module.css'

export function QuestionsPage() {
  useTitle('Questions about safety')
  return <WithCourse>{(course) => <Questions key={course.person.id} course={course} />}</WithCourse>
}

function Questions({ course }: { readonly course: Course }) {
  const care = useCare()
  const go = useGo(course)
  const assessed = useAssessed(course)
  const [changing, setChanging] = useState(false)
  const { screening } = assessed
  const isStopped = !mayPlan(screening)
  const decided = course.screen?.decided ?? null
  useEffect(() => {
    // what stops everything is written down at once, not when somebody presses a button
    if (!isStopped || decided?.decision === screening.kind) return
    void care.record(course.person.id, screenedEvent(course, assessed))
  }, [care, course, assessed, isStopped, decided, screening.kind])
  const gate = gateOf(course, assessed)
  const showDecision = !changing && (isStopped || gate === 'accept' || gate === 'open')
  const finish = async () => {
    setChanging(false)
    await care.record(course.person.id, screenedEvent(course, assessed))
  }
  return (
    <Frame course={course} step="questions">
      {showDecision ? (
        <Decision
          course={course}
          assessed={assessed}
          onChange={() => setChanging(true)}
          onGoOn={() => go(course.sessions.length === 0 && course.person.setting === 'clinic' ? 'examine' : 'plan')}
        />
      ) : (
        <Form course={course} assessed={assessed} onDone={() => void finish()} />
      )}
    </Frame>
  )
}

function screenedEvent(course: Course, { screening }: Assessed) {
  return {
    kind: 'screened',
    form: formOf(course),
    decision: screening.kind,
    flags: screening.flags.map((flag) => flag.id),
  } as const
}

const groupWords: Record<Question['group'], string> = {
  emergency: 'Right now',
  today: 'Today',
  nerves: 'Feeling and strength',
  'general-health': 'Health in general',
  'heart-and-lungs': 'Heart and lungs',
  'blood-vessels': 'Blood vessels',
  'head-and-neck': 'Head and neck',
  'bones-and-injury': 'Bones and injuries',
  'joints-and-muscles': 'Joints and muscles',
  'belly-and-pelvis': 'Belly and pelvis',
  skin: 'Skin',
  mind: 'How you are',
  pregnancy: 'Pregnancy',
  conditions: 'Known conditions',
  medicines: 'Medicines',
  examination: 'What the therapist sees',
}

const answers = [
  { value: 'no', label: 'No' },
  { value: 'unsure', label: 'Not sure', tone: 'care' },
  { value: 'yes', label: 'Yes', tone: 'care' },
] as const

function Form({
  course,
  assessed,
  onDone,
}: {
  readonly course: Course
  readonly assessed: Assessed
  readonly onDone: () => void
}) {
  const care = useCare()
  const { questions } = assessed
  const open = questions.filter((question) => course.answers[question.id] === undefined)
  const groups = [...new Set(questions.map((question) => question.group))]
  const answer = (asked: readonly Question[], value: 'yes' | 'no' | 'unsure') =>
    void care.record(
      course.person.id,
      ...asked.map((question) => ({
        kind: 'answered' as const,
        question: question.id,
        version: question.version,
        answer: value,
      })),
    )
  const isShort = formOf(course) === 'short'
  return (
    <>
      <h1>{isShort ? 'What has changed?' : 'Before anything is pressed'}</h1>
      <p className={parts.lead}>
        {isShort
          ? 'The short questions before every session.'
          : 'These questions find what must be seen by a doctor first. "Not sure" counts as yes.'}
      </p>
      <div
        className={styles.progress}
        role="progressbar"
        aria-label="Answered"
        aria-valuemin={0}
        aria-valuemax={questions.length}
        aria-valuenow={questions.length - open.length}
      >
        <span style={{ width: `${(100 * (questions.length - open.length)) / Math.max(1, questions.length)}%` }} />
      </div>
      {groups.map((group) => {
        const own = questions.filter((question) => question.group === group)
        const rest = own.filter((question) => course.answers[question.id] === undefined)
        return (
          <Card key={group}>
            <h2>{groupWords[group]}</h2>
            {own.map((question) => (
              <div key={question.id} className={styles.question}>
                <p id={`q-${question.id}`}>{question.text}</p>
                <Choose
                  label={question.text}
                  options={answers}
                  chosen={course.answers[question.id] ?? null}
                  onChoose={(value) => answer([question], value)}
                  columns={3}
                />
              </div>
            ))}
            {rest.length > 1 && (
              <Press look="quiet" onPress={() => answer(rest, 'no')}>
                No to {rest.length === own.length ? 'all of these' : `the other ${rest.length}`}
              </Press>
            )}
          </Card>
        )
      })}
      <div className={parts.bar}>
        {isShort && open.length > 1 && (
          <Press onPress={() => answer(open, 'no')} label="Nothing new: no to every open question">
            Nothing new: no to all
          </Press>
        )}
        <Press look="primary" onPress={onDone} disabled={open.length > 0}>
          {open.length > 0 ? `${open.length} still open` : 'See the decision'}
        </Press>
      </div>
    </>
  )
}
