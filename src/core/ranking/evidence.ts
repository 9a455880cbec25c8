/**
 * What is known beside the drawing, as log-odds of each source and as findings of the hands.
 *
 * Every weight has a record in the knowledge. What is absent adds nothing; what is said twice counts once.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Case, Finding } from '../pain/case.ts'
import type { Side } from '../units.ts'
import type { Atlas } from './atlas.ts'
import { type EvidenceRule, evidenceRules, rulesFor, rulesNats } from './evidence-rules.ts'
import { type Satellites, satellitesIn } from './keys.ts'
import { reliabilityFromKappa } from './next.ts'
import { logit } from './posterior.ts'
import type { FindingGroup } from './problem.ts'
import { type Weights, weightsOf } from './weights.ts'

type Link = { readonly movement: string; readonly towards: 'same' | 'other' | null }
type Clinical = {
  readonly hurtsWith: readonly Link[]
  readonly easesWith: readonly Link[]
  readonly limits: readonly Link[]
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
}

export function indexEvidence(knowledge: Knowledge): EvidenceIndex {
  const clinical = new Map<string, Clinical>()
  for (const muscle of knowledge.muscles) {
    for (const part of muscle.parts) {
      const links = (list: readonly { movement: string; towards?: 'same' | 'other' | undefined }[]): Link[] =>
        list.map(({ movement, towards }) => ({ movement, towards: towards ?? null }))
      const shared = {
        hurtsWith: links(part.clinic.hurtsWith),
        easesWith: links(part.clinic.easesWith ?? []),
        limits: links(part.clinic.limits ?? []),
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
      causes: [],
      ageFrom: other.commonness.ageFrom ?? null,
      ageTo: other.commonness.ageTo ?? null,
    })
  }
  return {
    weights: weightsOf(knowledge.weights),
    clinical,
    rules: evidenceRules(knowledge.weights),
    satellites: satellitesIn(knowledge),
  }
}

/**
 * Prior log-odds of every row, given person, history and answers.
 *
 * @param felt  bits of the qualities that the drawing names: what it already says no answer says again
 */
export function logOddsOf(atlas: Atlas, index: EvidenceIndex, given: Case, felt = 0): Float64Array {
  const rules = rulesFor(index, given, felt)
  return Float64Array.from(atlas.rows, (row) => {
    let odds = logit(row.prior) + rulesNats(rules, row)
    const known = index.clinical.get(row.id)
    if (known === undefined) return odds
    odds += ageNats(index.weights, known, given.person.ageYears)
    odds += movementNats(index.weights, known, row.side, given)
    odds += factorNats(index.weights, known, given)
    return odds
  })
}

function ageNats(weights: Weights, known: Clinical, ageYears: number | undefined): number {
  if (ageYears === undefined) return 0
  const outside =
    (known.ageFrom !== null && ageYears < known.ageFrom) || (known.ageTo !== null && ageYears > known.ageTo)
  return outside ? Math.log(weights('age-outside')) : 0
}

function movementNats(weights: Weights, known: Clinical, side: Side | null, given: Case): number {
  const { worseWith, betterWith, limited = [] } = given.history
  if (worseWith.length === 0 && betterWith.length === 0 && limited.length === 0) return 0
  const count = (links: readonly Link[], named: readonly string[]) =>
    links.filter((link) => namedBy(link, side).some((name) => named.includes(name))).length
  const nats =
    count(known.hurtsWith, worseWith) * Math.log(weights('movement-worse')) +
    count(known.easesWith, betterWith) * Math.log(weights('movement-better')) +
    count(known.limits, limited) * Math.log(weights('movement-limited'))
  return Math.min(nats, Math.log(weights('movement-most')))
}

/** The names under which a case may mention this movement for a source of this side. */
function namedBy(link: Link, side: Side | null): string[] {
  if (link.towards === null) return [link.movement, `${link.movement}-left`, `${link.movement}-right`]
  if (side === null) return [link.movement]
  const towards = link.towards === 'same' ? side : side === 'left' ? 'right' : 'left'
  return [link.movement, `${link.movement}-${towards}`]
}

function factorNats(weights: Weights, known: Clinical, given: Case): number {
  const named: readonly string[] = given.history.factors
  if (named.length === 0) return 0
  const matches = known.causes.filter((cause) => named.includes(cause)).length
  return Math.min(matches * Math.log(weights('factor-match')), Math.log(weights('factor-most')))
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
