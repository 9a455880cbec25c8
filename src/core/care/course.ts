/** One person's care as it stands, read from the events: nothing here is kept, everything can be read again. */
import type { Answer } from '../pain/case.ts'
import type { Drawing } from '../pain/drawing.ts'
import type { Place } from '../safety/asked.ts'
import type { CarePlan } from './care-plan.ts'
import { sessionKeys } from './care-plan.ts'
import type { CareEvent, ClearedBy, EventOf, FollowUp, History, NoteText, Setting, Sign, ToldStop } from './event.ts'
import { inOrder } from './order.ts'
import { afterAct, afterEnd, beginSession, type SessionLog } from './session-log.ts'
import { keyOf, type Spot } from './spot.ts'

export type Person = {
  readonly id: string
  readonly name: string
  readonly setting: Setting
  readonly ageYears?: number | undefined
  readonly sex?: 'female' | 'male' | 'other' | undefined
  readonly isDemo: boolean
  readonly addedMs: number
}

export type SpotFinding = {
  readonly spot: Spot
  readonly signs: Readonly<Partial<Record<Sign, boolean>>>
  readonly atMs: number
}

export type Measured = {
  readonly id: string
  readonly atMs: number
  readonly instrument: string
  readonly values: Readonly<Record<string, number>>
  readonly words: Readonly<Record<string, string>>
  readonly movement: string | null
  readonly spot: Spot | null
  readonly session: string | null
}

export type ScreenState = {
  readonly form: 'full' | 'short'
  readonly begunMs: number
  readonly decided: { readonly atMs: number; readonly decision: EventOf<'screened'>['decision'] } | null
}

export type ToldCondition = {
  readonly id: string
  /** Null: nobody was asked where. Empty: nobody can say. */
  readonly places: readonly Place[] | null
  /** When it was first told. */
  readonly atMs: number
}

export type Accepted = {
  readonly atMs: number
  readonly flags: readonly string[]
  readonly marks: readonly string[] | null
  readonly reason: string
}

export type RecordedStop = {
  readonly flag: string
  /** Null where an older record kept only that it stopped. */
  readonly action: ToldStop['action'] | null
  readonly decision: 'refer' | 'emergency'
  readonly atMs: number
  /** When the screen began in which it was found. */
  readonly screenMs: number
  /** Its answer was put right soon afterwards, in the same screen. */
  readonly withdrawnMs: number | null
}

export type Cleared = {
  readonly flag: string
  readonly atMs: number
  readonly who: ClearedBy
  readonly reason: string
  /** The questions answered with yes or not sure, and the conditions ticked, when it was given. */
  readonly yes: readonly string[]
}

export type PlanState = {
  readonly plan: CarePlan
  readonly madeMs: number
  readonly changes: readonly {
    readonly atMs: number
    readonly field: string
    readonly target: string | null
    readonly from: string
    readonly to: string
  }[]
}

export type Note = {
  readonly atMs: number
  readonly text: NoteText
  /** How often it was kept before it was signed. */
  readonly versions: number
  /** Null: it can still be changed. */
  readonly signed: { readonly atMs: number; readonly by: string } | null
  readonly amendments: readonly { readonly atMs: number; readonly by: string; readonly text: string }[]
}

export type SessionState = SessionLog & {
  readonly followUps: readonly { readonly atMs: number; readonly report: FollowUp }[]
  readonly note: Note | null
}

export type Course = {
  readonly person: Person
  readonly openedMs: number
  readonly history: History
  readonly drawings: readonly { readonly id: string; readonly atMs: number; readonly drawing: Drawing }[]
  readonly answers: Readonly<Record<string, Answer>>
  readonly answeredMs: Readonly<Record<string, number>>
  readonly places: Readonly<Record<string, readonly Place[]>>
  readonly screen: ScreenState | null
  readonly lastFullScreenMs: number | null
  readonly accepted: readonly Accepted[]
  /** Conditions, medicines and facts of pregnancy that are ticked now. */
  readonly conditions: readonly ToldCondition[]
  /** What ever stopped everything, in any screen. */
  readonly stops: readonly RecordedStop[]
  readonly clearances: readonly Cleared[]
  readonly findings: readonly SpotFinding[]
  readonly measures: readonly Measured[]
  readonly plan: PlanState | null
  readonly sessions: readonly SessionState[]
  /** What the person said when treatment was explained, the newest last. */
  readonly consents: readonly { readonly atMs: number; readonly agreed: boolean }[]
  readonly lastMs: number
}

