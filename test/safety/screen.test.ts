import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SafetyAsked } from '../../src/core/safety/asked.ts'
import { isFullScreenDue, relevantQuestions } from '../../src/core/safety/relevant-questions.ts'
import { screen } from '../../src/core/safety/screen.ts'
import { mayPlan } from '../../src/core/safety/screening.ts'
import { clinic, flagIds, harmless, noToTheRest } from './clinic.ts'

const severity = { clear: 0, caution: 1, refer: 2, emergency: 3 } as const

describe('screen, on the worked examples of the reference', () => {
  it('1: neck ache of three weeks with every answer no is clear', () => {
    const asked: SafetyAsked = {
      person: { ageYears: 34, sex: 'female' },
      pain: [{ region: 'neck-back', side: 'right', intensity: 5, quality: ['aching'] }],
      history: { onset: 'gradual', durationDays: 21 },
    }
    expect(screen(asked, clinic).kind).toBe('caution')
    const answered = screen(noToTheRest(asked), clinic)
    expect(answered).toEqual({ kind: 'clear', flags: [], unanswered: [] })
    expect(mayPlan(answered)).toBe(true)
  })

  const temple: SafetyAsked = {
    person: { ageYears: 58 },
    pain: [{ region: 'temple', side: 'left' }],
    history: { durationDays: 14 },
    answers: { 'jaw-chewing-pain': 'yes' },
  }
  it('2: a new temple headache at 58 with pain on chewing is seen the same day, the temple stays blocked', () => {
    const found = screen(temple, clinic)
    expect(found).toMatchObject({ kind: 'refer', within: 'today' })
    expect(found.flags[0]).toMatchObject({ id: 'rf-16', action: 'STOP_SAME_DAY' })
    expect(JSON.stringify(found.flags[0]?.effects)).toContain('temple')
  })
  it('2: with sudden loss of sight it is an emergency', () => {
    const found = screen({ ...temple, answers: { ...temple.answers, 'sudden-vision-loss': 'yes' } }, clinic)
    expect(found.kind).toBe('emergency')
    expect(flagIds(found)).toContain('rf-16')
  })
  it('3: low back pain and no urine since the morning is an emergency that allows no plan', () => {
    const found = screen(
      { pain: [{ region: 'low-back', side: 'left' }], person: { ageYears: 40 }, answers: { 'bladder-change': 'yes' } },
      clinic,
    )
    expect(found).toMatchObject({ kind: 'emergency', within: 'now' })
    expect(found.flags[0]?.id).toBe('rf-01')
    expect(mayPlan(found)).toBe(false)
  })
  it('4: new pain of the mid back at night after breast cancer, unsure about the legs: seen the same day', () => {
    const found = screen(
      {
        person: { ageYears: 45, sex: 'female' },
        pain: [{ region: 'mid-back', side: 'left' }],
        history: { durationDays: 120 },
        answers: { 'cancer-ever': 'yes', 'unsteady-walking': 'unsure' },
      },
      clinic,
    )
    expect(found).toMatchObject({ kind: 'refer', within: 'today' })
    expect(found.flags[0]).toMatchObject({ id: 'rf-02', unsure: true })
  })
  it('6: thirty weeks pregnant with a calf ache and no swelling: places blocked, not stopped', () => {
    const found = screen(
      noToTheRest({
        person: { ageYears: 30, sex: 'female' },
        pain: [{ region: 'calf-upper', side: 'left', quality: ['aching'] }],
        history: { onset: 'gradual', durationDays: 10 },
        answers: { pregnant: 'yes', 'limb-swelling': 'no' },
      }),
      clinic,
    )
    expect(found.kind).toBe('caution')
    expect(flagIds(found)).toEqual(expect.arrayContaining(['pg-04', 'pg-05', 'pg-06', 'rf-13']))
  })
  it('7: both shoulders at 72 with long morning stiffness is referred', () => {
    const found = screen(
      {
        person: { ageYears: 72 },
        pain: [
          { region: 'shoulder-side', side: 'left' },
          { region: 'shoulder-side', side: 'right' },
        ],
        history: { durationDays: 28 },
        answers: { 'shoulders-stiff-morning': 'yes' },
      },
      clinic,
    )
    expect(found).toMatchObject({ kind: 'refer', within: 'weeks' })
    expect(flagIds(found)).toContain('rf-17')
  })
  it('16: swollen thighs and cola-coloured urine after rolling is an emergency', () => {
    const found = screen(
      { pain: [{ region: 'thigh-front-upper', side: 'left' }], answers: { 'dark-urine': 'yes' }, form: 'short' },
      clinic,
    )
    expect(found.kind).toBe('emergency')
    expect(found.flags[0]?.id).toBe('rf-26')
  })
})

