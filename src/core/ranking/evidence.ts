/**
 * What is known beside the drawing, as log-odds of each source and as findings of the hands.
 *
 * Every weight has a record in the knowledge. What is absent adds nothing; what is said twice counts once.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Case, Finding } from '../pain/case.ts'
import { otherSide, type Side } from '../units.ts'
import type { Atlas } from './atlas.ts'
import { type EvidenceRule, evidenceRules, rulesFor, rulesNats } from './evidence-rules.ts'
import { type Satellites, satellitesIn } from './keys.ts'
import { reliabilityFromKappa } from './next.ts'
import { logit } from './posterior.ts'
import type { FindingGroup } from './problem.ts'
import { type Weights, weightsOf } from './weights.ts'

export type Link = { readonly movement: string; readonly towards: 'same' | 'other' | null }
export type Clinical = {
  readonly hurtsWith: readonly Link[]
  readonly easesWith: readonly Link[]
  /** Movements that it makes shorter. */
  readonly limits: readonly Link[]
  /** How a finger reaches it; null for what no finger reaches. */
  readonly technique: 'flat' | 'pincer' | 'deep' | 'intraoral' | 'not-palpable' | null
  readonly causes: readonly string[]
  readonly ageFrom: number | null
  readonly ageTo: number | null
}

/** What the knowledge says of every source besides its zones, looked up once. */
export type EvidenceIndex = {
  readonly weights: Weights
  readonly clinical: ReadonlyMap<string, Clinical>
  readonly rules: readonly EvidenceRule[]
  readonly satellites: Satellites
  readonly movements: ReadonlyMap<string, AskedMovement>
}

/** What asking needs to know of a movement. */
export type AskedMovement = {
  readonly id: string
  readonly kind: 'movement' | 'activity'
  readonly hasDirections: boolean
  /** A range to measure it against is known. */
  readonly isMeasured: boolean
  /** It belongs to a limb, which has another side to compare with. */
  readonly isOfLimb: boolean
}

/** Joints of the middle of the body: what moves there has no other side. */
const middle = new Set(['jaw', 'head', 'neck', 'thoracic', 'thoracolumbar', 'lumbar', 'lumbosacral', 'ribs'])

export function indexEvidence(knowledge: Knowledge): EvidenceIndex {
  const clinical = new Map<string, Clinical>()
  for (const muscle of knowledge.muscles) {
    for (const part of muscle.parts) {
      const links = (list: readonly { movement: string; towards?: 'same' | 'other' | undefined }[]): Link[] =>
        list.map(({ movement, towards }) => ({ movement, towards: towards ?? null }))
      const shared = {
        hurtsWith: links(part.clinic.hurtsWith),
        easesWith: links(part.clinic.easesWith ?? []),
        limits: links(part.clinic.limits),
        technique: part.clinic.palpate.technique,
        causes: [...new Set(part.clinic.causes.map((cause) => cause.factor))],
        ageFrom: null,
        ageTo: null,
      }
      for (const point of part.triggerPoints) clinical.set(point.id, shared)
    }
  }
  for (const other of knowledge.otherSources) {
    clinical.set(other.id, {
      hurtsWith: other.hurtsWith.map(({ movement, towards }) => ({ movement, towards: towards ?? null })),
      easesWith: [],
      limits: [],
      technique: null,
      causes: [],
      ageFrom: other.commonness.ageFrom ?? null,
      ageTo: other.commonness.ageTo ?? null,
    })
  }
  const movements = new Map(
    knowledge.movements.map(({ id, kind, directions, normal, joint }) => [
      id,
      {
        id,
        kind,
        hasDirections: directions === 'left-right',
        isMeasured: normal !== undefined,
        isOfLimb: joint !== undefined && !middle.has(joint),
      },
    ]),
  )
  return {
    weights: weightsOf(knowledge.weights),
    clinical,
    rules: evidenceRules(knowledge.weights),
    satellites: satellitesIn(knowledge),
    movements,
  }
}

/**
 * Prior log-odds of every row, given person, history and answers.
 *
 * @param felt  bits of the qualities that the drawing names: what it already says no answer says again
 * @param slope  of the recalibration that follows: evidence is stretched by it beforehand, so that it keeps full weight
 */
