/**
 * From a signed distance to triangles: marching tetrahedra on a grid whose lines stand closer where
 * the figure is finer.
 *
 * Every cell is cut into six tetrahedra in the same way, so neighbours always agree and the result
 * is closed and manifold. The first x line lies at 0: the border of the half mesh lies exactly there.
 */
import type { Field } from '../field/field.ts'

export type Triangles = {
  /** x, y, z of each vertex. */
  readonly positionsMm: readonly number[]
  /** Three vertices a triangle, counter-clockwise seen from outside. */
  readonly triangles: readonly number[]
}

/** Grid lines along each axis, increasing. */
export type Grid = readonly [xs: Float64Array, ys: Float64Array, zs: Float64Array]

/** Corner offsets of the six tetrahedra round the diagonal from corner 0 to corner 7 (bits: x, y, z). */
const TETS = [
  [0, 1, 3, 7],
  [0, 3, 2, 7],
  [0, 2, 6, 7],
  [0, 6, 4, 7],
  [0, 4, 5, 7],
  [0, 5, 1, 7],
] as const

/** Cells of a block that is skipped as a whole where the surface cannot be in it. */
const BLOCK = 5

export function extractSurface(field: Field, [xs, ys, zs]: Grid): Triangles {
  const nx = xs.length
  const ny = ys.length
  const nz = zs.length
  /** 0 where not asked for yet: a distance of exactly 0 is moved aside. */
  const values = new Float32Array(nx * ny * nz)
  const positionsMm: number[] = []
  const triangles: number[] = []
  const onEdge = new Map<number, number>()
  const total = nx * ny * nz
  const value = (c: number): number => {
    const known = values[c]!
    if (known !== 0) return known
    const i = c % nx
    const j = ((c / nx) | 0) % ny
    const k = (c / (nx * ny)) | 0
    const d = field.distanceMm(xs[i]!, ys[j]!, zs[k]!)
    values[c] = d === 0 ? 1e-6 : d
    return values[c]!
  }
  const vertexBetween = (a: number, b: number): number => {
    const [p, q] = a < b ? [a, b] : [b, a]
    const key = p * total + q
    const known = onEdge.get(key)
    if (known !== undefined) return known
    const u = value(p)
    const v = value(q)
    const t = Math.min(Math.max(u / (u - v), 0.02), 0.98)
    const at = (lines: Float64Array, i: number, j: number) => lines[i]! + (lines[j]! - lines[i]!) * t
    const id = positionsMm.length / 3
    positionsMm.push(
      at(xs, p % nx, q % nx),
      at(ys, ((p / nx) | 0) % ny, ((q / nx) | 0) % ny),
      at(zs, (p / (nx * ny)) | 0, (q / (nx * ny)) | 0),
    )
    onEdge.set(key, id)
    return id
  }
  const corner = (i: number, j: number, k: number, bits: number) =>
    i + (bits & 1) + nx * (j + ((bits >> 1) & 1) + ny * (k + ((bits >> 2) & 1)))
  const cell = (i: number, j: number, k: number) => {
    let inside = 0
    for (let b = 0; b < 8; b++) if (value(corner(i, j, k, b)) < 0) inside++
    if (inside === 0 || inside === 8) return
    for (const tet of TETS) {
      const at = [corner(i, j, k, tet[0]), corner(i, j, k, tet[1]), corner(i, j, k, tet[2]), corner(i, j, k, tet[3])]
      cutTetrahedron(at as [number, number, number, number], value, vertexBetween, triangles)
    }
  }
  for (let k0 = 0; k0 < nz - 1; k0 += BLOCK)
    for (let j0 = 0; j0 < ny - 1; j0 += BLOCK)
      for (let i0 = 0; i0 < nx - 1; i0 += BLOCK) {
        const i1 = Math.min(i0 + BLOCK, nx - 1)
        const j1 = Math.min(j0 + BLOCK, ny - 1)
        const k1 = Math.min(k0 + BLOCK, nz - 1)
        const low = [xs[i0]!, ys[j0]!, zs[k0]!] as const
        const high = [xs[i1]!, ys[j1]!, zs[k1]!] as const
        if (!field.reaches({ low, high })) continue
        const half = Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 2
        const middle = field.distanceMm((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2)
        if (middle < -half * 1.8 - 6) continue
        for (let k = k0; k < k1; k++) for (let j = j0; j < j1; j++) for (let i = i0; i < i1; i++) cell(i, j, k)
      }
  return { positionsMm, triangles }
}

function cutTetrahedron(
  at: readonly [number, number, number, number],
  value: (corner: number) => number,
  vertexBetween: (a: number, b: number) => number,
  out: number[],
): void {
  const isIn = at.map((c) => value(c) < 0)
  const inside = isIn.filter(Boolean).length
  if (inside === 0 || inside === 4) return
  // Bring the tetrahedron into one of two normal forms by even permutations, which keep its handedness.
  const order = FORMS.find(([a, b, c, d]) =>
    inside === 2
      ? isIn[a] && isIn[b] && !isIn[c] && !isIn[d]
      : isIn[a] === (inside === 1) && isIn[b] !== isIn[a] && isIn[c] !== isIn[a] && isIn[d] !== isIn[a],
  )!
  const [a, b, c, d] = order.map((i) => at[i]!) as [number, number, number, number]
  if (inside === 1) out.push(vertexBetween(a, b), vertexBetween(a, c), vertexBetween(a, d))
  else if (inside === 3) out.push(vertexBetween(a, b), vertexBetween(a, d), vertexBetween(a, c))
  else {
    const ac = vertexBetween(a, c)
    const ad = vertexBetween(a, d)
    const bc = vertexBetween(b, c)
    const bd = vertexBetween(b, d)
    out.push(ac, ad, bd, ac, bd, bc)
  }
}

/** The twelve even permutations of four corners. */
const FORMS = [
  [0, 1, 2, 3],
  [0, 2, 3, 1],
  [0, 3, 1, 2],
  [1, 0, 3, 2],
  [1, 3, 2, 0],
  [1, 2, 0, 3],
  [2, 0, 1, 3],
  [2, 1, 3, 0],
  [2, 3, 0, 1],
  [3, 0, 2, 1],
  [3, 2, 1, 0],
  [3, 1, 0, 2],
] as const
