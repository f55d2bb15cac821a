import { AppError } from '../contract/app-error.ts'
import type { ArticleConflict, ConflictVersion } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields } from '../model/article.ts'
import { forget, notifyArticles, requireWritable, type ArchiveContext } from './archive-context.ts'
import { parseArticleFile } from './article-file.ts'
import { pathOf, readArticleFile, rewriteArticle } from './article-store.ts'
import { keepVersion } from './history.ts'
import { wellFormed, fieldsOf } from './well-formed.ts'

async function readCopy(context: ArchiveContext, path: string): Promise<ConflictVersion> {
  const { bytes } = await context.folder.read(path)
  return { file: path, article: parseArticleFile(bytes, path).article }
}

/** As `readCopy`; null for a file that cannot be had now: a sync client is still fetching it, or somebody removed it. */
async function readIfThere(context: ArchiveContext, path: string): Promise<ConflictVersion | null> {
  try {
    return await readCopy(context, path)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.log.warn(`A version of an article cannot be compared now: ${path} (${error.code})`)
    return null
  }
}

/**
 * Articles of which there is more than one file, each with all its versions; the first is the one that the archive shows.
 * An article of which a version cannot be read now is left out until it can: nothing may be chosen unseen.
 */
export async function listConflicts(context: ArchiveContext): Promise<readonly ArticleConflict[]> {
  const conflicts: ArticleConflict[] = []
  for (const id of context.files.doubled()) {
    const versions = await Promise.all(context.files.pathsOf(id).map((path) => readIfThere(context, path)))
    const there = versions.filter((version) => version !== null)
    if (there.length === versions.length) conflicts.push({ id, versions: there })
  }
  return conflicts
}

function requireSeen(seen: readonly string[], versions: readonly ConflictVersion[]): void {
  const known = new Set(seen)
  if (versions.every(({ article }) => known.has(article.version)) && versions.length === known.size) return
  throw new AppError('version-conflict', 'There is another version of the article since the comparison was made.')
}

/**
 * Ends a conflict: the article gets these fields, and every version goes to the history.
 *
 * @param seen versions (SHA-256) that the user has compared; any other one stops the work
 * @throws AppError `version-conflict`, `not-found`
 */
export async function resolveConflict(
  context: ArchiveContext,
  id: ArticleId,
  seen: readonly string[],
  fields: ArticleFields,
): Promise<Article> {
  requireWritable(context)
  return context.queue.run(id, async () => {
    const main = pathOf(context, id)
    const versions = await Promise.all(context.files.pathsOf(id).map((path) => readCopy(context, path)))
    requireSeen(seen, versions)
    const placed = await readArticleFile(context, id)
    const article = await rewriteArticle(context, placed, { ...placed.file.article, ...wellFormed(fieldsOf(fields)) })
    for (const { file, article: copy } of versions.filter((version) => version.file !== main)) {
      const { bytes, version } = await context.folder.read(file)
      if (version !== copy.version)
        throw new AppError('version-conflict', `The file ${file} has changed meanwhile.`, { file })
      await keepVersion(context.folder, id, bytes, context.clock())
      await context.folder.remove(file)
      forget(context, file)
    }
    notifyArticles(context, [id])
    return article
  })
}
