/**
 * Rules of evidence: onset, duration, sex and answers of the screen, each a record with its likelihood ratio.
 *
 * A rule that does not apply adds nothing; of the rules of one group only the strongest counts for a source, so that
 * nothing counts twice.
 */
import type { Weight } from '../../knowledge/schema/weight.ts'
import type { Case } from '../pain/case.ts'
import { qualityBits } from '../pain/paint.ts'

export type EvidenceRule = {
  readonly given: NonNullable<Weight['given']>
  readonly kinds: ReadonlySet<string>
  readonly ids: ReadonlySet<string>
  readonly group: string
  /** Bits of the qualities that make it needless. */
  readonly unless: number
  readonly nats: number
}

export function evidenceRules(weights: readonly Weight[]): EvidenceRule[] {
  return weights.flatMap((weight) => {
    if (weight.given === undefined || weight.for === undefined) return []
    return {
      given: weight.given,
      kinds: new Set('kinds' in weight.for ? weight.for.kinds : []),
      ids: new Set('ids' in weight.for ? weight.for.ids : []),
      group: weight.group ?? weight.id,
      unless: qualityBits(weight.unlessQualities ?? []),
      nats: Math.log(weight.value),
    }
  })
}

/** The rules that apply to a case, strongest first. @param felt  bits of the qualities that the drawing names */
export function rulesFor(
  { rules }: { readonly rules: readonly EvidenceRule[] },
  given: Case,
  felt: number,
): EvidenceRule[] {
  return rules
    .filter((rule) => (rule.unless & felt) === 0 && applies(rule.given, given))
    .sort((a, b) => Math.abs(b.nats) - Math.abs(a.nats))
}

function applies(rule: EvidenceRule['given'], { person, history, answers }: Case): boolean {
  if ('onset' in rule) return history.onset === rule.onset
  if ('sex' in rule) return person.sex === rule.sex
  if ('answer' in rule) return answers[rule.answer.question] === rule.answer.is
  if (history.durationDays === undefined) return false
  return 'durationDaysFrom' in rule
    ? history.durationDays >= rule.durationDaysFrom
    : history.durationDays < rule.durationDaysBelow
}

/** What they say of one source, nats. */
export function rulesNats(
  applying: readonly EvidenceRule[],
  source: { readonly id: string; readonly sourceKind: string },
): number {
  if (applying.length === 0) return 0
  let nats = 0
  const counted: string[] = []
  for (const rule of applying) {
    if (!rule.kinds.has(source.sourceKind) && !rule.ids.has(source.id)) continue
    if (counted.includes(rule.group)) continue
    counted.push(rule.group)
    nats += rule.nats
  }
  return nats
}