/** Everybody in the record, the one last cared for first. */
export function peopleOf(events: readonly CareEvent[]): readonly Course[] {
  const byPerson = new Map<string, CareEvent[]>()
  for (const event of inOrder(events)) {
    const list = byPerson.get(event.person)
    if (list === undefined) byPerson.set(event.person, [event])
    else list.push(event)
  }
  return [...byPerson.values()]
    .map(courseOfOrdered)
    .filter((course) => course !== null)
    .sort((a, b) => b.lastMs - a.lastMs)
}

/** One person's course; null if nobody of that id was ever added. */
export function courseOf(events: readonly CareEvent[], person: string): Course | null {
  return courseOfOrdered(inOrder(events.filter((event) => event.person === person)))
}

function courseOfOrdered(events: readonly CareEvent[]): Course | null {
  return events.reduce<Course | null>((course, event) => {
    if (event.kind === 'person-added') return course ?? begin(event)
    return course === null ? null : { ...after(course, event), lastMs: event.atMs }
  }, null)
}

function begin(event: EventOf<'person-added'>): Course {
  const { name, setting, ageYears, sex } = event
  return {
    person: { id: event.person, name, setting, ageYears, sex, isDemo: event.isDemo === true, addedMs: event.atMs },
    openedMs: event.atMs,
    history: {},
    drawings: [],
    answers: {},
    answeredMs: {},
    places: {},
    screen: null,
    lastFullScreenMs: null,
    accepted: [],
    conditions: [],
    stops: [],
    clearances: [],
    findings: [],
    measures: [],
    plan: null,
    sessions: [],
    consents: [],
    lastMs: event.atMs,
  }
}

/** The course after one more event. */
function after(course: Course, event: CareEvent): Course {
  switch (event.kind) {
    case 'person-added':
    case 'intended-use-read':
      return course
    case 'person-changed': {
      const { name, ageYears, sex } = event
      const { person } = course
      return {
        ...course,
        person: { ...person, name: name ?? person.name, ageYears: ageYears ?? person.ageYears, sex: sex ?? person.sex },
      }
    }
    case 'episode-opened':
      return {
        ...begin({ ...event, kind: 'person-added', name: course.person.name, setting: course.person.setting }),
        person: course.person,
        // what a person has, and what must be looked at first, does not end with a complaint
        conditions: course.conditions,
        stops: course.stops,
        clearances: course.clearances,
      }
    case 'history-told':
      return { ...course, history: { ...course.history, ...event.history } }
    case 'drawing-saved':
      return {
        ...course,
        drawings: [...course.drawings, { id: event.id, atMs: event.atMs, drawing: event.drawing }],
      }
    case 'answered':
      return answered(course, event)
    case 'places-named':
      return { ...course, places: { ...course.places, [event.question]: event.places } }
    case 'screen-begun':
      return screenBegun(course, event)
    case 'screened': {
      const screen = course.screen ?? { form: event.form, begunMs: event.atMs, decided: null }
      return {
        ...course,
        screen: { ...screen, decided: { atMs: event.atMs, decision: event.decision } },
        stops: stopsAfter(course.stops, event, screen.begunMs),
        lastFullScreenMs: event.form === 'full' ? event.atMs : course.lastFullScreenMs,
      }
    }
    case 'caution-accepted':
      return {
        ...course,
        accepted: [
          ...course.accepted,
          { atMs: event.atMs, flags: event.flags, marks: event.marks ?? null, reason: event.reason },
        ],
      }
    case 'condition-told':
      return { ...course, conditions: conditionsAfter(course.conditions, event) }
    case 'stop-cleared':
      return { ...course, clearances: [...course.clearances, ...clearancesOf(course, event)] }
    case 'measure-withdrawn':
      return { ...course, measures: course.measures.filter((one) => one.id !== event.measure) }
    case 'finding-recorded':
      return { ...course, findings: withSign(course.findings, event) }
    case 'measured':
      return { ...course, measures: [...course.measures, measureOf(event)] }
    case 'plan-made':
      return { ...course, plan: { plan: event.plan, madeMs: event.atMs, changes: [] } }
    case 'plan-changed': {
      const { atMs, field, target, from, to, plan } = event
      const before = course.plan ?? { plan, madeMs: atMs, changes: [] }
      return {
        ...course,
        plan: { plan, madeMs: before.madeMs, changes: [...before.changes, { atMs, field, target, from, to }] },
      }
    }
    case 'session-started': {
      const log = beginSession(event.id, event.atMs, event.minutes, event.plan, sessionKeys(event.plan))
      return { ...course, sessions: [...course.sessions, { ...log, followUps: [], note: null }] }
    }
    case 'session-act':
      return inSession(course, event.session, (one) => ({ ...one, ...afterAct(one, event.act, event.atMs) }))
    case 'session-ended':
      return inSession(course, event.session, (one) => ({ ...one, ...afterEnd(one, event.why, event.atMs) }))
    case 'followed-up':
      return inSession(course, event.session, (one) => ({
        ...one,
        followUps: [...one.followUps, { atMs: event.atMs, report: event.report }],
      }))
    case 'note-written':
    case 'note-signed':
    case 'note-amended':
      return inSession(course, event.session, (one) => ({ ...one, note: noteAfter(one.note, event) }))
    case 'consent-told':
      return { ...course, consents: [...course.consents, { atMs: event.atMs, agreed: event.agreed }] }
  }
}

