import { beforeAll, describe, expect, it } from 'vitest'
import type { Trouble } from '../../src/ripple/ask.ts'
import type { RippleModel } from '../../src/ripple/open.ts'
import { ripple } from '../../src/ripple/ripple.ts'
import { asked, inhibited, opened, tight } from './model.ts'

let model: RippleModel
beforeAll(async () => {
  model = (await opened()).model
})

type Shown = {
  readonly name: string
  readonly task: string
  readonly trouble: readonly Trouble[]
  /** Muscle, part, side, newtons before, after held still, after with the posture free: as in docs/model/ripple.md. */
  readonly loads: readonly [string, string | null, 'left' | 'right', number, number, number][]
  /** Named as surely among the first three, in order. */
  readonly sure: readonly string[]
}

const neck = (['left', 'right'] as const).flatMap((side) => [
  inhibited('longus-colli', 0.8, side),
  inhibited('longus-capitis', 0.8, side),
])

const shown: readonly Shown[] = [
  {
    name: 'gluteus medius at half, one leg',
    task: 'single-leg-stance',
    trouble: [inhibited('gluteus-medius', 0.5)],
    loads: [
      ['gluteus-medius', null, 'right', 868, 499, 488],
      ['gluteus-minimus', 'anterior', 'right', 198, 439, 428],
      ['gluteus-maximus', null, 'right', 64, 195, 196],
      ['tensor-fasciae-latae', null, 'right', 107, 227, 222],
      ['piriformis', null, 'right', 34, 60, 58],
      ['quadratus-lumborum', 'deep', 'left', 3, 3, 9],
    ],
    sure: ['gluteus-minimus anterior', 'gluteus-maximus', 'tensor-fasciae-latae'],
  },
  {
    name: 'gluteus maximus at a fifth, prone',
    task: 'prone-hip-extension',
    trouble: [inhibited('gluteus-maximus', 0.8)],
    loads: [
      ['gluteus-maximus', null, 'right', 270, 91, 91],
      ['biceps-femoris', 'long', 'right', 149, 315, 314],
      ['semimembranosus', null, 'right', 213, 272, 271],
      ['semitendinosus', null, 'right', 194, 252, 251],
      ['vastus-lateralis', null, 'right', 79, 168, 167],
    ],
    sure: ['biceps-femoris long', 'vastus-lateralis'],
  },
  {
    name: 'psoas a tenth short, standing',
    task: 'standing',
    trouble: [tight('iliopsoas', 0.1, 'right', 'psoas-major')],
    loads: [
      ['iliopsoas', 'psoas-major', 'right', 45, 114, 114],
      ['lumbar-multifidus', null, 'left', 160, 235, 235],
      ['longissimus-thoracis', null, 'right', 15, 0, 0],
    ],
    sure: ['lumbar-multifidus', 'iliopsoas psoas-major'],
  },
  {
    name: 'upper trapezius at half, arm in front',
    task: 'arm-flexion',
    trouble: [inhibited('trapezius', 0.5, 'right', 'upper')],
    loads: [
      ['trapezius', 'upper', 'right', 103, 77, 77],
      ['trapezius', 'middle', 'right', 46, 84, 84],
      ['serratus-anterior', null, 'right', 125, 146, 145],
      ['rhomboids', 'minor', 'right', 0, 7, 7],
      ['trapezius', 'lower', 'right', 0, 0, 0],
    ],
    sure: ['trapezius middle', 'serratus-anterior'],
  },
  {
    name: 'deep neck flexors at a fifth, head lift',
    task: 'head-lift',
    trouble: neck,
    loads: [
      ['longus-capitis', null, 'right', 19, 9, 4],
      ['sternocleidomastoid', 'sternal', 'right', 16, 23, 20],
      ['sternocleidomastoid', 'clavicular', 'right', 8, 0, 2],
      ['digastric', 'anterior', 'right', 23, 26, 26],
      ['scalenes', 'anterior', 'right', 6, 4, 6],
    ],
    sure: ['sternocleidomastoid sternal', 'sternocleidomastoid sternal', 'digastric anterior', 'digastric anterior'],
  },
]

/** The page's figures are true to a fiftieth or 2 N: landmarks of the body may move by a hair. */
const near = (newtons: number) => Math.max(2, newtons / 50)

describe('the cases that are shown', () => {
  for (const { name, task, trouble, loads, sure } of shown) {
    for (const posture of ['fixed', 'free'] as const) {
      it(`${name}, ${posture}: is what the page of the model says`, () => {
        const answer = ripple(asked(task, trouble, { posture }), model)
        expect(answer.held).toBe(true)
        expect(answer.worstReserveNm).toBeLessThan(0.01)
        for (const [muscle, part, side, before, held, free] of loads) {
          const load = answer.muscles.find((one) => one.muscle === muscle && one.part === part && one.side === side)!
          const after = posture === 'fixed' ? held : free
          expect(Math.abs(load.beforeN - before), `${muscle} before`).toBeLessThan(near(before))
          expect(Math.abs(load.afterN - after), `${muscle} after`).toBeLessThan(near(after))
        }
        const named = answer.takesOver.filter((one) => one.firstThree === 'always')
        expect(named.map(({ muscle, part }) => (part === null ? muscle : `${muscle} ${part}`)).sort()).toEqual(
          [...sure].sort(),
        )
      })
    }
  }
})

describe('who takes over', () => {
  it('leaves the troubled part out, and names nobody where the task is not held or nothing is wrong', () => {
    const { takesOver } = ripple(asked('arm-flexion', [inhibited('trapezius', 0.5, 'right', 'upper')]), model)
    expect(takesOver.some((one) => one.muscle === 'trapezius' && one.part === 'upper' && one.side === 'right')).toBe(
      false,
    )
    const all = ['gluteus-medius', 'gluteus-minimus', 'tensor-fasciae-latae', 'gluteus-maximus']
    const lost = ripple(
      asked(
        'single-leg-stance',
        all.map((muscle) => inhibited(muscle, 1)),
      ),
      model,
    )
    expect([lost.held, lost.takesOver]).toEqual([false, []])
    expect(ripple(asked('squat', []), model).takesOver).toEqual([])
  })

  it('treats both sides alike where the task and the trouble are alike on both', () => {
    const { takesOver } = ripple(asked('head-lift', neck), model)
    const rank = (side: string) =>
      takesOver.filter((one) => one.side === side).map(({ muscle, part, firstThree }) => [muscle, part, firstThree])
    expect(rank('left').length).toBeGreaterThan(0)
    expect(rank('left')).toEqual(rank('right'))
  })

  it('rises surely where it is named surely', () => {
    for (const [task, muscle] of [
      ['single-leg-stance', 'gluteus-medius'],
      ['squat', 'vastus-lateralis'],
      ['arm-abduction', 'deltoid'],
      ['heel-raise', 'soleus'],
      ['carry-one-hand', 'trapezius'],
    ] as const) {
      const { takesOver } = ripple(asked(task, [inhibited(muscle, 0.6)]), model)
      for (const { firstThree, riseN } of takesOver) {
        expect(riseN.from).toBeLessThanOrEqual(riseN.to)
        if (firstThree === 'always') expect(riseN.from, `${task} ${muscle}`).toBeGreaterThanOrEqual(1)
      }
      const order = takesOver.map((one) => ['always', 'mostly', 'sometimes'].indexOf(one.firstThree))
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
  })
})
