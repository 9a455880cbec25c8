import { describe, expect, it } from 'vitest'
import { rank } from '../../src/service/rank.ts'
import { screen } from '../../src/service/screen.ts'
import { model, rankExample } from '../reference/one-model.ts'

const schema = 'unknot.case/1'

function caseOf(value: Record<string, unknown>) {
  const parsed = model.parseCase({ schema, ...value })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const names = ['desk-headache', 'buttock-leg-numb', 'everywhere', 'palpated']

describe.each(names)('the ranking of %s', (name) => {
  const answer = rankExample(name)

  it('holds every source that the knowledge has, on each of its sides, once', () => {
    const { muscles, otherSources } = model.knowledge
    const both = (id: string) => [`${id} left`, `${id} right`]
    const wanted = [
      ...muscles.flatMap(({ parts }) => parts.flatMap((part) => part.triggerPoints.flatMap(({ id }) => both(id)))),
      ...otherSources.flatMap(({ id, sided }) => (sided ? both(id) : [`${id} null`])),
    ]
    expect(answer.sources.map(({ id, side }) => `${id} ${side}`).sort()).toEqual(wanted.sort())
  })

  it('has the highest probability first, all of them shares, and reasons at painted places', () => {
    const given = answer.sources.map((source) => source.probability)
    expect(given).toEqual([...given].sort((a, b) => b - a))
    for (const { probability, because } of answer.sources) {
      expect(probability >= 0 && probability <= 1).toBe(true)
      for (const { weight } of because) expect(weight > 0 && weight <= 1).toBe(true)
    }
    expect(answer.unexplained >= 0 && answer.unexplained <= 1).toBe(true)
  })

  it('says muscle and part of a trigger point, and neither of another source', () => {
    for (const { id, kind, muscle, part } of answer.sources) {
      if (kind !== 'trigger-point') expect([muscle, part]).toEqual([null, null])
      else expect(id).toMatch(new RegExp(`^${[muscle, part].filter((one) => one !== null).join('\\.')}\\.\\d+$`))
    }
  })

  it('is the same again', () => {
    expect(rankExample(name)).toEqual(answer)
  })

  it('carries the screening of the same case, with when to be seen where it refers', () => {
    for (const flag of answer.screening.flags) {
      expect(flag.within === undefined || ['now', 'today', 'weeks'].includes(flag.within)).toBe(true)
    }
    const { kind, flags } = answer.screening
    if (kind === 'refer' || kind === 'emergency') expect(flags[0]?.within).toBeDefined()
  })
})

describe('a drawing', () => {
  const look = { intensity: 6, quality: ['aching'] }
  const stroke = { region: 'temple', side: 'right', ...look }
  const painted = { schema: 'unknot.drawing/1', body: model.edition.body, strokes: [stroke] }

  it('of a whole region ranks like its name, only more surely', () => {
    const named = rank(model, caseOf({ pain: [{ ...stroke, share: 1 }] }))
    const drawn = rank(model, caseOf({ painted }))
    expect(drawn.sources[0]!.id).toBe(named.sources[0]!.id)
    const gap = drawn.sources[0]!.probability - named.sources[0]!.probability
    expect(gap).toBeGreaterThanOrEqual(0)
    expect(gap).toBeLessThan(0.15)
  })

  it('stands beside named places: both hurt', () => {
    const both = rank(model, caseOf({ painted, pain: [{ region: 'heel', side: 'left', intensity: 6 }] }))
    const regions = new Set(both.sources.flatMap((source) => source.because.map((place) => place.region)))
    expect([...regions]).toEqual(expect.arrayContaining(['temple', 'heel']))
  })

  it('that is empty leaves every source at its prior, with nothing to explain', () => {
    const blank = rank(model, caseOf({ painted: { ...painted, strokes: [] } }))
    expect(blank.pattern).toBe('none')
    expect(blank.unexplained).toBe(0)
    expect(blank).toEqual(rank(model, caseOf({ pain: [] })))
  })

  it('alarms like the named places: a painted chest is screened', () => {
    const chest = [
      { region: 'sternum', side: null, intensity: 8, quality: ['tight'] },
      { region: 'upper-arm-inner', side: 'left', intensity: 5, quality: [] },
      { region: 'jaw-angle', side: 'left', intensity: 3, quality: [] },
    ]
    const about = { person: { ageYears: 58 }, history: { onset: 'sudden', durationDays: 0 } }
    expect(screen(model, caseOf({ ...about, painted: { ...painted, strokes: chest } })).kind).toBe('emergency')
  })
})

describe('a case that is said twice', () => {
  it('by ten thousand equal findings is ranked, and no finding is certainty', () => {
    const finding = { muscle: 'trapezius', part: 'upper', side: 'right', familiarPain: true }
    const pain = [{ region: 'temple', side: 'right' }]
    const once = rank(model, caseOf({ pain, findings: [finding] }))
    const often = rank(model, caseOf({ pain, findings: Array(10_000).fill(finding) }))
    for (const { probability } of often.sources) expect(Number.isFinite(probability) && probability < 1).toBe(true)
    expect(often.sources[0]!.muscle).toBe(once.sources[0]!.muscle)
  })

  it('by the same place twice hurts no wider', () => {
    const place = { region: 'neck-angle', side: 'left', share: 0.5 }
    const once = rank(model, caseOf({ pain: [place] }))
    const twice = rank(model, caseOf({ pain: [place, place] }))
    expect(twice.sources.map((source) => source.id)).toEqual(once.sources.map((source) => source.id))
    expect(twice.unexplained).toBeCloseTo(once.unexplained, 5)
  })
})
