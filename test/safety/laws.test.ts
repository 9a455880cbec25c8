/** Laws of the screen over made-up people; each run takes new ones from a printed seed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, SafetyAsked } from '../../src/core/safety/asked.ts'
import { permissions } from '../../src/core/safety/permissions.ts'
import { unansweredQuestions } from '../../src/core/safety/relevant-questions.ts'
import { screen } from '../../src/core/safety/screen.ts'
import { actions, mayPlan, type Screening } from '../../src/core/safety/screening.ts'
import { clinic, everyMuscle } from './clinic.ts'
import { conditionIds, person, questionIds } from './people.ts'

const rank = (screening: Screening): number =>
  screening.kind === 'clear' ? -1 : actions.indexOf(screening.flags[0].action)

const runs = { numRuns: 10_000 }
const fewer = { numRuns: 2_000 }
const withAnswer = (asked: SafetyAsked, id: string, value: Answer): SafetyAsked => ({
  ...asked,
  answers: { ...asked.answers, [id]: value },
})
const oneQuestion = fc.constantFrom(...questionIds)

describe('screen, for ten thousand people each', () => {
  it('unsure is never milder than yes, and never clear', () => {
    fc.assert(
      fc.property(person, oneQuestion, (asked, id) => {
        const yes = screen(withAnswer(asked, id, 'yes'), clinic)
        const unsure = screen(withAnswer(asked, id, 'unsure'), clinic)
        expect(rank(unsure)).toBe(rank(yes))
        expect(unsure.kind).not.toBe('clear')
      }),
      runs,
    )
  })
  it('a yes never lowers anything, against a no or no answer', () => {
    fc.assert(
      fc.property(person, oneQuestion, (asked, id) => {
        const { [id]: _, ...others } = asked.answers ?? {}
        const yes = rank(screen(withAnswer(asked, id, 'yes'), clinic))
        expect(yes).toBeGreaterThanOrEqual(rank(screen(withAnswer(asked, id, 'no'), clinic)))
        expect(yes).toBeGreaterThanOrEqual(rank(screen({ ...asked, answers: others }, clinic)))
      }),
      runs,
    )
  })
  it('a condition or medicine more never lowers anything', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...conditionIds), (asked, id) => {
        const more = screen({ ...asked, conditions: [{ id }] }, clinic)
        expect(rank(more)).toBeGreaterThanOrEqual(rank(screen(asked, clinic)))
        expect(more.kind).not.toBe('clear')
      }),
      fewer,
    )
  })
  it('is clear only if every question that matters is answered with no', () => {
    fc.assert(
      fc.property(person, (asked) => {
        const found = screen(asked, clinic)
        if (found.kind !== 'clear') return
        expect(unansweredQuestions(asked, clinic)).toEqual([])
        expect(Object.values(asked.answers ?? {})).not.toContain('unsure')
      }),
      fewer,
    )
  })
  it('is never clear for somebody whose age nobody knows', () => {
    fc.assert(
      fc.property(person, (asked) => {
        expect(screen({ ...asked, person: undefined }, clinic).kind).not.toBe('clear')
      }),
      fewer,
    )
  })
  it('says what to do whenever it stops', () => {
    fc.assert(
      fc.property(person, (asked) => {
        const found = screen(asked, clinic)
        if (found.kind === 'emergency') expect(found.whatToDo[0]).toContain('emergency number')
        if (found.kind === 'refer') expect(found.whatToDo.length).toBeGreaterThanOrEqual(2)
        for (const flag of found.flags) expect(flag.because.length).toBeGreaterThan(10)
      }),
      fewer,
    )
  })
})

describe('permissions', () => {
  it('never allow more alone than in the clinic, and never anything past a referral', () => {
    fc.assert(
      fc.property(person, (asked) => {
        const of = (setting: 'self' | 'clinic') => {
          const same = { ...asked, setting }
          const found = screen(same, clinic)
          return { found, all: permissions(same, found, everyMuscle) }
        }
        const self = of('self')
        const inClinic = of('clinic')
        if (!mayPlan(self.found)) expect(self.all.every((one) => one.permission.level === 'blocked')).toBe(true)
        if (!mayPlan(self.found) || !mayPlan(inClinic.found)) return
        self.all.forEach((one, index) => {
          const other = inClinic.all[index]!.permission
          expect(one.permission.limits.discomfortMax).toBeLessThanOrEqual(other.limits.discomfortMax)
          expect(one.permission.limits.discomfortMax).toBeLessThanOrEqual(6)
        })
      }),
      { numRuns: 150 },
    )
  })
})
