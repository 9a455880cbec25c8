import { describe, expect, it } from 'vitest'
import type { Surface } from '../../src/core/body/geodesic.ts'
import { distanceAlongSkin, shortestWay, wayLengthMm } from '../../src/core/body/geodesic.ts'

/** A sphere from an icosahedron, each triangle cut into four `rounds` times. */
function sphere(radius: number, rounds: number): Surface {
  const g = (1 + Math.sqrt(5)) / 2
  let points = [
    [-1, g, 0],
    [1, g, 0],
    [-1, -g, 0],
    [1, -g, 0],
    [0, -1, g],
    [0, 1, g],
    [0, -1, -g],
    [0, 1, -g],
    [g, 0, -1],
    [g, 0, 1],
    [-g, 0, -1],
    [-g, 0, 1],
  ].map((p) => onSphere(p, radius))
  let faces = [
    [0, 11, 5],
    [0, 5, 1],
    [0, 1, 7],
    [0, 7, 10],
    [0, 10, 11],
    [1, 5, 9],
    [5, 11, 4],
    [11, 10, 2],
    [10, 7, 6],
    [7, 1, 8],
    [3, 9, 4],
    [3, 4, 2],
    [3, 2, 6],
    [3, 6, 8],
    [3, 8, 9],
    [4, 9, 5],
    [2, 4, 11],
    [6, 2, 10],
    [8, 6, 7],
    [9, 8, 1],
  ]
  for (let r = 0; r < rounds; r++) {
    const middles = new Map<string, number>()
    const next = points.slice()
    const middle = (a: number, b: number) => {
      const key = a < b ? `${a},${b}` : `${b},${a}`
      const known = middles.get(key)
      if (known !== undefined) return known
      next.push(
        onSphere(
          [0, 1, 2].map((i) => points[a]![i]! + points[b]![i]!),
          radius,
        ),
      )
      middles.set(key, next.length - 1)
      return next.length - 1
    }
    faces = faces.flatMap(([a, b, c]) => {
      const [ab, bc, ca] = [middle(a!, b!), middle(b!, c!), middle(c!, a!)]
      return [
        [a!, ab, ca],
        [b!, bc, ab],
        [c!, ca, bc],
        [ab, bc, ca],
      ]
    })
    points = next
  }
  return { positionsMm: Float32Array.from(points.flat()), triangles: Uint32Array.from(faces.flat()) }
}

function onSphere(p: readonly number[], radius: number): number[] {
  const l = Math.hypot(p[0]!, p[1]!, p[2]!)
  return p.map((v) => (v / l) * radius)
}

/** An open cylinder whose rings are turned a little each, so its triangles are uneven. */
function cylinder(radius: number, height: number, around: number, rings: number): Surface {
  const points: number[] = []
  const faces: number[] = []
  for (let j = 0; j <= rings; j++)
    for (let i = 0; i < around; i++) {
      const a = (2 * Math.PI * (i + j * 0.37)) / around
      points.push(radius * Math.cos(a), (height * j) / rings, radius * Math.sin(a))
    }
  for (let j = 0; j < rings; j++)
    for (let i = 0; i < around; i++) {
      const a = j * around + i
      const b = j * around + ((i + 1) % around)
      faces.push(a, a + around, b, b, a + around, b + around)
    }
  return { positionsMm: Float32Array.from(points), triangles: Uint32Array.from(faces) }
}

describe('distance along the skin', () => {
  it('is right within 3 % on a sphere, everywhere', () => {
    const surface = sphere(100, 4)
    const d = distanceAlongSkin(surface, [{ vertex: 0, startMm: 0 }])
    const p = surface.positionsMm
    for (let v = 1; v < d.length; v++) {
      const dot = (p[0]! * p[v * 3]! + p[1]! * p[v * 3 + 1]! + p[2]! * p[v * 3 + 2]!) / 10000
      const exact = 100 * Math.acos(Math.max(-1, Math.min(1, dot)))
      expect(Math.abs(d[v]! - exact)).toBeLessThan(exact * 0.03)
    }
  })

  it('is right within 3 % on a cylinder, where it can be rolled flat', () => {
    const surface = cylinder(40, 300, 48, 60)
    const from = 30 * 48
    const d = distanceAlongSkin(surface, [{ vertex: from, startMm: 0 }])
    const p = surface.positionsMm
    const angle = (v: number) => Math.atan2(p[v * 3 + 2]!, p[v * 3]!)
    for (let v = 0; v < d.length; v++) {
      if (v === from) continue
      let turn = Math.abs(angle(v) - angle(from))
      if (turn > Math.PI) turn = 2 * Math.PI - turn
      const exact = Math.hypot(40 * turn, p[v * 3 + 1]! - p[from * 3 + 1]!)
      expect(Math.abs(d[v]! - exact)).toBeLessThan(exact * 0.03 + 0.05)
    }
  })

  it('takes the nearest of several seeds, each with its own start', () => {
    const surface = cylinder(40, 300, 48, 60)
    const top = 60 * 48
    const d = distanceAlongSkin(surface, [
      { vertex: 0, startMm: 0 },
      { vertex: top, startMm: 100 },
    ])
    expect(d[top]).toBe(100)
    expect(d[0]).toBe(0)
  })

  it('goes no farther than the limit', () => {
    const d = distanceAlongSkin(sphere(100, 3), [{ vertex: 0, startMm: 0 }], 50)
    expect(d.every((mm) => mm <= 50 || mm === Number.POSITIVE_INFINITY)).toBe(true)
  })

  it('finds a way as long as the distance says, within 3 %', () => {
    const surface = sphere(100, 4)
    const goal = 3
    const way = shortestWay(surface, 0, goal)
    const d = distanceAlongSkin(surface, [{ vertex: goal, startMm: 0 }])
    expect(Math.abs(wayLengthMm(way) - d[0]!)).toBeLessThan(d[0]! * 0.03)
  })

  it('never crosses between pieces that do not touch', () => {
    const one = sphere(20, 2)
    const count = one.positionsMm.length / 3
    const two = {
      positionsMm: Float32Array.from([
        ...one.positionsMm,
        ...one.positionsMm.map((v, i) => (i % 3 === 0 ? v + 41 : v)),
      ]),
      triangles: Uint32Array.from([...one.triangles, ...one.triangles.map((v) => v + count)]),
    }
    const d = distanceAlongSkin(two, [{ vertex: 0, startMm: 0 }])
    expect(d.slice(count).every((mm) => mm === Number.POSITIVE_INFINITY)).toBe(true)
    expect(shortestWay(two, 0, count + 1)).toEqual([])
  })
})
