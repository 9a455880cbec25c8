/** From an answer to the body: which strand has which load, which colour that is, where to look from. */
import type { RippleShift, Side, Trouble } from 'unknot'
import { bonePoint, type Model } from '../model.ts'
import type { JointRing } from '../scene/joint-rings.ts'
import type { LoadColour, LoadStrand } from '../scene/load-strands.ts'
import type { View } from '../scene/views.ts'
import type { LoadPicture, LoadShown } from '../session/workbench.ts'

type Slot = { readonly muscle: string; readonly part: string | null; readonly side: Side }

/** The muscles of the model as the body draws them. */
export type LoadMap = { readonly slots: readonly Slot[]; readonly strands: readonly LoadStrand[] }

export function loadMapOf({ body, knowledge }: Model): LoadMap {
  const slots: Slot[] = []
  const strands: LoadStrand[] = []
  for (const { muscle: id, elements } of knowledge.modelMuscles) {
    const parts = new Set(elements.map((one) => one.part))
    for (const part of knowledge.muscles.find((one) => one.id === id)?.parts ?? []) {
      const own = parts.has(part.id) ? part.id : parts.has(null) ? null : undefined
      if (own === undefined) continue
      for (const side of ['left', 'right'] as const) {
        const known = slots.findIndex((one) => one.muscle === id && one.part === own && one.side === side)
        const slot = known >= 0 ? known : slots.push({ muscle: id, part: own, side }) - 1
        for (const { through, widthMm } of part.strands) {
          const throughMm = through.map((landmark) => bonePoint(body, landmark, side)).filter((at) => at !== null)
          if (throughMm.length >= 2) strands.push({ throughMm, widthMm, slot })
        }
      }
    }
  }
  return { slots, strands }
}

/** Change of load, of the muscle's strength, at which the colour is full. */
const fullChange = 0.4

export type LoadPalette = {
  readonly pale: string
  readonly more: string
  readonly less: string
  readonly trouble: string
}

export const loadPalettes: Record<'light' | 'dark', LoadPalette> = {
  light: { pale: '#d3bfb0', more: '#85217f', less: '#0f7d61', trouble: '#e0a11b' },
  dark: { pale: '#8f8177', more: '#c04fb6', less: '#22a380', trouble: '#eab042' },
}

export function loadColours(
  map: LoadMap,
  picture: LoadPicture,
  shown: LoadShown,
  palette: LoadPalette,
): readonly LoadColour[] {
  const byKey = new Map(picture.shifts.map((shift) => [keyOf(shift), shift]))
  return map.slots.map((slot) => {
    const isTrouble = picture.trouble.some((one) => isOf(one, slot))
    const shift = byKey.get(keyOf(slot))
    if (shown === 'change') {
      if (isTrouble) return { colour: palette.trouble, strength: 0.95 }
      const change = shift === undefined ? 0 : (shift.afterShare - shift.beforeShare) / fullChange
      // small changes are to be seen too: the root lifts them
      const size = Math.abs(change) < 0.02 ? 0 : Math.sqrt(Math.min(1, Math.abs(change)))
      return { colour: mixed(palette.pale, change > 0 ? palette.more : palette.less, size), strength: strong(size) }
    }
    const share = Math.min(1, Math.max(0, shift?.[shown === 'before' ? 'beforeShare' : 'afterShare'] ?? 0))
    return { colour: mixed(palette.pale, palette.more, share ** 0.7), strength: strong(share ** 0.7) * 0.8 }
  })
}

function strong(size: number): number {
  return size < 0.12 ? 0 : Math.min(1, 0.3 + size)
}

function keyOf({ muscle, part, side }: Slot): string {
  return `${muscle} ${part ?? ''} ${side}`
}

function isOf(trouble: Trouble, slot: Slot): boolean {
  return (
    trouble.muscle === slot.muscle &&
    trouble.side === slot.side &&
    (trouble.part === null || trouble.part === slot.part)
  )
}

function mixed(from: string, to: string, t: number): string {
  const channel = (index: number) => {
    const [a, b] = [from, to].map((hex) => Number.parseInt(hex.slice(index, index + 2), 16))
    return Math.round(a! + t * (b! - a!))
  }
  return `rgb(${channel(1)}, ${channel(3)}, ${channel(5)})`
}

export function jointRings({ body, knowledge }: Model, picture: LoadPicture): readonly JointRing[] {
  return picture.joints.flatMap(({ joint, side, beforeN, afterN }) => {
    const landmark = knowledge.modelJoints.find((one) => one.joint === joint)?.at.landmark
    const atMm = landmark === undefined ? null : bonePoint(body, landmark, side)
    return atMm === null ? [] : [{ atMm: [...atMm] as [number, number, number], strength: rise(beforeN, afterN) }]
  })
}

function rise(beforeN: number, afterN: number): number {
  return Math.min(1, (afterN - beforeN) / Math.max(60, 0.35 * beforeN))
}

/** Looks at the trouble and at those that change most, from the side on which they lie. */
export function viewOfLoad({ body }: Model, map: LoadMap, picture: LoadPicture): View | null {
  const size = (shift: RippleShift) => Math.abs(shift.afterShare - shift.beforeShare)
  const most = [...picture.shifts]
    .filter((shift) => size(shift) > 0.06)
    .sort((a, b) => size(b) - size(a))
    .slice(0, 4)
    .map(keyOf)
  const wanted = map.slots.map((slot) => picture.trouble.some((one) => isOf(one, slot)) || most.includes(keyOf(slot)))
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  const facing = [0, 0]
  for (const { slot, throughMm } of map.strands) {
    if (!wanted[slot]) continue
    const weight = picture.trouble.some((one) => isOf(one, map.slots[slot]!)) ? 2 : 1
    for (const at of throughMm) {
      for (let axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis]!, at[axis]!)
        high[axis] = Math.max(high[axis]!, at[axis]!)
      }
      const v = nearest(body.positionsMm, at)
      facing[0]! += weight * body.normals[3 * v]!
      facing[1]! += weight * body.normals[3 * v + 2]!
    }
  }
  if (low[0] === Infinity) return null
  const reach = Math.max(high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!)
  const heightMm = Math.min(1790, Math.max(720, reach * 1.5))
  const middle = (low[1]! + high[1]!) / 2
  return {
    at: [heightMm > 1500 ? 0 : (low[0]! + high[0]!) / 2, heightMm > 1500 ? 880 : middle, (low[2]! + high[2]!) / 2],
    azimuthDeg: besideArm((Math.atan2(facing[0]!, facing[1]!) * 180) / Math.PI, middle),
    risingDeg: 4,
    heightMm,
    widthMm: Math.min(heightMm, 860),
  }
}

/** Seen straight from the side a hanging arm would cover the trunk and hip. */
function besideArm(azimuthDeg: number, heightMm: number): number {
  const turned = Math.abs(azimuthDeg)
  if (heightMm < 560 || heightMm > 1400 || turned < 48 || turned > 132) return azimuthDeg
  return Math.sign(azimuthDeg) * (turned < 80 ? 48 : 132)
}

function nearest(positionsMm: Float32Array, [x, y, z]: readonly [number, number, number]): number {
  let best = 0
  let least = Infinity
  for (let v = 0; v < positionsMm.length / 3; v += 3) {
    const away =
      (positionsMm[3 * v]! - x) ** 2 + (positionsMm[3 * v + 1]! - y) ** 2 + (positionsMm[3 * v + 2]! - z) ** 2
    if (away >= least) continue
    least = away
    best = v
  }
  return best
}
