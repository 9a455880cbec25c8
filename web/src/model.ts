/**
 * The one file of the app that knows the package's names: loads body, knowledge and atlas, ranks, finds zones.
 */
import {
  type Body,
  type Brush,
  type Case,
  type Model as InnerModel,
  type Knowledge,
  openModel,
  type Paint,
  painting,
  type RankingAnswer,
  rankPaint,
  type Side,
  settled,
  zoneOnSkin,
} from 'unknot'

export type {
  Body,
  Brush,
  BrushStroke,
  CaseEntry,
  Choice,
  Drawing,
  Ink,
  Knowledge,
  Muscle,
  MusclePart,
  OtherSource,
  Paint,
  Quality,
  Side,
  StepAnswer,
  Stroke,
  TriggerPoint,
  Zone,
} from 'unknot'
export {
  applyStep,
  applyStroke,
  blankCase,
  copyInk,
  drawingSchema,
  emptyInk,
  enter,
  inkOf,
  nearestVertex,
  parseDrawing,
  qualities,
  qualitiesOf,
  simplifyPoints,
} from 'unknot'

export type Ranking = RankingAnswer & {
  /** Share of the paint of each patch of the body that nothing in the list accounts for. */
  readonly unexplainedByPatch: Float64Array
}

/** A trigger point or another source, on its side. */
export type SourceRef = { readonly id: string; readonly side: Side | null }

/** Per vertex 0 to 255, the border of the zone at 128. */
export type ZoneCover = { readonly essential: Uint8Array; readonly spillover: Uint8Array }

export type Model = {
  readonly body: Body
  readonly brush: Brush
  readonly knowledge: Knowledge
  /** The package's own model, for whatever asks more than a ranking of paint. */
  readonly inner: InnerModel
  /**
   * What to show while somebody paints: only the last stroke is looked at anew.
   *
   * @param known  what is known beside the drawing: the same case as long as nothing was added
   */
  rank(paint: Paint, known: Known): Ranking
  /** The same with a wider search, for when the hand rests. */
  settle(paint: Paint, known: Known): Ranking
}

/** What was told beside the drawing, and the keys of questions that were put aside. */
export type Known = { readonly given: Case; readonly skipped: ReadonlySet<string> }

export async function loadModel(): Promise<Model> {
  const [bodyBytes, atlasBytes, knowledge] = await Promise.all([
    fetchOk('/data/body.bin').then((response) => response.arrayBuffer()),
    fetchOk('/data/atlas.bin').then((response) => response.arrayBuffer()),
    fetchOk('/data/knowledge.json').then((response) => response.json() as Promise<Knowledge>),
  ])
  const model = openModel({
    knowledge,
    atlas: new Uint8Array(atlasBytes),
    body: () => new Uint8Array(bodyBytes),
  })
  let last: ReturnType<typeof rankPaint>['trace'] | null = null
  const ranked = (paint: Paint, known: Known, effort: typeof painting, earlier: typeof last): Ranking => {
    const { given, skipped } = known
    const { answer, unexplainedByPatch, trace } = rankPaint(model, given, paint, effort, earlier, { skipped })
    last = trace
    return { ...answer, unexplainedByPatch }
  }
  return {
    body: model.body(),
    brush: model.brush(),
    knowledge,
    inner: model,
    rank: (paint, known) => ranked(paint, known, painting, last),
    settle: (paint, known) => ranked(paint, known, settled, null),
  }
}

async function fetchOk(path: string): Promise<Response> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response
}

/** Bone and skin point of a landmark; null where the body does not know it. */
export function bonePoint(body: Body, id: string, side: Side | null): readonly [number, number, number] | null {
  const landmark = body.landmarks.get(id) ?? body.landmarks.get(`${id}/${side}`)
  return landmark === undefined ? null : (landmark.boneMm ?? landmark.atMm)
}

type ZoneRecord = {
  readonly through: readonly string[]
  readonly widthMm: number
  readonly strength: 'essential' | 'spillover'
  readonly side?: string | undefined
}

/** Where a source hurts, as its record's zones lie on this body. */
export function coverOfZones(body: Body, zones: readonly ZoneRecord[], side: Side | null): ZoneCover {
  const vertexCount = body.positionsMm.length / 3
  const strength = { essential: new Float32Array(vertexCount), spillover: new Float32Array(vertexCount) }
  for (const zone of zones) {
    for (const where of sidesOf(zone.side, side)) {
      const through = zone.through.flatMap((id) => {
        if (body.landmarks.has(id)) return [id]
        const key = `${id}/${where}`
        return body.landmarks.has(key) ? [key] : []
      })
      if (through.length === 0) continue
      const drawn = zoneOnSkin(body, { through, widthMm: zone.widthMm })
      const into = strength[zone.strength]
      for (const [index, v] of drawn.vertices.entries()) into[v] = Math.max(into[v]!, drawn.strength[index]!)
    }
  }
  return { essential: soften(body, strength.essential), spillover: soften(body, strength.spillover) }
}

function sidesOf(zoneSide: string | undefined, side: Side | null): Side[] {
  if (zoneSide === 'left' || zoneSide === 'right') return [zoneSide]
  if (zoneSide === 'both' || side === null) return ['left', 'right']
  if (zoneSide === 'other') return [side === 'left' ? 'right' : 'left']
  return [side]
}

/** Rounds the stair steps that a set of vertices has at its border. */
export function soften(body: Body, share: Float32Array): Uint8Array {
  let now = share
  for (let round = 0; round < 2; round++) {
    const sum = now.slice()
    const count = new Float32Array(now.length).fill(1)
    for (let t = 0; t < body.triangles.length; t += 3) {
      for (let c = 0; c < 3; c++) {
        const [a, b] = [body.triangles[t + c]!, body.triangles[t + ((c + 1) % 3)]!]
        sum[a]! += now[b]!
        count[a]!++
      }
    }
    now = sum.map((value, v) => value / count[v]!)
  }
  return Uint8Array.from(now, (value) => Math.round(255 * value))
}
