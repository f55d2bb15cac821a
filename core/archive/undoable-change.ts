import { AppError } from '../contract/app-error.ts'
import type { BulkChange } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields } from '../model/article.ts'
import type { TaskContext } from '../tasks/task-registry.ts'
import type { Catalog } from './catalog/catalog.ts'
import type { PutBack } from './put-back.ts'
import type { FileChange } from './restore-point.ts'

/** What changes of many articles need of the open archive. */
export interface ChangePorts {
  readonly catalog: Catalog
  /** Changes many articles; an article whose fields come back unchanged is not written. */
  readonly changeArticles: (
    ids: readonly ArticleId[],
    change: (article: Article) => ArticleFields,
    context: TaskContext & { readonly file?: FileChange },
  ) => Promise<BulkChange>
  /** Gives articles the bytes of an earlier version. */
  readonly putBack: (list: readonly PutBack[], context: TaskContext) => Promise<BulkChange>
}

/** A change that was made. */
export interface ChangeMade {
  readonly change: BulkChange
  /** Versions before and after, for the way back. */
  readonly articles: readonly PutBack[]
}

/** Changes articles and notes the versions, so that the change can be taken back to the byte. */
export async function changeNoting(
  { catalog, changeArticles }: ChangePorts,
  ids: readonly ArticleId[],
  change: (article: Article) => ArticleFields,
  context: TaskContext & { readonly file?: FileChange },
): Promise<ChangeMade> {
  const versionOf = (id: ArticleId): string => catalog.summaryOf(id)?.version ?? ''
  const old = new Map(ids.map((id) => [id, versionOf(id)]))
  const result = await changeArticles(ids, change, context)
  const articles = result.changed.map((id) => ({ id, current: versionOf(id), earlier: old.get(id) ?? '' }))
  return { change: result, articles }
}

/** The changes of this run of the program that can be taken back. */
export interface UndoLog<Entry> {
  /** Returns the token of the entry. */
  add(entry: Entry): string
  /** @throws AppError `nothing-to-undo` */
  get(token: string): Entry
  remove(token: string): void
}

const MOST_ENTRIES = 50

/** Opens an empty log; `name` begins the tokens. */
export function createUndoLog<Entry>(name: string): UndoLog<Entry> {
  const entries = new Map<string, Entry>()
  let number = 0
  return {
    add: (entry) => {
      number += 1
      const token = `${name}-${number}`
      entries.set(token, entry)
      const [oldest] = entries.keys()
      if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest)
      return token
    },
    get: (token) => {
      const entry = entries.get(token)
      if (entry === undefined) throw new AppError('nothing-to-undo', 'This change cannot be taken back any more.')
      return entry
    },
    remove: (token) => void entries.delete(token),
  }
}
