/**
 * A pain drawing as it is kept: what the person's finger did, not which vertices it coloured.
 *
 * So a drawing stays small, and a later body with other vertices can still read it: points snap to its nearest skin.
 * docs/model/drawing.md describes the format field by field.
 */
import type { Side } from '../units.ts'
import { type Brush, liftBrush, spread, touchNearest, touchWalking } from './brush.ts'
import { emptyPaint, type Paint, type Quality, qualityBits } from './paint.ts'

export const drawingSchema = 'unknot.drawing/1'

type Look = {
  /** How much it hurts, 1 to 10. */
  readonly intensity: number
  readonly quality: readonly Quality[]
  /** Takes paint away instead. */
  readonly erase?: true
  /** Does the same on the other half of the body. */
  readonly mirrored?: true
}

/** A stroke of the brush along the skin. */
export type BrushStroke = Look & {
  /** x, y, z of each point in whole millimetres of body space, one after the other. */
  readonly pointsMm: readonly number[]
  readonly radiusMm: number
}

/** A whole region filled by its name: what the region list and a screen reader draw with. */
export type RegionStroke = Look & { readonly region: string; readonly side: Side | null }

export type Stroke = BrushStroke | RegionStroke

export type Drawing = {
  readonly schema: typeof drawingSchema
  /** Edition of the body it was drawn on. */
  readonly body: string
  readonly strokes: readonly Stroke[]
}

export function emptyDrawing(bodyEdition: string): Drawing {
  return { schema: drawingSchema, body: bodyEdition, strokes: [] }
}

export function isRegionStroke(stroke: Stroke): stroke is RegionStroke {
  return 'region' in stroke
}

/**
 * Paint, and how it looks at its border. The border is finer than the vertices: `cover` falls from 255 inside to 0
 * outside through 128 at the very edge of the brush, so that a renderer can draw the edge between vertices.
 */
export type Ink = {
  readonly paint: Paint
  readonly cover: Uint8Array
  /** Intensity that `cover` is a cover of; also set just outside the paint. */
  readonly shade: Uint8Array
}

export function emptyInk(vertexCount: number): Ink {
  return { paint: emptyPaint(vertexCount), cover: new Uint8Array(vertexCount), shade: new Uint8Array(vertexCount) }
}

export function copyInk(ink: Ink): Ink {
  return {
    paint: { intensity: ink.paint.intensity.slice(), quality: ink.paint.quality.slice() },
    cover: ink.cover.slice(),
    shade: ink.shade.slice(),
  }
}

/** Half the width over which `cover` falls: more than the longest edge of the skin, or its edge would be jagged. */
const borderMm = 14
/** Farther apart than this, two points of a stroke are two touches: the finger left the body between them. */
const liftGapMm = 120
const edgeCover = 128

/** The whole drawing, from a clean skin. Strokes in their order: later ones lie on top. */
export function inkOf(strokes: readonly Stroke[], brush: Brush): Ink {
  const ink = emptyInk(brush.state.length)
  for (const stroke of strokes) applyStroke(ink, stroke, brush)
  return ink
}

export function applyStroke(ink: Ink, stroke: Stroke, brush: Brush): void {
  if (isRegionStroke(stroke)) {
    fillRegion(ink, stroke, brush)
    return
  }
  liftBrush(brush)
  touchAll(stroke, brush)
  lay(ink, stroke, stroke.radiusMm, brush)
}

/**
 * One step of a stroke while it is being drawn: from one point to the next, or a single dab where `from` is absent.
 * The steps of a stroke one by one give the same paint as `applyStroke` at once, but for rounding at walked corners.
 *
 * @returns the vertices whose paint or border may have changed: a view that the next step overwrites
 */
export function applyStep(
  ink: Ink,
  stroke: Omit<BrushStroke, 'pointsMm'>,
  from: readonly number[] | null,
  to: readonly number[],
  brush: Brush,
): Uint32Array {
  liftBrush(brush)
  touchAll({ ...stroke, pointsMm: from === null ? to : [...from, ...to] }, brush)
  lay(ink, stroke, stroke.radiusMm, brush)
  return brush.reached.subarray(0, brush.count)
}

/**
 * The vertices over which the middle of the brush was led, on both halves where a stroke is mirrored. Regions that are
 * filled by name and strokes that take paint away have none.
 */
export function verticesUnder(strokes: readonly Stroke[], brush: Brush): ReadonlySet<number> {
  const under = new Set<number>()
  const { mirrorVertex } = brush.graph.skin
  for (const stroke of strokes) {
    if (isRegionStroke(stroke) || stroke.erase) continue
    liftBrush(brush)
    for (const vertex of touchAll(stroke, brush)) {
      under.add(vertex)
      if (stroke.mirrored) under.add(mirrorVertex[vertex]!)
    }
  }
  liftBrush(brush)
  return under
}

