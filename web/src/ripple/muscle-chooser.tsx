/** Finds a muscle of the model by what people call it. */
import { TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { finderOf, rippleParts, type Trouble } from 'unknot'
import { muscleName } from '../naming.ts'
import { Icon } from '../parts/icons.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './ripple.module.css'

type Props = {
  readonly chosen: readonly Trouble[]
  readonly onChoose: (muscle: string, part: string | null) => void
  readonly onClose: (() => void) | null
}

const mostShown = 8

export function MuscleChooser({ chosen, onChoose, onClose }: Props) {
  const { knowledge } = useWorkbench().model
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed.trim())
  const find = useMemo(() => finderOf(knowledge), [knowledge])
  const found = useMemo(() => {
    if (wanted === '') return []
    const muscles = find(wanted).filter(({ kind }) => kind === 'muscle')
    return muscles.map(({ id }) => ({ id, parts: rippleParts(knowledge, id) }))
  }, [wanted, find, knowledge])
  const shown = found.filter(({ parts }) => parts !== null).slice(0, mostShown)
  const isChosen = (muscle: string, part: string | null) =>
    chosen.some((one) => one.muscle === muscle && one.part === part)
  const also = (id: string) =>
    knowledge.muscles
      .find((one) => one.id === id)
      ?.alsoCalled.slice(0, 2)
      .join(', ')
  return (
    <search className={styles.chooser}>
      <TextInput
        type="search"
        size="lg"
        radius="xl"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder="glutes, traps, hip flexor"
        label={onClose === null ? 'Which muscle is weak or tight?' : 'Which other muscle?'}
        leftSection={<Icon name="search" />}
      />
      {wanted !== '' && shown.length === 0 && (
        <p className={styles.note} role="status">
          {found.length > 0
            ? 'That muscle is not in the model: it has the muscles of trunk, neck, shoulder, upper arm, hip and leg.'
            : 'No muscle is called that.'}
        </p>
      )}
      <ul className={styles.found} aria-label="Muscles found">
        {shown.map(({ id, parts }) => (
          <li key={id}>
            <button type="button" disabled={isChosen(id, null)} onClick={() => onChoose(id, null)}>
              <b>{muscleName(knowledge, id, null)}</b>
              <span>{also(id)}</span>
            </button>
            {(parts?.length ?? 0) > 1 && (
              <div className={styles.partsOf}>
                {parts!.map((part) => (
                  <button type="button" key={part} disabled={isChosen(id, part)} onClick={() => onChoose(id, part)}>
                    Only {muscleName(knowledge, id, part).toLowerCase()}
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {onClose !== null && (
        <button type="button" className={styles.quiet} onClick={onClose}>
          No other
        </button>
      )}
    </search>
  )
}
