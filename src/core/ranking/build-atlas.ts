/**
 * Bakes the atlas: how likely each source paints each patch, from its zones on the body.
 *
 * Zones are drawn on the person's left and mirrored, so that both sides are alike to the last digit. Every zone is
 * blurred by the uncertainty of place with which people draw; hazards too small to matter are dropped.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Zone } from '../../knowledge/schema/muscle.ts'
import type { Body } from '../body/body.ts'
import { distanceAlongSkin } from '../body/geodesic.ts'
import { distanceFromStroke } from '../body/zone.ts'
import { contentHash } from '../hash.ts'
import { qualities } from '../pain/paint.ts'
import { otherSide, type Side } from '../units.ts'
import { type Atlas, layOut, type Row, type SparseRow } from './atlas.ts'
import { piecesOf, type ZonePiece } from './pieces.ts'
import { placeErrorMm, widestErrorMm } from './place-error.ts'
import type { Piece } from './presence.ts'
import { type SkinShares, skinShares } from './skin-shares.ts'
import { onLeft, type Template, templatesOf, widespreadId } from './templates.ts'
import { type Weights, weightsOf } from './weights.ts'

const smallestHazard = 0.02

export function buildAtlas(knowledge: Knowledge, body: Body): Atlas {
  const weights = weightsOf(knowledge.weights)
  const templates = templatesOf(knowledge)
  const blurMm = placeErrorMm(knowledge, body)
  const skin = skinShares(body)
  const priors = priorsOf(templates, weights)
  const sparse: SparseRow[] = []
  for (const [index, template] of templates.entries()) {
    const drawn = new Map<string, Float64Array>() // both sides use the zones drawn on the left
    for (const side of template.sided ? (['left', 'right'] as const) : [null]) {
      const pieces = piecesOf(body, weights, template, side)
      const support = supportOf(body, skin, weights, blurMm, pieces, drawn)
      sparse.push({ row: rowOf(template, side, pieces, priors[index]!, weights), ...support })
    }
  }
  link(sparse, templates)
  sparse.push(...nuisanceRows(knowledge, body, skin, blurMm, sparse.length))
  const mirror = Uint16Array.from(body.patches, (patch) => patch.mirror)
  const edition = contentHash(`${body.edition} ${JSON.stringify(sparse)}`)
  return layOut(
    { edition, bodyEdition: body.edition, places: body.places },
    skin.patchAreaMm2,
    mirror,
    sparse,
    overlapOf(body, skin),
  )
}

/** Priors in proportion to commonness, so that together they expect as many sources as people have. */
function priorsOf(templates: readonly Template[], weights: Weights): number[] {
  const raw = templates.map((template) => weights(`commonness-${template.commonness}`))
  const total = raw.reduce((sum, value, index) => sum + value * (templates[index]!.sided ? 2 : 1), 0)
  const scale = weights('expected-sources') / total
  return raw.map((value) => value * scale)
}

function rowOf(
  template: Template,
  side: Side | null,
  pieces: readonly ZonePiece[],
  prior: number,
  weights: Weights,
): Row {
  const spread = weights('quality-spread')
  const named = template.qualities.length
  return {
    kind: template.muscle === null ? 'other' : 'trigger-point',
    id: template.id,
    sourceKind: template.sourceKind,
    muscle: template.muscle,
    part: template.part,
    side,
    twin: -1,
    neighbours: [],
    drawnLike: [],
    quality: qualities.map(
      (quality) => spread / qualities.length + (template.qualities.includes(quality) ? (1 - spread) / named : 0),
    ),
    pieces: pieces.map(({ present, after, together }) => ({ present, after, together })),
    prior,
  }
}

