import { fileURLToPath } from 'node:url'
import type { Catalog } from '../../core/archive/catalog/catalog.ts'
import { AppError } from '../../core/contract/app-error.ts'
import { REQUEST_BY_NAME, type RequestHandlers, type RequestName } from '../../core/contract/archive-api.ts'
import { createDispatch } from '../../core/contract/dispatch.ts'
import { createEventHub } from '../../core/contract/event-hub.ts'
import type { HostCore } from '../../core/contract/host-core.ts'
import type { ArticleFilter } from '../../core/model/article-filter.ts'
import type { TimelineNote } from '../../core/model/moments.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings.ts'
import type { Tag } from '../../core/model/tag.ts'
import { createTimelineHandlers } from '../../core/timeline/handlers.ts'
import { startWebServer, type WebServer } from '../../web/server.ts'

/** A catalog in memory served as if it were an archive. */
export interface CatalogHostOptions {
  readonly catalog: Catalog
  readonly tags: readonly Tag[]
  readonly name: string
  readonly settings: Partial<Settings>
  readonly notes?: readonly TimelineNote[]
}

/**
 * Serves the built interface over real HTTP, with the real timeline over a catalog that was never written to a disk: no
 * archive of 100,000 files has to be made to see how quick the screen is. Searches know filters only, no words.
 */
export function startCatalogHost(options: CatalogHostOptions): Promise<WebServer> {
  return startWebServer({
    core: createCore(options),
    interfaceFolder: fileURLToPath(new URL('../../dist/renderer/', import.meta.url)),
    port: 0,
    clock: Date.now,
    idleTime: 3_600_000,
    onIdle: () => undefined,
    reportBug: (where, error) => {
      throw new Error(`The host failed at ${where}`, { cause: error })
    },
  })
}

function createCore(options: CatalogHostOptions): HostCore {
  const hub = createEventHub((error) => {
    throw error
  })
  const absent = (): never => {
    throw new AppError('not-found', 'The bench has no files.')
  }
  const handlers = handlersOf(options)
  return {
    dispatch: createDispatch(handlers, (name, error) => {
      throw new Error(`Request ${name}`, { cause: error })
    }),
    client: absent,
    subscribe: hub.subscribe,
    intake: { addBytes: absent, addPath: absent },
    documents: { open: absent, copyTo: absent },
    attachments: { open: absent },
    close: () => Promise.resolve(),
  }
}

function handlersOf({ catalog, tags, name, settings, notes = [] }: CatalogHostOptions): RequestHandlers {
  const present: Settings = { ...DEFAULT_SETTINGS, ...settings }
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const counts = new Map(catalog.facets(catalog.columns.live).tags.map(({ value, count }) => [value, count]))
  const rowsOf = (filter: ArticleFilter) => catalog.filter(filter)
  const summary = {
    id: '00000000-0000-4000-8000-000000000000',
    name,
    path: '/archive',
    language: present.language,
    articles: catalog.size,
    trashed: 0,
    doubtful: 0,
    unreadable: [],
    index: { state: 'ready', indexed: catalog.size, total: catalog.size },
    readOnly: null,
  } as const
  const known: Partial<RequestHandlers> = {
    'workspace.status': () => Promise.resolve({ archive: summary, recent: [], proposedFolder: '/archive' }),
    'archive.summary': () => Promise.resolve(summary),
    'settings.read': () => Promise.resolve(present),
    'tags.list': () =>
      Promise.resolve(tags.map((tag) => ({ ...tag, count: counts.get(tag.id) ?? 0, first: null, last: null }))),
    'search.run': ({ filter, facets }) => {
      const rows = rowsOf(filter)
      const total = rows.reduce((sum, flag) => sum + flag, 0)
      return Promise.resolve({ total, tookMs: 0, hits: [], facets: facets ? catalog.facets(rows) : null, notices: [] })
    },
    ...createTimelineHandlers({
      catalog,
      matchingRows: (_, filter) => Promise.resolve(rowsOf(filter)),
      tagOf: (id) => byId.get(id),
      language: () => Promise.resolve(present.language),
      files: {
        readFile: () => Promise.resolve(null),
        saveFile: () => Promise.reject(new AppError('read-only', 'The bench saves nothing.')),
      },
      keepFile: () => Promise.reject(new AppError('read-only', 'The bench saves nothing.')),
    }),
    'timeline.notes': () => Promise.resolve(notes),
  }
  // Lists that the screens around the timeline ask for are empty here.
  const empty = (): Promise<readonly never[]> => Promise.resolve([])
  const names = [...REQUEST_BY_NAME.keys()] as RequestName[]
  // Each name has either its own handler or the empty list.
  return Object.fromEntries(names.map((key) => [key, known[key] ?? empty])) as unknown as RequestHandlers
}
