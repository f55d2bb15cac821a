import type { BulkChange } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ImportArchive } from './import-archive.ts'
import type { ImportJob } from './importer.ts'
import { readReport } from './ledger.ts'

/**
 * Moves the articles that a run added to the trash. What a person has changed since then stays, and is named.
 *
 * @throws AppError `not-found` where the archive has no report of that run
 */
export async function undoRun(archive: ImportArchive, batch: string, job: ImportJob): Promise<BulkChange> {
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
  const change = await archive.trashArticles(untouched, job)
  const kept = edited.map((id) => ({
    id,
    code: 'version-conflict',
    message: `The article ${id} was edited after its import and stays.`,
  }))
  return { ...change, failed: [...change.failed, ...kept] }
}
