import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleSummary } from '../model/article.ts'
import type { PartialDay } from '../model/calendar-day.ts'
import type { Language } from '../model/language.ts'
import type { Tag } from '../model/tag.ts'

/** How far the search index covers the archive. */
export interface IndexState {
  /** Articles that a search can find now. */
  readonly indexed: number
  readonly total: number
  /** `failed`: the index could not be built; lists and filters still work. */
  readonly state: 'ready' | 'building' | 'failed'
}

export interface ArchiveSummary {
  /** UUID in archive.json. */
  readonly id: string
  readonly name: string
  /** Absolute path, to be shown. */
  readonly path: string
  readonly language: Language
  readonly articles: number
  readonly trashed: number
  /** Articles with doubts to review. */
  readonly doubtful: number
  /** Article files that cannot be read, with the reason of each. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[]
  readonly index: IndexState
  /** Why nothing can be written, or null. */
  readonly readOnly: 'offline' | 'busy' | 'newer-format' | null
}

export interface WorkspaceStatus {
  readonly archive: ArchiveSummary | null
  /** Archives opened before, newest first. */
  readonly recent: readonly { readonly name: string; readonly path: string }[]
  /** A folder that may be proposed for a new archive. */
  readonly proposedFolder: string
}

export interface ArticleSaved {
  readonly article: Article
}

/** What a change of many articles did. */
export interface BulkChange {
  readonly changed: readonly ArticleId[]
  readonly unchanged: number
  readonly failed: readonly { readonly id: ArticleId; readonly code: string; readonly message: string }[]
}

export interface TrashedArticle {
  readonly article: ArticleSummary
  /** Time of the deletion, ISO 8601 in UTC. */
  readonly trashedAt: string
}

/** A tag with what the archive knows of its use. */
export interface TagUsage extends Tag {
  readonly count: number
  readonly first: PartialDay | null
  readonly last: PartialDay | null
}

export interface ImportRun {
  readonly batch: string
  readonly startedAt: string
  readonly total: number
  readonly added: number
  readonly duplicates: number
  readonly skipped: number
  readonly failed: number
}

/** A finished document; its bytes travel by URL under this id, never as JSON. */
export interface DocumentMade {
  readonly document: string
  readonly fileName: string
  readonly articles: number
  /** 0 for files that have no pages. */
  readonly pages: number
  readonly bytes: number
  /** Files that belong to the document, such as the rows behind a report as CSV. */
  readonly companions?: readonly { readonly document: string; readonly fileName: string }[]
}

export const PROBLEM_KINDS = [
  'unreadable-article',
  'duplicate-id',
  'missing-attachment',
  'damaged-attachment',
  'extra-attachment',
  'unknown-tag',
  'stray-file',
  'bad-date',
  'index-incomplete',
] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]

export interface VerifyReport {
  readonly articles: number
  readonly attachments: number
  readonly tags: number
  readonly bytes: number
  readonly problems: readonly { readonly kind: ProblemKind; readonly file: string; readonly message: string }[]
  readonly index: IndexState
}
