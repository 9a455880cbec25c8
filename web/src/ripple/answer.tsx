/** The answer: in one sentence, then who takes over, who is spared, which joints carry more, how the posture gives way. */
import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { JointLoad, RippleAsk, RippleOverTasks, RippleReading, RippleShift } from 'unknot'
import { Section } from '../pages/parts.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import type { Asked } from './asked.ts'
import styles from './ripple.module.css'
import type { Answered } from './use-ripple.ts'
import {
  changeWords,
  conditionWords,
  confidenceWords,
  jointName,
  listWords,
  percentOf,
  postureWords,
  sidedName,
  takersWords,
} from './words.ts'

type Props = {
  readonly asked: Asked
  readonly answered: Answered | null
  readonly reading: RippleReading | null
  readonly over: RippleOverTasks | null
  readonly onChange: (next: Asked) => void
}

/** The answer in one sentence, or why there is none. */
export function Sentence({ asked, answered, reading, over, onChange }: Props) {
  const { knowledge } = useWorkbench().model
  if (answered === null || reading === null) {
    return (
      <p className={styles.sentence} role="status" data-waiting>
        Getting the model ready …
      </p>
    )
  }
  const { ask, answer, tookMs } = answered
  const condition = conditionWords(knowledge, ask)
  if (!reading.held) {
    return (
      <section className={styles.cannot} aria-live="polite" data-held="no">
        <h2>This can’t be held</h2>
        <p>
          {condition}, the muscles that are left can’t hold the posture: about {answer.worstReserveNm.toFixed(1)} newton
          metres are missing. That is no ripple, so no muscle is said to take over.
        </p>
        <p>Give it more strength, let the posture give way, or choose an easier one.</p>
      </section>
    )
  }
  const { sure, likely } = takersWords(knowledge, reading, ask.trouble)
  const isNone = sure.length + likely.length === 0
  return (
    <>
      <p className={styles.sentence} aria-live="polite" data-held="yes" data-took-ms={tookMs.toFixed(1)}>
        {isNone ? (
          <>{condition}, no other muscle has to work noticeably harder.</>
        ) : sure.length > 0 ? (
          <>
            {condition}, <strong>{listWords(sure)}</strong> {sure.length === 1 ? 'takes' : 'take'} over
            {likely.length > 0 && (
              <>
                {' '}
                and likely <strong>{listWords(likely)}</strong>
              </>
            )}
            .
          </>
        ) : (
          <>
            {condition}, <strong>{listWords(likely)}</strong> may take over.
          </>
        )}
      </p>
      {isNone && over !== null && <FeltElsewhere asked={asked} over={over} onChange={onChange} />}
    </>
  )
}

/** Muscle by muscle, joint by joint. */
export function Details({ ask, reading }: { readonly ask: RippleAsk; readonly reading: RippleReading }) {
  const leading = ask.working === 'both' ? 'right' : ask.working
  return (
    <div className={styles.answer}>
      {reading.takesOver.length > 0 && (
        <Section title="Works harder">
          <Shifts shifts={reading.takesOver} name="Works harder" />
        </Section>
      )}
      {reading.troubled.some(({ beforeN, afterN }) => Math.abs(afterN - beforeN) >= 1) && (
        <Section title="The muscle itself">
          <Shifts shifts={reading.troubled} name="The muscle itself" />
        </Section>
      )}
      {reading.spared.length > 0 && (
        <Section title="Works less">
          <Shifts shifts={reading.spared} name="Works less" />
        </Section>
      )}
      {reading.joints.length > 0 && (
        <Section title="Joints that carry more">
          <Joints joints={reading.joints} />
        </Section>
      )}
      {ask.posture === 'free' && (
        <Section title="How the posture gives way">
          {reading.posture.length === 0 ? (
            <p>Hardly at all: the other muscles make up for it.</p>
          ) : (
            <ul>
              {reading.posture.map((change) => (
                <li key={change.coordinate}>{postureWords(change, leading)}.</li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </div>
  )
}

function FeltElsewhere({
  asked,
  over,
  onChange,
}: Pick<Props, 'asked' | 'onChange'> & { readonly over: RippleOverTasks }) {
  const { tasks } = useWorkbench().model.knowledge
  const most = over.tasks.find(({ held, effortRatio }) => held && effortRatio > 1.02)
  const task = tasks.find(({ id }) => id === most?.task)
  if (task === undefined) return <p className={styles.note}>In none of the {tasks.length} postures is it felt much.</p>
  return (
    <button type="button" className={styles.quiet} onClick={() => onChange({ ...asked, task: task.id })}>
      It is felt most in: {task.name.toLowerCase()}. Show that
    </button>
  )
}

const mostShown = 6

function Shifts({ shifts, name }: { readonly shifts: readonly RippleShift[]; readonly name: string }) {
  const few = shifts.slice(0, mostShown)
  const more = shifts.slice(mostShown)
  return (
    <>
      <List label={name}>
        {few.map((shift) => (
          <Shift key={`${shift.muscle} ${shift.part} ${shift.side}`} shift={shift} />
        ))}
      </List>
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>
            {more.length} more that {more.length === 1 ? 'changes' : 'change'} a little
          </summary>
          <List label={`${name}, a little`}>
            {more.map((shift) => (
              <Shift key={`${shift.muscle} ${shift.part} ${shift.side}`} shift={shift} />
            ))}
          </List>
        </details>
      )}
    </>
  )
}

function List({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={styles.shifts} aria-label={label}>
      {children}
    </ul>
  )
}

function Shift({ shift }: { readonly shift: RippleShift }) {
  const { knowledge } = useWorkbench().model
  const { beforeShare, afterShare, confidence, muscle, side } = shift
  const sure = confidenceWords[confidence]
  const [low, high] = [Math.min(beforeShare, afterShare), Math.max(beforeShare, afterShare)]
  return (
    <li>
      <Link to="/muscle/$id" params={{ id: muscle }} search={{ side }} className={styles.shiftName}>
        {sidedName(knowledge, shift)}
      </Link>
      <span className={styles.shiftShare}>
        {percentOf(beforeShare)} <span aria-hidden="true">→</span>
        <VisuallyHidden component="span">to</VisuallyHidden> <b>{percentOf(afterShare)}</b>
      </span>
      <span className={styles.bar} aria-hidden="true" data-rises={afterShare >= beforeShare || undefined}>
        <i style={{ width: `${100 * Math.min(1, low)}%` }} />
        <i data-change style={{ left: `${100 * Math.min(1, low)}%`, width: `${100 * Math.min(1, high - low)}%` }} />
      </span>
      <span className={styles.shiftDetail}>
        <span>{changeWords(shift)}</span>
        <span className={styles.sure} data-sure={confidence} title={sure.long}>
          {sure.short}
        </span>
      </span>
    </li>
  )
}

function Joints({ joints }: { readonly joints: readonly JointLoad[] }) {
  return (
    <ul className={styles.joints}>
      {joints.map((load) => (
        <li key={`${load.joint} ${load.side}`}>
          <span>{jointName(load)}</span>
          <span>
            <b>+{Math.round(load.afterN - load.beforeN)} N</b> (
            {percentOf((load.afterN - load.beforeN) / Math.max(1, load.beforeN))} more)
          </span>
        </li>
      ))}
    </ul>
  )
}