/** Mean chance of paint in each patch, as hazards. The right side is the mirror of the left. */
function supportOf(
  body: Body,
  skin: SkinShares,
  weights: Weights,
  blurMm: Float32Array,
  pieces: readonly ZonePiece[],
  drawn: Map<string, Float64Array>,
): { patches: number[]; hazards: number[]; pieces: number[] } {
  const count = pieces.length
  const chance = new Float64Array(body.vertexAreaMm2.length)
  const strongest = new Uint8Array(body.vertexAreaMm2.length)
  for (const [piece, { zone, side }] of pieces.entries()) {
    const onLeft = zoneChance(body, weights, blurMm, zone, drawn)
    for (let v = 0; v < chance.length; v++) {
      const p = onLeft[side === 'right' ? body.mirrorVertex[v]! : v]!
      if (p <= chance[v]!) continue
      chance[v] = p
      strongest[v] = piece
    }
  }
  const painted = new Float64Array(body.patches.length)
  const byPiece = new Float64Array(body.patches.length * count)
  for (const [k, patch] of skin.patch.entries()) {
    const v = skin.vertex[k]!
    const mm2 = chance[v]! * skin.areaMm2[k]!
    painted[patch]! += mm2
    byPiece[patch * count + strongest[v]!]! += mm2
  }
  const patches: number[] = []
  const hazards: number[] = []
  const pieceOf: number[] = []
  for (let r = 0; r < painted.length; r++) {
    const hazard = -Math.log1p(-painted[r]! / skin.patchAreaMm2[r]!)
    if (hazard < smallestHazard) continue
    patches.push(r)
    hazards.push(hazard)
    pieceOf.push(largest(byPiece.subarray(r * count, (r + 1) * count)))
  }
  return { patches, hazards, pieces: pieceOf }
}

function largest(values: Float64Array): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i
  return best
}

/** Chance of paint at each vertex from one zone drawn on the left, blurred by the error with which people draw there. */
function zoneChance(
  body: Body,
  weights: Weights,
  blurMm: Float32Array,
  zone: Zone,
  drawn: Map<string, Float64Array>,
): Float64Array {
  const key = `${zone.through.join(' ')} ${zone.widthMm} ${zone.strength}`
  const earlier = drawn.get(key)
  if (earlier !== undefined) return earlier
  const half = zone.widthMm / 2
  const through = onLeft(zone, (landmark) => body.landmarks.has(landmark))
  const distanceMm = distanceFromStroke(body, through, half + 3 * widestErrorMm)
  const full = weights(zone.strength === 'essential' ? 'zone-essential' : 'zone-spillover')
  const chance = new Float64Array(distanceMm.length)
  for (let v = 0; v < chance.length; v++) {
    const d = distanceMm[v]!
    const blur = blurMm[v]!
    if (d > half + 3 * blur) continue
    // A strip of this width blurred by a Gaussian; half of what it loses at its middle is given back.
    const kept = normal(half / blur) - normal(-half / blur)
    chance[v] = (full * (normal((half - d) / blur) - normal((-half - d) / blur))) / ((1 + kept) / 2)
  }
  drawn.set(key, chance)
  return chance
}

/** Standard normal distribution. Abramowitz and Stegun 26.2.17, error under 7.5e-8. */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const tail =
    0.3989422804014327 *
    Math.exp((-x * x) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return x >= 0 ? 1 - tail : tail
}

/** Fills in twins, neighbours and look-alikes, which need the numbers of other rows. */
function link(sparse: SparseRow[], templates: readonly Template[]): void {
  const indexOf = new Map<string, number>()
  const byMuscle = new Map<string, number[]>()
  const goesWith = new Map(templates.map((template) => [template.id, template.goesWith]))
  const drawnLike = new Map(templates.map((template) => [template.id, template.drawnLike]))
  for (const [i, { row }] of sparse.entries()) {
    indexOf.set(`${row.id} ${row.side}`, i)
    if (row.muscle === null) continue
    for (const key of [`${row.muscle} ${row.part ?? ''} ${row.side}`, `${row.muscle}  ${row.side}`]) {
      const list = byMuscle.get(key) ?? []
      if (!list.includes(i)) byMuscle.set(key, [...list, i])
    }
  }
  for (const [i, entry] of sparse.entries()) {
    const { row } = entry
    const twin = row.side === null ? i : indexOf.get(`${row.id} ${otherSide(row.side)}`)!
    const neighbours = (goesWith.get(row.id) ?? []).flatMap((name) => byMuscle.get(`${name} ${row.side}`) ?? [])
    sparse[i] = {
      ...entry,
      row: {
        ...row,
        twin,
        neighbours: [...new Set(neighbours)].filter((j) => j !== i).sort((a, b) => a - b),
        drawnLike: drawnLike.get(row.id)!.map(({ id, share }) => ({ row: indexOf.get(`${id} ${row.side}`)!, share })),
      },
    }
  }
}

const whole: Piece = { present: 1, after: -1, together: 0 }
const unknownPrior = 0.2
const widespreadPrior = 0.02
const regionalPrior = 0.001
const widespreadHazards = [0.35, 1.2, 3.5]
const regionalHazards = [1, 3]

