import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createDryRuns } from '../archive/dry-runs.ts'
import { createArticleHandlers } from '../archive/handlers.ts'
import { LOCAL_WATCH } from '../archive/keep-watch.ts'
import { openArchive, type OpenArchive } from '../archive/open-archive.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { EmitEvent } from '../contract/event-hub.ts'
import type { Log } from '../contract/log.ts'
import type { ArchiveSummary } from '../contract/results.ts'
import type { TIMELINE_REQUESTS } from '../contract/timeline-requests.ts'
import { createDocuments, type Documents } from '../documents/create-documents.ts'
import { createDocumentHandlers } from '../documents/handlers.ts'
import { createImportHandlers } from '../import/handlers.ts'
import { createImporter, type Importer } from '../import/importer.ts'
import type { Intake } from '../import/intake.ts'
import { createPairStore } from '../import/review/pair-store.ts'
import { createReviewService, type ReviewService } from '../import/review/review-service.ts'
import { correctionsOf } from '../import/rules/learn-corrections.ts'
import { createRuleStore, type RuleStore } from '../import/rules/rule-store.ts'
import { createWatchFolder, type WatchFolder } from '../import/watch/watch-folder.ts'
import { findingOf } from '../model/file-finding.ts'
import { localDayOf } from '../model/locale.ts'
import type { Tag, TagId } from '../model/tag.ts'
import { createSavedSearchHandlers } from '../search/handlers.ts'
import { createSearchService, type SearchService } from '../search/search-service.ts'
import { createFingerprintCache } from '../stories/fingerprint-cache.ts'
import { createStoryHandlers } from '../stories/handlers.ts'
import { createRuleFollower, type RuleFollower } from '../tags/follow-rules.ts'
import { articlesForRules, createTagHandlers } from '../tags/handlers.ts'
import { createRegistryRestorer } from '../tags/restore-registry.ts'
import { openTagStore, TAGS_FILE, type TagStore } from '../tags/tag-store.ts'
import type { TaskRegistry } from '../tasks/task-registry.ts'
import { createTimelineHandlers } from '../timeline/handlers.ts'
import { createIndexFeed, indexableTexts, type IndexFeed } from './index-feed.ts'
import { previewAct } from './preview-act.ts'
import type { SettingsStore } from './settings-store.ts'

/** Requests about the place where the user works; all others need an open archive. */
export const WORKSPACE_REQUESTS = [
  'workspace.status',
  'workspace.create',
  'workspace.createSample',
  'workspace.restore',
  'workspace.open',
  'workspace.close',
  'settings.read',
  'settings.write',
  'tasks.cancel',
] as const
export type WorkspaceRequest = (typeof WORKSPACE_REQUESTS)[number]

/** The services of one open archive. */
export type SessionHandlers = Omit<RequestHandlers, WorkspaceRequest>

export interface ArchiveSession {
  readonly archive: OpenArchive
  readonly documents: Documents
  readonly handlers: SessionHandlers
  summary(): Promise<ArchiveSummary>
  close(): Promise<void>
}

/** What a session is opened with. Folders are absolute paths. */
export interface SessionOptions {
  readonly folder: string
  readonly cacheFolder: string
  readonly privateFolder: string
  readonly clock: () => Date
  readonly log: Log
  readonly emit: EmitEvent
  readonly tasks: TaskRegistry
  readonly intake: Intake
  readonly settings: SettingsStore
  /** True: searches wait until the index is complete; for programs that ask once and end. */
  readonly waitForIndex: boolean
}

/** More changed articles than this are not named one by one in an event. */
const MOST_NAMED = 1_000

/** The services that a session joins. */
interface Services {
  readonly archive: OpenArchive
  readonly tags: TagStore
  readonly search: SearchService
  readonly feed: IndexFeed
  readonly documents: Documents
  readonly importer: Importer
  readonly sourceRules: RuleStore
  readonly review: ReviewService
  readonly watch: WatchFolder
}

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

/** How often the watched folder is looked at, in milliseconds. */
const WATCH_INTERVAL = 5_000

interface ImportNeeds extends Pick<Services, 'archive' | 'tags'> {
  readonly documents: () => Documents
}

function createImports(
  { archive, tags, documents }: ImportNeeds,
  { intake, clock, log, cacheFolder, privateFolder, waitForIndex }: SessionOptions,
): Pick<Services, 'importer' | 'sourceRules' | 'review' | 'watch'> {
  const sourceRules = createRuleStore(archive)
  const importer = createImporter({
    archive,
    intake,
    rules: sourceRules,
    clock,
    log,
    cacheFolder,
    privateFolder,
    random: randomBytes,
    kindOfTag: (id) => tags.get(id)?.kind,
  })
  const review = createReviewService({
    archive,
    pairs: createPairStore(archive),
    rules: sourceRules,
    read: importer.read,
    draw: importer.draw,
    keepFile: (...given) => documents().keep(...given),
    dropFile: (document) => documents().discard(document),
    today: () => localDayOf(clock().getTime()),
  })
  const watch = createWatchFolder({
    importer,
    intake,
    file: join(privateFolder, 'watched-folders', `${archive.info.id}.json`),
    clock,
    log,
    // A program that asks once and ends watches nothing.
    interval: waitForIndex ? null : WATCH_INTERVAL,
  })
  return { importer, sourceRules, review, watch }
}