export function logOddsOf(atlas: Atlas, index: EvidenceIndex, given: Case, felt = 0, slope = 1): Float64Array {
  const rules = rulesFor(index, given, felt)
  const { priors, known } = rowsKnown(atlas, index)
  const logOdds = new Float64Array(priors.length)
  for (let i = 0; i < logOdds.length; i++) {
    const row = atlas.rows[i]!
    let nats = rulesNats(rules, row)
    const of = known[i]
    if (of !== undefined) {
      nats += ageNats(index.weights, of, given.person.ageYears)
      nats += movementNats(index, of, row.side, given)
      nats += factorNats(index.weights, of, given)
    }
    logOdds[i] = priors[i]! + nats / slope
  }
  return logOdds
}

/** What no case changes, by row: the log-odds of its prior, and what the records say of it. */
type RowsKnown = { readonly priors: Float64Array; readonly known: readonly (Clinical | undefined)[] }

const rowsKnownBy = new WeakMap<EvidenceIndex, WeakMap<Atlas, RowsKnown>>()

/** Looked up once for an atlas: an answer would look up each of its rows again. */
function rowsKnown(atlas: Atlas, index: EvidenceIndex): RowsKnown {
  const ofIndex = rowsKnownBy.get(index) ?? new WeakMap<Atlas, RowsKnown>()
  rowsKnownBy.set(index, ofIndex)
  const earlier = ofIndex.get(atlas)
  if (earlier !== undefined) return earlier
  const made = {
    priors: Float64Array.from(atlas.rows, ({ prior }) => logit(prior)),
    known: atlas.rows.map(({ id }) => index.clinical.get(id)),
  }
  ofIndex.set(atlas, made)
  return made
}

function ageNats(weights: Weights, known: Clinical, ageYears: number | undefined): number {
  if (ageYears === undefined) return 0
  const outside =
    (known.ageFrom !== null && ageYears < known.ageFrom) || (known.ageTo !== null && ageYears > known.ageTo)
  return outside ? Math.log(weights('age-outside')) : 0
}

function movementNats(index: EvidenceIndex, known: Clinical, side: Side | null, given: Case): number {
  return heldMovements(index.weights, movementSum(index, known, side, given))
}

/** All movements together count so much at most, either way. */
export function heldMovements(weights: Weights, nats: number): number {
  const most = Math.log(weights('movement-most'))
  return Math.max(-most, Math.min(nats, most))
}

/** What each movement of a case says about a source, added up before it is held, nats. */
export function movementSum(index: EvidenceIndex, known: Clinical, side: Side | null, given: Case): number {
  const { weights } = index
  const { worseWith, betterWith, limited = [], sameWith = [] } = given.history
  const { ranges = [] } = given
  if (worseWith.length + betterWith.length + limited.length + sameWith.length + ranges.length === 0) return 0
  const count = (links: readonly Link[], named: readonly string[]) =>
    links.filter((link) => namedBy(link, side).some((name) => named.includes(name))).length
  const worse = answerNats(weights, 'movement-worse')
  const better = answerNats(weights, 'movement-better')
  return (
    count(known.hurtsWith, worseWith) * worse.yes +
    count(known.easesWith, betterWith) * better.yes +
    count(known.hurtsWith, sameWith) * worse.no +
    count(known.easesWith, sameWith) * better.no +
    count(known.limits, limited) * Math.log(weights('movement-limited')) +
    rangeNats(index, known, side, given)
  )
}

/**
 * What a yes and a no say about a source that the question is about, nats.
 *
 * A no follows from the yes: who has the source says yes so much more often than the others that the rest says no.
 */
export function answerNats(weights: Weights, id: string): { readonly yes: number; readonly no: number } {
  const ratio = weights(id)
  const anyway = weights(`${id}-anyway`)
  return { yes: Math.log(ratio), no: Math.log((1 - ratio * anyway) / (1 - anyway)) }
}

