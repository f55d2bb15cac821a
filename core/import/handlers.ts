import { ACT_NAMES, type DryRuns } from '../archive/dry-runs.ts'
import type { IMPORT_REQUESTS } from '../contract/import-requests.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { DocumentMade } from '../contract/results.ts'
import type { Language } from '../model/language.ts'
import type { TaskRegistry } from '../tasks/task-registry.ts'
import type { Importer } from './importer.ts'
import { ledgerCsv } from './ledger-csv.ts'
import type { ReviewService } from './review/review-service.ts'
import type { RuleStore } from './rules/rule-store.ts'
import type { WatchFolder } from './watch/watch-folder.ts'

export type ImportHandlers = Pick<RequestHandlers, keyof typeof IMPORT_REQUESTS>

/** What the requests about imports work with. */
export interface ImportServices {
  readonly importer: Importer
  readonly review: ReviewService
  readonly rules: RuleStore
  readonly watch: WatchFolder
  readonly tasks: TaskRegistry
  readonly dryRuns: DryRuns
  /** Language of the user's own texts. */
  readonly language: () => Promise<Language>
  /** Lays a finished file ready to be fetched. */
  readonly keepFile: (fileName: string, bytes: Uint8Array) => Promise<Pick<DocumentMade, 'document' | 'bytes'>>
}

/** The requests about imports and their review. */
export function createImportHandlers(services: ImportServices): ImportHandlers {
  const { importer, review, rules, watch, tasks } = services
  return {
    'import.run': (argument) =>
      tasks.run(argument.task, (job) => importer.run(argument, { ...job, task: argument.task })),
    'import.text': (argument) => importer.text(argument),
    'import.inspect': (argument) => importer.inspect(argument),
    'import.preview': (argument) => importer.preview(argument),
    'import.discard': async ({ sources }) => {
      await importer.discard(sources)
      return null
    },
    'import.pause': ({ paused }) => Promise.resolve(importer.pause(paused)),
    'import.running': () => Promise.resolve(importer.running()),
    'import.runs': () => importer.runs(),
    'import.report': ({ batch }) => importer.report(batch),
    'import.ledger': async ({ batch }) => {
      const report = await importer.report(batch)
      const fileName = `import-${batch}.csv`
      const csv = new TextEncoder().encode(ledgerCsv(report, await services.language()))
      return { ...(await services.keepFile(fileName, csv)), fileName, articles: report.total, pages: 0 }
    },
    'import.unfinished': () => importer.unfinished(),
    'import.continue': ({ batch, task }) => tasks.run(task, (job) => importer.continue(batch, { ...job, task })),
    'import.close': ({ batch }) => importer.giveUp(batch),
    'import.undo': ({ batch, confirmed, task }) =>
      tasks.run(task, (job) =>
        importer.undo(batch, job, (ids) => services.dryRuns.require(ACT_NAMES.undoImport, ids, confirmed)),
      ),
    'import.rules': () => rules.list(),
    'import.mapColumns': ({ head, mapping }) =>
      rules.choose({ kind: 'columns', place: `table:${head.join(' | ')}`, was: '', value: '', head, mapping }),
    'import.rememberCharset': ({ place, charset }) => rules.choose({ kind: 'charset', place, was: '', value: charset }),
    'import.removeRule': async ({ id }) => {
      await rules.remove(id)
      return null
    },
    'import.watch': () => watch.state(),
    'import.setWatch': (argument) => watch.set(argument),
    'review.read': ({ id }) => review.read(id),
    'review.page': ({ id, page }) => review.page(id, page),
    'review.notDuplicate': async ({ id, other }) => {
      await review.notDuplicate(id, other)
      return null
    },
    'review.readAs': ({ id, charset }) => review.readAs(id, charset),
    'review.reread': async ({ id, version, charset }) => ({ article: await review.reread(id, version, charset) }),
  }
}
