/**
 * One drawing laid against the atlas: everything that the search needs to score a set of sources.
 *
 * The score of a set is its log posterior in nats against the empty set: likelihood of every patch, quality of the
 * pain, prior of each source, bonus of pairs that go together, penalty of crowds, and what the hands found.
 */
import { qualities } from '../pain/paint.ts'
import type { Atlas } from './atlas.ts'
import type { Observation } from './observation.ts'
import type { Parameters } from './parameters.ts'
import { type Fit, fitPieces, type PresenceLaw, presenceLaw } from './presence.ts'
import { type Reach, showPieces, type TablePlaces, tablePlaces } from './show-pieces.ts'
import { hazardSteps, type LikelihoodTable, likelihoodTable, lineFor, tablePosition } from './table.ts'

/** A finding of the hands: evidence for or against "one of these rows contributes". */
export type FindingGroup = { readonly rows: readonly number[]; readonly nats: number }

/** What pairs of sources earn, looked up in one step: bonus in nats of rows i and j at i * count + j. */
export type PairBonuses = { readonly count: number; readonly nats: Float32Array }

/** Only sources that have a twin or neighbours take part; they come first in the atlas. */
export function pairBonuses(atlas: Atlas, parameters: Parameters): PairBonuses {
  const count = atlas.rows.findLastIndex((row, i) => row.twin !== i || row.neighbours.length > 0) + 1
  const nats = new Float32Array(count * count)
  for (let i = 0; i < count; i++) {
    const { twin, neighbours } = atlas.rows[i]!
    for (const j of neighbours) {
      nats[i * count + j] = parameters.neighbourBonus
      nats[j * count + i] = parameters.neighbourBonus
    }
    if (twin !== i) nats[i * count + twin] = parameters.twinBonus
  }
  return { count, nats }
}

export type Problem = {
  readonly atlas: Atlas
  readonly parameters: Parameters
  readonly observation: Observation
  /** The skin that each row reaches in this drawing. */
  readonly reach: Reach
  /** Bit n set: piece n of the row shows in this drawing. */
  readonly shown: Uint32Array
  /**
   * Prior log-odds of each row, with all that is known beside the drawing, and with what turns the likelihood of its
   * pieces as shown into the mean over all ways of feeling its pattern.
   */
  readonly logOdds: Float64Array
  readonly asked: Uint16Array
  readonly pairs: PairBonuses
  /** What each row costs where nothing at all is painted, nats, read with the weight of this drawing. */
  readonly silence: Float64Array
  /** With which part of its weight the drawing is read: 1 for a dot, less the more is painted. */
  readonly weight: number
  /** 1 for rows that meet paint. */
  readonly meetsPaint: Uint8Array
  readonly findings: readonly FindingGroup[]
  /** Findings by row, indices into `findings`; rows of which none speaks are not in it. */
  readonly findingsOf: ReadonlyMap<number, readonly number[]>
  /** The table's line of each patch, one after the other. */
  readonly lines: Float64Array
  readonly lineOf: Int32Array
  /** How well each entry fits the named quality of its patch, parallel to `reach.hazard`; 1 is neutral. */
  readonly qualityFit: Float32Array | null
  /** What the quality of a fully painted patch counts in this drawing, in tempered nats a nat. */
  readonly qualityWeight: number
}

const kinds = qualities.length

/** What the search uses again and again, made once for an atlas. */
export type Ground = {
  readonly atlas: Atlas
  readonly parameters: Parameters
  readonly table: LikelihoodTable
  readonly pairs: PairBonuses
  readonly silenceAt: readonly Float64Array[]
  /** Which pieces of each row people feel together. */
  readonly presence: readonly PresenceLaw[]
  readonly places: TablePlaces
  /** Rows whose own probability anybody asks for: all but the unknown local spots. */
  readonly asked: Uint16Array
}

