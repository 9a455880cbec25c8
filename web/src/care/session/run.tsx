/** The running session: which screen it is at follows from the log alone, so a crash comes back to the same one. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Act, addedPoint, type Course, nextKey, type SessionState, type Spot, spotPermission } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import type { Assessed } from '../clinic.ts'
import { Kept } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { ClientHold, ClientRest } from './client-view.tsx'
import { ClosingView } from './closing-view.tsx'
import { doseAt, type PointDose } from './dose.ts'
import { HoldView } from './hold-view.tsx'
import { isOver, PointView } from './point-view.tsx'
import { PointsList } from './points-list.tsx'
import styles from './session.module.css'
import { useScreenBegin } from './session-page.tsx'
import { StopView } from './stop-view.tsx'
import { useNow, useWakeLock } from './use-now.ts'

export type Running = {
  readonly course: Course
  readonly log: SessionState
  readonly dose: PointDose
  readonly pointKey: string
  /** Keeps acts of this session, in this order. */
  readonly act: (...acts: readonly Act[]) => Promise<boolean>
  readonly end: (why: 'finished' | 'stopped', thenScreen?: boolean) => Promise<void>
  /** Shows the large scale, for the client's own hand. */
  readonly handOver: () => void
}

export function Run({
  course,
  log,
  assessed,
}: {
  readonly course: Course
  readonly log: SessionState
  readonly assessed: Assessed
}) {
  const care = useCare()
  const navigate = useNavigate()
  const begin = useScreenBegin(course)
  const { inner } = useWorkbench().model
  const [listed, setListed] = useState(false)
  const [handed, setHanded] = useState(false)
  useWakeLock(true)
  useAlone()
  const act = (...acts: readonly Act[]) =>
    care.record(course.person.id, ...acts.map((one) => ({ kind: 'session-act' as const, session: log.id, act: one })))
  const end = async (why: 'finished' | 'stopped', thenScreen = false) => {
    if (!(await care.record(course.person.id, { kind: 'session-ended', session: log.id, why }))) return
    if (thenScreen) await begin('short')
    else await navigate({ to: '/person/$id/after', params: { id: course.person.id } })
  }
  const permissionOf = (spot: Spot) => spotPermission(inner, spot, assessed)
  const pointKey = log.at ?? nextKey(log)
  const dose =
    pointKey === null ? null : doseAt(log, pointKey, permissionOf, (spot) => addedPoint(inner, course, spot, assessed))
  // in the client's hand there is nothing but the scale: no list, no end
  const isWithClient = handed && !listed && pointKey !== null && dose !== null && isClients(log, pointKey, dose)
  return (
    <div className={styles.session} role="dialog" aria-modal="true" aria-label="Session">
      {isWithClient ? (
        <header className={styles.top}>
          <Press look="quiet" onPress={() => setHanded(false)}>
            {log.plan.setting === 'self' ? 'Smaller' : 'Back to the therapist'}
          </Press>
        </header>
      ) : (
        <TopBar log={log} listed={listed} onList={() => setListed(!listed)} onEnd={() => void end('stopped')} />
      )}
      {listed ? (
        <PointsList course={course} log={log} act={act} permissionOf={permissionOf} onClose={() => setListed(false)} />
      ) : pointKey === null ? (
        <ClosingView course={course} log={log} act={act} end={end} />
      ) : dose === null ? (
        <NotNow onSkip={() => void act({ act: 'point-closed', key: pointKey, why: 'skipped' })} />
      ) : (
        <View running={{ course, log, dose, pointKey, act, end, handOver: () => setHanded(true) }} handed={handed} />
      )}
      <Kept failuresOnly />
    </div>
  )
}

/** While the session covers the page, the header behind it cannot be reached by keyboard. */
function useAlone(): void {
  useEffect(() => {
    const header = document.querySelector('header')
    if (header === null) return
    header.inert = true
    return () => {
      header.inert = false
    }
  }, [])
}

/** Whether what is shown now has a form for the client's own hand: a hold, and the rest between two. */
function isClients(log: SessionState, pointKey: string, dose: PointDose): boolean {
  if (log.hold !== null) return true
  const point = log.points[pointKey]
  return (
    point !== undefined && point.reps.length > 0 && point.reps.at(-1)?.end !== 'stopped' && !isOver(point, dose.reps)
  )
}

type ViewProps = { readonly running: Running; readonly handed: boolean }

function View({ running, handed }: ViewProps) {
  const { log, pointKey, dose } = running
  const point = log.points[pointKey]
  if (point === undefined) return null
  if (log.hold !== null) {
    const key = `${pointKey} ${log.hold.rep}`
    return handed ? (
      <ClientHold key={key} running={running} hold={log.hold} />
    ) : (
      <HoldView key={key} running={running} hold={log.hold} />
    )
  }
  if (point.reps.at(-1)?.end === 'stopped') return <StopView running={running} />
  if (handed && isClients(log, pointKey, dose)) return <ClientRest running={running} />
  return <PointView key={pointKey} running={running} point={point} />
}

function NotNow({ onSkip }: { readonly onSkip: () => void }) {
  return (
    <div className={styles.middle}>
      <h1>Not to be pressed</h1>
      <p className={styles.how}>What was answered rules this place out.</p>
      <Press look="primary" onPress={onSkip}>
        Leave it out
      </Press>
    </div>
  )
}

type Top = {
  readonly log: SessionState
  readonly listed: boolean
  readonly onList: () => void
  readonly onEnd: () => void
}

function TopBar({ log, listed, onList, onEnd }: Top) {
  const nowMs = useNow(5000, true)
  const [asking, setAsking] = useState(false)
  const gone = Math.floor((nowMs - log.startedMs) / 60_000)
  const done = log.order.filter((key) => log.points[key]?.closed !== null).length
  if (asking) {
    return (
      <header className={styles.top}>
        <p>End the session here?</p>
        <div className={parts.row}>
          <Press onPress={onEnd}>End it</Press>
          <Press look="quiet" onPress={() => setAsking(false)}>
            Go on
          </Press>
        </div>
      </header>
    )
  }
  return (
    <header className={styles.top}>
      <Press look="quiet" onPress={onList}>
        {listed ? 'Back' : 'Points'}
      </Press>
      <p>
        Point {Math.min(done + 1, log.order.length)} of {log.order.length} · {gone} of {log.minutes} min
      </p>
      <Press look="quiet" onPress={() => setAsking(true)}>
        End
      </Press>
    </header>
  )
}
