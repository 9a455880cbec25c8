/**
 * The package's public names. The app and other programs use these and nothing else.
 *
 * ```ts
 * const model = openModel({ knowledge, atlas, body: () => bodyBytes })
 * const parsed = model.parseCase(JSON.parse(text))
 * if (parsed.ok) console.log(rank(model, parsed.value).sources[0])
 * ```
 */
export type { Body, LandmarkOnBody, Patch, Place } from './core/body/body.ts'
export { decodeBody } from './core/body/body-file.ts'
export { distanceAlongSkin, shortestWay, wayLengthMm } from './core/body/geodesic.ts'
export type { StrandLine } from './core/body/strand-line.ts'
export { type SkinZone, type ZoneStroke, zoneOnSkin } from './core/body/zone.ts'
export * from './core/pain/brush.ts'
export * from './core/pain/case.ts'
export * from './core/pain/drawing.ts'
export * from './core/pain/paint.ts'
export { parseDrawing } from './core/pain/parse-drawing.ts'
export * from './core/pain/skin-graph.ts'
export { informationGainBits } from './core/ranking/next.ts'
export { type Effort, painting, settled } from './core/ranking/parameters.ts'
export type {
  AskStep,
  CaseEntry,
  MayAsk,
  Palpation,
  Pattern,
  Ranked,
  RankedPlace,
  RankedSource,
  Step,
  Subject,
  Trace,
} from './core/ranking/rank.ts'
export { enter } from './core/ranking/rank.ts'
export { otherSide, type Parsed, type PointMm, type Problem, type Side, sides } from './core/units.ts'
export type { Knowledge } from './knowledge/knowledge.ts'
export type { RippleEvidence, RippleTask } from './knowledge/schema/model.ts'
export type { Muscle, MusclePart, TriggerPoint, Zone } from './knowledge/schema/muscle.ts'
export type { OtherSource } from './knowledge/schema/other-source.ts'
export type { Assumption, Landmark, Movement, Region, Source } from './knowledge/schema/reference.ts'
export * from './ripple/ask.ts'
export { type Figure, type FigureLine, figureOf } from './ripple/figure.ts'
export { type MomentArm, momentArms } from './ripple/moment-arms.ts'
export { openRipple, type RippleModel } from './ripple/open.ts'
export * from './ripple/over-tasks.ts'
export { ripple } from './ripple/ripple.ts'
export { type About, aboutModel, countKnowledge } from './service/about.ts'
export { type LiesThere, type RegionSources, type SendsPain, sourcesOfRegion } from './service/browse.ts'
export {
  conditionFinderOf,
  type Finder,
  type Found,
  type FoundRegion,
  finderOf,
  type RegionFinder,
  regionFinderOf,
} from './service/find.ts'
export * from './service/for-care.ts'
export { type BakedData, type Model, openModel } from './service/model.ts'
export { caseSchema, parseCaseText } from './service/parse-case.ts'
export { parseRippleAsk, parseRippleText, rippleSchema } from './service/parse-ripple.ts'
export { type Asked, type RankingAnswer, rank, rankPaint, type SourceAnswer } from './service/rank.ts'
export { type RippleSize, rippleSize, rippleStrengths, rippleTasks } from './service/ripple.ts'
export * from './service/ripple-for-plan.ts'
export * from './service/ripple-reading.ts'
export { type ScreeningAnswer, screen } from './service/screen.ts'
export type { Choice, StepAnswer } from './service/step-words.ts'
export { type ZonePlaces, zonePlaces } from './service/zone-places.ts'
