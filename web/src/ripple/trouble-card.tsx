/** One muscle in trouble: which side, weak or tight, and how much, by a slider that answers as it moves. */
import { Slider, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Trouble } from 'unknot'
import { capital, muscleName } from '../naming.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { mostTight, usualDegree } from './asked.ts'
import { Choice } from './choice.tsx'
import styles from './ripple.module.css'
import { stateWords } from './words.ts'

type Props = {
  readonly trouble: Trouble
  /** `resting`: the finger is off the slider. */
  readonly onChange: (next: Trouble | null, resting: boolean) => void
  /** Asks for another muscle besides; null where another card offers it. */
  readonly onAdd: (() => void) | null
}

export function TroubleCard({ trouble, onChange, onAdd }: Props) {
  const { knowledge } = useWorkbench().model
  const record = knowledge.muscles.find(({ id }) => id === trouble.muscle)
  const name = muscleName(knowledge, trouble.muscle, trouble.part)
  const most = trouble.state === 'tight' ? 100 * mostTight : 100
  const percent = Math.round(100 * trouble.degree)
  const weak = trouble.state === 'inhibited'
  // a weak muscle's slider shows what is left, as people say it
  const value = weak ? 100 - percent : percent
  const slide = (next: number, resting: boolean) =>
    onChange({ ...trouble, degree: (weak ? 100 - next : next) / 100 }, resting)
  return (
    <section className={styles.card} aria-label={`${capital(trouble.side)} ${name}`}>
      <div className={styles.cardHead}>
        <h2>
          <Link to="/muscle/$id" params={{ id: trouble.muscle }} search={{ side: trouble.side }}>
            {name}
          </Link>
          {record !== undefined && record.alsoCalled[0] !== undefined && <small>{record.alsoCalled[0]}</small>}
        </h2>
        <span className={styles.cardButtons}>
          {onAdd !== null && (
            <button type="button" className={styles.remove} onClick={onAdd}>
              + Add
              <VisuallyHidden component="span"> another muscle</VisuallyHidden>
            </button>
          )}
          <button type="button" className={styles.remove} onClick={() => onChange(null, true)}>
            Change
            <VisuallyHidden component="span"> {name}</VisuallyHidden>
          </button>
        </span>
      </div>
      <div className={styles.choices}>
        <Choice
          label={`Side of ${name}`}
          value={trouble.side}
          of={[
            ['right', 'Right'],
            ['left', 'Left'],
          ]}
          onChange={(side) => onChange({ ...trouble, side }, true)}
        />
        <Choice
          label={`What is the matter with ${name}`}
          value={trouble.state}
          of={[
            ['inhibited', 'Weak'],
            ['tight', 'Tight'],
          ]}
          onChange={(state) => onChange({ ...trouble, state, degree: usualDegree[state] }, true)}
        />
      </div>
      <div className={styles.degree}>
        <p>
          <span>{weak ? 'Strength left' : 'Too short by'}</span>
          <output>
            <b>{value}</b> %
          </output>
        </p>
        <Slider
          thumbLabel={weak ? `Strength left in ${name}, percent` : `${name} too short by, percent`}
          thumbProps={{ 'aria-valuetext': stateWords(trouble) }}
          min={0}
          max={most}
          step={weak ? 5 : 1}
          value={value}
          label={null}
          size={10}
          thumbSize={30}
          color="pine"
          onChange={(next) => slide(next, false)}
          onChangeEnd={(next) => slide(next, true)}
        />
      </div>
    </section>
  )
}
