import type { ArchiveClient } from '../../core/contract/archive-api.ts'
import { LANGUAGES } from '../../core/model/language.ts'
import { TAG_KINDS, type TagId } from '../../core/model/tag.ts'
import type { TagOperation } from '../../core/model/tag-operation.ts'
import type { CommandContext } from '../command.ts'
import { confirmFirst } from '../confirm-first.ts'
import type { ExitCode } from '../exit-code.ts'
import { parseSearch, resolveFilter } from '../filter-options.ts'
import { findTag, languageOfName, parseTag } from '../find-tag.ts'
import { runTask } from '../run-task.ts'
import { UsageError } from '../usage-error.ts'
import { printChange } from './print-change.ts'

/** `tag split KIND:NAME NEW-NAME QUERY`: articles of the tag that match get a new tag instead. */
export async function splitTag(
  context: CommandContext,
  [text, name = '', ...words]: readonly string[],
): Promise<ExitCode> {
  const written = parseTag(required(text, 'KIND:NAME'))
  const newName = required(name.trim(), 'NEW-NAME')
  const search = parseSearch(context.options, words)
  const language = context.options.choice('language', LANGUAGES) ?? languageOfName(newName)
  const client = await context.open()
  const { id } = findTag(await client('tags.list', {}), written)
  const filter = await resolveFilter(search, client)
  const operation = { type: 'split', id, query: search.query, filter, names: { [language]: newName } } as const
  const { made, exitCode } = await changeTags(context, client, operation)
  if (made.length > 0) context.print.note(context.translate('cli.done.split', { name: newName }))
  return exitCode
}

/** `tag convert KIND:NAME KIND`: the tag becomes one of another kind, on every article. */
export async function convertTag(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  const [text, wanted, ...more] = operands
  const written = parseTag(required(text, 'KIND:NAME'))
  const kind = TAG_KINDS.find((candidate) => candidate === required(wanted, 'KIND'))
  if (kind === undefined) {
    throw new UsageError('cli.wrong.choice', { name: 'KIND', value: wanted ?? '', choices: TAG_KINDS.join(', ') })
  }
  if (more.length > 0) throw new UsageError('cli.wrong.tooMany', { value: more.join(' ') })
  const client = await context.open()
  const { id } = findTag(await client('tags.list', {}), written)
  return (await changeTags(context, client, { type: 'convert', id, kind })).exitCode
}

/** `tag delete KIND:NAME [INSTEAD]`: the tag goes; its articles lose it, or get another one. */
export async function deleteTag(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  const [text, instead, ...more] = operands
  const written = parseTag(required(text, 'KIND:NAME'))
  const writtenInstead = instead === undefined ? null : parseTag(instead)
  if (more.length > 0) throw new UsageError('cli.wrong.tooMany', { value: more.join(' ') })
  const client = await context.open()
  const known = await client('tags.list', {})
  const { id } = findTag(known, written)
  const replaceWith = writtenInstead === null ? null : findTag(known, writtenInstead).id
  return (await changeTags(context, client, { type: 'delete', id, replaceWith })).exitCode
}

/** Shows what an operation would touch and, where it may, makes it; `made` are the tags that are new. */
async function changeTags(
  context: CommandContext,
  client: ArchiveClient,
  operation: TagOperation,
): Promise<{ readonly made: readonly TagId[]; readonly exitCode: ExitCode }> {
  const preview = await client('tags.preview', { operation })
  const seen = confirmFirst(context, preview)
  const { change } = await runTask(context, (task) => client('tags.change', { operation, ...seen, task }))
  const tags = preview.tags.flatMap(({ after }) => (after === null ? [] : [after.id]))
  const made = preview.tags.flatMap(({ before, after }) => (before === null && after !== null ? [after.id] : []))
  return { made, exitCode: printChange(context, { tags, ...change }) }
}

function required(text: string | undefined, name: string): string {
  if (text === undefined || text === '') throw new UsageError('cli.wrong.missing', { name })
  return text
}
