import type { BulkChange } from '../contract/results.ts'
import type { Catalog } from '../archive/catalog/catalog.ts'
import type { Outcome } from '../files/batch-calls.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields, Attachment, ImportRecord } from '../model/article.ts'

/** A file that comes into the archive with an article. */
export interface ImportedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly role: Attachment['role']
}

/** An article that comes into the archive. */
export interface ImportedArticle {
  readonly id: ArticleId
  readonly fields: ArticleFields
  readonly imported: ImportRecord
  readonly attachments: readonly ImportedFile[]
}

/** What an import needs of the open archive. */
export interface ImportArchive {
  /** Name of the archive in caches. */
  readonly info: { readonly id: string }
  readonly catalog: Catalog
  /** Why nothing can be written, or null. */
  readonly readOnly: 'offline' | 'busy' | 'newer-format' | null
  /** Adds articles with their files; on the disk when it resolves. Those that fail do not stop the others. */
  createArticles(list: readonly ImportedArticle[]): Promise<readonly Outcome<Article>[]>
  /** An id for an article that is going to be added. */
  newArticleId(): ArticleId
  readArticle(id: ArticleId): Promise<Article>
  /** Whole articles; those that went away meanwhile are left out. */
  articleTexts(ids: readonly ArticleId[]): AsyncIterable<Article>
  readAttachment(id: ArticleId, name: string): Promise<{ readonly bytes: Uint8Array }>
  trashArticles(
    ids: readonly ArticleId[],
    options?: {
      readonly signal?: AbortSignal
      readonly onProgress?: (done: number, total: number, current: string) => void
    },
  ): Promise<BulkChange>
  /** One of the archive's own small files; null where it is not there. */
  readFile(path: string): Promise<{ readonly bytes: Uint8Array; readonly version: string } | null>
  saveFile(path: string, bytes: Uint8Array, version: string | null): Promise<string>
  removeFile(path: string): Promise<void>
  saveArticle(
    id: ArticleId,
    version: string,
    fields: ArticleFields,
    options?: { readonly force?: boolean },
  ): Promise<Article>
  settleDoubts(ids: readonly ArticleId[], fields: readonly string[]): Promise<BulkChange>
}
