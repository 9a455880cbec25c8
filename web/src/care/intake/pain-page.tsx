/** Where it hurts, how strongly, since when: the drawing on the body and four short questions beside it. */
import { useEffect, useRef, useState } from 'react'
import { type CareHistory, type Course, painNow } from 'unknot'
import { drawingSchema } from '../../model.ts'
import { bandOf, bandWords } from '../../ranking/wording.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useStore } from '../../store.ts'
import { useCare } from '../care-context.tsx'
import { useCourseRanking } from '../clinic.ts'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Badge, Card, Choose, Press, Scale, Toggle } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import styles from './intake.module.css'
import { Movements } from './movements.tsx'

export function PainPage() {
  useTitle('Where it hurts')
  return <WithCourse>{(course) => <Pain key={course.person.id} course={course} />}</WithCourse>
}

const onsets = [
  { value: 'gradual', label: 'Slowly' },
  { value: 'sudden', label: 'Suddenly' },
  { value: 'injury', label: 'After an injury' },
] as const

const durations = [
  { value: 5, label: 'Under 2 weeks' },
  { value: 40, label: '2 to 12 weeks' },
  { value: 200, label: '3 to 12 months' },
  { value: 800, label: 'Over a year' },
] as const

const factors = [
  ['overuse', 'Much use'],
  ['repetitive-motion', 'The same movement often'],
  ['posture', 'Long in one position'],
  ['inactivity', 'Little movement'],
  ['stress', 'Stress'],
  ['poor-sleep', 'Poor sleep'],
  ['trauma', 'An injury'],
  ['cold', 'Cold'],
  ['illness', 'An illness'],
  ['joint-problem', 'A joint problem'],
] as const

function Pain({ course }: { readonly course: Course }) {
  const care = useCare()
  const go = useGo(course)
  const { id } = course.person
  const save = useDrawingOf(course)
  const { sheet, history: drawn } = useWorkbench()
  const scale = useRef<HTMLDivElement>(null)
  const hasDrawing = useStore(drawn, ({ states, at }) => states[at]!.length > 0)
  const isSelf = course.person.setting === 'self'
  const { history } = course
  const duration = durations.findLast((one) => one.value <= (history.durationDays ?? -1))?.value ?? null
  const tell = (told: typeof history) => void care.record(id, { kind: 'history-told', history: told })
  const flip = (factor: string) => {
    const now: readonly string[] = history.factors ?? []
    const next = now.includes(factor) ? now.filter((one) => one !== factor) : [...now, factor]
    tell({ factors: next as NonNullable<typeof history.factors> })
  }
  const next = async () => {
    if (await save()) go('questions')
  }
  const isRated = painNow(course) !== null
  /** The scale may be under a phone's sheet, or scrolled away. */
  const toScale = () => {
    if (sheet.get().stop === 'low') sheet.set({ stop: 'half' })
    requestAnimationFrame(() => {
      scale.current?.scrollIntoView({ block: 'start' })
      scale.current?.querySelector('button')?.focus({ preventScroll: true })
    })
  }
  return (
    <Frame course={course} step="pain" inPanel>
      <h1>{isSelf ? 'Where does it hurt you?' : 'Where does it hurt?'}</h1>
      {!hasDrawing && <p className={parts.lead}>Paint it on the body: with a finger, a pen, the mouse, or by name.</p>}
      <div ref={scale} className={styles.rated}>
        <h2 className={parts.ask}>How strong is it now?</h2>
        <Scale
          label="Pain now"
          value={painNow(course)}
          onValue={(value) => void care.record(id, { kind: 'measured', instrument: 'om-01', values: { now: value } })}
        />
      </div>
      {hasDrawing && <Fits course={course} />}
      <h2 className={parts.ask}>How did it begin?</h2>
      <Choose
        label="How it began"
        options={onsets}
        chosen={history.onset ?? null}
        onChoose={(onset) => tell({ onset })}
        columns={3}
      />
      <h2 className={parts.ask}>For how long?</h2>
      <Choose
        label="For how long"
        options={durations}
        chosen={duration}
        onChoose={(durationDays) => tell({ durationDays })}
        columns={2}
      />
      <h2 className={parts.ask}>What may play a part? As many as fit.</h2>
      <div className={parts.choices} style={{ gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        {factors.map(([factor, label]) => (
          <Toggle
            key={factor}
            on={(history.factors as readonly string[] | undefined)?.includes(factor) ?? false}
            onPress={() => flip(factor)}
          >
            {label}
          </Toggle>
        ))}
      </div>
      {hasDrawing && <Moving course={course} onTell={tell} />}
      <div className={parts.bar}>
        {hasDrawing && !isRated ? (
          <Press look="primary" onPress={toScale}>
            Say how strong it is
          </Press>
        ) : (
          <Press look="primary" onPress={() => void next()} disabled={!hasDrawing}>
            {hasDrawing ? 'Go on to the questions' : 'Paint where it hurts'}
          </Press>
        )}
      </div>
    </Frame>
  )
}

/** Keeps the drawing of this person as it is painted; the returned function waits until it is safe. */
function useDrawingOf(course: Course): () => Promise<boolean> {
  const care = useCare()
  const workbench = useWorkbench()
  const { id } = course.person
  const [mine, setMine] = useState(false)
  const last = JSON.stringify(course.drawings.at(-1)?.drawing.strokes ?? [])
  const save = async () => {
    const strokes = workbench.strokes()
    if (JSON.stringify(strokes) === last) return true
    const drawing = { schema: drawingSchema, body: workbench.model.body.edition, strokes } as const
    return care.record(id, { kind: 'drawing-saved', drawing })
  }
  // the body shows this person's drawing only after the first effects have run: nothing before that is theirs
  useEffect(() => setMine(true), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `save` belongs to `last`
  useEffect(() => {
    if (!mine) return
    let timer = 0
    const stop = workbench.history.subscribe(() => {
      clearTimeout(timer)
      timer = window.setTimeout(() => void save(), 700)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [workbench, mine, last])
  return save
}

function Moving({ course, onTell }: { readonly course: Course; readonly onTell: (told: CareHistory) => void }) {
  const ranking = useCourseRanking(course)
  return course.drawings.length === 0 ? null : <Movements history={course.history} ranking={ranking} onTell={onTell} />
}

/** The likeliest three, so that painting is seen to do something. */
function Fits({ course }: { readonly course: Course }) {
  const { knowledge } = useWorkbench().model
  const ranking = useCourseRanking(course)
  const first = ranking.sources.filter((source) => source.explains > 0.02).slice(0, 3)
  if (course.drawings.length === 0 || first.length === 0) return null
  return (
    <Card tone="soft">
      <h2 className={parts.ask}>What would explain it</h2>
      <ul className={parts.list}>
        {first.map((source) => (
          <li key={`${source.id} ${source.side}`} className={`${parts.row} ${parts.between}`}>
            <span>
              {source.kind === 'trigger-point' && source.side !== null
                ? spotWord(knowledge, { point: source.id, side: source.side })
                : source.name}
            </span>
            <Badge>{bandWords[bandOf(source.probability)]}</Badge>
          </li>
        ))}
      </ul>
      <p className={parts.muted}>Possibilities, not a diagnosis.</p>
    </Card>
  )
}
