/**
 * From a rule to people who just fall under it, and people who just do not: what a test of every rule needs, made from
 * the rules themselves, so that a record that is added tomorrow is tested tomorrow.
 */
import type { SafetyAsked } from '../../src/core/safety/asked.ts'
import { areasOfFive, shareOfBody } from '../../src/core/safety/widespread.ts'
import type { HistoryIs, Painted, PersonIs, When } from '../../src/knowledge/schema/when.ts'
import { clinic } from './clinic.ts'

export type Atom = Exclude<When, { any: unknown } | { all: unknown } | { of: unknown } | { has: unknown }>
type PainPlace = SafetyAsked['pain'][number]
type Side = 'left' | 'right'

const records = [...clinic.conditions, ...clinic.medicines, ...clinic.pregnancy]
const isSided = new Map(clinic.regions.map((region) => [region.id, region.sided]))

/** Every way to fall under a rule: each a list of atoms that all hold. */
export function waysInto(when: When): Atom[][] {
  if ('any' in when) return when.any.flatMap(waysInto)
  if ('all' in when) return product(when.all.map(waysInto))
  if ('of' in when) return choose(when.of, when.atLeast).flatMap((some) => product(some.map(waysInto)))
  if ('has' in when) {
    const levels = records.find((one) => one.id === when.has)?.levels ?? []
    return [[{ listed: when.has }], ...levels.flatMap((level) => waysInto(level.when))]
  }
  return [[when]]
}

function product(parts: readonly Atom[][][]): Atom[][] {
  return parts.reduce<Atom[][]>((sum, part) => sum.flatMap((way) => part.map((more) => [...way, ...more])), [[]])
}

function choose<T>(of: readonly T[], n: number): T[][] {
  if (n === 0) return [[]]
  return of.flatMap((one, index) => choose(of.slice(index + 1), n - 1).map((rest) => [one, ...rest]))
}

/** Somebody who falls under all of these atoms by as little as can be: at each threshold, not past it. */
export function justInside(way: readonly Atom[]): SafetyAsked {
  let asked: SafetyAsked = { pain: [] }
  for (const atom of way) asked = with_(asked, atom)
  return asked
}

function with_(asked: SafetyAsked, atom: Atom): SafetyAsked {
  if ('answer' in atom) return { ...asked, answers: { ...asked.answers, [atom.answer]: 'yes' } }
  if ('listed' in atom) return { ...asked, conditions: [...(asked.conditions ?? []), { id: atom.listed }] }
  if ('painted' in atom) return { ...asked, pain: mergePain(asked.pain, placesOf(atom.painted)) }
  if ('areasOfFive' in atom) return { ...asked, pain: fiveAreas.slice(0, atom.areasOfFive) }
  if ('shareOfBody' in atom) return { ...asked, pain: shareOf(atom.shareOfBody) }
  if ('person' in atom)
    return { ...asked, person: { ...asked.person, ...personOf(atom.person, asked.person?.ageYears) } }
  return { ...asked, history: mergeHistory(asked.history ?? {}, atom.history) }
}

const fiveAreas: readonly PainPlace[] = [
  { region: 'shoulder-top', side: 'left' },
  { region: 'shoulder-top', side: 'right' },
  { region: 'thigh-front-upper', side: 'left' },
  { region: 'thigh-front-upper', side: 'right' },
  { region: 'low-back', side: 'left' },
]

const everywhere: readonly PainPlace[] = clinic.regions.flatMap((region): PainPlace[] =>
  region.sided
    ? ['left' as const, 'right' as const].map((side) => ({ region: region.id, side }))
    : [{ region: region.id, side: null }],
)

function shareOf(share: number): readonly PainPlace[] {
  return everywhere.slice(0, Math.ceil(share * everywhere.length))
}

/** @param first  which of the named regions hurts */
export function placesOf(painted: Painted, first = 0): readonly PainPlace[] {
  const { regions = ['forearm-back'], side, count = 1, intensityFrom, qualities } = painted
  const sidesOf = (region: string): readonly (Side | null)[] => {
    if (isSided.get(region) === false) return [null]
    if (side === 'both') return ['left', 'right']
    return [side === 'left' || side === 'right' ? side : 'right']
  }
  const chosen = Array.from({ length: count }, (_, index) => regions[(first + index) % regions.length]!)
  return chosen.flatMap((region) =>
    sidesOf(region).map((one) => ({
      region,
      side: one,
      intensity: intensityFrom ?? 1,
      quality: qualities?.slice(0, 1) ?? [],
    })),
  )
}

/** A place that two atoms ask for hurts as strongly as the stricter, with the qualities of both. */
export function mergePain(a: readonly PainPlace[], b: readonly PainPlace[]): readonly PainPlace[] {
  const merged = [...a]
  for (const place of b) {
    const at = merged.findIndex((one) => one.region === place.region && one.side === place.side)
    const old = merged[at]
    if (old === undefined) merged.push(place)
    else
      merged[at] = {
        ...old,
        intensity: Math.max(old.intensity ?? 0, place.intensity ?? 0),
        quality: [...(old.quality ?? []), ...(place.quality ?? [])],
      }
  }
  return merged
}

function personOf(is: PersonIs, ageSoFar: number | undefined) {
  const ages = [is.ageFrom, ageSoFar].filter((one) => one !== undefined)
  const age = ages.length > 0 ? Math.max(...ages) : is.ageTo
  return { ...(age === undefined ? {} : { ageYears: age }), ...(is.sex === undefined ? {} : { sex: is.sex }) }
}

