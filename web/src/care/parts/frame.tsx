/** What surrounds every screen about a person: who it is, where one is on the way, whether it is kept. */
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Course } from 'unknot'
import { Icon } from '../../parts/icons.tsx'
import { useStore } from '../../store.ts'
import { useCare, useCourse } from '../care-context.tsx'
import styles from './frame.module.css'
import parts from './parts.module.css'
import { Badge } from './parts.tsx'

export const steps = ['pain', 'questions', 'examine', 'plan', 'session', 'course'] as const
export type Step = (typeof steps)[number]

const words: Record<Step, string> = {
  pain: 'Pain',
  questions: 'Questions',
  examine: 'Hands',
  plan: 'Plan',
  session: 'Session',
  course: 'Course',
}

const selfWords: Record<Step, string> = {
  ...words,
  examine: 'Feel',
  plan: 'What to do',
  session: 'Do it',
  course: 'How it goes',
}

export function stepPath(step: Step): '/person/$id' | `/person/$id/${Exclude<Step, 'course'>}` {
  return step === 'course' ? '/person/$id' : `/person/$id/${step}`
}

/** Finds the person of the address; somebody unknown is told so instead of an empty screen. */
export function WithCourse({ children }: { readonly children: (course: Course) => ReactNode }) {
  const { id } = useParams({ strict: false })
  const course = useCourse(id ?? '')
  if (course !== null) return children(course)
  return (
    <div className={parts.column}>
      <h1>Nobody here by that address</h1>
      <p>This person is not in the record of this device.</p>
      <Link to="/people" className={parts.button}>
        To the people on this device
      </Link>
    </div>
  )
}

type Props = {
  readonly course: Course
  readonly step: Step | null
  readonly children: ReactNode
  /** Beside the body instead of over it. */
  readonly inPanel?: boolean
  readonly broad?: boolean
}

export function Frame({ course, step, children, inPanel, broad }: Props) {
  const { person } = course
  const isSelf = person.setting === 'self'
  const named = isSelf ? selfWords : words
  return (
    <div className={`${parts.column} ${broad ? parts.broad : ''} ${inPanel ? parts.inPanel : ''}`}>
      <header className={`${styles.head} ${inPanel ? styles.headInPanel : ''}`}>
        <div className={styles.who}>
          <Link to="/people">
            <Icon name="back" size={20} />
            <span>{person.name}</span>
          </Link>
          {person.isDemo && <Badge tone="care">Made up</Badge>}
          <Kept />
        </div>
        <nav className={styles.steps} aria-label="Steps" ref={showCurrent}>
          {steps.map((one) => (
            <Link
              key={one}
              to={stepPath(one)}
              params={{ id: person.id }}
              aria-current={one === step ? 'page' : undefined}
              activeOptions={{ exact: true }}
            >
              {named[one]}
            </Link>
          ))}
        </nav>
      </header>
      {children}
    </div>
  )
}

/** Six steps are wider than a phone: the one that is open comes into view. */
function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector<HTMLElement>('[aria-current="page"]')
  if (nav && current) nav.scrollLeft = current.offsetLeft - nav.clientWidth / 2 + current.clientWidth / 2
}

/**
 * Whether everything is safe. A failure stays on the screen until a later write succeeds.
 *
 * @param failuresOnly  where a calm screen has no place for good news
 */
export function Kept({ failuresOnly = false }: { readonly failuresOnly?: boolean }) {
  const { pending, failed } = useStore(useCare().state, (state) => state)
  if (failed !== null) {
    return (
      <p className={styles.failed} role="alert">
        Not kept: {failed}. Do not close this page; make room or allow storage, then repeat the last step.
      </p>
    )
  }
  if (failuresOnly) return null
  return (
    <span className={styles.saved} role="status">
      {pending > 0 ? 'Keeping …' : 'Kept on this device'}
    </span>
  )
}

/** A function that goes to a step of this person. */
export function useGo(course: Course): (step: Step) => void {
  const navigate = useNavigate()
  return (step) => void navigate({ to: stepPath(step), params: { id: course.person.id } })
}

export { useTitle } from '../../parts/use-title.ts'
