/**
 * When does a place count as painted? The width of a brush that ran beside a border must alarm nobody; a finger that was
 * on the place must count, however little it covered. docs/decisions/012-what-stops-and-what-stands.md.
 */
import { describe, expect, it } from 'vitest'
import { blankCase } from '../../src/core/pain/case.ts'
import { type BrushStroke, drawingSchema, inkOf, type Stroke } from '../../src/core/pain/drawing.ts'
import { askedOf } from '../../src/service/screen.ts'
import { model } from '../reference/one-model.ts'

const body = model.body()

function places(strokes: readonly Stroke[]): readonly string[] {
  const painted = { schema: drawingSchema, body: body.edition, strokes } as const
  const { paint } = inkOf(strokes, model.brush())
  return askedOf(model, { ...blankCase, painted }, paint, 'clinic').pain.map((one) => `${one.region}/${one.side}`)
}

/** Points well inside or just outside a region: the vertices of `at`, sorted by how near `beside` they are. */
function verticesOf(region: string, side: 'left' | 'right' | null): number[] {
  const index = body.places.findIndex((place) => place.region === region && place.side === side)
  return [...body.placeOfVertex.keys()].filter((v) => body.placeOfVertex[v] === index)
}

const at = (v: number) => [...body.positionsMm.slice(3 * v, 3 * v + 3)].map(Math.round)

function distanceMm(a: number, b: number): number {
  const [p, q] = [at(a), at(b)]
  return Math.hypot(...p.map((value, axis) => value - q[axis]!))
}

/** The vertices of one region that lie between `from` and `to` millimetres from another. */
function alongBorder(region: string, other: string, from: number, to: number): number[] {
  const others = verticesOf(other, 'left')
  return verticesOf(region, 'left').filter((v) => {
    const mm = Math.min(...others.map((w) => distanceMm(v, w)))
    return mm >= from && mm <= to
  })
}

function brushed(vertices: readonly number[], radiusMm: number): BrushStroke {
  const down = vertices.toSorted((a, b) => body.positionsMm[3 * b + 1]! - body.positionsMm[3 * a + 1]!)
  const step = Math.max(1, Math.floor(down.length / 8))
  const pointsMm = down.filter((_, index) => index % step === 0).flatMap(at)
  return { pointsMm, radiusMm, intensity: 6, quality: [] }
}

describe('a painted place', () => {
  const beside = brushed(alongBorder('upper-arm-back', 'upper-arm-inner', 12, 18), 20)

  it('is not the neighbour over whose border only the width of the brush reached', () => {
    const { paint } = inkOf([beside], model.brush())
    const inner = verticesOf('upper-arm-inner', 'left')
    const share = inner.filter((v) => paint.intensity[v] !== 0).length / inner.length
    // it does reach over, and more than what used to count
    expect(share).toBeGreaterThan(0.04)
    const found = places([beside])
    expect(found).toContain('upper-arm-back/left')
    expect(found).not.toContain('upper-arm-inner/left')
  })

  it('is the neighbour as soon as the finger went over it', () => {
    const [inside] = alongBorder('upper-arm-inner', 'upper-arm-back', 15, 25)
    const dab: BrushStroke = { pointsMm: at(inside!), radiusMm: 8, intensity: 6, quality: [] }
    expect(places([beside, dab])).toContain('upper-arm-inner/left')
  })

  it.each(['sternum', 'epigastrium', 'perineum'])('is a small dab in the middle of the %s', (region) => {
    const own = verticesOf(region, null)
    const middle = own.toSorted((a, b) => spreadOf(a, own) - spreadOf(b, own))[0]!
    const dab: BrushStroke = { pointsMm: at(middle), radiusMm: 6, intensity: 6, quality: [] }
    expect(places([dab])).toContain(`${region}/null`)
  })

  it('is one that a wide brush covers in good part, wherever its middle was', () => {
    const wide = brushed(alongBorder('upper-arm-back', 'upper-arm-inner', 0, 8), 45)
    expect(places([wide])).toContain('upper-arm-inner/left')
  })

  it('is none where the paint was taken away again', () => {
    const [inside] = alongBorder('upper-arm-inner', 'upper-arm-back', 15, 25)
    const dab: BrushStroke = { pointsMm: at(inside!), radiusMm: 8, intensity: 6, quality: [] }
    expect(places([dab, { ...dab, radiusMm: 30, erase: true }])).toEqual([])
  })
})

function spreadOf(v: number, own: readonly number[]): number {
  return Math.max(...own.map((w) => distanceMm(v, w)))
}
