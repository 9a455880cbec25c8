import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { careRoutes } from './care/routes.tsx'
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
const about = createRoute({ getParentRoute: () => root, path: '/about', component: AboutPage })

export const router = createRouter({
  routeTree: root.addChildren([home, muscle, source, about, ...careRoutes(root)]),
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
