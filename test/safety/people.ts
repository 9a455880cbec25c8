/** Made-up people for the laws of safety and plan. */
import fc from 'fast-check'
import type { Answer, SafetyAsked } from '../../src/core/safety/asked.ts'
import { clinic } from './clinic.ts'

export const questionIds: readonly string[] = clinic.questions.map((question) => question.id)
export const conditionIds: readonly string[] = [...clinic.conditions, ...clinic.medicines, ...clinic.pregnancy].map(
  (one) => one.id,
)
const answer = fc.constantFrom<Answer>('yes', 'no', 'unsure')
const qualities = ['aching', 'sharp', 'burning', 'tingling', 'numb', 'stabbing', 'throbbing', 'tight', 'electric']
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

export const place = fc.constantFrom(...clinic.regions).chain((region) =>
  fc.record({
    region: fc.constant(region.id),
    side: region.sided ? fc.constantFrom('left' as const, 'right' as const) : fc.constant(null),
    intensity: maybe(fc.integer({ min: 0, max: 10 })),
    quality: maybe(fc.uniqueArray(fc.constantFrom(...qualities), { maxLength: 3 })),
  }),
)

/** Mostly "no", as in life, so that single answers get to decide. */
const mostlyNo = fc.oneof({ weight: 8, arbitrary: fc.constant<Answer>('no') }, { weight: 1, arbitrary: answer })
const answers = fc
  .array(fc.tuple(fc.constantFrom(...questionIds), mostlyNo), { maxLength: 60 })
  .map((pairs): Record<string, Answer> => Object.fromEntries(pairs))

export const person: fc.Arbitrary<SafetyAsked> = fc.record({
  person: maybe(
    fc.record({
      ageYears: maybe(fc.integer({ min: 5, max: 99 })),
      sex: maybe(fc.constantFrom('female' as const, 'male' as const, 'other' as const)),
    }),
  ),
  pain: fc.array(place, { minLength: 1, maxLength: 12 }),
  history: maybe(
    fc.record({
      onset: maybe(fc.constantFrom('gradual' as const, 'sudden' as const, 'injury' as const)),
      durationDays: maybe(fc.integer({ min: 0, max: 900 })),
      factors: maybe(
        fc.uniqueArray(fc.constantFrom('overuse', 'stress', 'poor-sleep', 'posture', 'illness'), { maxLength: 3 }),
      ),
    }),
  ),
  answers,
  setting: fc.constantFrom('self' as const, 'clinic' as const),
  form: fc.constantFrom('full' as const, 'short' as const),
})
