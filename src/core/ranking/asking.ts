/**
 * What can be asked or measured, and what each answer would say about each source.
 *
 * Built from the same links and weights as the evidence itself (`evidence.ts`), so that the value of a question is that
 * of the answer which the ranking would then use.
 */
import type { Side } from '../units.ts'
import type { Atlas } from './atlas.ts'
import { answerNats, type Clinical, type EvidenceIndex, isMeasuredBy, namedBy } from './evidence.ts'
import { logit } from './logistic.ts'

/** What a question is about, in the words of a case. */
export type Subject =
  | { readonly about: 'worse' | 'better'; readonly movement: string }
  | { readonly about: 'range'; readonly movement: string; readonly side: Side | null }

export type Askable = {
  readonly subject: Subject
  readonly seconds: number
  /** 0 to 10. */
  readonly discomfort: number
  /** Log-odds of a yes where no source has a say. */
  readonly anyway: number
}

/** Muscles and parts on one side, for which a palpation speaks: entry i is the one of row i, -1 for what is no muscle. */
export type Parts = { readonly count: number; readonly ofRow: Int32Array }

export function partsOf(atlas: Atlas): Parts {
  const known = new Map<string, number>()
  const ofRow = Int32Array.from(atlas.rows, (row) => {
    if (row.kind !== 'trigger-point') return -1
    const key = `${row.muscle} ${row.part} ${row.side}`
    const part = known.get(key) ?? known.size
    known.set(key, part)
    return part
  })
  return { count: known.size, ofRow }
}

/** Which questions a row has a say in: entries rowStart[i] to rowStart[i + 1] of `question` and `nats`. */
export type Asking = {
  readonly parts: Parts
  readonly askables: readonly Askable[]
  readonly rowStart: Uint32Array
  readonly question: Uint16Array
  /** How much likelier, in log-odds, a yes becomes if the row contributes. */
  readonly nats: Float64Array
}

export function askingOf(atlas: Atlas, evidence: EvidenceIndex): Asking {
  const { weights } = evidence
  const askables: Askable[] = []
  const says: { readonly question: number; readonly nats: number }[][] = atlas.rows.map(() => [])
  const add = (askable: Askable, nats: number, links: (known: Clinical, side: Side | null) => boolean) => {
    const rows = atlas.rows.flatMap((row, i) => {
      const known = evidence.clinical.get(row.id)
      return known !== undefined && links(known, row.side) ? [i] : []
    })
    if (rows.length === 0) return
    for (const i of rows) says[i]!.push({ question: askables.length, nats })
    askables.push(askable)
  }
  const cost = (id: string) => ({
    seconds: weights(`step-${id}-seconds`),
    discomfort: weights(`step-${id}-discomfort`),
  })
  for (const about of ['worse', 'better'] as const) {
    const { yes, no } = answerNats(weights, `movement-${about}`)
    const anyway = logit(weights(`movement-${about}-anyway`))
    for (const { id, kind, hasDirections } of evidence.movements.values()) {
      for (const movement of hasDirections ? [`${id}-left`, `${id}-right`] : [id]) {
        const asked = { subject: { about, movement }, anyway, ...cost(kind === 'movement' ? 'move' : 'ask') }
        add(asked, yes - no, (known, side) =>
          known[about === 'worse' ? 'hurtsWith' : 'easesWith'].some((link) => namedBy(link, side).includes(movement)),
        )
      }
    }
  }
  const { yes, no } = answerNats(weights, 'movement-limited')
  const anyway = logit(weights('movement-limited-anyway'))
  for (const { id, hasDirections, isMeasured, isOfLimb } of evidence.movements.values()) {
    if (!isMeasured) continue
    for (const side of hasDirections || isOfLimb ? (['left', 'right'] as const) : [null]) {
      const subject = { about: 'range', movement: id, side } as const
      add({ subject, anyway, ...cost('measure') }, yes - no, (known, rowSide) =>
        known.limits.some((link) => isMeasuredBy(link, rowSide, subject, hasDirections)),
      )
    }
  }
  const rowStart = new Uint32Array(says.length + 1)
  for (const [i, list] of says.entries()) rowStart[i + 1] = rowStart[i]! + list.length
  const flat = says.flat()
  return {
    parts: partsOf(atlas),
    askables,
    rowStart,
    question: Uint16Array.from(flat, ({ question }) => question),
    nats: Float64Array.from(flat, ({ nats }) => nats),
  }
}
