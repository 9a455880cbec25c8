import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { careRoutes } from './care/routes.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { RankingPage } from './ranking/ranking-page.tsx'
import { startRipple } from './ripple/client.ts'
import { rippleSearch } from './ripple/search.ts'
import { Shell } from './shell/shell.tsx'

export type SideSearch = { readonly side?: 'left' | 'right' }

/** Which side a page shows: `?side=right`. Anything else is as if nothing was said. */
function sideSearch(search: Record<string, unknown>): SideSearch {
  return search.side === 'left' || search.side === 'right' ? { side: search.side } : {}
}

type FindSearch = SideSearch & { readonly q?: string; readonly region?: string }

/** What was looked for: `?q=traps`, or the place that hurts: `?region=temple&side=right`. */
function findSearch(search: Record<string, unknown>): FindSearch {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  const [q, region] = [text(search.q), text(search.region)]
  return { ...sideSearch(search), ...(q === '' ? {} : { q }), ...(region === '' ? {} : { region }) }
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })
const home = createRoute({ getParentRoute: () => root, path: '/', component: RankingPage })
const muscle = createRoute({
  getParentRoute: () => root,
  path: '/muscle/$id',
  validateSearch: sideSearch,
  component: lazyRouteComponent(() => import('./pages/muscle.tsx'), 'MusclePage'),
})
const source = createRoute({
  getParentRoute: () => root,
  path: '/source/$id',
  validateSearch: sideSearch,
  component: lazyRouteComponent(() => import('./pages/source.tsx'), 'SourcePage'),
})
const find = createRoute({
  getParentRoute: () => root,
  path: '/find',
  validateSearch: findSearch,
  component: lazyRouteComponent(() => import('./find/find-page.tsx'), 'FindPage'),
})
const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('./pages/about.tsx'), 'AboutPage'),
})

const ripple = createRoute({
  getParentRoute: () => root,
  path: '/ripple',
  validateSearch: rippleSearch,
  component: lazyRouteComponent(() => {
    startRipple()
    return import('./ripple/ripple-page.tsx')
  }, 'RipplePage'),
})

export const router = createRouter({
  routeTree: root.addChildren([home, muscle, source, find, about, ripple, ...careRoutes(root)]),
  // a page's code comes when a finger or pointer nears its link
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
