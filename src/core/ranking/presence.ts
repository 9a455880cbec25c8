/**
 * Which pieces of its pattern does a person with a source feel? Hardly anybody feels all of a wide one.
 *
 * Each piece is felt by its own share of people. Pieces that lie close are felt or spared together: with the chance
 * `together` one luck decides both, otherwise each has its own. Joined as a tree, so that sums over all ways of
 * feeling a pattern are exact and quick (docs/model/ranking.md). Of a source that contributes, something is felt.
 */

export type Piece = {
  /** Share of people with the source who feel it. */
  readonly present: number
  /** The earlier piece that it hangs on; -1 where it stands alone. */
  readonly after: number
  /** Chance that it shares the luck of that piece, 0 to 1. */
  readonly together: number
}

/** The same as numbers for summing. */
export type PresenceLaw = {
  readonly count: number
  readonly after: Int8Array
  /** Chance that a piece is felt where the one that it hangs on is felt, and where it is not. */
  readonly ifFelt: Float64Array
  readonly ifSpared: Float64Array
  /** Chance that no piece at all is felt. */
  readonly none: number
  /** Chance that this piece alone is felt. */
  readonly alone: Float64Array
}

export const mostPieces = 32

/** @throws if there are more pieces than fit, or one hangs on a later one: the atlas was laid out wrongly */
export function presenceLaw(pieces: readonly Piece[]): PresenceLaw {
  const count = pieces.length
  if (count > mostPieces) throw new Error(`a pattern of ${count} pieces: ${mostPieces} is the most`)
  const ifFelt = new Float64Array(count)
  const ifSpared = new Float64Array(count)
  for (const [j, { present, after, together }] of pieces.entries()) {
    if (after >= j) throw new Error('a piece hangs on a later one')
    if (after < 0) {
      ifFelt[j] = present
      ifSpared[j] = present
      continue
    }
    const other = pieces[after]!.present
    const own = (1 - together) * present
    ifFelt[j] = own + (together * Math.min(present, other)) / other
    ifSpared[j] = other < 1 ? own + (together * Math.max(0, present - other)) / (1 - other) : own
  }
  const after = Int8Array.from(pieces, (piece) => piece.after)
  const chanceOf = (felt: (j: number) => boolean): number => {
    let chance = 1
    for (let j = 0; j < count; j++) {
      const on = after[j]! >= 0 && felt(after[j]!) ? ifFelt[j]! : ifSpared[j]!
      chance *= felt(j) ? on : 1 - on
    }
    return chance
  }
  return {
    count,
    after,
    ifFelt,
    ifSpared,
    none: chanceOf(() => false),
    alone: Float64Array.from(pieces, (_, own) => chanceOf((j) => j === own)),
  }
}

/** Scratch: what stands below a piece if it is felt, spared with something felt below, spared with nothing below. */
const felt = new Float64Array(mostPieces)
const some = new Float64Array(mostPieces)
const empty = new Float64Array(mostPieces)
const bestFelt = new Float64Array(mostPieces)
const bestSpared = new Float64Array(mostPieces)

/** How well a pattern fits a drawing, however much of it is felt. */
export type Fit = {
  /** Log of the mean likelihood over all ways of feeling something of it, nats against nothing drawn. */
  nats: number
  /** Bit n set: piece n is felt in the likeliest way. */
  shown: number
  /** Log-likelihood of that way alone, without its chance. */
  shownNats: number
}

/**
 * Sums over all ways of feeling a pattern, and finds the likeliest.
 *
 * @param gains  log-likelihood of the drawing if a piece is felt against if it is not, by piece, nats
 */
export function fitPieces(law: PresenceLaw, gains: Float64Array, into: Fit): Fit {
  const { count, after, ifFelt, ifSpared } = law
  for (let j = 0; j < count; j++) {
    felt[j] = Math.exp(gains[j]!)
    some[j] = 0
    empty[j] = 1
    bestFelt[j] = felt[j]!
    bestSpared[j] = 1
  }
  let sum = 0
  let nothing = 1
  for (let j = count - 1; j >= 0; j--) {
    const parent = after[j]!
    const spared = some[j]! + empty[j]!
    const on = ifSpared[j]!
    const someBelow = on * felt[j]! + (1 - on) * some[j]!
    const noneBelow = (1 - on) * empty[j]!
    const likeliest = Math.max(on * bestFelt[j]!, (1 - on) * bestSpared[j]!)
    if (parent < 0) {
      sum = sum * (someBelow + noneBelow) + nothing * someBelow
      nothing *= noneBelow
      continue
    }
    const beside = ifFelt[j]!
    felt[parent]! *= beside * felt[j]! + (1 - beside) * spared
    bestFelt[parent]! *= Math.max(beside * bestFelt[j]!, (1 - beside) * bestSpared[j]!)
    some[parent] = some[parent]! * (someBelow + noneBelow) + empty[parent]! * someBelow
    empty[parent]! *= noneBelow
    bestSpared[parent]! *= likeliest
  }
  into.nats = Math.log(Math.max(sum, Number.MIN_VALUE)) - Math.log1p(-law.none)
  let shown = 0
  let shownNats = 0
  for (let j = 0; j < count; j++) {
    const parent = after[j]!
    const on = parent >= 0 && (shown & (1 << parent)) !== 0 ? ifFelt[j]! : ifSpared[j]!
    if (on * bestFelt[j]! < (1 - on) * bestSpared[j]!) continue
    shown |= 1 << j
    shownNats += gains[j]!
  }
  if (shown === 0) {
    const only = likeliestAlone(law, gains)
    shown = 1 << only
    shownNats = gains[only]!
  }
  into.shown = shown >>> 0
  into.shownNats = shownNats
  return into
}

/** Nobody has a source of which nothing is felt. */
function likeliestAlone({ count, alone }: PresenceLaw, gains: Float64Array): number {
  let best = 0
  for (let j = 1; j < count; j++) if (Math.log(alone[j]!) + gains[j]! > Math.log(alone[best]!) + gains[best]!) best = j
  return best
}

/** Somebody's pieces, drawn by chance: bit n set where piece n is felt. @param uniform  chances of 0 to 1 */
export function drawPieces({ count, after, ifFelt, ifSpared, none }: PresenceLaw, uniform: () => number): number {
  if (none >= 1) return 0
  for (;;) {
    let shown = 0
    for (let j = 0; j < count; j++) {
      const parent = after[j]!
      const on = parent >= 0 && (shown & (1 << parent)) !== 0 ? ifFelt[j]! : ifSpared[j]!
      if (uniform() < on) shown |= 1 << j
    }
    if (shown !== 0) return shown >>> 0
  }
}
