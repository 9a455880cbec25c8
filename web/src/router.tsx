import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { careRoutes } from './care/routes.tsx'
import { FindPage } from './find/find-page.tsx'
import { AboutPage } from './pages/about.tsx'
import { MusclePage } from './pages/muscle.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { SourcePage } from './pages/source.tsx'
import { RankingPage } from './ranking/ranking-page.tsx'
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
  component: MusclePage,
})
const source = createRoute({
  getParentRoute: () => root,
  path: '/source/$id',
  validateSearch: sideSearch,
  component: SourcePage,
})
const find = createRoute({
  getParentRoute: () => root,
  path: '/find',
  validateSearch: findSearch,
  component: FindPage,
})
const about = createRoute({ getParentRoute: () => root, path: '/about', component: AboutPage })

export const router = createRouter({
  routeTree: root.addChildren([home, muscle, source, find, about, ...careRoutes(root)]),
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
