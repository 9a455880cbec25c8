import { beforeAll, describe, expect, it } from 'vitest'
import type { RippleModel } from '../../src/ripple/open.ts'
import { rippleOverTasks } from '../../src/ripple/over-tasks.ts'
import { ripple } from '../../src/ripple/ripple.ts'
import { asked, inhibited, opened, rise, tight } from './model.ts'

let model: RippleModel
beforeAll(async () => {
  model = (await opened()).model
})

/** Patterns that laboratories and clinics describe; docs/model/ripple.md has the numbers. */
describe('documented patterns', () => {
  it.each(['fixed', 'free'] as const)('weak gluteus medius: minimus and tensor take over (%s)', (posture) => {
    const answer = ripple(asked('single-leg-stance', [inhibited('gluteus-medius', 0.5)], { posture }), model)
    expect(answer.held).toBe(true)
    expect(answer.worstReserveNm).toBeLessThan(0.1)
    expect(rise(answer, 'gluteus-minimus')).toBeGreaterThan(100)
    expect(rise(answer, 'tensor-fasciae-latae')).toBeGreaterThan(50)
    expect(rise(answer, 'gluteus-medius')).toBeLessThan(-100)
    expect(answer.muscles[0]?.muscle).toBe('gluteus-medius')
  })

  it('weak gluteus maximus, prone: the hamstrings take over', () => {
    const answer = ripple(asked('prone-hip-extension', [inhibited('gluteus-maximus', 0.8)]), model)
    expect(answer.held).toBe(true)
    expect(
      rise(answer, 'biceps-femoris') + rise(answer, 'semitendinosus') + rise(answer, 'semimembranosus'),
    ).toBeGreaterThan(50)
  })

  it('tight psoas, standing: it pulls more and the low back answers', () => {
    const answer = ripple(asked('standing', [tight('iliopsoas', 0.1, 'right', 'psoas-major')]), model)
    expect(answer.held).toBe(true)
    expect(rise(answer, 'iliopsoas', 'right', 'psoas-major')).toBeGreaterThan(30)
    expect(rise(answer, 'lumbar-multifidus', 'left') + rise(answer, 'lumbar-multifidus', 'right')).toBeGreaterThan(20)
    const lumbosacral = answer.joints.find((one) => one.joint === 'lumbosacral')
    expect(lumbosacral!.afterN).toBeGreaterThan(lumbosacral!.beforeN)
  })

  it('weak upper trapezius, arm in front: middle trapezius and serratus take over', () => {
    const answer = ripple(asked('arm-flexion', [inhibited('trapezius', 0.5, 'right', 'upper')]), model)
    expect(answer.held).toBe(true)
    expect(rise(answer, 'trapezius', 'right', 'middle')).toBeGreaterThan(10)
    expect(rise(answer, 'serratus-anterior')).toBeGreaterThan(5)
    for (const one of answer.muscles) if (one.muscle === 'trapezius') expect(one.confidence).toBe('low')
  })

  it('weak deep neck flexors, head lifted: sternocleidomastoid takes over', () => {
    const trouble = (['left', 'right'] as const).flatMap((side) => [
      inhibited('longus-colli', 0.8, side),
      inhibited('longus-capitis', 0.8, side),
    ])
    const answer = ripple(asked('head-lift', trouble), model)
    expect(answer.held).toBe(true)
    expect(rise(answer, 'sternocleidomastoid', 'right', 'sternal')).toBeGreaterThan(2)
    expect(rise(answer, 'longus-capitis')).toBeLessThan(0)
  })

  it('weak hip flexors, thigh lifted: rectus femoris takes over', () => {
    const answer = ripple(asked('march', [inhibited('iliopsoas', 0.3, 'left')]), model)
    expect(answer.held).toBe(true)
    expect(rise(answer, 'rectus-femoris', 'left')).toBeGreaterThan(30)
  })

  it('half the hip abductors blocked: neither lean nor drop, as under the nerve block', () => {
    const trouble = ['gluteus-medius', 'gluteus-minimus', 'tensor-fasciae-latae'].map((muscle) =>
      inhibited(muscle, 0.52),
    )
    const answer = ripple(asked('single-leg-stance', trouble, { posture: 'free' }), model)
    expect(answer.held).toBe(true)
    for (const one of answer.posture) expect(Math.abs(one.afterDeg - one.beforeDeg), one.coordinate).toBeLessThan(3)
  })

  it('loads the hip on one leg as instrumented hips report: two to three times the body weight', () => {
    const answer = ripple(asked('single-leg-stance', []), model)
    const hip = answer.joints.find((one) => one.joint === 'hip' && one.side === 'right')!
    expect(hip.beforeN).toBeGreaterThan(1.9 * 736)
    expect(hip.beforeN).toBeLessThan(3.2 * 736)
  })
})

