/** Where the camera stands for each named view, and how it gets there. */
import { type PerspectiveCamera, Spherical, Vector3 } from 'three'
import type { Body, Side } from '../model.ts'

export const viewNames = ['front', 'back', 'left', 'right', 'head', 'hand', 'foot'] as const
export type ViewName = (typeof viewNames)[number]

/** A place to look at: `azimuth` 0 from the front, 90 degrees from the person's left. */
export type View = {
  readonly at: readonly [number, number, number]
  readonly azimuthDeg: number
  readonly risingDeg: number
  /** What has to fit into the picture. */
  readonly heightMm: number
  readonly widthMm: number
}

/** From the side: a little lower, because the name of the side stands above the head. */
const sideways = { at: [0, 910, 0], risingDeg: 2, heightMm: 1860, widthMm: 560 } as const
const whole = { at: [0, 880, 0], risingDeg: 2, heightMm: 1790, widthMm: 860 } as const

/** What a close view has to show, on the person's left: middle and size of the part. */
export type Part = { readonly at: readonly [number, number, number]; readonly sizeMm: number }

/** Views that come close to one part, of which one chooses the side and the face. */
export const closeViews = ['head', 'hand', 'foot'] as const
export type CloseView = (typeof closeViews)[number]

export function isClose(name: ViewName | null): name is CloseView {
  return closeViews.includes(name as CloseView)
}

/**
 * @param parts  hand and foot of this body, from `partOf`
 * @param behind  the face that is seen less often: back of the head, back of the hand, sole
 */
export function viewOf(
  name: ViewName,
  side: Side,
  parts: { readonly hand: Part; readonly foot: Part },
  behind = false,
): View {
  const sign = side === 'left' ? 1 : -1
  const close = ({ at, sizeMm }: Part, azimuthDeg: number, risingDeg: number): View => ({
    at: [sign * at[0], at[1], at[2]],
    azimuthDeg: sign * azimuthDeg,
    risingDeg,
    heightMm: sizeMm * 1.25,
    widthMm: sizeMm * 1.25,
  })
  switch (name) {
    case 'front':
      return { ...whole, azimuthDeg: 0 }
    case 'back':
      return { ...whole, azimuthDeg: 180 }
    case 'left':
      return { ...sideways, azimuthDeg: 90 }
    case 'right':
      return { ...sideways, azimuthDeg: -90 }
    case 'head':
      return { at: [0, 1600, 10], azimuthDeg: sign * (behind ? 142 : 38), risingDeg: 6, heightMm: 360, widthMm: 360 }
    case 'hand':
      return close(parts.hand, behind ? 172 : 8, 4)
    case 'foot':
      return behind ? close(parts.foot, -8, -72) : close(parts.foot, 48, 26)
  }
}

/** Middle and size of all places of one area on the left. */
export function partOf(body: Body, isIn: (region: string) => boolean): Part {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  const inside = body.places.map(({ region, side }) => side === 'left' && isIn(region))
  for (let v = 0; v < body.placeOfVertex.length; v++) {
    if (!inside[body.placeOfVertex[v]!]) continue
    for (let axis = 0; axis < 3; axis++) {
      low[axis] = Math.min(low[axis]!, body.positionsMm[3 * v + axis]!)
      high[axis] = Math.max(high[axis]!, body.positionsMm[3 * v + axis]!)
    }
  }
  const middle = low.map((value, axis) => (value + high[axis]!) / 2)
  return {
    at: [middle[0]!, middle[1]!, middle[2]!],
    sizeMm: Math.max(...low.map((value, axis) => high[axis]! - value)),
  }
}

export type CameraPose = { readonly target: Vector3; readonly position: Vector3 }

export function poseOf(view: View, camera: PerspectiveCamera): CameraPose {
  const halfFov = Math.tan((camera.fov * Math.PI) / 360)
  const byHeight = view.heightMm / 2 / halfFov
  const byWidth = view.widthMm / 2 / (halfFov * camera.aspect)
  const distance = Math.max(byHeight, byWidth) * 1.04
  const target = new Vector3(...view.at)
  const around = new Spherical(
    distance,
    Math.PI / 2 - (view.risingDeg * Math.PI) / 180,
    (view.azimuthDeg * Math.PI) / 180,
  )
  return { target, position: new Vector3().setFromSpherical(around).add(target) }
}

/** Between two poses: turns about the target instead of flying through the body. `t` from 0 to 1. */
export function between(from: CameraPose, to: CameraPose, t: number): CameraPose {
  const eased = t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2
  const a = new Spherical().setFromVector3(from.position.clone().sub(from.target))
  const b = new Spherical().setFromVector3(to.position.clone().sub(to.target))
  const turn = ((b.theta - a.theta + 3 * Math.PI) % (2 * Math.PI)) - Math.PI
  const around = new Spherical(
    a.radius * (b.radius / a.radius) ** eased,
    a.phi + (b.phi - a.phi) * eased,
    a.theta + turn * eased,
  )
  const target = from.target.clone().lerp(to.target, eased)
  return { target, position: new Vector3().setFromSpherical(around).add(target) }
}

/** What the person has at the left and right edge of the picture; the screen's sides are not the person's. */
export type EdgeLabels = {
  readonly left: string
  readonly right: string
  readonly facing: string
  /** Which side is looked at, where the edges do not tell. */
  readonly side: string | null
}

export function edgeLabels(azimuthRad: number): EdgeLabels {
  const degrees = ((((azimuthRad * 180) / Math.PI) % 360) + 360) % 360
  const person = { left: "Person's left", right: "Person's right", front: 'Front', back: 'Back' }
  if (degrees <= 60 || degrees >= 300)
    return { left: person.right, right: person.left, facing: 'Seen from the front', side: null }
  if (degrees >= 120 && degrees <= 240)
    return { left: person.left, right: person.right, facing: 'Seen from the back', side: null }
  if (degrees < 180)
    return { left: person.front, right: person.back, facing: "Seen from the person's left", side: "Person's left side" }
  return { left: person.back, right: person.front, facing: "Seen from the person's right", side: "Person's right side" }
}
