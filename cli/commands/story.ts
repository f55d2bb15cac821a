import { NO_FILTER } from '../../core/model/article-filter.ts'
import type { ArticleSummary } from '../../core/model/article.ts'
import type { Command, CommandContext } from '../command.ts'
import { confirmFirst, YES } from '../confirm-first.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { resolveIds } from '../resolve-ids.ts'
import { runTask } from '../run-task.ts'
import { UsageError } from '../usage-error.ts'
import { printChange } from './print-change.ts'

type Act = (context: CommandContext, operands: readonly string[]) => Promise<ExitCode>

const ACTS: ReadonlyMap<string, Act> = new Map([
  ['list', listStories],
  ['show', showStory],
  ['silent', listSilent],
  ['link', linkArticles],
  ['unlink', unlinkArticles],
])

const EVERYTHING = { query: '', filter: NO_FILTER } as const

/** `story`: versions of one news item. */
export const storyCommand: Command = {
  name: 'story',
  writes: true,
  about: 'cli.about.story',
  usage: [
    'story list',
    'story show STORY',
    'story silent',
    'story link ID ID... [--yes]',
    'story unlink ID... [--yes]',
  ],
  options: { ...YES },
  operands: { least: 1, most: Infinity, names: [[...ACTS.keys()].join('|')] },
  run: async (context) => {
    const [name = '', ...operands] = context.operands
    const act = ACTS.get(name)
    if (act === undefined) throw new UsageError('cli.wrong.command', { name: `story ${name}` })
    return act(context, operands)
  },
}

async function listStories({ open, print, translate }: CommandContext): Promise<ExitCode> {
  const stories = await (await open())('stories.list', EVERYTHING)
  print.result(stories, () =>
    stories.map(({ id, title, members, first }) => {
      return `${id}  ${first ?? ''}  ${translate('stories.members', { count: members })}  ${title}`
    }),
  )
  return EXIT.done
}

async function showStory({ open, print }: CommandContext, [id, ...more]: readonly string[]): Promise<ExitCode> {
  if (id === undefined) throw new UsageError('cli.wrong.missing', { name: 'STORY' })
  if (more.length > 0) throw new UsageError('cli.wrong.tooMany', { value: more.join(' ') })
  const view = await (await open())('stories.read', { id })
  print.result(view, () => [
    view.title,
    ...view.members.map(({ article, role, lagDays, share }) =>
      [
        lineOf(article),
        role,
        lagDays === null ? '' : `+${lagDays}`,
        share === null ? '' : `${Math.round(share * 100)} %`,
      ]
        .filter((part) => part !== '')
        .join('  '),
    ),
  ])
  return EXIT.done
}

async function listSilent({ open, print }: CommandContext): Promise<ExitCode> {
  const articles = await (await open())('stories.silent', EVERYTHING)
  print.result(articles, () => articles.map(lineOf))
  return EXIT.done
}

function lineOf({ id, published, outlet, title }: ArticleSummary): string {
  return [id, published ?? '', outlet, title].filter((part) => part !== '').join('  ')
}

async function linkArticles(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  if (operands.length < 2) throw new UsageError('cli.wrong.missing', { name: 'ID' })
  const client = await context.open()
  const ids = await resolveIds(client, operands)
  const seen = confirmFirst(context, await client('acts.preview', { act: { type: 'link', ids } }))
  const { change, story } = await runTask(context, (task) => client('stories.link', { ids, ...seen, task }))
  return printChange(context, { tags: [], ...change, ...{ story } })
}

async function unlinkArticles(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  if (operands.length === 0) throw new UsageError('cli.wrong.missing', { name: 'ID' })
  const client = await context.open()
  const ids = await resolveIds(client, operands)
  const seen = confirmFirst(context, await client('acts.preview', { act: { type: 'unlink', ids } }))
  const { change } = await runTask(context, (task) => client('stories.unlink', { ids, ...seen, task }))
  return printChange(context, { tags: [], ...change })
}
