/** The left half of the surface, its border exactly in the plane x = 0. */
import { buildFigure, figureSizing, gridFor } from './figure/figure.ts'
import type { Triangles } from './mesh/extract.ts'
import { extractSurface } from './mesh/extract.ts'
import { remesh } from './mesh/remesh.ts'
import { inSequence } from './mesh/sequence.ts'
import { STEP_MM } from './whole.ts'

const REMESH_ROUNDS = 5

export function buildHalf(): Triangles {
  const figure = buildFigure()
  const mesh = remesh(extractSurface(figure, gridFor(figure)), figure, figureSizing(), REMESH_ROUNDS)
  const ordered = inSequence(mesh)
  return {
    positionsMm: ordered.positionsMm.map((v) => Math.round(v / STEP_MM) * STEP_MM + 0),
    triangles: ordered.triangles,
  }
}
