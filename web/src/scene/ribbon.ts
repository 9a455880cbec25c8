/**
 * A strand of the muscle layer as a ribbon of fibres: tapered, thicker in the middle, curved as the skin above it.
 *
 * Made on the left; the right one is its image.
 */
import { Vector3 } from 'three'

export type RibbonLine = {
  /** Evenly spaced, x, y, z after x, y, z, millimetres, on the left. */
  readonly pointsMm: readonly number[]
  /** Whether the points lie on the skin, under which the ribbon then runs; else they lie in the muscle itself. */
  readonly onSkin: boolean
  readonly widthMm: number
}

/** What a ribbon needs to know of the body. */
export type Under = {
  /** The nearest skin, and the way out there. */
  readonly skinAt: (at: Vector3) => { readonly point: Vector3; readonly outward: Vector3; readonly vertex: number }
}

export type Ribbon = {
  readonly positions: readonly number[]
  readonly normals: readonly number[]
  /** Across the ribbon -1 to 1, along it 0 to 1. */
  readonly fibre: readonly number[]
  /** How much nearer it is drawn than it lies, so that it shines through the skin, millimetres. */
  readonly through: readonly number[]
  /** The vertex of the skin above each point, on the left. */
  readonly skin: readonly number[]
  readonly index: readonly number[]
  readonly widthMm: number
}

const across = 9
/** A broad muscle's fibres begin and end nearly as wide as its belly; a slender one runs out into a tendon. */
function fullness(t: number, widthMm: number): number {
  const end = widthMm > 30 ? 0.6 : 0.3
  return end + (1 - end) * Math.sin(Math.PI * Math.min(1, Math.max(0, t))) ** 0.75
}

const deepestSeenMm = 95

export function ribbonOf(line: RibbonLine, { skinAt }: Under): Ribbon {
  const count = line.pointsMm.length / 3
  const at = Array.from({ length: count }, (_, i) => new Vector3().fromArray(line.pointsMm, 3 * i))
  const above = at.map(skinAt)
  const outs = softened(above.map(({ outward }) => outward))
  const positions: number[] = []
  const fibre: number[] = []
  const through: number[] = []
  const skin: number[] = []
  const index: number[] = []
  const slim = Math.min(1, line.widthMm / 22)
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1)
    const tangent = at[Math.min(count - 1, i + 1)]!.clone()
      .sub(at[Math.max(0, i - 1)]!)
      .normalize()
    const outward = outs[i]!.clone().addScaledVector(tangent, -outs[i]!.dot(tangent)).normalize()
    const sideways = new Vector3().crossVectors(tangent, outward)
    const full = fullness(t, line.widthMm)
    const half = (line.widthMm / 2) * full
    const depthMm = above[i]!.point.distanceTo(at[i]!)
    for (let j = 0; j < across; j++) {
      const u = (2 * j) / (across - 1) - 1
      const point = at[i]!.clone().addScaledVector(sideways, u * half)
      const sunkMm = (1.2 + 3 * u * u + 2 * (1 - full)) * slim
      if (line.onSkin) {
        const there = skinAt(point)
        point.copy(there.point).addScaledVector(there.outward, -sunkMm)
        through.push(4 + 9 * slim)
        skin.push(there.vertex)
      } else {
        point.addScaledVector(outward, (1 - u * u) * Math.min(5, line.widthMm * 0.16) * full)
        through.push(Math.min(deepestSeenMm, depthMm + 8))
        skin.push(above[i]!.vertex)
      }
      positions.push(point.x, point.y, point.z)
      fibre.push(u, t)
      if (i === count - 1 || j === across - 1) continue
      const a = i * across + j
      index.push(a, a + across, a + 1, a + 1, a + across, a + across + 1)
    }
  }
  return { positions, normals: normalsOf(positions, index), fibre, through, skin, index, widthMm: line.widthMm }
}

function softened(ways: readonly Vector3[]): readonly Vector3[] {
  let now = ways
  for (let round = 0; round < 4; round++)
    now = now.map((way, i) =>
      way
        .clone()
        .add(now[Math.max(0, i - 1)]!)
        .add(now[Math.min(now.length - 1, i + 1)]!)
        .normalize(),
    )
  return now
}

function normalsOf(positions: readonly number[], index: readonly number[]): number[] {
  const sums = Array.from({ length: positions.length / 3 }, () => new Vector3())
  const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()]
  for (let t = 0; t < index.length; t += 3) {
    a.fromArray(positions, 3 * index[t]!)
    b.fromArray(positions, 3 * index[t + 1]!).sub(a)
    c.fromArray(positions, 3 * index[t + 2]!).sub(a)
    b.cross(c)
    for (let corner = 0; corner < 3; corner++) sums[index[t + corner]!]!.add(b)
  }
  return sums.flatMap((sum) => sum.normalize().toArray())
}
