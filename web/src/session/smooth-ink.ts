/**
 * Ink as it is shown: a region filled by its name ends at vertices, in stair steps; the eye gets a line instead.
 *
 * Only borders that jump from one vertex to the next are touched. A brush's own border falls slowly and stays.
 */

type Skin = { readonly triangles: Uint32Array }

export type ShownInk = { readonly cover: Uint8Array; readonly shade: Uint8Array }

/** A brush never falls this much over one edge of the skin. */
const jump = 170
const rounds = 4

export function smoothInk<Shown extends ShownInk>(skin: Skin, ink: Shown): Shown {
  const { triangles } = skin
  const rough = new Uint8Array(ink.cover.length)
  let found = false
  for (let t = 0; t < triangles.length; t += 3) {
    for (let c = 0; c < 3; c++) {
      const a = triangles[t + c]!
      const b = triangles[t + ((c + 1) % 3)]!
      if (Math.abs(ink.cover[a]! - ink.cover[b]!) < jump) continue
      rough[a] = 1
      rough[b] = 1
      found = true
    }
  }
  if (!found) return ink
  const near = nearRough(triangles, rough)
  let cover = Float32Array.from(ink.cover)
  const shade = ink.shade.slice()
  for (let round = 0; round < rounds; round++) {
    const sum = cover.slice()
    const count = new Float32Array(cover.length).fill(1)
    for (const [a, b] of near) {
      sum[a]! += cover[b]!
      count[a]!++
      // a vertex just outside takes the colour that flows over the border
      if (ink.cover[a] === 0 && ink.cover[b]! > 0) shade[a] = Math.max(shade[a]!, ink.shade[b]!)
    }
    cover = cover.map((value, v) => (rough[v] === 0 ? value : sum[v]! / count[v]!))
  }
  return { ...ink, cover: Uint8Array.from(cover, Math.round), shade: spreadShade(near, ink, shade) }
}

/** Widens `rough` by two rings. @returns directed edges that start in it */
function nearRough(triangles: Uint32Array, rough: Uint8Array): [number, number][] {
  for (let ring = 0; ring < 2; ring++) {
    const before = rough.slice()
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!]
      if (before[a]! + before[b]! + before[c]! === 0) continue
      rough[a] = 1
      rough[b] = 1
      rough[c] = 1
    }
  }
  const edges: [number, number][] = []
  for (let t = 0; t < triangles.length; t += 3) {
    for (let c = 0; c < 3; c++) {
      const a = triangles[t + c]!
      const b = triangles[t + ((c + 1) % 3)]!
      if (rough[a] === 1) edges.push([a, b]) // the triangle on the other side brings the way back
    }
  }
  return edges
}

/** The colour of the border reaches as far as its softened edge does. */
function spreadShade(edges: readonly [number, number][], ink: ShownInk, first: Uint8Array): Uint8Array {
  let shade = first
  for (let ring = 0; ring < 2; ring++) {
    const next = shade.slice()
    for (const [a, b] of edges) if (ink.cover[a] === 0 && shade[a] === 0) next[a] = Math.max(next[a]!, shade[b]!)
    shade = next
  }
  return shade
}
