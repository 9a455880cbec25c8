/** A triangle mesh that can be changed: edges split, collapsed and flipped while it stays manifold. */
import type { Triangles } from './extract.ts'
import type { Sizing } from './remesh.ts'

const NOWHERE: readonly number[] = []
/** A flipped edge may be at most so much longer than the one it replaces. */
const FLIP_LIMIT = 1.5

/** A vertex whose |x| is below this at the start lies on the border of the half. */
const BORDER_MM = 1e-9

export class Patchwork {
  readonly at: number[]
  private readonly corners: number[]
  /** Triangles at each vertex. */
  private readonly fans: number[][]
  private readonly border: boolean[]

  constructor(raw: Triangles) {
    this.at = raw.positionsMm.slice()
    this.corners = raw.triangles.slice()
    this.fans = Array.from({ length: this.at.length / 3 }, () => [])
    this.border = this.fans.map((_, v) => Math.abs(this.at[v * 3]!) < BORDER_MM)
    for (let t = 0; t < this.corners.length / 3; t++)
      for (let c = 0; c < 3; c++) this.fans[this.corners[t * 3 + c]!]!.push(t)
  }

  isUsed(v: number): boolean {
    return this.fans[v]!.length > 0
  }

  isBorder(v: number): boolean {
    return this.border[v]!
  }

  neighbours(v: number): number[] {
    const out: number[] = []
    for (const t of this.fans[v]!)
      for (let c = 0; c < 3; c++) {
        const w = this.corners[t * 3 + c]!
        if (w !== v && !out.includes(w)) out.push(w)
      }
    return out
  }

  private length(a: number, b: number): number {
    const p = this.at
    const x = p[a * 3]! - p[b * 3]!
    const y = p[a * 3 + 1]! - p[b * 3 + 1]!
    const z = p[a * 3 + 2]! - p[b * 3 + 2]!
    return Math.sqrt(x * x + y * y + z * z)
  }

  /** The one or two triangles on both sides of an edge. */
  private beside(a: number, b: number): number[] {
    return this.fans[a]!.filter((t) => this.has(t, b))
  }

  private has(t: number, v: number): boolean {
    return this.corners[t * 3] === v || this.corners[t * 3 + 1] === v || this.corners[t * 3 + 2] === v
  }

  private third(t: number, a: number, b: number): number {
    for (let c = 0; c < 3; c++) {
      const v = this.corners[t * 3 + c]!
      if (v !== a && v !== b) return v
    }
    throw new Error('a triangle with two equal corners')
  }

  private replace(t: number, from: number, to: number): void {
    for (let c = 0; c < 3; c++) if (this.corners[t * 3 + c] === from) this.corners[t * 3 + c] = to
  }

  private leave(v: number, t: number): void {
    const fan = this.fans[v]!
    fan.splice(fan.indexOf(t), 1)
  }

  /** Every edge once, as vertex pairs, in a fixed order. */
  private edges(): number[] {
    const out: number[] = []
    for (let v = 0; v < this.fans.length; v++) for (const w of this.neighbours(v)) if (w > v) out.push(v, w)
    return out
  }

  private isBorderEdge(a: number, b: number): boolean {
    return this.border[a]! && this.border[b]! && this.beside(a, b).length === 1
  }

  splitLong(sizing: Sizing, size: number[], over: number): void {
    const edges = this.edges()
    for (let e = 0; e < edges.length; e += 2) {
      const a = edges[e]!
      const b = edges[e + 1]!
      if (this.length(a, b) <= (over * (size[a]! + size[b]!)) / 2) continue
      const sides = this.beside(a, b)
      if (sides.length === 0) continue
      const m = this.at.length / 3
      for (let i = 0; i < 3; i++) this.at.push((this.at[a * 3 + i]! + this.at[b * 3 + i]!) / 2)
      size.push(sizing(this.at[m * 3]!, this.at[m * 3 + 1]!, this.at[m * 3 + 2]!))
      this.fans.push([])
      this.border.push(sides.length === 1)
      for (const t of sides) {
        const c = this.third(t, a, b)
        const fresh = this.corners.length / 3
        this.corners.push(this.corners[t * 3]!, this.corners[t * 3 + 1]!, this.corners[t * 3 + 2]!)
        this.replace(t, b, m)
        this.replace(fresh, a, m)
        this.leave(b, t)
        this.fans[b]!.push(fresh)
        this.fans[m]!.push(t, fresh)
        this.fans[c]!.push(fresh)
      }
    }
  }

