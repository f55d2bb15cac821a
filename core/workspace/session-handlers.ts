import { join } from 'node:path'
import { createDryRuns } from '../archive/dry-runs.ts'
import { createArticleHandlers } from '../archive/handlers.ts'
import type { OpenArchive } from '../archive/open-archive.ts'
import type { Log } from '../contract/log.ts'
import type { ArchiveSummary } from '../contract/results.ts'
import type { Documents } from '../documents/create-documents.ts'
import { createDocumentHandlers } from '../documents/handlers.ts'
import { createImportHandlers } from '../import/handlers.ts'
import { correctionsOf } from '../import/rules/learn-corrections.ts'
import { findingOf } from '../model/file-finding.ts'
import { createSavedSearchHandlers } from '../search/handlers.ts'
import type { SearchService } from '../search/search-service.ts'
import { createFingerprintCache } from '../stories/fingerprint-cache.ts'
import { createStoryHandlers } from '../stories/handlers.ts'
import { articlesForRules, createTagHandlers } from '../tags/handlers.ts'
import { createTimelineHandlers } from '../timeline/handlers.ts'
import { previewAct } from './preview-act.ts'
import type { FindRequest, Services, SessionHandlers, SessionOptions } from './session-services.ts'

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

/** What the window shows of the archive as a whole. */
export async function summaryOf({ archive, search }: Services): Promise<ArchiveSummary> {
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

/** Waits until a search sees what was saved, and for programs that ask once, all that there is. */
export function createCatchUp(
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
export function createFinder(
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

/** All other requests of an open archive. */
export function createHandlers(
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
