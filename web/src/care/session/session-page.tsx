/** A session: what has to be asked before it, then the running session, which covers everything else. */
import {
  type Course,
  classifySoreness,
  doseValue,
  gateOf,
  painBeforeAndAfter,
  painNow,
  runningSession,
  screenDue,
} from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { type Assessed, useAssessed } from '../clinic.ts'
import { tickedName } from '../papers/names.ts'
import { Blocked } from '../parts/blocked.tsx'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Card, Press } from '../parts/parts.tsx'
import { isStale } from '../plan/plan-page.tsx'
import { dateWord, lowerFirst, reactionWords } from '../words.ts'
import { Before } from './before.tsx'
import { Run } from './run.tsx'

export function SessionPage() {
  useTitle('Session')
  return <WithCourse>{(course) => <Session key={course.person.id} course={course} />}</WithCourse>
}

function Session({ course }: { readonly course: Course }) {
  const assessed = useAssessed(course)
  const running = runningSession(course)
  if (running !== null) return <Run course={course} log={running} assessed={assessed} />
  return <Ready course={course} assessed={assessed} />
}

function Ready({ course, assessed }: { readonly course: Course; readonly assessed: Assessed }) {
  const care = useCare()
  const go = useGo(course)
  const begin = useScreenBegin(course)
  const { knowledge } = useWorkbench().model
  const gate = gateOf(course, assessed)
  const due = screenDue(course, care.now(), doseValue(knowledge, 'screen.full_every_days'))
  if (due !== null && gate !== 'stopped' && gate !== 'paint') {
    return (
      <Frame course={course} step="session">
        <h1>What has changed?</h1>
        <p className={parts.lead}>
          {due === 'full'
            ? 'It is four weeks since the questions were last asked in full: they come again.'
            : 'A few short questions come before every session.'}
        </p>
        <SoFar course={course} />
        <div className={parts.bar}>
          <Press look="primary" onPress={() => void begin(due)}>
            To the questions
          </Press>
        </div>
      </Frame>
    )
  }
  if (gate !== 'open') return <Blocked course={course} gate={gate} assessed={assessed} step="session" />
  if (course.plan === null || isStale(course)) {
    return (
      <Frame course={course} step="session">
        <h1>The plan comes first</h1>
        <p className={parts.lead}>Something changed since it was made.</p>
        <Press look="primary" onPress={() => go('plan')}>
          To the plan
        </Press>
      </Frame>
    )
  }
  return <Before course={course} plan={course.plan.plan} />
}

/** What was so the last time, to be read before it is asked what has changed. */
function SoFar({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const last = course.sessions.findLast((one) => one.ended !== null)
  const told = last?.followUps.at(-1)
  const { before, after } = last === undefined ? { before: null, after: null } : painBeforeAndAfter(course, last)
  return (
    <Card tone="soft">
      <h2>Last time</h2>
      <ul className={parts.plain}>
        {last === undefined ? (
          <li>No session yet.</li>
        ) : (
          <li>
            {dateWord(last.startedMs)}
            {before !== null && after !== null && `: pain ${before} before, ${after} after`}
            {last.ended?.why === 'stopped' && ', ended early'}.
          </li>
        )}
        {last !== undefined && (
          <li>
            {told === undefined
              ? 'Nobody has asked yet how it was afterwards.'
              : `Afterwards: ${reactionWords[classifySoreness(told.report, knowledge).class]}.`}
          </li>
        )}
        {course.conditions.length > 0 && (
          <li>Kept in mind: {course.conditions.map(({ id }) => lowerFirst(tickedName(knowledge, id))).join(', ')}.</li>
        )}
        {painNow(course) !== null && <li>Pain as last rated: {painNow(course)} of 10.</li>}
      </ul>
    </Card>
  )
}

/**
 * Opens a form of questions again: answers given before to its questions no longer count. What somebody has just told
 * in other words is answered with yes at once.
 */
export function useScreenBegin(course: Course): (form: 'full' | 'short', told?: readonly string[]) => Promise<void> {
  const care = useCare()
  const go = useGo(course)
  const { knowledge } = useWorkbench().model
  return async (form, told = []) => {
    const questions = knowledge.questions.filter((one) => one.forms.includes(form)).map((one) => one.id)
    const yes = knowledge.questions
      .filter(({ id }) => told.includes(id))
      .map(({ id, version }) => ({ kind: 'answered' as const, question: id, version, answer: 'yes' as const }))
    if (await care.record(course.person.id, { kind: 'screen-begun', form, questions }, ...yes)) go('questions')
  }
}
