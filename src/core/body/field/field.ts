/**
 * The figure as one smooth signed distance: below 0 inside, above 0 outside, in millimetres.
 *
 * Shapes are blended in the order given, hollows are cut with the same softness, and relief is laid
 * over the result. Only the pieces near a point are asked, found through a coarse grid of cells.
 */
import type { Relief } from './relief.ts'
import type { Box, Shape } from './shapes.ts'

export type Piece =
  | { readonly kind: 'solid' | 'hollow'; readonly shape: Shape; readonly softMm: number }
  | { readonly kind: 'relief'; readonly relief: Relief }

export type Field = {
  readonly distanceMm: (x: number, y: number, z: number) => number
  /** Nothing of the surface lies beyond this box. */
  readonly box: Box
  /** Whether a solid reaches into a box; where none does there is no surface. */
  readonly reaches: (box: Box) => boolean
}

const CELL_MM = 24
/** How near the surface the distance must be right; farther away it may be too large. */
const BAND_MM = 16

export function solid(shape: Shape, softMm: number): Piece {
  return { kind: 'solid', shape, softMm }
}

export function hollow(shape: Shape, softMm: number): Piece {
  return { kind: 'hollow', shape, softMm }
}

export function relief(of: Relief): Piece {
  return { kind: 'relief', relief: of }
}

/** Pieces that stand on the left half, so that those that reach the midline exist on the right half too. */
export function bothSides(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) => {
    const { box, reach } = reachOf(piece)
    return box.low[0] - reach > 0 ? [piece] : [piece, mirrored(piece)]
  })
}

function mirrored(piece: Piece): Piece {
  const flip = (box: Box): Box => ({
    low: [-box.high[0], box.low[1], box.low[2]],
    high: [-box.low[0], box.high[1], box.high[2]],
  })
  if (piece.kind === 'relief') {
    const { box, heightMm } = piece.relief
    return { kind: 'relief', relief: { box: flip(box), heightMm: (x, y, z) => heightMm(-x, y, z) } }
  }
  const { box, distanceMm } = piece.shape
  return { ...piece, shape: { box: flip(box), distanceMm: (x, y, z) => distanceMm(-x, y, z) } }
}

function reachOf(piece: Piece): { box: Box; reach: number } {
  if (piece.kind === 'relief') return { box: piece.relief.box, reach: 0 }
  return { box: piece.shape.box, reach: piece.softMm + BAND_MM }
}

/** The field of all pieces; asked for x of 0 and more only, as the figure is symmetric. */
export function fieldOf(pieces: readonly Piece[]): Field {
  const low: [number, number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const high: [number, number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const piece of pieces) {
    if (piece.kind !== 'solid') continue
    for (const i of [0, 1, 2] as const) {
      low[i] = Math.min(low[i], piece.shape.box.low[i] - 12)
      high[i] = Math.max(high[i], piece.shape.box.high[i] + 12)
    }
  }
  low[0] = 0
  const size = [0, 1, 2].map((i) => Math.ceil((high[i]! - low[i]!) / CELL_MM) + 1) as [number, number, number]
  const cells: (readonly Piece[] | undefined)[] = new Array(size[0] * size[1] * size[2])
  const bounds = pieces.map(reachOf)
  const build = (ix: number, iy: number, iz: number): readonly Piece[] => {
    const x = low[0] + ix * CELL_MM
    const y = low[1] + iy * CELL_MM
    const z = low[2] + iz * CELL_MM
    return pieces.filter((_, k) => {
      const { box, reach } = bounds[k]!
      return (
        box.low[0] - reach < x + CELL_MM &&
        box.high[0] + reach > x &&
        box.low[1] - reach < y + CELL_MM &&
        box.high[1] + reach > y &&
        box.low[2] - reach < z + CELL_MM &&
        box.high[2] + reach > z
      )
    })
  }
  const clampTo = (v: number, n: number) => (v < 0 ? 0 : v >= n ? n - 1 : v)
  const solids = pieces.flatMap((piece) => (piece.kind === 'solid' ? [piece] : []))
  return {
    box: { low, high },
    reaches: (box) =>
      solids.some(({ shape, softMm }) =>
        ([0, 1, 2] as const).every(
          (i) =>
            shape.box.low[i] - softMm / 3 - SWELL_MM < box.high[i] &&
            shape.box.high[i] + softMm / 3 + SWELL_MM > box.low[i],
        ),
      ),
    distanceMm: (x, y, z) => {
      const ix = clampTo(((x - low[0]) / CELL_MM) | 0, size[0])
      const iy = clampTo(((y - low[1]) / CELL_MM) | 0, size[1])
      const iz = clampTo(((z - low[2]) / CELL_MM) | 0, size[2])
      const cell = (iz * size[1] + iy) * size[0] + ix
      const near = (cells[cell] ??= build(ix, iy, iz))
      return blend(near, x, y, z)
    },
  }
}

const FAR_MM = 1000
/** Relief lifts the surface at most this far off its solids. */
const SWELL_MM = 10

function blend(pieces: readonly Piece[], x: number, y: number, z: number): number {
  let d = FAR_MM
  for (const piece of pieces) {
    if (piece.kind === 'relief') d -= piece.relief.heightMm(x, y, z)
    else if (piece.kind === 'solid') d = softMin(d, piece.shape.distanceMm(x, y, z), piece.softMm)
    else d = -softMin(-d, piece.shape.distanceMm(x, y, z), piece.softMm)
  }
  return d
}

/** The smaller of two, rounded off where they are within `soft` of each other. */
function softMin(a: number, b: number, soft: number): number {
  const h = Math.max(soft - Math.abs(a - b), 0) / soft
  return Math.min(a, b) - (h * h * h * soft) / 6
}
