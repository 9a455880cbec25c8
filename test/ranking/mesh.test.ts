/** How finely the body is meshed must not matter: the same skin with four times the triangles gives the same answer. */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { blankCase } from '../../src/core/pain/case.ts'
import { emptyPaint, type Paint } from '../../src/core/pain/paint.ts'
import { buildAtlas } from '../../src/core/ranking/build-atlas.ts'
import { indexEvidence } from '../../src/core/ranking/evidence.ts'
import { rankCase, rankingModel } from '../../src/core/ranking/rank.ts'
import { finerBody } from './finer-body.ts'

const baked = readBaked()
/** A dozen muscles about one shoulder and neck: enough to be mistaken for each other, and quick to lay on the skin. */
const kept =
  /^(trapezius|levator-scapulae|infraspinatus|supraspinatus|rhomboids?|deltoid|splenius-(capitis|cervicis)|scalenes?|teres-(major|minor)|subscapularis|serratus-posterior-superior)/
const knowledge = {
  ...baked.knowledge,
  muscles: baked.knowledge.muscles.filter(({ id }) => kept.test(id)),
  otherSources: baked.knowledge.otherSources.filter(({ kind }) => kind === 'facet-joint' || kind === 'nerve-root'),
}
const evidence = indexEvidence(knowledge)
const coarse = baked.body
const finer = finerBody(coarse)
const models = [coarse, finer].map((body) => ({ body, model: rankingModel(buildAtlas(knowledge, body), evidence) }))

/** Everything within so many millimetres of some landmarks, told by place and not by vertex. */
function spots(body: typeof coarse, landmarks: readonly string[], radiusMm: number): Paint {
  const paint = emptyPaint(body.vertexAreaMm2.length)
  for (const landmark of landmarks) {
    const [x, y, z] = coarse.landmarks.get(landmark)!.atMm
    for (let v = 0; v < paint.intensity.length; v++) {
      const p = body.positionsMm
      if (Math.hypot(p[v * 3]! - x, p[v * 3 + 1]! - y, p[v * 3 + 2]! - z) <= radiusMm) paint.intensity[v] = 5
    }
  }
  return paint
}

describe('a finer mesh of the same skin', () => {
  it('is finer, and the same skin', () => {
    const area = (body: typeof coarse) => body.vertexAreaMm2.reduce((sum, mm2) => sum + mm2, 0)
    expect(finer.triangles.length).toBe(4 * coarse.triangles.length)
    expect(area(finer) / area(coarse)).toBeCloseTo(1, 4)
    for (let v = 0; v < finer.mirrorVertex.length; v += 97) {
      expect(finer.mirrorVertex[finer.mirrorVertex[v]!]).toBe(v)
      expect(finer.positionsMm[finer.mirrorVertex[v]! * 3]).toBeCloseTo(-finer.positionsMm[v * 3]!, 3)
    }
  })

  it.each<[string, string[], number]>([
    ['neck and shoulder blade', ['neck-back-mid/right', 'scapula-medial-border-mid/right'], 45],
    ['front of the shoulder and upper arm', ['shoulder-front-mid/left', 'upper-arm-front-upper/left'], 50],
    ['a wide neck', ['neck-back-upper/left', 'neck-back-mid/left', 'scapular-spine-root/left'], 60],
    ['a small spot', ['scapular-spine-mid/right'], 30],
  ])('gives the same probabilities: %s', (_, landmarks, radiusMm) => {
    const [own, other] = models.map(({ body, model }) => {
      const painted = { surface: body, paint: spots(body, landmarks, radiusMm) }
      return rankCase(model, blankCase, painted).ranked
    })
    const gaps = own!.sources.map((source) => {
      const same = other!.sources.find(({ id, side }) => id === source.id && side === source.side)!
      return Math.abs(source.probability - same.probability)
    })
    expect(Math.max(...gaps)).toBeLessThan(0.07)
    expect(gaps.filter((gap) => gap > 0.02).length).toBeLessThanOrEqual(4)
    expect(Math.abs(own!.unexplained - other!.unexplained)).toBeLessThan(0.05)
  })
})
