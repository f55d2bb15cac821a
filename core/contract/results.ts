import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields, ArticleSummary } from '../model/article.ts'
import type { PartialDay } from '../model/calendar-day.ts'
import type { FileFinding } from '../model/file-finding.ts'
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
  readonly unreadable: readonly {
    readonly file: string
    readonly reason: string
    /** The reason by its code; null where it has none. */
    readonly finding: FileFinding | null
  }[]
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

/** An old version of an article that was kept. */
export interface ArticleVersion {
  /** Names the version in further requests. */
  readonly name: string
  /** Time at which it was replaced, ISO 8601 in UTC. */
  readonly replacedAt: string
  /** First eight digits of its SHA-256. */
  readonly hash: string
}

export const ACT_KINDS = ['create', 'save', 'change', 'trash', 'restore', 'version'] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** Something that was done in this session and can be undone, or done again. */
export interface ActSummary {
  readonly act: string
  readonly kind: ActKind
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly articles: number
  readonly undone: boolean
}

/** An act on many articles whose restore point lies in the archive: it can be undone after a restart too. */
export interface KeptActSummary {
  readonly act: string
  readonly kind: ActKind
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly articles: number
  /** Those that are still as the act left them. */
  readonly undoable: number
}

/** One of several files that hold the same article. */
export interface ConflictVersion {
  /** Path in the archive, to be shown. */
  readonly file: string
  readonly article: Article
}

/** An article of which several versions lie in the folder; the first is the one that the archive shows. */
export interface ArticleConflict {
  readonly id: ArticleId
  readonly versions: readonly ConflictVersion[]
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
  /** True while it runs, and for ever where the program ended in the middle of it. */
  readonly open?: boolean
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
  readonly companions?: readonly {
    readonly document: string
    readonly fileName: string
    readonly about: 'figures' | 'pick-ups'
  }[]
}

export const PROBLEM_KINDS = [
  'unreadable-article',
  'changed-article',
  'duplicate-id',
  'missing-attachment',
  'damaged-attachment',
  'damaged-version',
  'extra-attachment',
  'unknown-tag',
  'stray-file',
  'bad-date',
  'index-incomplete',
] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]

/** What was being typed when the program ended, or is being typed now. */
export interface DraftSummary {
  /** Null: an article that was not saved yet. */
  readonly article: ArticleId | null
  /** Version that the edit began from; empty for a new article. */
  readonly version: string
  /** True where the article has changed since the edit began. */
  readonly outdated: boolean
  readonly fields: ArticleFields
  /** ISO 8601 in UTC. */
  readonly savedAt: string
}

/** What a repair moved to `.recovered/`; nothing is ever deleted. */
export interface RepairReport {
  /** Number of files left over from saves that did not end. */
  readonly leftovers: number
  /** Attachment folders of no article. */
  readonly recovered: readonly string[]
}

/** What a backup or a restore wrote; every file was read back and compared. */
export interface BackupReport {
  /** Absolute path of the zip file, or of the folder restored to. */
  readonly path: string
  readonly articles: number
  readonly files: number
  /** Bytes of all files, before compression. */
  readonly bytes: number
  /** SHA-256 of the manifest, to be printed with the date. */
  readonly checksum: string
}

/** What of the history may go: older than 30 days and beyond the 20 newest versions of its article. */
export interface OldHistory {
  /** Paths in the archive. */
  readonly files: readonly string[]
  readonly bytes: number
  /** What `archive.prune` must be given to remove these very files. */
  readonly confirmed: string
}

export interface VerifyReport {
  readonly articles: number
  readonly attachments: number
  readonly tags: number
  readonly bytes: number
  readonly oldHistory: OldHistory
  readonly problems: readonly {
    readonly kind: ProblemKind
    readonly file: string
    readonly message: string
    /** The message by its code; null where it has none. */
    readonly finding: FileFinding | null
  }[]
  readonly index: IndexState
}
