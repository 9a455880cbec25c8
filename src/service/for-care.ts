/** The public names of care: records, projections, plan, session, outcomes. `src/index.ts` passes them on. */

export {
  type Chart,
  type ChartId,
  chartIds,
  drawChart,
  onPage,
  type Raster,
  rasterise,
  viewOfChart,
} from '../core/body/charts.ts'
export { calendarFile } from '../core/care/calendar.ts'
export * from '../core/care/care-plan.ts'
export {
  type Course,
  courseOf,
  firstAndLatestDrawing,
  type Measured,
  type Note,
  type Person,
  type PlanState,
  painBeforeAndAfter,
  peopleOf,
  runningSession,
  type SessionState,
  type SpotFinding,
} from '../core/care/course.ts'
export { type Due, dueOf } from '../core/care/due.ts'
export {
  type Body as CareBody,
  type CareEvent,
  type ClearedBy,
  clearedBy,
  eventSchema,
  type FollowUp,
  type History as CareHistory,
  type NoteText,
  type Setting as CareSetting,
  type Sign,
  signs,
} from '../core/care/event.ts'
export { inOrder, merge } from '../core/care/order.ts'
export {
  type Act,
  type CloseWhy,
  type Felt,
  type HeldRep,
  heldS,
  type Noticed,
  nextKey,
  noticed,
  type PointLog,
  type SessionLog,
} from '../core/care/session-log.ts'
export { type NoteNames, spotAt, writeNote } from '../core/care/soap-note.ts'
export { keyOf, type Spot } from '../core/care/spot.ts'
export { measuresTable, type TableNames } from '../core/care/table.ts'
export { uuidV7 } from '../core/care/uuid.ts'
export { type DoseRange, doseOf, doseValue } from '../core/dose.ts'
export * from '../core/outcome/change.ts'
export { courseKindOf, expectedPain, isBetterThanExpected } from '../core/outcome/natural-course.ts'
export * from '../core/outcome/score.ts'
export { type Progress, type Verdict, verdictOf } from '../core/outcome/verdict.ts'
export * from '../core/plan/grade-finding.ts'
export type { Candidate, Explained, LeftOut, NoPlan, Plan, PlannedPoint } from '../core/plan/plan.ts'
export type { Place as BodyPlace } from '../core/safety/asked.ts'
export { namedPlaces, type Permission } from '../core/safety/permissions.ts'
export { questionsWithPlace } from '../core/safety/place-questions.ts'
export { isFullScreenDue } from '../core/safety/relevant-questions.ts'
export { type Flag, mayPlan, type Screening } from '../core/safety/screening.ts'
export {
  type Hold as LiveHold,
  type HoldEffect,
  type HoldEnd,
  type HoldEvent,
  type HoldPlan,
  startHold,
  stepHold,
} from '../core/session/live.ts'
export * from '../core/session/soreness.ts'
export type { EmergencyNumber, Question } from '../knowledge/schema/screening.ts'
export * from './care.ts'
export * from './care-case.ts'
export * from './care-lists.ts'
export type { Standing } from './care-safety.ts'
export { painSeries, pegSeries, psfsSeries, seriesOf, signOffFlag, startOf, verdictFor } from './progress.ts'
