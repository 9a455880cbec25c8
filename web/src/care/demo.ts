/**
 * A made-up client with four weeks of care, so that somebody can look around before the first real one.
 *
 * Built from the same events as anybody's, by the same rules: the plan is made, not written. Marked as made up
 * wherever it is shown.
 */
import {
  assessCourse,
  type CareBody,
  type CareEvent,
  type Course,
  candidatesOf,
  courseOf,
  eventSchema,
  keyOf,
  type Plan,
  planCourse,
  rankCourse,
  type Spot,
  spotPermission,
  uuidV7,
} from 'unknot'
import { drawingSchema, inkOf, type Model, type Paint, type Stroke } from '../model.ts'
import type { Care } from './care.ts'

type RegionStroke = Extract<Stroke, { readonly region: string }>

const dayMs = 86_400_000
const minuteMs = 60_000

const neck = (intensity: number): RegionStroke[] => [
  { region: 'neck-angle', side: 'right', intensity, quality: ['aching', 'tight'] },
  { region: 'neck-side', side: 'right', intensity, quality: ['aching'] },
]
const firstDrawing: readonly RegionStroke[] = [
  ...neck(6),
  { region: 'temple', side: 'right', intensity: 5, quality: ['aching'] },
  { region: 'mastoid', side: 'right', intensity: 4, quality: ['aching'] },
]
const latestDrawing: readonly RegionStroke[] = [{ ...neck(3)[0]! }]

/** Pain before and after each of the sessions, and the day on which it was. */
const sessions = [
  { day: 2, before: 6, after: 4, sore: 3, pressed: [7, 5] },
  { day: 6, before: 5, after: 4, sore: 2, pressed: [6, 4] },
  { day: 13, before: 5, after: 3, sore: 1, pressed: [5, 3] },
  { day: 20, before: 3, after: 2, sore: 1, pressed: [4, 2] },
] as const

export async function addDemo(care: Care, model: Model): Promise<string | null> {
  const random = () => care.ports.random(10)
  const startMs = care.now() - 25 * dayMs
  const person = uuidV7(startMs, random())
  const device = `made-up-${person}`
  const events: CareEvent[] = []
  const at = (atMs: number, ...bodies: readonly CareBody[]) => {
    for (const body of bodies) {
      const seq = events.length + 1
      events.push({
        schema: eventSchema,
        id: uuidV7(atMs, random()),
        device,
        seq,
        atMs: Math.round(atMs),
        person,
        ...body,
      })
    }
  }
  const course = (): Course => courseOf(events, person)!
  const paint = (): Paint => inkOf(course().drawings.at(-1)!.drawing.strokes, model.brush).paint
  const draw = (atMs: number, strokes: readonly RegionStroke[]) =>
    at(atMs, { kind: 'drawing-saved', drawing: { schema: drawingSchema, body: model.body.edition, strokes } })

  at(startMs, {
    kind: 'person-added',
    name: 'Robin Example',
    setting: 'clinic',
    ageYears: 38,
    sex: 'female',
    isDemo: true,
  })
  at(startMs, { kind: 'measured', instrument: 'om-01', values: { now: 7 } })
  draw(startMs, firstDrawing)
  at(startMs, {
    kind: 'history-told',
    history: { onset: 'gradual', durationDays: 200, factors: ['posture', 'stress', 'poor-sleep'] },
  })
  const measureAll = (atMs: number, peg: number, psfs: number) =>
    at(
      atMs,
      { kind: 'measured', instrument: 'om-02', values: { pain: peg, enjoyment: peg - 1, activity: peg } },
      {
        kind: 'measured',
        instrument: 'om-03',
        values: { 'activity-1': psfs, 'activity-2': psfs + 1 },
        words: { 'activity-1': 'Looking over the shoulder while driving', 'activity-2': 'Two hours at the desk' },
      },
    )
  measureAll(startMs, 6, 4)
  answerNo(model, at, course, paint, startMs)
  feel(model, at, course, paint, startMs + 2 * dayMs)

  for (const [index, one] of sessions.entries()) {
    const beganMs = startMs + one.day * dayMs
    if (index > 0) answerNo(model, at, course, paint, beganMs - minuteMs, 'short')
    at(beganMs, { kind: 'measured', instrument: 'om-01', values: { now: one.before } })
    const plan = planNow(model, course(), paint())
    if (plan === null) return null
    at(beganMs, { kind: 'plan-made', plan, because: index === 0 ? 'first' : 'again' })
    treat(at, events, plan, beganMs + minuteMs, one)
    const session = course().sessions.at(-1)!.id
    at(beganMs + 27 * 60 * minuteMs, {
      kind: 'followed-up',
      session,
      report: {
        hoursAfter: 26,
        abovePoints: one.sore,
        bruise: 'none',
        isSleepDisturbed: false,
        headacheHours: 0,
        signs: [],
      },
    })
  }
  measureAll(startMs + 20 * dayMs, 3, 7)
  draw(startMs + 22 * dayMs, latestDrawing)
  at(startMs + 22 * dayMs, { kind: 'measured', instrument: 'om-01', values: { now: 3 } })
  return (await care.addEvents(events)) ? person : null
}

