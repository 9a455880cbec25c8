/** Where a pattern hurts in words: the plain names of the regions that its strokes cross, in their order. */
import type { Body } from '../core/body/body.ts'
import { zoneOnSkin } from '../core/body/zone.ts'
import type { Side } from '../core/units.ts'
import type { Zone } from '../knowledge/schema/muscle.ts'
import type { Model } from './model.ts'

export type ZonePlaces = {
  /** "side of the neck", "behind the ear". */
  readonly usually: readonly string[]
  readonly sometimes: readonly string[]
}

/** Less of a region than this is only grazed, unless a stroke passes through a landmark in it. */
const leastShare = 0.2

export function zonePlaces(model: Model, zones: readonly Zone[]): ZonePlaces {
  const body = model.body()
  const areas = areasOf(body)
  const told = (strength: Zone['strength']) => [
    ...new Set(
      zones
        .filter((zone) => zone.strength === strength)
        .flatMap((zone) => regionsUnder(body, zone, areas).map((region) => worded(model, region, zone.side))),
    ),
  ]
  const usually = told('essential')
  return { usually, sometimes: told('spillover').filter((name) => !usually.includes(name)) }
}

/** Regions in which a stroke has a landmark, then those that it covers in good part; drawn on the person's left. */
function regionsUnder(body: Body, zone: Zone, areas: Float64Array): string[] {
  const side: Side = zone.side === 'right' ? 'right' : 'left'
  const keys = zone.through.map((id) => (body.landmarks.has(id) ? id : `${id}/${side}`))
  const crossed = keys.flatMap((key) => {
    const vertex = body.landmarks.get(key)?.vertex
    return vertex === null || vertex === undefined ? [] : [body.places[body.placeOfVertex[vertex]!]!.region]
  })
  const covered = new Float64Array(body.places.length)
  const { vertices, strength } = zoneOnSkin(body, { through: keys, widthMm: zone.widthMm })
  for (const [index, vertex] of vertices.entries()) {
    if (strength[index]! >= 0.5) covered[body.placeOfVertex[vertex]!]! += body.vertexAreaMm2[vertex]!
  }
  const wide = body.places.flatMap(({ region }, place) =>
    covered[place]! / areas[place]! >= leastShare ? [region] : [],
  )
  return [...new Set([...crossed, ...wide])]
}

function areasOf(body: Body): Float64Array {
  const areas = new Float64Array(body.places.length)
  for (const [vertex, place] of body.placeOfVertex.entries()) areas[place]! += body.vertexAreaMm2[vertex]!
  return areas
}

/** "side of the neck", "left breast", "back of the index finger on both sides". */
function worded({ knowledge }: Model, id: string, side: Zone['side']): string {
  const region = knowledge.regions.find((one) => one.id === id)
  const [name, aspect] = (region?.name ?? id).split(', ') as [string, string?]
  const lower = name.charAt(0).toLowerCase() + name.slice(1)
  const plain = aspect === undefined ? lower : `${aspect} of the ${lower}`
  if (region?.sided === false || side === 'same') return plain
  if (side === 'left' || side === 'right') return `${side} ${plain}`
  return side === 'other' ? `${plain} of the other side` : `${plain} on both sides`
}
