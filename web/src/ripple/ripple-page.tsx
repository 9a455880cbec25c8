/** Who works harder when one muscle can't: asked in words, answered in words, shown on the body. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { readRipple, shiftsOf, type Trouble } from 'unknot'
import pageStyles from '../pages/page.module.css'
import { Back } from '../pages/parts.tsx'
import { useTitle } from '../parts/use-title.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { Details, Sentence } from './answer.tsx'
import { type Asked, askedBy, askOf, searchOf, usualDegree, workingOf } from './asked.ts'
import { Beside } from './beside.tsx'
import { Examples } from './examples.tsx'
import { How } from './how.tsx'
import { MuscleChooser } from './muscle-chooser.tsx'
import { OverTasks } from './over-tasks.tsx'
import styles from './ripple.module.css'
import { TaskPicker } from './task-picker.tsx'
import { TroubleCard } from './trouble-card.tsx'
import { useFigures, useRippleAnswer, useRippleOver } from './use-ripple.ts'
import { WhyNone } from './why-none.tsx'

export function RipplePage() {
  const workbench = useWorkbench()
  const { knowledge } = workbench.model
  useTitle('The ripple')
  const navigate = useNavigate()
  const search = useSearch({ from: '/ripple' })
  const address = JSON.stringify(search)
  // biome-ignore lint/correctness/useExhaustiveDependencies: by its content
  const fromAddress = useMemo(() => askedBy(knowledge, search), [knowledge, address])
  const [live, setLive] = useState<{ readonly address: string; readonly asked: Asked } | null>(null)
  const asked = live !== null && live.address === address ? live.asked : fromAddress
  const [adding, setAdding] = useState(false)

  /** While a finger moves, only the page changes; the address follows when it rests. */
  const change = (next: Asked, resting = true) => {
    setLive({ address, asked: next })
    if (resting) void navigate({ to: '/ripple', search: searchOf(next), replace: asked.trouble.length > 0 })
  }
  const ask = asked.trouble.length === 0 ? null : askOf(asked)
  const { answered, failed, retry } = useRippleAnswer(ask)
  const over = useRippleOver(asked.trouble, answered !== null)
  const figures = useFigures(knowledge, answered !== null)
  const reading = useMemo(
    () => (answered === null ? null : readRipple(knowledge, answered.ask, answered.answer)),
    [knowledge, answered],
  )

  useEffect(() => {
    workbench.looking.set({ source: null, place: null })
    workbench.shown.set({ surface: 'body' })
    return () => workbench.load.set({ picture: null })
  }, [workbench])
  useEffect(() => {
    // words come first: making the skin glass takes the page as long as the worker needs for the answer
    if (answered === null && failed === null && asked.trouble.length > 0) return
    const picture =
      answered === null || reading === null
        ? { shifts: [], joints: [], trouble: asked.trouble }
        : {
            shifts: reading.held ? shiftsOf(knowledge, answered.answer) : [],
            joints: reading.joints,
            trouble: answered.ask.trouble,
          }
    workbench.load.set({ picture })
  }, [workbench, knowledge, answered, failed, reading, asked.trouble])

  const addTrouble = (muscle: string, part: string | null) => {
    const side = asked.trouble[0]?.side ?? 'right'
    const trouble: Trouble = { muscle, part, side, state: 'inhibited', degree: usualDegree.inhibited }
    setAdding(false)
    if (asked.trouble.length > 0) change({ ...asked, trouble: [...asked.trouble, trouble] })
    else change(askedBy(knowledge, { muscle: part === null ? muscle : `${muscle}.${part}`, side }))
  }
  const setTrouble = (index: number, next: Trouble | null, resting: boolean) => {
    const trouble = asked.trouble.flatMap((one, k) => (k !== index ? [one] : next === null ? [] : [next]))
    const task = knowledge.tasks.find(({ id }) => id === asked.task)!
    const moved = index === 0 && next !== null && next.side !== asked.trouble[0]!.side
    const working = moved && asked.working !== 'both' ? workingOf(task.sided, undefined, next.side) : asked.working
    change({ ...asked, trouble, working }, resting)
  }

  return (
    <article className={`${pageStyles.page} ${styles.page}`}>
      <Back />
      <header className={`${pageStyles.head} ${asked.trouble.length > 0 ? styles.asked : ''}`}>
        <h1>The ripple</h1>
        <p className={styles.intro}>
          When one muscle is weak or tight, others take over its work. A model of the body works out which.
        </p>
      </header>
      {asked.unknown.length > 0 && (
        <p className={styles.note} role="status">
          That muscle is not in the model: it has the muscles of trunk, neck, shoulder, upper arm, hip and leg.
        </p>
      )}
      {asked.trouble.map((trouble, index) => (
        <TroubleCard
          // biome-ignore lint/suspicious/noArrayIndexKey: the same muscle may stand in the list for both sides
          key={`${trouble.muscle} ${trouble.part} ${index}`}
          trouble={trouble}
          onChange={(next, resting) => setTrouble(index, next, resting)}
          onAdd={index === asked.trouble.length - 1 && !adding ? () => setAdding(true) : null}
        />
      ))}
      {asked.trouble.length === 0 || adding ? (
        <>
          <MuscleChooser
            chosen={asked.trouble}
            onChoose={addTrouble}
            onClose={adding ? () => setAdding(false) : null}
          />
          {asked.trouble.length === 0 && <Examples onChoose={(next) => change(askedBy(knowledge, next))} />}
        </>
      ) : (
        <>
          {failed !== null ? (
            <WhyNone why={failed} onRetry={retry} />
          ) : (
            <Sentence asked={asked} answered={answered} reading={reading} over={over} onChange={change} />
          )}
          <TaskPicker asked={asked} figures={figures} onChange={change} />
          {answered !== null && reading?.held && <Details ask={answered.ask} reading={reading} />}
          {reading?.held && over !== null && (
            <OverTasks asked={asked} over={over} figures={figures} onChange={change} />
          )}
          <Beside asked={asked} reading={reading} onChange={change} />
          <How answered={answered} />
        </>
      )}
    </article>
  )
}
