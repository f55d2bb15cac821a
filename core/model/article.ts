import type { ArticleId } from './article-id.ts'
import type { PartialDay } from './calendar-day.ts'
import type { ArticleLanguage } from './language.ts'
import type { TagsByKind } from './tag.ts'

/** `own`: published by the office itself; `coverage`: written by others. */
export const ARTICLE_KINDS = ['own', 'coverage'] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]

/** A file kept with an article, in `attachments/<short id>/<name>`. */
export interface Attachment {
  /** File name inside the article's attachment folder. */
  readonly name: string
  /** Length in bytes. */
  readonly size: number
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string
  /** `original`: the file that was imported; `image`: shown in the text; `file`: anything else. */
  readonly role: 'original' | 'image' | 'file'
}

/** What a person can write about an article. Empty text means: not known. */
export interface ArticleFields {
  readonly title: string
  /** Second headline, or the headline as it was printed where `title` is its readable form. */
  readonly subtitle: string
  readonly published: PartialDay | null
  readonly outlet: string
  readonly authors: readonly string[]
  readonly kind: ArticleKind
  readonly language: ArticleLanguage
  readonly url: string
  readonly tags: TagsByKind
  readonly summary: string
  readonly notes: string
  /** Id of the story that links translations and pick-ups, or empty. */
  readonly story: string
  /** Markdown. */
  readonly body: string
}

/** How an article came into the archive. */
export interface ImportRecord {
  /** Name of the source file, or `paste`. */
  readonly source: string
  /** Id of the import run in the ledger. */
  readonly batch: string
  /** The headline exactly as printed, where `title` is a readable form of it. */
  readonly headline?: string
  /** Fields that the source did not state or that need a look: `outlet`, `url`, `published`, ... */
  readonly doubts: readonly string[]
}

/** An article as stored. Times are ISO 8601 in UTC. */
export interface Article extends ArticleFields {
  readonly id: ArticleId
  readonly attachments: readonly Attachment[]
  readonly imported: ImportRecord | null
  readonly created: string
  readonly updated: string
  /** SHA-256 of the file's bytes; a save states the version that it was made from. */
  readonly version: string
}

/** One line of the catalog: all that lists, filters and timelines need. */
export interface ArticleSummary {
  readonly id: ArticleId
  readonly title: string
  readonly subtitle: string
  readonly published: PartialDay | null
  readonly outlet: string
  readonly authors: readonly string[]
  readonly kind: ArticleKind
  readonly language: ArticleLanguage
  readonly tags: TagsByKind
  readonly story: string
  readonly attachmentCount: number
  readonly doubts: readonly string[]
  readonly created: string
  readonly updated: string
  readonly version: string
}
