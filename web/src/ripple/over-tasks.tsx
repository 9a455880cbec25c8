/** Over all tasks: the muscles that may tire next, with their tender spots, and where the trouble is felt most. */
import { Link } from '@tanstack/react-router'
import type { Figure, LikelyNext, RippleOverTasks } from 'unknot'
import { Section } from '../pages/parts.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { type Asked, workingOf } from './asked.ts'
import { TaskFigure } from './figure.tsx'
import { ModelGuess } from './model-guess.tsx'
import styles from './ripple.module.css'
import { confidenceWords, sidedName } from './words.ts'

type Props = {
  readonly asked: Asked
  readonly over: RippleOverTasks
  readonly figures: ReadonlyMap<string, Figure>
  readonly onChange: (next: Asked) => void
}

const mostNext = 5
const leastRatio = 1.02

export function OverTasks({ asked, over, figures, onChange }: Props) {
  const { knowledge } = useWorkbench().model
  const felt = over.tasks.filter(({ held, effortRatio }) => !held || effortRatio >= leastRatio).slice(0, 6)
  const show = (id: string) => {
    const task = knowledge.tasks.find((one) => one.id === id)!
    onChange({ ...asked, task: id, working: workingOf(task.sided, undefined, asked.trouble[0]!.side) })
  }
  return (
    <>
      {over.next.length > 0 && (
        <Section title="Likely next trouble spots">
          <p>
            Asked for much more, these may tire and become tender over time. A guess to check with the hands, not a
            finding. <ModelGuess />
          </p>
          <ul className={styles.next} aria-label="Likely next trouble spots">
            {over.next.slice(0, mostNext).map((next) => (
              <Next key={`${next.muscle} ${next.part} ${next.side}`} next={next} />
            ))}
          </ul>
        </Section>
      )}
      {felt.length > 0 && (
        <Section title="Where it is felt most">
          <ul className={styles.felt}>
            {felt.map(({ task, held, effortRatio }) => {
              const name = knowledge.tasks.find(({ id }) => id === task)?.name ?? task
              return (
                <li key={task}>
                  <button type="button" aria-pressed={task === asked.task} onClick={() => show(task)}>
                    <TaskFigure task={task} figure={figures.get(task)} mirrored={asked.trouble[0]!.side === 'left'} />
                    <span>{name}</span>
                    <small>{held ? `${Math.round(100 * (effortRatio - 1))} % more effort` : 'can’t be held'}</small>
                  </button>
                </li>
              )
            })}
          </ul>
        </Section>
      )}
    </>
  )
}

function Next({ next }: { readonly next: LikelyNext }) {
  const { knowledge } = useWorkbench().model
  const record = knowledge.muscles.find(({ id }) => id === next.muscle)
  const parts = record?.parts.filter(({ id }) => next.part === null || id === next.part) ?? []
  const spots = parts.flatMap(({ triggerPoints }) => triggerPoints)
  const task = knowledge.tasks.find(({ id }) => id === next.task)?.name.toLowerCase()
  return (
    <li>
      <Link to="/muscle/$id" params={{ id: next.muscle }} search={{ side: next.side }}>
        {sidedName(knowledge, next)}
      </Link>
      <span>
        {Math.round(100 * next.rise)} % more of its strength than usual when {task} ·{' '}
        {confidenceWords[next.confidence].short}
      </span>
      {spots[0] !== undefined && (
        <span>
          {spots.length === 1 ? 'Its tender spot: ' : `${spots.length} known tender spots, the first: `}
          {spots[0].where.text}
        </span>
      )}
    </li>
  )
}
