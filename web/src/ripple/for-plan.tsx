/** Beside a plan: muscles that may be overloaded and treated ones worth strengthening. Worked out when somebody asks. */
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type ForPlan, type PlannedMuscle, planTroubles, rippleForPlan, type Trouble } from 'unknot'
import parts from '../care/parts/parts.module.css'
import { Card, Press } from '../care/parts/parts.tsx'
import { muscleName } from '../naming.ts'
import { Grade } from '../pages/parts.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { RippleFailure, rippleClient } from './client.ts'
import type { WhyNot } from './messages.ts'
import { ModelGuess } from './model-guess.tsx'
import { RippleLink } from './ripple-link.tsx'
import { WhyNone } from './why-none.tsx'
import { sidedName } from './words.ts'

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly why: WhyNot }
  | { readonly kind: 'done'; readonly found: ForPlan }

/** Nothing where the model has none of the plan's muscles. */
export function RippleForPlan({ points }: { readonly points: readonly PlannedMuscle[] }) {
  const { knowledge } = useWorkbench().model
  const [state, setState] = useState<State>({ kind: 'closed' })
  const troubles = planTroubles(knowledge, points)
  const key = JSON.stringify(troubles)
  const working = state.kind === 'working'
  // biome-ignore lint/correctness/useExhaustiveDependencies: by the content of the plan
  useEffect(() => {
    if (!working) return
    const stop = new AbortController()
    rippleClient()
      .over(troubles, stop.signal)
      .then(
        (over) => setState({ kind: 'done', found: rippleForPlan(knowledge, points, over) }),
        (error: unknown) => {
          if (!stop.signal.aborted)
            setState({ kind: 'failed', why: error instanceof RippleFailure ? error.why : 'broken' })
        },
      )
    return () => stop.abort()
  }, [working, key])
  if (troubles.length === 0) return null
  return (
    <Card>
      <h2>What may follow from these muscles</h2>
      {state.kind === 'closed' && (
        <>
          <p className={parts.muted}>
            If a muscle with a tender spot is weaker, others take over. A model of the body can work out which to feel
            as well.
          </p>
          <Press look="quiet" onPress={() => setState({ kind: 'working' })}>
            Work it out
          </Press>
        </>
      )}
      {working && (
        <p className={parts.muted} role="status">
          Going through all postures …
        </p>
      )}
      {state.kind === 'failed' && <WhyNone why={state.why} onRetry={() => setState({ kind: 'working' })} />}
      {state.kind === 'done' && <Found found={state.found} troubles={troubles} />}
    </Card>
  )
}

function Found({ found, troubles }: { readonly found: ForPlan; readonly troubles: readonly Trouble[] }) {
  const { knowledge } = useWorkbench().model
  if (found.overloaded.length === 0) {
    return (
      <p className={parts.muted}>
        No other muscle rises enough, and surely enough, to be named here. What the model makes of it:{' '}
        {troubles.map(({ muscle, part, side }, index) => (
          <span key={`${muscle} ${part} ${side}`}>
            {index > 0 && ', '}
            <RippleLink muscle={muscle} part={part} side={side} words={sidedName(knowledge, { muscle, part, side })} />
          </span>
        ))}
        .
      </p>
    )
  }
  const taskName = (id: string) => knowledge.tasks.find((task) => task.id === id)?.name.toLowerCase() ?? id
  return (
    <>
      <p>
        To check with the hands, not a finding. <ModelGuess />
      </p>
      <h3>Look at these too: they may be overloaded</h3>
      <ul className={parts.plain}>
        {found.overloaded.map((next) => (
          <li key={`${next.muscle} ${next.part} ${next.side}`}>
            <Link to="/muscle/$id" params={{ id: next.muscle }} search={{ side: next.side }}>
              {sidedName(knowledge, next)}
            </Link>
            , most of all: {taskName(next.task)}
          </li>
        ))}
      </ul>
      <h3>Strengthen these, once they allow it</h3>
      <ul className={parts.plain}>
        {found.strengthen.map(({ muscle, part, side, grade }) => (
          <li key={`${muscle} ${part} ${side}`}>
            <Link to="/ripple" search={{ muscle: part === null ? muscle : `${muscle}.${part}`, side }}>
              {side === 'left' ? 'Left' : 'Right'} {muscleName(knowledge, muscle, part).toLowerCase()}
            </Link>
            : that it is weak is <Grade grade={grade} />
          </li>
        ))}
      </ul>
    </>
  )
}