/** A signed note is locked: a text that comes later, from whatever device, changes nothing; an amendment is added. */
function noteAfter(note: Note | null, event: EventOf<'note-written' | 'note-signed' | 'note-amended'>): Note | null {
  const { atMs } = event
  if (event.kind === 'note-written') {
    if (note?.signed) return note
    return { atMs, text: event.text, versions: (note?.versions ?? 0) + 1, signed: null, amendments: [] }
  }
  if (note === null) return null
  if (event.kind === 'note-signed') return note.signed ? note : { ...note, signed: { atMs, by: event.by } }
  if (note.signed === null) return note
  return { ...note, amendments: [...note.amendments, { atMs, by: event.by, text: event.text }] }
}

function answered(course: Course, event: EventOf<'answered'>): Course {
  const { [event.question]: _, ...others } = course.answers
  const answers = event.answer === null ? others : { ...course.answers, [event.question]: event.answer }
  const { [event.question]: __, ...otherPlaces } = course.places
  const places = event.answer === 'yes' || event.answer === 'unsure' ? course.places : otherPlaces
  return { ...course, answers, places, answeredMs: { ...course.answeredMs, [event.question]: event.atMs } }
}

function screenBegun(course: Course, event: EventOf<'screen-begun'>): Course {
  const asked = new Set(event.questions)
  const kept = <T>(by: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(by).filter(([question]) => !asked.has(question)))
  const [answers, places] = [kept(course.answers), kept(course.places)]
  return { ...course, answers, places, screen: { form: event.form, begunMs: event.atMs, decided: null } }
}

function conditionsAfter(before: Course['conditions'], event: EventOf<'condition-told'>): Course['conditions'] {
  const others = before.filter((one) => one.id !== event.record)
  if (!event.holds) return others
  const told = { id: event.record, places: event.places ?? null, atMs: event.atMs }
  return before.length === others.length
    ? [...before, told]
    : before.map((one) => (one.id === event.record ? { ...told, atMs: one.atMs } : one))
}

/** How soon a wrong answer may be put right by whoever gave it: later than that, a stop needs a clearance. */
const putRightMs = 3_600_000

/**
 * What a decision adds to the stops. One of the same screen that it no longer names was put right; one of an earlier
 * screen stands, whatever is answered now.
 */
