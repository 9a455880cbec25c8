/**
 * Every level of every red flag, condition, medicine and pregnancy record, by every way into it: raised at the
 * threshold, not past it. Made from the records, so that none can be added without being tested.
 */
import { describe, expect, it } from 'vitest'
import type { SafetyAsked } from '../../src/core/safety/asked.ts'
import { factsOf, holds } from '../../src/core/safety/facts.ts'
import { raisedFlags, screen } from '../../src/core/safety/screen.ts'
import { kindOfAction, rankOf, withinOfAction } from '../../src/core/safety/screening.ts'
import { clinic } from './clinic.ts'
import { type Atom, justInside, justOutside, mergePain, placesOf, waysInto } from './rule-cases.ts'

const records = [...clinic.redFlags, ...clinic.conditions, ...clinic.medicines, ...clinic.pregnancy]
const levels = records.flatMap((record) => record.levels.map((level, index) => ({ record, level, index })))
const named = levels.map((one) => [`${one.record.id} level ${one.index + 1}: ${one.level.action}`, one] as const)

function rankRaised(id: string, asked: SafetyAsked): number {
  const flag = raisedFlags(asked, clinic).find((one) => one.id === id)
  return flag === undefined ? -1 : rankOf(flag.action)
}

/** Each region that a rule names, once, with the other atoms at their first. */
function* regionByRegion(way: readonly Atom[]): Generator<SafetyAsked> {
  for (const atom of way) {
    if (!('painted' in atom) || atom.painted.regions === undefined) continue
    const others = justInside(way.filter((other) => other !== atom))
    for (let first = 1; first < atom.painted.regions.length; first++) {
      yield { ...others, pain: mergePain(others.pain, placesOf(atom.painted, first)) }
    }
  }
}

describe('every rule', () => {
  it.each(named)('%s is raised at its thresholds, and by each region that it names', (_, { record, level }) => {
    for (const way of waysInto(level.when)) {
      const inside = justInside(way)
      const words = JSON.stringify(way)
      expect(holds(level.when, factsOf(inside, clinic)), words).not.toBe('no')
      expect(rankRaised(record.id, inside), words).toBeGreaterThanOrEqual(rankOf(level.action))
      const found = screen(inside, clinic)
      expect(found.kind).not.toBe('clear')
      const flag = found.flags.find((one) => one.id === record.id)!
      expect(flag.within).toBe(withinOfAction(flag.action))
      if (kindOfAction(level.action) !== 'caution') expect(found.kind).not.toBe('caution')
      for (const elsewhere of regionByRegion(way)) {
        expect(rankRaised(record.id, elsewhere), JSON.stringify(elsewhere)).toBeGreaterThanOrEqual(rankOf(level.action))
      }
    }
  })

  it.each(named)('%s: each way into it ends one step outside of each of its thresholds', (_, { level }) => {
    for (const way of waysInto(level.when)) {
      const inside = justInside(way)
      for (const atom of way) {
        for (const [what, outside] of justOutside(inside, atom)) {
          expect(holds({ all: way }, factsOf(outside, clinic)), `${what}: ${JSON.stringify(way)}`).toBe('no')
        }
      }
    }
  })

  it.each(named)('%s is as strict for "not sure", for unknown facts and for sex "other"', (_, { record, level }) => {
    for (const way of waysInto(level.when)) {
      const inside = justInside(way)
      const most = rankOf(level.action)
      const unsure = Object.fromEntries(Object.keys(inside.answers ?? {}).map((id) => [id, 'unsure' as const]))
      expect(rankRaised(record.id, { ...inside, answers: unsure })).toBeGreaterThanOrEqual(most)
      const isOpen = (atom: Atom) => !('person' in atom) || !atom.person.known
      if (way.every(isOpen))
        expect(rankRaised(record.id, { ...inside, person: undefined })).toBeGreaterThanOrEqual(most)
      const other = { ...inside, person: { ...inside.person, sex: 'other' as const } }
      expect(rankRaised(record.id, other), JSON.stringify(way)).toBeGreaterThanOrEqual(most)
      const isHistoryOpen = way.every((atom) => !('history' in atom) || !atom.history.known)
      if (isHistoryOpen) expect(rankRaised(record.id, { ...inside, history: undefined })).toBeGreaterThanOrEqual(most)
    }
  })

  it.each(named)('%s is as strict for a place of which nobody said the side', (_, { record, level }) => {
    for (const way of waysInto(level.when)) {
      if (way.some((atom) => 'areasOfFive' in atom || 'shareOfBody' in atom)) continue
      const inside = justInside(way)
      const sideless = { ...inside, pain: inside.pain.map((place) => ({ ...place, side: null })) }
      expect(rankRaised(record.id, sideless), JSON.stringify(way)).toBeGreaterThanOrEqual(rankOf(level.action))
    }
  })

  it('holds for somebody in a clinic unless a level says otherwise', () => {
    for (const { record, level } of levels) {
      for (const way of waysInto(level.when)) {
        const flag = raisedFlags({ ...justInside(way), setting: 'clinic' }, clinic).find((one) => one.id === record.id)!
        expect(rankOf(flag.action)).toBeGreaterThanOrEqual(rankOf(level.inClinic ?? level.action))
      }
    }
  })
})
