import type { BulkChange } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ImportArchive } from './import-archive.ts'
import type { ImportJob } from './importer.ts'
import { readReport } from './ledger.ts'

/** What a run added, and whether a person has edited it since. */
export interface AddedArticles {
  readonly untouched: readonly ArticleId[]
  readonly edited: readonly ArticleId[]
}

/**
 * The articles that a run added and that are still there.
 *
 * @throws AppError `not-found` where the archive has no report of that run
 */
export async function addedByRun(archive: ImportArchive, batch: string): Promise<AddedArticles> {
  const { items } = await readReport(archive, batch)
  const added = items.flatMap(({ outcome, id }) => (outcome === 'added' && id !== null ? [id] : []))
  const untouched: ArticleId[] = []
  const edited: ArticleId[] = []
  for (const id of new Set(added)) {
    const summary = archive.catalog.summaryOf(id)
    if (summary === undefined) continue
    if (summary.updated === summary.created) untouched.push(id)
    else edited.push(id)
  }
  return { untouched, edited }
}

/**
 * Moves the articles that a run added to the trash. What a person has changed since then stays, and is named.
 *
 * @param check looks at the articles before any of them is moved
 * @throws AppError `not-found` where the archive has no report of that run
 */
export async function undoRun(
  archive: ImportArchive,
  batch: string,
  job: ImportJob,
  check: (ids: readonly ArticleId[]) => void,
): Promise<BulkChange> {
  const { untouched, edited } = await addedByRun(archive, batch)
  check(untouched)
  const change = await archive.trashArticles(untouched, job)
  const kept = edited.map((id) => ({
    id,
    code: 'version-conflict',
    message: `The article ${id} was edited after its import and stays.`,
  }))
  return { ...change, failed: [...change.failed, ...kept] }
}
