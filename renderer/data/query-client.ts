import { QueryClient } from '@tanstack/react-query'
import type { ArchiveEvent, EventName } from '../../core/contract/archive-events.ts'
import type { IndexState, WorkspaceStatus } from '../../core/contract/results.ts'
import type { RequestName } from '../../core/contract/archive-api.ts'
import type { ArticleId } from '../../core/model/article-id.ts'

/**
 * One cache for every transport. The archive is local: nothing grows stale by itself, nothing is tried again by itself, and
 * `navigator.onLine` says nothing about it.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Key under which the reply of a request is kept. */
export function requestKey(name: RequestName, argument: unknown): readonly [RequestName, unknown] {
  return [name, argument]
}

/** Replies that a change makes stale. */
const STALE_AFTER: Partial<Record<EventName, readonly RequestName[]>> = {
  'archive.changed': [
    'search.run',
    'search.ids',
    'timeline.read',
    'timeline.marks',
    'timeline.compare',
    'timeline.moments',
    'timeline.peaks',
    'timeline.notes',
    'tags.list',
    'tags.trends',
    'tags.page',
    'tags.matrix',
    'tags.preview',
    'tags.ruleMatches',
    'stories.list',
    'stories.silent',
    'archive.summary',
    'workspace.status',
    'articles.trashed',
    'import.runs',
    'import.unfinished',
    'import.rules',
    'import.watch',
    'review.read',
    'tags.suggest',
    'articles.versions',
    'articles.conflicts',
    'acts.kept',
    'stories.read',
  ],
  'tags.changed': [
    'tags.list',
    'tags.problems',
    'tags.preview',
    'tags.suggest',
    'timeline.read',
    'timeline.marks',
    'timeline.compare',
    'timeline.moments',
    'search.run',
    'archive.summary',
  ],
  'settings.changed': ['settings.read'],
}

/** Marks as stale whatever an event changed; what is on the screen is fetched again without moving the user's place. */
export function applyEvent(client: QueryClient, event: ArchiveEvent): void {
  if (event.name === 'workspace.changed') {
    void client.invalidateQueries()
    return
  }
  const names = STALE_AFTER[event.name] ?? []
  void client.invalidateQueries({ predicate: ({ queryKey }) => names.some((name) => name === queryKey[0]) })
  if (event.name === 'archive.changed') invalidateArticles(client, event.value.articles)
  if (event.name === 'search.state') noteIndexState(client, event.value)
}

function noteIndexState(client: QueryClient, index: IndexState): void {
  client.setQueryData<WorkspaceStatus>(requestKey('workspace.status', {}), (status) =>
    status?.archive == null ? status : { ...status, archive: { ...status.archive, index } },
  )
  if (index.state !== 'ready') return
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'search.run' })
}

function invalidateArticles(client: QueryClient, ids: readonly ArticleId[] | null): void {
  if (ids === null) {
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'articles.read' })
    return
  }
  for (const id of ids) void client.invalidateQueries({ queryKey: requestKey('articles.read', { id }) })
}
