/** What a sensible answer to each example of the outside contract looks like, as ranges: examples/README there. */
import { describe, expect, it } from 'vitest'
import { type RankingAnswer, rank } from '../../src/service/rank.ts'
import { bestOf, exampleText, model, rankExample } from './one-model.ts'

const likely = (answer: RankingAnswer, from: number) => answer.sources.filter((source) => source.probability > from)

describe('desk-headache: one-sided ache of neck and temple', () => {
  const answer = rankExample('desk-headache')

  it('puts the upper trapezius of that side first, with what a map can and cannot say', () => {
    expect(answer.sources[0]).toMatchObject({ muscle: 'trapezius', part: 'upper', side: 'right' })
    expect(answer.sources[0]!.probability).toBeGreaterThan(0.35)
    expect(answer.sources[0]!.probability).toBeLessThanOrEqual(0.9)
    expect(answer.pattern).toBe('focal')
  })

  it.each([
    [12, ['suboccipitals']],
    [15, ['splenius-cervicis', 'splenius-capitis']],
    [25, ['temporalis']],
    [20, ['facet.c2-3']],
  ])('holds within the first %i: %s', (within, names) => {
    expect(Math.min(...names.map((name) => bestOf(answer, name, 'right').rank))).toBeLessThanOrEqual(within)
  })

  it('names nothing of the other side', () => {
    for (const source of likely(answer, 0.05)) expect(source.side).not.toBe('left')
  })

  it('explains nearly all of it, by the places it was drawn at', () => {
    expect(answer.unexplained).toBeLessThan(0.3)
    const regions = answer.sources[0]!.because.map((place) => place.region)
    expect(regions).toEqual(expect.arrayContaining(['temple', 'neck-angle']))
  })

  it('is no reason to stop: clear or caution with open questions', () => {
    expect(['clear', 'caution']).toContain(answer.screening.kind)
    expect(answer.screening.unanswered.length).toBeGreaterThan(0)
  })
})

describe('palpated: the same after the hands', () => {
  const before = rankExample('desk-headache')
  const after = rankExample('palpated')

  it('raises the upper trapezius: one of its points nearly surely, the first of them above 0.6', () => {
    expect(after.sources[0]).toMatchObject({ muscle: 'trapezius', part: 'upper', side: 'right' })
    const { probability } = bestOf(after, 'trapezius.upper', 'right')
    expect(probability).toBeGreaterThan(0.6)
    const upper = after.sources.filter(({ id, side }) => id.startsWith('trapezius.upper.') && side === 'right')
    expect(upper.reduce((sum, source) => sum + source.probability, 0)).toBeGreaterThan(0.85)
    expect(probability).toBeGreaterThan(bestOf(before, 'trapezius.upper', 'right').probability)
  })

  it('lowers the suboccipitals', () => {
    const { probability } = bestOf(before, 'suboccipitals', 'right')
    expect(bestOf(after, 'suboccipitals', 'right').probability).toBeLessThan(probability / 4)
  })

  it('asks no more for what has been felt', () => {
    const felt = after.next.filter((step) => /^(trapezius\.upper|suboccipitals)\./.test(step.id))
    expect(felt.filter((step) => step.side === 'right')).toEqual([])
    expect(after.next.length).toBeGreaterThan(0)
  })
})

describe('shoulder-front: deep in front of the shoulder and down the outer arm', () => {
  const answer = rankExample('shoulder-front')

  it('finds infraspinatus near the top although it lies behind', () => {
    expect(bestOf(answer, 'infraspinatus', 'left').rank).toBeLessThanOrEqual(3)
  })

  it('has the rotator cuff tendon among the rivals', () => {
    expect(bestOf(answer, 'tendon.rotator-cuff', 'left').rank).toBeLessThanOrEqual(20)
  })
})

describe('buttock-leg, and the same with numbness and a sudden start', () => {
  const aching = rankExample('buttock-leg')
  const numb = rankExample('buttock-leg-numb')

  it('finds gluteus minimus high, with the L5 and S1 roots near the top and named as easily confused', () => {
    expect(bestOf(aching, 'gluteus-minimus', 'right').rank).toBeLessThanOrEqual(3)
    expect(bestOf(aching, 'nerve-root.l5', 'right').rank).toBeLessThanOrEqual(6)
    const confused = aching.sources.slice(0, 6).flatMap(({ confusedWith }) => confusedWith?.id ?? [])
    expect(confused).toContain('nerve-root.l5')
    expect(bestOf(aching, 'nerve-root.s1', 'right').rank).toBeLessThanOrEqual(6)
    const sacral = aching.sources.find(({ id, side }) => id === 'nerve-root.s1' && side === 'right')!
    expect(sacral.confusedWith).toEqual({ id: 'nerve-root.l5', side: 'right' })
    expect(sacral.because.length).toBeGreaterThan(0)
  })

  it('moves the roots up when it is numb', () => {
    const before = bestOf(aching, 'nerve-root.l5', 'right')
    const after = bestOf(numb, 'nerve-root.l5', 'right')
    expect(after.rank).toBeLessThanOrEqual(before.rank)
    expect(after.probability).toBeGreaterThan(before.probability + 0.1)
    expect(bestOf(numb, 'gluteus-minimus', 'right').probability).toBeLessThan(
      bestOf(aching, 'gluteus-minimus', 'right').probability,
    )
  })

  it('never tells somebody with a numb leg that all is clear', () => {
    expect(['caution', 'refer', 'emergency']).toContain(numb.screening.kind)
  })
})

describe('chest-left-arm: pressing chest, left arm and jaw, 58 years, sudden', () => {
  const answer = rankExample('chest-left-arm')

  it('is an emergency now, whatever muscle fits', () => {
    expect(answer.screening.kind).toBe('emergency')
    expect(answer.screening.flags[0]).toMatchObject({ within: 'now' })
    expect(answer.screening.whatToDo.length).toBeGreaterThan(0)
  })

  it('stays one when every question is answered with no and a muscle is found', () => {
    const given = JSON.parse(exampleText('chest-left-arm'))
    const answers = Object.fromEntries(model.knowledge.questions.map((question) => [question.id, 'no']))
    const found = { muscle: 'pectoralis-major', part: 'sternal', side: 'left', familiarPain: true, referredPain: true }
    const parsed = model.parseCase({ ...given, answers, findings: [found] })
    expect(parsed.ok ? rank(model, parsed.value).screening.kind : parsed.problems).toBe('emergency')
  })
})

describe('everywhere: half of all regions', () => {
  const answer = rankExample('everywhere')

  it('is widespread, and no list of forty muscles', () => {
    expect(answer.pattern).toBe('widespread')
    expect(answer.sources[0]!.id).toBe('general.widespread-pain')
    expect(likely(answer, 0.5).filter((source) => source.kind === 'trigger-point').length).toBeLessThanOrEqual(4)
  })
})

describe('heel: first steps in the morning', () => {
  const answer = rankExample('heel')

  it.each([
    ['tendon.plantar-fascia', 5],
    ['soleus', 12],
    ['quadratus-plantae', 12],
    ['gastrocnemius', 12],
  ])('holds %s within the first %i', (name, within) => {
    expect(bestOf(answer, name, 'left').rank).toBeLessThanOrEqual(within)
  })
})
