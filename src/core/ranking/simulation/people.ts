/**
 * People who draw: made-up patients whose sources are known, and the drawings that they would make.
 *
 * Each has none to four sources; further ones are often neighbours. They feel a part of each pattern, by the law that
 * the ranking assumes unless their habits say otherwise, leave out some of what they feel, shift the whole drawing and
 * each source a little, draw too much or too little, draw some on both sides, add a patch that has nothing to do
 * with it, and fill small holes. Numbers after the published retest overlap of drawings (docs/model/ranking.md). They
 * rank methods and expose failure; they say nothing about patients.
 */
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Zone } from '../../../knowledge/schema/muscle.ts'
import type { Body } from '../../body/body.ts'
import { distanceAlongSkin } from '../../body/geodesic.ts'
import { distanceFromStroke } from '../../body/zone.ts'
import { emptyPaint, type Paint, qualities, qualityBits } from '../../pain/paint.ts'
import { nearestVertex, type SkinGraph, skinGraph } from '../../pain/skin-graph.ts'
import type { Atlas, Row } from '../atlas.ts'
import { logistic, logit } from '../logistic.ts'
import { piecesOf } from '../pieces.ts'
import { placeErrorMm, widestErrorMm } from '../place-error.ts'
import { drawPieces, type Piece, presenceLaw } from '../presence.ts'
import { onLeft, templatesOf } from '../templates.ts'
import { weightsOf } from '../weights.ts'
import { type Random, seededRandom } from './random.ts'

/** How people draw. Shares are chances. */
export type Habits = {
  /** Shift of a whole drawing, new at each drawing, standard deviation along each axis. */
  readonly globalShiftMm: number
  /** Shift of one source, the person's own, the same at each drawing. */
  readonly sourceShiftMm: number
  /**
   * How far a person's own pattern of a source is from the described one: 0 is the book, 1 deviates by 0.7 logits in
   * who feels a piece, by a fifth in its width, and by 12 mm in its place.
   */
  readonly ownPattern: number
  /** Pieces of a pattern that are felt and yet left out. */
  readonly leftOut: number
  /** Pieces are felt each by its own luck, whatever lies beside them. */
  readonly scattered: boolean
  readonly bothSides: number
  readonly foreignPatch: number
  /** Standard deviation of drawing too much or too little, in probits. */
  readonly overdraw: number
  /** Length over which luck is alike, millimetres; 0 means that every vertex has its own. */
  readonly correlationMm: number
  /** Share of that luck which is new at each drawing, 0 to 1. */
  readonly forgetting: number
}

export const usualHabits: Habits = {
  globalShiftMm: 9,
  sourceShiftMm: 12,
  ownPattern: 0,
  leftOut: 0.05,
  scattered: false,
  bothSides: 0.08,
  foreignPatch: 0.2,
  overdraw: 0.5,
  correlationMm: 45,
  forgetting: 0.12,
}

export type Person = {
  /** Rows of the atlas that truly contribute, ascending. */
  readonly sources: readonly number[]
  readonly paint: Paint
}

export type Crowd = {
  /** Somebody with sources of their own; the same seed is the same person. */
  person(seed: number, habits?: Habits, sourceCount?: number): Person
  /** The same person drawing the same pain once more, on another day. */
  redraw(seed: number, day: number, habits?: Habits, sourceCount?: number): Paint
}

/** The pieces of one row, and by which law people feel them. */
type DrawnRow = { readonly laws: readonly Piece[]; readonly pieces: readonly DrawnPiece[] }

/** The vertices at and around a piece, and how far each lies beyond its edge, millimetres (inside: below 0). */
type DrawnPiece = {
  readonly vertices: Uint32Array
  readonly beyondMm: Float32Array
  readonly halfMm: number
  readonly mirrored: boolean
}

/** At `ownPattern` 1: deviations from the book of presence (logits), width (logarithms) and place (millimetres). */
const ownPresence = 0.7
const ownWidth = 0.2
const ownPlaceMm = 12
/** How far beyond its edge a piece can be drawn. */
const widestMm = 60

const sourceCounts = [0.05, 0.35, 0.3, 0.2, 0.1]

export function crowdOf(knowledge: Knowledge, body: Body, atlas: Atlas): Crowd {
  const patterns = drawnRows(knowledge, body, atlas)
  const graph = skinGraph(body)
  const care = placeErrorMm(knowledge, body).map((errorMm) => errorMm / widestErrorMm)
  const real = atlas.rows.flatMap((row, i) => (row.kind === 'trigger-point' || row.kind === 'other' ? [i] : []))
  const priors = real.map((i) => atlas.rows[i]!.prior)
  const sourcesOf = (random: Random, sourceCount: number | undefined): number[] => {
    const count = sourceCount ?? random.pick(sourceCounts)
    const sources = new Set<number>()
    while (sources.size < count) {
      const friends = [...sources].flatMap((i) => atlas.rows[i]!.neighbours).filter((i) => !sources.has(i))
      if (friends.length > 0 && random.uniform() < 0.5) sources.add(friends[random.below(friends.length)]!)
      else sources.add(real[random.pick(priors)]!)
    }
    return [...sources].sort((a, b) => a - b)
  }
  const person = (seed: number, day: number, habits: Habits, sourceCount: number | undefined): Person => {
    const trait = seededRandom(seed * 7919 + 17)
    const sources = sourcesOf(trait, sourceCount)
    const today = seededRandom(seed * 104729 + day * 31 + 3)
    return { sources, paint: drawn(body, graph, care, atlas, patterns, sources, { trait, today }, habits) }
  }
  return {
    person: (seed, habits = usualHabits, sourceCount) => person(seed, 0, habits, sourceCount),
    redraw: (seed, day, habits = usualHabits, sourceCount) => person(seed, day, habits, sourceCount).paint,
  }
}

