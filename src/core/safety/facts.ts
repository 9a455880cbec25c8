/**
 * Does a rule hold? Every atom is `yes`, `unsure` or `no`.
 *
 * "Not sure" and a fact that nobody knows are both `unsure`, and `unsure` raises whatever `yes` raises.
 * An unanswered question is `no` here: it raises nothing by itself, it only keeps a case from being clear.
 */
import type { Condition } from '../../knowledge/schema/screening.ts'
import type { HistoryIs, Painted, PersonIs, When } from '../../knowledge/schema/when.ts'
import { type Side, sides } from '../units.ts'
import type { PainPlace, SafetyAsked, SafetyKnowledge } from './asked.ts'
import { areasOfFive, shareOfBody } from './widespread.ts'

export type Truth = 'no' | 'unsure' | 'yes'
const rank: Readonly<Record<Truth, number>> = { no: 0, unsure: 1, yes: 2 }
const byRank: readonly Truth[] = ['no', 'unsure', 'yes']

/** The intensity of a place where nobody said one. */
const usualIntensity = 5

/** What a case says, arranged for many rules. */
export type Facts = {
  readonly asked: SafetyAsked
  readonly byRegion: ReadonlyMap<string, readonly PainPlace[]>
  readonly listed: ReadonlySet<string>
  readonly areasOfFive: number
  readonly shareOfBody: number
  /** Conditions, medicines and facts of pregnancy by id. */
  readonly records: ReadonlyMap<string, Condition>
}

export function factsOf(asked: SafetyAsked, knowledge: SafetyKnowledge): Facts {
  const byRegion = new Map<string, PainPlace[]>()
  for (const place of asked.pain) {
    const there = byRegion.get(place.region)
    if (there === undefined) byRegion.set(place.region, [place])
    else there.push(place)
  }
  const records = [...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy]
  return {
    asked,
    byRegion,
    listed: new Set([...(asked.conditions ?? []), ...(asked.medicines ?? [])].map((one) => one.id)),
    areasOfFive: areasOfFive(asked.pain, knowledge),
    shareOfBody: shareOfBody(asked.pain, knowledge),
    records: new Map(records.map((one) => [one.id, one])),
  }
}

export function holds(when: When, facts: Facts): Truth {
  if ('any' in when) return any(when.any, facts)
  if ('all' in when) return all(when.all, facts)
  if ('of' in when) return nth(when.atLeast, when.of, facts)
  if ('answer' in when) return facts.asked.answers?.[when.answer] ?? 'no'
  if ('listed' in when) return truth(facts.listed.has(when.listed))
  if ('has' in when) return has(when.has, facts)
  if ('painted' in when) return truth(isPainted(when.painted, facts))
  if ('areasOfFive' in when) return truth(facts.areasOfFive >= when.areasOfFive)
  if ('shareOfBody' in when) return truth(facts.shareOfBody >= when.shareOfBody)
  if ('person' in when) return person(when.person, facts.asked)
  return history(when.history, facts.asked)
}

/** The truth of "at least n of these": the n-th strongest of them. */
function nth(n: number, of: readonly When[], facts: Facts): Truth {
  const ranks = of.map((one) => rank[holds(one, facts)]).sort((a, b) => b - a)
  return byRank[ranks[n - 1] ?? 0] ?? 'no'
}

function any(of: readonly When[], facts: Facts): Truth {
  let most: Truth = 'no'
  for (const one of of) {
    const truth = holds(one, facts)
    if (truth === 'yes') return 'yes'
    if (truth === 'unsure') most = 'unsure'
  }
  return most
}

function all(of: readonly When[], facts: Facts): Truth {
  let least: Truth = 'yes'
  for (const one of of) {
    const truth = holds(one, facts)
    if (truth === 'no') return 'no'
    if (truth === 'unsure') least = 'unsure'
  }
  return least
}

function truth(value: boolean): Truth {
  return value ? 'yes' : 'no'
}

/** Any level of a condition, medicine or fact of pregnancy. Those rules hold no `has` themselves. */
function has(id: string, facts: Facts): Truth {
  if (facts.listed.has(id)) return 'yes'
  const levels = facts.records.get(id)?.levels ?? []
  return any(
    levels.map((level) => level.when),
    facts,
  )
}

/** The regions of a rule, looked up once: few places hurt, and rules name many. */
const namedRegions = new WeakMap<Painted, ReadonlySet<string>>()

function namedBy(painted: Painted): ReadonlySet<string> | null {
  if (painted.regions === undefined) return null
  const known = namedRegions.get(painted)
  if (known !== undefined) return known
  const named = new Set(painted.regions)
  namedRegions.set(painted, named)
  return named
}

function isPainted(painted: Painted, facts: Facts): boolean {
  const hurt: PainPlace[] = []
  let hit = 0
  const named = namedBy(painted)
  for (const [region, places] of facts.byRegion) {
    if (named !== null && !named.has(region)) continue
    const there = places.filter((place) => fits(painted, place))
    hurt.push(...there)
    if (isOnSide(painted.side, there)) hit++
  }
  if (hit < (painted.count ?? 1)) return false
  return painted.side !== 'one' || new Set(hurt.map((place) => place.side)).size === 1
}

/** A place of which nobody said the side may be on either. */
function isOnSide(side: Painted['side'], there: readonly PainPlace[]): boolean {
  if (side === undefined || side === 'one') return there.length > 0
  const hurts = (one: Side) => there.some((place) => place.side === one || place.side === null)
  return side === 'both' ? sides.every(hurts) : hurts(side)
}

function fits(painted: Painted, place: PainPlace): boolean {
  if ((place.intensity ?? usualIntensity) < Math.max(painted.intensityFrom ?? 0, Number.MIN_VALUE)) return false
  return painted.qualities === undefined || painted.qualities.some((quality) => place.quality?.includes(quality))
}

/** A value against what a rule asks of it: not asked is yes, not known is unsure. */
function known<T>(value: T | undefined, wanted: boolean, test: (value: T) => boolean): Truth {
  if (!wanted) return 'yes'
  return value === undefined ? 'unsure' : truth(test(value))
}

function weakest(truths: readonly Truth[], mustBeKnown: boolean | undefined): Truth {
  const least = byRank[Math.min(...truths.map((one) => rank[one]))] ?? 'no'
  return least === 'unsure' && mustBeKnown ? 'no' : least
}

function person(is: PersonIs, asked: SafetyAsked): Truth {
  const age = asked.person?.ageYears
  const sex = asked.person?.sex
  return weakest(
    [
      known(age, is.ageFrom !== undefined, (years) => years >= is.ageFrom!),
      known(age, is.ageTo !== undefined, (years) => Math.floor(years) <= is.ageTo!),
      // somebody of another sex may have the organs of either
      known(sex === 'other' ? undefined : sex, is.sex !== undefined, (value) => value === is.sex),
    ],
    is.known,
  )
}

function history(is: HistoryIs, asked: SafetyAsked): Truth {
  const { onset, durationDays, factors } = asked.history ?? {}
  return weakest(
    [
      known(onset, is.onset !== undefined, (value) => is.onset!.includes(value)),
      known(durationDays, is.daysFrom !== undefined, (days) => days >= is.daysFrom!),
      known(durationDays, is.daysTo !== undefined, (days) => days <= is.daysTo!),
      known(factors, is.factors !== undefined, (named) => is.factors!.some((factor) => named.includes(factor))),
    ],
    is.known,
  )
}
