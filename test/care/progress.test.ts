import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import type { Body, CareEvent } from '../../src/core/care/event.ts'
import { isReactionOpen, nextDose, reactionFlag } from '../../src/service/care-case.ts'
import type { Model } from '../../src/service/model.ts'
import { progressOf, signOffFlag, verdictFor } from '../../src/service/progress.ts'
import { clinic } from '../safety/clinic.ts'
import { added, plan, startMs, story } from './story.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
type Told = readonly [atMs: number, body: Body]

/** A course told as times after the start and what happened then; a session gets the id of its first event. */
function told(...all: readonly Told[]) {
  const events: CareEvent[] = story('p1', [added, ...all.map(([, body]) => body)])
  const at = [0, ...all.map(([ms]) => ms)]
  const ids = events.flatMap((event) => (event.kind === 'session-started' ? [event.id] : []))
  let sessions = 0
  const placed = events.map((event, index) => {
    if (event.kind === 'session-started') sessions++
    const session = 'session' in event && event.session === 'last' ? { session: ids[sessions - 1] } : {}
    return { ...event, ...session, atMs: startMs + at[index]! } as CareEvent
  })
  return courseOf(placed, 'p1')!
}

const pain = (value: number): Body => ({ kind: 'measured', instrument: 'om-01', values: { now: value } })
const painAfter = (value: number): Body => ({ ...pain(value), session: 'last' }) as Body
const function_ = (value: number): Body => ({ kind: 'measured', instrument: 'om-03', values: { 'activity-1': value } })
const started: Body = { kind: 'session-started', plan, minutes: 45 }
const ended: Body = { kind: 'session-ended', session: 'last', why: 'finished' }
const session = (ms: number, before: number, after: number): readonly Told[] => [
  [ms, pain(before)],
  [ms + 1, started],
  [ms + hourMs, painAfter(after)],
  [ms + hourMs + 1, ended],
]

describe('progressOf', () => {
  it('knows for how long the gain of each session lasted', () => {
    const course = told(
      ...session(0, 6, 3),
      [hourMs + 30 * hourMs, pain(6)],
      ...session(4 * dayMs, 6, 4),
      ...session(8 * dayMs, 5, 5),
    )
    const { gainLastedH } = progressOf(course, startMs + 9 * dayMs, clinic)
    // the second was still better four days later; the third brought no gain
    expect(gainLastedH?.map(Math.round)).toEqual([30, 95])
  })
  it('PLAN-07: three gains gone within two days', () => {
    const fading = (ms: number): readonly Told[] => [...session(ms, 6, 3), [ms + 24 * hourMs, pain(6)]]
    const course = told(...fading(0), ...fading(4 * dayMs), ...fading(8 * dayMs))
    const rules = verdictFor(course, startMs + 9 * dayMs, clinic).rules.map((one) => one.rule)
    expect(rules).toContain('PLAN-07')
  })
  it('PLAN-06: worse than the start by two points for more than a week', () => {
    const days = (last: number) =>
      told(...session(0, 5, 5), [2 * dayMs, pain(7)], [6 * dayMs, pain(8)], [last * dayMs, pain(7)])
    const rule = (last: number) => verdictFor(days(last), startMs + last * dayMs, clinic).rule
    expect(rule(7)).not.toBe('PLAN-06')
    expect(rule(10)).toBe('PLAN-06')
  })
  it('PLAN-02: the goal at two checks, not at one', () => {
    const once = [
      ...session(0, 5, 3),
      [dayMs, function_(4)],
      [10 * dayMs, function_(8)],
      [10 * dayMs + 1, pain(2)],
    ] as const
    const at = startMs + 30 * dayMs
    expect(verdictFor(told(...once), at, clinic).rule).not.toBe('PLAN-02')
    const twice = told(...once, [20 * dayMs, pain(1)], [20 * dayMs + 1, function_(9)])
    expect(verdictFor(twice, at, clinic).rule).toBe('PLAN-02')
  })
  it('PLAN-10: more than twelve sessions need a reason and a signature', () => {
    const many = Array.from({ length: 13 }, (_, index) => session(index * 3 * dayMs, 6 - index / 4, 3)).flat()
    const at = startMs + 40 * dayMs
    expect(verdictFor(told(...many), at, clinic).rule).toBe('PLAN-10')
    const signed: Told = [39 * dayMs, { kind: 'caution-accepted', flags: [signOffFlag], reason: 'Still gaining.' }]
    expect(verdictFor(told(...many, signed), at, clinic).rule).not.toBe('PLAN-10')
  })
})

describe('nextDose', () => {
  const model = { knowledge: clinic } as unknown as Model
  const followed = (abovePoints: number, signs: readonly 'fever'[] = []): Told => [
    dayMs,
    { kind: 'followed-up', session: 'last', report: { hoursAfter: 24, abovePoints, signs } },
  ]
  it('after a serious sign nothing goes on until a clinician has written why, and then with half', () => {
    const course = told(...session(0, 6, 4), followed(2, ['fever']))
    expect(isReactionOpen(model, course)).toBe(true)
    expect(nextDose(model, course)).toMatchObject({ mayContinue: false })
    const reason = 'Seen by the doctor, nothing found.'
    const cleared: Told = [2 * dayMs, { kind: 'caution-accepted', flags: [reactionFlag], reason }]
    const later = told(...session(0, 6, 4), followed(2, ['fever']), cleared)
    expect(nextDose(model, later)).toMatchObject({ mayContinue: true, keepShare: 0.5, needsReview: true })
    const before = told(...session(0, 6, 4), [hourMs * 2, cleared[1]], followed(2, ['fever']))
    expect(isReactionOpen(model, before)).toBe(true)
  })
  it('the strictest of several reports holds', () => {
    const course = told(...session(0, 6, 4), followed(4), [2 * dayMs, followed(0)[1]])
    expect(nextDose(model, course)).toMatchObject({ keepShare: 0.75, repsLess: 1 })
  })
})
