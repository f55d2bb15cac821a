import { dirname, join } from 'node:path'
import type { ArticleId } from '../model/article-id.ts'
import { notifyState, type ArchiveContext } from './archive-context.ts'
import { createActs, restoreVersion } from './acts.ts'
import { parseArticleFile } from './article-file.ts'
import type { Keeping } from './keeping.ts'
import { keepWatch, type WatchOptions } from './keep-watch.ts'
import { listConflicts, resolveConflict } from './conflicts.ts'
import { readArticleFile, saveArticle } from './article-store.ts'
import { readArticles } from './article-texts.ts'
import { attachmentPath } from './attachment-store.ts'
import type { Catalog } from './catalog/catalog.ts'
import { createArticle, createArticles, newArticleId } from './create-articles.ts'
import { changeArticles, settleDoubts } from './change-articles.ts'
import { listVersions, readVersion } from './history.ts'
import { ARTICLES_FOLDER } from './layout.ts'
import { readOwnFile, removeOwnFile, saveOwnFile } from './own-files.ts'
import { pruneHistory } from './old-history.ts'
import { putBackVersions } from './put-back.ts'
import { rescan, type RescanOptions } from './rescan.ts'
import { repairArchive } from './repair-archive.ts'
import { countTrashed, emptyTrash, restoreArticles, trashArticles, trashedArticles } from './trash.ts'
import { verifyArchive } from './verify-archive.ts'
import type { AttachmentBytes, OpenArchive } from './open-archive.ts'

/** What opening leaves to be waited for and cleaned up. */
export interface Afterwards {
  readonly firstLook: Promise<void>
  readonly keeping: Keeping
  readonly watch: WatchOptions | undefined
  readonly onLook: (() => Promise<unknown>) | undefined
  /** Tries to become the writer, where another process was it before. */
  readonly begin: () => Promise<void>
  /** Called once, when nothing is being written any more. */
  readonly close: () => Promise<void>
}

/** The outside of an open archive. */
export function presentArchive(
  context: ArchiveContext,
  { firstLook, keeping, begin, watch, onLook, close }: Afterwards,
): OpenArchive {
  // Whoever waits for it hears of a failure; nobody has to.
  firstLook.catch((error: unknown) => context.log.error('The first look at the folder failed', error))
  firstLook.then(
    () => (context.readOnly === null ? undefined : notifyState(context)),
    () => undefined,
  )
  const { folder, catalog } = context
  const acts = createActs(context)
  const look = async (rescanned?: RescanOptions) => {
    const before = context.readOnly
    await begin()
    const report = await rescan(context, rescanned)
    if (context.readOnly !== before) notifyState(context)
    await onLook?.()
    return report
  }
  const endWatch = watch ? keepWatch(articleFolders(context), () => look(), context.log, watch) : () => undefined
  return {
    info: context.info,
    path: folder.root,
    catalog,
    get readOnly() {
      return context.readOnly
    },
    get unreadable() {
      return context.files.unreadable().map(({ path, reason }) => ({ file: path, reason: reason ?? '' }))
    },
    readArticle: async (id) => (await readArticleFile(context, id)).file.article,
    createArticle: (fields, created) =>
      acts.record(
        'create',
        [],
        () => createArticle(context, fields, created),
        ({ id }) => [id],
      ),
    createArticles: (list) =>
      acts.record(
        'create',
        [],
        () => createArticles(context, list),
        (outcomes) => outcomes.flatMap((outcome) => (outcome.done ? [outcome.value.id] : [])),
      ),
    newArticleId: () => newArticleId(context),
    saveArticle: (id, version, fields, saved) =>
      acts.record('save', [id], () => saveArticle(context, id, version, fields, saved?.force)),
    changeArticles: (ids, change, job) =>
      acts.record('change', ids, () => changeArticles(context, ids, change, job), undefined, job?.file),
    putBack: async (list, job) => {
      const change = await putBackVersions(context, list, job)
      acts.takenBack(list)
      return change
    },
    settleDoubts: (ids, fields) => acts.record('change', ids, () => settleDoubts(context, ids, fields)),
    trashArticles: (ids, job) => acts.record('trash', ids, () => trashArticles(context, ids, job)),
    restoreArticles: (ids, job) => acts.record('restore', ids, () => restoreArticles(context, ids, job)),
    trashedArticles: () => trashedArticles(context),
    countTrashed: () => countTrashed(context),
    emptyTrash: (ids) => emptyTrash(context, ids),
    readAttachment: (id, name) => readAttachment(context, id, name),
    articleTexts: (ids) => readArticles(context, ids ?? liveIds(catalog)),
    articleVersions: (id) => listVersions(context, id),
    readArticleVersion: async (id, name) => parseArticleFile(await readVersion(context, id, name), name).article,
    restoreArticleVersion: async (id, name) => {
      await acts.record('version', [id], () => restoreVersion(context, id, name))
      return (await readArticleFile(context, id)).file.article
    },
    acts,
    conflicts: () => listConflicts(context),
    resolveConflict: (id, seen, fields) => acts.record('save', [id], () => resolveConflict(context, id, seen, fields)),
    drafts: keeping.drafts,
    backUp: keeping.backUp,
    lastBackup: keeping.lastBackup,
    repair: () => repairArchive(context),
    prune: (confirmed) => pruneHistory(context, confirmed),
    readFile: (path) => readOwnFile(context, path),
    saveFile: (path, bytes, version) => saveOwnFile(context, path, bytes, version),
    removeFile: (path) => removeOwnFile(context, path),
    verify: (verified) => verifyArchive(context, verified),
    rescan: look,
    subscribe(listener) {
      context.listeners.add(listener)
      return () => void context.listeners.delete(listener)
    },
    whenScanned: () => firstLook,
    async close() {
      endWatch()
      await Promise.allSettled([firstLook])
      await context.queue.idle()
      await close()
      context.listeners.clear()
    },
  }
}

/** The folders that hold articles. */
function articleFolders({ folder, files }: ArchiveContext): readonly string[] {
  const folders = new Set([ARTICLES_FOLDER])
  for (const { path } of files.all()) folders.add(dirname(path))
  return [folder.root, ...[...folders].map((path) => join(folder.root, path))]
}

function liveIds(catalog: Catalog): readonly ArticleId[] {
  const ids: ArticleId[] = []
  for (let row = 0; row < catalog.columns.rows; row += 1) {
    const id = catalog.summaryAt(row)?.id
    if (id !== undefined) ids.push(id)
  }
  return ids
}

async function readAttachment(context: ArchiveContext, id: ArticleId, name: string): Promise<AttachmentBytes> {
  const { article } = (await readArticleFile(context, id)).file
  const path = await attachmentPath(context.folder, id, article.attachments, name)
  const known = article.attachments.find((attachment) => attachment.name === name)
  const { bytes, version } = await context.folder.read(path)
  return { role: 'file', ...known, name, size: bytes.length, sha256: version, bytes }
}