/** What measured movements say: each once, the last measurement of it, and none that is named as limited already. */
function rangeNats({ weights, movements }: EvidenceIndex, known: Clinical, side: Side | null, given: Case): number {
  const { ranges = [] } = given
  if (ranges.length === 0 || known.limits.length === 0) return 0
  const { limited = [] } = given.history
  const last = new Map(ranges.map((range) => [`${range.movement} ${range.side}`, range]))
  const { yes, no } = answerNats(weights, 'movement-limited')
  let nats = 0
  for (const range of last.values()) {
    if (limited.some((name) => name === range.movement || name === `${range.movement}-${range.side}`)) continue
    const hasDirections = movements.get(range.movement)?.hasDirections ?? false
    if (!known.limits.some((link) => isMeasuredBy(link, side, range, hasDirections))) continue
    nats += range.limited ? yes : no
  }
  return nats
}

/** Does a range found on this side, or in this direction, speak of what the link limits in a source of `side`? */
export function isMeasuredBy(
  link: Link,
  side: Side | null,
  range: { readonly movement: string; readonly side: Side | null },
  hasDirections: boolean,
): boolean {
  if (link.movement !== range.movement) return false
  if (range.side === null || side === null) return true
  if (!hasDirections || link.towards === null) return hasDirections || range.side === side
  return range.side === (link.towards === 'same' ? side : otherSide(side))
}

/** The names under which a case may mention this movement for a source of this side. */
export function namedBy(link: Link, side: Side | null): string[] {
  if (link.towards === null) return [link.movement, `${link.movement}-left`, `${link.movement}-right`]
  if (side === null) return [link.movement]
  const towards = link.towards === 'same' ? side : side === 'left' ? 'right' : 'left'
  return [link.movement, `${link.movement}-${towards}`]
}

function factorNats(weights: Weights, known: Clinical, given: Case): number {
  return heldFactors(weights, factorSum(weights, known, given))
}

/** All causes together count so much at most, either way. */
export function heldFactors(weights: Weights, nats: number): number {
  const most = Math.log(weights('factor-most'))
  return Math.max(-most, Math.min(nats, most))
}

/** What each named or denied cause says about a source, added up before it is held, nats. */
export function factorSum(weights: Weights, known: Clinical, given: Case): number {
  const { factors, notFactors = [] } = given.history
  if (factors.length + notFactors.length === 0) return 0
  const { yes, no } = answerNats(weights, 'factor-match')
  const among = (named: readonly string[]) => known.causes.filter((cause) => named.includes(cause)).length
  return among(factors) * yes + among(notFactors) * no
}

const signs = [
  { key: 'familiarPain', id: 'finding-familiar-pain', feltByBand: false },
  { key: 'tender', id: 'finding-tender', feltByBand: false },
  { key: 'referredPain', id: 'finding-referred-pain', feltByBand: false },
  { key: 'tautBand', id: 'finding-taut-band', feltByBand: true },
  { key: 'twitch', id: 'finding-twitch', feltByBand: true },
] as const

/** Log likelihood ratio, in nats, of everything that one examination of one muscle found. */
export function findingNats(weights: Weights, finding: Finding): number {
  const untrained = finding.examiner === 'self' || finding.examiner === 'partner'
  let nats = 0
  for (const { key, id, feltByBand } of signs) {
    const found = finding[key]
    if (found === undefined) continue
    const { sensitivity, specificity } = reliabilityFromKappa(weights(`${id}-kappa`))
    const ratio = found ? sensitivity / (1 - specificity) : (1 - sensitivity) / specificity
    const kept = weights(`${id}-weight`) * (untrained && feltByBand ? weights('finding-untrained-band-twitch') : 1)
    nats += kept * Math.log(ratio)
  }
  return nats
}

/**
 * Findings by the rows they speak of. Several examinations of one muscle by hand are one finding: the last counts.
 *
 * @param slope  of the recalibration that follows: evidence is stretched by it beforehand, so that it keeps full weight
 */
export function findingGroups(atlas: Atlas, index: EvidenceIndex, given: Case, slope: number): FindingGroup[] {
  const last = new Map<string, Finding>()
  for (const finding of given.findings) last.set(`${finding.muscle} ${finding.part ?? ''} ${finding.side}`, finding)
  return [...last.values()].map((finding) => {
    const rows: number[] = []
    for (const [i, row] of atlas.rows.entries()) {
      if (row.muscle !== finding.muscle || row.side !== finding.side) continue
      if (finding.part === null || row.part === finding.part) rows.push(i)
    }
    return { rows, nats: findingNats(index.weights, finding) / slope }
  })
}
