import { describe, expect, it } from 'vitest'
import { checkedOf, placeShares, saidOf } from '../../web/src/charts/shares.ts'

/** Two places of four vertices each, all of one size. */
const skin = {
  places: ['temple', 'cheek'],
  placeOfVertex: Uint16Array.of(0, 0, 0, 0, 1, 1, 1, 1),
  vertexAreaMm2: new Float32Array(8).fill(25),
}
const sharesOf = (...intensity: number[]) => placeShares(skin, { intensity: Uint8Array.from(intensity) })

describe('placeShares', () => {
  it('says nothing of a clean skin', () => {
    expect(sharesOf(0, 0, 0, 0, 0, 0, 0, 0)).toEqual([
      { share: 0, level: 0, even: false },
      { share: 0, level: 0, even: false },
    ])
  })

  it('tells a place that is painted as a whole from one that a stroke only touched', () => {
    const [temple, cheek] = sharesOf(5, 5, 5, 5, 0, 7, 0, 0)
    expect(temple).toEqual({ share: 1, level: 5, even: true })
    expect(cheek).toEqual({ share: 0.25, level: 7, even: false })
    expect(checkedOf(temple!)).toBe('true')
    expect(checkedOf(cheek!)).toBe('mixed')
  })

  it('goes by skin and not by the number of vertices', () => {
    const uneven = { ...skin, vertexAreaMm2: Float32Array.of(97, 1, 1, 1, 25, 25, 25, 25) }
    expect(placeShares(uneven, { intensity: Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0) })[0]!.share).toBeCloseTo(0.97)
  })

  it('calls two intensities in one place uneven, so that both are shown', () => {
    expect(sharesOf(5, 5, 6, 5, 0, 0, 0, 0)[0]).toEqual({ share: 1, level: 6, even: false })
  })
})

describe('saidOf', () => {
  it('names the place, and how much of it hurts how much', () => {
    expect(saidOf('Right temple', { share: 0, level: 0, even: false })).toBe('Right temple')
    expect(saidOf('Right temple', { share: 1, level: 5, even: true })).toBe('Right temple, painted 5 of 10')
    expect(saidOf('Right temple', { share: 0.32, level: 7, even: false })).toBe(
      'Right temple, about 30 % painted, up to 7 of 10',
    )
  })
})