/** What no record explains: a local spot anywhere, a whole sector, the whole body. */
function nuisanceRows(
  knowledge: Knowledge,
  body: Body,
  skin: SkinShares,
  blurMm: Float32Array,
  from: number,
): SparseRow[] {
  const rows: SparseRow[] = []
  const add = (kind: Row['kind'], id: string, prior: number, patches: number[], hazards: number[]) => {
    const row: Row = {
      kind,
      id,
      sourceKind: kind === 'widespread' ? 'general' : kind,
      muscle: null,
      part: null,
      side: null,
      twin: from + rows.length,
      neighbours: [],
      drawnLike: [],
      quality: qualities.map(() => 1 / qualities.length),
      pieces: [whole],
      prior,
    }
    rows.push({ row, patches, hazards })
  }
  const skinMm2 = skin.patchAreaMm2.reduce((sum, area) => sum + area, 0)
  for (const [index, patch] of body.patches.entries()) {
    const { patches, hazards } = localDisc(body, skin, patch.centre, blurMm[patch.centre]! / widestErrorMm)
    add(
      'unknown-local',
      `unknown-local.${index}`,
      (unknownPrior * skin.patchAreaMm2[index]!) / skinMm2,
      patches,
      hazards,
    )
  }
  for (const [sector, patches] of sectorsOf(knowledge, body)) {
    for (const hazard of regionalHazards) {
      add(
        'regional',
        `regional.${sector}.${hazard}`,
        regionalPrior,
        patches,
        patches.map(() => hazard),
      )
    }
  }
  const all = body.patches.map((_, index) => index)
  for (const hazard of widespreadHazards) {
    add(
      'widespread',
      widespreadId,
      widespreadPrior / widespreadHazards.length,
      all,
      all.map(() => hazard),
    )
  }
  return rows
}

/** A spot of 4 cm with a rim to 7 cm, smaller where people draw finer, of which the atlas knows nothing. */
function localDisc(
  body: Body,
  skin: SkinShares,
  centre: number,
  scale: number,
): { patches: number[]; hazards: number[] } {
  const distanceMm = distanceAlongSkin(body, [{ vertex: centre, startMm: 0 }], 70 * scale)
  const painted = new Map<number, number>()
  for (const [k, patch] of skin.patch.entries()) {
    const d = distanceMm[skin.vertex[k]!]!
    if (d > 70 * scale) continue
    painted.set(patch, (painted.get(patch) ?? 0) + (d <= 40 * scale ? 0.85 : 0.25) * skin.areaMm2[k]!)
  }
  const patches: number[] = []
  const hazards: number[] = []
  for (const [patch, mm2] of [...painted].sort(([a], [b]) => a - b)) {
    const hazard = -Math.log1p(-Math.min(0.95, mm2 / skin.patchAreaMm2[patch]!))
    if (hazard < smallestHazard) continue
    patches.push(patch)
    hazards.push(hazard)
  }
  return { patches, hazards }
}

/** Eight sectors of the body by the areas of its regions. */
function sectorsOf(knowledge: Knowledge, body: Body): Map<string, number[]> {
  const areaOf = new Map(knowledge.regions.map((region) => [region.id, region.area]))
  const sectors = new Map<string, number[]>()
  for (const [index, patch] of body.patches.entries()) {
    const place = body.places[patch.place]!
    const side = body.positionsMm[patch.centre * 3]! >= 0 ? 'left' : 'right'
    const name = sectorName(areaOf.get(place.region) ?? '', side)
    sectors.set(name, [...(sectors.get(name) ?? []), index])
  }
  return new Map([...sectors].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function sectorName(area: string, side: Side): string {
  if (area === 'head' || area === 'neck') return 'head-neck'
  if (area === 'shoulder' || area === 'arm' || area === 'hand') return `arm-${side}`
  if (area === 'thigh' || area === 'leg' || area === 'foot') return `leg-${side}`
  return area
}

function overlapOf(body: Body, skin: SkinShares): { place: number; areaMm2: number }[][] {
  const maps: Map<number, number>[] = body.patches.map(() => new Map())
  for (const [k, patch] of skin.patch.entries()) {
    const map = maps[patch]!
    map.set(skin.place[k]!, (map.get(skin.place[k]!) ?? 0) + skin.areaMm2[k]!)
  }
  return maps.map((map) => [...map].sort(([a], [b]) => a - b).map(([place, areaMm2]) => ({ place, areaMm2 })))
}
