/** Ranks a case and screens it, in the words of the outside contract (`unknot.ranking/1`). */
import type { Case } from '../core/pain/case.ts'
import { inkOf } from '../core/pain/drawing.ts'
import { type Effort, painting } from '../core/ranking/parameters.ts'
import { type NextStep, type Pattern, type Ranked, type RankedSource, rankCase } from '../core/ranking/rank.ts'
import type { Model } from './model.ts'
import { type ScreeningAnswer, screenCase } from './screen.ts'

export type SourceAnswer = RankedSource & {
  /** What people call it: "Upper trapezius", "C2-3 facet joint". */
  readonly name: string
}

export type RankingAnswer = {
  readonly schema: 'unknot.ranking/1'
  readonly edition: { readonly knowledge: string; readonly model: string }
  readonly screening: ScreeningAnswer
  readonly sources: readonly SourceAnswer[]
  readonly unexplained: number
  readonly pattern: Pattern
  readonly next: readonly NextStep[]
}

/** Everything the search knows, for a program that shows it. */
export function rankFully(model: Model, given: Case, effort: Effort = painting): Ranked {
  const painted = given.painted === null ? null : { surface: model.body(), paint: inkOf(given.painted.strokes, model.brush()).paint }
  return rankCase(model.ranking, given, painted, effort)
}

export function rank(model: Model, given: Case, effort: Effort = painting): RankingAnswer {
  const ranked = rankFully(model, given, effort)
  const { knowledge, model: modelEdition } = model.edition
  return {
    schema: 'unknot.ranking/1',
    edition: { knowledge, model: modelEdition },
    screening: screenCase(model, given),
    sources: ranked.sources.map((source) => ({ ...rounded(source), name: nameOf(model, source) })),
    unexplained: round(ranked.unexplained),
    pattern: ranked.pattern,
    next: ranked.next.map((step) => ({ ...step, gainBits: round(step.gainBits) })),
  }
}

/** "Trapezius, upper part" or "C2-3 facet joint", without side. */
export function nameOf(model: Model, source: Pick<RankedSource, 'id' | 'muscle' | 'part'>): string {
  return model.names.get(source.id) ?? source.id
}

function rounded(source: RankedSource): RankedSource {
  return {
    ...source,
    probability: round(source.probability),
    explains: round(source.explains),
    because: source.because.map((place) => ({ ...place, weight: round(place.weight) })),
    blank: source.blank.map((place) => ({ ...place, weight: round(place.weight) })),
  }
}

/** Five digits: more would only pretend. */
function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
