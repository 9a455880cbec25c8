/**
 * Hardly anybody feels the whole pattern of a source: which pieces of each does this drawing show, and which skin do
 * those reach?
 *
 * Which pieces are felt is decided on the drawing alone, against an empty body, so that the order in which sources
 * join a set cannot matter: the likeliest way is shown. That other ways were possible goes into the log-odds, so that
 * a source alone scores exactly its mean likelihood over all of them.
 */
import type { Atlas } from './atlas.ts'
import { type Fit, fitPieces, mostPieces, type PresenceLaw } from './presence.ts'
import { hazardSteps, tablePosition } from './table.ts'

/** What the pieces that a drawing shows reach. Pieces that it does not show have no entry, and cost the search nothing. */
export type Reach = {
  /** Row i owns the entries start[i] to end[i] of patchOf and hazard. */
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly patchOf: Uint16Array
  readonly hazard: Float32Array
}

/** Where the hazard of each entry of the atlas, alone above the background, stands in the table: whole and broken part. */
export type TablePlaces = {
  readonly below: Uint16Array
  readonly part: Float64Array
  readonly background: { readonly below: number; readonly part: number }
}

export function tablePlaces(atlas: Pick<Atlas, 'hazard'>, background: number): TablePlaces {
  const below = new Uint16Array(atlas.hazard.length)
  const part = new Float64Array(atlas.hazard.length)
  for (let k = 0; k < below.length; k++) {
    const at = tablePosition(background + atlas.hazard[k]!)
    below[k] = Math.floor(at)
    part[k] = at - below[k]!
  }
  const at = tablePosition(background)
  return { below, part, background: { below: Math.floor(at), part: at - Math.floor(at) } }
}

export type Shown = {
  readonly reach: Reach
  /** Bit n set: piece n of the row shows. All bits where the row meets no paint. */
  readonly shown: Uint32Array
  readonly logOdds: Float64Array
}

/**
 * @param lines   the table's line of each patch, read with the weight of this drawing
 * @param logOdds of the rows, to which what the pieces change is added in the answer
 */
export function showPieces(
  atlas: Atlas,
  presence: readonly PresenceLaw[],
  places: TablePlaces,
  { lines, lineOf }: { readonly lines: Float64Array; readonly lineOf: Int32Array },
  logOdds: Float64Array,
  meetsPaint: Uint8Array,
): Shown {
  const { rowStart, pieceOf } = atlas
  const reach = {
    start: rowStart,
    end: rowStart.slice(1),
    patchOf: atlas.patchOf.slice(),
    hazard: atlas.hazard.slice(),
  }
  const shown = new Uint32Array(atlas.rows.length).fill(0xffffffff)
  const odds = logOdds.slice()
  const silent = backgroundScores(places, lines, lineOf)
  const gains = new Float64Array(mostPieces)
  const fit: Fit = { nats: 0, shown: 0, shownNats: 0 }
  for (let i = 0; i < odds.length; i++) {
    const law = presence[i]!
    if (meetsPaint[i] === 0 || law.none === 0) continue
    const from = rowStart[i]!
    const to = rowStart[i + 1]!
    gains.fill(0, 0, law.count)
    for (let k = from; k < to; k++) {
      const patch = atlas.patchOf[k]!
      const at = lineOf[patch]! + places.below[k]!
      const low = lines[at]!
      gains[pieceOf[k]!]! += low + places.part[k]! * (lines[at + 1]! - low) - silent[patch]!
    }
    fitPieces(law, gains, fit)
    odds[i]! += fit.nats - fit.shownNats
    shown[i] = fit.shown
    let next = from
    for (let k = from; k < to; k++) {
      if ((fit.shown & (1 << pieceOf[k]!)) === 0) continue
      reach.patchOf[next] = atlas.patchOf[k]!
      reach.hazard[next++] = atlas.hazard[k]!
    }
    reach.end[i] = next
  }
  return { reach, shown, logOdds: odds }
}

/** Log-likelihood of each patch that nothing causes but the background. */
function backgroundScores({ background }: TablePlaces, lines: Float64Array, lineOf: Int32Array): Float64Array {
  const byLine = new Float64Array(lines.length / hazardSteps)
  for (let line = 0; line < byLine.length; line++) {
    const at = line * hazardSteps + background.below
    const low = lines[at]!
    byLine[line] = low + background.part * (lines[at + 1]! - low)
  }
  const scores = new Float64Array(lineOf.length)
  for (let r = 0; r < scores.length; r++) scores[r] = byLine[lineOf[r]! / hazardSteps]!
  return scores
}
