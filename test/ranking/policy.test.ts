/**
 * Following the suggested palpation: figures of many more people, with their errors, are in docs/model/ranking.md
 * (`scripts/measure-policy.ts`). Ranking anew after each finding must spare a quarter of the presses of a fixed order
 * (notes on inference, section 11), and no likely muscle may be left unpressed.
 */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { indexEvidence } from '../../src/core/ranking/evidence.ts'
import { observe } from '../../src/core/ranking/observation.ts'
import { defaultParameters } from '../../src/core/ranking/parameters.ts'
import {
  atRandom,
  downTheList,
  type Examined,
  examinerOf,
  meanOf,
  mostBits,
  type Policy,
  type Protocol,
  untilKnown,
  untilPressed,
} from '../../src/core/ranking/simulation/examine.ts'
import { crowdOf, usualHabits } from '../../src/core/ranking/simulation/people.ts'

const { knowledge, body, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const crowd = crowdOf(knowledge, body, atlas)
const examine = examinerOf(atlas, evidence, defaultParameters)
const suggested = mostBits(evidence.weights('shown-at-most-unpalpated'))

const people = Array.from({ length: 24 }, (_, index) => {
  const seed = 90_001 + index
  const { sources, paint } = crowd.person(seed, { ...usualHabits, bothSides: 0 }, 1 + (seed % 3))
  return { seed, sources, observation: observe(atlas, { surface: body, paint }, []) }
})
const mean = (policy: Policy, protocol: Protocol, key: keyof Examined) =>
  meanOf(people.flatMap((person) => examine(person, policy, protocol)?.[key] ?? [])).mean

describe('following the suggested palpation', () => {
  it('knows the true set in at least a quarter fewer presses than a fixed order, at kappa 0.676', () => {
    const [own, fixed] = [suggested, downTheList].map((policy) => mean(policy, untilKnown(0.676), 'toKnown'))
    expect(own).toBeLessThan(0.75 * fixed!)
  })

  const once = untilPressed(evidence.weights('finding-familiar-pain-kappa'))
  const [toAll, ofList, ofChance] = [suggested, downTheList, atRandom].map((policy) => mean(policy, once, 'toAll'))
  it('has pressed all true muscles about as soon as the first list from top to bottom', () => {
    expect(toAll).toBeLessThan(1.1 * ofList!)
  })
  it('has pressed them in less than half of the presses that chance needs', () => {
    expect(toAll).toBeLessThan(ofChance! / 2)
  })
  it('leaves no likely muscle unpressed, as most bits without a limit do', () => {
    expect(toAll).toBeLessThan(mean(mostBits(1), once, 'toAll'))
  })
  it('brings the truth closer in five presses than chance does', () => {
    expect(mean(suggested, once, 'nats')).toBeGreaterThan(mean(atRandom, once, 'nats') + 0.2)
  })
})
