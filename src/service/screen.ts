/** Screens a case: what speaks against treating it, and what to do, in the words of the outside contract. */
import type { Case } from '../core/pain/case.ts'
import { inkOf, type Stroke, verticesUnder } from '../core/pain/drawing.ts'
import { type Paint, qualitiesOf } from '../core/pain/paint.ts'
import type { PainPlace, SafetyAsked } from '../core/safety/asked.ts'
import { screen as screenAsked } from '../core/safety/screen.ts'
import type { Screening } from '../core/safety/screening.ts'
import type { Model } from './model.ts'

export type FlagAnswer = {
  readonly id: string
  readonly because: string
  /** What the person is told to do. */
  readonly say: string
  readonly action: string
  readonly within?: 'now' | 'today' | 'weeks'
}

export type ScreeningAnswer = {
  readonly kind: Screening['kind']
  readonly flags: readonly FlagAnswer[]
  /** Ids of questions that matter for this case and have no answer yet. */
  readonly unanswered: readonly string[]
  /** Whole sentences; only for a referral or an emergency. */
  readonly whatToDo: readonly string[]
}

export type Setting = NonNullable<SafetyAsked['setting']>

/** @param setting  somebody alone, or in a clinician's hands; alone, which is stricter, if nothing is said */
export function screen(model: Model, given: Case, setting: Setting = 'self'): ScreeningAnswer {
  const paint = given.painted === null ? null : inkOf(given.painted.strokes, model.brush()).paint
  return screenPaint(model, given, paint, setting)
}

/** The same for a case whose drawing already lies on the model's body. */
export function screenPaint(
  model: Model,
  given: Case,
  paint: Paint | null,
  setting: Setting = 'self',
): ScreeningAnswer {
  return answerOf(screenAsked(askedOf(model, given, paint, setting), model.knowledge))
}

/** What safety is told of a case. */
export function askedOf(model: Model, given: Case, paint: Paint | null, setting: Setting): SafetyAsked {
  const painted = paint === null ? [] : paintedPlaces(model, paint, given.painted?.strokes ?? [])
  const named = given.pain.filter((place) => place.intensity > 0 && place.share > 0)
  const said = given.history.quality ?? []
  // How the whole pain feels is true of every place: it can raise what needs a quality, and lowers nothing.
  const feels = (place: PainPlace): PainPlace =>
    said.length === 0 ? place : { ...place, quality: [...new Set([...(place.quality ?? []), ...said])] }
  return {
    person: given.person,
    pain: [...named, ...painted].map(feels),
    history: given.history,
    answers: given.answers,
    setting,
  }
}

/**
 * A place counts as hurting if the middle of the brush was led over it, however little of it that covers, or if this
 * share of it is painted. Less than that, without the middle, is the width of a brush that ran beside its border:
 * docs/decisions/012-what-stops-and-what-stands.md.
 */
const hurtsFrom = 0.15

function paintedPlaces(model: Model, paint: Paint, strokes: readonly Stroke[]): PainPlace[] {
  const { places, placeOfVertex, vertexAreaMm2 } = model.body()
  const whole = new Float64Array(places.length)
  const painted = new Float64Array(places.length)
  const worst = new Uint8Array(places.length)
  const bits = new Uint16Array(places.length)
  for (let v = 0; v < placeOfVertex.length; v++) {
    const place = placeOfVertex[v]!
    whole[place]! += vertexAreaMm2[v]!
    if (paint.intensity[v] === 0) continue
    painted[place]! += vertexAreaMm2[v]!
    worst[place] = Math.max(worst[place]!, paint.intensity[v]!)
    bits[place]! |= paint.quality[v]!
  }
  const ledOver = new Set<number>()
  for (const v of verticesUnder(strokes, model.brush())) if (paint.intensity[v] !== 0) ledOver.add(placeOfVertex[v]!)
  return places.flatMap(({ region, side }, place) =>
    ledOver.has(place) || painted[place]! / whole[place]! >= hurtsFrom
      ? [{ region, side, intensity: worst[place]!, quality: qualitiesOf(bits[place]!) }]
      : [],
  )
}

function answerOf(screening: Screening): ScreeningAnswer {
  return {
    kind: screening.kind,
    flags: screening.flags.map(({ id, because, say, action, within }) => ({
      id,
      because,
      say,
      action,
      ...(within === undefined ? {} : { within }),
    })),
    unanswered: screening.unanswered,
    whatToDo: 'whatToDo' in screening ? screening.whatToDo : [],
  }
}
