import { createHmac, randomBytes } from 'node:crypto'
import { AppError } from '../contract/app-error.ts'
import type { BulkPreview } from '../model/bulk-preview.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArticleSummary } from '../model/article.ts'
import { RESTORE_POINT_ABOVE } from './bulk-change.ts'

/** Sees to it that an act on many articles was shown to the user before it is done. */
export interface DryRuns {
  /** What the act needs as `confirmed`; null where it touches so few articles that it needs nothing. */
  confirmedFor(act: string, ids: readonly ArticleId[]): string | null
  /** @throws AppError `needs-confirmation` unless `confirmed` comes from a dry run of this act on these very articles */
  require(act: string, ids: readonly ArticleId[], confirmed: string | undefined): void
  /** The dry run of an act. */
  show(act: string, ids: readonly ArticleId[], summaryOf: (id: ArticleId) => ArticleSummary | undefined): BulkPreview
}

/** Names of acts, which a token of another act does not fit. */
export const ACT_NAMES = {
  trash: 'articles.trash',
  restore: 'articles.restore',
  emptyTrash: 'articles.emptyTrash',
  link: 'stories.link',
  unlink: 'stories.unlink',
  runRules: 'tags.runRules',
  undoImport: 'import.undo',
} as const

/** The act of taking doubts off fields. */
export function settleName(fields: readonly string[]): string {
  return JSON.stringify(['articles.settleDoubts', [...fields].sort()])
}

/** The act of undoing an act of an earlier session. */
export function undoName(act: string): string {
  return JSON.stringify(['acts.undo', act])
}

/** Articles that a dry run names; the rest are counted. */
const MOST_SHOWN = 200

/** Makes the dry runs of one open archive. Their tokens hold until it is closed. */
export function createDryRuns(): DryRuns {
  const secret = randomBytes(32)
  const confirmedFor = (act: string, ids: readonly ArticleId[]): string | null => {
    const unique = [...new Set(ids)].sort()
    if (unique.length <= RESTORE_POINT_ABOVE) return null
    return createHmac('sha256', secret)
      .update(JSON.stringify([act, unique]))
      .digest('hex')
  }
  return {
    confirmedFor,
    require: (act, ids, confirmed) => {
      const wanted = confirmedFor(act, ids)
      if (wanted === null || wanted === confirmed) return
      const articles = new Set(ids).size
      throw new AppError(
        'needs-confirmation',
        `This changes ${articles} articles at once; it needs a dry run of the same articles first.`,
        { articles },
      )
    },
    show: (act, ids, summaryOf) => {
      const unique = [...new Set(ids)]
      return {
        total: unique.length,
        articles: unique.slice(0, MOST_SHOWN).flatMap((id) => {
          const summary = summaryOf(id)
          if (summary === undefined) return []
          const { title, outlet, published } = summary
          return [{ id, title, outlet, published }]
        }),
        confirmed: confirmedFor(act, ids),
      }
    },
  }
}
