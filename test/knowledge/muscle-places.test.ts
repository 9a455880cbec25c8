import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRecords } from '../../scripts/read-records.ts'
import { decodeBody } from '../../src/core/body/body.ts'
import { nearestVertex } from '../../src/core/body/regions.ts'
import type { PointMm } from '../../src/core/units.ts'
import { clinic } from '../safety/clinic.ts'

type Point = (typeof clinic.muscles)[number]['parts'][number]['triggerPoints'][number]
type Part = (typeof clinic.muscles)[number]['parts'][number]

/** Checks assumption A-CLINIC-7 against the body: where a point lies, there its muscle is said to be pressed. */
describe('muscle-places', () => {
  const body = decodeBody(readFileSync(new URL('../../dist/data/body.bin', import.meta.url)))
  const placed = new Map(clinic.musclePlaces.map((one) => [one.id, one.places]))
  const landmarks = readRecords()
    .filter((file) => file.path.startsWith('landmarks/'))
    .map((file) => JSON.parse(file.text) as { readonly id: string; readonly atMm: PointMm })
  const atMm = new Map(landmarks.map((one) => [one.id, one.atMm]))
  const regionAt = (at: PointMm) => body.places[body.placeOfVertex[nearestVertex(body.positionsMm, at)]!]!.region

  it('agree with the skin over each trigger point, or over its nearest landmark, in 97 of 100', () => {
    const points = clinic.muscles.flatMap((muscle) =>
      muscle.parts.flatMap((part) => part.triggerPoints.map((point) => ({ muscle: muscle.id, part, point }))),
    )
    const wrong = points.filter(({ muscle, part, point }) => {
      const regions = placed.get(muscle)?.find((one) => one.part === part.id)?.regions ?? []
      return ![onStrand(part, point), atMm.get(point.where.near)].some((at) => at && regions.includes(regionAt(at)))
    })
    expect(points.length).toBeGreaterThan(250)
    expect(wrong.length / points.length, wrong.map(({ point }) => point.id).join(' ')).toBeLessThan(0.03)
  })

  function onStrand(part: Part, point: Point): PointMm | undefined {
    const path = part.strands[point.where.strand]?.through.map((id) => atMm.get(id))
    if (path === undefined || path.some((at) => at === undefined)) return undefined
    const known = path as PointMm[]
    const lengths = known.slice(1).map((to, i) => Math.hypot(...to.map((x, axis) => x - known[i]![axis]!)))
    let left = point.where.along * lengths.reduce((sum, one) => sum + one, 0)
    for (const [i, length] of lengths.entries()) {
      if (left > length && i < lengths.length - 1) {
        left -= length
        continue
      }
      const share = length === 0 ? 0 : left / length
      const [a, b] = [known[i]!, known[i + 1]!]
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
    }
    return known[0]
  }
})
