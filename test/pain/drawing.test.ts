import { describe, expect, it } from 'vitest'
import { createBrush, liftBrush, spread, touchNearest } from '../../src/core/pain/brush.ts'
import {
  applyStep,
  applyStroke,
  type BrushStroke,
  copyInk,
  drawingSchema,
  emptyInk,
  inkOf,
  type Stroke,
  simplifyPoints,
} from '../../src/core/pain/drawing.ts'
import { qualityBits } from '../../src/core/pain/paint.ts'
import { parseDrawing } from '../../src/core/pain/parse-drawing.ts'
import { type Skin, skinGraph } from '../../src/core/pain/skin-graph.ts'

/** A closed tube along x with round ends cut flat: thin enough that straight lines would go through it. */
function tube(radiusMm: number, halfLengthMm: number, around: number, along: number): Skin {
  const positions: number[] = []
  const triangles: number[] = []
  const at = (i: number, j: number) => i * around + (j % around)
  for (let i = 0; i <= along; i++) {
    for (let j = 0; j < around; j++) {
      const angle = (2 * Math.PI * j) / around
      const x = halfLengthMm * ((2 * i) / along - 1)
      positions.push(x, radiusMm * Math.sin(angle), radiusMm * Math.cos(angle))
      if (i < along) triangles.push(at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j), at(i + 1, j + 1), at(i, j + 1))
    }
  }
  const count = positions.length / 3
  return {
    edition: 'test',
    positionsMm: Float32Array.from(positions),
    triangles: Uint32Array.from(triangles),
    mirrorVertex: Uint32Array.from(
      { length: count },
      (_, v) => (along - Math.floor(v / around)) * around + (v % around),
    ),
    places: [
      { region: 'forearm-front', side: 'left' },
      { region: 'forearm-front', side: 'right' },
    ],
    placeOfVertex: Uint16Array.from({ length: count }, (_, v) => (positions[3 * v]! >= 0 ? 0 : 1)),
  }
}

const skin = tube(20, 150, 42, 100)
const brush = createBrush(skinGraph(skin))
const look = { radiusMm: 18, intensity: 6, quality: ['aching' as const] }
const across: BrushStroke = { ...look, pointsMm: [40, 0, 20, 60, 4, 20, 90, 0, 20] }
const count = skin.positionsMm.length / 3

describe('the brush', () => {
  it('measures along a cylinder within 3 %', () => {
    liftBrush(brush)
    const seed = touchNearest(brush, 0, 0, 20)
    spread(brush, 60)
    const seedX = skin.positionsMm[3 * seed]!
    let worst = 0
    for (let i = 0; i < brush.count; i++) {
      const v = brush.reached[i]!
      if (brush.state[v] !== 2) continue
      const angle = Math.atan2(skin.positionsMm[3 * v + 1]!, skin.positionsMm[3 * v + 2]!)
      const exact = Math.hypot(skin.positionsMm[3 * v]! - seedX, 20 * angle)
      if (exact > 12) worst = Math.max(worst, Math.abs(brush.distanceMm[v]! / exact - 1))
    }
    expect(worst).toBeLessThan(0.03)
  })

  it('never gets to the other side of a limb by the short way through', () => {
    const ink = inkOf([{ ...across, radiusMm: 45 }], brush)
    for (let v = 0; v < count; v++) {
      const opposite = skin.positionsMm[3 * v + 2]! < -15 // 45 mm along the skin end at about 130 degrees
      if (opposite) expect(ink.paint.intensity[v]).toBe(0)
    }
    expect(ink.paint.intensity.some((intensity) => intensity === 6)).toBe(true)
  })

  it('paints without gaps between the points of a stroke', () => {
    const { paint } = inkOf([{ ...look, pointsMm: [-50, 0, 20, 50, 0, 20] }], brush)
    for (let v = 0; v < count; v++) {
      const [x, y, z] = skin.positionsMm.subarray(3 * v, 3 * v + 3)
      if (Math.abs(x!) < 50 && Math.abs(y!) < 10 && z! > 0) expect(paint.intensity[v]).toBe(6)
    }
  })
})

