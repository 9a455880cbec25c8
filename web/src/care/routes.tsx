/** The addresses of care. Pages over the body are `wide`; the two that need it stand beside it. */
import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { AlonePage } from './alone/alone-page.tsx'
import { AfterPage } from './course/after-page.tsx'
import { CoursePage } from './course/course-page.tsx'
import { MeasurePage } from './course/measure-page.tsx'
import { ExaminePage } from './examine/examine-page.tsx'
import { PainPage } from './intake/pain-page.tsx'
import { QuestionsPage } from './intake/questions-page.tsx'
import { UsePage } from './learn/intended-use.tsx'
import { LearnPage } from './learn/learn-page.tsx'
import { HomeSheetPage } from './papers/home-sheet-page.tsx'
import { LetterPage } from './papers/letter-page.tsx'
import { NotePage } from './papers/note-page.tsx'
import { PeoplePage } from './people.tsx'
import { PlanPage } from './plan/plan-page.tsx'
import { SessionPage } from './session/session-page.tsx'

export function careRoutes<Root extends AnyRoute>(root: Root) {
  const getParentRoute = () => root
  return [
    createRoute({ getParentRoute, path: '/people', component: PeoplePage }),
    createRoute({ getParentRoute, path: '/alone', component: AlonePage }),
    createRoute({ getParentRoute, path: '/learn', component: LearnPage }),
    createRoute({ getParentRoute, path: '/what-it-is-for', component: UsePage }),
    createRoute({ getParentRoute, path: '/person/$id', component: CoursePage }),
    createRoute({ getParentRoute, path: '/person/$id/pain', component: PainPage }),
    createRoute({ getParentRoute, path: '/person/$id/questions', component: QuestionsPage }),
    createRoute({ getParentRoute, path: '/person/$id/letter', component: LetterPage }),
    createRoute({ getParentRoute, path: '/person/$id/examine', component: ExaminePage }),
    createRoute({ getParentRoute, path: '/person/$id/plan', component: PlanPage }),
    createRoute({ getParentRoute, path: '/person/$id/session', component: SessionPage }),
    createRoute({ getParentRoute, path: '/person/$id/after', component: AfterPage }),
    createRoute({ getParentRoute, path: '/person/$id/measure', component: MeasurePage }),
    createRoute({ getParentRoute, path: '/person/$id/note/$session', component: NotePage }),
    createRoute({ getParentRoute, path: '/person/$id/home-sheet', component: HomeSheetPage }),
  ] as const
}

const besideBody = /^\/person\/[^/]+\/(pain|examine)$/
const overBody = /^\/(people|alone|learn|what-it-is-for|person\/)/

/** Whether a page needs the whole width and not the body. */
export function isWide(path: string): boolean {
  return overBody.test(path) && !besideBody.test(path)
}

/** Pages on which somebody's care is recorded: the statement of intended use is read before. */
export function isCare(path: string): boolean {
  return /^\/(people|alone|person\/)/.test(path)
}
