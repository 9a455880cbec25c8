/** What follows from a course, worked out once for each state of it. */

import { useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import {
  type Assessed,
  assessCourse,
  type Course,
  firstAndLatestDrawing,
  type Model,
  type RankingAnswer,
  rankCourse,
} from 'unknot'
import { inkOf, type Paint, type Stroke } from '../model.ts'
import type { Workbench } from '../session/workbench.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useCare } from './care-context.tsx'

const paints = new Map<string, Paint>()

/** The newest drawing laid on the body; kept, because laying takes longer than a tap may. */
export function paintOf(workbench: Workbench, course: Course): Paint | null {
  const last = course.drawings.at(-1)
  if (last === undefined || last.drawing.strokes.length === 0) return null
  return laid(workbench, last)
}

/** The drawing with which care began, once a session has been given: whether the pain has spread is asked of it. */
function paintAtStart(workbench: Workbench, course: Course): Paint | null {
  if (!course.sessions.some((one) => one.ended !== null)) return null
  const [first] = firstAndLatestDrawing(course) ?? []
  return first === undefined || first.drawing.strokes.length === 0 ? null : laid(workbench, first)
}

function laid(workbench: Workbench, { id, drawing }: Course['drawings'][number]): Paint {
  const known = paints.get(id)
  if (known !== undefined) return known
  const { paint } = inkOf(drawing.strokes, workbench.brush)
  paints.set(id, paint)
  for (const old of [...paints.keys()].slice(0, -12)) paints.delete(old)
  return paint
}

/** The full form before the first session and every 28 days, the short one before each other session. */
export function formOf(course: Course): 'full' | 'short' {
  if (course.screen !== null && course.screen.decided === null) return course.screen.form
  return course.lastFullScreenMs === null ? 'full' : (course.screen?.form ?? 'full')
}

/** What of a course enters a screen. Not the sessions themselves: they change with every tap of one that is running. */
function screened(course: Course): readonly unknown[] {
  const { person, drawings, answers, places, history, screen, lastFullScreenMs } = course
  const { conditions, stops, clearances, measures, sessions } = course
  const isBegun = sessions.some((one) => one.ended !== null)
  return [
    person,
    drawings,
    answers,
    places,
    history,
    screen,
    lastFullScreenMs,
    conditions,
    stops,
    clearances,
    measures,
    isBegun,
  ]
}

/** What of a course enters a ranking. */
function ranked({ drawings, findings, history, answers, measures, person }: Course): readonly unknown[] {
  return [drawings, findings, history, answers, measures, person]
}

export function useAssessed(course: Course): Assessed {
  const workbench = useWorkbench()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of a course enter a screen
  return useMemo(
    () =>
      assessCourse(
        workbench.model.inner,
        course,
        paintOf(workbench, course),
        formOf(course),
        paintAtStart(workbench, course),
      ),
    [workbench, ...screened(course)],
  )
}

export type CourseRanking = RankingAnswer & { readonly unexplainedByPatch: Float64Array }

/** The ranking with what was answered and felt; it is put on the body as well. */
export function useCourseRanking(course: Course): CourseRanking {
  const workbench = useWorkbench()
  const hasDrawing = course.drawings.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of a course enter a ranking
  const ranking = useMemo(
    () => rankCourse(workbench.model.inner, course, paintOf(workbench, course)),
    [workbench, ...ranked(course)],
  )
  useEffect(() => {
    if (hasDrawing) workbench.answer.set({ ranking })
  }, [workbench, ranking, hasDrawing])
  return ranking
}

let nobodys: readonly Stroke[] | null = null

/** While a page of somebody is open, the body shows their drawing; afterwards that of nobody again. */
export function useBodyOwner(): void {
  const workbench = useWorkbench()
  const care = useCare()
  const owner = useRouterState({ select: (state) => state.location.pathname.match(/^\/person\/([^/]+)/)?.[1] ?? null })
  useEffect(() => {
    if (owner === null) {
      if (nobodys !== null) workbench.replace(nobodys, null)
      nobodys = null
      return
    }
    nobodys ??= workbench.strokes()
    const course = care.state.get().courses.find((one) => one.person.id === owner)
    workbench.replace(course?.drawings.at(-1)?.drawing.strokes ?? [], owner)
  }, [workbench, care, owner])
}

export type { Assessed, Course, Model }
