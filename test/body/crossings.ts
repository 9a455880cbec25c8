/** Pairs of triangles of the left half that pass through each other; the halves meet only in the plane x = 0. */
import type { Body } from '../../src/core/body/body.ts'
import type { Vec } from '../../src/core/body/vec.ts'
import { cross, dot, sub } from '../../src/core/body/vec.ts'

const CELL_MM = 9

export function crossings(body: Body): readonly (readonly [number, number])[] {
  const p = body.positionsMm
  const at = (v: number): Vec => [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!]
  const cells = new Map<string, number[]>()
  const half = body.triangles.length / 2
  for (let t = 0; t < half; t += 3) {
    const corners = [at(body.triangles[t]!), at(body.triangles[t + 1]!), at(body.triangles[t + 2]!)]
    const range = ([0, 1, 2] as const).map((i) => {
      const values = corners.map((c) => c[i])
      return [Math.floor(Math.min(...values) / CELL_MM), Math.floor(Math.max(...values) / CELL_MM)] as const
    })
    for (let i = range[0]![0]; i <= range[0]![1]; i++)
      for (let j = range[1]![0]; j <= range[1]![1]; j++)
        for (let k = range[2]![0]; k <= range[2]![1]; k++) {
          const key = `${i},${j},${k}`
          const list = cells.get(key)
          if (list) list.push(t)
          else cells.set(key, [t])
        }
  }
  const found = new Map<string, readonly [number, number]>()
  for (const list of cells.values())
    for (let a = 0; a < list.length; a++)
      for (let b = a + 1; b < list.length; b++) {
        const [s, t] = [list[a]!, list[b]!]
        const one = [0, 1, 2].map((c) => body.triangles[s + c]!)
        const two = [0, 1, 2].map((c) => body.triangles[t + c]!)
        if (one.some((v) => two.includes(v))) continue
        if (pierces(one.map(at), two.map(at)) || pierces(two.map(at), one.map(at)))
          found.set(`${s},${t}`, [s / 3, t / 3])
      }
  return [...found.values()]
}

/** Whether an edge of the first triangle goes through the second. */
function pierces(one: readonly Vec[], two: readonly Vec[]): boolean {
  const normal = cross(sub(two[1]!, two[0]!), sub(two[2]!, two[0]!))
  const heights = one.map((q) => dot(sub(q, two[0]!), normal))
  for (let c = 0; c < 3; c++) {
    const d = (c + 1) % 3
    if (heights[c]! * heights[d]! >= 0) continue
    const share = heights[c]! / (heights[c]! - heights[d]!)
    const q = [0, 1, 2].map((i) => one[c]![i]! + (one[d]![i]! - one[c]![i]!) * share) as unknown as Vec
    const isInside = [0, 1, 2].every((e) => dot(cross(sub(two[(e + 1) % 3]!, two[e]!), sub(q, two[e]!)), normal) >= 0)
    if (isInside) return true
  }
  return false
}
