/** From the state of the app to the colours of the skin. */

import type { Body, Ink } from '../model.ts'
import { coverOfZones, type SourceRef, soften, type ZoneCover } from '../model.ts'
import { findSource, spotNumber } from '../naming.ts'
import type { SkinMesh } from '../scene/skin-mesh.ts'
import type { Overlay } from '../scene/stage.ts'
import type { View } from '../scene/views.ts'
import { smoothInk } from '../session/smooth-ink.ts'
import type { Workbench } from '../session/workbench.ts'
import { linesOf } from './muscle-lines.ts'

/** @param touched  what a step of the brush changed; null: all of it, with the borders of filled regions smoothed */
export function showInk(skin: SkinMesh, body: Body, now: Ink, touched: Uint32Array | null): void {
  const ink = touched === null ? smoothInk(body, now) : now
  const { array } = skin.ink
  const put = (v: number) => {
    array[4 * v] = ink.cover[v]!
    array[4 * v + 1] = Math.round(ink.shade[v]! * 25.5)
  }
  if (touched === null) for (let v = 0; v < ink.cover.length; v++) put(v)
  else {
    const { mirrorVertex } = skin
    for (const v of touched) {
      put(v)
      put(mirrorVertex[v]!)
    }
  }
  skin.ink.needsUpdate = true
}

/** Hatches the paint of which more than half is explained by nothing in the list. */
export function showUnexplained(skin: SkinMesh, workbench: Workbench): void {
  const { body } = workbench.model
  const { array } = skin.tone
  const byPatch = workbench.answer.get().ranking?.unexplainedByPatch
  for (let v = 0; v < body.placeOfVertex.length; v++) {
    array[4 * v] = Math.round(255 * (byPatch?.[body.patchOfVertex[v]!] ?? 0))
  }
  skin.tone.needsUpdate = true
}

export function showFocus(skin: SkinMesh, workbench: Workbench, place: number | null): void {
  const { body } = workbench.model
  const share = new Float32Array(body.placeOfVertex.length)
  if (place !== null) for (let v = 0; v < share.length; v++) share[v] = body.placeOfVertex[v] === place ? 1 : 0
  const cover = place === null ? null : soften(body, share)
  for (let v = 0; v < share.length; v++) skin.tone.array[4 * v + 1] = cover?.[v] ?? 0
  skin.tone.needsUpdate = true
}

const covers = new Map<string, ZoneCover>()

/** Where a source hurts; null where nobody knows it. Kept, because it takes a moment. */
export function coverOf({ model: { body, knowledge } }: Workbench, source: SourceRef): ZoneCover | null {
  const found = findSource(knowledge, source.id)
  if (found === null) return null
  const key = `${source.id} ${source.side}`
  const zones = found.kind === 'point' ? found.point.refersTo : found.other.refersTo
  const cover = covers.get(key) ?? coverOfZones(body, zones, source.side)
  covers.set(key, cover)
  return cover
}

/** Shows on the skin where a source hurts; null: nothing of that any more. */
export function showZone(skin: SkinMesh, workbench: Workbench, source: SourceRef | null): void {
  const { array } = skin.ink
  const cover = source === null ? null : coverOf(workbench, source)
  for (let v = 0; v < workbench.model.body.placeOfVertex.length; v++) {
    array[4 * v + 2] = cover?.essential[v] ?? 0
    array[4 * v + 3] = cover === null ? 0 : Math.max(cover.spillover[v]!, cover.essential[v]!)
  }
  skin.ink.needsUpdate = true
}

/** The muscle of a trigger point and the marks on it; null for other sources, and where its lines cannot be fetched. */
export async function overlayOf({ model }: Workbench, source: SourceRef): Promise<Overlay | null> {
  const found = findSource(model.knowledge, source.id)
  if (found?.kind !== 'point') return null
  const lines: Awaited<ReturnType<typeof linesOf>> = await linesOf(found.muscle, found.part).catch(() => [])
  const right = source.side === 'right'
  const marks = found.part.triggerPoints.flatMap((point) => {
    const line = lines[point.where.strand]
    if (line === undefined) return []
    return [
      {
        label: spotNumber(point.id),
        atMm: pointOn(line.pointsMm, point.where.along, right),
        chosen: point.id === source.id,
      },
    ]
  })
  return { lines: lines.flatMap((line) => line ?? []), right, marks }
}

type Point = readonly [number, number, number]

/** @param pointsMm  evenly spaced, on the left  @param along  0 to 1 */
function pointOn(pointsMm: readonly number[], along: number, right: boolean): Point {
  const at = 3 * Math.round(along * (pointsMm.length / 3 - 1))
  return [(right ? -1 : 1) * pointsMm[at]!, pointsMm[at + 1]!, pointsMm[at + 2]!]
}

/** Looks at zone and spot together, from where most of the zone faces the camera. */
export function viewOnSource(workbench: Workbench, source: SourceRef, overlay: Overlay | null): View | null {
  const cover = coverOf(workbench, source)
  if (cover === null) return null
  const chosen = overlay?.marks.filter((mark) => mark.chosen).map((mark) => mark.atMm) ?? []
  return viewOnSkin(workbench, (v) => cover.essential[v]! >= 128, chosen, 460)
}

/** Looks at one place of the body, with enough around it to see where that is. */
export function viewOnPlace(workbench: Workbench, place: number): View | null {
  return viewOnSkin(workbench, (v) => workbench.model.body.placeOfVertex[v] === place, [], 700)
}

function viewOnSkin(
  workbench: Workbench,
  inside: (vertex: number) => boolean,
  points: readonly Point[],
  leastMm: number,
): View | null {
  const { positionsMm, normals, vertexAreaMm2 } = workbench.model.body
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  const facing = [0, 0, 0]
  const include = (point: ArrayLike<number>, offset: number) => {
    for (let axis = 0; axis < 3; axis++) {
      low[axis] = Math.min(low[axis]!, point[offset + axis]!)
      high[axis] = Math.max(high[axis]!, point[offset + axis]!)
    }
  }
  for (let v = 0; v < vertexAreaMm2.length; v++) {
    if (!inside(v)) continue
    include(positionsMm, 3 * v)
    for (let axis = 0; axis < 3; axis++) facing[axis]! += normals[3 * v + axis]! * vertexAreaMm2[v]!
  }
  for (const point of points) include(point, 0)
  if (low[0] === Infinity) return null
  const reach = Math.max(high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!)
  const size = Math.max(leastMm, reach * 1.7)
  return {
    at: [0, 1, 2].map((axis) => (low[axis]! + high[axis]!) / 2) as [number, number, number],
    azimuthDeg: (Math.atan2(facing[0]!, facing[2]!) * 180) / Math.PI,
    risingDeg: 8,
    heightMm: size,
    widthMm: size,
  }
}
