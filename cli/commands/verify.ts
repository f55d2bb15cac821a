import type { ProblemKind, RepairReport, VerifyReport } from '../../core/contract/results.ts'
import { formatBytes, formatNumber } from '../../core/model/locale.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import { runTask } from '../run-task.ts'

/** Problems that mean that something of the archive's content is missing or spoilt. */
const DAMAGE: readonly ProblemKind[] = [
  'unreadable-article',
  'changed-article',
  'duplicate-id',
  'missing-attachment',
  'damaged-attachment',
  'damaged-version',
]

/** `verify`: reads the whole archive and reports every problem; exit code 6 when content is damaged. */
export const verifyCommand: Command = {
  name: 'verify',
  about: 'cli.about.verify',
  writesWith: ['prune', 'repair'],
  usage: ['verify [--repair] [--prune]'],
  options: {
    repair: { type: 'boolean', about: 'cli.option.repair' },
    prune: { type: 'boolean', about: 'cli.option.prune' },
  },
  operands: { least: 0, most: 0, names: [] },
  run: async (context) => {
    const client = await context.open()
    const repaired = context.options.flag('repair') ? await client('archive.repair', {}) : null
    const report = await runTask(context, (task) => client('archive.verify', { task }))
    const problemsByKind = countByKind(report)
    if (context.options.flag('prune')) await client('archive.prune', { confirmed: report.oldHistory.confirmed })
    context.print.result({ ...report, problemsByKind, ...(repaired === null ? {} : { repaired }) }, () => [
      ...(repaired === null ? [] : repairLines(context, repaired)),
      ...asLines(context, report),
    ])
    return report.problems.some(({ kind }) => DAMAGE.includes(kind)) ? EXIT.damaged : EXIT.done
  },
}

function repairLines({ translate }: CommandContext, { leftovers, recovered }: RepairReport): readonly string[] {
  return [...recovered, translate('archive.repaired', { count: leftovers + recovered.length })]
}

function countByKind({ problems }: VerifyReport): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function asLines({ translate, language }: CommandContext, report: VerifyReport): readonly string[] {
  const { indexed, total } = report.index
  return [
    `${translate('cli.done.found', { count: report.articles })} (${formatBytes(report.bytes, language)})`,
    translate('cli.done.attachments', { n: formatNumber(report.attachments, language) }),
    translate('cli.done.tags', { n: formatNumber(report.tags, language) }),
    translate('cli.done.indexed', { indexed, total }),
    ...report.problems.map(({ kind, file, message, finding }) =>
      [kind, file, finding === null ? message : translate(`archive.findings.${finding.code}`, { ...finding })].join(
        '  ',
      ),
    ),
    ...report.oldHistory.files,
    translate('archive.oldHistory', { count: report.oldHistory.files.length }),
    report.problems.length === 0
      ? translate('cli.done.noProblems')
      : translate('cli.done.problems', { count: report.problems.length }),
  ]
}
