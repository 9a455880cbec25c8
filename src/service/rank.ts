/** Ranks a case and screens it, in the words of the outside contract (`unknot.ranking/1`). */
import type { Case } from '../core/pain/case.ts'
import { inkOf } from '../core/pain/drawing.ts'
import type { Paint } from '../core/pain/paint.ts'
import { type Effort, painting } from '../core/ranking/parameters.ts'
import {
  type Palpation,
  type Pattern,
  type RankedPlace,
  type RankedSource,
  rankCase,
  type Trace,
} from '../core/ranking/rank.ts'
import type { Model } from './model.ts'
import { type ScreeningAnswer, type Setting, screenPaint } from './screen.ts'
import { type StepAnswer, stepAnswer } from './step-words.ts'

export type SourceAnswer = RankedSource & {
  /** What people call it, without side: "Upper trapezius", "C2-3 facet joint". */
  readonly name: string
}

export type RankingAnswer = {
  readonly schema: 'unknot.ranking/1'
  readonly edition: { readonly knowledge: string; readonly model: string }
  readonly screening: ScreeningAnswer
  readonly sources: readonly SourceAnswer[]
  readonly unexplained: number
  readonly pattern: Pattern
  /** Palpations, those that tell most first. */
  readonly next: readonly Palpation[]
  /** What is worth doing next of everything: pressing, asking, measuring; most bits a minute first. */
  readonly steps: readonly StepAnswer[]
}

/** Ranks a case whose drawing, if it has one, is still strokes. */
export function rank(model: Model, given: Case, effort: Effort = painting): RankingAnswer {
  const paint = given.painted === null ? null : inkOf(given.painted.strokes, model.brush()).paint
  return rankPaint(model, given, paint, effort).answer
}

export type Asked = {
  /** In the clinic the questions to the therapist are asked too; somebody alone is asked if nothing is said. */
  readonly setting?: Setting
  /** Keys of steps that were put aside and are not offered again. */
  readonly skipped?: ReadonlySet<string>
}

const noneSkipped: ReadonlySet<string> = new Set()

/**
 * Ranks a case whose drawing already lies on the model's body: what an app calls while somebody paints.
 *
 * @param paint  one value a vertex of `model.body()`, or null where nothing is painted
 * @param earlier  the trace of the ranking before the last stroke, for the same `given`: then only the stroke is scored
 * @param asked    who asks, and what was put aside
 * @returns the answer, which share of each patch's paint nothing explains, and the trace for the next stroke
 */
export function rankPaint(
  model: Model,
  given: Case,
  paint: Paint | null,
  effort: Effort = painting,
  earlier: Trace | null = null,
  { setting = 'self', skipped = noneSkipped }: Asked = {},
): { readonly answer: RankingAnswer; readonly unexplainedByPatch: Float64Array; readonly trace: Trace } {
  const painted = paint === null ? null : { surface: model.body(), paint }
  const screening = screenPaint(model, given, paint)
  const mattering = setting === 'self' ? screening : screenPaint(model, given, paint, setting)
  const may = { questions: new Set(mattering.unanswered), skipped }
  const { ranked, trace } = rankCase(model.ranking, given, painted, effort, earlier, may)
  const answer: RankingAnswer = {
    schema: 'unknot.ranking/1',
    edition: { knowledge: model.edition.knowledge, model: model.edition.model },
    screening,
    sources: ranked.sources.map((source) => sourceAnswer(source, model.names.get(source.id) ?? source.id)),
    unexplained: round(ranked.unexplained),
    pattern: ranked.pattern,
    next: ranked.next.map((step) => ({
      ...step,
      gainBits: round(step.gainBits),
      gainPerMinute: round(step.gainPerMinute),
    })),
    steps: ranked.steps.map((step) => stepAnswer(model, step)),
  }
  return { answer, unexplainedByPatch: ranked.unexplainedByPatch, trace }
}

/** Written out key by key: hundreds of these are made for every stroke, and spreading them takes three times as long. */
function sourceAnswer(source: RankedSource, name: string): SourceAnswer {
  return {
    id: source.id,
    kind: source.kind,
    muscle: source.muscle,
    part: source.part,
    side: source.side,
    probability: round(source.probability),
    explains: round(source.explains),
    because: source.because.map(roundedPlace),
    blank: source.blank.map(roundedPlace),
    confusedWith: source.confusedWith,
    satelliteOf: source.satelliteOf,
    name,
  }
}

function roundedPlace({ region, side, weight }: RankedPlace): RankedPlace {
  return { region, side, weight: round(weight) }
}

/** Five digits: more would only pretend. */
function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