describe('screen, by drawing, person and history alone', () => {
  const at = (regions: [string, 'left' | 'right' | null][], more: Partial<SafetyAsked> = {}): SafetyAsked => ({
    person: { ageYears: 45, sex: 'male' },
    pain: regions.map(([region, side]) => ({ region, side })),
    history: { onset: 'gradual', durationDays: 60 },
    ...more,
  })
  const sudden = { history: { onset: 'sudden', durationDays: 0 } } as const
  const chestArm: [string, 'left' | 'right' | null][] = [
    ['sternum', null],
    ['upper-arm-inner', 'left'],
  ]

  it('chest and left arm, sudden, is an emergency', () => {
    expect(screen(at(chestArm, sudden), clinic).kind).toBe('emergency')
  })
  it('chest and left arm of which nobody knows since when is an emergency', () => {
    expect(screen(at(chestArm, { history: undefined }), clinic).kind).toBe('emergency')
  })
  it('chest and left arm for two months raises a flag', () => {
    expect(flagIds(screen(at(chestArm), clinic))).toContain('rf-09')
  })
  it('the right arm alone beside the chest raises no flag of the heart', () => {
    const found = screen(
      at([
        ['chest-upper', 'right'],
        ['upper-arm-front', 'right'],
      ]),
      clinic,
    )
    expect(flagIds(found)).not.toContain('rf-09')
  })
  it.each([
    ['temple after fifty', at([['temple', 'left']], { person: { ageYears: 60 } }), 'rf-16'],
    ['one calf', at([['calf-upper', 'right']]), 'rf-13'],
    ['the saddle', at([['perineum', null]]), 'rf-01'],
    [
      'right upper belly and shoulder blade',
      at([
        ['abdomen-upper', 'right'],
        ['scapula', 'right'],
      ]),
      'rf-28',
    ],
  ] as const)('%s raises its flag', (_, asked, id) => {
    expect(flagIds(screen(asked, clinic))).toContain(id)
  })
  it('a numb saddle is an emergency', () => {
    const pain = [{ region: 'perineum', side: null, quality: ['numb'] }]
    expect(screen({ ...harmless, pain }, clinic).kind).toBe('emergency')
  })
  it('both calves do not count as one', () => {
    const found = screen(
      at([
        ['calf-upper', 'right'],
        ['calf-upper', 'left'],
      ]),
      clinic,
    )
    expect(flagIds(found)).not.toContain('rf-13')
  })
  it('sudden pain of the right upper belly and shoulder blade is seen today', () => {
    const found = screen(
      at(
        [
          ['abdomen-upper', 'right'],
          ['scapula', 'right'],
        ],
        sudden,
      ),
      clinic,
    )
    expect(found).toMatchObject({ kind: 'refer', within: 'today' })
  })
})

describe('screen, on the example cases of the contract', () => {
  const examples = new URL('../reference/examples/', import.meta.url)
  const expected: Record<string, readonly string[]> = {
    'chest-left-arm.json': ['emergency'],
    'desk-headache.json': ['clear', 'caution'],
    'palpated.json': ['clear', 'caution'],
    'shoulder-front.json': ['clear', 'caution'],
    'buttock-leg.json': ['clear', 'caution'],
    'buttock-leg-numb.json': ['refer'],
    'heel.json': ['clear', 'caution'],
    'everywhere.json': ['caution'],
  }
  it.each(Object.keys(expected))('%s', (name) => {
    const read = JSON.parse(readFileSync(new URL(name, examples), 'utf8')) as SafetyAsked
    const found = screen(read, clinic)
    expect(expected[name]).toContain(found.kind)
    if (name === 'everywhere.json') expect(flagIds(found)).toContain('ci-26')
  })
})

