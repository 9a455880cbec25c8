/**
 * Questions of every kind on the real atlas: what they are expected to tell is what the ranking then does with the
 * answer, caps, groups and all, counted over every set of nine sources.
 */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { blankCase, type Case } from '../../src/core/pain/case.ts'
import { answersTo, enter, entryOf, isAnswered } from '../../src/core/ranking/answers.ts'
import { indexEvidence, logOddsOf } from '../../src/core/ranking/evidence.ts'
import { namedQualities } from '../../src/core/ranking/observation.ts'
import { defaultParameters } from '../../src/core/ranking/parameters.ts'
import { scoreOf } from '../../src/core/ranking/problem.ts'
import { keyOfSubject, rankCase, rankingModel, type Subject } from '../../src/core/ranking/rank.ts'
import { gainsOfQuestions } from '../../src/core/ranking/steps.ts'
import { membersOf } from './exact.ts'

const { knowledge, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const model = rankingModel(atlas, evidence, defaultParameters, knowledge.questions)
const { askables } = model.asking
const { slope, shift } = defaultParameters.recalibration
const may = { questions: new Set(knowledge.questions.map(({ id }) => id)), skipped: new Set<string>() }
const at = (subject: Subject) => askables.findIndex((one) => keyOfSubject(one.subject) === keyOfSubject(subject))

/** Pain from the buttock down the outer leg: muscles, a root and a joint compete. */
const leg: Case = {
  ...blankCase,
  pain: ['buttock-upper', 'buttock-lower', 'hip-side', 'thigh-side-upper', 'leg-outer'].map((region) => ({
    ...{ region, side: 'right' as const, intensity: 5, share: 1, quality: [] },
  })),
}
const history = (more: Partial<Case['history']>): Case => ({ ...leg, history: { ...leg.history, ...more } })

const counted = new WeakMap<Case, ReturnType<typeof count>>()
function every(given: Case) {
  const known = counted.get(given) ?? count(given)
  counted.set(given, known)
  return known
}

/** The nine sources that hold most of the belief, and every set of them with its mapped weight. */
function count(given: Case) {
  const { ranked, trace } = rankCase(model, given, null)
  const rows = ranked.sources
    .map(({ id, side }) => atlas.rows.findIndex((row) => row.id === id && row.side === side))
    .filter((row) => row >= 0)
    .slice(0, 9)
  const sets = Array.from({ length: 2 ** rows.length }, (_, mask) =>
    membersOf(mask, rows.length).map((index) => rows[index]!),
  )
  const scores = sets.map((members) => slope * scoreOf(trace.problem, members) + shift * members.length)
  const best = Math.max(...scores)
  const raw = scores.map((score) => Math.exp(score - best))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return { problem: trace.problem, belief: { sets, weights: Float64Array.from(raw, (weight) => weight / total) } }
}

/** Mutual information of set and answer, from what the ranking does with each answer. */
function byCounting(given: Case, q: number): number {
  const { problem, belief } = every(given)
  const { subject, answers, anyway } = askables[q]!
  const before = logOddsOf(atlas, evidence, given, namedQualities(problem.observation))
  const after = answers.map((answer) => {
    const told = enter(given, entryOf(subject, answer))
    if (subject.about === 'quality') {
      const asked = rankCase(model, told, null).trace.problem
      const [now, then] = [problem, asked].map((one) => ({ ...one, logOdds: before }))
      return (members: readonly number[]) => slope * (scoreOf(then!, members) - scoreOf(now!, members))
    }
    const odds = logOddsOf(atlas, evidence, told, namedQualities(problem.observation))
    return (members: readonly number[]) => members.reduce((sum, i) => sum + odds[i]! - before[i]!, 0)
  })
  const joint = belief.sets.map((members, index) => {
    const shares = after.map((nats, o) => Math.exp(anyway[o]! + nats(members)))
    const total = shares.reduce((sum, share) => sum + share, 0)
    return shares.map((share) => (belief.weights[index]! * share) / total)
  })
  const columns = joint[0]!.map((_, o) => joint.reduce((sum, row) => sum + row[o]!, 0))
  let bits = 0
  for (const row of joint) {
    const own = row.reduce((sum, value) => sum + value, 0)
    for (const [o, value] of row.entries()) if (value > 0) bits += value * Math.log2(value / (own * columns[o]!))
  }
  return bits
}

const gainsIn = (given: Case) => {
  const { problem, belief } = every(given)
  return gainsOfQuestions(problem, belief, evidence, model.asking, given, may).gains
}
const told = (given: Case, subject: Subject, answer: string) => enter(given, entryOf(subject, answer))

describe('what a question is expected to tell', () => {
  const manyMovements = history({ worseWith: ['walking', 'climbing-stairs-up', 'sitting-long', 'lumbar-flexion'] })
  it.each<[string, Case]>([
    ['with nothing known', leg],
    ['after several movements', manyMovements],
    ['after a nerve test', told(leg, { about: 'answer', question: 'nerve-test-positive' }, 'no')],
    ['after onset, duration and causes', history({ onset: 'sudden', durationDays: 200, factors: ['overuse'] })],
    ['after the feeling was said', history({ quality: ['numb'] })],
  ])('is the mutual information of answer and set, counted: %s', (_, given) => {
    const gains = gainsIn(given)
    const open = [...askables.keys()].filter((q) => gains[q]! > 0)
    const kinds = new Set(open.map((q) => askables[q]!.subject.about))
    for (const about of ['worse', 'answer', 'factor'] as const) expect(kinds).toContain(about)
    // the best of each kind, and a spread of the rest
    const first = [...kinds].map((about) => open.find((q) => askables[q]!.subject.about === about)!)
    for (const q of [...first, ...open.filter((_, index) => index % 9 === 0)]) {
      expect(gains[q]).toBeCloseTo(byCounting(given, q), 9)
    }
  })

  it('is nothing once the answers could move nothing any more', () => {
    // a strong no to the nerve tests leaves nothing for the weaker questions of its group
    const tingling = at({ about: 'answer', question: 'limb-tingling' })
    expect(gainsIn(leg)[tingling]).toBeGreaterThan(0.02)
    const tested = told(leg, { about: 'answer', question: 'nerve-test-positive' }, 'no')
    expect(gainsIn(tested)[tingling]).toBe(0)
    // a cause that every source in question shares tells nothing more once causes count all they may
    const named = history({ factors: ['overuse', 'repetitive-motion', 'posture', 'trauma', 'inactivity'] })
    const most = Math.log(evidence.weights('factor-most'))
    const before = logOddsOf(atlas, evidence, leg)
    const held = logOddsOf(atlas, evidence, named)
    expect(Math.max(...held.map((odds, i) => odds - before[i]!))).toBeCloseTo(most, 12)
  })

  it('shrinks as movements near their sixfold', () => {
    const walking = at({ about: 'worse', movement: 'walking' })
    const free = gainsIn(leg)[walking]!
    const row = atlas.rows.findIndex(({ id, side }) => id === 'gluteus-minimus.anterior.1' && side === 'right')
    const others = evidence.clinical
      .get(atlas.rows[row]!.id)!
      .hurtsWith.map(({ movement }) => movement)
      .filter((movement) => movement !== 'walking')
    const full = history({ worseWith: others })
    const most = Math.log(evidence.weights('movement-most'))
    const gained = (given: Case) => logOddsOf(atlas, evidence, given)[row]! - logOddsOf(atlas, evidence, leg)[row]!
    expect(gained(full)).toBeCloseTo(most, 9)
    expect(gained(told(full, { about: 'worse', movement: 'walking' }, 'yes'))).toBeCloseTo(most, 9)
    expect(free).toBeGreaterThan(0.02)
    expect(gainsIn(full)[walking]).toBeLessThan(free)
  })
})

describe('an answer', () => {
  const subjects = askables.map(({ subject }) => subject)

  it.each([...new Set(subjects.map(({ about }) => about))])(
    'about %s stands in the case once and is not asked again',
    (about) => {
      for (const subject of subjects.filter((one) => one.about === about)) {
        expect(isAnswered(subject, leg)).toBe(false)
        for (const answer of answersTo(subject)) {
          const once = told(leg, subject, answer)
          expect(isAnswered(subject, once)).toBe(true)
          expect(told(once, subject, answer)).toEqual(once)
        }
      }
    },
  )

  it('that is changed counts as its last word alone', () => {
    for (const subject of subjects) {
      const [first, ...others] = answersTo(subject)
      for (const other of others) {
        const changed = told(told(leg, subject, first!), subject, other)
        const straight = told(leg, subject, other)
        expect(logOddsOf(atlas, evidence, changed)).toEqual(logOddsOf(atlas, evidence, straight))
      }
    }
  })

  it('keeps its full weight through the last map', () => {
    const given = told(leg, { about: 'answer', question: 'limb-tingling' }, 'yes')
    const [before, after] = [leg, given].map((one) => rankCase(model, one, null).trace.logOdds)
    const root = atlas.rows.findIndex(({ id, side }) => id === 'nerve-root.l5' && side === 'right')
    const ratio = evidence.weights('answer-tingling-yes')
    expect(slope * (after![root]! - before![root]!)).toBeCloseTo(Math.log(ratio), 9)
  })
})
