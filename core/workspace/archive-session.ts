import { join } from 'node:path'
import { LOCAL_WATCH } from '../archive/keep-watch.ts'
import { openArchive, type OpenArchive } from '../archive/open-archive.ts'
import type { EmitEvent } from '../contract/event-hub.ts'
import type { Log } from '../contract/log.ts'
import type { ArchiveSummary } from '../contract/results.ts'
import { createDocuments, type Documents } from '../documents/create-documents.ts'
import type { Tag, TagId } from '../model/tag.ts'
import { createSearchService } from '../search/search-service.ts'
import { createRuleFollower, type RuleFollower } from '../tags/follow-rules.ts'
import { createRegistryRestorer } from '../tags/restore-registry.ts'
import { openTagStore, TAGS_FILE, type TagStore } from '../tags/tag-store.ts'
import { createIndexFeed, indexableTexts } from './index-feed.ts'
import { createImports } from './create-imports.ts'
import { createCatchUp, createFinder, createHandlers, summaryOf } from './session-handlers.ts'
import type { Services, SessionHandlers, SessionOptions } from './session-services.ts'

export interface ArchiveSession {
  readonly archive: OpenArchive
  readonly documents: Documents
  readonly handlers: SessionHandlers
  summary(): Promise<ArchiveSummary>
  close(): Promise<void>
}

/** More changed articles than this are not named one by one in an event. */
const MOST_NAMED = 1_000

/**
 * Opens an archive with all its services.
 *
 * @throws AppError `no-archive`, `archive-damaged`, `archive-offline`, `archive-busy`
 */
export async function openSession(options: SessionOptions): Promise<ArchiveSession> {
  const { clock, log, cacheFolder, privateFolder } = options
  // The registry opens after the archive; looks at the folder before that find nothing to take in.
  let takeTagsIn = (): Promise<void> => Promise.resolve()
  const archive = await openArchive({
    onLook: () => takeTagsIn(),
    folder: options.folder,
    cacheFolder,
    privateFolder,
    clock,
    log,
    // A program that asks once and ends takes changes in when it opens the archive.
    ...(options.waitForIndex ? {} : { watch: LOCAL_WATCH }),
  })
  try {
    const tags = await openTagStore(archive)
    takeTagsIn = () => tags.reload()
    archive.acts.restoreFilesWith(TAGS_FILE, createRegistryRestorer(tags))
    return joinServices(archive, tags, options)
  } catch (error) {
    // Nobody else would ever let go of the folder.
    await archive.close()
    throw error
  }
}

function joinServices(archive: OpenArchive, tags: TagStore, options: SessionOptions): ArchiveSession {
  const { clock, log, emit, cacheFolder, privateFolder } = options
  const search = createSearchService({
    catalog: archive.catalog,
    texts: (ids) => indexableTexts(archive, ids),
    cacheFolder,
    archiveId: archive.info.id,
    tagNames: () => namesOfTags(tags.list()),
    clock,
    log,
    onState: (state) => emit('search.state', state),
  })
  const imports = createImports({ archive, tags, documents: () => documents }, options)
  const feed = createIndexFeed(archive, search, log, () => emit('search.state', search.state()))
  const found = createFinder({ archive, tags, search, feed, documents: () => documents }, options)
  const documents: Documents = createDocuments({
    readArticle: (id) => archive.readArticle(id),
    readAttachment: async (id, name) => (await archive.readAttachment(id, name)).bytes,
    summaryOf: (id) => archive.catalog.summaryOf(id),
    findArticles: (selection) => found['search.ids']({ ...selection, typing: false }),
    readTimeline: found['timeline.read'],
    readTagPage: (argument) => given['tags.page'](argument),
    readTagMatrix: (argument) => given['tags.matrix'](argument),
    tagOf: (id) => tags.get(id),
    allTags: () => tags.list(),
    archiveName: () => archive.info.name,
    templateFolder: () => join(archive.path, 'templates'),
    settings: () => options.settings.read(),
    now: () => clock().getTime(),
    workFolder: join(privateFolder, 'documents'),
  })
  const services: Services = { archive, tags, search, feed, documents, ...imports }
  const given: SessionHandlers = { ...found, ...createHandlers(services, options) }
  const rules = createRuleFollower({
    handlers: given,
    summaryOf: (id) => archive.catalog.summaryOf(id),
    upToDate: createCatchUp(services, options.waitForIndex),
    log,
    since: clock().getTime(),
  })
  const handlers: SessionHandlers = { ...given, ...rules.handlers }
  const stopTelling = tellChanges(services, rules, emit, log)
  return {
    archive,
    documents,
    handlers,
    summary: () => summaryOf(services),
    close: async () => {
      await imports.watch.close()
      await imports.importer.close()
      await rules.settled()
      stopTelling()
      await feed.settled()
      await search.close()
      await documents.close()
      await archive.close()
    },
  }
}

function namesOfTags(tags: readonly Tag[]): ReadonlyMap<TagId, readonly string[]> {
  return new Map(tags.map((tag) => [tag.id, [...Object.values(tag.names), ...tag.aliases]]))
}

/** Tells index and listeners of every change; returns what ends it. */
function tellChanges(
  { archive, tags, search, feed }: Services,
  rules: RuleFollower,
  emit: EmitEvent,
  log: Log,
): () => void {
  const stopArticles = archive.subscribe((ids) => {
    feed.follow(ids)
    rules.follow(ids)
    emit('archive.changed', { articles: ids.length > MOST_NAMED ? null : ids })
  })
  const stopTags = tags.subscribe(() => {
    search.tagsChanged().catch((error: unknown) => log.error('Indexing the names of tags', error))
    emit('tags.changed', {})
  })
  return () => {
    stopArticles()
    stopTags()
  }
}
