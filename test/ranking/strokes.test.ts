/** Hundreds of strokes and erasures on the real body: nothing drifts, whatever way a drawing was reached. */
import { expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { blankCase } from '../../src/core/pain/case.ts'
import { emptyPaint, type Paint } from '../../src/core/pain/paint.ts'
import { indexEvidence } from '../../src/core/ranking/evidence.ts'
import { settled } from '../../src/core/ranking/parameters.ts'
import { scoreOf } from '../../src/core/ranking/problem.ts'
import { rankCase, rankingModel, type Trace } from '../../src/core/ranking/rank.ts'
import { search } from '../../src/core/ranking/search.ts'
import { seededRandom } from '../../src/core/ranking/simulation/random.ts'

const { knowledge, body, atlas } = readBaked()
const model = rankingModel(atlas, indexEvidence(knowledge))

/** Painted share of each patch by plain counting, vertex by vertex. */
function countedShares(paint: Paint): number[] {
  const area = new Array<number>(atlas.patchCount).fill(0)
  for (let v = 0; v < paint.intensity.length; v++) {
    if (paint.intensity[v] === 0) continue
    const patch = body.patchOfVertex[v]!
    const isMiddle = body.mirrorVertex[v] === v
    area[patch]! += body.vertexAreaMm2[v]! / (isMiddle ? 2 : 1)
    if (isMiddle) area[atlas.patchMirror[patch]!]! += body.vertexAreaMm2[v]! / 2
  }
  return area.map((mm2, r) => Math.min(1, mm2 / atlas.patchAreaMm2[r]!))
}

it('hundreds of strokes and erasures are counted like the paint that is left, and settle like a fresh drawing', () => {
  const random = seededRandom(77)
  const p = body.positionsMm
  const count = body.vertexAreaMm2.length
  const paint = emptyPaint(count)
  const home = random.below(count) // people paint about one part of the body
  const near = [...body.patchOfVertex.keys()].filter(
    (v) => Math.hypot(p[v * 3]! - p[home * 3]!, p[v * 3 + 2]! - p[home * 3 + 2]!) < 160,
  )
  let trace: Trace | null = null
  for (let stroke = 1; stroke <= 200; stroke++) {
    const c = near[random.below(near.length)]!
    const isErasure = random.uniform() < 0.6
    const bits = random.uniform() < 0.3 ? 1 << random.below(9) : 0
    for (const v of near) {
      if (Math.hypot(p[v * 3]! - p[c * 3]!, p[v * 3 + 1]! - p[c * 3 + 1]!, p[v * 3 + 2]! - p[c * 3 + 2]!) > 27) continue
      paint.intensity[v] = isErasure ? 0 : 1 + random.below(10)
      paint.quality[v] = isErasure ? 0 : bits
    }
    trace = rankCase(model, blankCase, { surface: body, paint }, undefined, trace).trace
    if (stroke % 20 !== 0) continue
    const counted = countedShares(paint)
    const { share } = trace.problem.observation
    expect(Math.max(...counted.map((own, r) => Math.abs(own - share[r]!)))).toBeLessThan(1e-9)
    for (const { members, score } of trace.found.sets.slice(0, 20)) {
      expect(score).toBeCloseTo(scoreOf(trace.problem, members), 6)
    }
  }
  const fresh = rankCase(model, blankCase, { surface: body, paint }, settled)
  expect(trace!.problem).toEqual(fresh.trace.problem)
  expect(search(trace!.problem, settled)).toEqual(fresh.trace.found)
}, 60_000)
