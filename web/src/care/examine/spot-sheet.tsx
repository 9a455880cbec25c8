/** One point: where it is, how to feel for it, what to leave alone, and one tap for each thing found. */
import { type Course, keyOf, type Sign, type Spot, spotPermission } from 'unknot'
import { techniqueWord } from '../../naming.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import type { Assessed } from '../clinic.ts'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import styles from './examine.module.css'
import { useRound } from './undo.ts'

const asked: readonly { readonly sign: Sign; readonly word: string; readonly hint: string; readonly self: boolean }[] =
  [
    { sign: 'tender', word: 'Tender', hint: 'clearly more than beside it', self: true },
    { sign: 'familiarPain', word: 'Familiar', hint: '“that is my pain”', self: true },
    { sign: 'referredPain', word: 'Travels', hint: 'felt elsewhere within ten seconds', self: true },
    { sign: 'tautBand', word: 'Tight band', hint: 'a cord across the fibres', self: false },
    { sign: 'twitch', word: 'Twitch', hint: 'it jumps under the finger', self: false },
  ]

type Props = {
  readonly course: Course
  readonly spot: Spot
  readonly assessed: Assessed
  readonly mirrored: boolean
  readonly onMirror: () => void
}

export function SpotSheet({ course, spot, assessed, mirrored, onMirror }: Props) {
  const round = useRound()
  const { model } = useWorkbench()
  const part = model.knowledge.muscles.find((one) => one.id === spot.muscle)?.parts.find((one) => one.id === spot.part)
  const point = part?.triggerPoints.find((one) => one.id === spot.point)
  const permission = spotPermission(model.inner, spot, assessed)
  const signs = course.findings.find((one) => keyOf(one.spot) === keyOf(spot))?.signs ?? {}
  const isSelf = course.person.setting === 'self'
  const tap = (sign: Sign, word: string, value: boolean) => {
    const before = signs[sign] ?? null
    const found = (now: boolean | null) => ({ kind: 'finding-recorded', spot, sign, value: now }) as const
    round.act(word, found(before === value ? null : value), () => found(before))
  }
  if (part === undefined || point === undefined) return null
  const { palpate } = part.clinic
  return (
    <>
      <h2 className={mirrored ? undefined : styles.named}>{spotWord(model.knowledge, spot)}</h2>
      <p>{point.where.text}</p>
      {permission.level === 'blocked' ? (
        <div className={styles.blocked}>
          <strong>Not to be pressed.</strong> {permission.because.map((one) => one.text).join(' ')}
        </div>
      ) : (
        <div className={styles.signs}>
          {asked
            .filter((one) => !isSelf || one.self)
            .map(({ sign, word, hint }) => (
              <fieldset key={sign} className={styles.sign} aria-label={word}>
                <span>
                  {word}
                  <small>{hint}</small>
                </span>
                <button
                  type="button"
                  className={parts.choice}
                  aria-pressed={signs[sign] === false}
                  aria-label={`${word}: no`}
                  onClick={() => tap(sign, word, false)}
                >
                  No
                </button>
                <button
                  type="button"
                  className={parts.choice}
                  aria-pressed={signs[sign] === true}
                  aria-label={`${word}: yes`}
                  onClick={() => tap(sign, word, true)}
                >
                  Yes
                </button>
              </fieldset>
            ))}
        </div>
      )}
      <Press onPress={onMirror} wide>
        {mirrored ? 'Back to the painful side' : 'Compare the other side'}
      </Press>
      {permission.level !== 'blocked' && (
        <dl className={styles.where}>
          {permission.level === 'light' && (
            <div className={styles.avoid}>
              <dt>Gently</dt>
              <dd>{permission.because.map((one) => one.text).join(' ')}</dd>
            </div>
          )}
          <div>
            <dt>Where</dt>
            <dd>{point.find.text}</dd>
          </div>
          <div>
            <dt>How the person lies or sits</dt>
            <dd>{palpate.position}</dd>
          </div>
          <div>
            <dt>{techniqueWord(palpate.technique)}</dt>
            <dd>
              {palpate.how} {palpate.feel} Stay ten seconds before asking whether it travels.
            </dd>
          </div>
          <div className={styles.avoid}>
            <dt>Leave alone</dt>
            <dd>{palpate.avoid}</dd>
          </div>
        </dl>
      )}
    </>
  )
}
