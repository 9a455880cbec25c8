/** The points of the running session: in another order, skipped, opened again, added. */
import { type Act, type Course, keyOf, type Permission, type SessionState, type Spot } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { Press } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import styles from './session.module.css'

type Props = {
  readonly course: Course
  readonly log: SessionState
  readonly act: (...acts: readonly Act[]) => Promise<boolean>
  readonly permissionOf: (spot: Spot) => Permission
  readonly onClose: () => void
}

const closedWords = { done: 'done', skipped: 'skipped', stopped: 'stopped' } as const

export function PointsList({ log, act, permissionOf, onClose }: Props) {
  const { knowledge } = useWorkbench().model
  const spotOf = (key: string): Spot | undefined =>
    log.plan.points.find((point) => keyOf(point) === key) ?? log.points[key]?.spot ?? undefined
  const taken = log.order.filter((key) => log.points[key]?.closed !== 'skipped').length
  const most = Math.min(...log.plan.points.map((point) => permissionOf(point).limits.pointsMax))
  const more = log.plan.leftOut
    .filter(() => taken < most)
    .filter((one) => log.points[keyOf(one)] === undefined && permissionOf(one).level !== 'blocked')
    .slice(0, 6)
  const earlier = (index: number) => {
    const keys = [...log.order]
    ;[keys[index - 1], keys[index]] = [keys[index]!, keys[index - 1]!]
    void act({ act: 'reordered', keys })
  }
  return (
    <div className={styles.middle}>
      <h1>The points</h1>
      <ol className={styles.list}>
        {log.order.map((key, index) => {
          const spot = spotOf(key)
          const point = log.points[key]!
          if (spot === undefined) return null
          return (
            <li key={key}>
              <span>
                {spotWord(knowledge, spot)}
                <small>
                  {point.closed === null ? (point.reps.length > 0 ? 'begun' : 'to come') : closedWords[point.closed]}
                </small>
              </span>
              {index > 0 && point.closed === null && (
                <Press onPress={() => earlier(index)} label={`${spotWord(knowledge, spot)}: earlier`}>
                  Earlier
                </Press>
              )}
              {point.closed === null ? (
                <Press onPress={() => void act({ act: 'point-closed', key, why: 'skipped' })}>Skip</Press>
              ) : null}
              <Press onPress={() => void act({ act: 'point-opened', key }).then(onClose)}>
                {point.closed === null ? 'Go there' : 'Again'}
              </Press>
            </li>
          )
        })}
      </ol>
      {taken >= most && <p className={styles.how}>That is as many as one session may have here.</p>}
      {more.length > 0 && (
        <>
          <h2>Add one</h2>
          <ul className={styles.list}>
            {more.map((spot) => (
              <li key={keyOf(spot)}>
                <span>
                  {spotWord(knowledge, spot)}
                  <small>{spot.because[0]}</small>
                </span>
                <Press onPress={() => void act({ act: 'point-added', key: keyOf(spot), spot: bare(spot) })}>Add</Press>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function bare({ point, muscle, part, side }: Spot): Spot {
  return { point, muscle, part, side }
}