describe('ripple', () => {
  it('says that a task can not be held instead of giving a ripple', () => {
    const trouble = ['gluteus-medius', 'gluteus-minimus', 'tensor-fasciae-latae', 'gluteus-maximus'].map((muscle) =>
      inhibited(muscle, 1),
    )
    const answer = ripple(asked('single-leg-stance', trouble), model)
    expect(answer.held).toBe(false)
    expect(answer.worstReserveNm).toBeGreaterThan(1)
  })

  it('mirrors: the left side is the right side in a mirror', () => {
    for (const [task, muscle] of [
      ['single-leg-stance', 'gluteus-medius'],
      ['arm-abduction', 'deltoid'],
      ['step-up', 'vastus-lateralis'],
    ] as const) {
      for (const posture of ['fixed', 'free'] as const) {
        const right = ripple(asked(task, [inhibited(muscle, 0.5)], { posture }), model)
        const left = ripple(asked(task, [inhibited(muscle, 0.5, 'left')], { working: 'left', posture }), model)
        const other = (side: 'left' | 'right') => (side === 'left' ? 'right' : 'left')
        for (const one of right.muscles) {
          const twin = left.muscles.find(
            (two) => two.muscle === one.muscle && two.part === one.part && two.side === other(one.side),
          )
          expect(Math.abs(twin!.afterN - one.afterN), `${task} ${posture} ${one.muscle}`).toBeLessThan(
            posture === 'fixed' ? 0.2 : 2,
          )
        }
        expect(left.cost.after).toBeCloseTo(right.cost.after, 3)
      }
    }
  })

  it('grows with the dose', () => {
    const at = (degree: number) => ripple(asked('single-leg-stance', [inhibited('gluteus-medius', degree)]), model)
    const rises = [0, 0.15, 0.3, 0.45, 0.6].map((degree) => rise(at(degree), 'gluteus-minimus'))
    for (let k = 1; k < rises.length; k++) expect(rises[k]!).toBeGreaterThanOrEqual(rises[k - 1]!)
    expect(rises[0]).toBeCloseTo(0, 6)
    const pulls = [0, 0.05, 0.1, 0.15, 0.2].map((degree) =>
      rise(ripple(asked('standing', [tight('iliopsoas', degree)]), model), 'iliopsoas'),
    )
    for (let k = 1; k < pulls.length; k++) expect(pulls[k]!).toBeGreaterThan(pulls[k - 1]!)
  })

  it('gives the same answer every time', () => {
    const ask = asked('squat', [inhibited('vastus-medialis', 0.6)], { posture: 'free' })
    expect(ripple(ask, model)).toEqual(ripple(ask, model))
  })

  it('leaves posture and forces alone where nothing is wrong', () => {
    for (const posture of ['fixed', 'free'] as const) {
      const answer = ripple(asked('carry-one-hand', [], { posture }), model)
      for (const one of answer.muscles) expect(Math.abs(one.afterN - one.beforeN)).toBeLessThan(3)
      for (const one of answer.posture) expect(Math.abs(one.afterDeg - one.beforeDeg)).toBeLessThan(0.2)
    }
  })
})

describe('rippleOverTasks', () => {
  it('finds where weak abductors are felt and which muscles they may tire', () => {
    const { tasks, next } = rippleOverTasks([inhibited('gluteus-medius', 0.5)], model)
    expect(tasks).toHaveLength(17)
    expect(tasks.slice(0, 5).map((one) => one.task)).toContain('single-leg-stance')
    expect(next.slice(0, 3).map((one) => one.muscle)).toContain('gluteus-minimus')
    expect(next.every((one) => one.muscle !== 'gluteus-medius' || one.side === 'left')).toBe(true)
    expect(next.find((one) => one.muscle === 'gluteus-minimus')?.firstThree).toBe('always')
  })
})
