/** Builders for the tests of safety: the clinic's own records, and people made up. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Answer, SafetyAsked } from '../../src/core/safety/asked.ts'
import type { PermissionKnowledge } from '../../src/core/safety/permissions.ts'
import { relevantQuestions } from '../../src/core/safety/relevant-questions.ts'
import { type KindName, kinds, propertyOf } from '../../src/knowledge/kinds.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'

const clinicKinds = [
  'regions',
  'muscles',
  'actions',
  'questions',
  'red-flags',
  'conditions',
  'medicines',
  'pregnancy',
  'caution-regions',
  'muscle-places',
  'emergency-numbers',
  'techniques',
  'tools',
  'doses',
  'instruments',
  'factors',
  'chains',
] as const satisfies readonly KindName[]

const folder = fileURLToPath(new URL('../../knowledge', import.meta.url))

/** Only the kinds of the clinic, so that these tests do not wait for other records. */
export const clinic: Knowledge = Object.fromEntries(
  clinicKinds.map((kind) => [
    propertyOf(kind),
    readdirSync(`${folder}/${kind}`)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => kinds[kind].parse(JSON.parse(readFileSync(`${folder}/${kind}/${name}`, 'utf8')))),
  ]),
) as unknown as Knowledge

/** Every muscle with a record that allows self-care, so that only the rules of safety decide. */
export const everyMuscle: PermissionKnowledge = {
  ...clinic,
  muscles: clinic.musclePlaces.map(({ id, places }) => ({
    id,
    parts: places.map(({ part }) => ({
      id: part,
      clinic: { self: { possible: 'yes', how: 'with a ball' } },
      triggerPoints: [],
    })),
  })) as unknown as PermissionKnowledge['muscles'],
}

/** Somebody of thirty-five with an ache of the forearm for six weeks: no pattern that alarms. */
export const harmless: SafetyAsked = {
  person: { ageYears: 35, sex: 'male' },
  pain: [{ region: 'forearm-back', side: 'right', intensity: 4, quality: ['aching'] }],
  history: { onset: 'gradual', durationDays: 40 },
}

/** The same case with "no" to every question that matters and has no answer yet. */
export function noToTheRest(asked: SafetyAsked): SafetyAsked {
  const answers: Record<string, Answer> = { ...asked.answers }
  for (let round = 0; round < 4; round++) {
    for (const question of relevantQuestions({ ...asked, answers }, clinic)) answers[question.id] ??= 'no'
  }
  return { ...asked, answers }
}

export const flagIds = (screening: { readonly flags: readonly { readonly id: string }[] }): string[] =>
  screening.flags.map((flag) => flag.id)
