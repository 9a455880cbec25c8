/** Patterns in words: what a textbook says of where a point hurts must be among the names, in its order. */
import { describe, expect, it } from 'vitest'
import { zonePlaces } from '../../src/service/zone-places.ts'
import { model } from '../reference/one-model.ts'

const pointOf = (id: string) =>
  model.knowledge.muscles
    .flatMap(({ parts }) => parts.flatMap((part) => part.triggerPoints))
    .find((one) => one.id === id)!

describe('zonePlaces', () => {
  it('names the regions that a pattern crosses, in its order', () => {
    const { usually, sometimes } = zonePlaces(model, pointOf('trapezius.upper.1').refersTo)
    const order = ['side of the neck', 'behind the ear', 'temple'].map((name) => usually.indexOf(name))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(sometimes).toContain('eye')
  })

  it('says the side where a pattern has one of its own', () => {
    const heart = model.knowledge.otherSources.find(({ id }) => id === 'visceral.heart')!
    const { usually, sometimes } = zonePlaces(model, heart.refersTo)
    expect(usually).toContain('breastbone')
    expect(usually).toContain('left breast')
    expect(sometimes).toContain('left inner upper arm')
  })

  it('has a name for every pattern, and names nothing twice', () => {
    const patterns = [
      ...model.knowledge.muscles.flatMap(({ parts }) => parts.flatMap(({ triggerPoints }) => triggerPoints)),
      ...model.knowledge.otherSources,
    ]
    for (const { id, refersTo } of patterns) {
      const { usually, sometimes } = zonePlaces(model, refersTo)
      const all = [...usually, ...sometimes]
      expect(usually.length, id).toBeGreaterThan(0)
      expect(new Set(all).size, id).toBe(all.length)
    }
  })
})