type At = (atMs: number, ...bodies: readonly CareBody[]) => void

/** No to whatever matters, until nothing is open, then the decision with its reason. */
function answerNo(
  model: Model,
  at: At,
  course: () => Course,
  paint: () => Paint,
  atMs: number,
  form: 'full' | 'short' = 'full',
): void {
  const ids = model.knowledge.questions.filter((one) => one.forms.includes(form)).map((one) => one.id)
  at(atMs, { kind: 'screen-begun', form, questions: form === 'short' ? ids : [] })
  for (let round = 0; round < 6; round++) {
    const open = assessCourse(model.inner, course(), paint(), form).questions.filter(
      (question) => course().answers[question.id] === undefined,
    )
    if (open.length === 0) break
    at(
      atMs,
      ...open.map(({ id, version }) => ({ kind: 'answered' as const, question: id, version, answer: 'no' as const })),
    )
  }
  const { screening } = assessCourse(model.inner, course(), paint(), form)
  const flags = screening.flags.map((flag) => flag.id)
  at(atMs, { kind: 'screened', form, decision: screening.kind, flags })
  if (screening.kind === 'caution') {
    at(atMs, { kind: 'caution-accepted', flags, reason: 'Examined today; nothing found that speaks against it.' })
  }
}

/** The two likeliest points that may be pressed are tender and familiar; the next one is only tender. */
function feel(model: Model, at: At, course: () => Course, paint: () => Paint, atMs: number): void {
  const assessed = assessCourse(model.inner, course(), paint(), 'full')
  const ranking = rankCourse(model.inner, course(), paint())
  const seen = new Set<string>()
  const spots = candidatesOf(course(), ranking)
    .filter((one) => spotPermission(model.inner, one, assessed).level !== 'blocked')
    .filter((one) => {
      const key = `${one.muscle} ${one.part}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, 3)
    .map(({ point, muscle, part, side }): Spot => ({ point, muscle, part, side }))
  for (const [index, spot] of spots.entries()) {
    const found = (sign: 'tender' | 'tautBand' | 'familiarPain', value: boolean) =>
      at(atMs, { kind: 'finding-recorded', spot, sign, value })
    found('tender', true)
    found('tautBand', index < 2)
    found('familiarPain', index < 2)
  }
}

function planNow(model: Model, course: Course, paint: Paint): Plan | null {
  const form = course.sessions.length === 0 ? 'full' : 'short'
  const made = planCourse(
    model.inner,
    course,
    assessCourse(model.inner, course, paint, form),
    rankCourse(model.inner, course, paint),
    course.lastMs,
  )
  return made.kind === 'plan' ? made : null
}

function treat(
  at: At,
  events: readonly CareEvent[],
  plan: Plan,
  beganMs: number,
  one: (typeof sessions)[number],
): void {
  at(beganMs, { kind: 'session-started', plan, minutes: plan.session.minutes.value })
  const session = events.at(-1)!.id
  let nowMs = beganMs + 3 * minuteMs
  for (const point of plan.points) {
    const key = keyOf(point)
    const act = (made: Extract<CareBody, { kind: 'session-act' }>['act']) =>
      at(nowMs, { kind: 'session-act', session, act: made })
    act({ act: 'point-pain', key, when: 'before', value: one.pressed[0] })
    for (let rep = 1; rep <= point.reps.value; rep++) {
      act({ act: 'hold-started', key, rep })
      nowMs += 5000
      act({ act: 'rated', key, value: Math.round(point.discomfort.value) + 1 })
      nowMs += (point.holdS.value - 5) * 1000
      act({ act: 'hold-ended', key, rep, heldS: point.holdS.value, end: rep === 1 ? 'done' : 'released' })
      nowMs += point.restS.value * 1000
    }
    act({ act: 'point-pain', key, when: 'after', value: one.pressed[1] })
    act({ act: 'point-closed', key, why: 'done' })
    nowMs += 2 * minuteMs
  }
  at(nowMs, { kind: 'measured', instrument: 'om-01', values: { now: one.after }, session })
  at(nowMs, { kind: 'session-ended', session, why: 'finished' })
}