describe('a drawing', () => {
  it('gives the same ink each time, stroke by stroke or step by step', () => {
    const whole = inkOf([across], brush)
    const stepped = emptyInk(count)
    const p = across.pointsMm
    applyStep(stepped, across, null, p.slice(0, 3), brush)
    applyStep(stepped, across, p.slice(0, 3), p.slice(3, 6), brush)
    applyStep(stepped, across, p.slice(3, 6), p.slice(6, 9), brush)
    expect(inkOf([across], brush)).toEqual(whole)
    expect(stepped.paint.intensity).toEqual(whole.paint.intensity)
  })

  it('mirrors onto the other half, vertex by vertex', () => {
    const { paint } = inkOf([{ ...across, mirrored: true }], brush)
    for (let v = 0; v < count; v++) expect(paint.intensity[skin.mirrorVertex[v]!]).toBe(paint.intensity[v])
  })

  it('forgets what is erased, and a later stroke lies on top', () => {
    const ink = inkOf([across], brush)
    const before = copyInk(ink)
    applyStroke(ink, { ...across, intensity: 2, quality: ['numb'] }, brush)
    expect(ink.paint.intensity.reduce((max, value) => Math.max(max, value), 0)).toBe(2)
    expect(ink.paint.quality.some((bits) => bits === qualityBits(['aching']))).toBe(false)
    applyStroke(ink, { ...across, radiusMm: 30, erase: true }, brush)
    expect(ink.paint.intensity.every((value) => value === 0)).toBe(true)
    expect(before.paint.intensity.some((value) => value === 6)).toBe(true)
  })

  it('fills a region by its name on one side only', () => {
    const { paint } = inkOf([{ region: 'forearm-front', side: 'right', intensity: 3, quality: [] }], brush)
    for (let v = 0; v < count; v++) expect(paint.intensity[v]).toBe(skin.placeOfVertex[v] === 1 ? 3 : 0)
  })

  it('covers exactly where it paints', () => {
    const ink = inkOf([across, { ...across, pointsMm: [60, 0, 20], erase: true, radiusMm: 9 }], brush)
    for (let v = 0; v < count; v++) expect(ink.cover[v]! >= 128).toBe(ink.paint.intensity[v]! > 0)
  })

  it('keeps its line when points are dropped', () => {
    const points = Array.from({ length: 60 }, (_, i) => [Math.round(-60 + 2 * i), Math.round(3 * Math.sin(i / 6)), 20])
    const kept = simplifyPoints(points.flat(), 2)
    expect(kept.length).toBeLessThan(points.length)
    const all = inkOf([{ ...look, pointsMm: points.flat() }], brush).paint.intensity
    const few = inkOf([{ ...look, pointsMm: kept }], brush).paint.intensity
    const union = all.filter((value, v) => value > 0 || few[v]! > 0).length
    const both = all.filter((value, v) => value > 0 && few[v]! > 0).length
    expect(both / union).toBeGreaterThan(0.9)
  })
})

describe('parseDrawing', () => {
  const strokes: Stroke[] = [across, { region: 'temple', side: 'right', intensity: 4, quality: ['throbbing'] }]
  const drawing = { schema: drawingSchema, body: 'test', strokes }

  it('reads back what was written', () => {
    expect(parseDrawing(JSON.parse(JSON.stringify(drawing)))).toEqual({ ok: true, value: drawing })
  })

  it('names every problem at once', () => {
    const parsed = parseDrawing({
      ...drawing,
      schema: 'unknot.drawing/9',
      strokes: [
        { ...across, intensity: 11, colour: 'red' },
        { pointsMm: [1, 2], radiusMm: 5, intensity: 3, quality: ['itchy'] },
      ],
    })
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toEqual([
      'schema',
      'strokes[0].colour',
      'strokes[0].intensity',
      'strokes[1].quality',
      'strokes[1].pointsMm',
    ])
  })
})
