/** From a course to what the other rooms are asked: a case to rank, a screen, a plan. */
import { type Course, firstAndLatestDrawing } from '../core/care/course.ts'
import type { EventOf } from '../core/care/event.ts'
import { keyOf, type Spot } from '../core/care/spot.ts'
import { doseValue } from '../core/dose.ts'
import { blankCase, type Case, type Finding } from '../core/pain/case.ts'
import type { Paint } from '../core/pain/paint.ts'
import { type DoseAsked, dosePoint } from '../core/plan/dose-point.ts'
import { gradeFinding } from '../core/plan/grade-finding.ts'
import { makePlan, type PlanAsked } from '../core/plan/make-plan.ts'
import type { Candidate, NoPlan, Plan, PlannedPoint } from '../core/plan/plan.ts'
import type { SafetyAsked } from '../core/safety/asked.ts'
import { markOf } from '../core/safety/mark.ts'
import { musclePermission, type Permission } from '../core/safety/permissions.ts'
import { isFullScreenDue, relevantQuestions } from '../core/safety/relevant-questions.ts'
import { screen } from '../core/safety/screen.ts'
import { mayPlan, type Screening } from '../core/safety/screening.ts'
import { areasOfFive } from '../core/safety/widespread.ts'
import { classifySoreness, type NextDose } from '../core/session/soreness.ts'
import type { Question } from '../knowledge/schema/screening.ts'
import { answersOf, listedOf, placesOfCourse, type Standing, standingOf, withCourse } from './care-safety.ts'
import { rangesOf } from './measured-ranges.ts'
import type { Model } from './model.ts'
import { type AreasDrawn, verdictFor } from './progress.ts'
import { type RankingAnswer, rankPaint } from './rank.ts'
import { askedOf } from './screen.ts'

/** The newest state of a course as a case of the contract. */
export function caseOf(course: Course): Case {
  const { person, history, answers, findings } = course
  return {
    ...blankCase,
    person: { ageYears: person.ageYears, sex: person.sex },
    painted: course.drawings.at(-1)?.drawing ?? null,
    history: { ...blankCase.history, ...history },
    answers,
    findings: findings.map(({ spot, signs }): Finding => {
      const examiner = person.setting === 'clinic' ? 'clinician' : 'self'
      return { muscle: spot.muscle, part: spot.part, side: spot.side, ...signs, examiner }
    }),
  }
}

export type Assessed = {
  readonly asked: SafetyAsked
  readonly screening: Screening
  /** What today's answers alone say, without stops and clearances of before. */
  readonly today: Screening
  /** Stops of before that nobody has cleared. */
  readonly standing: readonly Standing[]
  /** The questions of this form that matter now, in the order to ask them. */
  readonly questions: readonly Question[]
  /** Where the drawings reach, for the verdict on the course. */
  readonly areas: AreasDrawn
}

/**
 * What may be done now, and what has to be asked.
 *
 * Before a session only the short form is asked, but a question of the full form that has come to matter since, because
 * the drawing or the person changed, is asked as well: neither form alone can make a case clear.
 * @param paint  the newest drawing laid on the model's body
 * @param paintAtStart  that with which care began; without it nobody can say whether the pain has spread
 */
export function assessCourse(
  model: Model,
  course: Course,
  paint: Paint | null,
  form: 'full' | 'short',
  paintAtStart: Paint | null = null,
): Assessed {
  const { setting } = course.person
  const full: SafetyAsked = {
    ...askedOf(model, caseOf(course), paint, setting),
    answers: answersOf(course, model.knowledge),
    places: placesOfCourse(course, model.knowledge),
    conditions: listedOf(course),
    form: 'full',
  }
  const areas = {
    start: paintAtStart === null ? null : areasAtStart(model, course, paintAtStart),
    now: areasOfFive(full.pain, model.knowledge),
  }
  const fullScreen = screen(full, model.knowledge)
  const questions = relevantQuestions(full, model.knowledge)
  const assessed = (asked: SafetyAsked, today: Screening, all: readonly Question[]): Assessed => ({
    asked,
    today,
    screening: withCourse(today, course, full.answers ?? {}, model.knowledge),
    standing: standingOf(course, model.knowledge),
    questions: all,
    areas,
  })
  if (form === 'full') return assessed(full, fullScreen, withYes(questions, course, model))
  const short: SafetyAsked = { ...full, form: 'short' }
  const shortScreen = screen(short, model.knowledge)
  const shortQuestions = relevantQuestions(short, model.knowledge)
  const open = questions.filter((one) => full.answers?.[one.id] === undefined && !shortQuestions.includes(one))
  const isShortOpen = shortScreen.unanswered.length > 0
  const asked = withYes([...shortQuestions, ...open], course, model)
  return assessed(isShortOpen ? short : full, isShortOpen ? shortScreen : fullScreen, asked)
}

