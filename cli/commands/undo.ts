import type { KeptActSummary } from '../../core/contract/results.ts'
import type { Command, CommandContext } from '../command.ts'
import { confirmFirst, YES } from '../confirm-first.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { runTask } from '../run-task.ts'

/** `undo`: takes back what was done last, or an act on many articles of an earlier session. */
export const undoCommand: Command = {
  name: 'undo',
  writes: true,
  about: 'cli.about.undo',
  usage: ['undo [--yes]', 'undo list', 'undo ACT [--yes]'],
  options: { ...YES },
  operands: { least: 0, most: 1, names: ['list|ACT'] },
  run: async (context) => {
    const [name] = context.operands
    return name === 'list' ? listActs(context) : undo(context, name)
  },
}

async function listActs({ open, print, translate }: CommandContext): Promise<ExitCode> {
  const acts = await (await open())('acts.kept', {})
  const lineOf = ({ act, kind, at, undoable }: KeptActSummary): string =>
    [act, at, translate(`archive.acts.${kind}`), translate('archive.undoable', { count: undoable })].join('  ')
  print.result(acts, () => acts.map(lineOf))
  return EXIT.done
}

async function undo(context: CommandContext, act: string | undefined): Promise<ExitCode> {
  const client = await context.open()
  const named = act === undefined ? {} : { act }
  const seen = confirmFirst(context, await client('acts.preview', { act: { type: 'undo', ...named } }))
  const change = await runTask(context, (task) => client('acts.undo', { ...named, ...seen, task }))
  context.print.result(change, () => [
    context.translate('cli.done.tagged', { count: change.changed.length }),
    ...change.failed.map(({ id, message }) => `${id}  ${message}`),
  ])
  return change.failed.length === 0 ? EXIT.done : EXIT.partly
}
