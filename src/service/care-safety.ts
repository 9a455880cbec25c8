/** What a course adds to today's answers: what was ticked, what the hands found, what was stopped or cleared before. */
import type { Cleared, Course, RecordedStop } from '../core/care/course.ts'
import type { Answer } from '../core/pain/case.ts'
import type { Listed, Place } from '../core/safety/asked.ts'
import { type Flag, kindOfAction, type Screening, withinOfAction } from '../core/safety/screening.ts'
import { type Stop, standingStops, withClearances, withStanding, withWithdrawn } from '../core/safety/standing.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Condition, Level, RedFlag } from '../knowledge/schema/screening.ts'
import type { When } from '../knowledge/schema/when.ts'

export function listedOf(course: Course): readonly Listed[] {
  return course.conditions.map(({ id, places }) => ({ id, places: places ?? [] }))
}

/**
 * The answers of a course, with those that follow from what was ticked or felt: blood thinners that were ticked are a
 * yes to the question on blood thinners, so that what follows from it is asked; power of 3 of 5 or less is a yes to
 * the question on power (RF-20). They win over a "no".
 */
export function answersOf(course: Course, knowledge: Knowledge): Readonly<Record<string, Answer>> {
  const yes = [
    ...impliedBy(
      course.conditions.map((one) => one.id),
      knowledge,
    ),
    ...(hasLowPower(course) ? [lowPower] : []),
  ]
  return { ...course.answers, ...Object.fromEntries(yes.map((id) => [id, 'yes' as const])) }
}

/**
 * Where the answers are. What was ticked gives its place to the question that it answers; where one of both has none,
 * it may be anywhere.
 */
export function placesOfCourse(course: Course, knowledge: Knowledge): Readonly<Record<string, readonly Place[]>> {
  const places: Record<string, readonly Place[]> = { ...course.places }
  for (const { id, places: told } of course.conditions) {
    for (const question of impliedBy([id], knowledge)) {
      const answered = course.answers[question] === 'yes' || course.answers[question] === 'unsure'
      const own = answered ? (course.places[question] ?? []) : []
      const isAnywhere = (told ?? []).length === 0 || (answered && own.length === 0)
      places[question] = isAnywhere ? [] : [...own, ...(told ?? [])]
    }
  }
  return places
}

const lowPower = 'power-three'

/** The newest test of some muscle on some side found 3 of 5 or less. */
function hasLowPower(course: Course): boolean {
  const newest = new Map<string, number>()
  for (const { instrument, spot, values } of course.measures) {
    if (instrument !== 'strength' || spot === null || values.grade === undefined) continue
    newest.set(`${spot.muscle}/${spot.part}/${spot.side}`, values.grade)
  }
  return [...newest.values()].some((grade) => grade <= 3)
}

/** The question that stands for a record where somebody alone is asked: the first beside "listed" in its rule. */
function impliedBy(listed: readonly string[], knowledge: Knowledge): readonly string[] {
  return conditionRecords(knowledge)
    .filter((record) => listed.includes(record.id))
    .flatMap((record) => record.levels.flatMap(({ when }) => besideListed(when, record.id)))
}

function besideListed(when: When, id: string): readonly string[] {
  if (!('any' in when) || !when.any.some((one) => 'listed' in one && one.listed === id)) return []
  return when.any.flatMap((one) => ('answer' in one ? [one.answer] : [])).slice(0, 1)
}

export function conditionRecords(knowledge: Knowledge): readonly Condition[] {
  return [...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy]
}

/** A stop of an earlier day, as it is shown and cleared. */
export type Standing = Stop

/** Stops that were neither put right at once nor cleared since. */
export function standingOf(course: Course, knowledge: Knowledge): readonly Standing[] {
  const stops = course.stops.filter((one) => one.withdrawnMs === null).flatMap((one) => stopOf(one, knowledge))
  const clearances = course.clearances.map(({ flag, atMs, reason }) => ({
    flag,
    atMs,
    reason,
    by: 'clinician' as const,
  }))
  return standingStops(stops, clearances)
}

/** Today's screening with everything that the course says about stops. */
export function withCourse(
  screening: Screening,
  course: Course,
  answers: Readonly<Record<string, Answer>>,
  knowledge: Knowledge,
): Screening {
  const yes = Object.keys(answers).filter((id) => answers[id] !== 'no')
  const now = new Set(knowledge.questions.filter((one) => one.forms.includes('short')).map((one) => one.id))
  const cleared = course.clearances
    .filter((one) => isRecent(one, course))
    .map((one) => ({ ...one, yes: clearedYes(one, knowledge) }))
  const lowered = withClearances(screening, cleared, yes, (id) => now.has(id), knowledge)
  const withdrawn = course.stops
    .filter((one) => one.withdrawnMs !== null && one.screenMs === course.screen?.begunMs)
    .flatMap((one) => stopOf(one, knowledge))
    .map(({ flag }) => flag)
  const unique = withdrawn.filter((flag, index) => withdrawn.findIndex((one) => one.id === flag.id) === index)
  return withStanding(withWithdrawn(lowered, unique, knowledge), standingOf(course, knowledge), knowledge)
}

/** A clearance is about the state that was looked at: after four weeks the same answers stop again. */
const clearanceLastsMs = 28 * 86_400_000

function isRecent(clearance: Cleared, course: Course): boolean {
  return (course.screen?.begunMs ?? course.lastMs) - clearance.atMs <= clearanceLastsMs
}

function clearedYes(clearance: Cleared, knowledge: Knowledge): ReadonlySet<string> {
  return new Set([...clearance.yes, ...impliedBy(clearance.yes, knowledge)])
}

/** The flag that was raised then, in today's words. What is no longer known is still a stop. */
function stopOf(stop: RecordedStop, knowledge: Knowledge): readonly Stop[] {
  const record: RedFlag | Condition | undefined = [...knowledge.redFlags, ...conditionRecords(knowledge)].find(
    (one) => one.id === stop.flag,
  )
  const kept = record?.levels.find((level) => stop.action !== null && actionsOf(level).includes(stop.action))
  const action = stop.action ?? strictestUpTo(stop.decision, record?.levels ?? [])
  if (action === null || kindOfAction(action) === 'caution') return []
  const level = kept ?? record?.levels.find((one) => actionsOf(one).includes(action))
  const within = withinOfAction(action)
  const flag: Flag = {
    id: stop.flag,
    because: level?.because ?? 'Something was found that had to be looked at first.',
    action,
    say: level?.say ?? 'Have it looked at before anything is pressed.',
    ...(within === undefined ? {} : { within }),
    unsure: false,
    effects: level?.effects ?? [],
    asked: [],
  }
  return [{ flag, atMs: stop.atMs }]
}

function actionsOf(level: Level): readonly Level['action'][] {
  return level.inClinic === undefined ? [level.action] : [level.action, level.inClinic]
}

/** Of a record that kept no action: the strictest that fits the decision; null if the flag stopped nothing. */
function strictestUpTo(decision: RecordedStop['decision'], levels: readonly Level[]): Level['action'] | null {
  const fits = levels.filter((level) => {
    const kind = kindOfAction(level.action)
    return kind === 'refer' || (kind === 'emergency' && decision === 'emergency')
  })
  return fits[0]?.action ?? null
}