/** What somebody has answered with yes stands in every form, so that it is seen, and a slip can be put right. */
function withYes(questions: readonly Question[], course: Course, model: Model): readonly Question[] {
  const isYes = ({ id }: Question) => course.answers[id] === 'yes' || course.answers[id] === 'unsure'
  return [...questions, ...model.knowledge.questions.filter((one) => isYes(one) && !questions.includes(one))]
}

function areasAtStart(model: Model, course: Course, paint: Paint): number | null {
  const [first] = firstAndLatestDrawing(course) ?? []
  if (first === undefined) return null
  const asked = askedOf(model, { ...caseOf(course), painted: first.drawing }, paint, course.person.setting)
  return areasOfFive(asked.pain, model.knowledge)
}

export function rankCourse(
  model: Model,
  course: Course,
  paint: Paint | null,
): RankingAnswer & { readonly unexplainedByPatch: Float64Array } {
  const given = { ...caseOf(course), ranges: rangesOf(course.measures, model.knowledge) }
  const { setting } = course.person
  const { answer, unexplainedByPatch } = rankPaint(model, given, paint, undefined, null, { setting })
  return { ...answer, unexplainedByPatch }
}

/** Trigger points worth pressing or treating: those that were felt, then the likeliest. */
export function candidatesOf(course: Course, ranking: Pick<RankingAnswer, 'sources'>): readonly Candidate[] {
  const examiner = course.person.setting === 'clinic' ? 'clinician' : 'self'
  const felt = new Map(
    course.findings.map((one) => [
      keyOf(one.spot),
      { spot: one.spot, graded: gradeFinding({ examiner, ...one.signs }) },
    ]),
  )
  const ranked = ranking.sources.flatMap((source): Candidate[] => {
    const { id, muscle, part, side, probability } = source
    if (source.kind !== 'trigger-point' || muscle === null || side === null) return []
    const spot: Spot = { point: id, muscle, part, side }
    const own = felt.get(keyOf(spot))
    felt.delete(keyOf(spot))
    const finding = own?.graded.label
    const isFamiliar = own?.graded.badges.includes('familiar')
    if (finding === undefined && probability < worthOffering) return []
    return [{ ...spot, probability, ...(finding === undefined ? {} : { finding, isFamiliar }) }]
  })
  const likeliest = ranked.filter((one, index) => {
    if (one.finding !== undefined) return true
    // one look at a muscle is enough: where a point of it was felt, or a likelier one stands, the others wait
    return !ranked.some((other, at) => isSamePart(one, other) && (other.finding !== undefined || at < index))
  })
  const others = [...felt.values()].map(({ spot, graded }): Candidate => {
    return { ...spot, probability: null, finding: graded.label, isFamiliar: graded.badges.includes('familiar') }
  })
  return [...likeliest, ...others]
}

function isSamePart(a: Spot, b: Spot): boolean {
  return a.muscle === b.muscle && a.part === b.part && a.side === b.side && a.point !== b.point
}

const worthOffering = 0.05

/** The plan for a course, or what comes first. The screen decides whether there may be one at all. */
export function planCourse(
  model: Model,
  course: Course,
  assessed: Assessed,
  ranking: Pick<RankingAnswer, 'sources'>,
  nowMs: number,
  minutes?: number,
): Plan | NoPlan {
  const { asked, screening } = assessed
  if (!mayPlan(screening)) {
    const because = screening.flags.map((flag) => flag.because)
    return { kind: 'stopped', because, questions: [], leftOut: [] }
  }
  const wanted: PlanAsked = {
    candidates: candidatesOf(course, ranking),
    painNow: painNow(course) ?? 5,
    sessionsSoFar: course.sessions.filter((one) => one.ended !== null).length,
    minutes,
    next: nextDose(model, course),
    ...verdictSoFar(model, course, assessed, nowMs),
  }
  return makePlan(wanted, asked, screening, model.knowledge)
}

/** What the course so far says, once there is a session behind it. */
function verdictSoFar(
  model: Model,
  course: Course,
  { areas }: Pick<Assessed, 'areas'>,
  nowMs: number,
): Pick<PlanAsked, 'verdict'> {
  const isBegun = course.sessions.some((one) => one.ended !== null)
  return isBegun ? { verdict: verdictFor(course, nowMs, model.knowledge, areas).kind } : {}
}

/** The last rating of pain, 0 to 10; null if nobody gave one. */
export function painNow(course: Course): number | null {
  const last = course.measures.findLast((one) => one.instrument === 'om-01' && one.values.now !== undefined)
  return last?.values.now ?? null
}

/** What the last reaction asks for, if one was told. */
export function nextDose(model: Model, course: Course): NextDose | undefined {
  const reports = course.sessions.at(-1)?.followUps ?? []
  const asked = reports.map(({ atMs, report }) => {
    const { next } = classifySoreness(report, model.knowledge)
    return next.mayContinue || !isReactionCleared(course, atMs) ? next : clearedDose(model)
  })
  return asked.reduce<NextDose | undefined>(
    (strictest, next) => (strictest === undefined || next.keepShare < strictest.keepShare ? next : strictest),
    undefined,
  )
}

