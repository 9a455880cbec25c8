/**
 * Who is next to whom on the skin, and which vertex is nearest to a point in space.
 *
 * Built once a body (some tens of milliseconds), then every brush step is a small local walk.
 */

/** What painting needs of a body; `Body` of core/body has all of it. */
export type Skin = {
  readonly edition: string
  /** x, y, z per vertex, millimetres. */
  readonly positionsMm: Float32Array
  readonly triangles: Uint32Array
  /** For each vertex the one on the other half of the body. */
  readonly mirrorVertex: Uint32Array
  readonly places: readonly { readonly region: string; readonly side: 'left' | 'right' | null }[]
  readonly placeOfVertex: Uint16Array
}

export type SkinGraph = {
  readonly skin: Skin
  /** Corners of the triangles about vertex v: pairs `aroundPairs[2k], [2k + 1]` for k in aroundStart[v]..[v + 1]. */
  readonly aroundStart: Uint32Array
  readonly aroundPairs: Uint32Array
  readonly grid: Grid
}

type Grid = {
  readonly cellMm: number
  readonly min: readonly [number, number, number]
  readonly size: readonly [number, number, number]
  readonly start: Uint32Array
  readonly vertices: Uint32Array
}

export function skinGraph(skin: Skin): SkinGraph {
  const vertexCount = skin.positionsMm.length / 3
  const { triangles } = skin
  const aroundStart = new Uint32Array(vertexCount + 1)
  for (const vertex of triangles) aroundStart[vertex + 1]!++
  for (let v = 0; v < vertexCount; v++) aroundStart[v + 1]! += aroundStart[v]!
  const next = aroundStart.slice()
  const aroundPairs = new Uint32Array(triangles.length * 2)
  for (let t = 0; t < triangles.length; t += 3) {
    for (let corner = 0; corner < 3; corner++) {
      const slot = next[triangles[t + corner]!]!++
      aroundPairs[2 * slot] = triangles[t + ((corner + 1) % 3)]!
      aroundPairs[2 * slot + 1] = triangles[t + ((corner + 2) % 3)]!
    }
  }
  return { skin, aroundStart, aroundPairs, grid: gridOf(skin.positionsMm) }
}

function gridOf(positions: Float32Array, cellMm = 16): Grid {
  const min: [number, number, number] = [Infinity, Infinity, Infinity]
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity]
  for (let i = 0; i < positions.length; i++) {
    const axis = (i % 3) as 0 | 1 | 2
    min[axis] = Math.min(min[axis], positions[i]!)
    max[axis] = Math.max(max[axis], positions[i]!)
  }
  const size = [0, 1, 2].map((axis) => Math.floor((max[axis]! - min[axis]!) / cellMm) + 1) as [number, number, number]
  const cellOf = (v: number) => {
    const [x, y, z] = [0, 1, 2].map((axis) => Math.floor((positions[3 * v + axis]! - min[axis]!) / cellMm))
    return (z! * size[1] + y!) * size[0] + x!
  }
  const vertexCount = positions.length / 3
  const cells = new Uint32Array(vertexCount)
  const start = new Uint32Array(size[0] * size[1] * size[2] + 1)
  for (let v = 0; v < vertexCount; v++) start[(cells[v] = cellOf(v)) + 1]!++
  for (let c = 0; c + 1 < start.length; c++) start[c + 1]! += start[c]!
  const next = start.slice()
  const vertices = new Uint32Array(vertexCount)
  for (let v = 0; v < vertexCount; v++) vertices[next[cells[v]!]!++] = v
  return { cellMm, min, size, start, vertices }
}

/** The vertex nearest to a point; equal distances go to the lower index. Searches outwards shell by shell. */
export function nearestVertex(graph: SkinGraph, x: number, y: number, z: number): number {
  const { cellMm, min, size, start, vertices } = graph.grid
  const { positionsMm } = graph.skin
  const clampCell = (value: number, axis: 0 | 1 | 2) =>
    Math.min(size[axis] - 1, Math.max(0, Math.floor((value - min[axis]) / cellMm)))
  const [cx, cy, cz] = [clampCell(x, 0), clampCell(y, 1), clampCell(z, 2)]
  let best = -1
  let bestSq = Infinity
  const visit = (ix: number, iy: number, iz: number) => {
    const cell = (iz * size[1] + iy) * size[0] + ix
    for (let k = start[cell]!; k < start[cell + 1]!; k++) {
      const v = vertices[k]!
      const dx = positionsMm[3 * v]! - x
      const dy = positionsMm[3 * v + 1]! - y
      const dz = positionsMm[3 * v + 2]! - z
      const sq = dx * dx + dy * dy + dz * dz
      if (sq < bestSq || (sq === bestSq && v < best)) {
        bestSq = sq
        best = v
      }
    }
  }
  const reach = Math.max(...size)
  for (let shell = 0; shell <= reach; shell++) {
    // a point may stand at the edge of its cell, so a hit is only sure one shell further out
    if (best >= 0 && bestSq <= ((shell - 1) * cellMm) ** 2) break
    for (let iz = Math.max(0, cz - shell); iz <= Math.min(size[2] - 1, cz + shell); iz++) {
      for (let iy = Math.max(0, cy - shell); iy <= Math.min(size[1] - 1, cy + shell); iy++) {
        const inner = Math.abs(iz - cz) < shell && Math.abs(iy - cy) < shell
        const step = inner ? 2 * shell || 1 : 1
        for (let ix = cx - shell; ix <= cx + shell; ix += step) {
          if (ix >= 0 && ix < size[0]) visit(ix, iy, iz)
        }
      }
    }
  }
  return best
}
