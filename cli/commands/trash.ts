import { AppError } from '../../core/contract/app-error.ts'
import type { ArchiveClient } from '../../core/contract/archive-api.ts'
import type { BulkChange, TrashedArticle } from '../../core/contract/results.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import type { Command, CommandContext } from '../command.ts'
import { confirmFirst, YES } from '../confirm-first.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { resolveIds } from '../resolve-ids.ts'
import { runTask } from '../run-task.ts'
import { UsageError } from '../usage-error.ts'
import { printChange } from './print-change.ts'

type Act = (context: CommandContext, operands: readonly string[]) => Promise<ExitCode>

const ACTS: ReadonlyMap<string, Act> = new Map([
  ['list', listTrash],
  ['add', addToTrash],
  ['restore', restoreFromTrash],
  ['empty', emptyTrash],
])

/** `trash`: deletes articles, shows what is deleted, brings it back, removes it for good. */
export const trashCommand: Command = {
  name: 'trash',
  writes: true,
  about: 'cli.about.trash',
  usage: ['trash list', 'trash add ID... [--yes]', 'trash restore ID... [--yes]', 'trash empty [ID]... --yes'],
  options: { ...YES },
  operands: { least: 1, most: Infinity, names: [[...ACTS.keys()].join('|')] },
  run: async (context) => {
    const [name = '', ...operands] = context.operands
    const act = ACTS.get(name)
    if (act === undefined) throw new UsageError('cli.wrong.command', { name: `trash ${name}` })
    return act(context, operands)
  },
}

async function listTrash({ open, print }: CommandContext, [extra]: readonly string[]): Promise<ExitCode> {
  if (extra !== undefined) throw new UsageError('cli.wrong.tooMany', { value: extra })
  const trashed = await (await open())('articles.trashed', {})
  print.result(trashed, () => trashed.map(({ article, trashedAt }) => `${article.id}  ${trashedAt}  ${article.title}`))
  return EXIT.done
}

function requireIds(operands: readonly string[]): void {
  if (operands.length === 0) throw new UsageError('cli.wrong.missing', { name: 'ID' })
}

async function addToTrash(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  requireIds(operands)
  const client = await context.open()
  const ids = await resolveIds(client, operands)
  const seen = confirmFirst(context, await client('acts.preview', { act: { type: 'trash', ids } }))
  return printMoved(context, await runTask(context, (task) => client('articles.trash', { ids, ...seen, task })))
}

async function restoreFromTrash(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  requireIds(operands)
  const client = await context.open()
  const ids = await resolveTrashed(client, operands)
  const seen = confirmFirst(context, await client('acts.preview', { act: { type: 'restore', ids } }))
  return printMoved(context, await runTask(context, (task) => client('articles.restore', { ids, ...seen, task })))
}

function printMoved(context: CommandContext, change: BulkChange): ExitCode {
  return printChange(context, { tags: [], ...change })
}

/** Nothing brings back what is removed here: it is shown and needs `--yes`, however little it is. */
async function emptyTrash(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  const { print, options, translate } = context
  const client = await context.open()
  const ids = operands.length > 0 ? await resolveTrashed(client, operands) : await trashedIds(client)
  const preview = await client('acts.preview', { act: { type: 'empty-trash', ids } })
  if (preview.confirmed === null && ids.length > 0 && !options.flag('yes')) {
    for (const { id, title } of preview.articles) print.note(`${id}  ${title}`)
    throw new AppError(
      'needs-confirmation',
      `This removes ${ids.length} articles for good: nothing was done without --yes.`,
    )
  }
  const seen = confirmFirst(context, preview)
  const removed = await client('articles.emptyTrash', { ids, ...seen })
  print.result({ removed }, () => [translate('cli.done.removed', { count: removed })])
  return EXIT.done
}

async function trashedIds(client: ArchiveClient): Promise<readonly ArticleId[]> {
  return (await client('articles.trashed', {})).map(({ article }) => article.id)
}

/** Ids in the trash from whole ones or their unique beginnings. */
async function resolveTrashed(client: ArchiveClient, written: readonly string[]): Promise<readonly ArticleId[]> {
  const trashed = await client('articles.trashed', {})
  return [...new Set(written.map((text) => findTrashed(trashed, text.toLowerCase())))]
}

function findTrashed(trashed: readonly TrashedArticle[], prefix: string): ArticleId {
  const [found, other] = trashed.filter(({ article }) => article.id.startsWith(prefix))
  if (found === undefined) throw new AppError('not-found', `The trash holds no article "${prefix}".`, { id: prefix })
  if (other !== undefined) throw new AppError('ambiguous-id', `Several articles begin with "${prefix}".`, { prefix })
  return found.article.id
}
