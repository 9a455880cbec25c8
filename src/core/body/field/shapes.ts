/**
 * The solid shapes the figure is blended from.
 *
 * Each gives a signed distance in millimetres, below 0 inside. It is exact near the surface for
 * cones and close to it elsewhere; the mesher needs no more than a smooth, roughly even slope.
 */
import type { Vec } from '../vec.ts'
import { cross, dot, length, scale, sub, unit } from '../vec.ts'
import { sampleSpline } from './spline.ts'

export type Box = { readonly low: Vec; readonly high: Vec }

export type Shape = {
  readonly box: Box
  readonly distanceMm: (x: number, y: number, z: number) => number
}

/** Three orthogonal unit axes. */
export type Frame = readonly [Vec, Vec, Vec]

function around(points: readonly Vec[], reach: number): Box {
  const axis = (i: 0 | 1 | 2) => points.map((p) => p[i])
  return {
    low: [Math.min(...axis(0)) - reach, Math.min(...axis(1)) - reach, Math.min(...axis(2)) - reach],
    high: [Math.max(...axis(0)) + reach, Math.max(...axis(1)) + reach, Math.max(...axis(2)) + reach],
  }
}

/** Axes whose second one runs from `from` to `to` and whose third one leans towards `front`. */
export function frameAlong(from: Vec, to: Vec, front: Vec = [0, 0, 1]): Frame {
  const along = unit(sub(to, from))
  const side = unit(cross(along, front))
  return [side, along, cross(side, along)]
}

/** An ellipsoid; its radii lie along the axes of `frame` (of the body where none is given). */
export function ellipsoid(centre: Vec, radii: Vec, frame?: Frame): Shape {
  const [rx, ry, rz] = radii
  const inner = -Math.min(rx, ry, rz)
  const [u, v, w] = frame ?? [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]
  const reach: Vec = [0, 1, 2].map((i) => Math.hypot(rx * u[i]!, ry * v[i]!, rz * w[i]!)) as unknown as Vec
  return {
    box: {
      low: sub(centre, reach),
      high: [centre[0] + reach[0], centre[1] + reach[1], centre[2] + reach[2]],
    },
    distanceMm: (x, y, z) => {
      const px = x - centre[0]
      const py = y - centre[1]
      const pz = z - centre[2]
      const a = (u[0] * px + u[1] * py + u[2] * pz) / rx
      const b = (v[0] * px + v[1] * py + v[2] * pz) / ry
      const c = (w[0] * px + w[1] * py + w[2] * pz) / rz
      const k0 = Math.sqrt(a * a + b * b + c * c)
      const k1 = Math.sqrt((a * a) / (rx * rx) + (b * b) / (ry * ry) + (c * c) / (rz * rz))
      return k1 < 1e-9 ? inner : (k0 * (k0 - 1)) / k1
    },
  }
}

/** An ellipsoid stretched from `from` to `to`; `wide` is its half width, `deep` its half depth towards `front`. */
export function spindle(from: Vec, to: Vec, wide: number, deep: number, front: Vec = [0, 0, 1], over = 1): Shape {
  const middle: Vec = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2]
  return ellipsoid(middle, [wide, (length(sub(to, from)) / 2) * over, deep], frameAlong(from, to, front))
}

/** A cone with round ends. @see Quilez, "Round cone - exact" */
export function roundCone(from: Vec, to: Vec, fromRadius: number, toRadius: number): Shape {
  const axis = sub(to, from)
  const l2 = dot(axis, axis)
  const rr = fromRadius - toRadius
  const a2 = l2 - rr * rr
  const il2 = 1 / l2
  return {
    box: around([from, to], Math.max(fromRadius, toRadius)),
    distanceMm: (x, y, z) => {
      const px = x - from[0]
      const py = y - from[1]
      const pz = z - from[2]
      const along = px * axis[0] + py * axis[1] + pz * axis[2]
      const beyond = along - l2
      const qx = px * l2 - axis[0] * along
      const qy = py * l2 - axis[1] * along
      const qz = pz * l2 - axis[2] * along
      const x2 = qx * qx + qy * qy + qz * qz
      const y2 = along * along * l2
      const z2 = beyond * beyond * l2
      const k = Math.sign(rr) * rr * rr * x2
      if (Math.sign(beyond) * a2 * z2 > k) return Math.sqrt(x2 + z2) * il2 - toRadius
      if (Math.sign(along) * a2 * y2 < k) return Math.sqrt(x2 + y2) * il2 - fromRadius
      return (Math.sqrt(x2 * a2 * il2) + along * rr) * il2 - fromRadius
    },
  }
}

