/** Strokes on the real body: they stay on their side of a limb, fit into their size, and another body can read them. */
import { describe, expect, it } from 'vitest'
import { createBrush } from '../../src/core/pain/brush.ts'
import { type BrushStroke, drawingSchema, inkOf, type Stroke, simplifyPoints } from '../../src/core/pain/drawing.ts'
import { parseDrawing } from '../../src/core/pain/parse-drawing.ts'
import { skinGraph } from '../../src/core/pain/skin-graph.ts'
import { oneBody } from '../body/one-body.ts'

const body = oneBody()
const brush = createBrush(skinGraph(body))

/** Painted share of each region of one side, by area. */
function shares(strokes: readonly Stroke[], on = body, by = brush): ReadonlyMap<string, number> {
  const { paint } = inkOf(strokes, by)
  const painted = new Map<string, number>()
  const whole = new Map<string, number>()
  on.placeOfVertex.forEach((place, v) => {
    const { region, side } = on.places[place]!
    const key = side === null ? region : `${region}/${side}`
    const area = on.vertexAreaMm2[v]!
    whole.set(key, (whole.get(key) ?? 0) + area)
    if (paint.intensity[v]! > 0) painted.set(key, (painted.get(key) ?? 0) + area)
  })
  return new Map([...whole].map(([key, area]) => [key, (painted.get(key) ?? 0) / area]))
}

/** A stroke through landmarks of the left side. */
function through(ids: readonly string[], radiusMm: number): BrushStroke {
  const pointsMm = ids.flatMap((id) => [...body.landmarks.get(`${id}/left`)!.atMm].map(Math.round))
  return { pointsMm, radiusMm, intensity: 5, quality: [] }
}

/** A stroke over the middle of a region, from one of its vertices to its nearest neighbours. */
function dabOn(region: string, radiusMm: number): BrushStroke {
  const place = body.places.findIndex((p) => p.region === region && p.side === 'left')
  const patch = body.patches.findIndex((p) => p.place === place)
  const v = body.patches[patch]!.centre
  return {
    pointsMm: [...body.positionsMm.subarray(3 * v, 3 * v + 3)].map(Math.round),
    radiusMm,
    intensity: 5,
    quality: [],
  }
}

describe('a stroke on the body', () => {
  it.each([
    ['thigh-front-upper', /^(thigh-back|buttock).*\/left|\/right$/, 30],
    ['calf-upper', /^shin\/left|\/right$/, 24],
    ['upper-arm-inner', /^(chest|rib|flank|mid-back|axilla).*|\/right$/, 14],
    ['forearm-front', /^forearm-back\/left|\/right$/, 18],
    ['chest-side', /^(upper-arm|forearm|elbow).*/, 24],
    ['thigh-inner-upper', /\/right$/, 24],
    ['palm', /^(hand-back|finger-.*-back)\/left|\/right$/, 14],
    ['arch', /^foot-top\/left|\/right$/, 14],
  ])('on %s leaves what lies behind or beside it clean', (region, clean, radiusMm) => {
    const painted = shares([dabOn(region, radiusMm)])
    expect(painted.get(`${region}/left`)).toBeGreaterThan(0.02)
    for (const [key, share] of painted) if (clean.test(key)) expect(share, key).toBe(0)
  })

  it('along one finger stays on that finger', () => {
    const painted = shares([through(['middle-finger-front', 'middle-tip-front'], 5)])
    expect(painted.get('finger-middle-front/left')).toBeGreaterThan(0.05)
    for (const finger of ['index', 'ring', 'little'])
      for (const face of ['front', 'back']) expect(painted.get(`finger-${finger}-${face}/left`), finger).toBe(0)
  })
})

describe('a whole drawing', () => {
  const ids = [...body.landmarks.keys()].filter(
    (key) => key.endsWith('/left') && body.landmarks.get(key)!.vertex !== null,
  )
  /** Twenty strokes of a hand: each wanders over the skin for up to 300 mm, an event every 4 mm. */
  const strokes = Array.from({ length: 20 }, (_, index): BrushStroke => {
    const start = body.landmarks.get(ids[(index * 37) % ids.length]!)!.atMm
    const pointsMm: number[] = []
    for (let step = 0; step < 75; step++) {
      const turn = index + step / 9
      pointsMm.push(
        Math.round(start[0] + 40 * Math.sin(turn) + 0.8 * Math.sin(step * 1.7)),
        Math.round(start[1] - 3 * step + 0.8 * Math.cos(step * 2.3)),
        Math.round(start[2] + 20 * Math.cos(turn)),
      )
    }
    const radiusMm = [8, 18, 32][index % 3]!
    return {
      pointsMm: simplifyPoints(pointsMm, Math.max(1.5, radiusMm / 7)),
      radiusMm,
      intensity: 1 + (index % 10),
      quality: ['aching', 'burning'],
    }
  })
  const drawing = { schema: drawingSchema, body: body.edition, strokes }

  it('of twenty strokes is smaller than 8 kB', () => {
    expect(JSON.stringify(drawing).length).toBeLessThan(8000)
  })

  it('is read by a later body with other vertices, to the same regions', () => {
    const parsed = parseDrawing(JSON.parse(JSON.stringify({ ...drawing, body: 'body-of-last-year' })))
    if (!parsed.ok) throw new Error('the drawing was not read')
    // the same figure 1 % taller: every vertex lies elsewhere
    const later = { ...body, edition: 'later', positionsMm: body.positionsMm.map((mm) => mm * 1.01) }
    const before = shares(strokes)
    const after = shares(parsed.value.strokes, later, createBrush(skinGraph(later)))
    for (const [key, share] of before) if (share > 0.5) expect(after.get(key), key).toBeGreaterThan(0.15)
    const sum = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((a, b) => a + b, 0)
    expect(Math.abs(sum(after) / sum(before) - 1)).toBeLessThan(0.1)
  })
})
