import type { ArticleId } from '../model/article-id.ts'
import type { ArticleLanguage } from '../model/language.ts'
import type { TagId } from '../model/tag.ts'

/** What the search index needs of an article. */
export interface IndexableArticle {
  readonly id: ArticleId
  /** SHA-256 of the article's file in hexadecimal: tells whether the index knows this very text. */
  readonly version: string
  readonly title: string
  readonly subtitle: string
  /** Markdown. */
  readonly body: string
  readonly language: ArticleLanguage
  readonly outlet: string
  readonly authors: readonly string[]
  readonly tags: readonly TagId[]
}
