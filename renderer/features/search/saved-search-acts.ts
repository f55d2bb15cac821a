import type { SavedSearch } from '../../../core/model/saved-search.ts'
import { formatRoute, HOME, type Route } from '../../route.ts'
import type { CommandContext } from '../../commands/command.ts'
import { offerUndo } from '../../commands/offer-undo.ts'
import { requestKey } from '../../data/query-client.ts'

/** What of a view is kept under a name. */
export type SearchView = Pick<Route, 'query' | 'filter' | 'sort'>

/** True where both views find the same articles in the same order. */
export function isSameSearch(left: SearchView, right: SearchView): boolean {
  const textOf = ({ query, filter, sort }: SearchView): string => {
    // An address leaves long lists of ids out, so they are compared by themselves.
    const ids = filter.ids?.join(',') ?? ''
    return `${formatRoute({ ...HOME, query: query.trim(), filter: { ...filter, ids: null }, sort })} ${ids}`
  }
  return textOf(left) === textOf(right)
}

async function refresh({ queryClient }: CommandContext): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: requestKey('searches.list', {}) })
}

/** Keeps a view under a name. */
export async function saveSearch(context: CommandContext, name: string, view: SearchView): Promise<void> {
  const { query, filter, sort } = view
  const saved = await context.connection.request('searches.save', { name, query, filter, sort })
  await refresh(context)
  const { translate, connection } = context
  offerUndo(context, translate('search.savedNow', { name: saved.name }), async () => {
    await connection.request('searches.delete', { id: saved.id })
    await refresh(context)
  })
}

/** Gives a kept search another name. */
export async function renameSearch(context: CommandContext, search: SavedSearch, name: string): Promise<void> {
  if (name === search.name) return
  const { connection, translate } = context
  await connection.request('searches.save', { ...search, name })
  await refresh(context)
  offerUndo(context, translate('search.renamedNow', { name }), async () => {
    await connection.request('searches.save', search)
    await refresh(context)
  })
}

/** Deletes a kept search; the way back brings it with its id. */
export async function deleteSearch(context: CommandContext, search: SavedSearch): Promise<void> {
  const { connection, translate } = context
  await connection.request('searches.delete', { id: search.id })
  await refresh(context)
  offerUndo(context, translate('search.deletedNow', { name: search.name }), async () => {
    await connection.request('searches.save', search)
    await refresh(context)
  })
}

/** Puts a query to the front of the user's history. */
export async function rememberQuery(context: CommandContext, query: string): Promise<void> {
  const history = await context.connection.request('searches.remember', { query })
  context.queryClient.setQueryData(requestKey('searches.history', {}), history)
}

/** Forgets what this user searched for. */
export async function forgetQueries(context: CommandContext): Promise<void> {
  await context.connection.request('searches.forget', {})
  context.queryClient.setQueryData(requestKey('searches.history', {}), [])
}
