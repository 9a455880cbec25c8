/** A session: what has to be asked before it, then the running session, which covers everything else. */
import { type Course, doseValue, gateOf, runningSession, screenDue } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { type Assessed, useAssessed } from '../clinic.ts'
import { Blocked } from '../parts/blocked.tsx'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { isStale } from '../plan/plan-page.tsx'
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
        <Press look="primary" onPress={() => void begin(due)}>
          To the questions
        </Press>
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

/** Opens a form of questions again: answers given before to its questions no longer count. */
export function useScreenBegin(course: Course): (form: 'full' | 'short') => Promise<void> {
  const care = useCare()
  const go = useGo(course)
  const { knowledge } = useWorkbench().model
  return async (form) => {
    const questions = knowledge.questions.filter((one) => one.forms.includes(form)).map((one) => one.id)
    if (await care.record(course.person.id, { kind: 'screen-begun', form, questions })) go('questions')
  }
}