/** Saves as asked, and learns from what a person corrects in an imported article. */
function createLearningSave(
  { archive, sourceRules }: Pick<Services, 'archive' | 'sourceRules'>,
  log: Log,
): SessionHandlers['articles.save'] {
  return async ({ id, version, fields, force }) => {
    const before = await archive.readArticle(id)
    const article = await archive.saveArticle(id, version, fields, { force })
    if (before.version === version) {
      await sourceRules
        .learn(correctionsOf(before, article))
        .catch((error: unknown) => log.warn(`A correction was not learnt: ${String(error)}`))
    }
    return { article }
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

async function summaryOf({ archive, search }: Services): Promise<ArchiveSummary> {
  const { info, path, catalog, unreadable, readOnly } = archive
  const { columns } = catalog
  let doubtful = 0
  for (let row = 0; row < columns.rows; row += 1) doubtful += (columns.live[row] ?? 0) & (columns.doubtful[row] ?? 0)
  return {
    id: info.id,
    name: info.name,
    path,
    language: info.language,
    articles: catalog.size,
    trashed: await archive.countTrashed(),
    doubtful,
    unreadable: unreadable.map(({ file, reason }) => ({ file, reason, finding: findingOf(reason) })),
    index: search.state(),
    readOnly,
  }
}

type FindRequest = 'search.run' | 'search.ids' | keyof typeof TIMELINE_REQUESTS

/** Waits until a search sees what was saved, and for programs that ask once, all that there is. */
function createCatchUp(
  { search, feed }: Pick<Services, 'search' | 'feed'>,
  waitForIndex: boolean,
): () => Promise<void> {
  return async () => {
    await feed.settled()
    if (waitForIndex) await search.ready()
  }
}

function createRowMatcher(
  { search, feed }: Pick<Services, 'search' | 'feed'>,
  waitForIndex: boolean,
): SearchService['matchingRows'] {
  const upToDate = createCatchUp({ search, feed }, waitForIndex)
  return async (query, filter) => {
    await upToDate()
    return search.matchingRows(query, filter)
  }
}

/** The requests that find articles. A search made after a save sees what was saved. */
function createFinder(
  {
    archive,
    tags,
    search,
    feed,
    documents,
  }: Pick<Services, 'archive' | 'tags' | 'search' | 'feed'> & { readonly documents: () => Documents },
  { settings, waitForIndex }: SessionOptions,
): Pick<SessionHandlers, FindRequest> {
  const upToDate = createCatchUp({ search, feed }, waitForIndex)
  const matchingRows = createRowMatcher({ search, feed }, waitForIndex)
  return {
    'search.run': async (argument) => {
      await upToDate()
      return search.search(argument)
    },
    'search.ids': async (argument) => {
      await upToDate()
      return search.ids(argument)
    },
    ...createTimelineHandlers({
      catalog: archive.catalog,
      matchingRows,
      tagOf: (id) => tags.get(id),
      language: async () => (await settings.read()).language,
      files: archive,
      keepFile: (fileName, bytes) => documents().keep(fileName, bytes),
    }),
  }
}

function createHandlers(
  services: Services,
  { tasks, clock, log, settings, waitForIndex, privateFolder, cacheFolder }: SessionOptions,
): Omit<SessionHandlers, FindRequest> {
  const { archive, tags, search, documents } = services
  const dryRuns = createDryRuns()
  const changes = {
    catalog: archive.catalog,
    changeArticles: (...given: Parameters<OpenArchive['changeArticles']>) => archive.changeArticles(...given),
    putBack: (...given: Parameters<OpenArchive['putBack']>) => archive.putBack(...given),
    matchingRows: createRowMatcher(services, waitForIndex),
    dryRuns,
    tasks,
  }
  const rulePorts = { ...changes, files: archive }
  return {
    ...createArticleHandlers({ archive, dryRuns, tasks }),
    'acts.preview': ({ act }) =>
      previewAct({ ...services, dryRuns, articlesForRules: (ids) => articlesForRules(rulePorts, ids) }, act),
    ...createTagHandlers({ ...changes, store: tags, files: archive, readArticle: (id) => archive.readArticle(id) }),
    ...createStoryHandlers({
      ...changes,
      articleTexts: (ids) => archive.articleTexts(ids),
      cache: createFingerprintCache(join(cacheFolder, archive.info.id, 'fingerprints.bin'), log),
    }),
    ...createSavedSearchHandlers({
      files: archive,
      historyFile: join(privateFolder, 'search-history', `${archive.info.id}.json`),
    }),
    'articles.save': createLearningSave(services, log),
    ...createImportHandlers({
      ...services,
      rules: services.sourceRules,
      dryRuns,
      tasks,
      language: async () => (await settings.read()).language,
      keepFile: (...given) => documents.keep(...given),
    }),
    ...createDocumentHandlers({ documents, files: archive, tasks, now: () => clock().getTime() }),
    'archive.summary': () => summaryOf(services),
    'archive.reindex': ({ task }) =>
      tasks.run(task, async ({ signal, onProgress }) => {
        await search.reindex({ signal, onProgress: ({ done, total }) => onProgress(done, total, '') })
        return search.state()
      }),
    'archive.verify': ({ task }) =>
      tasks.run(task, async (context) => {
        if (waitForIndex) await search.ready()
        const knownTags = new Set(tags.list().map(({ id }) => id))
        const report = await archive.verify({ ...context, knownTags })
        return { ...report, index: search.state() }
      }),
  }
}
