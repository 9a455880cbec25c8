/**
 * What to do next: press, ask or measure, each with what it is expected to tell and what it costs.
 *
 * The rule: bits a minute, where a point of discomfort counts as so many seconds (`step-discomfort-worth`, A-NEXT-4).
 */
import type { Case } from '../pain/case.ts'
import type { Side } from '../units.ts'
import { isAnswered, type Subject } from './answers.ts'
import type { Askable, Asking, Parts } from './asking.ts'
import { type Belief, beliefOf, chanceOfEach } from './belief.ts'
import type { EvidenceIndex } from './evidence.ts'
import { goesWith, informationGainBits, questionGainsBits, reliabilityFromKappa, type SaidOfSets } from './next.ts'
import { namedQualities } from './observation.ts'
import type { Problem } from './problem.ts'
import { feelingNats } from './said-quality.ts'
import { type Say, sayingOf } from './saying.ts'
import type { Search } from './search.ts'

type Worth = {
  /** What it is expected to tell, bits. */
  readonly gainBits: number
  readonly seconds: number
  /** How unpleasant it is, 0 to 10. */
  readonly discomfort: number
  /** Bits a minute, discomfort counted as time: what steps are ordered by. */
  readonly gainPerMinute: number
}

/** Pressing a point: the likeliest of its muscle or part, for all of which the finding speaks. */
export type Palpation = Worth & { readonly kind: 'palpate'; readonly id: string; readonly side: Side }
export type AskStep = Worth & {
  readonly kind: 'ask' | 'measure'
  readonly subject: Subject
  /** The answers to choose from. */
  readonly answers: readonly string[]
  /** Which answer speaks most for which source, and over which other one; null where it only tells whether there is one. */
  readonly tells: { readonly answer: string; readonly favours: Named; readonly over: Named | null } | null
}
type Named = { readonly id: string; readonly side: Side | null }
export type Step = Palpation | AskStep

/** Less than this is not worth anybody's time, bits. */
const leastBits = 0.01
const atMost = 8
/** Of one sort of step at most so many, so that ten questions about movements hide neither the finger nor the rest. */
const ofASort = 3

export type Steps = {
  /** Palpations alone, those that tell most first. */
  readonly palpations: readonly Palpation[]
  /** Steps of every kind, those worth most a minute first. */
  readonly all: readonly Step[]
}

/** What may be asked: questions of the screen that matter and are open, and what was put aside. */
export type MayAsk = { readonly questions: ReadonlySet<string>; readonly skipped: ReadonlySet<string> }
export const askNothingMore: MayAsk = { questions: new Set(), skipped: new Set() }

/**
 * @param shown  probability of each row as it is shown
 * @param cap    the most that is shown of what no hand has felt
 */
export function stepsFor(
  problem: Problem,
  found: Search,
  shown: Float64Array,
  cap: number,
  evidence: EvidenceIndex,
  asking: Asking,
  given: Case,
  may: MayAsk,
): Steps {
  const belief = beliefOf(problem, found)
  const palpations = palpationsFor(problem, belief, shown, cap, evidence, asking.parts)
  const questions = questionsFor(problem, belief, evidence, asking, given, may)
  return { palpations: [...palpations].sort(byGain), all: worthFirst([...palpations, ...questions]).map(finished) }
}

/** A question before it is said what it tells: that is worked out for those alone that are offered. */
type OpenAskStep = Omit<AskStep, 'tells'> & { readonly telling: () => AskStep['tells'] }

function finished(step: Palpation | OpenAskStep): Step {
  if (step.kind === 'palpate') return step
  const { telling, ...rest } = step
  return { ...rest, tells: telling() }
}

function byGain(a: Palpation, b: Palpation): number {
  return b.gainBits - a.gainBits || (a.id < b.id ? -1 : 1)
}

function worthFirst(steps: readonly (Palpation | OpenAskStep)[]): (Palpation | OpenAskStep)[] {
  const seen = new Map<string, number>()
  return steps
    .filter(({ gainBits }) => gainBits >= leastBits)
    .sort((a, b) => b.gainPerMinute - a.gainPerMinute || (nameOf(a) < nameOf(b) ? -1 : 1))
    .filter((step) => {
      const sort = sortOf(step)
      const count = (seen.get(sort) ?? 0) + 1
      seen.set(sort, count)
      return count <= ofASort
    })
    .slice(0, atMost)
}

function sortOf(step: Palpation | OpenAskStep): string {
  if (step.kind !== 'ask') return step.kind
  const { about } = step.subject
  return about === 'worse' || about === 'better' ? 'movement' : about === 'answer' ? 'screen' : 'history'
}

function nameOf(step: Palpation | OpenAskStep): string {
  return step.kind === 'palpate' ? `${step.id} ${step.side}` : keyOfSubject(step.subject)
}

/** One name for what a question is about, by which it can be put aside. */
export function keyOfSubject(subject: Subject): string {
  return Object.values(subject).join(' ')
}

