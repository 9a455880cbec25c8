/**
 * Pressing simulated people by one policy or another: how soon are their true muscles pressed, and known?
 *
 * A finger errs as often as the agreement of examiners lets it, independently at every press; what it finds depends on
 * the person alone and not on what was pressed before, so that policies can be compared in pairs.
 */
import { blankCase } from '../../pain/case.ts'
import { partsOf } from '../asking.ts'
import type { Atlas } from '../atlas.ts'
import { beliefOf, chanceOfEach } from '../belief.ts'
import { type EvidenceIndex, logOddsOf } from '../evidence.ts'
import { informationGainBits, type Reliability, reliabilityFromKappa } from '../next.ts'
import type { Observation } from '../observation.ts'
import { type Parameters, painting } from '../parameters.ts'
import { posterior } from '../posterior.ts'
import { type FindingGroup, groundOf, layAgainst } from '../problem.ts'
import { search } from '../search.ts'
import { seededRandom } from './random.ts'

export type Protocol = {
  readonly kappa: number
  /** How many independent findings of one muscle count. */
  readonly findingsEach: number
  readonly pressesAtMost: number
}

/** As in the notes on inference: up to three independent findings a muscle, forty presses. */
export const untilKnown = (kappa: number): Protocol => ({ kappa, findingsEach: 3, pressesAtMost: 40 })
/** As a hand goes through a list: every muscle once. */
export const untilPressed = (kappa: number): Protocol => ({ kappa, findingsEach: 1, pressesAtMost: 20 })

export type Examined = {
  /** Presses until every true muscle has been pressed; one more than allowed if that never was. */
  readonly toAll: number
  /** Presses until the true set of muscles holds more than 0.9; likewise. */
  readonly toKnown: number
  /** By how much five presses lessen the entropy of the set of muscles, bits. */
  readonly bits: number
  /** By how much five presses lessen what the truth costs, nats over all muscles. */
  readonly nats: number
}

type State = {
  /** Chance of each muscle or part. */
  readonly chance: Float64Array
  readonly entropyBits: number
  readonly ofTruth: number
  readonly lossNats: number
}

type Turn = {
  readonly now: State
  /** Muscles by the first ranking, likeliest first, and those of them that may still be pressed. */
  readonly order: readonly number[]
  readonly open: readonly number[]
  readonly times: Int32Array
  readonly finger: Reliability
  readonly draw: () => number
}

export type Policy = (turn: Turn) => number

const best = (open: readonly number[], by: (part: number) => number): number =>
  open.reduce((first, part) => (by(part) > by(first) ? part : first))
const leastPressed = ({ open, times }: Turn): readonly number[] => {
  const least = Math.min(...open.map((part) => times[part]!))
  return open.filter((part) => times[part] === least)
}

/** @param cap  how sure anything counts before a hand has felt it, 1 for no limit */
export const mostBits = (cap: number): Policy => {
  return ({ now, open, times, finger }) =>
    best(open, (part) => informationGainBits(Math.min(times[part] === 0 ? cap : 1, now.chance[part]!), finger))
}
/** Most bits with so many bits more for a muscle that is certain to be a true one. */
export const mostBitsAndChance = (cap: number, worth: number): Policy => {
  return ({ now, open, times, finger }) =>
    best(open, (part) => {
      const chance = now.chance[part]!
      return informationGainBits(Math.min(times[part] === 0 ? cap : 1, chance), finger) + worth * chance
    })
}
/** The likeliest muscle of the newest ranking that is not all but certain. */
export const likeliest: Policy = ({ now, open }) => {
  const undecided = open.filter((part) => now.chance[part]! < 0.95)
  return best(undecided.length > 0 ? undecided : open, (part) => now.chance[part]!)
}
/** Down the first list; where several findings count, in rounds. */
export const downTheList: Policy = (turn) => leastPressed(turn)[0]!
/** Down the first list, all findings of one muscle before the next. */
export const oneByOne: Policy = ({ open }) => open[0]!
/** Any of the first twenty. */
export const atRandom: Policy = ({ order, open, draw }) => {
  const few = open.filter((part) => order.indexOf(part) < 20)
  const from = few.length > 0 ? few : open
  return from[Math.floor(draw() * from.length)]!
}

const fewest = 1e-6
const watched = 5

