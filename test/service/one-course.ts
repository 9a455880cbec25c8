/** Builders for care at the level of the service: somebody's events, answered as a person would, to what follows. */
import { type Course, courseOf } from '../../src/core/care/course.ts'
import type { Body } from '../../src/core/care/event.ts'
import type { Answer } from '../../src/core/pain/case.ts'
import { drawingSchema, inkOf, type Stroke } from '../../src/core/pain/drawing.ts'
import type { Paint } from '../../src/core/pain/paint.ts'
import { type Assessed, assessCourse } from '../../src/service/care-case.ts'
import { story } from '../care/story.ts'
import { model } from '../reference/one-model.ts'

export type Drawn = readonly (readonly [region: string, side: 'left' | 'right' | null, ...quality: 'numb'[]])[]

export type Somebody = {
  readonly setting?: 'self' | 'clinic'
  readonly ageYears?: number
  readonly sex?: 'female' | 'male'
  readonly drawn: Drawn
  readonly history?: Extract<Body, { kind: 'history-told' }>['history']
  readonly yes?: readonly string[]
  readonly unsure?: readonly string[]
  readonly ticked?: readonly string[]
  readonly more?: readonly Body[]
}

export function strokesOf(drawn: Drawn): readonly Stroke[] {
  return drawn.map(([region, side, ...quality]) => ({ region, side, intensity: 6, quality }))
}

export function paintOf(course: Course): Paint | null {
  const last = course.drawings.at(-1)
  return last === undefined ? null : inkOf(last.drawing.strokes, model.brush()).paint
}

export const answered = (question: string, answer: Answer): Body => ({ kind: 'answered', question, version: 1, answer })

/** What somebody told, before any other question was asked. */
export function toldBy(who: Somebody): readonly Body[] {
  return [
    { kind: 'person-added', name: 'Somebody', setting: who.setting ?? 'clinic', ageYears: who.ageYears, sex: who.sex },
    {
      kind: 'drawing-saved',
      drawing: { schema: drawingSchema, body: model.body().edition, strokes: strokesOf(who.drawn) },
    },
    { kind: 'history-told', history: { onset: 'gradual', durationDays: 40, ...who.history } },
    ...(who.ticked ?? []).map((record): Body => ({ kind: 'condition-told', record, holds: true })),
    ...(who.yes ?? []).map((question) => answered(question, 'yes')),
    ...(who.unsure ?? []).map((question) => answered(question, 'unsure')),
    ...(who.more ?? []),
  ]
}

/** What was told, with "no" to every question that then still matters and is open. */
export function courseOfSomebody(who: Somebody): { readonly course: Course; readonly assessed: Assessed } {
  return noToTheRest(toldBy(who))
}

/** The same for events that are there already. */
export function noToTheRest(told: readonly Body[], form: 'full' | 'short' = 'full') {
  let bodies = told
  for (;;) {
    const course = courseOf(story('p1', bodies), 'p1')!
    const assessed = assessCourse(model, course, paintOf(course), form)
    const open = assessed.questions.filter(({ id }) => assessed.asked.answers?.[id] === undefined)
    if (open.length === 0) return { course, assessed, bodies }
    bodies = [...bodies, ...open.map(({ id }) => answered(id, 'no'))]
  }
}
