import { beforeAll, describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { RippleModel } from '../../src/ripple/open.ts'
import * as laws from './laws.ts'
import { opened } from './model.ts'

/** A fixed sample; `npx tsx scripts/gate-ripple.ts` takes every muscle, both sides and every task. */
let knowledge: Knowledge
let model: RippleModel
beforeAll(async () => {
  const both = await opened()
  knowledge = both.knowledge
  model = both.model
})

const sample = (step: number) => laws.places(model, knowledge, step, ['left', 'right'])

describe('every muscle in every task', () => {
  it('is held by a healthy body', () => {
    for (const task of knowledge.tasks) {
      const { healthy, healthyCubic } = model.prepare(task.id, 'right')
      expect(healthy.held, task.id).toBe(true)
      expect(healthyCubic.held, task.id).toBe(true)
    }
  })

  it('never costs less when weaker, and always ends', () => {
    const found = laws.weakerCosts(model, sample(5), [0.3, 0.6, 0.9])
    expect(found.cheaper).toEqual([])
    expect(found.unfinished).toEqual([])
    expect(found.solves).toBeGreaterThan(1200)
    expect(found.rejected.length / found.solves).toBeLessThan(0.02)
    expect(found.stronger.length / found.solves).toBeLessThan(0.02)
  })

  it('ends when tight, and mostly can be held', () => {
    const found = laws.tighterPulls(model, sample(17))
    expect(found.unfinished).toBe(0)
    expect(found.rejected / found.solves).toBeLessThan(0.03)
  })

  it('sends nothing where it gives nothing', () => {
    const found = laws.silentSendNothing(model, sample(5))
    expect(found.silent).toBeGreaterThan(100)
    expect(found.worstN).toBeLessThan(0.05)
  })

  it('is mirrored', () => {
    expect(laws.mirrored(model, sample(29)).worstN).toBeLessThan(0.001)
  })

  it('changes no activation when body and muscles are scaled together', () => {
    expect(laws.scaled(model, sample(43)).worst).toBeLessThan(1e-6)
  })

  it('reaches nothing that no joint connects: calf and neck, hand and foot', () => {
    const far: [string, string, RegExp][] = [
      ['standing', 'tibialis-posterior', /capitis|cervicis|scalenes|sternocleido|deltoid|biceps-brachii/],
      ['head-lift', 'longus-capitis', /gastrocnemius|soleus|tibialis|fibularis|vastus|adductor/],
      ['squat', 'soleus', /capitis|cervicis|scalenes|sternocleido|deltoid|biceps-brachii/],
      ['arm-flexion', 'brachialis', /gastrocnemius|soleus|tibialis|fibularis|vastus/],
    ]
    for (const [task, muscle, others] of far) {
      const place = [...laws.places(model, knowledge)].find((one) => one.task === task && one.muscle === muscle)!
      const after = laws.solveWith(model, place.prepared, [
        { muscle, part: null, side: 'right', state: 'inhibited', degree: 0.7 },
      ])
      model.body.elements.forEach((one, e) => {
        if (others.test(one.muscle))
          expect(
            Math.abs(after.forcesN[e]! - place.prepared.healthy.forcesN[e]!),
            `${task} ${one.muscle}`,
          ).toBeLessThan(0.5)
      })
    }
  })

  it('fades with the joints between', () => {
    const reach = laws.reach(model, sample(19))
    expect(reach.get(-1)?.worstN ?? 0).toBe(0)
    expect(reach.get(0)!.worstN).toBeGreaterThan(100)
    for (const [hops, { worstN, where }] of reach) expect(worstN, where).toBeLessThan(laws.mostAfter(hops))
  })

  it('is named alike by both exponents and by bodies a little different, and surely only where all agree', () => {
    const found = laws.agreement(model, sample(7))
    expect(found.ripples).toBeGreaterThan(30)
    expect(found.sameTwo).toBeGreaterThan(0.8)
    expect(found.bodiesTwo).toBeGreaterThan(0.9)
    expect(found.directions).toBeGreaterThan(0.9)
    expect(found.withSure).toBeGreaterThan(0.8)
    expect(found.sureKept).toBeGreaterThan(0.93)
    expect(found.sureKept).toBeGreaterThan(found.mostlyKept)
    expect(found.mostlyKept).toBeGreaterThan(found.sometimesKept)
  })

  it('costs no more when posture is free, and never less when weaker', () => {
    const found = laws.freePosture(model, sample(97))
    expect(found.solves).toBeGreaterThan(30)
    expect(found.dearer).toEqual([])
    expect(found.cheaper).toEqual([])
  })
})
