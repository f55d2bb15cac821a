import { valueOf, type Outcome } from '../../files/batch-calls.ts'
import type { Article } from '../../model/article.ts'
import type { ImportArchive, ImportedArticle } from '../import-archive.ts'

/** Writes the articles of a run, those that come at the same time together. */
export interface ArticleWriter {
  /** Resolves once the article and its files are on the disk. @throws AppError as `createArticles` of the archive */
  write(article: ImportedArticle): Promise<Article>
}

/** Articles, and bytes of their files, that are written together. */
const MOST_ARTICLES = 32
const MOST_BYTES = 32_000_000

interface Waiting {
  readonly article: ImportedArticle
  readonly bytes: number
  readonly settle: (outcome: Outcome<Article>) => void
}

function bytesOf({ fields, attachments }: ImportedArticle): number {
  return attachments.reduce((sum, { bytes }) => sum + bytes.length, fields.body.length)
}

/**
 * Makes the writer. While some articles are being written the next ones gather, so that the disk is waited for once for
 * all of them; a single article waits for nobody.
 */
export function createArticleWriter(archive: Pick<ImportArchive, 'createArticles'>): ArticleWriter {
  const waiting: Waiting[] = []
  let isWriting = false

  const takeBatch = (): readonly Waiting[] => {
    let bytes = 0
    const end = waiting.findIndex((item, place) => {
      bytes += item.bytes
      return place > 0 && (place >= MOST_ARTICLES || bytes > MOST_BYTES)
    })
    return waiting.splice(0, end < 0 ? waiting.length : end)
  }
  const writeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    let outcomes: readonly Outcome<Article>[]
    try {
      outcomes = await archive.createArticles(batch.map(({ article }) => article))
    } catch (error) {
      outcomes = batch.map(() => ({ done: false, error }))
    }
    for (const [place, { settle }] of batch.entries()) {
      settle(outcomes[place] ?? { done: false, error: new RangeError('An article has no outcome.') })
    }
  }
  const writeAll = async (): Promise<void> => {
    isWriting = true
    // What else comes in this turn goes along.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) await writeBatch(takeBatch())
    isWriting = false
  }

  return {
    write: async (article) => {
      const outcome = await new Promise<Outcome<Article>>((settle) => {
        waiting.push({ article, bytes: bytesOf(article), settle })
        if (!isWriting) void writeAll()
      })
      return valueOf(outcome)
    },
  }
}
