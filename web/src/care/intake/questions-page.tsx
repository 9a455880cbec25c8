/** The questions about safety that matter for this drawing and person, kept one by one, then the decision. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Course, decisionOf, gateOf, mayPlan, type Question, questionsWithPlace, toTick } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { type Assessed, formOf, useAssessed } from '../clinic.ts'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Card, Choose, Press } from '../parts/parts.tsx'
import { lowerFirst, spotWord } from '../words.ts'
import { Conditions } from './conditions.tsx'
import { Decision } from './decision.tsx'
import { PlacePicker } from './place-picker.tsx'
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
  useEffect(() => {
    // what stops everything is written down at once, not when somebody presses a button
    if (!isStopped || isKept(course, assessed)) return
    void care.record(course.person.id, screenedEvent(course, assessed))
  }, [care, course, assessed, isStopped])
  const gate = gateOf(course, assessed)
  const showDecision = !changing && (isStopped || gate === 'accept' || gate === 'open')
  const decision = showDecision ? screening.kind : null
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // a decision is read from its first word, wherever the last answer was
    if (decision !== null) toTop(top.current)
  }, [decision])
  const finish = async () => {
    setChanging(false)
    await care.record(course.person.id, screenedEvent(course, assessed))
  }
  return (
    <Frame course={course} step="questions">
      <div ref={top} className={styles.top} />
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

function toTop(element: HTMLElement | null): void {
  for (let one = element; one !== null; one = one.parentElement) one.scrollTop = 0
}

function screenedEvent(course: Course, assessed: Assessed) {
  return { kind: 'screened', form: formOf(course), ...decisionOf(assessed) } as const
}

/** Every stop of today's answers is in the record of this screen already. */
function isKept(course: Course, assessed: Assessed): boolean {
  const { decision, stops = [] } = decisionOf(assessed)
  const kept = course.stops.filter((one) => one.screenMs === course.screen?.begunMs && one.withdrawnMs === null)
  return (
    course.screen?.decided?.decision === decision &&
    stops.every((stop) => kept.some((one) => one.flag === stop.flag && one.action === stop.action))
  )
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
  const { knowledge } = useWorkbench().model
  const withPlace = useMemo(() => questionsWithPlace(knowledge), [knowledge])
  const { questions, asked } = assessed
  const given = asked.answers ?? {}
  const open = questions.filter((question) => given[question.id] === undefined)
  const homeless = questions.filter((question) => needsPlace(question) && course.places[question.id] === undefined)
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
  function needsPlace({ id }: Question): boolean {
    const isYes = given[id] === 'yes' || given[id] === 'unsure'
    // what was ticked has its place beside it
    return isYes && withPlace.has(id) && course.answers[id] !== undefined && course.answers[id] !== 'no'
  }
  const ticked = toTick(asked, knowledge)
    .filter((one) => one.hasPlace)
    .map((one) => one.id)
  const placeless = course.conditions.filter(({ id, places }) => places === null && ticked.includes(id))
  const left = open.length + homeless.length + placeless.length
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
      <Conditions course={course} assessed={assessed} isAgain={isShort} />
      {groups.map((group) => {
        const own = questions.filter((question) => question.group === group)
        const rest = own.filter((question) => given[question.id] === undefined)
        return (
          <Card key={group}>
            <h2>{groupWords[group]}</h2>
            {own.map((question) => (
              <div key={question.id} className={styles.question}>
                <p id={`q-${question.id}`}>{question.text}</p>
                <Choose
                  label={question.text}
                  options={answers}
                  chosen={given[question.id] ?? null}
                  onChoose={(value) => answer([question], value)}
                  columns={3}
                />
                {given[question.id] === 'yes' && course.answers[question.id] !== 'yes' && (
                  <p className={styles.why}>Yes, because of what was ticked or found. Take that back to change it.</p>
                )}
                {question.id === 'power-three' && <LowPower course={course} />}
                {needsPlace(question) && (
                  <PlacePicker
                    of={question.text}
                    places={course.places[question.id]}
                    painful={asked.pain}
                    onPlaces={(places) =>
                      void care.record(course.person.id, { kind: 'places-named', question: question.id, places })
                    }
                  />
                )}
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
        {left > 0 ? (
          <Press look={isShort ? 'usual' : 'primary'} onPress={toNextOpen}>
            {open.length > 0 ? `${left} still open: next` : 'Say where'}
          </Press>
        ) : (
          <Press look="primary" onPress={onDone}>
            See the decision
          </Press>
        )}
      </div>
    </>
  )
}

/** Brings the first question without an answer, or the first place that nobody has told, under the eye. */
function toNextOpen(): void {
  const form = document.querySelector('#panel') ?? document
  const asked = form.querySelector('[role="radiogroup"]:not(:has([aria-checked="true"]))')
  const place = [...form.querySelectorAll('section[aria-label^="Where: "]')].find(
    (one) => one.querySelector('[aria-pressed="true"]') === null,
  )
  const next = asked ?? place
  next?.scrollIntoView({ block: 'center' })
  next?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
}

/** Tests of power that found 3 of 5 or less, each to be taken back where it was a slip. */
function LowPower({ course }: { readonly course: Course }) {
  const care = useCare()
  const { knowledge } = useWorkbench().model
  const low = course.measures.filter((one) => one.instrument === 'strength' && (one.values.grade ?? 5) <= 3)
  return low.map(({ id, spot, values }) => (
    <Press key={id} onPress={() => void care.record(course.person.id, { kind: 'measure-withdrawn', measure: id })}>
      Take back: power {values.grade} of 5{spot !== null && `, ${lowerFirst(spotWord(knowledge, spot))}`}
    </Press>
  ))
}