function drawnRows(knowledge: Knowledge, body: Body, atlas: Atlas): DrawnRow[] {
  const byRow = new Map(atlas.rows.map((row, i) => [`${row.id} ${row.side}`, i]))
  const weights = weightsOf(knowledge.weights)
  const result: DrawnRow[] = atlas.rows.map(() => ({ laws: [], pieces: [] }))
  const laid = new Map<string, Omit<DrawnPiece, 'mirrored'>>() // both sides use what is drawn on the left
  for (const template of templatesOf(knowledge)) {
    for (const side of template.sided ? (['left', 'right'] as const) : [null]) {
      const row = byRow.get(`${template.id} ${side}`)
      if (row === undefined) continue
      const pieces = piecesOf(body, weights, template, side)
      result[row] = {
        laws: pieces.map(({ present, after, together }) => ({ present, after, together })),
        pieces: pieces.map(({ zone, side: at }) => ({ ...drawnPiece(body, zone, laid), mirrored: at === 'right' })),
      }
    }
  }
  return result
}

function drawnPiece(body: Body, zone: Zone, laid: Map<string, Omit<DrawnPiece, 'mirrored'>>) {
  const key = `${zone.through.join(' ')} ${zone.widthMm}`
  const earlier = laid.get(key)
  if (earlier !== undefined) return earlier
  const half = zone.widthMm / 2
  const through = onLeft(zone, (landmark) => body.landmarks.has(landmark))
  const distanceMm = distanceFromStroke(body, through, half + widestMm)
  const vertices: number[] = []
  const beyondMm: number[] = []
  for (let v = 0; v < distanceMm.length; v++) {
    if (!(distanceMm[v]! < half + widestMm)) continue
    vertices.push(v)
    beyondMm.push(distanceMm[v]! - half)
  }
  const drawn = { vertices: Uint32Array.from(vertices), beyondMm: Float32Array.from(beyondMm), halfMm: half }
  laid.set(key, drawn)
  return drawn
}

function drawn(
  body: Body,
  graph: SkinGraph,
  care: Float32Array,
  atlas: Atlas,
  patterns: readonly DrawnRow[],
  sources: readonly number[],
  { trait, today }: { readonly trait: Random; readonly today: Random },
  habits: Habits,
): Paint {
  const vertexCount = body.vertexAreaMm2.length
  const paint = emptyPaint(vertexCount)
  const bias = habits.overdraw * trait.normal()
  const global = shift(today, habits.globalShiftMm)
  for (const i of sources) {
    const row = atlas.rows[i]!
    const own = shift(trait, Math.hypot(habits.sourceShiftMm, ownPlaceMm * habits.ownPattern))
    const moved = [global[0] + own[0], global[1] + own[1], global[2] + own[2]] as const
    const chance = new Float32Array(vertexCount)
    const { laws, pieces } = patterns[drawnAs(row, i, trait)]!
    const felt = drawPieces(presenceLaw(laws.map((piece) => ownLaw(piece, trait, habits))), trait.uniform)
    for (const [index, piece] of pieces.entries()) {
      const widerMm =
        habits.ownPattern === 0 ? 0 : piece.halfMm * Math.expm1(ownWidth * habits.ownPattern * trait.normal())
      if ((felt & (1 << index)) === 0 || trait.uniform() < habits.leftOut) continue
      for (const [k, vertex] of piece.vertices.entries()) {
        const v = piece.mirrored ? body.mirrorVertex[vertex]! : vertex
        const here = 0.87 * Math.min(1, Math.max(0, (8 + widerMm - piece.beyondMm[k]!) / 16))
        if (here > chance[v]!) chance[v] = here
      }
    }
    const kept = luck(body, trait, habits.correlationMm)
    const fresh = luck(body, today, habits.correlationMm)
    const [keep, forget] = [Math.sqrt(1 - habits.forgetting), Math.sqrt(habits.forgetting)]
    const field = (v: number) => keep * kept(v) + forget * fresh(v)
    const both = trait.uniform() < habits.bothSides
    const bits = feeling(row.quality, trait)
    for (const v of reachable(body, chance, Math.hypot(...moved))) {
      // Seen from the drawn spot: which skin did the person mean?
      const p = body.positionsMm
      const c = care[v]!
      const meant = nearestVertex(
        graph,
        p[v * 3]! - c * moved[0],
        p[v * 3 + 1]! - c * moved[1],
        p[v * 3 + 2]! - c * moved[2],
      )
      if (chance[meant] === 0 || probit(chance[meant]!) + bias < field(meant)) continue
      for (const at of both ? [v, body.mirrorVertex[v]!] : [v]) {
        paint.intensity[at] = 5
        paint.quality[at] = bits
      }
    }
  }
  if (sources.length > 0 && trait.uniform() < habits.foreignPatch) {
    addPatch(body, paint, trait.below(vertexCount), 25 + 35 * trait.uniform())
  }
  return closed(body, paint)
}

