/** What is said beside the drawing: each rule is able to be absent, moves what it names, and cannot count twice. */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { blankCase, type Case } from '../../src/core/pain/case.ts'
import { qualityBits } from '../../src/core/pain/paint.ts'
import { indexEvidence, logOddsOf } from '../../src/core/ranking/evidence.ts'
import { rulesNats } from '../../src/core/ranking/evidence-rules.ts'

const { knowledge, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const blank = logOddsOf(atlas, evidence, blankCase)
const rowOf = (id: string) => atlas.rows.findIndex((row) => row.id === id)
const shift = (id: string, given: Partial<Case>, felt = 0) =>
  logOddsOf(atlas, evidence, { ...blankCase, ...given }, felt)[rowOf(id)]! - blank[rowOf(id)]!
const history = (more: Partial<Case['history']>) => ({ history: { ...blankCase.history, ...more } })

describe('every rule of evidence', () => {
  it.each(evidence.rules.map((rule) => [JSON.stringify(rule.given), rule] as const))(
    '%s names sources that exist',
    (_, rule) => {
      for (const id of rule.ids) expect(rowOf(id)).toBeGreaterThanOrEqual(0)
      for (const kind of rule.kinds) expect(atlas.rows.some((row) => row.sourceKind === kind)).toBe(true)
      if ('answer' in rule.given) {
        const { question } = rule.given.answer
        expect(knowledge.questions.some(({ id }) => id === question)).toBe(true)
      }
      expect(Math.abs(rule.nats)).toBeGreaterThan(0)
    },
  )
})

describe('evidence beside the drawing', () => {
  it('is nothing where nothing is said', () => {
    expect(shift('nerve-root.l5', {})).toBe(0)
    expect(shift('nerve-root.l5', { answers: { 'limb-tingling': 'unsure' } })).toBe(0)
  })

  it('moves roots by start and duration, one way and the other', () => {
    expect(shift('nerve-root.l5', history({ onset: 'sudden' }))).toBeGreaterThan(0)
    expect(shift('nerve-root.l5', history({ onset: 'gradual' }))).toBeLessThan(0)
    expect(shift('nerve-root.l5', history({ durationDays: 9 }))).toBeGreaterThan(0)
    expect(shift('nerve-root.l5', history({ durationDays: 200 }))).toBeLessThan(0)
    expect(shift('nerve-root.l5', history({ durationDays: 60 }))).toBe(0)
  })

  it('counts the strongest answer to one matter, not the number of answers', () => {
    const tests = shift('nerve-root.l5', { answers: { 'nerve-test-positive': 'yes' } })
    const all = {
      'nerve-test-positive': 'yes',
      'limb-tingling': 'yes',
      'numb-skin': 'yes',
      'weak-limb': 'yes',
    } as const
    expect(shift('nerve-root.l5', { answers: all })).toBeCloseTo(tests, 12)
  })

  it('does not say again what the drawing said', () => {
    const answers = { 'limb-tingling': 'yes' } as const
    expect(shift('nerve-root.l5', { answers })).toBeGreaterThan(0.5)
    expect(shift('nerve-root.l5', { answers }, qualityBits(['numb']))).toBe(0)
  })

  it('knows night pain, the heart, sex and a movement that is short', () => {
    expect(shift('bone.tibial-stress', { answers: { 'night-pain': 'yes' } })).toBeGreaterThan(0)
    expect(shift('soleus.1', { answers: { 'night-pain': 'yes' } })).toBeLessThan(0)
    expect(shift('visceral.heart', { answers: { 'chest-pressure': 'yes' } })).toBeGreaterThan(1)
    expect(shift('visceral.uterus-ovary', { person: { sex: 'male' } })).toBeLessThan(-4)
    expect(shift('infraspinatus.1', history({ limited: ['shoulder-internal-rotation'] }))).toBeGreaterThan(0.5)
  })

  it('holds all movements together to sixfold', () => {
    const named = knowledge.movements.map(({ id }) => id)
    const most = Math.log(evidence.weights('movement-most'))
    for (const id of ['infraspinatus.1', 'trapezius.upper.1', 'nerve-root.s1']) {
      expect(shift(id, history({ worseWith: named, betterWith: named, limited: named }))).toBeLessThanOrEqual(
        most + 1e-9,
      )
    }
  })

  it('adds up groups, of each the strongest', () => {
    const source = { id: 'x', sourceKind: 'nerve' }
    const rule = (nats: number, group: string) => ({
      given: { onset: 'sudden' as const },
      kinds: new Set(['nerve']),
      ids: new Set<string>(),
      group,
      unless: 0,
      nats,
    })
    expect(rulesNats([rule(2, 'a'), rule(1, 'a'), rule(-0.5, 'b')], source)).toBeCloseTo(1.5, 12)
  })
})
