import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf, peopleOf, runningSession } from '../../src/core/care/course.ts'
import type { Body, CareEvent } from '../../src/core/care/event.ts'
import { merge } from '../../src/core/care/order.ts'
import { heldS } from '../../src/core/care/session-log.ts'
import { keyOf } from '../../src/core/care/spot.ts'
import { added, levator, plan, startMs, story, trapezius } from './story.ts'

const key = keyOf(trapezius)

/** Anything that can happen to somebody, in any order, sensible or not. */
const body: fc.Arbitrary<Body> = fc.oneof(
  fc.record({ kind: fc.constant('person-changed' as const), ageYears: fc.integer({ min: 18, max: 90 }) }),
  fc.record({
    kind: fc.constant('answered' as const),
    question: fc.constantFrom('fever', 'night-pain', 'new-numbness'),
    version: fc.constant(1),
    answer: fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const, null),
  }),
  fc.record({
    kind: fc.constant('screen-begun' as const),
    form: fc.constantFrom('full' as const, 'short' as const),
    questions: fc.subarray(['fever', 'night-pain']),
  }),
  fc.record({
    kind: fc.constant('finding-recorded' as const),
    spot: fc.constantFrom(trapezius, levator),
    sign: fc.constantFrom('tautBand' as const, 'tender' as const, 'familiarPain' as const),
    value: fc.constantFrom(true, false, null),
  }),
  fc.record({
    kind: fc.constant('measured' as const),
    instrument: fc.constant('om-01'),
    values: fc.record({ now: fc.integer({ min: 0, max: 10 }) }),
  }),
  fc.constant<Body>({ kind: 'plan-made', plan, because: 'first' }),
  fc.constant<Body>({ kind: 'episode-opened' }),
)

const life = fc.array(body, { maxLength: 30 }).map((bodies) => story('p1', [added, ...bodies]))

describe('reading a course from events', () => {
  it('does not depend on the order in which events arrive', () => {
    fc.assert(
      fc.property(
        life.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(courseOf(shuffled, 'p1')).toEqual(courseOf(events, 'p1'))
        },
      ),
    )
  })

  it('does not depend on how often an event arrives', () => {
    fc.assert(
      fc.property(
        life.chain((events) => fc.tuple(fc.constant(events), fc.subarray(events))),
        ([events, again]) => {
          expect(courseOf([...events, ...again, ...again], 'p1')).toEqual(courseOf(events, 'p1'))
        },
      ),
    )
  })

  it('reads the same from two devices, whichever comes first', () => {
    fc.assert(
      fc.property(life, fc.array(body, { maxLength: 10 }), (events, others) => {
        const second = story('p1', others, 'device-b', startMs + 500)
        expect(courseOf([...second, ...events], 'p1')).toEqual(courseOf([...events, ...second], 'p1'))
      }),
    )
  })

  it('keeps people apart', () => {
    const events = [
      ...story('p1', [added]),
      ...story('p2', [{ ...added, name: 'Another' }], 'device-b', startMs + 60_000),
    ]
    expect(peopleOf(events).map((course) => course.person.name)).toEqual(['Another', 'Somebody'])
    expect(courseOf(events, 'p3')).toBeNull()
  })

  it('counts the last answer, and none once it was taken back', () => {
    const answer = (value: 'yes' | 'no' | null): Body => ({
      kind: 'answered',
      question: 'fever',
      version: 1,
      answer: value,
    })
    expect(courseOf(story('p1', [added, answer('no'), answer('yes')]), 'p1')?.answers).toEqual({ fever: 'yes' })
    expect(courseOf(story('p1', [added, answer('no'), answer(null)]), 'p1')?.answers).toEqual({})
  })

  it('forgets the answers to questions that are asked again', () => {
    const course = courseOf(
      story('p1', [
        added,
        { kind: 'answered', question: 'fever', version: 1, answer: 'no' },
        { kind: 'answered', question: 'night-pain', version: 1, answer: 'no' },
        { kind: 'screen-begun', form: 'short', questions: ['fever'] },
      ]),
      'p1',
    )
    expect(course?.answers).toEqual({ 'night-pain': 'no' })
    expect(course?.screen?.decided).toBeNull()
  })

  it('takes a finding back without a trace in what is shown', () => {
    const finding = (value: boolean | null): Body => ({
      kind: 'finding-recorded',
      spot: trapezius,
      sign: 'tender',
      value,
    })
    expect(courseOf(story('p1', [added, finding(true)]), 'p1')?.findings).toHaveLength(1)
    expect(courseOf(story('p1', [added, finding(true), finding(null)]), 'p1')?.findings).toHaveLength(0)
  })

  it('shows what a plan was before it was changed by hand', () => {
    const change: Body = { kind: 'plan-changed', field: 'holdS', target: key, from: '60', to: '45', plan }
    const course = courseOf(story('p1', [added, { kind: 'plan-made', plan, because: 'first' }, change]), 'p1')
    expect(course?.plan?.changes).toMatchObject([{ field: 'holdS', from: '60', to: '45' }])
  })
})

describe('a session in a course', () => {
  const run = (...bodies: Body[]): CareEvent[] =>
    story('p1', [added, { kind: 'session-started', plan, minutes: 45 }, ...bodies])
  const id = run()[1]!.id
  const act = (one: Extract<Body, { kind: 'session-act' }>['act']): Body => ({
    kind: 'session-act',
    session: id,
    act: one,
  })

  it('goes on where it was: a hold is known by when it began', () => {
    const course = courseOf(run(act({ act: 'hold-started', key, rep: 1 })), 'p1')!
    const session = runningSession(course)!
    expect(session.at).toBe(key)
    expect(heldS(session, session.hold!.startedMs + 23_000)).toBe(23)
  })

  it('does not count a pause', () => {
    const events = run(act({ act: 'hold-started', key, rep: 1 }), act({ act: 'paused' }), act({ act: 'resumed' }))
    const session = runningSession(courseOf(events, 'p1')!)!
    expect(heldS(session, session.hold!.startedMs + 10_000)).toBe(9)
  })

  it('remembers at which second a rating came', () => {
    const events = run(act({ act: 'hold-started', key, rep: 1 }), act({ act: 'rated', key, value: 6 }))
    const session = runningSession(courseOf(events, 'p1')!)!
    expect(session.hold?.heard).toEqual([{ kind: 'rating', atS: 1, value: 6 }])
  })

  it('hears nothing after its end', () => {
    const ended = run({ kind: 'session-ended', session: id, why: 'stopped' }, act({ act: 'rated', key, value: 9 }))
    const session = courseOf(ended, 'p1')!.sessions[0]!
    expect(session.ended?.why).toBe('stopped')
    expect(session.points[key]?.ratings).toEqual([])
  })

  it('keeps every point when the order is changed', () => {
    const session = courseOf(run(act({ act: 'reordered', keys: [keyOf(levator)] })), 'p1')!.sessions[0]!
    expect(session.order).toEqual([keyOf(levator), key])
  })
})

describe('merging records', () => {
  it('adds what is new, once', () => {
    const events = story('p1', [added, { kind: 'episode-opened' }])
    expect(merge(events.slice(0, 1), [...events, ...events])).toEqual({ added: [events[1]], clashing: [] })
  })

  it('overwrites nothing: the same id with another content clashes', () => {
    const [event] = story('p1', [added])
    const forged = { ...event!, device: 'device-x' }
    expect(merge([event!], [forged])).toEqual({ added: [], clashing: [event!.id] })
  })
})
