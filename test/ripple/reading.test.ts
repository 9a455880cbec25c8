import { beforeAll, describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Trouble } from '../../src/ripple/ask.ts'
import { type Figure, type FigurePoint, figureOf } from '../../src/ripple/figure.ts'
import type { RippleModel } from '../../src/ripple/open.ts'
import { rippleOverTasks, rippleTaskByTask } from '../../src/ripple/over-tasks.ts'
import { ripple } from '../../src/ripple/ripple.ts'
import { planTroubles, rippleForPlan } from '../../src/service/ripple-for-plan.ts'
import { chainsOf, firstTask, isTroubled, readRipple } from '../../src/service/ripple-reading.ts'
import { asked, inhibited, opened, tight } from './model.ts'

let knowledge: Knowledge
let model: RippleModel
beforeAll(async () => {
  ;({ knowledge, model } = await opened())
})

const read = (task: string, trouble: readonly Trouble[]) => {
  const ask = asked(task, trouble)
  return readRipple(knowledge, ask, ripple(ask, model))
}

describe('reading an answer', () => {
  const asks: [string, readonly Trouble[]][] = [
    ['single-leg-stance', [inhibited('gluteus-medius', 0.5)]],
    ['standing', [tight('iliopsoas', 0.1, 'right', 'psoas-major')]],
    ['arm-flexion', [inhibited('trapezius', 0.5, 'right', 'upper')]],
  ]

  it.each(asks)(
    'in %s those who take over rise, those spared fall, and the troubled one is neither',
    (task, trouble) => {
      const reading = read(task, trouble)
      expect(reading.held).toBe(true)
      expect(reading.takesOver.length).toBeGreaterThan(0)
      for (const one of reading.takesOver) expect(one.afterN).toBeGreaterThan(one.beforeN)
      for (const one of reading.spared) expect(one.afterN).toBeLessThan(one.beforeN)
      for (const one of [...reading.takesOver, ...reading.spared]) expect(isTroubled(trouble, one)).toBe(false)
      for (const one of reading.troubled) expect(isTroubled(trouble, one)).toBe(true)
      for (const one of reading.joints) expect(one.afterN).toBeGreaterThan(one.beforeN)
      for (const leader of reading.leaders)
        expect(
          reading.takesOver.some(
            ({ muscle, part, side }) =>
              `${muscle} ${part} ${side}` === `${leader.muscle} ${leader.part} ${leader.side}`,
          ),
        ).toBe(true)
      const rises = reading.takesOver.map((one) => one.afterShare - one.beforeShare)
      expect(rises).toEqual([...rises].sort((a, b) => b - a))
    },
  )

  it('says nothing of a posture that cannot be held', () => {
    const all = knowledge.modelMuscles.flatMap(({ muscle }) =>
      (['left', 'right'] as const).map((side) => inhibited(muscle, 1, side)),
    )
    const reading = read('standing', all)
    expect(reading.held).toBe(false)
    for (const list of [reading.takesOver, reading.spared, reading.troubled, reading.joints, reading.posture])
      expect(list).toEqual([])
  })

  it('finds nothing where nothing is the matter', () => {
    const reading = read('single-leg-stance', [inhibited('gluteus-medius', 0)])
    expect([reading.takesOver, reading.spared, reading.joints]).toEqual([[], [], []])
  })

  it('compares with a study only in the task of the study', () => {
    const trouble = [inhibited('trapezius', 0.5, 'right', 'upper')]
    const study = (task: string) =>
      read(task, trouble).evidence.find(({ record }) => record.id === 'upper-trapezius-pain')
    expect(study('standing')!.rose.map((one) => one.model)).toEqual([null])
    expect(study(study('standing')!.record.task)!.rose.every((one) => one.model !== null)).toBe(true)
    expect(read('standing', [inhibited('soleus', 0.5)]).evidence).toEqual([])
  })

  it('has a first task for every muscle, the studied one where there is a study', () => {
    for (const { muscle } of knowledge.modelMuscles)
      expect(model.tasks.has(firstTask(knowledge, inhibited(muscle, 0.5)).id)).toBe(true)
    expect(firstTask(knowledge, inhibited('gluteus-maximus', 0.8)).id).toBe('prone-hip-extension')
  })

  it('lists chains that name the muscle at one end, the better backed first', () => {
    const links = chainsOf(knowledge, 'gluteus-medius', null)
    expect(links.length).toBeGreaterThan(2)
    for (const { chain, end } of links)
      expect(chain[end].muscles.some(({ muscle }) => muscle === 'gluteus-medius')).toBe(true)
    const weights = links.map(({ chain }) => chain.weight)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
  })
})

