/**
 * A muscle's lines as what is drawn of it: heads of their own as ribbons, bundles side by side as one sheet whose fibres
 * fan out between them, and a line with its way back as a ring.
 */
import { Vector3 } from 'three'
import { type Course, courseOf, fullness, laid, type Ribbon, type RibbonLine, ribbonOf, type Under } from './ribbon.ts'

/** `lines`: which of the muscle's lines it was made of, in the order that `ribbon.middle` counts. */
export type Shape = { readonly ribbon: Ribbon; readonly lines: readonly number[] }

export function shapesOf(lines: readonly RibbonLine[], under: Under): Shape[] {
  const courses = lines.map((line) => courseOf(line, under))
  const groups: number[][] = []
  for (const [i, line] of lines.entries()) {
    const joined =
      line.joins === 'ring' || (line.joins === 'sheet' && i > 0 && liesBeside(courses[i - 1]!, courses[i]!))
    if (joined && groups.length > 0) groups.at(-1)!.push(i)
    else groups.push([i])
  }
  return groups.map((group) => {
    const own = group.map((i) => lines[i]!)
    if (own.length === 1) return { ribbon: ribbonOf(own[0]!, under), lines: group }
    if (own[1]!.joins === 'ring') return { ribbon: ringOf(own[0]!, own[1]!, under), lines: group }
    return {
      ribbon: sheetOf(
        own,
        group.map((i) => courses[i]!),
        under,
      ),
      lines: group,
    }
  })
}

const farthestMm = 180

/** Bundles that cross, or that have half a body between them, are no sheet. */
function liesBeside(a: Course, b: Course): boolean {
  const rows = Math.min(a.at.length, b.at.length)
  let side = 0
  for (let i = 0; i < rows; i++) {
    const way = b.at[i]!.clone().sub(a.at[i]!)
    const mm = way.length()
    if (mm > farthestMm) return false
    const now = Math.sign(way.dot(a.sideways[i]!))
    if (mm < 10) continue
    if (side !== 0 && now !== side) return false
    side = now
  }
  return true
}

const edgeSteps = 3
const betweenMm = 9

/** From the outer edge of the first bundle over all middles to the outer edge of the last. */
function sheetOf(lines: readonly RibbonLine[], courses: readonly Course[], under: Under): Ribbon {
  const last = courses[0]!.at.length - 1
  const gapsMm = courses
    .slice(1)
    .map((course, k) => Math.max(...course.at.map((at, i) => at.distanceTo(courses[k]!.at[i]!))))
  const steps = gapsMm.map((mm) => Math.max(2, Math.ceil(mm / betweenMm)))
  const [first, end] = [lines[0]!, lines.at(-1)!]
  const widthMm = gapsMm.reduce((sum, mm) => sum + mm, (first.widthMm + end.widthMm) / 2)
  const bundleMm = Math.min(...lines.map((line) => line.widthMm))
  const outer = [-sideOf(courses[0]!, courses[1]!), -sideOf(courses.at(-1)!, courses.at(-2)!)] as const
  const full = (i: number) => fullness(i / last, 60)
  const rows = Array.from({ length: last + 1 }, (_, i) => {
    const row: { at: Vector3; outward: Vector3; depthMm: number; mm: number }[] = []
    let mm = 0
    const put = (at: Vector3, outward: Vector3, depthMm: number) => {
      row.push({ at, outward, depthMm, mm })
    }
    const edge = (course: Course, halfMm: number, sign: number, shares: readonly number[]) => {
      for (const share of shares) {
        mm += halfMm / edgeSteps
        const at = course.at[i]!.clone().addScaledVector(course.sideways[i]!, sign * share * halfMm)
        put(at, course.outward[i]!, course.depthMm[i]!)
      }
    }
    edge(courses[0]!, (first.widthMm / 2) * full(i), outer[0], [1, 2 / 3, 1 / 3])
    for (const [k, count] of steps.entries()) {
      const [a, b] = [courses[k]!, courses[k + 1]!]
      for (let s = k === 0 ? 0 : 1; s <= count; s++) {
        const t = s / count
        mm += gapsMm[k]! / count
        put(
          a.at[i]!.clone().lerp(b.at[i]!, t),
          a.outward[i]!.clone().lerp(b.outward[i]!, t).normalize(),
          a.depthMm[i]! + t * (b.depthMm[i]! - a.depthMm[i]!),
        )
      }
    }
    edge(courses.at(-1)!, (end.widthMm / 2) * full(i), outer[1], [1 / 3, 2 / 3, 1])
    const [low, high] = [row[0]!.mm, row.at(-1)!.mm]
    return row.map(({ mm: at, ...station }) => ({ ...station, x: (2 * (at - low)) / (high - low) - 1 }))
  })
  const { onSkin, sunkMm = 0 } = first
  const made = laid(rows, { onSkin, sunkMm, bundleMm, widthMm, full, closed: false }, under)
  const across = rows[0]!.length
  const column = (line: number) => edgeSteps + steps.slice(0, line).reduce((sum, count) => sum + count, 0)
  return { ...made, middle: (line, along) => Math.round(along * last) * across + column(line) }
}

/** On which side of the first course the second one runs: 1 or -1. */
function sideOf(from: Course, to: Course): number {
  const sum = from.at.reduce((all, at, i) => all + to.at[i]!.clone().sub(at).dot(from.sideways[i]!), 0)
  return sum < 0 ? -1 : 1
}

/** There along one line and back along the other, as the muscle round the eye. */
function ringOf(there: RibbonLine, back: RibbonLine, under: Under): Ribbon {
  const points = (line: RibbonLine) =>
    Array.from({ length: line.pointsMm.length / 3 }, (_, i) => new Vector3().fromArray(line.pointsMm, 3 * i))
  const [out, home] = [points(there), points(back).reverse()]
  let loop = [...out, ...home.slice(1, -1)]
  for (let round = 0; round < 14; round++) {
    loop = loop.map((at, i) =>
      at
        .clone()
        .multiplyScalar(2)
        .add(loop[(i + 1) % loop.length]!)
        .add(loop[(i + loop.length - 1) % loop.length]!)
        .divideScalar(4),
    )
  }
  const closed = [...loop, loop[0]!]
  const ribbon = ribbonOf({ ...there, pointsMm: closed.flatMap((at) => at.toArray()) }, under, true)
  const middle = (line: number, along: number) => {
    const at = line === 0 ? along * (out.length - 1) : loop.length - along * (home.length - 1)
    return ribbon.middle(0, at / loop.length)
  }
  return { ...ribbon, middle }
}
