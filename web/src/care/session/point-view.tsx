/** A point before, between and after its holds. */
import { useState } from 'react'
import type { PointLog } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import parts from '../parts/parts.module.css'
import { Choose, Press, Scale } from '../parts/parts.tsx'
import { recordName, spotWord, toolName } from '../words.ts'
import { wantedBand } from './dose.ts'
import { Notice } from './notice.tsx'
import type { Running } from './run.tsx'
import styles from './session.module.css'
import { isQuiet, play, setQuiet, wakeSound } from './sound.ts'
import { restLeftS, useNow } from './use-now.ts'

/** After these a point is not held again. */
const over = ['no-release', 'too-much', 'nerve-sign', 'not-found']

/** Whether a point has had what was planned, or what ends it. */
export function isOver(point: PointLog, reps: number): boolean {
  const last = point.reps.at(-1)
  return point.reps.length >= reps || (last !== undefined && over.includes(last.end))
}

const endWords: Record<string, string> = {
  released: 'It eased.',
  done: 'Held to the end.',
  'no-release': 'It does not ease today. More force would not help.',
  'too-much': 'It kept getting stronger: enough here.',
  'nerve-sign': 'That may be a nerve or a vessel. Move two centimetres or more, or leave this place.',
  'not-found': 'Nothing is felt here today.',
}

export function PointView({ running, point }: { readonly running: Running; readonly point: PointLog }) {
  return isOver(point, running.dose.reps) ? (
    <AfterPoint running={running} point={point} />
  ) : (
    <BeforeHold running={running} point={point} />
  )
}

function BeforeHold({ running, point }: { readonly running: Running; readonly point: PointLog }) {
  const { dose, log, act, pointKey: key } = running
  const { knowledge } = useWorkbench().model
  const [changing, setChanging] = useState(false)
  const nowMs = useNow(500, log.restingSinceMs !== null)
  const part = knowledge.muscles
    .find((one) => one.id === dose.spot.muscle)
    ?.parts.find((one) => one.id === dose.spot.part)
  const where = part?.triggerPoints.find((one) => one.id === dose.spot.point)
  const isSelf = log.plan.setting === 'self'
  const restS = restLeftS(log.restingSinceMs, dose.restS, nowMs)
  const rep = point.reps.length + 1
  const band = wantedBand(dose)
  const last = point.reps.at(-1)
  const start = () => {
    wakeSound()
    play('start')
    void act({ act: 'hold-started', key, rep })
  }
  return (
    <>
      <div className={styles.middle}>
        <h1>{spotWord(knowledge, dose.spot)}</h1>
        {changing ? (
          <ChangeHow running={running} point={point} />
        ) : rep === 1 ? (
          <p className={styles.how}>
            {where?.where.text} {isSelf ? part?.clinic.self.how : part?.clinic.treat.how}
          </p>
        ) : (
          <p className={styles.how} role="status">
            {endWords[last?.end ?? ''] ?? ''} {restS > 0 ? `Rest: ${restS} s.` : 'Rested.'}
          </p>
        )}
        {!changing && (
          <button type="button" className={styles.hugeStart} onClick={start}>
            {rep === 1 ? 'Start the hold' : 'Again'}
          </button>
        )}
        <div className={styles.facts}>
          <span>{dose.holdS} s</span>
          <span>
            {rep} of {dose.reps}
          </span>
          <span>
            discomfort {band.from} to {band.to}
          </span>
          <span>{recordName(knowledge.techniques, dose.technique)}</span>
          <span>{toolName(knowledge, dose.tool)}</span>
        </div>
      </div>
      <div className={styles.bottom}>
        {rep === 1 && (
          <div>
            <p className={styles.rateWords}>Pain when it is pressed, before</p>
            <Scale
              label="Pain when pressed, before"
              value={point.painBefore}
              onValue={(value) => void act({ act: 'point-pain', key, when: 'before', value })}
            />
          </div>
        )}
        <div className={styles.words} style={{ gridTemplateColumns: '1fr 1fr 1fr' }}>
          <button type="button" onClick={() => setChanging(!changing)}>
            {changing ? 'Done' : 'Change how'}
          </button>
          <button type="button" onClick={() => void act({ act: 'point-closed', key, why: 'skipped' })}>
            Skip
          </button>
          <button
            type="button"
            onClick={() => void act({ act: 'point-closed', key, why: 'done' })}
            disabled={point.reps.length === 0}
          >
            Enough here
          </button>
        </div>
      </div>
    </>
  )
}

const levels = [
  { value: 1, label: 'Very light' },
  { value: 2, label: 'Light' },
  { value: 3, label: 'Medium' },
  { value: 4, label: 'Firm' },
  { value: 5, label: 'Strong' },
] as const

