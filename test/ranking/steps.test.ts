/** What to press, ask or measure next: what it tells, what it costs, and that the answers do what was promised. */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { blankCase, type Case } from '../../src/core/pain/case.ts'
import { beliefOf, chanceOfEach } from '../../src/core/ranking/belief.ts'
import { answerNats, indexEvidence, logOddsOf } from '../../src/core/ranking/evidence.ts'
import { informationGainBits, questionGainsBits, reliabilityFromKappa } from '../../src/core/ranking/next.ts'
import { defaultParameters, painting, settled } from '../../src/core/ranking/parameters.ts'
import { posterior } from '../../src/core/ranking/posterior.ts'
import { enter, entryOf, keyOfSubject, rankCase, rankingModel } from '../../src/core/ranking/rank.ts'
import { search } from '../../src/core/ranking/search.ts'
import { crowdOf } from '../../src/core/ranking/simulation/people.ts'
import type { AskStep, Step } from '../../src/core/ranking/steps.ts'
import { exactScore, membersOf } from './exact.ts'
import { crowdedAtlas, crowdedObservation, toyProblem } from './toy.ts'
import { saidOf, toyAsking } from './toy-asking.ts'

const { knowledge, body, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const model = rankingModel(atlas, evidence, defaultParameters, knowledge.questions)
const crowd = crowdOf(knowledge, body, atlas)
const { weights } = evidence

/** Mutual information of two variables from their joint table, bits. */
function mutualInformation(joint: readonly (readonly number[])[]): number {
  const columns = joint[0]!.map((_, j) => joint.reduce((sum, row) => sum + row[j]!, 0))
  let bits = 0
  for (const row of joint) {
    const own = row.reduce((sum, value) => sum + value, 0)
    for (const [j, value] of row.entries()) if (value > 0) bits += value * Math.log2(value / (own * columns[j]!))
  }
  return bits
}

/** Every set of eight rows with its weight from the equations, mapped as claims are. */
function everySet(problem: ReturnType<typeof toyProblem>) {
  const { shift, slope } = problem.parameters.recalibration
  const sets = Array.from({ length: 2 ** problem.atlas.rows.length }, (_, m) => membersOf(m, problem.atlas.rows.length))
  const scores = sets.map((members) => slope * exactScore(problem, members) + shift * members.length)
  const best = Math.max(...scores)
  const raw = scores.map((score) => Math.exp(score - best))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return { sets, weights: raw.map((weight) => weight / total) }
}

describe('what a step is expected to tell', () => {
  const worlds = Array.from({ length: 15 }, (_, index) => {
    const seed = index + 1
    const toy = crowdedAtlas(seed, 8, 12)
    const problem = toyProblem(toy, crowdedObservation(seed, toy))
    return { toy, problem, every: everySet(problem), asking: toyAsking(seed, toy, 6) }
  })

  it('of a question is the mutual information of answer and set, counted over all 256 sets', () => {
    for (const { every, asking } of worlds) {
      const belief = { sets: every.sets, weights: Float64Array.from(every.weights) }
      const gains = questionGainsBits(belief, asking.anyway, saidOf(asking, belief.sets))
      for (const [q, logs] of asking.anyway.entries()) {
        const joint = every.sets.map((members, index) => {
          const odds = Array.from(logs)
          for (const i of members) {
            for (const say of asking.says[i]!)
              if (say.question === q) for (const [o, nats] of say.nats.entries()) odds[o]! += nats
          }
          const total = odds.reduce((sum, log) => sum + Math.exp(log), 0)
          return odds.map((log) => (every.weights[index]! * Math.exp(log)) / total)
        })
        expect(gains[q]).toBeCloseTo(mutualInformation(joint), 9)
      }
    }
  })

  it('of a palpation is the mutual information of finding and set', () => {
    const finger = { sensitivity: 0.88, specificity: 0.84 }
    for (const { every } of worlds) {
      const belief = { sets: every.sets, weights: Float64Array.from(every.weights) }
      const group = Int32Array.from(every.sets.at(-1)!, (_, i) => (i === 2 || i === 3 ? 0 : -1))
      const joint = every.sets.map((members, index) => {
        const found = members.includes(2) || members.includes(3) ? finger.sensitivity : 1 - finger.specificity
        return [every.weights[index]! * found, every.weights[index]! * (1 - found)]
      })
      const [chance] = chanceOfEach(belief, group, 1)
      expect(informationGainBits(chance!, finger)).toBeCloseTo(mutualInformation(joint), 9)
    }
  })

  it('is nearly the same from the sets that a search kept', () => {
    const gaps: number[] = []
    for (const { problem, every, asking } of worlds) {
      const whole = { sets: every.sets, weights: Float64Array.from(every.weights) }
      const exact = questionGainsBits(whole, asking.anyway, saidOf(asking, whole.sets))
      const belief = beliefOf(problem, search(problem, settled))
      const kept = questionGainsBits(belief, asking.anyway, saidOf(asking, belief.sets))
      for (const [q, gain] of kept.entries()) gaps.push(Math.abs(gain - exact[q]!))
    }
    gaps.sort((a, b) => a - b)
    expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(0.01)
    expect(gaps.at(-1)).toBeLessThan(0.05)
  })

  it('is nothing where nothing is kept but one set, or the answer depends on nothing', () => {
    const { asking } = worlds[0]!
    for (const members of [[], [1, 4]]) {
      const one = { sets: [members], weights: Float64Array.of(1) }
      const gains = questionGainsBits(one, asking.anyway, saidOf(asking, one.sets))
      for (const gain of gains) expect(gain).toBeCloseTo(0, 12)
    }
  })
})

describe('the belief on which steps are weighed', () => {
  it('gives sources that do not touch each other the probabilities that are shown', () => {
    const toy = crowdedAtlas(4, 1, 12)
    const problem = toyProblem(toy, crowdedObservation(4, toy))
    const found = search(problem, painting)
    const [shown] = posterior(problem, found).marginal
    const [chance] = chanceOfEach(beliefOf(problem, found), Int32Array.of(0), 1)
    expect(chance).toBeCloseTo(shown!, 6)
    expect(defaultParameters.recalibration.slope).toBeGreaterThan(0)
  })
})

describe('answers', () => {
  const said = (history: Partial<Case['history']>, ranges?: Case['ranges']): Case => ({
    ...blankCase,
    history: { ...blankCase.history, ...history },
    ranges,
  })
  const odds = (given: Case) => logOddsOf(atlas, evidence, given)
  const before = odds(blankCase)

  it.each(['movement-worse', 'movement-better', 'movement-limited'])(
    '%s: what a yes and a no say evens out before anybody has answered',
    (id) => {
      const { yes, no } = answerNats(weights, id)
      const anyway = weights(`${id}-anyway`)
      for (const p of [0.05, 0.4, 0.8]) {
        const saysYes = p * anyway * Math.exp(yes) + (1 - p) * anyway
        const updated = (nats: number) => (p * Math.exp(nats)) / (p * Math.exp(nats) + 1 - p)
        expect(saysYes * updated(yes) + (1 - saysYes) * updated(no)).toBeCloseTo(p, 12)
      }
    },
  )

  it('to a movement: a yes raises what it hurts with, a no lowers it, nothing else moves', () => {
    const yes = odds(said({ worseWith: ['neck-rotation-right'] }))
    const no = odds(said({ sameWith: ['neck-rotation-right'] }))
    const moved = [...before.keys()].filter((i) => yes[i] !== before[i])
    expect(moved.length).toBeGreaterThan(5)
    for (const [i, value] of before.entries()) {
      const link = evidence.clinical
        .get(atlas.rows[i]!.id)
        ?.hurtsWith.some(({ movement }) => movement === 'neck-rotation')
      if (moved.includes(i)) {
        expect(link).toBe(true)
        expect(yes[i]).toBeGreaterThan(value)
        expect(no[i]).toBeLessThan(value)
      } else {
        expect(yes[i]).toBe(value)
      }
    }
  })

  it('to a measured range: short raises what limits it on that side and not on the other', () => {
    const short = odds(said({}, [{ movement: 'shoulder-flexion', side: 'left', limited: true }]))
    const free = odds(said({}, [{ movement: 'shoulder-flexion', side: 'left', limited: false }]))
    let moved = 0
    for (const [i, value] of before.entries()) {
      const row = atlas.rows[i]!
      const limits =
        evidence.clinical.get(row.id)?.limits.some(({ movement }) => movement === 'shoulder-flexion') ?? false
      if (limits && row.side === 'left') {
        expect(short[i]).toBeGreaterThan(value)
        expect(free[i]).toBeLessThan(value)
        moved++
      } else expect(short[i]).toBe(value)
    }
    expect(moved).toBeGreaterThan(3)
  })

  it('count once, however often they are given, and never without bound', () => {
    const range = { movement: 'neck-rotation', side: 'left', limited: true } as const
    expect(odds(said({}, [range, range, range]))).toEqual(odds(said({}, [range])))
    const all = [...evidence.movements.values()]
    const every = odds(
      said(
        { worseWith: all.flatMap(({ id, hasDirections }) => (hasDirections ? [`${id}-left`, `${id}-right`] : [id])) },
        all.flatMap(({ id }) =>
          (['left', 'right', null] as const).map((side) => ({ movement: id, side, limited: true })),
        ),
      ),
    )
    const most = Math.log(weights('movement-most'))
    for (const [i, value] of before.entries()) expect(every[i]! - value).toBeLessThanOrEqual(most + 1e-9)
  })
})

describe('next steps on the real atlas', () => {
  const everything = { questions: new Set(knowledge.questions.map(({ id }) => id)), skipped: new Set<string>() }
  const isQuestion = (step: Step): step is AskStep => step.kind !== 'palpate'
  const neck: Case = {
    ...blankCase,
    pain: [
      { region: 'temple', side: 'right', intensity: 5, share: 0.8, quality: [] },
      { region: 'neck-angle', side: 'right', intensity: 5, share: 1, quality: [] },
    ],
  }
  const { ranked } = rankCase(model, neck, null)

  it('are of several kinds, the most for time and discomfort first, each worth something', () => {
    expect(new Set(ranked.steps.map(({ kind }) => kind)).size).toBeGreaterThan(1)
    for (const [index, step] of ranked.steps.entries()) {
      expect(step.gainBits).toBeGreaterThanOrEqual(0.01)
      expect(step.gainBits).toBeLessThanOrEqual(1)
      expect(step.seconds).toBeGreaterThan(0)
      expect(step.discomfort).toBeLessThanOrEqual(10)
      const minutes = (step.seconds + step.discomfort * weights('step-discomfort-worth')) / 60
      expect(step.gainPerMinute).toBeCloseTo(step.gainBits / minutes, 9)
      if (index > 0) expect(step.gainPerMinute).toBeLessThanOrEqual(ranked.steps[index - 1]!.gainPerMinute)
    }
  })

  it('name one point a muscle, the likeliest, as a finding speaks of the whole muscle', () => {
    const parts = ranked.next.map(({ id, side }) => {
      const row = atlas.rows.find((one) => one.id === id && one.side === side)!
      const own = ranked.sources.filter(
        (one) => one.muscle === row.muscle && one.part === row.part && one.side === side,
      )
      expect(own[0]!.id).toBe(id)
      return `${row.muscle} ${row.part} ${side}`
    })
    expect(new Set(parts).size).toBe(parts.length)
  })

  it('ask nothing twice', () => {
    let given = neck
    const asked: string[] = []
    for (let round = 0; round < 14; round++) {
      const step = rankCase(model, given, null, undefined, null, everything).ranked.steps.find(isQuestion)
      if (step === undefined) break
      asked.push(keyOfSubject(step.subject))
      given = enter(given, entryOf(step.subject, step.answers[round % step.answers.length]!))
    }
    expect(asked.length).toBeGreaterThan(6)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('do not come back with what was put aside', () => {
    const skipped = new Set<string>()
    for (let round = 0; round < 6; round++) {
      const may = { ...everything, skipped }
      const steps = rankCase(model, neck, null, undefined, null, may).ranked.steps.filter(isQuestion)
      for (const { subject } of steps) expect(skipped.has(keyOfSubject(subject))).toBe(false)
      for (const { subject } of steps) skipped.add(keyOfSubject(subject))
    }
    expect(skipped.size).toBeGreaterThan(8)
  })

  it('weigh a press by what is shown and no surer, so that a likely muscle is pressed too', () => {
    const cap = weights('shown-at-most-unpalpated')
    const kappa = reliabilityFromKappa(weights('finding-familiar-pain-kappa'))
    const one = crowd.person(90_003, undefined, 1)
    const sure = rankCase(model, blankCase, { surface: body, paint: one.paint }).ranked
    const first = sure.sources[0]!
    expect(first.probability).toBe(cap)
    const own = sure.next.find(({ id, side }) => id === first.id && side === first.side)!
    expect(own.gainBits).toBeCloseTo(informationGainBits(cap, kappa), 9)
  })

  it('leave out what the hands have felt already', () => {
    const [first] = ranked.next
    const row = atlas.rows.find(({ id, side }) => id === first!.id && side === first!.side)!
    const felt = { muscle: row.muscle!, part: row.part, side: first!.side, familiarPain: false }
    const after = rankCase(model, { ...neck, findings: [felt] }, null).ranked
    expect(after.next.some(({ id, side }) => id === first!.id && side === first!.side)).toBe(false)
  })
})