/**
 * One cross-section of a loft: how far along its axis, where its middle lies (sideways and to the
 * front of the axis), its half widths outwards and inwards, its depths to front and back, and how
 * square its front and back are (2 is an ellipse).
 */
export type Station = readonly [
  along: number,
  side: number,
  ahead: number,
  out: number,
  inward: number,
  front: number,
  back: number,
  squareFront?: number,
  squareBack?: number,
]

const STEP_MM = 1.5

/** A limb or trunk: smooth cross-sections strung along the line from `from` towards `to`, with rounded ends. */
export function loft(from: Vec, to: Vec, stations: readonly Station[], frontHint: Vec = [0, 0, 1]): Shape {
  const [rawSide, along, front] = frameAlong(from, to, frontHint)
  const side = rawSide[0] >= 0 ? rawSide : scale(rawSide, -1) // outwards is the person's left on the left half
  const knots = stations.map((s) => s[0])
  const first = knots[0]!
  const last = knots[knots.length - 1]!
  const count = Math.max(2, Math.ceil((last - first) / STEP_MM) + 1)
  const column = (i: number, other = 2) =>
    sampleSpline(
      knots,
      stations.map((s) => s[i] ?? other),
      count,
    )
  const [cs, ca, ro, ri, rf, rb, nf, nb] = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => column(i)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const corners: Vec[] = []
  for (const s of stations) {
    const middle: Vec = [0, 1, 2].map(
      (i) => from[i]! + along[i]! * s[0] + side[i]! * s[1] + front[i]! * s[2],
    ) as unknown as Vec
    const reach = Math.max(s[3], s[4], s[5], s[6]) * 1.05
    const box = around([middle], reach)
    corners.push(box.low, box.high)
  }
  const perStep = (count - 1) / (last - first)
  return {
    box: around(corners, 2),
    distanceMm: (x, y, z) => {
      const px = x - from[0]
      const py = y - from[1]
      const pz = z - from[2]
      const h = px * along[0] + py * along[1] + pz * along[2]
      const at = Math.min(Math.max((h - first) * perStep, 0), count - 1.000001)
      const i = at | 0
      const b = at - i
      const a = 1 - b
      const u = px * side[0] + py * side[1] + pz * side[2] - (a * cs[i]! + b * cs[i + 1]!)
      const v = px * front[0] + py * front[1] + pz * front[2] - (a * ca[i]! + b * ca[i + 1]!)
      const ru = u >= 0 ? a * ro[i]! + b * ro[i + 1]! : a * ri[i]! + b * ri[i + 1]!
      const rv = v >= 0 ? a * rf[i]! + b * rf[i + 1]! : a * rb[i]! + b * rb[i + 1]!
      const n = v >= 0 ? a * nf[i]! + b * nf[i + 1]! : a * nb[i]! + b * nb[i + 1]!
      const rho = Math.sqrt(u * u + v * v)
      const over = Math.max(first - h, h - last)
      let d: number
      if (rho < 1e-6) d = -Math.min(ru, rv)
      else {
        const eu = Math.abs(u) / ru
        const ev = Math.abs(v) / rv
        const pu = n === 2 ? eu * eu : eu ** n
        const pv = n === 2 ? ev * ev : ev ** n
        const k = n === 2 ? Math.sqrt(pu + pv) : (pu + pv) ** (1 / n)
        const d1 = rho - rho / k
        // Slope of the section alone, so that flat sides measure true distance.
        const gu = eu > 0 ? pu / (eu * ru) : 0
        const gv = ev > 0 ? pv / (ev * rv) : 0
        const g = (Math.sqrt(gu * gu + gv * gv) * k) / (pu + pv)
        d = k > 0.5 && g > 0 ? Math.sign(d1) * Math.min(Math.abs(d1), Math.abs(k - 1) / g) : d1
      }
      if (over <= 0) return d
      return d > 0 ? Math.sqrt(d * d + over * over) : Math.max(d, over)
    },
  }
}
