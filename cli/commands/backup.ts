import { resolve } from 'node:path'
import type { BackupReport } from '../../core/contract/results.ts'
import { formatBytes, formatNumber } from '../../core/model/locale.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import { runTask } from '../run-task.ts'

/** Prints what a backup or a restore wrote. */
export function printBackup({ print, translate, language }: CommandContext, report: BackupReport): void {
  print.result(report, () => [
    translate('cli.done.written', { path: report.path }),
    translate('cli.done.found', { count: report.articles }),
    `${translate('cli.done.files', { n: formatNumber(report.files, language) })} (${formatBytes(report.bytes, language)})`,
    `SHA-256 ${report.checksum}`,
  ])
}

/** `backup`: writes the whole archive into one zip file and reads it back. */
export const backupCommand: Command = {
  name: 'backup',
  about: 'cli.about.backup',
  usage: ['backup FILE.zip'],
  options: {},
  operands: { least: 1, most: 1, names: ['FILE.zip'] },
  run: async (context) => {
    const file = resolve(context.operands[0] ?? '')
    const client = await context.open()
    printBackup(context, await runTask(context, (task) => client('archive.backup', { file, task })))
    return EXIT.done
  },
}
