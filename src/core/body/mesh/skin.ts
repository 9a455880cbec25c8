/** A fixed triangle surface with what is often asked of it: neighbours, normals, areas. */

export type Skin = {
  readonly positionsMm: ArrayLike<number>
  readonly triangles: ArrayLike<number>
  /** Triangles round vertex v: `fan[fanStart[v]]` up to `fan[fanStart[v + 1]]`. */
  readonly fanStart: Uint32Array
  readonly fan: Uint32Array
}

export function skinOf(positionsMm: ArrayLike<number>, triangles: ArrayLike<number>): Skin {
  const count = positionsMm.length / 3
  const fanStart = new Uint32Array(count + 1)
  for (let i = 0; i < triangles.length; i++) fanStart[triangles[i]! + 1]!++
  for (let v = 0; v < count; v++) fanStart[v + 1]! += fanStart[v]!
  const fill = fanStart.slice()
  const fan = new Uint32Array(triangles.length)
  for (let i = 0; i < triangles.length; i++) fan[fill[triangles[i]!]!++] = (i / 3) | 0
  return { positionsMm, triangles, fanStart, fan }
}

/** Every vertex that shares an edge with v. */
export function neighboursOf(skin: Skin, v: number): number[] {
  const out: number[] = []
  for (let f = skin.fanStart[v]!; f < skin.fanStart[v + 1]!; f++)
    for (let c = 0; c < 3; c++) {
      const w = skin.triangles[skin.fan[f]! * 3 + c]!
      if (w !== v && !out.includes(w)) out.push(w)
    }
  return out
}

/** A third of the triangles round each vertex, in square millimetres. */
export function vertexAreasMm2(positionsMm: ArrayLike<number>, triangles: ArrayLike<number>): Float32Array {
  const areas = new Float32Array(positionsMm.length / 3)
  forEachTriangle(positionsMm, triangles, (a, b, c, x, y, z) => {
    const third = Math.hypot(x, y, z) / 6
    areas[a]! += third
    areas[b]! += third
    areas[c]! += third
  })
  return areas
}

/** Unit normals, triangles weighted by their area. */
export function vertexNormals(positionsMm: ArrayLike<number>, triangles: ArrayLike<number>): Float32Array {
  const normals = new Float32Array(positionsMm.length)
  forEachTriangle(positionsMm, triangles, (a, b, c, x, y, z) => {
    for (const v of [a, b, c]) {
      normals[v * 3]! += x
      normals[v * 3 + 1]! += y
      normals[v * 3 + 2]! += z
    }
  })
  for (let i = 0; i < normals.length; i += 3) {
    const l = Math.hypot(normals[i]!, normals[i + 1]!, normals[i + 2]!) || 1
    normals[i]! /= l
    normals[i + 1]! /= l
    normals[i + 2]! /= l
  }
  return normals
}

function forEachTriangle(
  p: ArrayLike<number>,
  triangles: ArrayLike<number>,
  each: (a: number, b: number, c: number, x: number, y: number, z: number) => void,
): void {
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t]!
    const b = triangles[t + 1]!
    const c = triangles[t + 2]!
    const ux = p[b * 3]! - p[a * 3]!
    const uy = p[b * 3 + 1]! - p[a * 3 + 1]!
    const uz = p[b * 3 + 2]! - p[a * 3 + 2]!
    const vx = p[c * 3]! - p[a * 3]!
    const vy = p[c * 3 + 1]! - p[a * 3 + 1]!
    const vz = p[c * 3 + 2]! - p[a * 3 + 2]!
    each(a, b, c, uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx)
  }
}