/** Whose pattern somebody with this source feels: mostly its own. */
function drawnAs({ drawnLike }: Row, own: number, random: Random): number {
  if (drawnLike.length === 0) return own
  let luck = random.uniform()
  for (const { row, share } of drawnLike) {
    luck -= share
    if (luck < 0) return row
  }
  return own
}

/** A person's own chance to feel a piece. */
function ownLaw(piece: Piece, random: Random, { ownPattern, scattered }: Habits): Piece {
  const together = scattered ? 0 : piece.together
  if (ownPattern === 0) return { ...piece, together }
  return { ...piece, together, present: logistic(logit(piece.present) + ownPresence * ownPattern * random.normal()) }
}

function shift(random: Random, deviationMm: number): [number, number, number] {
  return [deviationMm * random.normal(), deviationMm * random.normal(), deviationMm * random.normal()]
}

/** Vertices that a shift may bring paint to: those in the box of the zone, widened by the shift. */
function reachable(body: Body, chance: Float32Array, shiftMm: number): number[] {
  const p = body.positionsMm
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (let v = 0; v < chance.length; v++) {
    if (chance[v] === 0) continue
    for (let axis = 0; axis < 3; axis++) {
      low[axis] = Math.min(low[axis]!, p[v * 3 + axis]! - shiftMm)
      high[axis] = Math.max(high[axis]!, p[v * 3 + axis]! + shiftMm)
    }
  }
  const found: number[] = []
  for (let v = 0; v < chance.length; v++) {
    let inside = true
    for (let axis = 0; axis < 3; axis++) {
      const value = p[v * 3 + axis]!
      if (value < low[axis]! || value > high[axis]!) inside = false
    }
    if (inside) found.push(v)
  }
  return found
}

const features = 24

/** A smooth random field over the body with the given correlation length, standard normal at every vertex. */
function luck(body: Body, random: Random, correlationMm: number): (vertex: number) => number {
  if (correlationMm === 0) return () => random.normal()
  const waves = Array.from({ length: features }, () => ({
    x: random.normal() / correlationMm,
    y: random.normal() / correlationMm,
    z: random.normal() / correlationMm,
    phase: 2 * Math.PI * random.uniform(),
  }))
  const scale = Math.sqrt(2 / features)
  const p = body.positionsMm
  return (v) => {
    let sum = 0
    for (const wave of waves) {
      sum += Math.cos(wave.x * p[v * 3]! + wave.y * p[v * 3 + 1]! + wave.z * p[v * 3 + 2]! + wave.phase)
    }
    return scale * sum
  }
}

/** Two out of three people say how it feels, in one or two words. */
function feeling(quality: readonly number[], random: Random): number {
  if (random.uniform() > 0.67) return 0
  const first = random.pick(quality)
  const second = random.uniform() < 0.3 ? random.pick(quality) : first
  return qualityBits([qualities[first]!, qualities[second]!])
}

function addPatch(body: Body, paint: Paint, centre: number, radiusMm: number): void {
  const distanceMm = distanceAlongSkin(body, [{ vertex: centre, startMm: 0 }], radiusMm)
  for (let v = 0; v < distanceMm.length; v++) if (distanceMm[v]! <= radiusMm) paint.intensity[v] = 5
}

/** A brush is wider than a vertex: most neighbours painted fills it, hardly any clears it. */
function closed(body: Body, paint: Paint): Paint {
  const neighbours = new Uint8Array(paint.intensity.length)
  const painted = new Uint8Array(paint.intensity.length)
  const { triangles } = body
  for (let t = 0; t < triangles.length; t += 3) {
    for (let corner = 0; corner < 3; corner++) {
      const v = triangles[t + corner]!
      const next = triangles[t + ((corner + 1) % 3)]!
      neighbours[v]!++
      if (paint.intensity[next]! > 0) painted[v]!++
    }
  }
  const intensity = paint.intensity.slice()
  const quality = paint.quality.slice()
  for (let v = 0; v < intensity.length; v++) {
    const share = painted[v]! / neighbours[v]!
    if (share >= 0.65) intensity[v] = 5
    else if (share <= 0.2) {
      intensity[v] = 0
      quality[v] = 0
    }
  }
  return { intensity, quality }
}

/** Inverse of the standard normal distribution. Rational approximation (Abramowitz and Stegun 26.2.23), error under 4.5e-4. */
function probit(p: number): number {
  const held = Math.min(1 - 1e-6, Math.max(1e-6, p))
  const t = Math.sqrt(-2 * Math.log(held < 0.5 ? held : 1 - held))
  const value = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  return held < 0.5 ? -value : value
}
