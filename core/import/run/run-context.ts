import type { Log } from '../../contract/log.ts'
import type { ArticleId } from '../../model/article-id.ts'
import type { ArticleKind } from '../../model/article.ts'
import type { Charset } from '../../model/charset.ts'
import type { TagId, TagKind } from '../../model/tag.ts'
import type { KnownTexts } from '../duplicates/known-texts.ts'
import type { TextShape } from '../duplicates/near-texts.ts'
import type { ImportArchive } from '../import-archive.ts'
import type { ArticlesOfSource, ReadOrder } from '../read-articles.ts'
import type { ActiveRules } from '../rules/apply-rules.ts'
import type { ArticleWriter } from './article-writer.ts'

/** A text on its way into the archive. */
export interface PendingText {
  readonly shape: TextShape
  readonly id: ArticleId
  /** False where writing it failed. */
  readonly written: Promise<boolean>
}

/** What the sources of one run share. */
export interface RunContext {
  readonly archive: ImportArchive
  readonly writer: ArticleWriter
  readonly batch: string
  /** `yyyy-MM-dd` on the user's calendar. */
  readonly today: string
  readonly known: KnownTexts
  /** Texts that are being written right now, by key; null where writing failed. */
  readonly claims: Map<string, Promise<ArticleId | null>>
  readonly read: (order: ReadOrder) => Promise<ArticlesOfSource>
  /** Articles that are being written right now, in the order in which they came. */
  readonly pending: Set<PendingText>
  readonly chosen: {
    readonly kind: ArticleKind
    readonly outlet: string
    readonly tags: readonly TagId[]
    /** For texts that do not show their own. */
    readonly charset: Charset | null
  }
  readonly rules: ActiveRules
  /** True where the run is gone on with, so that some of its articles may be in the archive already. */
  readonly isContinued: boolean
  readonly kindOfTag: (id: TagId) => TagKind | undefined
  readonly log: Log
}
