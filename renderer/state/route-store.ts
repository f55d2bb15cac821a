import { create } from 'zustand'
import { NO_FILTER, type ArticleFilter } from '../../core/model/article-filter.ts'
import { formatRoute, HOME, parseRoute, type Route } from '../route.ts'

interface RouteState {
  readonly route: Route
  /** True while the search box is being typed in: the last word then also matches as a beginning. */
  readonly typing: boolean
}

/** The current route. Change it by `navigate` only. */
export const useRouteStore = create<RouteState>(() => ({ route: HOME, typing: false }))

/** The current route, for components. */
export function useRoute(): Route {
  return useRouteStore((state) => state.route)
}

/** The current route, for commands. */
export function currentRoute(): Route {
  return useRouteStore.getState().route
}

/** How a change of the route is kept: as a new entry of the history, or in place of the present one. */
export interface NavigateOptions {
  readonly replace?: boolean
  readonly typing?: boolean
}

/** Goes to another view. What is left out of `change` stays as it is. */
export function navigate(change: Partial<Route>, { replace = false, typing = false }: NavigateOptions = {}): void {
  const route: Route = { ...currentRoute(), ...change }
  useRouteStore.setState({ route, typing })
  const hash = formatRoute(route)
  if (hash === window.location.hash) return
  if (replace) window.history.replaceState(null, '', hash)
  else window.history.pushState(null, '', hash)
}

/** Changes some fields of the shared filter. The article in the reader stays open. */
export function changeFilter(change: Partial<ArticleFilter>, options?: NavigateOptions): void {
  navigate({ filter: { ...currentRoute().filter, ...change } }, options)
}

/** True where a filter lets every article through. */
export function isFilterEmpty(filter: ArticleFilter): boolean {
  return (
    filter.from === NO_FILTER.from &&
    filter.to === NO_FILTER.to &&
    filter.languages.length + filter.kinds.length + filter.outlets.length + filter.tags.length === 0 &&
    !filter.doubtful &&
    !filter.undated &&
    filter.oneStory !== true &&
    filter.ids === null
  )
}

/** Follows the browser's back and forward. Returns the function that stops it. */
export function followHash(): () => void {
  const read = (): void => {
    useRouteStore.setState({ route: parseRoute(window.location.hash), typing: false })
  }
  read()
  window.addEventListener('popstate', read)
  window.addEventListener('hashchange', read)
  return () => {
    window.removeEventListener('popstate', read)
    window.removeEventListener('hashchange', read)
  }
}
