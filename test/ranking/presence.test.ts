/** Which pieces of a pattern are felt: the quick sums against every way of feeling it, counted one by one. */
import { describe, expect, it } from 'vitest'
import { drawPieces, fitPieces, type Piece, presenceLaw } from '../../src/core/ranking/presence.ts'
import { seeded } from './toy.ts'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

function somePieces(seed: number): Piece[] {
  const random = seeded(seed)
  return Array.from({ length: 2 + Math.floor(random() * 5) }, (_, j) => ({
    present: 0.1 + 0.85 * random(),
    after: j === 0 || random() < 0.25 ? -1 : Math.floor(random() * j),
    together: random(),
  }))
}

/** Chance of one way, from the words of the law: with one luck for both, or each with its own. */
function chanceOf(pieces: readonly Piece[], way: number): number {
  let chance = 1
  for (const [j, { present, after, together }] of pieces.entries()) {
    const isFelt = (way & (1 << j)) !== 0
    if (after < 0) {
      chance *= isFelt ? present : 1 - present
      continue
    }
    const other = pieces[after]!.present
    const isOther = (way & (1 << after)) !== 0
    const both = together * Math.min(present, other) + (1 - together) * present * other
    const given = isOther ? both / other : (present - both) / (1 - other)
    chance *= isFelt ? given : 1 - given
  }
  return chance
}

const ways = (pieces: readonly Piece[]) => Array.from({ length: 2 ** pieces.length }, (_, way) => way)

describe('the law of presence', () => {
  it.each(seeds)('keeps the share of people of every piece, whatever hangs on what (seed %i)', (seed) => {
    const pieces = somePieces(seed)
    for (const [j, { present }] of pieces.entries()) {
      const share = ways(pieces).reduce((sum, way) => sum + (way & (1 << j) ? chanceOf(pieces, way) : 0), 0)
      expect(share).toBeCloseTo(present, 10)
    }
    expect(presenceLaw(pieces).none).toBeCloseTo(chanceOf(pieces, 0), 12)
  })

  it.each(seeds)('is summed and maximised as one by one, without the way that feels nothing (seed %i)', (seed) => {
    const pieces = somePieces(seed)
    const random = seeded(seed + 90)
    const gains = Float64Array.from(pieces, () => 16 * random() - 8)
    const likelihood = (way: number) => pieces.reduce((sum, _, j) => sum + (way & (1 << j) ? gains[j]! : 0), 0)
    const fit = fitPieces(presenceLaw(pieces), gains, { nats: 0, shown: 0, shownNats: 0 })
    let sum = 0
    let best = { way: 0, nats: Number.NEGATIVE_INFINITY }
    for (const way of ways(pieces).slice(1)) {
      const nats = Math.log(chanceOf(pieces, way)) + likelihood(way)
      sum += Math.exp(nats)
      if (nats > best.nats) best = { way, nats }
    }
    expect(fit.nats).toBeCloseTo(Math.log(sum / (1 - chanceOf(pieces, 0))), 9)
    expect(fit.shownNats).toBeCloseTo(likelihood(fit.shown), 9)
    if (Math.log(chanceOf(pieces, 0)) < best.nats) expect(fit.shown).toBe(best.way)
    else expect(fit.shown).toBeGreaterThan(0)
  })

  it('is followed by people who draw', () => {
    const pieces = somePieces(4)
    const random = seeded(11)
    const law = presenceLaw(pieces)
    const count = new Float64Array(2 ** pieces.length)
    for (let person = 0; person < 40_000; person++) count[drawPieces(law, random)]!++
    for (const way of ways(pieces)) {
      const expected = way === 0 ? 0 : chanceOf(pieces, way) / (1 - law.none)
      expect(Math.abs(count[way]! / 40_000 - expected)).toBeLessThan(0.012)
    }
  })

  it('lets near pieces be spared together: a long strip felt in part costs one break, not one coin a piece', () => {
    const strip = (together: number): Piece[] =>
      Array.from({ length: 8 }, (_, j) => ({ present: 0.5, after: j - 1, together }))
    const nearHalf = Float64Array.from({ length: 8 }, (_, j) => (j < 4 ? 6 : -6))
    const fitOf = (together: number) =>
      fitPieces(presenceLaw(strip(together)), nearHalf, { nats: 0, shown: 0, shownNats: 0 })
    expect(fitOf(0.9).shown).toBe(0b1111)
    expect(fitOf(0.9).nats).toBeGreaterThan(fitOf(0).nats + 1)
  })
})
