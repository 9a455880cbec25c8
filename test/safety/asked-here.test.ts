/** Questions that the next steps put: their answers count in the screen, and a rough answer is never milder than an exact one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankCase, type Case } from '../../src/core/pain/case.ts'
import type { Quality } from '../../src/core/pain/paint.ts'
import { durations, enter, entryOf, feelings } from '../../src/core/ranking/answers.ts'
import { screen } from '../../src/core/safety/screen.ts'
import { actions } from '../../src/core/safety/screening.ts'
import { rankPaint } from '../../src/service/rank.ts'
import { screen as screenCase } from '../../src/service/screen.ts'
import { model } from '../reference/one-model.ts'
import { clinic } from './clinic.ts'
import { person } from './people.ts'

const pain = (side: 'left' | 'right' | null, ...regions: string[]): Case => ({
  ...blankCase,
  pain: regions.map((region) => ({ region, side, intensity: 5, share: 1, quality: [] })),
})
const leg = pain('right', 'buttock-upper', 'buttock-lower', 'hip-side', 'thigh-side-upper', 'leg-outer')
const face = pain('left', 'cheek', 'upper-teeth', 'jaw-angle')
const flank = pain('left', 'flank', 'low-back')

type Flags = { readonly flags: readonly { readonly action: string }[] }
const rankOf = ({ flags }: Flags) =>
  flags[0] === undefined ? -1 : actions.findIndex((action) => action === flags[0]!.action)
const offered = (given: Case, setting: 'self' | 'clinic', skipped: ReadonlySet<string> = new Set()) =>
  rankPaint(model, given, null, undefined, null, { setting, skipped }).answer.steps
const strictness = (given: Case) => rankOf(screenCase(model, given))

/** Every question of the screen that is offered once all that is worth more has been put aside. */
function screenSteps(given: Case, setting: 'self' | 'clinic') {
  const skipped = new Set<string>()
  const found = new Map<string, ReturnType<typeof offered>[number]>()
  for (let round = 0; round < 7; round++) {
    for (const step of offered(given, setting, skipped)) {
      skipped.add(step.key)
      if (step.kind !== 'palpate' && step.subject.about === 'answer') found.set(step.subject.question, step)
    }
  }
  return found
}

describe('a question of the screen among the next steps', () => {
  it.each([
    ['leg', leg],
    ['face', face],
    ['flank', flank],
  ] as const)('matters there, and its answer counts there, unsure as yes: %s', (_, given) => {
    const steps = screenSteps(given, 'self')
    expect(steps.size).toBeGreaterThan(0)
    const open = screenCase(model, given).unanswered
    for (const [question, step] of steps) {
      expect(open).toContain(question)
      expect(step.choices.map(({ answer }) => answer)).toEqual(['yes', 'no', 'unsure'])
      const [yes, no, unsure] = step.choices.map(({ into }) => enter(given, into))
      expect(yes!.answers[question]).toBe('yes')
      expect(strictness(unsure!)).toBe(strictness(yes!))
      expect(strictness(yes!)).toBeGreaterThanOrEqual(strictness(no!))
      expect(strictness(yes!)).toBeGreaterThanOrEqual(strictness(given))
      for (const answered of [yes!, no!, unsure!]) {
        expect(screenCase(model, answered).unanswered).not.toContain(question)
        expect(screenSteps(answered, 'self').has(question)).toBe(false)
      }
    }
  })

  it('is one for the therapist only in the clinic', () => {
    expect(screenSteps(leg, 'self').has('nerve-test-positive')).toBe(false)
    expect(screenSteps(leg, 'clinic').has('nerve-test-positive')).toBe(true)
  })

  it('leaves the screen its own order', () => {
    const [step] = [...screenSteps(leg, 'self').values()]
    const before = screenCase(model, leg).unanswered
    const after = screenCase(model, enter(leg, step!.choices[1]!.into)).unanswered
    expect(after).toEqual(before.filter((id) => after.includes(id)))
  })
})

describe('a rough answer', () => {
  const stretches = { days: [0, 2], weeks: [3, 41], months: [43, 89], longer: [90, 900] } as const
  it.each(Object.entries(stretches))('about how long (%s) is never milder than the exact day', (name, [from, to]) => {
    fc.assert(
      fc.property(person, fc.integer({ min: from, max: to }), (asked, day) => {
        const lasting = (durationDays: number) =>
          rankOf(screen({ ...asked, history: { ...asked.history, durationDays } }, clinic))
        expect(lasting(durations[name as keyof typeof durations])).toBeGreaterThanOrEqual(lasting(day))
      }),
      { numRuns: 500 },
    )
  })

  it('about the feeling lowers nothing, and raises what needs that feeling', () => {
    const saddle = pain(null, 'perineum')
    for (const given of [leg, face, flank, saddle]) {
      for (const feeling of Object.keys(feelings)) {
        const told = enter(given, entryOf({ about: 'quality' }, feeling))
        expect(strictness(told)).toBeGreaterThanOrEqual(strictness(given))
        const painted = {
          ...given,
          pain: given.pain.map((one) => ({ ...one, quality: told.history.quality as Quality[] })),
        }
        expect(strictness(told)).toBe(strictness(painted))
      }
    }
  })
})
