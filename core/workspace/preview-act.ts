import { ACT_NAMES, settleName, undoName, type DryRuns } from '../archive/dry-runs.ts'
import { findActToUndo } from '../archive/handlers.ts'
import type { OpenArchive } from '../archive/open-archive.ts'
import type { ActToPreview } from '../contract/keeping-requests.ts'
import type { ReadonlyDeep } from '../contract/readonly-deep.ts'
import type { Importer } from '../import/importer.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArticleSummary } from '../model/article.ts'
import type { BulkPreview } from '../model/bulk-preview.ts'

/** What dry runs of acts need of the services. */
export interface PreviewPorts {
  readonly archive: OpenArchive
  readonly dryRuns: DryRuns
  readonly importer: Pick<Importer, 'added'>
  /** Articles that the rules for tags would touch. */
  readonly articlesForRules: (ids: readonly ArticleId[] | null) => Promise<readonly ArticleId[]>
}

/** Tells what an act would touch, and gives the token that the act then needs. */
export async function previewAct(ports: PreviewPorts, act: ReadonlyDeep<ActToPreview>): Promise<BulkPreview> {
  const { archive, dryRuns } = ports
  const inArchive = (id: ArticleId): ArticleSummary | undefined => archive.catalog.summaryOf(id)
  const show = (name: string, ids: readonly ArticleId[]): BulkPreview => dryRuns.show(name, ids, inArchive)
  switch (act.type) {
    case 'trash':
      return show(ACT_NAMES.trash, act.ids)
    case 'restore':
      return dryRuns.show(ACT_NAMES.restore, act.ids, await summariesInTrash(archive))
    case 'empty-trash':
      return dryRuns.show(ACT_NAMES.emptyTrash, act.ids, await summariesInTrash(archive))
    case 'settle-doubts':
      return show(settleName(act.fields), act.ids)
    case 'link':
      return show(ACT_NAMES.link, act.ids)
    case 'unlink':
      return show(ACT_NAMES.unlink, act.ids)
    case 'undo': {
      const kept = await findActToUndo(archive, act.act)
      if (kept === null)
        return {
          total: archive.acts.list().find(({ undone }) => !undone)?.articles ?? 0,
          articles: [],
          confirmed: null,
        }
      const inTrash = kept.kind === 'trash' ? await summariesInTrash(archive) : inArchive
      return dryRuns.show(undoName(kept.act), kept.undoable, inTrash)
    }
    case 'undo-import':
      return show(ACT_NAMES.undoImport, (await ports.importer.added(act.batch)).untouched)
    case 'run-rules':
      return show(ACT_NAMES.runRules, await ports.articlesForRules(act.ids))
  }
}

async function summariesInTrash(archive: OpenArchive): Promise<(id: ArticleId) => ArticleSummary | undefined> {
  const trashed = new Map((await archive.trashedArticles()).map(({ article }) => [article.id, article]))
  return (id) => trashed.get(id)
}
