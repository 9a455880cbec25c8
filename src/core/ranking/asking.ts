/**
 * What can be asked or measured, what it costs, and which sources an answer can speak of.
 *
 * Built from the same links and rules as the evidence itself (`evidence.ts`); what an answer then says depends on the
 * case and is worked out in `saying.ts`.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { factors } from '../pain/case.ts'
import { qualities } from '../pain/paint.ts'
import type { Side } from '../units.ts'
import { answersTo, feelings, type Subject } from './answers.ts'
import type { Atlas } from './atlas.ts'
import { type Clinical, type EvidenceIndex, isMeasuredBy, namedBy } from './evidence.ts'
import type { EvidenceRule } from './evidence-rules.ts'

export type Askable = {
  readonly subject: Subject
  /** What a person can answer (`answersTo`), and the log of how often where no source has a say. */
  readonly answers: readonly string[]
  readonly anyway: Float64Array
  readonly seconds: number
  /** 0 to 10. */
  readonly discomfort: number
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

/** Which questions a row has a say in: entries rowStart[i] to rowStart[i + 1] of `question`. */
export type Asking = {
  readonly parts: Parts
  readonly askables: readonly Askable[]
  readonly rowStart: Uint32Array
  readonly question: Uint16Array
}

/** What asking needs to know of a question of the screen. */
export type ScreenQuestion = Pick<Knowledge['questions'][number], 'id' | 'asks'>

export function askingOf(atlas: Atlas, evidence: EvidenceIndex, questions: readonly ScreenQuestion[] = []): Asking {
  const { weights } = evidence
  const askables: Askable[] = []
  const links: number[][] = atlas.rows.map(() => [])
  const cost = (id: string) => ({
    seconds: weights(`step-${id}-seconds`),
    discomfort: weights(`step-${id}-discomfort`),
  })
  const add = (
    subject: Subject,
    shares: readonly number[],
    costs: ReturnType<typeof cost>,
    rows: readonly number[],
  ) => {
    if (rows.length === 0) return
    for (const i of rows) links[i]!.push(askables.length)
    askables.push({ subject, answers: answersTo(subject), anyway: Float64Array.from(shares, Math.log), ...costs })
  }
  const rowsWhere = (test: (known: Clinical, side: Side | null) => boolean) =>
    atlas.rows.flatMap((row, i) => {
      const known = evidence.clinical.get(row.id)
      return known !== undefined && test(known, row.side) ? [i] : []
    })
  const rowsUnder = (rules: readonly EvidenceRule[]) =>
    atlas.rows.flatMap((row, i) =>
      rules.some(({ kinds, ids }) => kinds.has(row.sourceKind) || ids.has(row.id)) ? [i] : [],
    )
  const yesNo = (share: number) => [share, 1 - share]

  for (const about of ['worse', 'better'] as const) {
    const shares = yesNo(weights(`movement-${about}-anyway`))
    for (const { id, kind, hasDirections } of evidence.movements.values()) {
      for (const movement of hasDirections ? [`${id}-left`, `${id}-right`] : [id]) {
        const rows = rowsWhere((known, side) =>
          known[about === 'worse' ? 'hurtsWith' : 'easesWith'].some((link) => namedBy(link, side).includes(movement)),
        )
        add({ about, movement }, shares, cost(kind === 'movement' ? 'move' : 'ask'), rows)
      }
    }
  }
  for (const { id, hasDirections, isMeasured, isOfLimb } of evidence.movements.values()) {
    if (!isMeasured) continue
    for (const side of hasDirections || isOfLimb ? (['left', 'right'] as const) : [null]) {
      const subject = { about: 'range', movement: id, side } as const
      const rows = rowsWhere((known, rowSide) =>
        known.limits.some((link) => isMeasuredBy(link, rowSide, subject, hasDirections)),
      )
      add(subject, yesNo(weights('movement-limited-anyway')), cost('measure'), rows)
    }
  }
  for (const factor of factors) {
    const rows = rowsWhere((known) => known.causes.includes(factor))
    add({ about: 'factor', factor }, yesNo(weights('factor-match-anyway')), cost('ask'), rows)
  }
  for (const { id: question, asks } of questions) {
    const rules = evidence.rules.filter(({ given }) => 'answer' in given && given.answer.question === question)
    const shares = yesNo(shareOfYes(rules) ?? weights('answer-anyway'))
    add({ about: 'answer', question }, shares, cost(asks === 'person' ? 'ask' : 'test'), rowsUnder(rules))
  }
  const startRules = evidence.rules.filter(({ given }) => 'onset' in given)
  const startShares = answersTo({ about: 'onset' }).map((answer) => weights(`onset-${answer}-anyway`))
  add({ about: 'onset' }, startShares, cost('ask'), rowsUnder(startRules))
  const lengthRules = evidence.rules.filter(({ given }) => 'durationDaysFrom' in given || 'durationDaysBelow' in given)
  const lengthShares = answersTo({ about: 'duration' }).map((answer) => weights(`duration-${answer}-anyway`))
  add({ about: 'duration' }, lengthShares, cost('ask'), rowsUnder(lengthRules))
  // How it feels speaks of whole sets (`said-quality.ts`): no row has a say of its own.
  const feelingShares = Object.values(feelings).map((group) => group.length / qualities.length)
  askables.push({
    subject: { about: 'quality' },
    answers: Object.keys(feelings),
    anyway: Float64Array.from(feelingShares, Math.log),
    ...cost('ask'),
  })
  const rowStart = new Uint32Array(links.length + 1)
  for (const [i, list] of links.entries()) rowStart[i + 1] = rowStart[i]! + list.length
  return { parts: partsOf(atlas), askables, rowStart, question: Uint16Array.from(links.flat()) }
}

/** Where both a yes and a no are weighed, the share of yes that evens them out; null where only one is. */
function shareOfYes(rules: readonly EvidenceRule[]): number | null {
  const ratio = (is: 'yes' | 'no', like: EvidenceRule | undefined) =>
    rules.find(
      (rule) => 'answer' in rule.given && rule.given.answer.is === is && (like === undefined || overlaps(rule, like)),
    )
  const no = ratio('no', undefined)
  const yes = no === undefined ? undefined : ratio('yes', no)
  if (no === undefined || yes === undefined) return null
  const [up, down] = [Math.exp(yes.nats), Math.exp(no.nats)]
  return (1 - down) / (up - down)
}

function overlaps(a: EvidenceRule, b: EvidenceRule): boolean {
  return [...a.kinds].some((kind) => b.kinds.has(kind)) || [...a.ids].some((id) => b.ids.has(id))
}
