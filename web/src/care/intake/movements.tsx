/** Which movements hurt and which ease: those that would tell the likeliest sources apart. */
import { type CareHistory, movementsToTell } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import type { CourseRanking } from '../clinic.ts'
import parts from '../parts/parts.module.css'
import styles from './intake.module.css'

type Props = {
  readonly history: CareHistory
  readonly ranking: CourseRanking
  readonly onTell: (told: CareHistory) => void
}

export function Movements({ history, ranking, onTell }: Props) {
  const { knowledge } = useWorkbench().model
  const worse = history.worseWith ?? []
  const better = history.betterWith ?? []
  const offered = movementsToTell(ranking, [...worse, ...better], knowledge)
  if (offered.length === 0) return null
  const flip = (id: string, to: 'worse' | 'better') => {
    const next = (list: readonly string[], wanted: boolean) =>
      wanted && !list.includes(id) ? [...list, id] : list.filter((one) => one !== id)
    onTell({ worseWith: next(worse, to === 'worse'), betterWith: next(better, to === 'better') })
  }
  return (
    <>
      <h2 className={parts.ask}>What makes it worse, what eases it? Leave open what does neither.</h2>
      <ul className={styles.movements}>
        {offered.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              className={parts.choice}
              aria-pressed={worse.includes(id)}
              aria-label={`${name}: worse`}
              onClick={() => flip(id, 'worse')}
            >
              Worse
            </button>
            <button
              type="button"
              className={parts.choice}
              aria-pressed={better.includes(id)}
              aria-label={`${name}: eases`}
              onClick={() => flip(id, 'better')}
            >
              Eases
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