function palpationsFor(
  { atlas, findings }: Problem,
  belief: Belief,
  shown: Float64Array,
  cap: number,
  evidence: EvidenceIndex,
  { count, ofRow }: Parts,
): Palpation[] {
  const { weights } = evidence
  const reliability = reliabilityFromKappa(weights('finding-familiar-pain-kappa'))
  const chance = chanceOfEach(belief, ofRow, count)
  for (const { rows } of findings) for (const i of rows) if (ofRow[i]! >= 0) chance[ofRow[i]!] = 0 // felt already
  const likeliest = new Int32Array(count).fill(-1)
  for (const [i, part] of ofRow.entries()) {
    if (part < 0 || chance[part] === 0) continue
    if (likeliest[part]! < 0 || shown[i]! > shown[likeliest[part]!]!) likeliest[part] = i
  }
  const steps: Palpation[] = []
  for (const [part, i] of likeliest.entries()) {
    if (i < 0) continue
    const { id, side } = atlas.rows[i]!
    const technique = evidence.clinical.get(id)?.technique ?? 'flat'
    if (technique === 'not-palpable' || side === null) continue
    const step = technique === 'deep' || technique === 'intraoral' ? 'step-palpate-deep' : 'step-palpate'
    // As sure as it is shown and no surer: else a likely muscle counts as settled and is never pressed.
    const gainBits = informationGainBits(Math.min(cap, chance[part]!), reliability)
    const cost = { seconds: weights(`${step}-seconds`), discomfort: weights(`${step}-discomfort`) }
    steps.push({ kind: 'palpate', id, side, ...worth(evidence, gainBits, cost) })
  }
  return steps
}

/**
 * Bits that every question is expected to tell under a belief, in this case; 0 for what is answered or put aside.
 *
 * @returns the gains, in the order of `asking.askables`, and what the answers say of each set
 */
export function gainsOfQuestions(
  problem: Problem,
  belief: Belief,
  evidence: EvidenceIndex,
  asking: Asking,
  given: Case,
  { questions, skipped }: MayAsk,
): { readonly gains: Float64Array; readonly said: SaidOfSets } {
  const felt = namedQualities(problem.observation)
  const isOpen = ({ subject }: Askable) => {
    if (subject.about === 'answer' && !questions.has(subject.question)) return false
    if (subject.about === 'quality' && felt !== 0) return false
    return skipped.size === 0 || !skipped.has(keyOfSubject(subject))
  }
  const isAsked = asking.askables.map(isOpen)
  const ofRow = sayingOf(problem.atlas, evidence, asking, given, felt)
  const rows = new Map<number, readonly Say[]>()
  const heard = (i: number) => {
    const known = rows.get(i) ?? ofRow(i).filter(({ question }) => isAsked[question])
    rows.set(i, known)
    return known
  }
  const feeling = asking.askables.findIndex(({ subject }) => subject.about === 'quality')
  const feels = isAsked[feeling] && !isAnswered({ about: 'quality' }, given) ? feelingNats(problem) : null
  const { slope } = problem.parameters.recalibration
  const said = belief.sets.map((members): readonly Say[] => {
    const says: Say[] = []
    for (const i of members) for (const say of heard(i)) says.push(say)
    // How it feels speaks of a whole set and not of its members one by one.
    if (feels !== null) says.push({ question: feeling, nats: feels(members).map((nats) => slope * nats) })
    return says
  })
  const anyway = asking.askables.map((one) => one.anyway)
  return { gains: questionGainsBits(belief, anyway, said), said }
}

function questionsFor(
  problem: Problem,
  belief: Belief,
  evidence: EvidenceIndex,
  asking: Asking,
  given: Case,
  may: MayAsk,
): OpenAskStep[] {
  const { gains, said } = gainsOfQuestions(problem, belief, evidence, asking, given, may)
  return asking.askables.flatMap((askable, q): OpenAskStep[] => {
    if (gains[q]! < leastBits) return []
    const { subject, answers } = askable
    const kind = subject.about === 'range' ? 'measure' : 'ask'
    const telling = () => tellingOf(problem, belief, asking.parts, askable, said, q)
    return [{ kind, subject, answers, telling, ...worth(evidence, gains[q]!, askable) }]
  })
}

function tellingOf(
  { atlas }: Problem,
  belief: Belief,
  parts: Parts,
  { anyway, answers }: Askable,
  said: SaidOfSets,
  question: number,
): AskStep['tells'] {
  let best: { answer: string; order: readonly Shift[] } | null = null
  // of yes and no the one is the other's mirror
  for (const [o, answer] of (answers[0] === 'yes' ? ['yes'] : answers).entries()) {
    const order = shiftsOf(atlas, parts, goesWith(belief, anyway, said, question, o))
    if (order.length === 0 || order[0]!.by <= (best?.order[0]?.by ?? 0)) continue
    best = { answer, order }
  }
  if (best === null) return null
  const name = ({ row }: Shift): Named => ({ id: atlas.rows[row]!.id, side: atlas.rows[row]!.side })
  const last = best.order.at(-1)!
  return { answer: best.answer, favours: name(best.order[0]!), over: last.by < -leastShift ? name(last) : null }
}

type Shift = { row: number; by: number; most: number }

/** By how much an answer moves muscles or parts and other sources, upwards first; each named by its most moved point. */
function shiftsOf(atlas: Problem['atlas'], { ofRow }: Parts, covariance: ReadonlyMap<number, number>): Shift[] {
  const shifts = new Map<string, Shift>()
  for (const [row, by] of covariance) {
    const { kind } = atlas.rows[row]!
    if (kind !== 'trigger-point' && kind !== 'other' && kind !== 'widespread') continue
    const key = ofRow[row]! < 0 ? `row ${row}` : `part ${ofRow[row]}`
    const own = shifts.get(key) ?? { row, by: 0, most: 0 }
    own.by += by
    if (Math.abs(by) > own.most) [own.row, own.most] = [row, Math.abs(by)]
    shifts.set(key, own)
  }
  return [...shifts.values()].sort((a, b) => b.by - a.by || a.row - b.row)
}

/** Nobody is helped by a rival that an answer hardly touches. */
const leastShift = 0.005

function worth(
  { weights }: EvidenceIndex,
  gainBits: number,
  { seconds, discomfort }: { readonly seconds: number; readonly discomfort: number },
): Worth {
  const minutes = (seconds + discomfort * weights('step-discomfort-worth')) / 60
  return { gainBits, seconds, discomfort, gainPerMinute: gainBits / minutes }
}