describe('screen, every question', () => {
  const base = noToTheRest(harmless)
  it.each(clinic.questions.map((question) => [question.id, question] as const))(
    'a yes to %s leads to what it says',
    (id, question) => {
      const found = screen({ ...base, setting: 'clinic', answers: { ...base.answers, [id]: 'yes' } }, clinic)
      const alone = screen({ ...base, answers: { ...base.answers, [id]: 'yes' } }, clinic)
      expect(alone.kind).toBe(question.ifYes)
      if (alone.kind === 'refer' || alone.kind === 'emergency') expect(alone.within).toBe(question.within)
      expect(severity[found.kind]).toBeLessThanOrEqual(severity[question.ifYes])
      expect(found.kind).not.toBe('clear')
    },
  )
  it.each(clinic.questions.map((question) => question.id))('unsure of %s is as strict as yes', (id) => {
    const yes = screen({ ...base, answers: { ...base.answers, [id]: 'yes' } }, clinic)
    const unsure = screen({ ...base, answers: { ...base.answers, [id]: 'unsure' } }, clinic)
    expect(unsure.kind).toBe(yes.kind)
  })
})

describe('screen, the table of red flags by answer', () => {
  const named = (id: string) => clinic.redFlags.find((flag) => flag.id === id)!
  it('there are forty-two', () => {
    expect(clinic.redFlags.map((flag) => flag.id)).toEqual(
      Array.from({ length: 42 }, (_, index) => `rf-${String(index + 1).padStart(2, '0')}`),
    )
  })
  /** Answers, and where needed drawing or person, that raise the strictest level of each. */
  const raise: Record<string, Partial<SafetyAsked>> = {
    'rf-01': { answers: { 'saddle-numbness': 'yes' } },
    'rf-02': { pain: [{ region: 'mid-back', side: 'left' }], answers: { 'cancer-ever': 'yes', 'night-pain': 'yes' } },
    'rf-03': { answers: { 'weight-loss': 'yes', 'night-pain': 'yes' } },
    'rf-04': { pain: [{ region: 'low-back', side: 'left' }], answers: { fever: 'yes' } },
    'rf-05': { answers: { fever: 'yes', 'confused-mottled': 'yes' } },
    'rf-06': { answers: { 'major-accident': 'yes' } },
    'rf-07': { answers: { 'neck-cannot-turn': 'yes' } },
    'rf-08': { answers: { 'cannot-bear-weight': 'yes' } },
    'rf-09': { answers: { 'chest-pressure': 'yes' } },
    'rf-10': { answers: { 'tearing-pain': 'yes' } },
    'rf-11': { answers: { 'belly-back-severe-faint': 'yes' } },
    'rf-12': { answers: { 'breath-pain': 'yes' } },
    'rf-13': { answers: { 'limb-swelling': 'yes' } },
    'rf-14': { answers: { 'neck-head-sudden': 'yes', 'dizzy-sick': 'yes' } },
    'rf-15': { answers: { 'face-arm-speech': 'yes' } },
    'rf-16': { person: { ageYears: 60 }, answers: { 'scalp-tender': 'yes', 'sudden-vision-loss': 'yes' } },
    'rf-17': { person: { ageYears: 60 }, answers: { 'shoulders-stiff-morning': 'yes' } },
    'rf-18': { answers: { thunderclap: 'yes' } },
    'rf-19': { answers: { 'clumsy-hands': 'yes', 'unsteady-walking': 'yes', 'nerve-worse': 'yes' } },
    'rf-20': { answers: { 'weak-limb': 'yes' } },
    'rf-21': { answers: { 'limb-tingling': 'yes' } },
    'rf-22': { answers: { 'hot-joint': 'yes' } },
    'rf-23': { answers: { 'redness-severe': 'yes' } },
    'rf-24': { answers: { 'tense-limb': 'yes' } },
    'rf-25': { answers: { 'limb-cold-pale': 'yes' } },
    'rf-26': { answers: { 'dark-urine': 'yes' } },
    'rf-27': { answers: { 'flank-colic': 'yes' } },
    'rf-28': { answers: { 'belly-back-severe-faint': 'yes' } },
    'rf-29': { answers: { 'pregnancy-pelvic': 'yes' } },
    'rf-30': { answers: { 'testicle-pain': 'yes' } },
    'rf-31': { answers: { 'lung-apex': 'yes' } },
    'rf-32': { answers: { 'morning-stiff-moving': 'yes', 'wakes-second-half': 'yes' } },
    'rf-33': { answers: { 'weak-both-sides': 'yes' } },
    'rf-34': { answers: { 'limb-colour-sweat': 'yes' } },
    'rf-35': { answers: { 'band-rash': 'yes' } },
    'rf-36': { answers: { 'head-needs-holding': 'yes' } },
    'rf-37': { answers: { 'jaw-swelling-fever': 'yes' } },
    'rf-38': { answers: { 'pulsating-lump': 'yes' } },
    'rf-39': { answers: { 'self-harm': 'yes' } },
    'rf-40': { answers: { 'unexplained-injuries': 'yes' } },
    'rf-41': { answers: { 'constant-pain': 'yes' } },
    'rf-42': { answers: { 'foot-ulcer-hot': 'yes' } },
  }
  it.each(Object.entries(raise))('%s is raised to its strictest action', (id, more) => {
    const base = { ...harmless, ...more }
    const found = screen({ ...base, answers: { ...noToTheRest(base).answers, ...more.answers } }, clinic)
    const flag = found.flags.find((one) => one.id === id)
    expect(flag?.action).toBe(named(id).levels[0]?.action)
  })
  it('none is raised by a plain no', () => {
    const base = noToTheRest(harmless)
    const answers = Object.fromEntries(clinic.questions.map((question) => [question.id, 'no' as const]))
    expect(screen({ ...base, answers }, clinic).kind).toBe('clear')
  })
})