  collapseShort(size: readonly number[], under: number): void {
    for (let v = 0; v < this.fans.length; v++) {
      while (this.fans[v]!.length > 0) {
        const w = this.shortestFrom(v, size, under)
        if (w < 0) break
        if (this.collapse(v, w, size)) continue
        const others = this.neighbours(v).filter((o) => o !== w && this.isShort(v, o, size, under))
        if (!others.some((o) => this.collapse(v, o, size))) break
      }
    }
  }

  private isShort(a: number, b: number, size: readonly number[], under: number): boolean {
    return this.length(a, b) < (under * (size[a]! + size[b]!)) / 2
  }

  /** The neighbour at the end of the shortest edge that is too short, or -1. */
  private shortestFrom(v: number, size: readonly number[], under: number): number {
    let best = -1
    let least = under
    for (const t of this.fans[v]!)
      for (let c = t * 3; c < t * 3 + 3; c++) {
        const w = this.corners[c]!
        if (w === v) continue
        const l = (2 * this.length(v, w)) / (size[v]! + size[w]!)
        if (l < least) {
          least = l
          best = w
        }
      }
    return best
  }

  /** Merges b into a; says whether that was allowed. */
  private collapse(a: number, b: number, size: readonly number[]): boolean {
    let keep = a
    let drop = b
    if (this.border[b]! && !this.border[a]!) [keep, drop] = [b, a]
    const sides = this.beside(a, b)
    if (this.border[a]! && this.border[b]! && sides.length !== 1) return false
    const around = this.neighbours(drop)
    const others = this.neighbours(keep)
    const shared = around.filter((w) => others.includes(w))
    if (shared.length !== sides.length) return false // it would pinch the surface
    const p = this.at
    const old = [p[keep * 3]!, p[keep * 3 + 1]!, p[keep * 3 + 2]!]
    const isMiddle = this.border[a]! === this.border[b]!
    const to = isMiddle ? old.map((x, i) => (x + p[drop * 3 + i]!) / 2) : old
    for (const near of [around, others])
      for (const w of near) {
        if (w === keep || w === drop) continue
        const l = Math.hypot(p[w * 3]! - to[0]!, p[w * 3 + 1]! - to[1]!, p[w * 3 + 2]! - to[2]!)
        if (l > (1.4 * (size[w]! + size[keep]!)) / 2) return false
      }
    for (const v of [keep, drop])
      for (const t of this.fans[v]!) if (!sides.includes(t) && this.turnsOver(t, v, to)) return false
    for (const t of sides) for (let c = 0; c < 3; c++) this.leave(this.corners[t * 3 + c]!, t)
    for (const t of this.fans[drop]!.slice()) {
      this.replace(t, drop, keep)
      this.fans[keep]!.push(t)
    }
    this.fans[drop]!.length = 0
    for (const t of sides) this.corners.fill(-1, t * 3, t * 3 + 3)
    for (let i = 0; i < 3; i++) p[keep * 3 + i] = to[i]!
    return true
  }

  private normal(t: number, moved = -1, to: readonly number[] = NOWHERE): [number, number, number] {
    const p = this.at
    const a = this.corners[t * 3]!
    const b = this.corners[t * 3 + 1]!
    const c = this.corners[t * 3 + 2]!
    const ax = a === moved ? to[0]! : p[a * 3]!
    const ay = a === moved ? to[1]! : p[a * 3 + 1]!
    const az = a === moved ? to[2]! : p[a * 3 + 2]!
    const ux = (b === moved ? to[0]! : p[b * 3]!) - ax
    const uy = (b === moved ? to[1]! : p[b * 3 + 1]!) - ay
    const uz = (b === moved ? to[2]! : p[b * 3 + 2]!) - az
    const wx = (c === moved ? to[0]! : p[c * 3]!) - ax
    const wy = (c === moved ? to[1]! : p[c * 3 + 1]!) - ay
    const wz = (c === moved ? to[2]! : p[c * 3 + 2]!) - az
    return [uy * wz - uz * wy, uz * wx - ux * wz, ux * wy - uy * wx]
  }

