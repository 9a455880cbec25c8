import { beforeAll, describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { combined, jitters } from '../../src/ripple/jitter.ts'
import type { Prepared, RippleModel } from '../../src/ripple/open.ts'
import { changesOf, noChanges, type Solved, solveSituation } from '../../src/ripple/statics.ts'
import { inhibited, opened } from './model.ts'

let knowledge: Knowledge
let model: RippleModel
beforeAll(async () => {
  const both = await opened()
  knowledge = both.knowledge
  model = both.model
})

function solve(
  prepared: Prepared,
  muscle: string,
  degree: number,
  power: 2 | 3 = 2,
  changes = noChanges(model.body.elements.length),
): Solved {
  const own = combined(changesOf(model.kinematics, [inhibited(muscle, degree)]), changes)
  const start = (power === 2 ? prepared.healthy : prepared.healthyCubic).recruitment.prices
  return solveSituation(model.kinematics, prepared.situation, own, power, start)
}

/** The muscles that rise most, without the troubled one. */
function topThree(before: Solved, after: Solved, muscle: string): string[] {
  const rises = new Map<string, number>()
  model.body.elements.forEach((one, e) => {
    if (one.muscle === muscle && one.side === 'right') return
    const name = `${one.muscle} ${one.side}`
    rises.set(name, (rises.get(name) ?? 0) + after.forcesN[e]! - before.forcesN[e]!)
  })
  return [...rises]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name]) => name)
}

const common = (a: readonly string[], b: readonly string[]) => a.filter((name) => b.includes(name)).length

/** Cases whose ripple is large enough to have an order. */
const cases = [
  ...[
    ['single-leg-stance', 'gluteus-medius'],
    ['prone-hip-extension', 'gluteus-maximus'],
    ['arm-abduction', 'trapezius'],
  ],
  ...[
    ['step-up', 'vastus-lateralis'],
    ['march', 'gluteus-medius'],
    ['heel-raise', 'soleus'],
    ['squat', 'vastus-lateralis'],
  ],
  ...[
    ['side-lying-hip-abduction', 'gluteus-medius'],
    ['carry-one-hand', 'deltoid'],
    ['head-forward', 'semispinalis-capitis'],
  ],
] as [string, string][]

