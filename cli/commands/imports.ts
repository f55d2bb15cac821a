import { resolve } from 'node:path'
import type { ArchiveClient } from '../../core/contract/archive-api.ts'
import type { ImportRun } from '../../core/contract/results.ts'
import type { UnfinishedRun } from '../../core/model/import-report.ts'
import type { Command, CommandContext } from '../command.ts'
import { confirmFirst, YES } from '../confirm-first.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { runTask } from '../run-task.ts'
import { UsageError } from '../usage-error.ts'
import { printReport } from './import.ts'

type Act = (context: CommandContext, client: ArchiveClient, batch: string) => Promise<ExitCode>

const ACTS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['show', async (context, client, batch) => printReport(context, await client('import.report', { batch }))],
  ['csv', saveLedger],
  [
    'retry',
    async (context, client, batch) =>
      printReport(context, await runTask(context, (task) => client('import.continue', { batch, task }))),
  ],
  ['undo', undo],
])

/** `imports`: the archive's ledger of imports, and what can be done with a run. */
export const importsCommand: Command = {
  name: 'imports',
  writes: true,
  about: 'cli.about.imports',
  usage: ['imports', 'imports show|retry BATCH', 'imports undo BATCH [--yes]', 'imports csv BATCH --out PATH'],
  options: { out: { type: 'string', short: 'o', placeholder: 'PATH', about: 'cli.option.out' }, ...YES },
  operands: { least: 0, most: 2, names: [[...ACTS.keys()].join('|'), 'BATCH'] },
  run: async (context) => {
    const [name, batch = ''] = context.operands
    if (name === undefined) return list(context, await context.open())
    const act = ACTS.get(name)
    if (act === undefined || batch === '') throw new UsageError('cli.wrong.command', { name: `imports ${name}` })
    return act(context, await context.open(), batch)
  },
}

async function list(context: CommandContext, client: ArchiveClient): Promise<ExitCode> {
  const runs = await client('import.runs', {})
  const unfinished = await client('import.unfinished', {})
  context.print.result({ runs, unfinished }, () => runs.map((run) => runLine(run, unfinished, context)))
  return EXIT.done
}

function runLine(
  { batch, startedAt, total, added, duplicates, skipped, failed }: ImportRun,
  unfinished: readonly UnfinishedRun[],
  { translate }: CommandContext,
): string {
  const left = unfinished.find((run) => run.batch === batch)?.left ?? 0
  const sums = translate('cli.done.imported', { count: total, added, duplicates, skipped, failed })
  return [batch, startedAt, sums, ...(left === 0 ? [] : [translate('import.left', { count: left })])].join('  ')
}

async function saveLedger(context: CommandContext, client: ArchiveClient, batch: string): Promise<ExitCode> {
  const path = resolve(context.options.required('out'))
  const { document } = await client('import.ledger', { batch })
  await (await context.core()).documents.copyTo(document, path)
  context.print.result({ path }, () => [path])
  return EXIT.done
}

async function undo(context: CommandContext, client: ArchiveClient, batch: string): Promise<ExitCode> {
  const seen = confirmFirst(context, await client('acts.preview', { act: { type: 'undo-import', batch } }))
  const { changed, failed } = await runTask(context, (task) => client('import.undo', { batch, ...seen, task }))
  context.print.result({ changed, failed }, () => [
    context.translate('import.undone', { count: changed.length }),
    ...failed.map(({ message }) => message),
  ])
  return failed.length === 0 ? EXIT.done : EXIT.partly
}
