/** The palpation round: the ranked points one after the other, one large tap a finding, ranked anew with each. */
import { useEffect, useMemo, useState } from 'react'
import { type Candidate, type Course, candidatesOf, gateOf, keyOf, type Spot } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useAssessed, useCourseRanking } from '../clinic.ts'
import { Blocked } from '../parts/blocked.tsx'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import styles from './examine.module.css'
import { Found } from './found.tsx'
import { Measures } from './measures.tsx'
import { SpotSheet } from './spot-sheet.tsx'
import { RoundContext, useNewRound } from './undo.ts'

export function ExaminePage() {
  useTitle('Examination')
  return <WithCourse>{(course) => <Examine key={course.person.id} course={course} />}</WithCourse>
}

/** How many points a round offers at most. */
const offered = 8

function Examine({ course }: { readonly course: Course }) {
  const workbench = useWorkbench()
  const go = useGo(course)
  const assessed = useAssessed(course)
  const ranking = useCourseRanking(course)
  const gate = gateOf(course, assessed)
  const ranked = useMemo(() => offer(course, ranking), [course, ranking])
  const [held, setHeld] = useState<Held | null>(null)
  const [mirrored, setMirrored] = useState(false)
  // the point under the finger and the row of points stay where they are while its findings come in
  if (held === null && ranked[0] !== undefined) setHeld(holding(ranked[0], ranked))
  const candidates = inOrder(ranked, held?.order ?? [])
  const current = candidates.find((one) => held !== null && keyOf(one) === keyOf(held.one)) ?? held?.one
  const spot: Spot | null = current === undefined ? null : sideOf(current, mirrored)
  const point = spot?.point
  const side = spot?.side
  useEffect(() => {
    if (point !== undefined && side !== undefined) workbench.looking.set({ source: { id: point, side }, place: null })
    return () => workbench.looking.set({ source: null })
  }, [workbench, point, side])
  useTurning()
  const round = useNewRound(course)
  if (gate !== 'open')
    return (
      <Blocked course={course} gate={gate} assessed={assessed} step="examine" inPanel>
        {round.last !== null && <Press onPress={round.undo}>That was a slip: take back “{round.last.word}”</Press>}
      </Blocked>
    )
  const choose = (one: Candidate) => {
    setMirrored(false)
    setHeld(holding(one, ranked))
  }
  const next = ranked.find((one) => one.finding === undefined && one !== current)
  return (
    <RoundContext value={round}>
      <Frame course={course} step="examine" inPanel>
        <h1 className={styles.lowOnly}>What do the hands find?</h1>
        {current === undefined || spot === null ? (
          <p className={parts.lead}>Nothing in the drawing points to a muscle that may be pressed.</p>
        ) : (
          <>
            <nav className={styles.spots} aria-label="Points of this round">
              {candidates.map((one) => (
                <button
                  type="button"
                  key={keyOf(one)}
                  aria-current={one === current ? 'true' : undefined}
                  onClick={() => choose(one)}
                >
                  {spotWord(workbench.model.knowledge, one)}
                  <span>{foundWord(course, one)}</span>
                </button>
              ))}
            </nav>
            <SpotSheet
              key={keyOf(spot)}
              course={course}
              spot={spot}
              assessed={assessed}
              mirrored={mirrored}
              onMirror={() => setMirrored(!mirrored)}
            />
            <Found course={course} spot={spot} />
            <Measures course={course} spot={spot} />
          </>
        )}
        <div className={parts.bar}>
          {round.last !== null && (
            <Press onPress={round.undo} label={`Undo: ${round.last.word}`}>
              Undo
            </Press>
          )}
          {next !== undefined && <Press onPress={() => choose(next)}>Next point</Press>}
          <Press look="primary" onPress={() => go('plan')}>
            To the plan
          </Press>
        </div>
      </Frame>
    </RoundContext>
  )
}

/** While the hands feel, the body is turned, not painted: a stray finger must not change the drawing. */
function useTurning(): void {
  const { tool } = useWorkbench()
  useEffect(() => {
    const before = tool.get().mode
    tool.set({ mode: 'turn' })
    return () => tool.set({ mode: before })
  }, [tool])
}

/** Which point is being felt, and the order that the points had when it was taken up. */
type Held = { readonly one: Candidate; readonly order: readonly string[] }

function holding(one: Candidate, ranked: readonly Candidate[]): Held {
  return { one, order: ranked.map(keyOf) }
}

/** In the held order; what is new comes last. */
function inOrder(ranked: readonly Candidate[], order: readonly string[]): readonly Candidate[] {
  const placeOf = (one: Candidate) => {
    const place = order.indexOf(keyOf(one))
    return place < 0 ? order.length : place
  }
  return ranked.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The likeliest points, one a muscle part, and all that were felt. */
function offer(course: Course, ranking: ReturnType<typeof useCourseRanking>): readonly Candidate[] {
  return candidatesOf(course, ranking).filter((one, place) => place < offered || one.finding !== undefined)
}

function sideOf(spot: Candidate, mirrored: boolean): Spot {
  const { point, muscle, part, side } = spot
  return { point, muscle, part, side: mirrored ? (side === 'left' ? 'right' : 'left') : side }
}

function foundWord(course: Course, one: Candidate): string {
  const signs = course.findings.find((finding) => keyOf(finding.spot) === keyOf(one))?.signs
  if (signs === undefined) return 'not felt yet'
  const yes = Object.values(signs).filter(Boolean).length
  return yes === 0 ? 'nothing found' : `${yes} ${yes === 1 ? 'sign' : 'signs'}`
}
