/** Puts what the search found into an answer: every source with its probability and why, the pattern, what to do next. */
import type { Case } from '../pain/case.ts'
import type { Side } from '../units.ts'
import type { Asking } from './asking.ts'
import type { Row } from './atlas.ts'
import type { EvidenceIndex } from './evidence.ts'
import { type Because, explain } from './explain.ts'
import { keyOf } from './keys.ts'
import { isBlank } from './observation.ts'
import { posterior } from './posterior.ts'
import type { Problem } from './problem.ts'
import type { Search } from './search.ts'
import { type Palpation, type Step, stepsFor } from './steps.ts'

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

/** The answer for one problem and what was found in it. */
export function tell(problem: Problem, found: Search, evidence: EvidenceIndex, asking: Asking, given: Case): Ranked {
  const { atlas, observation } = problem
  const post = posterior(problem, found)
  const told = explain(problem, found, post)
  const palpated = new Set(problem.findings.flatMap((finding) => finding.rows))
  const cap = evidence.weights('shown-at-most-unpalpated')
  const shown = post.marginal.map((p, i) => (palpated.has(i) ? p : Math.min(cap, p)))
  const order = shownRows(atlas.rows).sort(
    (a, b) => shown[b]! - shown[a]! || compareNames(atlas.rows[a]!, atlas.rows[b]!),
  )
  const name = ({ place, weight }: Because): RankedPlace => ({ ...atlas.places[place]!, weight })
  const likely = order.slice(0, explainedInFull).filter((i) => shown[i]! >= namedFrom)
  const sources = order.map((i, rank): RankedSource => {
    const row = atlas.rows[i]!
    const inFull = rank < explainedInFull
    const confused = inFull ? told.confusedWith(i) : null
    const rival = confused === null ? null : atlas.rows[confused.row]!
    const key = likely.includes(i) ? atlas.rows[keyOf(evidence.satellites, atlas.rows, i, likely)] : undefined
    return {
      id: row.id,
      kind: row.sourceKind,
      muscle: row.muscle,
      part: row.part,
      side: row.side,
      probability: shown[i]!,
      explains: told.explains[i]!,
      because: told.because(i).map(name),
      blank: inFull ? told.blank(i).map(name) : [],
      confusedWith: rival === null ? null : { id: rival.id, side: rival.side },
      satelliteOf: key === undefined ? null : { id: key.id, side: key.side },
    }
  })
  const steps = stepsFor(problem, found, shown, evidence, asking, given)
  return {
    sources: withWidespread(sources, atlas.rows, shown, told.explains, cap),
    unexplained: told.unexplained,
    unexplainedByPatch: told.unexplainedByPatch,
    pattern: isBlank(observation) ? 'none' : patternOf(atlas.rows, post.marginal),
    next: steps.palpations.slice(0, nextAtMost),
    steps: steps.all,
    patchEvaluations: found.patchEvaluations,
  }
}

function shownRows(rows: readonly Row[]): number[] {
  const shown: number[] = []
  for (const [i, row] of rows.entries()) if (row.kind === 'trigger-point' || row.kind === 'other') shown.push(i)
  return shown
}

function compareNames(a: Row, b: Row): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return (a.side ?? '') < (b.side ?? '') ? -1 : 1
}

/** The widespread rows together stand for the record `general.widespread-pain`. */
function withWidespread(
  sources: RankedSource[],
  rows: readonly Row[],
  shown: Float64Array,
  explains: Float64Array,
  cap: number,
): RankedSource[] {
  let probability = 0
  let explained = 0
  let id: string | null = null
  for (const [i, row] of rows.entries()) {
    if (row.kind !== 'widespread') continue
    id = row.id
    probability += shown[i]!
    explained += explains[i]!
  }
  if (id === null) return sources
  const entry: RankedSource = {
    id,
    kind: 'general',
    muscle: null,
    part: null,
    side: null,
    probability: Math.min(cap, probability),
    explains: explained,
    because: [],
    blank: [],
    confusedWith: null,
    satelliteOf: null,
  }
  const at = sources.findIndex((source) => source.probability < entry.probability)
  return at < 0 ? [...sources, entry] : [...sources.slice(0, at), entry, ...sources.slice(at)]
}

function patternOf(rows: readonly Row[], marginal: Float64Array): Pattern {
  let widespread = 0
  let regional = 0
  for (const [i, row] of rows.entries()) {
    if (row.kind === 'widespread') widespread += marginal[i]!
    if (row.kind === 'regional') regional += marginal[i]!
  }
  if (widespread > 0.5) return 'widespread'
  return regional > 0.5 ? 'regional' : 'focal'
}
