/** The same mesh with neighbouring triangles and vertices next to each other, so that it packs well. */
import type { Triangles } from './extract.ts'

export function inSequence(mesh: Triangles): Triangles {
  const { triangles } = mesh
  const count = triangles.length / 3
  const across = new Map<number, number>()
  const size = mesh.positionsMm.length / 3
  for (let t = 0; t < count; t++)
    for (let c = 0; c < 3; c++) across.set(triangles[t * 3 + c]! * size + triangles[t * 3 + ((c + 1) % 3)]!, t)
  const isDone = new Uint8Array(count)
  const order: number[] = []
  // Triangles are written so that the first edge is the one shared with an earlier triangle.
  const turned: number[] = []
  for (let first = 0; first < count; first++) {
    if (isDone[first]) continue
    const waiting: [triangle: number, turn: number][] = [[first, 0]]
    while (waiting.length > 0) {
      const [t, turn] = waiting.pop()!
      if (isDone[t]) continue
      isDone[t] = 1
      order.push(t)
      turned.push(turn)
      for (const c of [2, 1, 0]) {
        const k = (turn + c) % 3
        const a = triangles[t * 3 + k]!
        const b = triangles[t * 3 + ((k + 1) % 3)]!
        const next = across.get(b * size + a)
        if (next === undefined || isDone[next]) continue
        waiting.push([next, [0, 1, 2].find((i) => triangles[next * 3 + i] === b)!])
      }
    }
  }
  const fresh = new Int32Array(size).fill(-1)
  const out: number[] = []
  const positionsMm: number[] = []
  order.forEach((t, i) => {
    for (let c = 0; c < 3; c++) {
      const v = triangles[t * 3 + ((turned[i]! + c) % 3)]!
      if (fresh[v] === -1) {
        fresh[v] = positionsMm.length / 3
        positionsMm.push(mesh.positionsMm[v * 3]!, mesh.positionsMm[v * 3 + 1]!, mesh.positionsMm[v * 3 + 2]!)
      }
      out.push(fresh[v]!)
    }
  })
  return { positionsMm, triangles: out }
}
