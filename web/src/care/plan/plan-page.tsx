/** The plan: made from what is known, every number with its reason, changed by hand within its limits. */
import { useEffect, useState } from 'react'
import {
  type Course,
  type Gate,
  gateOf,
  isReactionOpen,
  keyOf,
  type LeftOut,
  type NoPlan,
  type Plan,
  planCourse,
  reactionFlag,
  signOffFlag,
  verdictFor,
} from 'unknot'
import { RippleForPlan } from '../../ripple/for-plan.tsx'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { type Assessed, useAssessed, useCourseRanking } from '../clinic.ts'
import { Blocked } from '../parts/blocked.tsx'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Card, Press } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import { CourseNumbers } from './course-numbers.tsx'
import { PointCard } from './point-card.tsx'

export function PlanPage() {
  useTitle('Plan')
  return <WithCourse>{(course) => <WithGate key={course.person.id} course={course} />}</WithCourse>
}

function WithGate({ course }: { readonly course: Course }) {
  const assessed = useAssessed(course)
  const gate: Gate = gateOf(course, assessed)
  if (gate !== 'open') return <Blocked course={course} gate={gate} assessed={assessed} step="plan" />
  return <MakePlan course={course} assessed={assessed} />
}

/** Makes the plan when there is none, or when something that it rests on has changed since. */
function MakePlan({ course, assessed }: { readonly course: Course; readonly assessed: Assessed }) {
  const care = useCare()
  const { model } = useWorkbench()
  const ranking = useCourseRanking(course)
  const stale = isStale(course)
  const made = stale ? planCourse(model.inner, course, assessed, ranking, care.now()) : (course.plan?.plan ?? null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is made once for each state of the course
  useEffect(() => {
    if (!stale || made === null || made.kind !== 'plan') return
    const because = course.plan === null ? 'first' : 'again'
    void care.record(course.person.id, { kind: 'plan-made', plan: made, because })
  }, [stale, course.lastMs])
  if (made === null) return null
  if (made.kind !== 'plan') return <NoPlanYet course={course} noPlan={made} />
  return <Shown course={course} assessed={assessed} plan={made} />
}

/** Whether something on which a plan rests came after it: findings, a drawing, answers, a session, its reaction. */
export function isStale(course: Course): boolean {
  if (course.plan === null) return true
  const { madeMs } = course.plan
  const last = Math.max(
    ...course.findings.map((one) => one.atMs),
    course.drawings.at(-1)?.atMs ?? 0,
    ...course.sessions.flatMap((one) => [one.ended?.atMs ?? 0, ...one.followUps.map((told) => told.atMs)]),
    course.screen?.decided?.atMs ?? 0,
    course.accepted.at(-1)?.atMs ?? 0,
  )
  return last > madeMs
}

function Shown({
  course,
  assessed,
  plan,
}: {
  readonly course: Course
  readonly assessed: Assessed
  readonly plan: Plan
}) {
  const care = useCare()
  const go = useGo(course)
  const isSelf = plan.setting === 'self'
  const change = (field: string, target: string | null, from: string, to: string, next: Plan) =>
    void care.record(course.person.id, { kind: 'plan-changed', field, target, from, to, plan: next })
  const changes = course.plan?.changes ?? []
  return (
    <Frame course={course} step="plan" broad>
      <h1>{isSelf ? 'What you can do' : 'The plan'}</h1>
      <p className={parts.lead}>
        {plan.dose.value === 'gentle' ? 'The gentle dose.' : 'The usual dose.'} {plan.dose.because.join(' ')}
      </p>
      <CourseNumbers course={course} plan={plan} assessed={assessed} onChange={change} />
      <h2>{plan.points.length === 1 ? 'The point' : `${plan.points.length} points, in this order`}</h2>
      {plan.points.map((point, index) => (
        <PointCard
          key={keyOf(point)}
          plan={plan}
          point={point}
          place={index + 1}
          assessed={assessed}
          changes={changes.filter((one) => one.target === keyOf(point))}
          onChange={change}
        />
      ))}
      {plan.leftOut.length > 0 && <Left leftOut={plan.leftOut} />}
      <RippleForPlan points={plan.points} />
      <div className={parts.two}>
        <Card>
          <h2>What to expect</h2>
          <ul className={parts.plain}>
            {plan.expect.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Card>
        <Card>
          <h2>What may keep it going</h2>
          {plan.causes.length === 0 ? (
            <p className={parts.muted}>Nothing was named with the pain. It can be added there at any time.</p>
          ) : (
            <ul className={parts.plain}>
              {plan.causes.map((cause) => (
                <li key={cause.factor}>
                  <strong>{cause.name}.</strong> {cause.advice}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
      <p className={parts.muted}>
        Slow breathing: {plan.breathing.value.inS} s in, {plan.breathing.value.outS} s out,{' '}
        {plan.breathing.value.minutes} minutes. {plan.breathing.because.join(' ')}{' '}
        {plan.heatMinutes.value > 0 && `Warmth for ${plan.heatMinutes.value} minutes. `}
        {plan.heatMinutes.because.join(' ')}
      </p>
      <div className={parts.bar}>
        <Press look="primary" onPress={() => go('session')}>
          {isSelf ? 'Start' : 'Start the session'}
        </Press>
      </div>
    </Frame>
  )
}

function Left({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const { knowledge } = useWorkbench().model
  return (
    <details className={parts.fold}>
      <summary>Not treated, and why ({leftOut.length})</summary>
      <ul className={parts.plain}>
        {leftOut.map((one) => (
          <li key={keyOf(one)}>
            <strong>{spotWord(knowledge, one)}.</strong> {one.because.join(' ')}
            {one.isWorthChecking && ' Worth feeling for.'}
          </li>
        ))}
      </ul>
    </details>
  )
}

const noPlanTitles: Record<NoPlan['kind'], string> = {
  'answer-first': 'First the questions',
  stopped: 'Nothing is pressed',
  'see-somebody': 'Time to have it looked at',
  'nothing-to-press': 'No point to press',
}

function NoPlanYet({ course, noPlan }: { readonly course: Course; readonly noPlan: NoPlan }) {
  const care = useCare()
  const { areas } = useAssessed(course)
  const go = useGo(course)
  const { inner } = useWorkbench().model
  const isSelf = course.person.setting === 'self'
  return (
    <Frame course={course} step="plan">
      <h1>{noPlanTitles[noPlan.kind]}</h1>
      <Card tone={noPlan.kind === 'nothing-to-press' ? 'soft' : 'warn'}>
        {noPlan.because.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {noPlan.kind === 'nothing-to-press' && isSelf && (
          <p>
            What would explain this pain is not safe to press alone, or nothing fits well. A therapist can feel for it.
          </p>
        )}
      </Card>
      {!isSelf && noPlan.kind === 'stopped' && isReactionOpen(inner, course) && (
        <Sign course={course} about="reaction" />
      )}
      {!isSelf &&
        noPlan.kind === 'see-somebody' &&
        verdictFor(course, care.now(), inner.knowledge, areas).rule === 'PLAN-10' && (
          <Sign course={course} about="length" />
        )}
      {(noPlan.kind === 'see-somebody' || (isSelf && noPlan.kind === 'stopped')) && course.sessions.length > 0 && (
        <Card>
          <h2>Or begin anew</h2>
          <p>
            {noPlan.kind === 'stopped' &&
              'Only after a doctor or physiotherapist has seen it and found nothing wrong. '}
            A fresh look: a new drawing, all questions{isSelf ? '' : ', another examination'}. What was done before
            stays in the record.
          </p>
          <Press onPress={() => void care.record(course.person.id, { kind: 'episode-opened' }).then(() => go('pain'))}>
            Begin anew
          </Press>
        </Card>
      )}
      {noPlan.leftOut.length > 0 && <Left leftOut={noPlan.leftOut} />}
      <Press onPress={() => go(noPlan.kind === 'nothing-to-press' ? 'examine' : 'questions')}>
        {noPlan.kind === 'nothing-to-press' ? 'Feel for other points' : 'To the questions'}
      </Press>
    </Frame>
  )
}

const signed = {
  reaction: {
    flag: reactionFlag,
    title: 'Has it been cleared?',
    text: 'A sign after the last session was serious. Write who has seen it, when, and why treatment may go on. The next dose is halved, with more rest.',
    label: 'Who cleared it, and why may it go on?',
  },
  length: {
    flag: signOffFlag,
    title: 'More than twelve sessions',
    text: 'Few courses gain by more. Going on needs a reason and a clinician who signs for it.',
    label: 'Who signs, and why does it go on?',
  },
} as const

/** What is not done until a clinician has written who answers for it and why. */
function Sign({ course, about }: { readonly course: Course; readonly about: keyof typeof signed }) {
  const care = useCare()
  const [reason, setReason] = useState('')
  const { flag, title, text, label } = signed[about]
  const isSaid = reason.trim().length >= leastReason
  const sign = () =>
    void care.record(course.person.id, { kind: 'caution-accepted', flags: [flag], reason: reason.trim() })
  return (
    <Card>
      <h2>{title}</h2>
      <p>{text}</p>
      <label className={parts.field}>
        {label}
        <textarea value={reason} rows={3} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Press look="primary" onPress={sign} disabled={!isSaid}>
        {isSaid ? 'Keep it and make the plan' : 'First the reason, in a sentence'}
      </Press>
    </Card>
  )
}

/** Characters of a reason: enough for a name and a finding. */
const leastReason = 12
