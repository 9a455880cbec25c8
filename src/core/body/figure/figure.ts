/** The whole figure: one neutral adult of 1750 mm, standing, palms to the front, arms a little away from the trunk. */
import type { Field, Piece } from '../field/field.ts'
import { bothSides, fieldOf } from '../field/field.ts'
import type { Grid } from '../mesh/extract.ts'
import type { Sizing } from '../mesh/remesh.ts'
import { armSolids, armSurface, foldSolids } from './arm.ts'
import { footSolids, footSurface, toeNails } from './foot.ts'
import { fingerGaps, fingerNails, handSolids, handSurface } from './hand.ts'
import { headSolids, headSurface } from './head.ts'
import { legSolids, legSurface } from './leg.ts'
import { nailMiddle } from './nail.ts'
import { inFoot, inHand } from './skeleton.ts'
import { trunkSolids, trunkSurface } from './trunk.ts'

export function buildFigure(): Field {
  const pieces: readonly Piece[] = [
    ...trunkSolids(),
    ...headSolids(),
    ...bothSides(foldSolids()),
    ...armSolids(),
    ...handSolids(),
    ...fingerGaps(),
    ...bothSides(legSolids()),
    ...bothSides(footSolids()),
    ...trunkSurface(),
    ...headSurface(),
    ...armSurface(),
    ...handSurface(),
    ...bothSides(legSurface()),
    ...bothSides(footSurface()),
  ]
  return fieldOf(pieces)
}

/** Grid lines: close together where fingers, toes and features are, wider elsewhere. */
export function gridFor(field: Field): Grid {
  const { low, high } = field.box
  const lines = (from: number, to: number, step: (v: number) => number) => {
    const out = [from]
    while (out[out.length - 1]! < to) out.push(out[out.length - 1]! + step(out[out.length - 1]!))
    return Float64Array.from(out)
  }
  return [
    lines(0, high[0], (x) => (x < 84 ? 3 : x < 180 ? 2.7 : x < 300 ? 7 : 2.4)),
    lines(low[1], high[1], (y) => (y < 70 ? 3 : y < 640 ? 10 : y < 850 ? 3.2 : y < 1515 ? 9 : y < 1690 ? 2.6 : 5)),
    lines(low[2], high[2], (z) => (z < -20 ? 5.5 : z < 40 ? 2.8 : z < 130 ? 3.2 : z < 170 ? 2.8 : 5)),
  ]
}

/** How long an edge should be at a place. */
export function figureSizing(): Sizing {
  const nails = [...fingerNails(), ...toeNails()].map(nailMiddle)
  return (x, y, z) => {
    const fade = (d: number, from: number, to: number) => Math.min(Math.max((d - from) / (to - from), 0), 1)
    let size = 9.6
    const take = (near: number, far: number) => {
      size = Math.min(size, near + (9.6 - near) * far)
    }
    // hand
    const h = inHand(60, 0)
    take(4, fade(Math.hypot((x - h[0]) * 0.8, (y - h[1]) * 0.8, z - h[2]), 58, 150))
    const f = inHand(140, 0)
    take(3.7, fade(Math.hypot(x - f[0], (y - f[1]) * 0.9, z - f[2]), 60, 110))
    // foot
    if (y < 300) {
      take(6, fade(y, 60, 190))
      const t = inFoot(228, 14, 8)
      take(3.4, fade(Math.hypot(x - t[0], y - t[1], z - t[2]), 54, 90))
    }
    if (x > 300 || y < 40) for (const n of nails) take(1.9, fade(Math.hypot(x - n[0], y - n[1], z - n[2]), 8, 26))
    // head
    if (y > 1380) {
      take(7, fade(1520 - y, 0, 90))
      take(3.4, fade(Math.hypot(x * 0.8, (y - 1600) * 0.62, (z - 100) * 0.8), 40, 100))
      take(1.9, fade(Math.hypot(x - 31, (y - 1638) * 1.5, z - 90), 17, 40))
      take(1.9, fade(Math.hypot(x * 0.7, (y - 1573) * 1.3, z - 102), 15, 40))
      take(2.3, fade(Math.hypot(x, (y - 1604) * 0.9, z - 112), 14, 40))
      take(2, fade(Math.hypot(x - 79, (y - 1621) * 0.7, z + 4), 24, 60))
    }
    // navel, nipple
    if (z > 60) {
      take(3, fade(Math.hypot(x, y - 1055), 16, 70))
      take(2.6, fade(Math.hypot(x - 100, y - 1278), 12, 60))
    }
    // the armpit's folds are sharp
    take(5, fade(Math.hypot(x - 165, (y - 1315) * 0.7, (z + 10) * 0.5), 20, 70))
    // arms are thin
    if (x > 200) take(7.5, fade(x, 290, 200))
    // so are legs
    if (y < 560) take(8, fade(y, 480, 560))
    return size
  }
}
