/** What is told where a step cannot be taken yet, or at all. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Course, Gate } from 'unknot'
import type { Assessed } from '../clinic.ts'
import { Frame, type Step } from './frame.tsx'
import parts from './parts.module.css'
import { Card } from './parts.tsx'

const words: Record<Exclude<Gate, 'open'>, { readonly title: string; readonly text: string }> = {
  paint: { title: 'First the pain', text: 'Without a drawing nobody knows what to ask or where to press.' },
  questions: { title: 'First the questions', text: 'Some questions about safety are still open.' },
  accept: { title: 'First the decision', text: 'There are limits to read and to agree to.' },
  stopped: { title: 'Nothing is pressed', text: 'What was answered has to be looked at by somebody else first.' },
}

export function Blocked({
  course,
  gate,
  step,
  inPanel,
  children,
}: {
  readonly course: Course
  readonly gate: Exclude<Gate, 'open'>
  readonly assessed: Assessed
  readonly step: Step
  readonly inPanel?: boolean
  readonly children?: ReactNode
}) {
  const { title, text } = words[gate]
  return (
    <Frame course={course} step={step} {...(inPanel === undefined ? {} : { inPanel })}>
      <h1>{title}</h1>
      <Card tone={gate === 'stopped' ? 'stop' : 'soft'}>
        <p className={gate === 'stopped' ? undefined : parts.lead}>{text}</p>
      </Card>
      <Link
        to={gate === 'paint' ? '/person/$id/pain' : '/person/$id/questions'}
        params={{ id: course.person.id }}
        className={`${parts.button} ${parts.primary}`}
      >
        {gate === 'paint' ? 'Paint where it hurts' : gate === 'stopped' ? 'Read what to do' : 'To the questions'}
      </Link>
      {children}
    </Frame>
  )
}
