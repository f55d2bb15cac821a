import { tagName } from '../../core/model/tag.ts'
import type { CommandContext } from '../command.ts'
import { confirmFirst } from '../confirm-first.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { findTag, parseTag } from '../find-tag.ts'
import { runTask } from '../run-task.ts'
import { UsageError } from '../usage-error.ts'
import { printChange } from './print-change.ts'

/** `tag merge FROM... INTO`: the articles of all get the last tag; the names of the others become its aliases. */
export async function mergeTags(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  if (operands.length < 2) throw new UsageError('cli.wrong.missing', { name: 'KIND:NAME' })
  const written = operands.map(parseTag)
  const client = await context.open()
  const known = await client('tags.list', {})
  const tags = written.map((tag) => findTag(known, tag))
  const into = tags.at(-1)
  if (into === undefined) return EXIT.usage
  const from = tags.slice(0, -1).map(({ id }) => id)
  const operation = { type: 'merge', from, into: into.id } as const
  const seen = confirmFirst(context, await client('tags.preview', { operation }))
  const { change } = await runTask(context, (task) => client('tags.change', { operation, ...seen, task }))
  context.print.note(context.translate('cli.done.merged', { name: tagName(into, context.language) }))
  return printChange(context, { tags: [into.id], ...change })
}
