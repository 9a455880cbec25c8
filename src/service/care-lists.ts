/** What is offered to be ticked at intake, what matters for this drawing first. */

import type { SafetyAsked } from '../core/safety/asked.ts'
import { placesOf } from '../core/safety/permissions.ts'
import { rankOf } from '../core/safety/screening.ts'
import type { Side } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Condition, Effect } from '../knowledge/schema/screening.ts'
import { conditionRecords } from './care-safety.ts'
import type { RankingAnswer } from './rank.ts'

export type ToTick = {
  readonly id: string
  readonly name: string
  readonly alsoCalled: readonly string[]
  readonly group: 'condition' | 'medicine' | 'pregnancy'
  /** It is somewhere: until that is named, everything is blocked. */
  readonly hasPlace: boolean
  /** It changes something where it hurts. */
  readonly reachesPain: boolean
}

/** Conditions, medicines and facts of pregnancy that a person may have; what changes most for this drawing first. */
export function toTick(asked: SafetyAsked, knowledge: Knowledge): readonly ToTick[] {
  const painted = new Set(asked.pain.map((place) => place.region))
  return conditionRecords(knowledge)
    .filter((record) => record.inList !== false && isPossible(record, asked))
    .map((record) => ({ record, reaches: reaches(record, painted, knowledge), strict: strictness(record) }))
    .sort(
      (a, b) =>
        Number(b.reaches) - Number(a.reaches) ||
        Number(b.record.isCommon ?? false) - Number(a.record.isCommon ?? false) ||
        b.strict - a.strict,
    )
    .map(({ record, reaches: reachesPain }) => ({
      id: record.id,
      name: typeof record.inList === 'string' ? record.inList : record.name,
      alsoCalled: record.alsoCalled,
      group: record.kind === 'medicine' || record.kind === 'pregnancy' ? record.kind : 'condition',
      hasPlace: record.levels.some((level) => level.effects?.some((effect) => effect.where === 'named')),
      reachesPain,
    }))
}

function isPossible({ kind }: Condition, { person }: SafetyAsked): boolean {
  if (kind !== 'pregnancy') return true
  return person?.sex !== 'male' && (person?.ageYears === undefined || (person.ageYears >= 12 && person.ageYears <= 60))
}

function strictness(record: Condition): number {
  return Math.max(...record.levels.map((level) => rankOf(level.action)))
}

function reaches(record: Condition, painted: ReadonlySet<string>, knowledge: Knowledge): boolean {
  const effects = record.levels.flatMap((level) => level.effects ?? [])
  return effects.some((effect) => regionsOf(effect, knowledge).some((region) => painted.has(region)))
}

function regionsOf({ where }: Effect, knowledge: Knowledge): readonly string[] {
  if (typeof where === 'string') return []
  const pressed = (where.muscles ?? []).flatMap(
    ({ muscle, part }) => placesOf({ muscle, part: part ?? null, side: null }, knowledge) ?? [],
  )
  return [...(where.regions ?? []), ...pressed]
}

export type MovementToTell = { readonly id: string; readonly name: string; readonly side: Side | null }

/** How many sources and movements are looked at: more would be a questionnaire. */
const sourcesAsked = 14
const movementsOffered = 9

/**
 * Movements and activities whose effect on the pain would tell the likeliest sources apart: those that their records
 * name, the weightiest first. What was told already stays in the list.
 *
 * @param told  ids of movements, with `-left` or `-right` where they have directions
 */
export function movementsToTell(
  ranking: Pick<RankingAnswer, 'sources'>,
  told: readonly string[],
  knowledge: Knowledge,
): readonly MovementToTell[] {
  const weight = new Map<string, number>()
  const asked = ranking.sources
    .filter((one) => one.kind === 'trigger-point' && one.side !== null)
    .slice(0, sourcesAsked)
  for (const source of asked) {
    const part = knowledge.muscles.find((one) => one.id === source.muscle)?.parts.find((one) => one.id === source.part)
    for (const link of [...(part?.clinic.hurtsWith ?? []), ...(part?.clinic.easesWith ?? [])]) {
      const away = source.side === 'left' ? 'right' : 'left'
      const towards = link.towards === undefined ? null : link.towards === 'same' ? source.side : away
      const id = towards === null ? link.movement : `${link.movement}-${towards}`
      weight.set(id, (weight.get(id) ?? 0) + source.probability)
    }
  }
  const offered = [...weight.entries()]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([id]) => id)
    .slice(0, movementsOffered)
  return [...new Set([...told, ...offered])].flatMap((id) => movementOf(id, knowledge))
}

export function movementOf(id: string, knowledge: Knowledge): readonly MovementToTell[] {
  for (const { id: bare, name } of knowledge.movements) {
    if (id === bare) return [{ id, name, side: null }]
    if (id === `${bare}-left`) return [{ id, name: `${name} to the left`, side: 'left' }]
    if (id === `${bare}-right`) return [{ id, name: `${name} to the right`, side: 'right' }]
  }
  return []
}