function stopsAfter(before: Course['stops'], event: EventOf<'screened'>, screenMs: number): Course['stops'] {
  const { decision, atMs } = event
  const told: readonly { readonly flag: string; readonly action: ToldStop['action'] | null }[] =
    event.stops ?? event.flags.map((flag) => ({ flag, action: null }))
  const isStop = decision === 'refer' || decision === 'emergency'
  const now = event.stops !== undefined || isStop ? told : []
  const isPutRight = (stop: RecordedStop) =>
    stop.screenMs === screenMs && atMs - stop.atMs <= putRightMs && !now.some((one) => one.flag === stop.flag)
  const kept = before.map((stop) =>
    stop.withdrawnMs === null && isPutRight(stop) ? { ...stop, withdrawnMs: atMs } : stop,
  )
  if (!isStop) return kept
  const isKnown = (flag: string, action: ToldStop['action'] | null) =>
    kept.some(
      (one) => one.flag === flag && one.action === action && one.screenMs === screenMs && one.withdrawnMs === null,
    )
  const added = told
    .filter((one) => !isKnown(one.flag, one.action))
    .map(({ flag, action }) => ({ flag, action, decision, atMs, screenMs, withdrawnMs: null }))
  return [...kept, ...added]
}

function clearancesOf(course: Course, event: EventOf<'stop-cleared'>): readonly Cleared[] {
  const { atMs, who, reason } = event
  const answered = Object.keys(course.answers).filter((id) => course.answers[id] !== 'no')
  const yes = [...answered, ...course.conditions.map((one) => one.id)]
  return event.flags.map((flag) => ({ flag, atMs, who, reason, yes }))
}

function withSign(findings: readonly SpotFinding[], event: EventOf<'finding-recorded'>): readonly SpotFinding[] {
  const key = keyOf(event.spot)
  const before = findings.find((one) => keyOf(one.spot) === key)
  const { [event.sign]: _, ...others } = before?.signs ?? {}
  const signs = event.value === null ? others : { ...others, [event.sign]: event.value }
  const rest = findings.filter((one) => one !== before)
  if (Object.keys(signs).length === 0) return rest
  const changed = { spot: event.spot, signs, atMs: event.atMs }
  return before === undefined ? [...rest, changed] : findings.map((one) => (one === before ? changed : one))
}

function measureOf(event: EventOf<'measured'>): Measured {
  return {
    id: event.id,
    atMs: event.atMs,
    instrument: event.instrument,
    values: event.values,
    words: event.words ?? {},
    movement: event.movement ?? null,
    spot: event.spot ?? null,
    session: event.session ?? null,
  }
}

function inSession(course: Course, id: string, change: (one: SessionState) => SessionState): Course {
  return { ...course, sessions: course.sessions.map((one) => (one.id === id ? change(one) : one)) }
}

/** The session that is running, if one is. */
export function runningSession(course: Course): SessionState | null {
  return course.sessions.findLast((one) => one.ended === null) ?? null
}

/** Pain when a session began and when it ended, 0 to 10, as far as it was told. */
export function painBeforeAndAfter(
  course: Course,
  session: SessionState,
): { readonly before: number | null; readonly after: number | null } {
  const ratings = course.measures.filter((one) => one.instrument === 'om-01' && one.values.now !== undefined)
  const before = ratings.findLast((one) => one.session === null && one.atMs <= session.startedMs)
  const after = ratings.findLast((one) => one.session === session.id)
  return { before: before?.values.now ?? null, after: after?.values.now ?? null }
}

/** The drawing with which care began and the newest one; the same where there is only one. */
export function firstAndLatestDrawing(
  course: Course,
): readonly [Course['drawings'][number], Course['drawings'][number]] | null {
  const latest = course.drawings.at(-1)
  if (latest === undefined) return null
  // while somebody is still painting, each stroke keeps a drawing: the first is what stood when care began
  const firstSessionMs = course.sessions[0]?.startedMs ?? Number.POSITIVE_INFINITY
  const first = course.drawings.findLast((one) => one.atMs < firstSessionMs) ?? latest
  return [first, latest]
}
