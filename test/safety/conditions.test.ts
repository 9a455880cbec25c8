import { describe, expect, it } from 'vitest'
import type { SafetyAsked } from '../../src/core/safety/asked.ts'
import { questionsWithPlace } from '../../src/core/safety/place-questions.ts'
import { answersIn, screen } from '../../src/core/safety/screen.ts'
import { mayPlan } from '../../src/core/safety/screening.ts'
import { standingStops, withStanding } from '../../src/core/safety/standing.ts'
import { clinic, flagIds, harmless, noToTheRest } from './clinic.ts'

const base = noToTheRest(harmless)
const records = [...clinic.conditions, ...clinic.medicines, ...clinic.pregnancy]

describe('conditions, medicines and pregnancy', () => {
  it('are complete', () => {
    expect([clinic.conditions.length, clinic.medicines.length, clinic.pregnancy.length]).toEqual([40, 15, 8])
    expect(clinic.cautionRegions).toHaveLength(34)
  })
  it.each(records.map((record) => [record.id, record] as const))('%s is raised by a clinician who ticks it', (id) => {
    const found = screen({ ...base, conditions: [{ id }] }, clinic)
    expect(flagIds(found)).toContain(id)
    expect(found.kind).not.toBe('clear')
  })
  const asked = records.filter((record) => record.levels.some((level) => answersIn(level.when).length > 0))
  it.each(asked.map((record) => [record.id, record] as const))('%s is raised by its question', (id, record) => {
    const yes = Object.fromEntries(
      record.levels.flatMap((level) => answersIn(level.when)).map((one) => [one, 'yes' as const]),
    )
    expect(flagIds(screen({ ...base, answers: { ...base.answers, ...yes } }, clinic))).toContain(id)
  })
  it('blocks everything for a condition that nobody knows', () => {
    const found = screen({ ...base, medicines: [{ id: 'dr-99' }] }, clinic)
    expect(found.flags[0]).toMatchObject({
      id: 'dr-99',
      action: 'BLOCK_REGION',
      effects: [{ kind: 'block', where: 'everywhere' }],
    })
  })
})

describe('questionsWithPlace', () => {
  it('names what is somewhere, and nothing that is everywhere', () => {
    const ids = questionsWithPlace(clinic)
    for (const id of ['operation-recent', 'device', 'ci-18', 'dr-14']) expect(ids).toContain(id)
    for (const id of ['fever', 'anticoagulant', 'ci-26']) expect(ids).not.toContain(id)
  })
})

describe('withStanding', () => {
  const stopped: SafetyAsked = { ...base, answers: { ...base.answers, 'weak-limb': 'yes' } }
  const flag = screen(stopped, clinic).flags[0]!
  const stop = { flag, atMs: 1000 }
  const today = screen(base, clinic)

  it('keeps a referral although the answer is no today', () => {
    expect(today.kind).toBe('clear')
    const found = withStanding(today, standingStops([stop], []), clinic)
    expect(found).toMatchObject({ kind: 'refer', within: 'today' })
    expect(mayPlan(found)).toBe(false)
  })
  it('lets it go when a clinician has cleared it since, with a reason', () => {
    const clearance = { flag: flag.id, atMs: 2000, by: 'clinician', reason: 'Seen by a neurologist' } as const
    expect(withStanding(today, standingStops([stop], [clearance]), clinic).kind).toBe('clear')
    for (const invalid of [
      { ...clearance, atMs: 500 },
      { ...clearance, reason: ' ' },
      { ...clearance, flag: 'rf-01' },
    ]) {
      expect(withStanding(today, standingStops([stop], [invalid]), clinic).kind).toBe('refer')
    }
  })
  it('does not make an emergency milder', () => {
    const emergency = screen({ ...base, answers: { ...base.answers, thunderclap: 'yes' } }, clinic)
    expect(withStanding(emergency, [stop], clinic).kind).toBe('emergency')
  })
  it('keeps no cautions', () => {
    const caution = screen({ ...base, answers: { ...base.answers, pregnant: 'yes' } }, clinic).flags[0]!
    expect(standingStops([{ flag: caution, atMs: 1 }], [])).toEqual([])
  })
})
