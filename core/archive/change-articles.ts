import { AppError, throwIfCancelled } from '../contract/app-error.ts'
import type { BulkChange } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields } from '../model/article.ts'
import { notifyArticles, requireWritable, type ArchiveContext } from './archive-context.ts'
import { formatChange, readArticleFile, rewriteArticle, type PlacedFile } from './article-store.ts'
import { changeInBulk, RESTORE_POINT_ABOVE, type ChangeOptions } from './bulk-change.ts'
import { forEachInParallel, type JobOptions } from './in-parallel.ts'
import { wellFormed } from './well-formed.ts'

/** Articles worked on at the same time: enough that waits for the disk overlap. */
const AT_ONCE = 6

interface Failure {
  readonly id: ArticleId
  readonly code: string
  readonly message: string
}

/**
 * Does one piece of work per article and gathers what became of each; one that fails does not stop the others. `work`
 * tells whether it changed anything.
 *
 * @throws AppError `cancelled`; what was done until then stays done
 */
export async function forEachArticle(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  work: (id: ArticleId) => Promise<boolean>,
  { signal, onProgress }: JobOptions = {},
): Promise<BulkChange> {
  requireWritable(context)
  const changed: ArticleId[] = []
  const failed: Failure[] = []
  const unique = [...new Set(ids)]
  let done = 0
  async function one(id: ArticleId): Promise<void> {
    try {
      const title = context.catalog.summaryOf(id)?.title ?? id
      if (await context.queue.run(id, () => work(id))) changed.push(id)
      done += 1
      onProgress?.(done, unique.length, title)
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error
      failed.push({ id, code: error.code, message: error.message })
    }
  }
  try {
    await forEachInParallel(unique, AT_ONCE, one, signal)
    throwIfCancelled(signal)
  } finally {
    notifyArticles(context, changed)
  }
  return { changed, unchanged: unique.length - changed.length - failed.length, failed }
}

/**
 * Changes many articles: few of them each by its own safe save, more than 20 as one act with a restore point. `change` gets the
 * article as it is on disk now.
 */
export function changeArticles(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  change: (article: Article) => ArticleFields,
  options: ChangeOptions = {},
): Promise<BulkChange> {
  return rewriteArticles(context, ids, (article) => ({ ...article, ...wellFormed(change(article)) }), options)
}

/** As `changeArticles`, for changes of what is not for people to write. */
async function rewriteArticles(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  change: (article: Article) => Article,
  options: ChangeOptions,
): Promise<BulkChange> {
  const changedArticle = ({ file: { article } }: PlacedFile): Article => {
    const { id: _id, attachments: _attachments, created: _created, version: _version, ...wanted } = change(article)
    return { ...article, ...wanted }
  }
  if (new Set(ids).size > RESTORE_POINT_ABOVE) {
    const now = context.clock()
    return changeInBulk(context, 'change', ids, (placed) => formatChange(placed, changedArticle(placed), now), options)
  }
  return forEachArticle(
    context,
    ids,
    async (id) => {
      const placed = await readArticleFile(context, id)
      return (await rewriteArticle(context, placed, changedArticle(placed))) !== placed.file.article
    },
    options,
  )
}

/** Takes doubts off articles: the user has looked at these fields. */
export function settleDoubts(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  fields: readonly string[],
): Promise<BulkChange> {
  return rewriteArticles(
    context,
    ids,
    (article) => {
      const { imported } = article
      if (imported === null) return article
      return {
        ...article,
        imported: { ...imported, doubts: imported.doubts.filter((doubt) => !fields.includes(doubt)) },
      }
    },
    {},
  )
}
