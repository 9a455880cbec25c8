/** What of the records becomes rows of the atlas: every source with its zones, before it has a side. */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Zone } from '../../knowledge/schema/muscle.ts'
import type { Quality } from '../pain/paint.ts'
import { otherSide, type Side } from '../units.ts'

/** Stands for the whole body hurting: it has rows of its own instead of zones. */
export const widespreadId = 'general.widespread-pain'

export type Template = {
  readonly id: string
  readonly sourceKind: string
  readonly muscle: string | null
  readonly part: string | null
  readonly sided: boolean
  readonly zones: readonly Zone[]
  readonly qualities: readonly Quality[]
  readonly commonness: 'very-common' | 'common' | 'uncommon' | 'rare'
  /** Sources whose pattern some people with this one draw instead. */
  readonly drawnLike: readonly { readonly id: string; readonly share: number }[]
  /** Muscles with which it goes, as `muscle part`. */
  readonly goesWith: readonly string[]
}

export function templatesOf(knowledge: Knowledge): Template[] {
  const points = knowledge.muscles.flatMap((muscle) =>
    muscle.parts.flatMap((part) =>
      part.triggerPoints.map(
        (point): Template => ({
          id: point.id,
          sourceKind: 'trigger-point',
          muscle: muscle.id,
          part: part.id,
          sided: true,
          zones: point.refersTo,
          qualities: point.feels.qualities,
          commonness: point.commonness.level,
          drawnLike: [],
          goesWith: [...part.clinic.goesWith, ...(point.satellites ?? [])]
            .filter((companion) => companion.kind !== 'antagonist')
            .map((companion) => `${companion.muscle} ${companion.part ?? ''}`),
        }),
      ),
    ),
  )
  const others = knowledge.otherSources
    .filter((other) => other.id !== widespreadId)
    .map(
      (other): Template => ({
        id: other.id,
        sourceKind: other.kind,
        muscle: null,
        part: null,
        sided: other.sided,
        zones: other.refersTo,
        qualities: other.feels.qualities,
        commonness: other.commonness.level,
        drawnLike: (other.drawnLike ?? []).map(({ otherSource: id, share }) => ({ id, share })),
        goesWith: [],
      }),
    )
  return [...points, ...others]
}

/** On which sides of the body a zone lies. */
export function sidesOf(zone: Zone, side: Side | null): readonly Side[] {
  if (zone.side === 'left' || zone.side === 'right') return [zone.side]
  if (zone.side === 'both' || side === null) return ['left', 'right']
  return [zone.side === 'same' ? side : otherSide(side)]
}

/** Landmark keys of a zone as it lies on the person's left. */
export function onLeft(zone: Zone, has: (key: string) => boolean): string[] {
  return zone.through.map((id) => (has(id) ? id : `${id}/left`))
}
