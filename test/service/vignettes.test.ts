/**
 * People of whom a clinician asks first: "and what does it do with this one?" Each goes the whole way, from the drawing
 * and the answers ("no" to all that is not named) to the decision and to what may be pressed. The table is in
 * docs/model/safety.md.
 */
import { describe, expect, it } from 'vitest'
import { mayPlan } from '../../src/core/safety/screening.ts'
import { planCourse, rankCourse, spotPermission } from '../../src/service/care-case.ts'
import { model } from '../reference/one-model.ts'
import { courseOfSomebody, paintOf, type Somebody } from './one-course.ts'

type Vignette = Somebody & {
  readonly is: 'clear' | 'caution' | 'refer' | 'emergency'
  readonly within?: 'today' | 'weeks'
  readonly flag?: string
  readonly blocked?: readonly (readonly [point: string, side: 'left' | 'right'])[]
  readonly free?: readonly (readonly [point: string, side: 'left' | 'right'])[]
  readonly capped?: readonly (readonly [point: string, side: 'left' | 'right', discomfort: number])[]
}

const scapula = {
  kind: 'places-named',
  question: 'skin-change-here',
  places: [{ region: 'scapula', side: 'right' }],
} as const

const vignettes: Readonly<Record<string, Vignette>> = {
  'a swollen calf after a flight': {
    ageYears: 44,
    sex: 'female',
    drawn: [['calf-upper', 'left']],
    history: { onset: 'sudden', durationDays: 3 },
    yes: ['limb-swelling', 'clot-risk'],
    is: 'refer',
    within: 'today',
    flag: 'rf-13',
  },
  'a calf after a flight without swelling': {
    ageYears: 44,
    sex: 'female',
    drawn: [['calf-upper', 'left']],
    history: { durationDays: 3 },
    yes: ['clot-risk'],
    is: 'caution',
    flag: 'rf-13',
    blocked: [['soleus.1', 'left']],
  },
  'low back, not sure about the saddle': {
    ageYears: 39,
    sex: 'male',
    drawn: [['low-back', 'left']],
    unsure: ['saddle-numbness'],
    is: 'emergency',
    flag: 'rf-01',
  },
  'low back and a saddle painted numb, every answer no': {
    ageYears: 39,
    sex: 'male',
    drawn: [
      ['low-back', 'left'],
      ['perineum', null, 'numb'],
    ],
    is: 'emergency',
    flag: 'rf-01',
  },
  'a temple at 72, every answer no': {
    ageYears: 72,
    sex: 'female',
    drawn: [['temple', 'right']],
    history: { durationDays: 14 },
    is: 'caution',
    flag: 'rf-16',
    capped: [['temporalis.anterior.1', 'right', 3]],
  },
  'a temple at 72, combing hurts': {
    ageYears: 72,
    sex: 'female',
    drawn: [['temple', 'right']],
    history: { durationDays: 14 },
    yes: ['scalp-tender'],
    is: 'refer',
    within: 'today',
    flag: 'rf-16',
  },
  'pressure in the chest with effort for months, left arm': {
    ageYears: 61,
    sex: 'male',
    drawn: [
      ['sternum', null],
      ['upper-arm-inner', 'left'],
    ],
    history: { durationDays: 120 },
    yes: ['chest-pressure'],
    is: 'emergency',
    flag: 'rf-09',
  },
  'jaw, left arm and upper back since today, every answer no': {
    ageYears: 61,
    sex: 'female',
    history: { onset: 'sudden', durationDays: 0 },
    drawn: [
      ['jaw-angle', 'left'],
      ['upper-arm-inner', 'left'],
      ['interscapular', 'left'],
    ],
    is: 'refer',
    within: 'today',
    flag: 'rf-09',
  },
  'apixaban, ticked, and a buttock': {
    ageYears: 70,
    sex: 'male',
    drawn: [['buttock-upper', 'right']],
    ticked: ['dr-01'],
    is: 'caution',
    flag: 'dr-01',
    capped: [
      ['gluteus-medius.1', 'right', 4],
      ['piriformis.1', 'right', 4],
    ],
  },
  'the same alone: deep sites are not for them': {
    setting: 'self',
    ageYears: 70,
    sex: 'male',
    drawn: [['buttock-upper', 'right']],
    ticked: ['dr-01'],
    is: 'caution',
    flag: 'dr-01',
    blocked: [['piriformis.1', 'right']],
  },
  '34 weeks pregnant, low back': {
    ageYears: 31,
    sex: 'female',
    drawn: [
      ['low-back', 'left'],
      ['sacroiliac', 'left'],
    ],
    ticked: ['pg-01'],
    is: 'caution',
    flag: 'pg-04',
    blocked: [
      ['soleus.1', 'left'],
      ['adductor-longus.1', 'left'],
    ],
    capped: [['gluteus-medius.1', 'left', 4]],
  },
  'pregnant with headache and flashes': {
    ageYears: 31,
    sex: 'female',
    drawn: [['forehead', 'left']],
    ticked: ['pg-01'],
    yes: ['pregnancy-warning'],
    is: 'refer',
    within: 'today',
    flag: 'pg-03',
  },
  'thin bones and ribs at 74': {
    ageYears: 74,
    sex: 'female',
    drawn: [
      ['interscapular', 'left'],
      ['rib-margin', 'left'],
    ],
    ticked: ['ci-15'],
    is: 'caution',
    flag: 'ci-15',
    capped: [['rhomboids.major.1', 'left', 4]],
  },
  'thin bones, the middle of the back since two days': {
    ageYears: 74,
    sex: 'female',
    drawn: [['mid-back', 'left']],
    history: { onset: 'sudden', durationDays: 2 },
    ticked: ['ci-15'],
    yes: ['sudden-back-or-shorter'],
    is: 'refer',
    within: 'today',
    flag: 'rf-06',
  },
  'cancer once, and a back that hurts at night': {
    ageYears: 56,
    sex: 'female',
    drawn: [['mid-back', 'left']],
    history: { durationDays: 60 },
    yes: ['cancer-ever', 'night-pain'],
    is: 'refer',
    within: 'today',
    flag: 'rf-02',
  },
  'a sudden pain of the neck unlike any before': {
    ageYears: 36,
    sex: 'female',
    drawn: [['neck-back', 'right']],
    history: { onset: 'sudden', durationDays: 1 },
    yes: ['neck-head-sudden'],
    is: 'caution',
    flag: 'rf-14',
    blocked: [
      ['splenius-capitis.1', 'right'],
      ['trapezius.upper.1', 'right'],
    ],
  },
  'the same with dizziness': {
    ageYears: 36,
    sex: 'female',
    drawn: [['neck-back', 'right']],
    history: { onset: 'sudden', durationDays: 1 },
    yes: ['neck-head-sudden', 'dizzy-sick'],
    is: 'emergency',
    flag: 'rf-14',
  },
  'an infected patch on the right shoulder blade, pain in front': {
    ageYears: 40,
    sex: 'male',
    drawn: [['shoulder-front', 'right']],
    yes: ['skin-change-here'],
    more: [scapula],
    is: 'caution',
    flag: 'ci-04',
    blocked: [['infraspinatus.1', 'right']],
    free: [['infraspinatus.1', 'left']],
  },
  'a loin that hurts suddenly at 68, every answer no': {
    ageYears: 68,
    sex: 'male',
    drawn: [
      ['low-back', 'left'],
      ['flank', 'left'],
    ],
    history: { onset: 'sudden', durationDays: 1 },
    is: 'caution',
    flag: 'rf-11',
    blocked: [['rectus-abdominis.1', 'left']],
  },
  'power of 3 of 5, found while a tender spot was examined': {
    ageYears: 50,
    sex: 'male',
    drawn: [['forearm-back', 'right']],
    is: 'refer',
    within: 'today',
    flag: 'rf-20',
    more: [
      {
        kind: 'measured',
        instrument: 'strength',
        values: { grade: 3, pain: 0 },
        spot: { point: 'extensor-digitorum.1', muscle: 'extensor-digitorum', part: null, side: 'right' },
      },
    ],
  },
}

