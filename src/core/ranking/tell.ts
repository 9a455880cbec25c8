/** Puts what the search found into an answer: every source with its probability and why, the pattern, what to do next. */
import type { Case } from '../pain/case.ts'
import type { Side } from '../units.ts'
import type { Asking } from './asking.ts'
import type { EvidenceIndex } from './evidence.ts'
import { type Because, explain } from './explain.ts'
import { keyOf } from './keys.ts'
import { largestFirst } from './largest-first.ts'
import type { Listing } from './listing.ts'
import { isBlank } from './observation.ts'
import { posterior } from './posterior.ts'
import type { Problem } from './problem.ts'
import type { Search } from './search.ts'
import { type MayAsk, type Palpation, type Step, stepsFor } from './steps.ts'

export type RankedPlace = { readonly region: string; readonly side: Side | null; readonly weight: number }

export type RankedSource = {
  readonly id: string
  /** `trigger-point`, or the kind of the other source. */
  readonly kind: string
  readonly muscle: string | null
  readonly part: string | null
  readonly side: Side | null
  /** That it contributes to the pain, 0 to 1. */
  readonly probability: number
  /** Share of the whole drawing that it accounts for, 0 to 1. */
  readonly explains: number
  /** Share of each painted region that it accounts for, strongest first. */
  readonly because: readonly RankedPlace[]
  /** Regions that it usually paints and that stayed blank. Given for the likeliest sources only. */
  readonly blank: readonly RankedPlace[]
  /** What is easily taken for it in this very drawing. Given for the likeliest sources only. */
  readonly confusedWith: { readonly id: string; readonly side: Side | null } | null
  /** The likely point that may keep it going and comes before it; null where it counts as primary. */
  readonly satelliteOf: { readonly id: string; readonly side: Side | null } | null
}

export type Pattern = 'focal' | 'regional' | 'widespread' | 'none'

export type Ranked = {
  readonly sources: readonly RankedSource[]
  /** Share of the drawing that no source accounts for, 0 to 1. */
  readonly unexplained: number
  /** The same by patch of the body, for showing it. */
  readonly unexplainedByPatch: Float64Array
  readonly pattern: Pattern
  /** Palpations that tell most. */
  readonly next: readonly Palpation[]
  /** Palpations, questions and measurements that are worth most for their time and discomfort. */
  readonly steps: readonly Step[]
  /** Work done, in patch evaluations: the same on every machine. */
  readonly patchEvaluations: number
}

/** How many of the likeliest sources are explained in full. */
const explainedInFull = 12
/** Less likely than this nothing is named as primary or satellite. */
const namedFrom = 0.03
const nextAtMost = 5
/** One for all: most sources of a list account for no place. */
const noPlaces: readonly RankedPlace[] = Object.freeze([])

/** What to press, ask or measure next, as an answer holds it. */
export type NextSteps = Pick<Ranked, 'next' | 'steps'>

/**
 * The answer for one problem and what was found in it.
 *
 * @param kept  next steps of an answer just before; null works them out
 */
export function tell(
  problem: Problem,
  found: Search,
  {
    listing,
    evidence,
    asking,
  }: { readonly listing: Listing; readonly evidence: EvidenceIndex; readonly asking: Asking },
  given: Case,
  may: MayAsk,
  kept: NextSteps | null,
): Ranked {
  const { atlas, observation } = problem
  const post = posterior(problem, found)
  const told = explain(problem, found, post)
  const cap = evidence.weights('shown-at-most-unpalpated')
  const shown = shownProbabilities(problem, post.marginal, cap)
  const order = largestFirst(listing.shown.map(({ row }) => shown[row]!))
  const likely: number[] = []
  for (const at of order.subarray(0, explainedInFull)) {
    const { row } = listing.shown[at]!
    if (shown[row]! >= namedFrom) likely.push(row)
  }
  const name = ({ place, weight }: Because): RankedPlace => {
    const { region, side } = atlas.places[place]!
    return { region, side, weight }
  }
  const widespread = widespreadSource(listing, shown, told.explains, cap)
  const sources: RankedSource[] = []
  let isListed = widespread === null
  for (let rank = 0; rank < order.length; rank++) {
    const { row: i, id, kind, muscle, part, side } = listing.shown[order[rank]!]!
    if (!isListed && shown[i]! < widespread!.probability) {
      sources.push(widespread!)
      isListed = true
    }
    const inFull = rank < explainedInFull
    const confused = inFull ? told.confusedWith(i) : null
    const rival = confused === null ? null : atlas.rows[confused.row]!
    const key = likely.includes(i) ? atlas.rows[keyOf(evidence.satellites, atlas.rows, i, likely)] : undefined
    const because = told.because(i)
    sources.push({
      id,
      kind,
      muscle,
      part,
      side,
      probability: shown[i]!,
      explains: told.explains[i]!,
      because: because.length === 0 ? noPlaces : because.map(name),
      blank: inFull ? told.blank(i).map(name) : noPlaces,
      confusedWith: rival === null ? null : { id: rival.id, side: rival.side },
      satelliteOf: key === undefined ? null : { id: key.id, side: key.side },
    })
  }
  if (!isListed) sources.push(widespread!)
  const steps = kept === null ? stepsFor(problem, found, shown, cap, evidence, asking, given, may) : null
  return {
    sources,
    unexplained: told.unexplained,
    unexplainedByPatch: told.unexplainedByPatch,
    pattern: isBlank(observation) ? 'none' : patternOf(listing, post.marginal),
    next: steps === null ? kept!.next : steps.palpations.slice(0, nextAtMost),
    steps: steps === null ? kept!.steps : steps.all,
    patchEvaluations: found.patchEvaluations,
  }
}

/** Nothing is shown above the cap before a hand has felt it. */
function shownProbabilities({ findings }: Problem, marginal: Float64Array, cap: number): Float64Array {
  const shown = marginal.slice()
  for (let i = 0; i < shown.length; i++) if (shown[i]! > cap) shown[i] = cap
  for (const { rows } of findings) for (const row of rows) shown[row] = marginal[row]!
  return shown
}

/** The widespread rows together stand for the record `general.widespread-pain`. */
function widespreadSource(
  { widespread, widespreadId }: Listing,
  shown: Float64Array,
  explains: Float64Array,
  cap: number,
): RankedSource | null {
  if (widespreadId === null) return null
  let probability = 0
  let explained = 0
  for (const i of widespread) {
    probability += shown[i]!
    explained += explains[i]!
  }
  return {
    id: widespreadId,
    kind: 'general',
    muscle: null,
    part: null,
    side: null,
    probability: Math.min(cap, probability),
    explains: explained,
    because: noPlaces,
    blank: noPlaces,
    confusedWith: null,
    satelliteOf: null,
  }
}

function patternOf({ widespread, regional }: Listing, marginal: Float64Array): Pattern {
  const sum = (rows: readonly number[]) => rows.reduce((total, i) => total + marginal[i]!, 0)
  if (sum(widespread) > 0.5) return 'widespread'
  return sum(regional) > 0.5 ? 'regional' : 'focal'
}
