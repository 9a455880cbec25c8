import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import { dueOf } from '../../src/core/care/due.ts'
import type { Body } from '../../src/core/care/event.ts'
import { added, plan, startMs, story } from './story.ts'

const hourMs = 3_600_000
const report = {
  hoursAfter: 24,
  abovePoints: 1,
  bruise: 'none',
  isSleepDisturbed: false,
  headacheHours: 0,
  signs: [],
} as const

function kinds(hours: number, make: (session: string) => readonly Body[] = () => [], person: Body = added) {
  const began: Body[] = [person, { kind: 'session-started', plan, minutes: 45 }]
  const session = story('p', began)[1]!.id
  const course = courseOf(story('p', [...began, ...make(session)]), 'p')!
  return dueOf(course, startMs + hours * hourMs).map((one) => one.kind)
}

const end = (session: string): Body => ({ kind: 'session-ended', session, why: 'finished' })

describe('what waits', () => {
  it('is a running session before everything else', () => expect(kinds(100)).toEqual(['running']))

  it('is the note after an hour, the check after a day, and the next session after its days', () => {
    expect(kinds(0.5, (id) => [end(id)])).toEqual([])
    expect(kinds(2, (id) => [end(id)])).toEqual(['note'])
    expect(kinds(24, (id) => [end(id)])).toEqual(['check', 'note'])
    // two sessions a week: three days and a half
    expect(kinds(24 * 4, (id) => [end(id)])).toEqual(['check', 'note', 'session'])
    // soreness is not asked about any more after a week
    expect(kinds(24 * 8, (id) => [end(id)])).toEqual(['note', 'session'])
  })

  it('is gone once it is done', () => {
    const done = (session: string): Body[] => [
      end(session),
      { kind: 'followed-up', session, report },
      { kind: 'note-written', session, text: { subjective: '', objective: '', assessment: '', plan: '' } },
    ]
    expect(kinds(24, done)).toEqual([])
  })

  it('never asks to press again where care has stopped', () => {
    const stopped = (session: string): Body[] => [
      end(session),
      { kind: 'screened', form: 'short', decision: 'refer', flags: ['rf-20'] },
    ]
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (hours) => !kinds(hours, stopped).includes('session')),
    )
  })

  it('is nothing for somebody made up', () => {
    expect(kinds(24, (id) => [end(id)], { ...added, isDemo: true } as Body)).toEqual([])
  })
})
