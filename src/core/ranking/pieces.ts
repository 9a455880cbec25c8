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
  const joined: ZonePiece[] = []
  for (const strength of ['essential', 'spillover'] as const) {
    join(
      loose.filter((piece) => piece.zone.strength === strength),
      reachMm,
      joined,
    )
  }
  return joined
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

/** The shortest tree through the pieces, from the first one on (Prim); nearer pieces share their luck more often. */
function join(loose: readonly Loose[], reachMm: number, into: ZonePiece[]): void {
  const waiting = new Set(loose)
  const placed: { readonly piece: Loose; readonly index: number }[] = []
  while (waiting.size > 0) {
    let next: { readonly piece: Loose; readonly after: number; readonly mm: number } | null = null
    for (const piece of waiting) {
      for (const { piece: other, index } of placed) {
        const mm = distance(piece.centre, other.centre)
        if (next === null || mm < next.mm - 1e-6) next = { piece, after: index, mm }
      }
    }
    const [first] = waiting
    const { piece, after, mm } = next ?? { piece: first!, after: -1, mm: Number.POSITIVE_INFINITY }
    waiting.delete(piece)
    placed.push({ piece, index: into.length })
    const { zone, side, present } = piece
    into.push({ zone, side, present, after, together: Math.exp(-mm / reachMm) })
  }
}
