/**
 * Relief: what stands out of or sinks into a form without changing it, such as a collar bone, the
 * furrow of the spine or a lip. Heights in millimetres, outwards above 0, fading like a bell.
 */
import type { Vec } from '../vec.ts'
import { distance, mix } from '../vec.ts'
import type { Box, Frame } from './shapes.ts'

export type Relief = {
  readonly box: Box
  readonly heightMm: (x: number, y: number, z: number) => number
}

/** Beyond this many spreads a bell is below a thousandth of its height. */
const REACH = 2.7

function boxOf(points: readonly Vec[], reach: number): Box {
  const pick = (i: 0 | 1 | 2, f: (...v: number[]) => number) => f(...points.map((p) => p[i]))
  return {
    low: [pick(0, Math.min) - reach, pick(1, Math.min) - reach, pick(2, Math.min) - reach],
    high: [pick(0, Math.max) + reach, pick(1, Math.max) + reach, pick(2, Math.max) + reach],
  }
}

/** A swelling (or hollow, below 0) around a point; `spread` is its size along each axis of `frame`. */
export function bump(at: Vec, spread: Vec | number, height: number, frame?: Frame): Relief {
  const [su, sv, sw] = typeof spread === 'number' ? [spread, spread, spread] : spread
  const [u, v, w] = frame ?? [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]
  const far = Math.max(su, sv, sw) * REACH
  return {
    box: boxOf([at], far),
    heightMm: (x, y, z) => {
      const px = x - at[0]
      const py = y - at[1]
      const pz = z - at[2]
      const a = (u[0] * px + u[1] * py + u[2] * pz) / su
      const b = (v[0] * px + v[1] * py + v[2] * pz) / sv
      const c = (w[0] * px + w[1] * py + w[2] * pz) / sw
      const q = a * a + b * b + c * c
      return q > REACH * REACH ? 0 : height * Math.exp(-q)
    },
  }
}

/** A point of a ridge: where, how wide it is there and how high. */
export type RidgePoint = readonly [at: Vec, width: number, height: number]

/** A ridge (or furrow, below 0) along a smooth curve through the given points. */
export function ridge(points: readonly RidgePoint[]): Relief {
  const fine = refine(points)
  const widest = Math.max(...points.map((p) => p[1]))
  const n = fine.length
  const xs = new Float64Array(fine.flatMap((p) => [p[0][0], p[0][1], p[0][2], p[1], p[2]]))
  return {
    box: boxOf(
      fine.map((p) => p[0]),
      widest * REACH,
    ),
    heightMm: (x, y, z) => {
      let best = Number.POSITIVE_INFINITY
      let height = 0
      for (let i = 0; i < n - 1; i++) {
        const o = i * 5
        const ax = xs[o]!
        const ay = xs[o + 1]!
        const az = xs[o + 2]!
        const bx = xs[o + 5]! - ax
        const by = xs[o + 6]! - ay
        const bz = xs[o + 7]! - az
        const px = x - ax
        const py = y - ay
        const pz = z - az
        const t = Math.min(Math.max((px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz), 0), 1)
        const ex = px - bx * t
        const ey = py - by * t
        const ez = pz - bz * t
        const w = xs[o + 3]! + (xs[o + 8]! - xs[o + 3]!) * t
        const q = (ex * ex + ey * ey + ez * ez) / (w * w)
        if (q < best) {
          best = q
          height = xs[o + 4]! + (xs[o + 9]! - xs[o + 4]!) * t
        }
      }
      return best > REACH * REACH ? 0 : height * Math.exp(-best)
    },
  }
}

/** Extra points along a Catmull-Rom curve, so that a ridge has no corners. */
function refine(points: readonly RidgePoint[]): readonly RidgePoint[] {
  const out: RidgePoint[] = []
  for (let i = 0; i < points.length - 1; i++) {
    const p1 = points[i]!
    const p2 = points[i + 1]!
    const p0 = points[i - 1] ?? p1
    const p3 = points[i + 2] ?? p2
    const steps = Math.max(2, Math.min(8, Math.ceil(distance(p1[0], p2[0]) / 8)))
    for (let s = 0; s < steps; s++) {
      const t = s / steps
      const at = mix(p1[0], p2[0], t).map((_, k) => {
        const [a, b, c, d] = [p0[0][k]!, p1[0][k]!, p2[0][k]!, p3[0][k]!]
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
      }) as unknown as Vec
      out.push([at, p1[1] + (p2[1] - p1[1]) * t, p1[2] + (p2[2] - p1[2]) * t])
    }
  }
  out.push(points[points.length - 1]!)
  return out
}
