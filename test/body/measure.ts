/** Measures taken on a body the way an anthropometrist takes them: calliper, tape and ruler. */
import type { Body } from '../../src/core/body/body.ts'
import type { Vec } from '../../src/core/body/vec.ts'
import { add, cross, distance, dot, scale, sub, unit } from '../../src/core/body/vec.ts'

/** One closed outline where a plane cuts the body, as points in space. */
export type Outline = readonly Vec[]

/** Outlines in which a plane cuts the surface. */
export function cut(body: Body, through: Vec, normal: Vec): readonly Outline[] {
  const p = body.positionsMm
  const n = unit(normal)
  const at = (v: number): Vec => [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!]
  const count = p.length / 3
  const height = Float64Array.from({ length: count }, (_, v) => dot(sub(at(v), through), n) || 1e-9)
  const next = new Map<number, number>()
  const places = new Map<number, Vec>()
  const cross2 = (a: number, b: number): number => {
    const [u, v] = a < b ? [a, b] : [b, a]
    const key = u * count + v
    if (!places.has(key)) {
      const t = height[u]! / (height[u]! - height[v]!)
      places.set(key, add(at(u), scale(sub(at(v), at(u)), t)))
    }
    return key
  }
  for (let t = 0; t < body.triangles.length; t += 3) {
    let from = -1
    let to = -1
    for (let c = 0; c < 3; c++) {
      const a = body.triangles[t + c]!
      const b = body.triangles[t + ((c + 1) % 3)]!
      if (height[a]! < 0 && height[b]! > 0) from = cross2(a, b)
      if (height[a]! > 0 && height[b]! < 0) to = cross2(a, b)
    }
    if (from >= 0 && to >= 0) next.set(from, to)
  }
  const outlines: Outline[] = []
  while (next.size > 0) {
    const first = next.keys().next().value as number
    const line: Vec[] = []
    let here: number | undefined = first
    while (here !== undefined && next.has(here)) {
      line.push(places.get(here)!)
      const after: number = next.get(here)!
      next.delete(here)
      here = after
    }
    outlines.push(line)
  }
  return outlines
}

/** The outline whose points lie nearest to a place on average. */
export function outlineAt(body: Body, through: Vec, normal: Vec): Outline {
  const outlines = cut(body, through, normal)
  const off = (line: Outline) => distance(scale(line.reduce(add, [0, 0, 0]), 1 / line.length), through)
  return outlines.reduce((a, b) => (off(b) < off(a) ? b : a))
}

/** Length of a tape drawn tight round an outline. */
export function tapeMm(line: Outline, normal: Vec): number {
  const n = unit(normal)
  const u = unit(cross(n, Math.abs(n[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]))
  const v = cross(n, u)
  const flat = line.map((q) => [dot(q, u), dot(q, v)] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (points: readonly (readonly [number, number])[]) => {
    const out: (readonly [number, number])[] = []
    for (const q of points) {
      while (out.length > 1) {
        const a = out[out.length - 2]!
        const b = out[out.length - 1]!
        if ((b[0] - a[0]) * (q[1] - a[1]) - (b[1] - a[1]) * (q[0] - a[0]) > 0) break
        out.pop()
      }
      out.push(q)
    }
    return out
  }
  const hull = [...half(flat).slice(0, -1), ...half([...flat].reverse()).slice(0, -1)]
  return hull.reduce((sum, a, i) => {
    const b = hull[(i + 1) % hull.length]!
    return sum + Math.hypot(a[0] - b[0], a[1] - b[1])
  }, 0)
}

/** Girth of the part nearest to a place, across a direction. */
export function girthMm(body: Body, through: Vec, normal: Vec = [0, 1, 0]): number {
  return tapeMm(outlineAt(body, through, normal), normal)
}

/** Greatest girth between two places of a limb. */
export function greatestGirthMm(body: Body, from: Vec, to: Vec): number {
  const axis = sub(to, from)
  return Math.max(
    ...[0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((t) => girthMm(body, add(from, scale(axis, t)), axis)),
  )
}

/** Least girth between two places of a limb. */
export function leastGirthMm(body: Body, from: Vec, to: Vec): number {
  const axis = sub(to, from)
  return Math.min(
    ...[0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((t) => girthMm(body, add(from, scale(axis, t)), axis)),
  )
}

/** How far an outline reaches along a direction. */
export function extentMm(line: Outline, along: Vec): number {
  const n = unit(along)
  const values = line.map((q) => dot(q, n))
  return Math.max(...values) - Math.min(...values)
}

/** Breadth (left to right) or depth (back to front) of the trunk or head at a height. */
export function breadthAt(body: Body, y: number, z = 0): number {
  return extentMm(outlineAt(body, [0, y, z], [0, 1, 0]), [1, 0, 0])
}

export function depthAt(body: Body, y: number, z = 0): number {
  return extentMm(outlineAt(body, [0, y, z], [0, 1, 0]), [0, 0, 1])
}

/** A landmark's place; a name that is not on the body is a mistake in the test. */
export function placeOf(body: Body, key: string): Vec {
  const found = body.landmarks.get(key)
  if (!found) throw new Error(`no landmark "${key}"`)
  return found.atMm
}
