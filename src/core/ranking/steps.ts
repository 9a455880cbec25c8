/**
 * What to do next: press, ask or measure, each with what it is expected to tell and what it costs.
 *
 * The rule: bits a minute, where a point of discomfort counts as so many seconds (`step-discomfort-worth`, A-NEXT-4).
 */
import type { Case } from '../pain/case.ts'
import type { Side } from '../units.ts'
import type { Asking, Parts, Subject } from './asking.ts'
import { type Belief, beliefOf, chanceOfEach } from './belief.ts'
import type { EvidenceIndex } from './evidence.ts'
import { informationGainBits, questionGainsBits, reliabilityFromKappa } from './next.ts'
import type { Problem } from './problem.ts'
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
export type Question = Worth & { readonly kind: 'ask' | 'measure'; readonly subject: Subject }
export type Step = Palpation | Question

/** Less than this is not worth anybody's time, bits. */
const leastBits = 0.01
const atMost = 6
/** Of one sort of step at most so many, so that a list of ten questions cannot hide the finger. */
const ofAKind = 3

export type Steps = {
  /** Palpations alone, those that tell most first. */
  readonly palpations: readonly Palpation[]
  /** Steps of every kind, those worth most a minute first. */
  readonly all: readonly Step[]
}

/**
 * @param shown  probability of each row as it is shown, to name the likeliest point of a muscle
 */
export function stepsFor(
  problem: Problem,
  found: Search,
  shown: Float64Array,
  evidence: EvidenceIndex,
  asking: Asking,
  given: Case,
): Steps {
  const belief = beliefOf(problem, found)
  const palpations = palpationsFor(problem, belief, shown, evidence, asking.parts)
  const questions = questionsFor(belief, evidence, asking, given)
  return { palpations: [...palpations].sort(byGain), all: worthFirst([...palpations, ...questions]) }
}

function byGain(a: Palpation, b: Palpation): number {
  return b.gainBits - a.gainBits || (a.id < b.id ? -1 : 1)
}

function worthFirst(steps: readonly Step[]): Step[] {
  const seen = new Map<Step['kind'], number>()
  return steps
    .filter(({ gainBits }) => gainBits >= leastBits)
    .sort((a, b) => b.gainPerMinute - a.gainPerMinute || (nameOf(a) < nameOf(b) ? -1 : 1))
    .filter(({ kind }) => {
      const count = (seen.get(kind) ?? 0) + 1
      seen.set(kind, count)
      return count <= ofAKind
    })
    .slice(0, atMost)
}

function nameOf(step: Step): string {
  return step.kind === 'palpate' ? `${step.id} ${step.side}` : JSON.stringify(step.subject)
}

function palpationsFor(
  { atlas, findings }: Problem,
  belief: Belief,
  shown: Float64Array,
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
    const gainBits = informationGainBits(chance[part]!, reliability)
    const cost = { seconds: weights(`${step}-seconds`), discomfort: weights(`${step}-discomfort`) }
    steps.push({ kind: 'palpate', id, side, ...worth(evidence, gainBits, cost) })
  }
  return steps
}

function questionsFor(belief: Belief, evidence: EvidenceIndex, asking: Asking, given: Case): Question[] {
  const gains = questionGainsBits(belief, asking)
  return asking.askables.flatMap((askable, q): Question[] => {
    const { subject } = askable
    if (gains[q]! < leastBits || isAnswered(subject, given)) return []
    return [{ kind: subject.about === 'range' ? 'measure' : 'ask', subject, ...worth(evidence, gains[q]!, askable) }]
  })
}

function worth(
  { weights }: EvidenceIndex,
  gainBits: number,
  { seconds, discomfort }: { readonly seconds: number; readonly discomfort: number },
): Worth {
  const minutes = (seconds + discomfort * weights('step-discomfort-worth')) / 60
  return { gainBits, seconds, discomfort, gainPerMinute: gainBits / minutes }
}

/** Nothing is asked twice: a movement named in any way is known. */
function isAnswered(subject: Subject, { history, ranges = [] }: Case): boolean {
  const { movement } = subject
  if (subject.about === 'range') {
    const { limited = [] } = history
    if (limited.some((name) => name === movement || name === `${movement}-${subject.side}`)) return true
    return ranges.some((one) => one.movement === movement && one.side === subject.side)
  }
  const { worseWith, betterWith, sameWith = [] } = history
  return [...worseWith, ...betterWith, ...sameWith].some((name) => name === movement || movement.startsWith(`${name}-`))
}