/** Among the flags of an accepted caution: a clinician has written why it may go on after a serious reaction. */
export const reactionFlag = 'serious-reaction'

function isReactionCleared(course: Course, toldMs: number): boolean {
  // whoever has looked at what the reaction stopped has looked at the reaction
  if (course.clearances.some((one) => one.atMs >= toldMs)) return true
  return course.accepted.some((one) => one.atMs >= toldMs && one.flags.includes(reactionFlag))
}

/** What was serious and has been cleared goes on as after a minor one: half of it, more rest, and a second look. */
function clearedDose(model: Model): NextDose {
  const keepShare = 1 - doseValue(model.knowledge, 'soreness.halve_share')
  return { mayContinue: true, keepShare, repsLess: 1, extraRestDays: 2, needsReview: true }
}

/** A serious reaction that nobody has cleared: nothing is pressed. */
export function isReactionOpen(model: Model, course: Course): boolean {
  return nextDose(model, course)?.mayContinue === false
}

/** May this spot be pressed, how, and why not? */
export function spotPermission(model: Model, spot: Spot, assessed: Assessed): Permission {
  return musclePermission(spot, assessed.asked, assessed.screening, model.knowledge)
}

/** The dose for a spot that no plan has, added while a session runs: the gentle one, or why nothing may be done there. */
export function addedPoint(
  model: Model,
  course: Course,
  spot: Spot,
  assessed: Assessed,
): PlannedPoint | readonly string[] {
  const asked: DoseAsked = { setting: course.person.setting, kind: 'gentle', next: nextDose(model, course) }
  const permission = spotPermission(model, spot, assessed)
  return dosePoint({ ...spot, probability: null }, ['Added in the session.'], permission, asked, model.knowledge)
}

/** What stands between a person and a plan; `open` where nothing does. */
export type Gate = 'paint' | 'questions' | 'stopped' | 'accept' | 'open'

export function gateOf(course: Course, { screening, asked }: Assessed): Gate {
  if (!mayPlan(screening)) return 'stopped'
  if (course.drawings.every(({ drawing }) => drawing.strokes.length === 0)) return 'paint'
  const isDecided = course.screen !== null && course.screen.decided !== null
  if (screening.unanswered.length > 0 || !isDecided) return 'questions'
  return screening.kind === 'clear' || isAccepted(course, screening, asked) ? 'open' : 'accept'
}

/**
 * Somebody has agreed, with a reason, to go on with every flag that is raised, as it is raised now: a flag that says
 * something else than then, or reaches elsewhere, is asked again. Older records kept no marks: they count in their own
 * screen only.
 */
function isAccepted(course: Course, screening: Screening, asked: SafetyAsked): boolean {
  return screening.flags.every((flag) => {
    const mark = markOf(flag, asked)
    return course.accepted.some(({ flags, marks, atMs }) => {
      const index = flags.indexOf(flag.id)
      if (index < 0) return false
      return marks === null ? atMs >= (course.screen?.begunMs ?? 0) : marks[index] === mark
    })
  })
}

/** What is kept when somebody agrees to go on with the flags of a screening. */
export function acceptanceOf({ screening, asked }: Assessed): { readonly flags: string[]; readonly marks: string[] } {
  return {
    flags: screening.flags.map((flag) => flag.id),
    marks: screening.flags.map((flag) => markOf(flag, asked)),
  }
}

/** The decision as it is kept: what stops everything is told by today's answers, whatever stood before. */
export function decisionOf({ screening, today }: Assessed): Pick<EventOf<'screened'>, 'decision' | 'flags' | 'stops'> {
  const standing = new Set(screening.flags.filter((flag) => flag.within !== undefined).map((flag) => flag.id))
  // a referral that somebody has looked at since is no new one
  const stops = today.flags.filter((flag) => flag.within !== undefined && standing.has(flag.id))
  return {
    decision: screening.kind,
    flags: screening.flags.map((flag) => flag.id),
    stops: stops.map(({ id, action }) => ({ flag: id, action })),
  }
}

/** Questions are asked before every session: after one, or after half a day, the answers before it no longer count. */
const answersLastMs = 12 * 3_600_000

/**
 * Which form of questions is due before a session now; null while those that were answered still count.
 *
 * @param fullEveryDays  after so many days the full form is asked again
 */
export function screenDue(course: Course, nowMs: number, fullEveryDays: number): 'full' | 'short' | null {
  const decidedMs = course.screen?.decided?.atMs
  if (course.lastFullScreenMs === null || decidedMs === undefined) return course.screen === null ? 'full' : null
  const lastSessionMs = course.sessions.at(-1)?.startedMs ?? 0
  if (lastSessionMs < decidedMs && nowMs - decidedMs < answersLastMs) return null
  const days = (nowMs - course.lastFullScreenMs) / 86_400_000
  return isFullScreenDue(days, false, fullEveryDays) ? 'full' : 'short'
}
