import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import type { Body, CareEvent } from '../../src/core/care/event.ts'
import { type NoteNames, writeNote } from '../../src/core/care/soap-note.ts'
import { recordSchema } from '../../src/service/care.ts'
import { parseEvents } from '../../src/service/parse-events.ts'
import { added, levator, plan, story, trapezius } from './story.ts'

const person = 'somebody'
const text = { subjective: 'S', objective: 'O', assessment: 'A', plan: 'P' }
const names: NoteNames = {
  spot: ({ point }) => point,
  technique: (id) => id,
  tool: (id) => id,
  flag: (id) => id,
  movement: (id) => id,
  drawn: '',
}

/** A story with two sessions; the bodies are made when the ids of the sessions are known. */
function withSessions(make: (first: string, second: string) => readonly Body[]): CareEvent[] {
  const draft = story(person, [added, ...make('', '')])
  const ids = draft.filter((event) => event.kind === 'session-started').map((event) => event.id)
  return story(person, [added, ...make(ids[0] ?? '', ids[1] ?? '')])
}

const begin: Body = { kind: 'session-started', plan, minutes: 45 }
const end = (session: string): Body => ({ kind: 'session-ended', session, why: 'finished' })

describe('a note', () => {
  const noteOf = (...bodies: ((session: string) => Body)[]) => {
    const events = withSessions((first) => [begin, end(first), ...bodies.map((body) => body(first))])
    return courseOf(events, person)!.sessions[0]!.note
  }
  const write = (subjective: string) => (session: string) =>
    ({ kind: 'note-written', session, text: { ...text, subjective } }) as const
  const sign = (by: string) => (session: string) => ({ kind: 'note-signed', session, by }) as const
  const amend = (words: string) => (session: string) =>
    ({ kind: 'note-amended', session, by: 'B', text: words }) as const

  it('is replaced until it is signed, and counts its versions', () => {
    const note = noteOf(write('one'), write('two'))
    expect(note?.text.subjective).toBe('two')
    expect(note?.versions).toBe(2)
    expect(note?.signed).toBeNull()
  })

  it('is locked by its first signature: no later text or signature changes it', () => {
    const note = noteOf(write('one'), sign('A'), write('two'), sign('B'))
    expect(note?.text.subjective).toBe('one')
    expect(note?.signed?.by).toBe('A')
  })

  it('is added to in the open, in order, once it is signed', () => {
    const note = noteOf(write('one'), amend('too early'), sign('A'), amend('first'), amend('second'))
    expect(note?.amendments.map((one) => one.text)).toEqual(['first', 'second'])
    expect(note?.text.subjective).toBe('one')
  })

  it('cannot be signed before it is written', () => {
    expect(noteOf(sign('A'), amend('x'))).toBeNull()
  })
})

it('comes back from a file with its signature and what was added', () => {
  const events = withSessions((session) => [
    begin,
    end(session),
    { kind: 'note-written', session, text },
    { kind: 'note-signed', session, by: 'A' },
    { kind: 'note-amended', session, by: 'B', text: 'later' },
    { kind: 'consent-told', agreed: true },
  ])
  const parsed = parseEvents(JSON.stringify({ schema: recordSchema, events }), recordSchema)
  expect(parsed.ok && parsed.value).toEqual(events)
})

describe('the first text of a note', () => {
  const consent: Body = { kind: 'consent-told', agreed: true }
  const felt = (spot: typeof trapezius | typeof levator): Body => ({
    kind: 'finding-recorded',
    spot,
    sign: 'tender',
    value: true,
  })
  const threshold = (kPa: number): Body => ({ kind: 'measured', instrument: 'ppt', values: { kPa }, spot: trapezius })

  it('holds what was found since the session before and up to its own end, and nothing else', () => {
    const events = withSessions((first, second) => [
      felt(trapezius),
      threshold(111),
      begin,
      end(first),
      felt(levator),
      threshold(222),
      begin,
      end(second),
      threshold(333),
    ])
    const course = courseOf(events, person)!
    const [one, two] = course.sessions.map((session) => writeNote(course, session, names).objective)
    expect(one).toContain('trapezius.upper.1: tender')
    expect(one).toContain('111 kPa')
    expect(one).not.toContain('levator-scapulae.1: tender')
    expect(one).not.toMatch(/222|333/)
    expect(two).toContain('levator-scapulae.1: tender')
    expect(two).toContain('222 kPa')
    expect(two).not.toMatch(/111|333/)
  })

  it('says whether somebody agreed, for each session of its own', () => {
    const events = withSessions((first, second) => [consent, begin, end(first), begin, end(second)])
    const course = courseOf(events, person)!
    const [one, two] = course.sessions.map((session) => writeNote(course, session, names).subjective)
    expect(one).toContain('they agreed')
    expect(two).toContain('was not recorded')
  })
})
