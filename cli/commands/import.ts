import { isAppError } from '../../core/contract/app-error.ts'
import { ARTICLE_KINDS } from '../../core/model/article.ts'
import type { ImportItem, ImportReport } from '../../core/model/import-report.ts'
import type { Command, CommandContext, CommandCore } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { findOrCreateTags, parseTag } from '../find-tag.ts'
import { runTask } from '../run-task.ts'

/** `import`: takes files and whole folders in; one that fails never stops the others. */
export const importCommand: Command = {
  name: 'import',
  writes: true,
  about: 'cli.about.import',
  usage: ['import PATH... [--kind K] [--outlet O] [--tag KIND:NAME]...'],
  options: {
    kind: { type: 'string', placeholder: 'KIND', about: 'cli.option.kind' },
    outlet: { type: 'string', placeholder: 'NAME', about: 'cli.option.outlet' },
    tag: { type: 'string', multiple: true, placeholder: 'KIND:NAME', about: 'cli.option.tag' },
  },
  operands: { least: 1, most: Infinity, names: ['PATH'] },
  run: async (context) => {
    const { options } = context
    const kind = options.choice('kind', ARTICLE_KINDS)
    const outlet = options.text('outlet')
    const written = options.all('tag').map(parseTag)
    const client = await context.open()
    const { sources, unreachable } = await stagePaths(await context.core(), context.operands)
    const tags = await findOrCreateTags(client, written)
    const argument = {
      sources,
      tags,
      ...(kind === undefined ? {} : { kind }),
      ...(outlet === undefined ? {} : { outlet }),
    }
    const report =
      sources.length === 0 ? NOTHING : await runTask(context, (task) => client('import.run', { ...argument, task }))
    return printReport(context, withUnreachable(report, unreachable))
  },
}

type Counted = Pick<ImportReport, 'total' | 'added' | 'duplicates' | 'skipped' | 'failed' | 'cancelled' | 'items'>

const NOTHING: Counted = { total: 0, added: 0, duplicates: 0, skipped: 0, failed: 0, cancelled: false, items: [] }

/** Lays the paths ready. Those that are not there or cannot be read become failed items of the report. */
async function stagePaths(
  core: CommandCore,
  paths: readonly string[],
): Promise<{ readonly sources: readonly string[]; readonly unreachable: readonly ImportItem[] }> {
  const sources: string[] = []
  const unreachable: ImportItem[] = []
  for (const path of paths) {
    try {
      sources.push(...(await core.intake.addPath(path)))
    } catch (error) {
      if (!isAppError(error)) throw error
      unreachable.push(failedItem(path, `${error.code}: ${error.message}`))
    }
  }
  return { sources, unreachable }
}

function failedItem(source: string, reason: string): ImportItem {
  return {
    source,
    outcome: 'failed',
    id: null,
    title: '',
    publishedOn: null,
    language: null,
    outlet: '',
    doubts: [],
    reason,
  }
}

function withUnreachable(report: Counted, unreachable: readonly ImportItem[]): Counted {
  return {
    ...report,
    total: report.total + unreachable.length,
    failed: report.failed + unreachable.length,
    items: [...report.items, ...unreachable],
  }
}

/** Prints what became of every source. */
export function printReport({ print, translate }: CommandContext, report: Counted): ExitCode {
  const { total, added, duplicates, skipped, failed, items } = report
  print.result({ total, added, duplicates, skipped, failed, items }, () => [
    ...items.map((item) => {
      const details = [item.id, item.title, item.reason].filter((text) => text !== null && text !== '')
      return [translate(`cli.outcome.${item.outcome}`), item.source, ...details].join('  ')
    }),
    translate('cli.done.imported', { count: total, added, duplicates, skipped, failed }),
  ])
  if (failed === 0 && !report.cancelled) return EXIT.done
  return failed === total ? EXIT.failed : EXIT.partly
}
