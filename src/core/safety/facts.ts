/**
 * Does a rule hold? Every atom is `yes`, `unsure` or `no`.
 *
 * "Not sure" and a fact that nobody knows are both `unsure`, and `unsure` raises whatever `yes` raises.
 * An unanswered question is `no` here: it raises nothing by itself, it only keeps a case from being clear.
 */
import type { HistoryIs, Painted, PersonIs, When } from '../../knowledge/schema/when.ts'
import { sides } from '../units.ts'
import type { PainPlace, SafetyAsked, SafetyKnowledge } from './asked.ts'
import { areasOfFive, shareOfBody } from './widespread.ts'

export type Truth = 'no' | 'unsure' | 'yes'
const rank: Readonly<Record<Truth, number>> = { no: 0, unsure: 1, yes: 2 }
const byRank: readonly Truth[] = ['no', 'unsure', 'yes']

/** The intensity of a place where nobody said one. */
const usualIntensity = 5

export function holds(when: When, asked: SafetyAsked, knowledge: SafetyKnowledge): Truth {
  if ('any' in when) return nth(1, when.any, asked, knowledge)
  if ('all' in when) return nth(when.all.length, when.all, asked, knowledge)
  if ('of' in when) return nth(when.atLeast, when.of, asked, knowledge)
  if ('answer' in when) return asked.answers?.[when.answer] ?? 'no'
  if ('listed' in when) return isListed(when.listed, asked) ? 'yes' : 'no'
  if ('has' in when) return has(when.has, asked, knowledge)
  if ('painted' in when) return truth(isPainted(when.painted, asked.pain))
  if ('areasOfFive' in when) return truth(areasOfFive(asked.pain, knowledge) >= when.areasOfFive)
  if ('shareOfBody' in when) return truth(shareOfBody(asked.pain, knowledge) >= when.shareOfBody)
  if ('person' in when) return person(when.person, asked)
  return history(when.history, asked)
}

/** The truth of "at least n of these": the n-th strongest of them. */
function nth(n: number, of: readonly When[], asked: SafetyAsked, knowledge: SafetyKnowledge): Truth {
  const ranks = of.map((one) => rank[holds(one, asked, knowledge)]).sort((a, b) => b - a)
  return byRank[ranks[n - 1] ?? 0] ?? 'no'
}

function truth(value: boolean): Truth {
  return value ? 'yes' : 'no'
}

export function isListed(id: string, asked: SafetyAsked): boolean {
  return [...(asked.conditions ?? []), ...(asked.medicines ?? [])].some((listed) => listed.id === id)
}

/** Any level of a condition, medicine or fact of pregnancy. Those rules hold no `has` themselves. */
function has(id: string, asked: SafetyAsked, knowledge: SafetyKnowledge): Truth {
  if (isListed(id, asked)) return 'yes'
  const record = [...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy].find((one) => one.id === id)
  return record === undefined
    ? 'no'
    : nth(
        1,
        record.levels.map((level) => level.when),
        asked,
        knowledge,
      )
}

function isPainted(painted: Painted, pain: readonly PainPlace[]): boolean {
  const hit = painted.regions.filter((region) => {
    const there = pain.filter((place) => place.region === region && fits(painted, place))
    if (painted.side === undefined || painted.side === 'one') return there.length > 0
    if (painted.side === 'both') return sides.every((side) => there.some((place) => place.side === side))
    return there.some((place) => place.side === painted.side)
  })
  if (hit.length < (painted.count ?? 1)) return false
  if (painted.side !== 'one') return true
  const hurt = pain.filter((place) => painted.regions.includes(place.region) && fits(painted, place))
  return new Set(hurt.map((place) => place.side)).size === 1
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
