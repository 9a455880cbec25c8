/**
 * Dangerous and innocent pictures through the command line, in words and in paint, before any answer, with some, and
 * with "no" to everything: what the screen decides, and what it asks first. No probability of the ranking beside it
 * may change that: the `screening` of `unknot rank` is that of `unknot screen`.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/core/safety/asked.ts'
import { type ScreeningAnswer, screen } from '../../src/service/screen.ts'
import { unknot } from '../cli/unknot.ts'
import { model } from '../reference/one-model.ts'
import { type Decision, dangers, innocents, type Picture } from './pictures.ts'

type Answers = Readonly<Record<string, Answer>>

const names = [...Object.keys(dangers), ...Object.keys(innocents)]
const pictures: readonly Picture[] = [...Object.values(dangers), ...Object.values(innocents)]

const inWords = (picture: Picture, answers: Answers) => ({
  schema: 'unknot.case/1',
  person: picture.person ?? {},
  history: picture.history ?? {},
  answers,
  pain: picture.pain.map(([region, side, intensity, ...quality]) => ({ region, side, intensity, quality })),
})

const inPaint = (picture: Picture, answers: Answers) => {
  const { pain, ...rest } = inWords(picture, answers)
  return { ...rest, painted: { schema: 'unknot.drawing/1', body: model.body().edition, strokes: pain } }
}

/** The screenings of many cases, in their order, as `unknot rank --jsonl` prints them. */
function screenings(cases: readonly object[]): readonly ScreeningAnswer[] {
  const { code, out, err } = unknot(['rank', '-', '--jsonl'], cases.map((one) => JSON.stringify(one)).join('\n'))
  expect([code, err]).toEqual([0, ''])
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).screening)
}

function decisionOf({ kind, flags }: ScreeningAnswer): Exclude<Decision, 'quiet'> | 'clear' {
  if (kind === 'clear' || kind === 'caution') return kind
  if (kind === 'emergency') return 'now'
  return flags.some((flag) => flag.within === 'today') ? 'today' : 'weeks'
}

const quiet = ['clear', 'caution']
const fits = (wanted: Decision, got: string) => (wanted === 'quiet' ? quiet.includes(got) : wanted === got)

function table(of: readonly ScreeningAnswer[], wanted: (picture: Picture) => Decision): string[] {
  return of.flatMap((screening, index) => {
    const got = decisionOf(screening)
    const want = wanted(pictures[index]!)
    return fits(want, got) ? [] : [`${names[index]}: ${got} instead of ${want} (${screening.flags[0]?.id})`]
  })
}

const no: Answers = Object.fromEntries(model.knowledge.questions.map((one) => [one.id, 'no']))
let bare: readonly ScreeningAnswer[] = []
let painted: readonly ScreeningAnswer[] = []
beforeAll(() => {
  const cases = [...pictures.map((one) => inWords(one, {})), ...pictures.map((one) => inPaint(one, {}))]
  const all = screenings(cases)
  bare = all.slice(0, pictures.length)
  painted = all.slice(pictures.length)
  expect(painted).toHaveLength(pictures.length)
})

/** The same without the ranking, which takes longer. */
function screened(picture: Picture, answers: Answers): ScreeningAnswer {
  const parsed = model.parseCase(inWords(picture, answers))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return screen(model, parsed.value)
}

describe('pictures', () => {
  it('are at least thirty that are dangerous and fifteen that are not', () => {
    expect(Object.keys(dangers).length).toBeGreaterThanOrEqual(30)
    expect(Object.keys(innocents).length).toBeGreaterThanOrEqual(15)
  })

  it('are decided by drawing, person and history alone', () => {
    expect(table(bare, (picture) => picture.is)).toEqual([])
  })

  it('are decided alike in paint', () => {
    expect(table(painted, (picture) => picture.is)).toEqual([])
  })

  it('are screened by a ranking as by the screen alone', () => {
    expect(pictures.map((one) => screened(one, {}))).toEqual(bare)
    const { out } = unknot(['screen', '-', '--json'], JSON.stringify(inWords(pictures[0]!, {})))
    expect(JSON.parse(out)).toEqual(bare[0])
  })

  it('raise the flag that is meant, and then ask first what would make it worse', () => {
    for (const [index, { flag, asks = [] }] of pictures.entries()) {
      const { flags, unanswered } = bare[index]!
      const raised = flags.map((one) => one.id)
      if (flag !== undefined) expect(raised, names[index]).toContain(flag)
      for (const question of asks) expect(unanswered.slice(0, 12), names[index]).toContain(question)
    }
  })

  it('follow their answers', () => {
    const answered = pictures.map((one) => screened(one, one.answers ?? {}))
    expect(table(answered, (picture) => picture.after ?? picture.is)).toEqual([])
  })

  it('are not talked away by "no" to every question', () => {
    const denied = pictures.map((one) => screened(one, no))
    // without answers a case is at best a caution; with them it may be clear
    expect(table(denied, ({ is }) => (is === 'caution' ? 'quiet' : is))).toEqual([])
    expect(denied.some((one) => one.kind === 'clear')).toBe(true)
  })
})
