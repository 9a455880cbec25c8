/** The pieces of a source's pattern on one side: its zones, long strokes cut, left and right apart, joined by nearness. */
import type { Zone } from '../../knowledge/schema/muscle.ts'
import type { Body } from '../body/body.ts'
import { distance, type Vec } from '../body/vec.ts'
import type { Side } from '../units.ts'
import type { Piece } from './presence.ts'
import { onLeft, sidesOf, type Template } from './templates.ts'
import type { Weights } from './weights.ts'

/** A stroke longer than this is cut at a landmark, so that its near part can be felt without the far one. */
const stretchMm = 100

export type ZonePiece = Piece & {
  /** The stroke on the person's left; on the right lies its mirror. */
  readonly zone: Zone
  readonly side: Side
}

type Loose = { readonly zone: Zone; readonly side: Side; readonly present: number; readonly centre: Vec }

/** Earlier pieces come first: a piece hangs only on one before it. */
export function piecesOf(body: Body, weights: Weights, template: Template, side: Side | null): ZonePiece[] {
  const loose = template.zones.flatMap((zone) =>
    sidesOf(zone, side).flatMap((zoneSide) =>
      cut(body, zone).map(
        (piece): Loose => ({
          zone: piece,
          side: zoneSide,
          present: weights(presenceWeight(zone, template.sourceKind)),
          centre: centreOf(body, piece, zoneSide),
        }),
      ),
    ),
  )
  const reachMm = weights('pieces-alike-within')
  const joined: Joined[] = []
  for (const own of ['left', 'right'] as const) {
    for (const strength of ['essential', 'spillover'] as const) {
      grow(
        loose.filter((piece) => piece.side === own && piece.zone.strength === strength),
        { reachMm, sidesAlike: weights('sides-alike') },
        joined,
      )
    }
  }
  return joined.map(({ zone, side: at, present, after, together }) => ({ zone, side: at, present, after, together }))
}

function presenceWeight(zone: Zone, sourceKind: string): string {
  if (sourceKind === 'trigger-point') return `${zone.strength}-present`
  return sourceKind === 'nerve-root' ? `${zone.strength}-present-root` : `${zone.strength}-present-other`
}

function cut(body: Body, zone: Zone): Zone[] {
  const stops = onLeft(zone, (key) => body.landmarks.has(key)).map((key) => body.landmarks.get(key)!.atMm)
  const stretches: string[][] = []
  let from = 0
  let lengthMm = 0
  for (let at = 1; at < stops.length; at++) {
    lengthMm += distance(stops[at - 1]!, stops[at]!)
    if (lengthMm < stretchMm && at < stops.length - 1) continue
    const last = stretches.at(-1)
    if (last !== undefined && lengthMm < stretchMm / 2) last.push(...zone.through.slice(from + 1, at + 1))
    else stretches.push(zone.through.slice(from, at + 1))
    from = at
    lengthMm = 0
  }
  return stretches.length === 0 ? [zone] : stretches.map((through) => ({ ...zone, through }))
}

function centreOf(body: Body, zone: Zone, side: Side): Vec {
  const stops = onLeft(zone, (key) => body.landmarks.has(key)).map((key) => body.landmarks.get(key)!.atMm)
  const mean = (axis: 0 | 1 | 2) => stops.reduce((sum, at) => sum + at[axis], 0) / stops.length
  return [side === 'left' ? mean(0) : -mean(0), mean(1), mean(2)]
}

type Joined = ZonePiece & { readonly centre: Vec }

/**
 * Lets the tree grow by pieces of one side and strength, each on the nearest of its like (Prim); nearer pieces share
 * their luck more often. The first hangs on the nearest piece of its side, or of the other side: pain that can be on
 * both sides is mostly on both.
 */
function grow(
  loose: readonly Loose[],
  { reachMm, sidesAlike }: { readonly reachMm: number; readonly sidesAlike: number },
  tree: Joined[],
): void {
  const waiting = new Set(loose)
  const from = tree.length
  while (waiting.size > 0) {
    const side = loose[0]!.side
    const beside = tree.some((piece) => piece.side === side)
    let next: { readonly piece: Loose; readonly after: number; readonly mm: number } | null = null
    for (const piece of waiting) {
      for (const [index, other] of tree.entries()) {
        if (tree.length > from ? index < from : beside && other.side !== side) continue
        const mm = distance(piece.centre, other.centre)
        if (next === null || mm < next.mm - 1e-6) next = { piece, after: index, mm }
      }
    }
    const piece = next?.piece ?? loose[0]!
    const crosses = next !== null && tree[next.after]!.side !== side
    waiting.delete(piece)
    const together = next === null ? 0 : crosses ? sidesAlike : Math.exp(-next.mm / reachMm)
    tree.push({ ...piece, after: next?.after ?? -1, together })
  }
}
