/**
 * Which sources explain this drawing? The whole way from a case to a ranking.
 *
 * The probability of a source is that it contributes; several may, so they need not sum to 1.
 */
import type { Case } from '../pain/case.ts'
import { qualityBits } from '../pain/paint.ts'
import { type Asking, askingOf, type ScreenQuestion } from './asking.ts'
import type { Atlas } from './atlas.ts'
import { type EvidenceIndex, findingGroups, logOddsOf } from './evidence.ts'
import { changedPatches, follow } from './follow.ts'
import { type Listing, listingOf } from './listing.ts'
import { type NamedPain, namedQualities, observe, type PaintedSurface } from './observation.ts'
import { defaultParameters, type Effort, type Parameters, painting } from './parameters.ts'
import { type Ground, groundOf, layAgainst, type Problem } from './problem.ts'
import { withSaidQuality } from './said-quality.ts'
import { type Search, search } from './search.ts'
import { askNothingMore, type MayAsk } from './steps.ts'
import { type NextSteps, type Ranked, tell } from './tell.ts'

export { type CaseEntry, enter, entryOf, type Subject } from './answers.ts'
export { type AskStep, keyOfSubject, type MayAsk, type Palpation, type Step } from './steps.ts'
export type { Pattern, Ranked, RankedPlace, RankedSource } from './tell.ts'

/** What a ranking rests on, made once. */
export type RankingModel = {
  readonly ground: Ground
  readonly evidence: EvidenceIndex
  readonly asking: Asking
  readonly listing: Listing
}

export function rankingModel(
  atlas: Atlas,
  evidence: EvidenceIndex,
  parameters: Parameters = defaultParameters,
  questions: readonly ScreenQuestion[] = [],
): RankingModel {
  return {
    ground: groundOf(atlas, parameters),
    evidence,
    asking: askingOf(atlas, evidence, questions),
    listing: listingOf(atlas),
  }
}

/** What a ranking leaves behind, from which the next stroke of the same drawing can go on. */
export type Trace = {
  readonly given: Case
  readonly logOdds: Float64Array
  /** Bits of the qualities that the drawing named. */
  readonly felt: number
  readonly problem: Problem
  readonly found: Search
  readonly nextSteps: NextSteps
}

/** More changed patches than this are no stroke: search anew. */
const strokeAtMost = 24

/**
 * Ranks every source of the atlas for one case.
 *
 * An empty drawing keeps every source at its prior and has the pattern `none`.
 * @param painted  the drawing of the case laid on its body, or null where there is none
 * @param earlier  what the same case left before the last stroke: then only that stroke is scored anew, and the next
 *                 steps stay as they were
 * @param may      which questions of the screen are open, and what was put aside: only the next steps heed it
 */
export function rankCase(
  model: RankingModel,
  given: Case,
  painted: PaintedSurface | null,
  effort: Effort = painting,
  earlier: Trace | null = null,
  may: MayAsk = askNothingMore,
): { readonly ranked: Ranked; readonly trace: Trace } {
  const { ground, evidence } = model
  const { atlas, parameters } = ground
  const observation = withSaidQuality(
    observe(atlas, painted, namedPains(atlas.places, given)),
    given.history.quality ?? [],
  )
  const goesOn = earlier !== null && earlier.given === given
  const felt = namedQualities(observation)
  const { slope } = parameters.recalibration
  const logOdds = goesOn && earlier.felt === felt ? earlier.logOdds : logOddsOf(atlas, evidence, given, felt, slope)
  const findings = goesOn ? earlier.problem.findings : findingGroups(atlas, evidence, given, slope)
  const problem = layAgainst(ground, observation, logOdds, findings)
  const changed = goesOn ? changedPatches(earlier.problem.observation, observation) : []
  const isStroke = goesOn && changed.length <= strokeAtMost
  const found = isStroke ? follow(earlier.problem, earlier.found, problem, changed) : search(problem, effort)
  // Nobody presses or answers between two strokes: the search after the last one says what comes next.
  const kept = isStroke && changed.length > 0 ? earlier.nextSteps : null
  const ranked = tell(problem, found, model, given, may, kept)
  return { ranked, trace: { given, logOdds, felt, problem, found, nextSteps: ranked } }
}

function namedPains(places: Atlas['places'], given: Case): NamedPain[] {
  return given.pain
    .filter((pain) => pain.intensity > 0 && pain.share > 0)
    .map((pain) => ({
      place: places.findIndex((place) => place.region === pain.region && place.side === pain.side),
      share: pain.share,
      qualityBits: qualityBits(pain.quality),
    }))
    .filter(({ place }) => place >= 0)
}
