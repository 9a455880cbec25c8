import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { example, unknot } from './unknot.ts'

function json(args: readonly string[]) {
  const { code, out, err } = unknot([...args, '--json'])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

describe('unknot screen', () => {
  const questions: Record<string, unknown>[] = json(['screen', '--questions'])

  it('lists every question with what the contract says of it', () => {
    expect(questions.length).toBeGreaterThan(100)
    expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length)
    for (const question of questions) {
      expect(question.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(['person', 'therapist']).toContain(question.asks)
      expect(['caution', 'refer', 'emergency']).toContain(question.ifYes)
      for (const key of ['text', 'group', 'because']) expect(question[key]).toMatch(/\S/)
    }
  })

  it('knows each of them as an answer of a case, and a yes is never clear', () => {
    const answers = Object.fromEntries(questions.map((question) => [question.id, 'yes']))
    const given = { ...JSON.parse(readFileSync(example('heel'), 'utf8')), answers }
    const { code, out } = unknot(['screen', '-', '--json'], JSON.stringify(given))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ kind: 'emergency', unanswered: [] })
  })

  it('screens a case like the ranking does', () => {
    expect(json(['screen', example('desk-headache')])).toEqual(json(['rank', example('desk-headache')]).screening)
  })

  it('says it in words, the decision first', () => {
    expect(unknot(['screen', example('chest-left-arm')]).out).toMatch(/^EMERGENCY\n/)
  })
})

describe('unknot about', () => {
  const about = json(['about'])

  it('counts what the contract wants counted', () => {
    expect(Object.keys(about)).toEqual(['version', 'edition', 'body', 'knowledge', 'ripple'])
    expect(about.body).toMatchObject({ regions: 107, closed: true, emptyRegions: [], mirrorErrorMm: 0 })
    expect(about.knowledge.claimsWithoutSource).toBe(0)
    for (const part of ['body', 'knowledge', 'ripple'] as const) {
      for (const [name, value] of Object.entries(about[part])) {
        if (typeof value === 'number' && !['mirrorErrorMm', 'claimsWithoutSource'].includes(name))
          expect(value, `${part}.${name}`).toBeGreaterThan(0)
      }
    }
  })

  it('names the editions that a ranking names', () => {
    const { edition } = json(['rank', example('heel')])
    expect(about.edition).toMatchObject(edition)
  })

  it('tells the version alone', () => {
    expect(unknot(['--version'])).toEqual({ code: 0, out: `${about.version}\n`, err: '' })
  })
})

describe('unknot ripple', () => {
  it('lists its lever arms, and says how they stand beside published ones', () => {
    const arms = json(['ripple', '--moment-arms'])
    const { out } = unknot(['ripple', '--moment-arms'])
    expect(out).toContain(`${arms.length} arms;`)
    expect(out).toMatch(/\d+ of \d+ bands hold the model's arm/)
    expect(out).not.toMatch(/undefined|NaN/)
  })
})

describe('unknot show', () => {
  it.each([
    ['trapezius', 'Trapezius'],
    ['trapezius.upper.1', 'Trapezius'],
    ['traps', 'Trapezius'],
    ['facet.c2-3', 'C2'],
  ])('%s shows its page, with what it rests on', (name, heading) => {
    const { code, out, err } = unknot(['show', name])
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n')[0]).toContain(heading)
    expect(out).toContain('What this rests on')
    expect(out).not.toMatch(/undefined|\[object|NaN/)
  })

  it('gives the record with --json', () => {
    expect(json(['show', 'trapezius'])).toMatchObject({ id: 'trapezius', parts: expect.any(Array) })
  })
})

describe('unknot --help', () => {
  it('names every command, whoever asks', () => {
    const { code, out, err } = unknot(['--help'])
    expect([code, err]).toEqual([0, ''])
    for (const name of ['rank', 'screen', 'ripple', 'show', 'about']) expect(out).toContain(`unknot ${name}`)
    expect(unknot([]).out).toBe(out)
    expect(unknot(['rank', '--help']).out).toBe(out)
  })
})