export function groundOf(atlas: Atlas, parameters: Parameters): Ground {
  const table = likelihoodTable(parameters)
  const line = new Float64Array(hazardSteps)
  lineFor(table.values, 0, line, 0)
  const none = readLine(line, 0, parameters.background)
  const presence = atlas.rows.map((row) => presenceLaw(row.pieces))
  const silenceAt = Array.from({ length: silenceSteps + 1 }, () => new Float64Array(atlas.rows.length))
  for (const [i, row] of atlas.rows.entries()) {
    const cost = new Float64Array(row.pieces.length)
    for (let k = atlas.rowStart[i]!; k < atlas.rowStart[i + 1]!; k++) {
      cost[atlas.pieceOf[k]!]! += readLine(line, 0, parameters.background + atlas.hazard[k]!) - none
    }
    for (const [step, silence] of silenceAt.entries()) {
      silence[i] = fitPieces(
        presence[i]!,
        cost.map((nats) => (nats * step) / silenceSteps),
        { ...unfitted },
      ).nats
    }
  }
  const places = tablePlaces(atlas, parameters.background)
  const asked = Uint16Array.from([...atlas.rows.keys()].filter((i) => atlas.rows[i]!.kind !== 'unknown-local'))
  return { atlas, parameters, table, pairs: pairBonuses(atlas, parameters), silenceAt, presence, places, asked }
}

/** Silence is kept for this many weights of a drawing and read in between. */
const silenceSteps = 8

function silenceOf(silenceAt: readonly Float64Array[], weight: number): Float64Array {
  const below = Math.min(silenceSteps - 1, Math.floor(weight * silenceSteps))
  const part = weight * silenceSteps - below
  const [low, high] = [silenceAt[below]!, silenceAt[below + 1]!]
  const silence = new Float64Array(low.length)
  for (let i = 0; i < silence.length; i++) silence[i] = low[i]! + part * (high[i]! - low[i]!)
  return silence
}

const unfitted: Fit = { nats: 0, shown: 0, shownNats: 0 }

export function layAgainst(
  { atlas, parameters, table, pairs, silenceAt, presence, places, asked }: Ground,
  observation: Observation,
  logOdds: Float64Array,
  findings: readonly FindingGroup[],
): Problem {
  const paintedPatches = observation.share.reduce((sum, share) => sum + share, 0)
  const weight = 1 / (1 + parameters.likeness * paintedPatches)
  const drawn = linesOf(table, observation, weight)
  const meetsPaint = meeting(atlas, observation)
  const { reach, shown, logOdds: odds } = showPieces(atlas, presence, places, drawn, logOdds, meetsPaint)
  return {
    atlas,
    parameters,
    observation,
    reach,
    shown,
    logOdds: odds,
    asked,
    pairs,
    silence: silenceOf(silenceAt, weight),
    weight,
    meetsPaint,
    findings,
    findingsOf: byRow(findings),
    ...drawn,
    qualityFit: qualityFit(atlas, reach, observation, meetsPaint),
    // Said once of the whole pain: a wide drawing must not say it a dozen times.
    qualityWeight: parameters.qualityWeight * Math.min(1, parameters.qualityPatches / Math.max(paintedPatches, 1e-9)),
  }
}

/** The table's lines that a drawing needs: the first for all blank patches, one for all that are painted wholly. */
function linesOf(
  table: LikelihoodTable,
  { share, isNamed }: Observation,
  weight: number,
): { readonly lines: Float64Array; readonly lineOf: Int32Array } {
  const lineOf = new Int32Array(share.length)
  let next = hazardSteps
  let whole = 0
  for (let r = 0; r < share.length; r++) {
    if (share[r] === 0) continue
    const isWhole = share[r] === 1 && isNamed[r] === 0
    if (isWhole && whole > 0) {
      lineOf[r] = whole
      continue
    }
    lineOf[r] = next
    if (isWhole) whole = next
    next += hazardSteps
  }
  const lines = new Float64Array(next)
  lineFor(table.values, 0, lines, 0, weight)
  let written = 0
  for (let r = 0; r < share.length; r++) {
    if (lineOf[r]! <= written) continue
    written = lineOf[r]!
    lineFor(isNamed[r] === 1 ? table.named : table.values, share[r]!, lines, written, weight)
  }
  return { lines, lineOf }
}

function byRow(findings: readonly FindingGroup[]): Map<number, number[]> {
  const indices = new Map<number, number[]>()
  for (const [index, { rows }] of findings.entries()) {
    for (const row of rows) indices.set(row, [...(indices.get(row) ?? []), index])
  }
  return indices
}

function meeting(atlas: Atlas, observation: Observation): Uint8Array {
  const meets = new Uint8Array(atlas.rows.length)
  for (let r = 0; r < atlas.patchCount; r++) {
    if (observation.share[r] === 0) continue
    for (let k = atlas.patchStart[r]!; k < atlas.patchStart[r + 1]!; k++) meets[atlas.rowOf[k]!] = 1
  }
  return meets
}