const sounds = [
  { value: 'on', label: 'Sound on' },
  { value: 'off', label: 'Sound off' },
] as const

function ChangeHow({ running, point }: { readonly running: Running; readonly point: PointLog }) {
  const { dose, log, act, pointKey: key } = running
  const { knowledge } = useWorkbench().model
  const [quiet, setQuietNow] = useState(isQuiet)
  const part = knowledge.muscles
    .find((one) => one.id === dose.spot.muscle)
    ?.parts.find((one) => one.id === dose.spot.part)
  const isSelf = log.plan.setting === 'self'
  const { toolsOff, techniquesOff, techniquesOnly } = dose.limits
  const tools = (isSelf ? [dose.tool] : (part?.clinic.treat.contacts ?? [])).filter((id) => !toolsOff.includes(id))
  const techniques = (isSelf ? [dose.technique] : (part?.clinic.treat.techniques ?? []))
    .filter((id) => !techniquesOff.includes(id))
    .filter((id) => techniquesOnly === null || techniquesOnly.includes(id))
  const pressing = techniques.filter((id) =>
    ['pressure', 'stroke', 'position'].includes(knowledge.techniques.find((one) => one.id === id)?.kind ?? ''),
  )
  const option = (records: readonly { readonly id: string; readonly name: string }[]) => (value: string) => ({
    value,
    label: recordName(records, value),
  })
  return (
    <div style={{ display: 'grid', gap: 10, width: 'min(100%, 640px)' }}>
      <Choose
        label="Pressure"
        options={levels}
        chosen={(point.level ?? null) as 1 | 2 | 3 | 4 | 5 | null}
        onChoose={(level) => void act({ act: 'pressed', key, level })}
      />
      {tools.length > 1 && (
        <Choose
          label="With"
          options={tools.map(option(knowledge.tools))}
          chosen={dose.tool}
          onChoose={(tool) => void act({ act: 'changed-to', key, tool })}
        />
      )}
      {pressing.length > 1 && (
        <Choose
          label="Technique"
          options={pressing.map(option(knowledge.techniques))}
          chosen={dose.technique}
          onChoose={(technique) => void act({ act: 'changed-to', key, technique })}
        />
      )}
      <Choose
        label="Sound"
        options={sounds}
        chosen={quiet ? 'off' : 'on'}
        onChoose={(sound) => {
          setQuiet(sound === 'off')
          setQuietNow(sound === 'off')
          wakeSound()
          play('half')
        }}
      />
    </div>
  )
}

function AfterPoint({ running, point }: { readonly running: Running; readonly point: PointLog }) {
  const { dose, act, pointKey: key, log } = running
  const { knowledge } = useWorkbench().model
  const last = point.reps.at(-1)
  const isLast = log.order.filter((one) => log.points[one]?.closed === null).length <= 1
  return (
    <>
      <div className={styles.middle}>
        <h1>{endWords[last?.end ?? ''] ?? 'Done here.'}</h1>
        <p className={styles.how}>
          {spotWord(knowledge, dose.spot)}.{' '}
          {dose.stretch === null
            ? ''
            : `${dose.stretch.how} Hold it ${dose.stretch.holdS} seconds, ${dose.stretch.reps} times.`}{' '}
          {dose.movementReps} slow movements through the whole way. Then press once more: how is it?
        </p>
        {last?.end === 'nerve-sign' ? (
          <StillTingles running={running} />
        ) : (
          <div className={styles.notice} style={{ width: 'min(100%, 640px)' }}>
            <Notice running={running} />
          </div>
        )}
      </div>
      <div className={styles.bottom}>
        <div>
          <p className={styles.rateWords}>Pain when it is pressed, now</p>
          <Scale
            label="Pain when pressed, after"
            value={point.painAfter}
            onValue={(value) => void act({ act: 'point-pain', key, when: 'after', value })}
          />
        </div>
        <div className={parts.row}>
          <div className={parts.grow}>
            <Press look="primary" wide onPress={() => void act({ act: 'point-closed', key, why: 'done' })}>
              {isLast ? 'Finish' : 'Next point'}
            </Press>
          </div>
        </div>
      </div>
    </>
  )
}

/** A sign of a nerve that lasts for more than a minute ends the session (LIVE-03). */
function StillTingles({ running }: { readonly running: Running }) {
  const { act, pointKey: key, end } = running
  const over = async () => {
    if (await act({ act: 'felt', key, sign: 'pins-and-needles' }, { act: 'point-closed', key, why: 'stopped' })) {
      await end('stopped', true)
    }
  }
  return (
    <div className={styles.list}>
      <p className={styles.how}>Wait a minute with the hands away. Is it still there?</p>
      <Press onPress={() => void over()} wide>
        It is still there after a minute: end, and ask the questions on nerves
      </Press>
    </div>
  )
}