  /** Unit normal of the surface at a vertex. */
  normalAt(v: number): [number, number, number] {
    let x = 0
    let y = 0
    let z = 0
    for (const t of this.fans[v]!) {
      const n = this.normal(t)
      x += n[0]
      y += n[1]
      z += n[2]
    }
    const l = Math.sqrt(x * x + y * y + z * z) || 1
    return [x / l, y / l, z / l]
  }

  private turnsOver(t: number, v: number, to: readonly number[]): boolean {
    const n = this.normal(t)
    const m = this.normal(t, v, to)
    const dot = n[0] * m[0] + n[1] * m[1] + n[2] * m[2]
    const m2 = m[0] * m[0] + m[1] * m[1] + m[2] * m[2]
    return dot < 0.35 * Math.sqrt((n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) * m2) || m2 < 1e-18
  }

  flipToSix(): void {
    const wanted = (v: number) => (this.border[v]! ? 4 : 6)
    const off = (v: number, change: number) => Math.abs(this.neighbours(v).length + change - wanted(v))
    this.flipWhere(
      (a, b, c, d) => off(a, -1) + off(b, -1) + off(c, 1) + off(d, 1) < off(a, 0) + off(b, 0) + off(c, 0) + off(d, 0),
    )
  }

  flipToDelaunay(): void {
    const cosAt = (v: number, a: number, b: number) => {
      const l = this.length(v, a)
      const m = this.length(v, b)
      const o = this.length(a, b)
      return Math.max(-1, Math.min(1, (l * l + m * m - o * o) / (2 * l * m)))
    }
    const wide = (a: number, b: number, c: number, d: number) => Math.acos(cosAt(c, a, b)) + Math.acos(cosAt(d, a, b))
    for (let i = 0; i < 3; i++) this.flipWhere((a, b, c, d) => wide(a, b, c, d) > wide(c, d, a, b) + 1e-6)
  }

  private flipWhere(better: (a: number, b: number, c: number, d: number) => boolean): void {
    const edges = this.edges()
    for (let e = 0; e < edges.length; e += 2) {
      const a = edges[e]!
      const b = edges[e + 1]!
      const sides = this.beside(a, b)
      if (sides.length !== 2 || this.isBorderEdge(a, b)) continue
      const c = this.third(sides[0]!, a, b)
      const d = this.third(sides[1]!, a, b)
      if (this.length(c, d) > FLIP_LIMIT * this.length(a, b)) continue // it would cut across a thin part
      if (c === d || this.beside(c, d).length > 0 || (this.border[c]! && this.border[d]!) || !better(a, b, c, d))
        continue
      this.flip(a, b, c, d, sides[0]!, sides[1]!)
    }
  }

  private flip(a: number, b: number, c: number, d: number, s: number, t: number): void {
    const before = [this.normal(s), this.normal(t)] as const
    this.replace(s, b, d)
    this.replace(t, a, c)
    const after = [this.normal(s), this.normal(t)] as const
    const isBent = after.some((n) =>
      before.some((m) => n[0] * m[0] + n[1] * m[1] + n[2] * m[2] < 0.5 * Math.hypot(...n) * Math.hypot(...m)),
    )
    if (isBent) {
      this.replace(s, d, b)
      this.replace(t, c, a)
      return
    }
    this.leave(b, s)
    this.leave(a, t)
    this.fans[d]!.push(s)
    this.fans[c]!.push(t)
  }

  /** The mesh without what has been dropped, vertices in order of first use. */
  compact(): Triangles {
    const fresh = new Map<number, number>()
    const positionsMm: number[] = []
    const triangles: number[] = []
    for (const v of this.corners) {
      if (v < 0) continue
      let id = fresh.get(v)
      if (id === undefined) {
        id = fresh.size
        fresh.set(v, id)
        positionsMm.push(this.at[v * 3]!, this.at[v * 3 + 1]!, this.at[v * 3 + 2]!)
      }
      triangles.push(id)
    }
    return { positionsMm, triangles }
  }
}