/** Score of a set from nothing, nats against the empty set. */
export function scoreOf(problem: Problem, members: readonly number[]): number {
  const { reach, parameters, qualityFit } = problem
  const hazards = new Map<number, number>()
  const fitted = new Map<number, number>()
  for (const i of members) {
    for (let k = reach.start[i]!; k < reach.end[i]!; k++) {
      const r = reach.patchOf[k]!
      const w = reach.hazard[k]!
      hazards.set(r, (hazards.get(r) ?? parameters.background) + w)
      fitted.set(r, (fitted.get(r) ?? parameters.background) + w * (qualityFit?.[k] ?? 1))
    }
  }
  let score = setPrior(problem, members)
  for (const [r, h] of hazards) {
    score +=
      patchScore(problem, r, h, fitted.get(r)!) - patchScore(problem, r, parameters.background, parameters.background)
  }
  return score
}

/** For each entry: how much likelier the patch's qualities are under the row than under no cause (uniform). */
function qualityFit(
  atlas: Atlas,
  { start, end, patchOf, hazard }: Reach,
  observation: Observation,
  meetsPaint: Uint8Array,
): Float32Array | null {
  const named = new Uint8Array(atlas.patchCount)
  let any = false
  for (let r = 0; r < atlas.patchCount; r++) {
    for (let q = 0; q < kinds; q++) if (observation.quality[r * kinds + q]! > 0) named[r] = 1
    if (named[r] === 1) any = true
  }
  if (!any) return null
  const fit = new Float32Array(hazard.length).fill(1)
  for (let i = 0; i < meetsPaint.length; i++) {
    if (meetsPaint[i] === 0) continue
    const { quality } = atlas.rows[i]!
    for (let k = start[i]!; k < end[i]!; k++) {
      const patch = patchOf[k]!
      if (named[patch] === 0) continue
      let expected = 0
      for (let q = 0; q < kinds; q++) expected += observation.quality[patch * kinds + q]! * quality[q]!
      fit[k] = expected * kinds
    }
  }
  return fit
}

/** Log-likelihood of one patch under a hazard, with its quality term. */
export function patchScore(problem: Problem, patch: number, hazard: number, fitted: number): number {
  const offset = problem.lineOf[patch]!
  const value = readLine(problem.lines, offset, hazard)
  if (offset === 0 || problem.qualityFit === null) return value
  return value + problem.qualityWeight * problem.observation.share[patch]! * Math.log(fitted / hazard)
}

function readLine(lines: Float64Array, offset: number, hazard: number): number {
  const at = tablePosition(hazard)
  const below = at | 0
  const low = lines[offset + below]!
  return low + (at - below) * (lines[offset + below + 1]! - low)
}

/** What a set earns beyond its patches: priors, pairs, crowd, findings. */
export function setPrior(problem: Problem, members: readonly number[]): number {
  const { parameters, logOdds } = problem
  let sum = 0
  for (const [at, i] of members.entries()) {
    sum += logOdds[i]!
    for (let other = 0; other < at; other++) sum += pairBonus(problem, i, members[other]!)
  }
  const size = members.length
  if (size > 2) sum -= (parameters.crowdPenalty * (size - 1) * (size - 2)) / 2
  for (const finding of problem.findings) if (finding.rows.some((row) => members.includes(row))) sum += finding.nats
  return sum
}

export function pairBonus({ pairs }: Problem, i: number, j: number): number {
  return i < pairs.count && j < pairs.count ? pairs.nats[i * pairs.count + j]! : 0
}

/** What adding row i to the members changes in `setPrior`. */
export function priorGain(problem: Problem, members: readonly number[], i: number): number {
  let gain = problem.logOdds[i]!
  for (const j of members) gain += pairBonus(problem, i, j)
  const size = members.length + 1
  if (size > 2) gain -= problem.parameters.crowdPenalty * (size - 2)
  if (problem.findings.length === 0) return gain
  for (const index of problem.findingsOf.get(i) ?? []) {
    const finding = problem.findings[index]!
    if (!finding.rows.some((row) => members.includes(row))) gain += finding.nats
  }
  return gain
}
