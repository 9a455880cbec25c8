/** Power of the muscle, left against right: 0 to 5 by one tap, and whether the test hurts. */
import { type Course, keyOf, type Measured, type Spot } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import parts from '../parts/parts.module.css'
import { Card, Toggle } from '../parts/parts.tsx'
import styles from './examine.module.css'
import { otherSideOf, sideName } from './measures.tsx'
import { useRound, withdrawal } from './undo.ts'

const grades = [
  { value: 5, label: '5', word: 'full power' },
  { value: 4, label: '4', word: 'gives way to pressure' },
  { value: 3, label: '3', word: 'only against gravity' },
  { value: 2, label: '2', word: 'only with gravity taken away' },
  { value: 1, label: '1', word: 'a flicker' },
  { value: 0, label: '0', word: 'nothing' },
] as const

/** From this grade down a nerve or a tear is looked for the same day, whatever the spot feels like (RF-20). */
const alarming = 3

export function Strength({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const { knowledge } = useWorkbench().model
  const part = knowledge.muscles.find((one) => one.id === spot.muscle)?.parts.find((one) => one.id === spot.part)
  const pair = [spot, otherSideOf(spot)].toSorted((a) => (a.side === 'left' ? -1 : 1))
  const [left, right] = pair.map((one) => powerOf(course, one))
  return (
    <Card>
      <h3>Power against your hand</h3>
      {part !== undefined && (
        <p className={parts.muted}>{actionWords(part.actions)} Test the side without pain first.</p>
      )}
      {pair.map((one) => (
        <OneSide key={one.side} course={course} spot={one} />
      ))}
      {left !== undefined && right !== undefined && (
        <p className={styles.compare} role="status">
          {left.grade === right.grade
            ? 'The same on both sides.'
            : `Weaker on the ${left.grade < right.grade ? 'left' : 'right'}.`}{' '}
          Tests by hand tell 4 from 5 poorly: pain and the side difference say more.
        </p>
      )}
    </Card>
  )
}

function OneSide({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const round = useRound()
  const word = sideName(spot.side)
  const power = powerOf(course, spot)
  const keep = (grade: number, hurts: boolean) =>
    round.act(
      `Power, ${word.toLowerCase()}`,
      { kind: 'measured', instrument: 'strength', values: { grade, pain: hurts ? 1 : 0 }, spot },
      (now) => withdrawal(now, (one) => isPower(one, spot)),
    )
  return (
    <div className={styles.oneSide}>
      <h4>
        {word}{' '}
        <span role="status">
          {power === undefined ? 'not tested' : grades.find((one) => one.value === power.grade)?.word}
        </span>
      </h4>
      <div className={styles.power}>
        {grades.map(({ value, label, word: says }) => (
          <button
            type="button"
            key={value}
            className={parts.choice}
            aria-pressed={power?.grade === value}
            aria-label={`${word}, ${value} of 5: ${says}`}
            onClick={() => keep(value, power?.hurts ?? false)}
          >
            {label}
          </button>
        ))}
      </div>
      <Toggle on={power?.hurts ?? false} onPress={() => keep(power?.grade ?? 5, !(power?.hurts ?? false))}>
        {word}: the test hurts
      </Toggle>
      {power !== undefined && power.grade <= alarming && (
        <p className={styles.blocked} role="alert">
          Power of {power.grade} of 5 is not put down to a trigger point. It stops the treatment: to be seen today.
        </p>
      )}
    </div>
  )
}

function isPower(one: Measured, spot: Spot): boolean {
  return one.instrument === 'strength' && one.spot !== null && keyOf(one.spot) === keyOf(spot)
}

function powerOf(course: Course, spot: Spot): { readonly grade: number; readonly hurts: boolean } | undefined {
  const last = course.measures.findLast((one) => isPower(one, spot))
  return last?.values.grade === undefined ? undefined : { grade: last.values.grade, hurts: last.values.pain === 1 }
}

type Actions = readonly { readonly joint: string; readonly movement: string; readonly role: string }[]

/** "It makes: external rotation of the shoulder." */
function actionWords(actions: Actions): string {
  const first = actions.filter((one) => one.role === 'prime' && one.movement !== 'stabilisation').slice(0, 2)
  const named = (first.length > 0 ? first : actions.slice(0, 1)).map(
    ({ joint, movement }) => `${movement.replaceAll('-', ' ')} (${joint.replaceAll('-', ' ')})`,
  )
  return `Resist: ${named.join('; ')}.`
}
