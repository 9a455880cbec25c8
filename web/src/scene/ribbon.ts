/**
 * A strand of the muscle layer as a ribbon of fibres: tapered, thicker in the middle, curved as the skin above it.
 *
 * Made on the left; the right one is its image.
 */
import { Vector3 } from 'three'

/** How a line goes with the one before it: a head of its own, the next bundle of one sheet, or the way back round a ring. */
export type Joint = 'apart' | 'sheet' | 'ring'

export type RibbonLine = {
  /** Evenly spaced, x, y, z after x, y, z, millimetres, on the left. */
  readonly pointsMm: readonly number[]
  /** Whether the points lie on the skin, under which the ribbon then runs; else they lie in the muscle itself. */
  readonly onSkin: boolean
  readonly widthMm: number
  readonly joins?: Joint
  /** How much deeper it is drawn than it lies, millimetres, so that a thin muscle does not hide those under it. */
  readonly sunkMm?: number
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
  /** Which of its points is the middle of a line it was made of. @param along  0 to 1 */
  readonly middle: (line: number, along: number) => number
}

/** A point of a row across the fibres before it is laid: `x` -1 to 1 over the whole row. */
export type Station = { readonly at: Vector3; readonly outward: Vector3; readonly x: number; readonly depthMm: number }

const deepestSeenMm = 95

/** A broad muscle's fibres begin and end nearly as wide as its belly; a slender one runs out into a tendon. */
export function fullness(t: number, widthMm: number): number {
  const end = widthMm > 30 ? 0.6 : 0.3
  return end + (1 - end) * Math.sin(Math.PI * Math.min(1, Math.max(0, t))) ** 0.75
}

/** A line with what lies about each of its points. */
export type Course = {
  readonly at: readonly Vector3[]
  readonly outward: readonly Vector3[]
  /** To one side along the skin; the same side all the way. */
  readonly sideways: readonly Vector3[]
  readonly depthMm: readonly number[]
}

export function courseOf(line: RibbonLine, { skinAt }: Under): Course {
  const at = Array.from({ length: line.pointsMm.length / 3 }, (_, i) => new Vector3().fromArray(line.pointsMm, 3 * i))
  const above = at.map(skinAt)
  const outs = softened(above.map(({ outward }) => outward))
  const last = at.length - 1
  const frames = at.map((_, i) => {
    const tangent = at[Math.min(last, i + 1)]!.clone()
      .sub(at[Math.max(0, i - 1)]!)
      .normalize()
    const outward = outs[i]!.clone().addScaledVector(tangent, -outs[i]!.dot(tangent)).normalize()
    return { outward, sideways: new Vector3().crossVectors(tangent, outward) }
  })
  return {
    at,
    outward: frames.map(({ outward }) => outward),
    sideways: frames.map(({ sideways }) => sideways),
    depthMm: at.map((point, i) => above[i]!.point.distanceTo(point)),
  }
}

type Look = {
  readonly onSkin: boolean
  readonly sunkMm: number
  /** Of one bundle: slim ones lie flatter. */
  readonly bundleMm: number
  readonly widthMm: number
  /** How full each row is, 0 to 1. */
  readonly full: (row: number) => number
  /** Whether its first row is its last. */
  readonly closed: boolean
}

/** Lays rows of stations under the skin, or into the body, and joins them. */
export function laid(rows: readonly (readonly Station[])[], look: Look, under: Under): Omit<Ribbon, 'middle'> {
  const across = rows[0]!.length
  const positions: number[] = []
  const fibre: number[] = []
  const through: number[] = []
  const skin: number[] = []
  const index: number[] = []
  const slim = Math.min(1, look.bundleMm / 22)
  for (const [i, row] of rows.entries()) {
    const full = look.full(i)
    for (const [j, { at, outward, x, depthMm }] of row.entries()) {
      const there = under.skinAt(at)
      const point = at.clone()
      if (look.onSkin) {
        const hollowMm = (1.2 + 3 * x ** (look.widthMm > 60 ? 6 : 2) + 2 * (1 - full)) * slim
        point.copy(there.point).addScaledVector(there.outward, -hollowMm - look.sunkMm)
        through.push(4 + 9 * slim)
      } else {
        point.addScaledVector(outward, (1 - x * x) * Math.min(5, look.bundleMm * 0.16) * full)
        through.push(Math.min(deepestSeenMm, depthMm + 8))
      }
      skin.push(there.vertex)
      positions.push(point.x, point.y, point.z)
      fibre.push(x, look.closed ? 0.5 : i / (rows.length - 1))
      if (i === rows.length - 1 || j === across - 1) continue
      const a = i * across + j
      index.push(a, a + across, a + 1, a + 1, a + across, a + across + 1)
    }
  }
  return { positions, normals: normalsOf(positions, index), fibre, through, skin, index, widthMm: look.widthMm }
}

const across = 9

export function ribbonOf(line: RibbonLine, under: Under, closed = false): Ribbon {
  const { at, outward, sideways, depthMm } = courseOf(line, under)
  const last = at.length - 1
  const full = (i: number) => (closed ? 1 : fullness(i / last, line.widthMm))
  const rows = at.map((middle, i) =>
    Array.from({ length: across }, (_, j) => {
      const x = (2 * j) / (across - 1) - 1
      const point = middle.clone().addScaledVector(sideways[i]!, (x * full(i) * line.widthMm) / 2)
      return { at: point, outward: outward[i]!, x, depthMm: depthMm[i]! }
    }),
  )
  const { onSkin, widthMm, sunkMm = 0 } = line
  const made = laid(rows, { onSkin, sunkMm, bundleMm: widthMm, widthMm, full, closed }, under)
  return { ...made, middle: (_, along) => Math.round(along * last) * across + (across >> 1) }
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
