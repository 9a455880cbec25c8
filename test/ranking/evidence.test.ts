/** What is said beside the drawing: each rule is able to be absent, moves what it names, and cannot count twice. */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { blankCase, type Case, type Finding } from '../../src/core/pain/case.ts'
import { qualityBits } from '../../src/core/pain/paint.ts'
import { findingGroups, findingNats, indexEvidence, logOddsOf } from '../../src/core/ranking/evidence.ts'
import { rulesNats } from '../../src/core/ranking/evidence-rules.ts'
import { posterior } from '../../src/core/ranking/posterior.ts'
import { rankCase, rankingModel } from '../../src/core/ranking/rank.ts'

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

describe('findings of the hands', () => {
  const { weights } = evidence
  const felt = (more: Partial<Finding>): Finding => ({ muscle: 'infraspinatus', part: null, side: 'right', ...more })
  const signs = ['familiarPain', 'tender', 'referredPain', 'tautBand', 'twitch'] as const
  const nats = (more: Partial<Finding>) => findingNats(weights, felt(more))

  it('count by how well examiners agree: familiar pain most, twitch least, found and not found', () => {
    for (const found of [true, false]) {
      const sizes = signs.map((sign) => Math.abs(nats({ [sign]: found })))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      for (const sign of signs) expect(Math.sign(nats({ [sign]: found }))).toBe(found ? 1 : -1)
    }
  })

  it('count nothing where nothing was tested, and what was tested adds up', () => {
    expect(nats({})).toBe(0)
    const whole = Object.fromEntries(signs.map((sign) => [sign, true]))
    const sum = signs.reduce((total, sign) => total + nats({ [sign]: true }), 0)
    expect(nats(whole)).toBeCloseTo(sum, 12)
  })

  it('of an untrained finger count less in band and twitch and never more, and as much in what the person feels', () => {
    for (const examiner of ['self', 'partner'] as const) {
      for (const sign of signs) {
        const [own, trained] = [nats({ [sign]: true, examiner }), nats({ [sign]: true, examiner: 'clinician' })]
        if (sign === 'tautBand' || sign === 'twitch') {
          expect(own).toBeCloseTo(trained * weights('finding-untrained-band-twitch'), 12)
        } else expect(own).toBe(trained)
      }
    }
    expect(nats({ tautBand: true })).toBe(nats({ tautBand: true, examiner: 'clinician' }))
  })

  // clinical reference 1.3: a loss of range counts three tenths of familiar pain (A-RANK-19)
  it('outweigh a measured loss of movement as the clinical reference has it', () => {
    expect(Math.log(weights('movement-limited')) / nats({ familiarPain: true })).toBeCloseTo(0.3, 2)
  })

  it('of one muscle are one finding: the last', () => {
    const groups = (findings: Finding[]) => findingGroups(atlas, evidence, { ...blankCase, findings }, 1)
    const [first, last] = [felt({ familiarPain: true }), felt({ familiarPain: false })]
    expect(groups([first, first, last])).toEqual(groups([last]))
  })
})

describe('each kind of evidence', () => {
  const { weights } = evidence
  const kinds: readonly [string, Partial<Case>][] = [
    ['onset', history({ onset: 'sudden' })],
    ['duration', history({ durationDays: 9 })],
    ['causes', history({ factors: ['overuse'] })],
    ['no cause', history({ notFactors: ['overuse'] })],
    ['worse with', history({ worseWith: ['walking'] })],
    ['better with', history({ betterWith: [...evidence.movements.keys()] })],
    ['no change', history({ sameWith: ['walking'] })],
    ['limited', history({ limited: ['shoulder-internal-rotation'] })],
    ['measured', { ranges: [{ movement: 'shoulder-internal-rotation', side: 'right', limited: false }] }],
    ['answers', { answers: { 'limb-tingling': 'yes' } }],
    ['age', { person: { ageYears: 8 } }],
    ['sex', { person: { sex: 'male' } }],
  ]
  const odds = (given: Partial<Case>) => logOddsOf(atlas, evidence, { ...blankCase, ...given })

  it.each(kinds)('moves something, is able to be absent: %s', (_, given) => {
    const now = odds(given)
    expect(now.some((value, i) => value !== blank[i])).toBe(true)
    // never beyond what its own records allow
    const most = Math.log(Math.max(100, weights('movement-most')))
    for (const [i, value] of now.entries()) expect(Math.abs(value - blank[i]!)).toBeLessThanOrEqual(most + 1e-9)
  })

  it('rests on a record with a source or an assumption', () => {
    for (const record of knowledge.weights) expect(record.source ?? record.assumption).toBeDefined()
  })

  it('shows nothing above 0.9 while no hand has felt it, whatever is said beside the drawing', () => {
    const model = rankingModel(atlas, evidence)
    const cap = weights('shown-at-most-unpalpated')
    expect(cap).toBe(0.9)
    const given: Case = {
      ...blankCase,
      ...{ person: { ageYears: 52 } },
      pain: ['heel', 'arch'].map((region) => ({
        ...{ region, side: 'left' as const, intensity: 6, share: 1, quality: ['sharp' as const] },
      })),
      history: { ...blankCase.history, onset: 'gradual', durationDays: 200, worseWith: ['standing-long', 'walking'] },
    }
    const { trace } = rankCase(model, given, null)
    expect(Math.max(...posterior(trace.problem, trace.found).marginal)).toBeGreaterThan(cap)
    const told = rankCase(model, given, null).ranked.sources
    expect(told[0]!.probability).toBe(cap)
    const pressed = { muscle: 'soleus', part: null, side: 'left', familiarPain: true } as const
    for (const source of rankCase(model, { ...given, findings: [pressed] }, null).ranked.sources) {
      if (source.muscle !== 'soleus') expect(source.probability).toBeLessThanOrEqual(cap)
    }
  })
})
