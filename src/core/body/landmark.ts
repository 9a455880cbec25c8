/** What a landmark's record says, and how its name carries a side. */
import type { PointMm, Side } from '../units.ts'

/** The way in which a skin landmark looks for the surface from its approximate place. */
export type Snap = 'front' | 'back' | 'outer' | 'inner' | 'top' | 'bottom'

export type LandmarkRecord = {
  readonly id: string
  readonly name: string
  /** True where the point exists on both sides; the record then gives the left one. */
  readonly sided: boolean
  /** A `skin` point lies on the surface, a `bone` point inside the body. */
  readonly kind: 'skin' | 'bone'
  readonly definition: string
  readonly find?: string | undefined
  readonly atMm: PointMm
  readonly snap?: Snap | undefined
  /** How far below the skin the bone lies that one feels there. */
  readonly boneDepthMm?: number | undefined
}

/** The key of a landmark on the body: its id on the midline, `id/left` or `id/right` elsewhere. */
export function landmarkKey(id: string, side: Side | null): string {
  return side === null ? id : `${id}/${side}`
}
