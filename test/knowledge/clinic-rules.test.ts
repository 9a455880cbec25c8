/** Each rule of the clinic with a record that breaks it. */
import { describe, expect, it } from 'vitest'
import { backing } from '../../src/knowledge/rules/backing.ts'
import { cautionRegions } from '../../src/knowledge/rules/caution-regions.ts'
import { citations } from '../../src/knowledge/rules/citations.ts'
import { claimWording } from '../../src/knowledge/rules/claim-wording.ts'
import { measures } from '../../src/knowledge/rules/measures.ts'
import { musclePlaces } from '../../src/knowledge/rules/muscle-places.ts'
import { screening } from '../../src/knowledge/rules/screening.ts'
import { actionCode } from '../../src/knowledge/schema/screening.ts'
import { codes } from './only.ts'

const scalenes = (cautions: object[]) => ({
  id: 'scalenes',
  parts: [{ id: 'anterior', clinic: { cautions }, triggerPoints: [] }],
})
const sideOfNeck = {
  id: 'rg-03',
  name: 'Side of the neck',
  touches: { regions: [], muscles: [{ muscle: 'scalenes' }] },
}

describe('caution-regions', () => {
  it('misses a region that a muscle does not name', () => {
    expect(codes(cautionRegions, { muscles: [scalenes([])], cautionRegions: [sideOfNeck] })).toEqual([
      'caution-missing',
    ])
    const named = [{ region: 'rg-03', text: 'Lightly.' }]
    expect(codes(cautionRegions, { muscles: [scalenes(named)], cautionRegions: [sideOfNeck] })).toEqual([])
  })
})

describe('backing', () => {
  it('wants a source or an assumption for a grade, and a source for grade A', () => {
    const nerve = (claim: object) => ({ nerves: [{ id: 'some-nerve', roots: { all: ['C5'], ...claim } }] })
    expect(codes(backing, nerve({ grade: 'B' }))).toEqual(['no-backing'])
    expect(codes(backing, nerve({ grade: 'A', assumption: 'A-X-1' }))).toEqual(['grade-too-good'])
    expect(codes(backing, nerve({ grade: 'A', source: 'moore-2018' }))).toEqual([])
  })
})

describe('citations', () => {
  const good = {
    id: 'doe-2001',
    kind: 'article',
    authors: 'Doe J',
    year: 2001,
    title: 'On things',
    published: 'J Things 1:2-3',
  }
  it('finds a missing volume, a wrong year and a work cited twice', () => {
    expect(codes(citations, { sources: [good] })).toEqual([])
    expect(codes(citations, { sources: [{ ...good, published: 'J Things' }] })).toEqual(['citation'])
    expect(codes(citations, { sources: [{ ...good, year: 1998 }] })).toEqual(['citation'])
    expect(
      codes(citations, {
        sources: [
          { ...good, doi: '10.1000/a' },
          { ...good, id: 'roe-2001', doi: '10.1000/A' },
        ],
      }),
    ).toEqual(['citation'])
  })
})

describe('screening', () => {
  const asks = (more: object = {}) => ({ id: 'faint', forms: ['full'], ifYes: 'caution', ...more })
  const level = (action: string, when: object = { answer: 'faint' }) => ({ when, action, because: 'x', say: 'y' })
  const flag = (...levels: object[]) => ({ redFlags: [{ id: 'rf-01', levels }] })
  const words = actionCode.options.map((code) => ({ id: code, code, say: 'x' }))
  const found = (records: object) => codes(screening, { actions: words, ...records })
  it('has words for every action, once', () => {
    expect(found({ actions: words.slice(1) })).toEqual(['wordless-action'])
    expect(found({ actions: [...words, words[0]] })).toEqual(['wordless-action'])
  })
  it('keeps levels from strict to mild', () => {
    expect(found({ questions: [asks()], ...flag(level('CAUTION'), level('STOP_REFER')) })).toEqual(['level-order'])
  })
  it('asks nothing that changes nothing', () => {
    expect(found({ questions: [asks()] })).toEqual(['idle-question'])
    expect(found({ questions: [asks()], ...flag(level('CAUTION')) })).toEqual([])
  })
  it('wants the time that goes with the outcome', () => {
    expect(found({ questions: [asks({ ifYes: 'refer' })], ...flag(level('STOP_REFER')) })).toEqual(['untimely'])
  })
  it('lets no condition lean on another', () => {
    const conditions = [{ id: 'ci-01', levels: [level('CAUTION', { has: 'ci-02' })] }]
    expect(found({ conditions })).toEqual(['circle'])
  })
})

describe('muscle-places', () => {
  it('misses a part of which nobody says where it is pressed', () => {
    expect(codes(musclePlaces, { muscles: [scalenes([])] })).toEqual(['no-place'])
    const places = [{ id: 'scalenes', places: [{ part: 'anterior', regions: ['neck-side'] }] }]
    expect(codes(musclePlaces, { muscles: [scalenes([])], musclePlaces: places })).toEqual([])
  })
})

describe('measures', () => {
  it('finds a dose outside its range and items of a licensed questionnaire', () => {
    expect(codes(measures, { doses: [{ id: 'hold', value: 100, min: 20, max: 90 }] })).toEqual(['dose-range'])
    expect(codes(measures, { instruments: [{ id: 'om-06', bundled: 'total-only', items: [{}] }] })).toEqual(['licence'])
  })
})

describe('claim-wording', () => {
  const says = (text: string) => codes(claimWording, { faq: [{ id: 'faq-01', text }] })
  it('finds promises and lets honest sentences pass', () => {
    expect(says('You have a trigger point in the neck.')).toEqual(['claim-wording'])
    expect(says('It releases knots and is proven to work.')).toEqual(['claim-wording', 'claim-wording'])
    expect(says('That it causes tender spots is not proven.')).toEqual([])
  })
})
