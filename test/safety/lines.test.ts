/** The lines of the reference against the records; the table of docs/knowledge-review is what this test has read. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { musclePermission, regionPermission } from '../../src/core/safety/permissions.ts'
import { raisedFlags, screen } from '../../src/core/safety/screen.ts'
import { withinOfAction } from '../../src/core/safety/screening.ts'
import type { Condition, Effect } from '../../src/knowledge/schema/screening.ts'
import { clinic, everyMuscle, harmless, noToTheRest } from './clinic.ts'
import { deviations, logic, redFlagLines } from './lines.ts'

const rows = Object.entries(redFlagLines).flatMap(([id, lines]) => lines.map((line) => [id, ...line] as const))

describe('the red flags of the reference', () => {
  it.each(rows)('%s: %s', (id, _, asked, is) => {
    expect(raisedFlags(asked, clinic).find((flag) => flag.id === id)?.action).toBe(is)
  })
  it('have a line for every action of every record', () => {
    const lines = Object.entries(redFlagLines).map(([id, of]) => [id, [...new Set(of.map((line) => line[2]))].sort()])
    const records = clinic.redFlags.map(({ id, levels }) => [id, [...new Set(levels.map((one) => one.action))].sort()])
    expect(lines).toEqual(records)
  })
})

const strictness = { allowed: 0, light: 1, blocked: 2 } as const

/** What the effect asks for at least, for somebody in this setting. */
function least(effect: Effect, setting: 'self' | 'clinic'): 0 | 1 | 2 {
  if (effect.kind === 'block' || (effect.kind === 'clinician-only' && setting === 'self')) return 2
  return effect.kind === 'limit' ? 0 : 1
}

describe('the places that need care', () => {
  const settings = ['clinic', 'self'] as const
  it.each(clinic.cautionRegions.flatMap((one) => settings.map((setting) => [one.id, setting, one] as const)))(
    '%s, %s: each of its effects reaches the places and muscles that it names',
    (_, setting, region) => {
      const asked = noToTheRest({ ...harmless, setting })
      const found = screen(asked, clinic)
      for (const effect of setting === 'clinic' ? region.clinician : [...region.clinician, ...region.self]) {
        if (typeof effect.where === 'string') continue
        const permissions = [
          ...(effect.where.regions ?? []).map((one) =>
            regionPermission({ region: one, side: 'left' }, asked, found, everyMuscle),
          ),
          ...(effect.where.muscles ?? []).map(({ muscle, part }) =>
            musclePermission({ muscle, part: part ?? null, side: 'left' }, asked, found, everyMuscle),
          ),
        ]
        expect(permissions.length).toBeGreaterThan(0)
        for (const { level, limits } of permissions) {
          expect(strictness[level]).toBeGreaterThanOrEqual(least(effect, setting))
          expect(limits.discomfortMax).toBeLessThanOrEqual(effect.discomfortMax ?? 10)
          expect(limits.holdMaxS).toBeLessThanOrEqual(effect.holdMaxS ?? 300)
          expect(limits.toolsOff).toEqual(expect.arrayContaining(effect.toolsOff ?? []))
          expect(limits.positionsOff).toEqual(expect.arrayContaining(effect.positionsOff ?? []))
        }
      }
    },
  )
})

describe('docs/knowledge-review/screening-lines.md', () => {
  it('is what these tests have read; `npx vitest run test/safety/lines.test.ts -u` writes it anew', async () => {
    const path = fileURLToPath(new URL('../../docs/knowledge-review/screening-lines.md', import.meta.url))
    await expect(table()).toMatchFileSnapshot(path)
  })
})

function table(): string {
  const conditions = [...clinic.conditions, ...clinic.medicines, ...clinic.pregnancy]
  return `${[
    '# The safety screen, line by line',
    '',
    'Made by `test/safety/lines.test.ts`, which tests every row of the first table with the person it describes. Both sides of',
    'every threshold, "not sure", unknown facts, open answers, sex "other" and sides that nobody told are tested for every way',
    'into every record by `test/safety/every-rule.test.ts`; named and painted places alike by `test/safety/pictures.test.ts`.',
    'A record or an action without a row fails.',
    '',
    '## 4.0 Actions and logic',
    '',
    '| line of the reference | where | test |',
    '| --- | --- | --- |',
    ...logic.map((line) => `| ${line.join(' | ')} |`),
    '',
    '## 4.1 Red flags',
    '',
    '| record | line of the reference | action | within |',
    '| --- | --- | --- | --- |',
    ...rows.map(([id, said, , is]) => `| ${id.toUpperCase()} | ${said} | \`${is}\` | ${withinOfAction(is) ?? ''} |`),
    '',
    '## 4.2 to 4.4 Conditions, medicines, pregnancy',
    '',
    '| record | what | action | what it changes |',
    '| --- | --- | --- | --- |',
    ...conditions.flatMap(levelLines),
    '',
    '## 4.5 Regions',
    '',
    '| record | where | a clinician | somebody alone, besides |',
    '| --- | --- | --- | --- |',
    ...clinic.cautionRegions.map(
      ({ id, name, clinician, self }) => `| ${id.toUpperCase()} | ${name} | ${words(clinician)} | ${words(self)} |`,
    ),
    '',
    '## Where the records say something else than the reference',
    '',
    ...deviations.map(([id, why]) => `- **${id}**: ${why}.`),
  ].join('\n')}\n`
}

function levelLines({ id, name, levels }: Condition): string[] {
  return levels.map(({ action, inClinic, effects = [] }) => {
    const where = inClinic === undefined ? '' : ` (clinic \`${inClinic}\`)`
    return `| ${id.toUpperCase()} | ${name} | \`${action}\`${where} | ${words(effects)} |`
  })
}

/** Effects of one kind and strength once, however many places they name. */
function words(effects: readonly Effect[]): string {
  return [...new Set(effects.map(wordsOf))].join('; ')
}

function wordsOf({
  kind,
  where,
  discomfortMax,
  holdMaxS,
  pointsMax,
  toolsOff,
  techniquesOff,
  positionsOff,
}: Effect): string {
  const limits = [
    ...(discomfortMax === undefined ? [] : [`${discomfortMax} of 10`]),
    ...(holdMaxS === undefined ? [] : [`${holdMaxS} s`]),
    ...(pointsMax === undefined ? [] : [`${pointsMax} points`]),
    ...[...(toolsOff ?? []), ...(techniquesOff ?? []), ...(positionsOff ?? [])].map((one) => `no ${one}`),
  ]
  const place = typeof where === 'string' ? ` ${where}` : ''
  return `${kind}${place}${limits.length === 0 ? '' : `: ${limits.join(', ')}`}`
}