function mergeHistory(old: NonNullable<SafetyAsked['history']>, is: HistoryIs): NonNullable<SafetyAsked['history']> {
  const days = [is.daysTo, is.daysFrom, old.durationDays].filter((one) => one !== undefined)
  const onset = is.onset?.includes(old.onset as never) ? old.onset : (is.onset?.at(-1) ?? old.onset)
  return {
    ...old,
    ...(onset === undefined ? {} : { onset }),
    ...(days.length === 0 ? {} : { durationDays: Math.min(...days) }),
    ...(is.factors === undefined ? {} : { factors: is.factors.slice(0, 1) }),
  }
}

/** The same person just outside of one atom, once for each thing that it asks. Each says what was changed. */
export function justOutside(asked: SafetyAsked, atom: Atom): readonly (readonly [string, SafetyAsked])[] {
  if ('answer' in atom) {
    const { [atom.answer]: _, ...others } = asked.answers ?? {}
    return [
      [`${atom.answer} is no`, { ...asked, answers: { ...others, [atom.answer]: 'no' } }],
      [`${atom.answer} is open`, { ...asked, answers: others }],
    ]
  }
  if ('listed' in atom) return [[`${atom.listed} is not ticked`, { ...asked, conditions: [] }]]
  if ('areasOfFive' in atom) return [['one area less', { ...asked, pain: fewerAreas(asked.pain, atom.areasOfFive) }]]
  if ('shareOfBody' in atom) return [['one place less', { ...asked, pain: lessOfBody(asked.pain, atom.shareOfBody) }]]
  if ('person' in atom) return outsidePerson(asked, atom.person)
  if ('history' in atom) return outsideHistory(asked, atom.history)
  return outsidePaint(asked, atom.painted)
}

function fewerAreas(pain: readonly PainPlace[], areas: number): readonly PainPlace[] {
  let less = pain
  while (areasOfFive(less, clinic) >= areas) less = less.slice(1)
  return less
}

function lessOfBody(pain: readonly PainPlace[], share: number): readonly PainPlace[] {
  let less = pain
  while (shareOfBody(less, clinic) >= share) less = less.slice(1)
  return less
}

function outsidePerson(asked: SafetyAsked, is: PersonIs): [string, SafetyAsked][] {
  const out: [string, SafetyAsked][] = []
  const aged = (ageYears: number): [string, SafetyAsked] => [
    `aged ${ageYears}`,
    { ...asked, person: { ...asked.person, ageYears } },
  ]
  if (is.ageFrom !== undefined) out.push(aged(is.ageFrom - 1), aged(is.ageFrom - 0.01))
  if (is.ageTo !== undefined) out.push(aged(is.ageTo + 1))
  if (is.sex !== undefined) {
    const sex = is.sex === 'female' ? 'male' : 'female'
    out.push([`sex ${sex}`, { ...asked, person: { ...asked.person, sex } }])
  }
  if (is.known) out.push(['person not known', { ...asked, person: undefined }])
  return out
}

function outsideHistory(asked: SafetyAsked, is: HistoryIs): [string, SafetyAsked][] {
  const out: [string, SafetyAsked][] = []
  const told = (what: string, history: SafetyAsked['history']) =>
    out.push([what, { ...asked, history: { ...asked.history, ...history } }])
  if (is.daysTo !== undefined) told(`${is.daysTo + 1} days`, { durationDays: is.daysTo + 1 })
  if (is.daysFrom !== undefined) told(`${is.daysFrom - 1} days`, { durationDays: is.daysFrom - 1 })
  for (const onset of ['gradual', 'sudden', 'injury'] as const) {
    if (is.onset !== undefined && !is.onset.includes(onset)) told(`onset ${onset}`, { onset })
  }
  if (is.factors !== undefined) told('no factor', { factors: [] })
  if (is.known) out.push(['history not known', { ...asked, history: undefined }])
  return out
}

function outsidePaint(asked: SafetyAsked, painted: Painted): [string, SafetyAsked][] {
  const regions = painted.regions
  const there = (place: PainPlace) => regions === undefined || regions.includes(place.region)
  const changed = (change: (place: PainPlace) => PainPlace): SafetyAsked => ({
    ...asked,
    pain: asked.pain.map((place) => (there(place) ? change(place) : place)),
  })
  const out: [string, SafetyAsked][] = [
    ['not painted', { ...asked, pain: asked.pain.filter((place) => !there(place)) }],
    ['painted at 0', changed((place) => ({ ...place, intensity: 0 }))],
  ]
  const { intensityFrom, qualities, side, count = 1 } = painted
  if (intensityFrom !== undefined) {
    out.push([`at ${intensityFrom - 1} of 10`, changed((place) => ({ ...place, intensity: intensityFrom - 1 }))])
  }
  if (qualities !== undefined) out.push(['another quality', changed((place) => ({ ...place, quality: ['aching'] }))])
  const isOther = side === 'left' ? 'right' : 'left'
  const sided = (place: PainPlace) => place.side !== null
  if (side === 'left' || side === 'right') {
    out.push(['the other side', changed((place) => (sided(place) ? { ...place, side: isOther } : place))])
  }
  if (side === 'both') {
    out.push(['one side', { ...asked, pain: asked.pain.filter((place) => !there(place) || place.side !== 'left') }])
  }
  if (side === 'one') {
    const mirrored = asked.pain.filter(there).map((place) => ({ ...place, side: 'left' as const }))
    out.push(['both sides', { ...asked, pain: [...asked.pain, ...mirrored] }])
  }
  if (count > 1) {
    const [first] = asked.pain.filter(there)
    out.push([
      'one region less',
      { ...asked, pain: asked.pain.filter((place) => !there(place) || place.region === first?.region) },
    ])
  }
  return out
}