describe('relevantQuestions', () => {
  it('asks only what matters for the drawing', () => {
    const ids = (asked: SafetyAsked) => relevantQuestions(asked, clinic).map((question) => question.id)
    expect(ids(harmless)).not.toContain('saddle-numbness')
    expect(ids({ ...harmless, pain: [{ region: 'low-back', side: 'left' }] })).toContain('saddle-numbness')
    expect(ids(harmless)).not.toContain('pregnant')
    expect(ids({ ...harmless, person: { ageYears: 35 } })).toContain('pregnant')
  })
  it('opens follow-ups by a yes or not sure', () => {
    const ids = (answer: 'yes' | 'no' | 'unsure') =>
      relevantQuestions({ ...harmless, answers: { 'gate-medicines': answer } }, clinic).map((question) => question.id)
    expect(ids('no')).not.toContain('anticoagulant')
    expect(ids('yes')).toContain('anticoagulant')
    expect(ids('unsure')).toContain('anticoagulant')
  })
  it('asks a therapist only in the clinic', () => {
    const asks = (setting: 'self' | 'clinic') =>
      relevantQuestions({ ...harmless, setting }, clinic).map((one) => one.asks)
    expect(asks('self')).not.toContain('therapist')
    expect(asks('clinic')).toContain('therapist')
  })
  it('keeps the short form short', () => {
    const short = relevantQuestions({ ...harmless, form: 'short' }, clinic)
    expect(short.length).toBeLessThanOrEqual(20)
    expect(short.every((question) => question.forms.includes('short'))).toBe(true)
  })
  it('asks everything again after 28 days, or when it got worse', () => {
    expect(isFullScreenDue(null, false)).toBe(true)
    expect(isFullScreenDue(27, false)).toBe(false)
    expect(isFullScreenDue(28, false)).toBe(true)
    expect(isFullScreenDue(3, true)).toBe(true)
  })
})
