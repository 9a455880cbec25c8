import { beforeAll, describe, expect, it } from 'vitest'
import { buildHalf } from '../../src/core/body/half.ts'
import type { PointMm } from '../../src/core/units.ts'
import { bodyModel } from '../../src/ripple/body-model.ts'
import { modelKnowledge } from './model.ts'

type Triangles = ReturnType<typeof buildHalf>
let half: Triangles
beforeAll(() => {
  half = buildHalf()
})

/** Whether a ray from the point to the person's left leaves the left half an odd number of times. */
function isInside([x, y, z]: PointMm): boolean {
  const { positionsMm: p, triangles } = half
  let crossings = 0
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]! * 3, triangles[t + 1]! * 3, triangles[t + 2]! * 3]
    const cross = (i: number, j: number) => (p[i + 1]! - y) * (p[j + 2]! - z) - (p[i + 2]! - z) * (p[j + 1]! - y)
    const [u, v, w] = [cross(b, c), cross(c, a), cross(a, b)]
    if (!((u > 0 && v > 0 && w > 0) || (u < 0 && v < 0 && w < 0))) continue
    const at = (u * p[a]! + v * p[b]! + w * p[c]!) / (u + v + w)
    if (at > x) crossings++
  }
  return crossings % 2 === 1
}

describe('the model in the body', () => {
  it('keeps every point of every muscle inside the surface', () => {
    const model = bodyModel(modelKnowledge())
    const outside = model.elements
      .filter((one) => one.side === 'left')
      .flatMap((one) =>
        one.path.flatMap((step) =>
          // A hair off the midline and off round numbers, where triangles meet.
          step.kind === 'point' && !isInside([Math.max(step.atMm[0], 0.3), step.atMm[1] + 0.013, step.atMm[2] + 0.017])
            ? [`${one.muscle} ${one.part ?? ''} ${one.element ?? ''} at ${step.atMm.join(' ')}`]
            : [],
        ),
      )
    expect(outside).toEqual([])
  })

  it('keeps every joint and centre of mass inside the surface', () => {
    const model = bodyModel(modelKnowledge())
    for (const one of model.coordinates)
      if (one.side !== 'right' && one.joint !== null)
        expect(
          isInside([Math.max(one.anchorMm[0], 0.3), one.anchorMm[1] + 0.013, one.anchorMm[2] + 0.017]),
          one.id,
        ).toBe(true)
    for (const one of model.segments)
      if (one.side !== 'right')
        expect(
          isInside([Math.max(one.centreMm[0], 0.3), one.centreMm[1] + 0.013, one.centreMm[2] + 0.017]),
          one.id,
        ).toBe(true)
  })
})