describe('over all tasks', () => {
  it('pauses after every task and may be stopped there', () => {
    const steps = rippleTaskByTask([inhibited('soleus', 0.3)], model)
    const seen = [steps.next().value, steps.next().value]
    expect(new Set(seen).size).toBe(2)
    steps.return({ tasks: [], next: [] })
    expect(steps.next().done).toBe(true)
  })
})

describe('beside a plan', () => {
  const planned = [
    { muscle: 'gluteus-medius', part: null, side: 'right' as const },
    { muscle: 'masseter', part: null, side: 'right' as const },
  ]

  it('asks each muscle of the model once and leaves others out', () => {
    expect(planTroubles(knowledge, [...planned, ...planned]).map(({ muscle }) => muscle)).toEqual(['gluteus-medius'])
    expect(planTroubles(knowledge, [{ muscle: 'masseter', part: null, side: 'left' }])).toEqual([])
  })

  it('looks at others than the treated ones, never where the model is unsure', () => {
    const over = rippleOverTasks(planTroubles(knowledge, planned), model)
    const found = rippleForPlan(knowledge, planned, over)
    expect(found.overloaded.map(({ muscle }) => muscle)).toContain('tensor-fasciae-latae')
    for (const one of found.overloaded) {
      expect(one.confidence).not.toBe('low')
      expect(one.muscle === 'gluteus-medius' && one.side === 'right').toBe(false)
    }
    expect(found.strengthen.map(({ muscle }) => muscle)).toEqual(['gluteus-medius'])
    expect(found.grade).toBe('expert')
    expect(rippleForPlan(knowledge, planned, { tasks: [], next: [] }).strengthen).toEqual([])
  })
})

describe('the picture of a task', () => {
  const lineOf = (figure: Figure, limb: string, side: string | null) =>
    figure.lines.find((one) => one.limb === limb && one.side === side)!.through
  const length = ([from, to]: readonly FigurePoint[]) => Math.hypot(...from!.map((value, axis) => to![axis]! - value))

  it('keeps the length of every limb in every task', () => {
    const standing = figureOf(model, 'standing', 'right')
    for (const task of model.tasks.keys()) {
      const figure = figureOf(model, task, 'right')
      for (const limb of ['upper-arm', 'forearm', 'thigh', 'shank'])
        for (const side of ['left', 'right'])
          expect(length(lineOf(figure, limb, side))).toBeCloseTo(length(lineOf(standing, limb, side)), 6)
    }
  })

  it.each(['single-leg-stance', 'step-up', 'arm-abduction'])(
    'of %s on the left is the mirror image of the right',
    (task) => {
      const [right, left] = [figureOf(model, task, 'right'), figureOf(model, task, 'left')]
      for (const { limb, side, through } of right.lines) {
        const others = lineOf(left, limb, side === null ? null : side === 'left' ? 'right' : 'left')
        for (const [k, [x, y, z]] of through.entries())
          for (const [axis, value] of [-x, y, z].entries()) expect(others[k]![axis]).toBeCloseTo(value, 4)
      }
    },
  )

  it('stands on one leg with the other foot up', () => {
    const figure = figureOf(model, 'single-leg-stance', 'right')
    const heelM = (side: string) => lineOf(figure, 'foot', side)[0]![1]
    expect(heelM('left') - heelM('right')).toBeGreaterThan(0.1)
  })
})
