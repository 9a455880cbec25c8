/** In which everyday posture: a picture of the one chosen, the others one tap away; held still, or free to give way. */
import { useState } from 'react'
import type { Figure } from 'unknot'
import { useWorkbench } from '../shell/workbench-context.ts'
import { type Asked, workingOf } from './asked.ts'
import { Choice } from './choice.tsx'
import { TaskFigure } from './figure.tsx'
import styles from './ripple.module.css'

type Props = {
  readonly asked: Asked
  readonly figures: ReadonlyMap<string, Figure>
  readonly onChange: (next: Asked) => void
}

const workingWords: Readonly<Record<string, string>> = {
  'standing-leg': 'Standing leg',
  'lifted-leg': 'Lifted leg',
  'leg-on-step': 'Leg on the step',
  arm: 'Arm',
}

export function TaskPicker({ asked, figures, onChange }: Props) {
  const { tasks } = useWorkbench().model.knowledge
  const [open, setOpen] = useState(false)
  const task = tasks.find(({ id }) => id === asked.task)!
  const choose = (id: string) => {
    const next = tasks.find((one) => one.id === id)!
    setOpen(false)
    onChange({ ...asked, task: id, working: workingOf(next.sided, undefined, asked.trouble[0]?.side ?? 'right') })
  }
  return (
    <section className={styles.task} aria-label="Posture">
      <button
        type="button"
        className={styles.taskNow}
        aria-expanded={open}
        title={task.picture}
        onClick={() => setOpen(!open)}
      >
        <TaskFigure task={task.id} figure={figures.get(task.id)} mirrored={asked.working === 'left'} />
        <span>
          <b>{task.name}</b>
          <em>{open ? 'Keep this one' : `Choose among ${tasks.length}`}</em>
        </span>
      </button>
      {open && (
        <fieldset className={styles.tasks} aria-label="What the body does">
          {tasks.map(({ id, name }) => (
            <label key={id} data-on={id === asked.task || undefined}>
              <input type="radio" name="task" checked={id === asked.task} onChange={() => choose(id)} />
              <TaskFigure task={id} figure={figures.get(id)} mirrored={asked.trouble[0]?.side === 'left'} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.choices}>
        {task.sided !== 'none' && (
          <Choice
            label={workingWords[task.workingIs] ?? 'Side'}
            value={asked.working}
            of={[
              ['right', `Right ${task.workingIs === 'arm' ? 'arm' : 'leg'}`],
              ['left', `Left ${task.workingIs === 'arm' ? 'arm' : 'leg'}`],
              ...(task.sided === 'one-or-both' ? ([['both', 'Both']] as const) : []),
            ]}
            onChange={(working) => onChange({ ...asked, working })}
          />
        )}
        <Choice
          label="Whether the posture may change"
          value={asked.posture}
          of={[
            ['fixed', 'Held still'],
            ['free', 'May give way'],
          ]}
          onChange={(posture) => onChange({ ...asked, posture })}
        />
      </div>
    </section>
  )
}
