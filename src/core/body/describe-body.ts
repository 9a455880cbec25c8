/** The body in numbers, as `unknot about` prints them. */
import type { Body } from './body.ts'

export type BodyNumbers = {
  readonly vertices: number
  readonly faces: number
  /** Every edge borders exactly two triangles that agree which side is out. */
  readonly closed: boolean
  readonly mirrorErrorMm: number
  /** Named points, those of both sides counted once. */
  readonly landmarks: number
  readonly regions: number
  readonly patches: number
  readonly heightMm: number
  /** Regions that no vertex belongs to, with their side. */
  readonly emptyRegions: readonly string[]
}

export function describeBody(body: Body): BodyNumbers {
  const used = new Set(body.placeOfVertex)
  const ids = new Set([...body.landmarks.keys()].map((key) => key.split('/')[0]))
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 1; i < body.positionsMm.length; i += 3) {
    low = Math.min(low, body.positionsMm[i]!)
    high = Math.max(high, body.positionsMm[i]!)
  }
  return {
    vertices: body.positionsMm.length / 3,
    faces: body.triangles.length / 3,
    closed: isClosed(body),
    mirrorErrorMm: mirrorErrorMm(body),
    landmarks: ids.size,
    regions: new Set(body.places.map((p) => p.region)).size,
    patches: body.patches.length,
    heightMm: Math.round((high - low) * 10) / 10,
    emptyRegions: body.places.flatMap((p, i) => (used.has(i) ? [] : [p.side ? `${p.region}/${p.side}` : p.region])),
  }
}

function isClosed(body: Body): boolean {
  const count = body.positionsMm.length / 3
  const edges = new Set<number>()
  const t = body.triangles
  for (let i = 0; i < t.length; i++) {
    const edge = t[i]! * count + t[i % 3 === 2 ? i - 2 : i + 1]!
    if (edges.has(edge)) return false
    edges.add(edge)
  }
  for (const edge of edges) if (!edges.has((edge % count) * count + Math.floor(edge / count))) return false
  return true
}

function mirrorErrorMm(body: Body): number {
  let most = 0
  const p = body.positionsMm
  body.mirrorVertex.forEach((m, v) => {
    const d = Math.hypot(p[v * 3]! + p[m * 3]!, p[v * 3 + 1]! - p[m * 3 + 1]!, p[v * 3 + 2]! - p[m * 3 + 2]!)
    most = Math.max(most, d)
  })
  return most
}