export function examinerOf(atlas: Atlas, evidence: EvidenceIndex, parameters: Parameters) {
  const ground = groundOf(atlas, parameters)
  const logOdds = logOddsOf(atlas, evidence, blankCase)
  const { count, ofRow } = partsOf(atlas)
  const rowsOf: number[][] = Array.from({ length: count }, () => [])
  for (const [i, part] of ofRow.entries()) if (part >= 0) rowsOf[part]!.push(i)
  const isPalpable = rowsOf.map(
    ([first]) => evidence.clinical.get(atlas.rows[first!]!.id)?.technique !== 'not-palpable',
  )
  const { slope } = parameters.recalibration

  const partsIn = (members: readonly number[]) => {
    const parts = new Set(members.map((i) => ofRow[i]!).filter((part) => part >= 0))
    return [...parts].sort((a, b) => a - b).join(' ')
  }
  const look = (observation: Observation, findings: readonly FindingGroup[], truth: ReadonlySet<number>): State => {
    const problem = layAgainst(ground, observation, logOdds, findings)
    const found = search(problem, painting)
    const belief = beliefOf(problem, found)
    const { marginal } = posterior(problem, found)
    // Muscles that stand in hardly any kept set have only their own floor.
    const chance = chanceOfEach(belief, ofRow, count).map((own, part) =>
      own > 0.02 ? own : 1 - rowsOf[part]!.reduce((none, i) => none * (1 - marginal[i]!), 1),
    )
    let lossNats = 0
    for (const [part, own] of chance.entries()) {
      const p = Math.min(1 - fewest, Math.max(fewest, own))
      lossNats -= Math.log(truth.has(part) ? p : 1 - p)
    }
    const bySet = new Map<string, number>()
    for (const [index, members] of belief.sets.entries()) {
      const key = partsIn(members)
      bySet.set(key, (bySet.get(key) ?? 0) + belief.weights[index]!)
    }
    let entropyBits = 0
    for (const weight of bySet.values()) entropyBits -= weight * Math.log2(weight)
    const ofTruth = bySet.get([...truth].sort((a, b) => a - b).join(' ')) ?? 0
    return { chance, entropyBits, ofTruth, lossNats }
  }

  /** @returns null for somebody without a true muscle that a finger reaches */
  return (
    { sources, observation, seed }: { sources: readonly number[]; observation: Observation; seed: number },
    policy: Policy,
    { kappa, findingsEach, pressesAtMost }: Protocol,
  ): Examined | null => {
    const truth = new Set(sources.map((i) => ofRow[i]!).filter((part) => part >= 0))
    if (![...truth].some((part) => isPalpable[part])) return null
    const finger = reliabilityFromKappa(kappa)
    const first = look(observation, [], truth)
    const order = [...first.chance.keys()]
      .filter((part) => isPalpable[part])
      .sort((a, b) => first.chance[b]! - first.chance[a]! || a - b)
    const times = new Int32Array(count)
    const findings: FindingGroup[] = []
    const missing = new Set([...truth].filter((part) => isPalpable[part]))
    const draw = seededRandom(seed).uniform
    let now = first
    let fifth = first
    let toAll = pressesAtMost + 1
    let toKnown = first.ofTruth > 0.9 ? 0 : pressesAtMost + 1
    const isDone = () => (findingsEach === 1 ? toAll : toKnown) <= pressesAtMost
    for (let press = 1; press <= pressesAtMost && (press <= watched || !isDone()); press++) {
      const open = order.filter((part) => times[part]! < findingsEach)
      const part = policy({ now, order, open, times, finger, draw })
      const chance = seededRandom(seed * 7717 + part * 13 + times[part]! * 101).uniform()
      const isFound = chance < (truth.has(part) ? finger.sensitivity : 1 - finger.specificity)
      const { sensitivity, specificity } = finger
      const ratio = isFound ? sensitivity / (1 - specificity) : (1 - sensitivity) / specificity
      times[part]!++
      findings.push({ rows: rowsOf[part]!, nats: Math.log(ratio) / slope })
      if (missing.delete(part) && missing.size === 0) toAll = press
      now = look(observation, findings, truth)
      if (press <= watched) fifth = now
      if (toKnown > pressesAtMost && now.ofTruth > 0.9) toKnown = press
    }
    const bits = first.entropyBits - fifth.entropyBits
    return { toAll, toKnown, bits, nats: first.lossNats - fifth.lossNats }
  }
}

/** Mean and its standard error. */
export function meanOf(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}
