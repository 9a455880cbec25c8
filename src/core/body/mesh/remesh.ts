/**
 * Even, well-shaped triangles of the size wanted at each place, lying on the field's surface.
 *
 * After Botsch and Kobbelt 2004: split what is too long, collapse what is too short, flip towards
 * six neighbours, slide each vertex to the middle of its neighbours and back onto the surface.
 * The border of a half mesh stays in the plane x = 0.
 */
import type { Field } from '../field/field.ts'
import type { Triangles } from './extract.ts'
import { Patchwork } from './patchwork.ts'

/** Wanted edge length at a place. */
export type Sizing = (x: number, y: number, z: number) => number

export function remesh(raw: Triangles, field: Field, sizing: Sizing, rounds: number): Triangles {
  const mesh = new Patchwork(raw)
  for (let round = 0; round < rounds; round++) {
    const size = sizesOf(mesh, sizing)
    const isFirst = round === 0
    if (!isFirst) mesh.splitLong(sizing, size, 1.4)
    mesh.collapseShort(size, isFirst ? 0.7 : 0.75)
    if (isFirst) mesh.collapseShort(size, 0.75)
    mesh.flipToSix()
    for (let i = 0; i < 2; i++) relax(mesh, field)
  }
  mesh.flipToDelaunay()
  relax(mesh, field)
  mesh.flipToDelaunay()
  return mesh.compact()
}

function sizesOf(mesh: Patchwork, sizing: Sizing): number[] {
  const out: number[] = []
  const p = mesh.at
  for (let v = 0; v < p.length / 3; v++) out.push(sizing(p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!))
  return out
}

/** Slides every vertex towards the middle of its neighbours along the surface, then onto it. */
function relax(mesh: Patchwork, field: Field): void {
  const p = mesh.at
  const next = p.slice()
  const count = p.length / 3
  for (let v = 0; v < count; v++) {
    if (!mesh.isUsed(v)) continue
    const onBorder = mesh.isBorder(v)
    let sx = 0
    let sy = 0
    let sz = 0
    let n = 0
    for (const w of mesh.neighbours(v)) {
      if (onBorder && !mesh.isBorder(w)) continue
      sx += p[w * 3]!
      sy += p[w * 3 + 1]!
      sz += p[w * 3 + 2]!
      n++
    }
    if (n === 0) continue
    const share = 0.6
    let dx = sx / n - p[v * 3]!
    let dy = sy / n - p[v * 3 + 1]!
    let dz = sz / n - p[v * 3 + 2]!
    // Along the surface only: pulled inwards, the tip of a finger would shrink away.
    const [nx, ny, nz] = mesh.normalAt(v)
    const inwards = dx * nx + dy * ny + dz * nz
    dx -= nx * inwards
    dy -= ny * inwards
    dz -= nz * inwards
    next[v * 3] = onBorder ? 0 : p[v * 3]! + dx * share
    next[v * 3 + 1] = p[v * 3 + 1]! + dy * share
    next[v * 3 + 2] = p[v * 3 + 2]! + dz * share
  }
  for (let v = 0; v < count; v++) {
    if (!mesh.isUsed(v)) continue
    const moved = ontoSurface(field, next[v * 3]!, next[v * 3 + 1]!, next[v * 3 + 2]!, mesh.isBorder(v))
    p[v * 3] = moved[0]
    p[v * 3 + 1] = moved[1]
    p[v * 3 + 2] = moved[2]
  }
}

const PROBE_MM = 0.4

/** The nearest place on the surface, by Newton steps along the field's slope. */
export function ontoSurface(field: Field, x: number, y: number, z: number, inPlane: boolean): [number, number, number] {
  for (let i = 0; i < 3; i++) {
    const d = field.distanceMm(x, y, z)
    if (Math.abs(d) < 0.02 || Math.abs(d) > 60) break
    const gx = inPlane ? 0 : (field.distanceMm(x + PROBE_MM, y, z) - d) / PROBE_MM
    const gy = (field.distanceMm(x, y + PROBE_MM, z) - d) / PROBE_MM
    const gz = (field.distanceMm(x, y, z + PROBE_MM) - d) / PROBE_MM
    const g2 = gx * gx + gy * gy + gz * gz
    if (g2 < 0.04) break
    const step = Math.max(-4, Math.min(4, d)) / g2
    x -= gx * step
    y -= gy * step
    z -= gz * step
    if (!inPlane && x < 0.05) x = 0.05
  }
  return [inPlane ? 0 : x, y, z]
}
