/** The addresses of care, each loaded when it is opened. Pages over the body are `wide`; two stand beside it. */
import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { UsePage } from './learn/intended-use.tsx'

export function careRoutes<Root extends AnyRoute>(root: Root) {
  const getParentRoute = () => root
  return [
    createRoute({
      getParentRoute,
      path: '/people',
      component: lazyRouteComponent(() => import('./people.tsx'), 'PeoplePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/alone',
      component: lazyRouteComponent(() => import('./alone/alone-page.tsx'), 'AlonePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/learn',
      component: lazyRouteComponent(() => import('./learn/learn-page.tsx'), 'LearnPage'),
    }),
    createRoute({ getParentRoute, path: '/what-it-is-for', component: UsePage }),
    createRoute({
      getParentRoute,
      path: '/person/$id',
      component: lazyRouteComponent(() => import('./course/course-page.tsx'), 'CoursePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/pain',
      component: lazyRouteComponent(() => import('./intake/pain-page.tsx'), 'PainPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/questions',
      component: lazyRouteComponent(() => import('./intake/questions-page.tsx'), 'QuestionsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/letter',
      component: lazyRouteComponent(() => import('./papers/letter-page.tsx'), 'LetterPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/examine',
      component: lazyRouteComponent(() => import('./examine/examine-page.tsx'), 'ExaminePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/plan',
      component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'PlanPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/session',
      component: lazyRouteComponent(() => import('./session/session-page.tsx'), 'SessionPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/after',
      component: lazyRouteComponent(() => import('./course/after-page.tsx'), 'AfterPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/measure',
      component: lazyRouteComponent(() => import('./course/measure-page.tsx'), 'MeasurePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/note/$session',
      component: lazyRouteComponent(() => import('./papers/note-page.tsx'), 'NotePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/record',
      component: lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/person/$id/home-sheet',
      component: lazyRouteComponent(() => import('./papers/home-sheet-page.tsx'), 'HomeSheetPage'),
    }),
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