function spotOf(point: string, side: 'left' | 'right') {
  const found = model.knowledge.muscles
    .flatMap((muscle) => muscle.parts.map((part) => ({ muscle: muscle.id, part })))
    .find(({ part }) => part.triggerPoints.some((one) => one.id === point))
  if (found === undefined) throw new Error(`no point is called ${point}`)
  return { point, muscle: found.muscle, part: found.part.id, side }
}

describe('a hostile clinician asks about', () => {
  it.each(Object.entries(vignettes))('%s', (_, who) => {
    const { course, assessed } = courseOfSomebody(who)
    const { screening } = assessed
    expect(screening).toMatchObject({ kind: who.is, ...(who.within === undefined ? {} : { within: who.within }) })
    if (who.flag !== undefined) expect(screening.flags.map((flag) => flag.id)).toContain(who.flag)
    const levelOf = (point: string, side: 'left' | 'right') => spotPermission(model, spotOf(point, side), assessed)
    for (const [point, side] of who.blocked ?? []) expect(levelOf(point, side).level, point).toBe('blocked')
    for (const [point, side] of who.free ?? []) expect(levelOf(point, side).level, point).not.toBe('blocked')
    for (const [point, side, most] of who.capped ?? []) {
      expect(levelOf(point, side).level, point).not.toBe('blocked')
      expect(levelOf(point, side).limits.discomfortMax, point).toBeLessThanOrEqual(most)
    }
    if (mayPlan(screening)) return
    const plan = planCourse(model, course, assessed, rankCourse(model, course, paintOf(course)), course.lastMs)
    expect(plan.kind).toBe('stopped')
  })
})
