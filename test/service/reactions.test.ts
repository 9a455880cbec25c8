/** A serious reaction to a session leads where its sign leads: no later question has to find it again. */
import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import type { Body } from '../../src/core/care/event.ts'
import { classifySoreness, questionOfSign, type SeriousSign, seriousSigns } from '../../src/core/session/soreness.ts'
import { assessCourse, gateOf, isReactionOpen } from '../../src/service/care-case.ts'
import { story } from '../care/story.ts'
import { model } from '../reference/one-model.ts'
import { answered, noToTheRest, paintOf, type Somebody, toldBy } from './one-course.ts'

const adult = { ageYears: 42, sex: 'male', drawn: [['forearm-back', 'right']] } as const satisfies Somebody
const sessionId = 'e900'

/** Somebody well, a session, and a day later a sign; then what the app records at once. */
function afterSign(...signs: readonly SeriousSign[]): readonly Body[] {
  const before = noToTheRest(toldBy(adult)).bodies
  const full = model.knowledge.questions.filter((one) => one.forms.includes('full')).map((one) => one.id)
  return [
    ...before,
    { kind: 'followed-up', session: sessionId, report: { hoursAfter: 20, signs } },
    { kind: 'screen-begun', form: 'full', questions: full },
    ...signs.map((sign) => answered(questionOfSign[sign], 'yes')),
  ]
}

function assess(bodies: readonly Body[]) {
  const course = courseOf(story('p1', bodies), 'p1')!
  return { course, assessed: assessCourse(model, course, paintOf(course), 'full') }
}

const level: Readonly<Record<SeriousSign, string>> = {
  'dark-urine': 'now',
  breathless: 'now',
  'numbness-or-weakness': 'today',
  'swollen-limb': 'today',
  'growing-lump-or-bruise': 'today',
  fever: 'today',
  'red-flag': 'asked again',
}

describe('a serious sign after a session', () => {
  it.each(seriousSigns)('%s is serious by itself, whatever else was not told', (sign) => {
    const found = classifySoreness({ hoursAfter: 20, signs: [sign] }, model.knowledge)
    expect(found).toMatchObject({ class: 'adverse-serious', next: { mayContinue: false } })
  })

  it.each(seriousSigns)('%s stops as its question does', (sign) => {
    const { course, assessed } = assess(afterSign(sign))
    const { screening } = assessed
    const within = screening.kind === 'emergency' || screening.kind === 'refer' ? screening.within : 'asked again'
    expect(within).toBe(level[sign])
    expect(gateOf(course, assessed)).not.toBe('open')
    // it stands in the form, so that a slip can be put right
    expect(assessed.questions.map((one) => one.id)).toContain(questionOfSign[sign])
  })

  it('is not normal because nobody rated the soreness', () => {
    expect(classifySoreness({ hoursAfter: 20 }, model.knowledge).class).not.toBe('expected')
  })
})

describe('a clearance after a serious reaction', () => {
  const session: readonly Body[] = [
    { kind: 'followed-up', session: sessionId, report: { hoursAfter: 20, signs: ['fever'] } },
  ]
  const withSession = (more: readonly Body[]) => {
    const { course } = assess(more)
    const told = { atMs: 1, report: { hoursAfter: 20, signs: ['fever'] as const } }
    return { ...course, sessions: [{ followUps: [told] } as unknown as (typeof course.sessions)[number]] }
  }
  it('ends what the reaction had stopped; without one nothing is pressed', () => {
    const before = [...noToTheRest(toldBy(adult)).bodies, ...session]
    expect(isReactionOpen(model, withSession(before))).toBe(true)
    const cleared: Body = { kind: 'stop-cleared', flags: ['rf-05'], who: 'doctor', reason: 'Seen: a cold.' }
    expect(isReactionOpen(model, withSession([...before, cleared]))).toBe(false)
  })
})