/** @returns the vertices on which the brush stood, one a step */
function touchAll(stroke: BrushStroke, brush: Brush): readonly number[] {
  const stood: number[] = []
  const p = stroke.pointsMm
  const stepMm = Math.max(2, Math.min(6, stroke.radiusMm / 2))
  let vertex = -1
  for (let i = 0; i + 2 < p.length; i += 3) {
    const gapMm = i === 0 ? Infinity : Math.hypot(p[i]! - p[i - 3]!, p[i + 1]! - p[i - 2]!, p[i + 2]! - p[i - 1]!)
    if (gapMm > liftGapMm) {
      vertex = touchNearest(brush, p[i]!, p[i + 1]!, p[i + 2]!)
      stood.push(vertex)
      continue
    }
    const steps = Math.max(1, Math.ceil(gapMm / stepMm))
    for (let s = 1; s <= steps; s++) {
      const t = s / steps
      const x = p[i - 3]! + t * (p[i]! - p[i - 3]!)
      const y = p[i - 2]! + t * (p[i + 1]! - p[i - 2]!)
      const z = p[i - 1]! + t * (p[i + 2]! - p[i - 1]!)
      vertex = touchWalking(brush, vertex, x, y, z)
      stood.push(vertex)
    }
  }
  spread(brush, stroke.radiusMm + borderMm)
  return stood
}

/** Puts the ink of all reached vertices down, on both halves if asked. */
function lay(ink: Ink, look: Look, radiusMm: number, brush: Brush): void {
  const bits = qualityBits(look.quality)
  const { mirrorVertex } = brush.graph.skin
  for (let i = 0; i < brush.count; i++) {
    const v = brush.reached[i]!
    const share = 0.5 + (radiusMm - brush.distanceMm[v]!) / (2 * borderMm)
    const cover = Math.round(255 * Math.min(1, Math.max(0, share)))
    if (cover === 0) continue
    dye(ink, v, cover, look, bits)
    if (look.mirrored) dye(ink, mirrorVertex[v]!, cover, look, bits)
  }
}

function dye(ink: Ink, v: number, cover: number, look: Look, bits: number): void {
  const { paint } = ink
  if (look.erase) {
    ink.cover[v] = Math.min(ink.cover[v]!, 255 - cover)
    if (cover >= edgeCover) {
      paint.intensity[v] = 0
      paint.quality[v] = 0
    }
    return
  }
  const inside = cover >= edgeCover
  // a border may not pale what is already there
  if (inside || paint.intensity[v] === 0) ink.shade[v] = look.intensity
  ink.cover[v] = Math.max(ink.cover[v]!, cover)
  if (inside) {
    paint.intensity[v] = look.intensity
    paint.quality[v] = bits
  }
}

function fillRegion(ink: Ink, stroke: RegionStroke, brush: Brush): void {
  const { places, placeOfVertex } = brush.graph.skin
  const bits = qualityBits(stroke.quality)
  const wanted = places.map(
    (place) => place.region === stroke.region && (stroke.mirrored === true || place.side === stroke.side),
  )
  for (let v = 0; v < placeOfVertex.length; v++) if (wanted[placeOfVertex[v]!]) dye(ink, v, 255, stroke, bits)
}

/**
 * The same stroke with fewer points: those that stray less than `toleranceMm` from the line between their neighbours
 * go, but no gap grows past 40 mm, so that the line still follows the skin.
 */
export function simplifyPoints(pointsMm: readonly number[], toleranceMm: number): number[] {
  const count = pointsMm.length / 3
  const keep = new Uint8Array(count)
  keep[0] = 1
  keep[count - 1] = 1
  const spans: [number, number][] = [[0, count - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    let farthest = -1
    let farthestMm = toleranceMm
    for (let i = from + 1; i < to; i++) {
      const mm = offLineMm(pointsMm, i, from, to)
      if (mm > farthestMm) {
        farthestMm = mm
        farthest = i
      }
    }
    if (farthest < 0 && to - from > 1 && gapMm(pointsMm, from, to) > 40) farthest = (from + to) >> 1
    if (farthest < 0) continue
    keep[farthest] = 1
    spans.push([from, farthest], [farthest, to])
  }
  return pointsMm.filter((_, index) => keep[Math.floor(index / 3)] === 1)
}

function gapMm(p: readonly number[], a: number, b: number): number {
  return Math.hypot(p[3 * b]! - p[3 * a]!, p[3 * b + 1]! - p[3 * a + 1]!, p[3 * b + 2]! - p[3 * a + 2]!)
}

function offLineMm(p: readonly number[], i: number, a: number, b: number): number {
  const lengthSq = gapMm(p, a, b) ** 2
  const along = [0, 1, 2].reduce(
    (sum, axis) => sum + (p[3 * i + axis]! - p[3 * a + axis]!) * (p[3 * b + axis]! - p[3 * a + axis]!),
    0,
  )
  const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, along / lengthSq))
  return Math.hypot(
    ...[0, 1, 2].map((axis) => p[3 * i + axis]! - p[3 * a + axis]! - t * (p[3 * b + axis]! - p[3 * a + axis]!)),
  )
}