describe('every muscle in every task', () => {
  it('is held by a healthy body', () => {
    for (const task of knowledge.tasks) {
      const { healthy, healthyCubic } = model.prepare(task.id, 'right')
      expect(healthy.held, task.id).toBe(true)
      expect(healthyCubic.recruitment.converged, task.id).toBe(true)
    }
  })

  it('never costs less when weaker, and always ends', () => {
    let solves = 0
    let rejected = 0
    const wrong: string[] = []
    for (const task of knowledge.tasks) {
      const prepared = model.prepare(task.id, 'right')
      for (const { muscle } of knowledge.modelMuscles) {
        let last = prepared.healthy.cost
        for (const degree of [0.5, 0.9]) {
          const after = solve(prepared, muscle, degree)
          solves++
          if (!after.held) rejected++
          if (!after.recruitment.converged || after.cost < last - 1e-6) wrong.push(`${task.id} ${muscle} ${degree}`)
          last = after.cost
        }
      }
    }
    expect(wrong).toEqual([])
    expect(solves).toBe(knowledge.tasks.length * knowledge.modelMuscles.length * 2)
    expect(rejected / solves).toBeLessThan(0.03)
  })

  it('sends nothing where it gives nothing', () => {
    for (const task of knowledge.tasks) {
      const prepared = model.prepare(task.id, 'right')
      for (const { muscle } of knowledge.modelMuscles) {
        const own = model.body.elements.flatMap((one, e) => (one.muscle === muscle && one.side === 'right' ? [e] : []))
        if (own.some((e) => prepared.healthy.recruitment.activations[e]! > 1e-9)) continue
        const after = solve(prepared, muscle, 0.9)
        after.forcesN.forEach((force, e) => {
          expect(Math.abs(force - prepared.healthy.forcesN[e]!), `${task.id} ${muscle}`).toBeLessThan(0.05)
        })
      }
    }
  })

  it('reaches nothing that no joint connects: calf and neck, hand and foot', () => {
    const far: [string, string, RegExp][] = [
      ['standing', 'tibialis-posterior', /capitis|cervicis|scalenes|sternocleido|deltoid|biceps-brachii/],
      ['head-lift', 'longus-capitis', /gastrocnemius|soleus|tibialis|fibularis|vastus|adductor/],
      ['squat', 'soleus', /capitis|cervicis|scalenes|sternocleido|deltoid|biceps-brachii/],
      ['arm-flexion', 'brachialis', /gastrocnemius|soleus|tibialis|fibularis|vastus/],
    ]
    for (const [task, muscle, others] of far) {
      const prepared = model.prepare(task, 'right')
      const after = solve(prepared, muscle, 0.7)
      model.body.elements.forEach((one, e) => {
        if (others.test(one.muscle))
          expect(Math.abs(after.forcesN[e]! - prepared.healthy.forcesN[e]!), `${task} ${one.muscle}`).toBeLessThan(0.5)
      })
    }
  })

  it.each(cases)('%s, weak %s: both exponents and small changes of the body keep the top three', (task, muscle) => {
    const prepared = model.prepare(task, 'right')
    const top = topThree(prepared.healthy, solve(prepared, muscle, 0.4), muscle)
    expect(
      common(top, topThree(prepared.healthyCubic, solve(prepared, muscle, 0.4, 3), muscle)),
    ).toBeGreaterThanOrEqual(2)
    for (const changes of jitters(model.body)) {
      const before = solveSituation(model.kinematics, prepared.situation, changes)
      const after = solve(prepared, muscle, 0.4, 2, changes)
      expect(common(top, topThree(before, after, muscle))).toBeGreaterThanOrEqual(2)
    }
  })

  it('agrees between exponents and between bodies a little different, mostly, wherever a ripple is large', () => {
    let cases = 0
    let exponents = 0
    let bodies = 0
    for (const task of knowledge.tasks) {
      const prepared = model.prepare(task.id, 'right')
      for (const { muscle } of knowledge.modelMuscles) {
        const after = solve(prepared, muscle, 0.4)
        const top = topThree(prepared.healthy, after, muscle)
        const size = Math.max(...after.forcesN.map((force, e) => force - prepared.healthy.forcesN[e]!))
        if (!after.held || size < 10) continue
        cases++
        if (common(top, topThree(prepared.healthyCubic, solve(prepared, muscle, 0.4, 3), muscle)) >= 2) exponents++
        const [other] = prepared.jittered
        if (common(top, topThree(other!.solved, solve(prepared, muscle, 0.4, 2, other!.changes), muscle)) >= 2) bodies++
      }
    }
    expect(cases).toBeGreaterThan(150)
    expect(exponents / cases).toBeGreaterThan(0.8)
    expect(bodies / cases).toBeGreaterThan(0.9)
  })

  it('changes no activation when body and muscles are scaled together', () => {
    const prepared = model.prepare('single-leg-stance', 'right')
    const scale = 1.3
    const kinematics = Object.create(model.kinematics, {
      model: {
        value: {
          ...model.body,
          massKg: model.body.massKg * scale,
          elements: model.body.elements.map((one) => ({ ...one, maxForceN: one.maxForceN * scale })),
          glides: model.body.glides.map((one) => ({ ...one, mostN: one.mostN * scale })),
        },
      },
    })
    const situation = {
      ...prepared.situation,
      demand: prepared.situation.demand.map((torque) => torque * scale),
      supports: prepared.situation.supports.map((column) => column.map((value) => value * scale)),
    }
    const scaled = solveSituation(
      kinematics,
      situation,
      changesOf(model.kinematics, [inhibited('gluteus-medius', 0.5)]),
    )
    const usual = solve(prepared, 'gluteus-medius', 0.5)
    usual.recruitment.activations.forEach((a, j) => {
      expect(scaled.recruitment.activations[j]).toBeCloseTo(a, 4)
    })
  })
})
