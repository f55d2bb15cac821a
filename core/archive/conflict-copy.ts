import type { ArticleFields } from '../model/article.ts'
import { remember, type ArchiveContext } from './archive-context.ts'
import { formatArticleFile, type ArticleFile } from './article-file.ts'
import { conflictPath } from './conflict-name.ts'

/**
 * Writes what a person wanted to save beside a file that has changed meanwhile, so that neither text is lost. Returns
 * the path of the copy.
 */
export async function writeConflictCopy(
  context: ArchiveContext,
  path: string,
  file: ArticleFile,
  fields: ArticleFields,
): Promise<string> {
  const now = context.clock()
  const { body, version: _version, ...head } = { ...file.article, ...fields, updated: now.toISOString() }
  const copy = conflictPath(path, now)
  const bytes = formatArticleFile(head, body, file)
  const version = await context.folder.save(copy, bytes, null)
  await remember(context, copy, { ...head, body, version })
  return copy
}
