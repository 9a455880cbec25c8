/** How deep below the skin a point lies, and which way is out. */
import type { Body } from './body.ts'
import type { Vec } from './vec.ts'

export type Depth = {
  /** Millimetres below the nearest skin; below 0 outside the body. */
  readonly depthMm: number
  /** Unit direction out of the body at the nearest skin. */
  readonly outward: Vec
  readonly vertex: number
}

type Surface = Pick<Body, 'positionsMm' | 'normals'>
type Grid = { readonly cells: ReadonlyMap<number, readonly number[]> }

const CELL_MM = 22
const SPAN = 1024

const grids = new WeakMap<Float32Array, Grid>()

function cellOf(x: number, y: number, z: number): number {
  const i = Math.floor(x / CELL_MM) + SPAN / 2
  const j = Math.floor(y / CELL_MM) + SPAN / 2
  const k = Math.floor(z / CELL_MM) + SPAN / 2
  return (i * SPAN + j) * SPAN + k
}

function gridOf({ positionsMm }: Surface): Grid {
  const known = grids.get(positionsMm)
  if (known) return known
  const cells = new Map<number, number[]>()
  for (let v = 0; v < positionsMm.length / 3; v++) {
    const key = cellOf(positionsMm[v * 3]!, positionsMm[v * 3 + 1]!, positionsMm[v * 3 + 2]!)
    const list = cells.get(key)
    if (list) list.push(v)
    else cells.set(key, [v])
  }
  grids.set(positionsMm, { cells })
  return { cells }
}

/** The vertex nearest to a place, found ring by ring. */
export function nearestSkin(surface: Surface, at: Vec): number {
  const { cells } = gridOf(surface)
  const p = surface.positionsMm
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let ring = 0; ring < 40; ring++) {
    if (best >= 0 && least < ((ring - 1) * CELL_MM) ** 2) break
    for (let i = -ring; i <= ring; i++)
      for (let j = -ring; j <= ring; j++)
        for (let k = -ring; k <= ring; k++) {
          if (Math.max(Math.abs(i), Math.abs(j), Math.abs(k)) !== ring) continue
          const list = cells.get(cellOf(at[0] + i * CELL_MM, at[1] + j * CELL_MM, at[2] + k * CELL_MM))
          if (!list) continue
          for (const v of list) {
            const d = (p[v * 3]! - at[0]) ** 2 + (p[v * 3 + 1]! - at[1]) ** 2 + (p[v * 3 + 2]! - at[2]) ** 2
            if (d < least) {
              least = d
              best = v
            }
          }
        }
  }
  return best
}

/** Near the skin the depth is that below its tangent plane; deep inside it is the distance to the nearest vertex. */
export function depthBelowSkin(surface: Surface, at: Vec): Depth {
  const vertex = nearestSkin(surface, at)
  const p = surface.positionsMm
  const n = surface.normals
  const outward: Vec = [n[vertex * 3]!, n[vertex * 3 + 1]!, n[vertex * 3 + 2]!]
  const dx = p[vertex * 3]! - at[0]
  const dy = p[vertex * 3 + 1]! - at[1]
  const dz = p[vertex * 3 + 2]! - at[2]
  const below = dx * outward[0] + dy * outward[1] + dz * outward[2]
  const away = Math.hypot(dx, dy, dz)
  return { depthMm: away > 15 ? Math.sign(below) * away : below, outward, vertex }
}
