import { AppError } from '../../core/contract/app-error.ts'
import type { ArchiveClient } from '../../core/contract/archive-api.ts'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import type { TagRule } from '../../core/model/tag-page.ts'
import { tagName } from '../../core/model/tag.ts'
import type { CommandContext } from '../command.ts'
import { confirmFirst } from '../confirm-first.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { parseSearch, resolveFilter } from '../filter-options.ts'
import { findTag, parseTag } from '../find-tag.ts'
import { runTask } from '../run-task.ts'
import { UsageError } from '../usage-error.ts'
import { printChange } from './print-change.ts'

type Act = (context: CommandContext, operands: readonly string[]) => Promise<ExitCode>

const ACTS: ReadonlyMap<string, Act> = new Map([
  ['list', listRules],
  ['check', checkRule],
  ['add', addRule],
  ['remove', removeRule],
  ['run', runRules],
])

/** Articles of a rule that are named; the rest are counted. */
const MOST_NAMED = 200

/** `tag rules`: searches that suggest a tag or set it. */
export async function tagRules(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  const [name = 'list', ...rest] = operands
  const act = ACTS.get(name)
  if (act === undefined) throw new UsageError('cli.wrong.command', { name: `tag rules ${name}` })
  return act(context, rest)
}

async function listRules({ open, print, translate, language }: CommandContext): Promise<ExitCode> {
  const client = await open()
  const known = new Map((await client('tags.list', {})).map((tag) => [tag.id, tag]))
  const rules: (TagRule & { readonly fits: number })[] = []
  for (const rule of await client('tags.rules', {})) {
    rules.push({ ...rule, fits: (await client('tags.ruleMatches', { id: rule.id })).length })
  }
  print.result(rules, () =>
    rules.map(({ id, name, tag, mode, query, fits }) => {
      const entry = known.get(tag)
      const shown = entry === undefined ? tag : `${entry.kind}:${tagName(entry, language)}`
      return [id, name, translate(`tags.ruleModes.${mode}`), shown, query, translate('tags.ruleFits', { count: fits })]
        .filter((part) => part !== '')
        .join('  ')
    }),
  )
  return EXIT.done
}

/** Shows the articles that a rule fits and that do not have its tag yet. */
async function checkRule({ open, print, translate }: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  const written = onlyRule(operands)
  const client = await open()
  const ids = await client('tags.ruleMatches', { id: (await findRule(client, written)).id })
  const { hits } = await client('search.run', {
    query: '',
    filter: { ...NO_FILTER, ids: [...ids] },
    sort: 'newest',
    offset: 0,
    limit: MOST_NAMED,
    facets: false,
    typing: false,
  })
  print.result(ids, () => [
    ...hits.map(({ article: { id, published, outlet, title } }) =>
      [id, published ?? '', outlet, title].filter((part) => part !== '').join('  '),
    ),
    translate('tags.ruleFits', { count: ids.length }),
  ])
  return EXIT.done
}

async function addRule(context: CommandContext, [text, ...words]: readonly string[]): Promise<ExitCode> {
  if (text === undefined) throw new UsageError('cli.wrong.missing', { name: 'KIND:NAME' })
  const written = parseTag(text)
  const search = parseSearch(context.options, words)
  const { query } = search
  const name = context.options.text('name') ?? query
  if (name.trim() === '') throw new UsageError('cli.wrong.missing', { name: '--name' })
  const mode = context.options.flag('assign') ? 'assign' : 'suggest'
  const client = await context.open()
  const tag = findTag(await client('tags.list', {}), written).id
  const filter = await resolveFilter(search, client)
  const rule = await client('tags.saveRule', { tag, name, query, filter, mode })
  context.print.result(rule, () => [`${rule.id}  ${context.translate('tags.ruleSaved', { name: rule.name })}`])
  return EXIT.done
}

async function removeRule({ open, print, translate }: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  const written = onlyRule(operands)
  const client = await open()
  const rule = await findRule(client, written)
  await client('tags.deleteRule', { id: rule.id })
  print.result(rule, () => [translate('tags.ruleDeleted', { name: rule.name })])
  return EXIT.done
}

/** Sets the tags of all rules that may assign. */
async function runRules(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  if (operands.length > 0) throw new UsageError('cli.wrong.tooMany', { value: operands.join(' ') })
  const client = await context.open()
  const seen = confirmFirst(context, await client('acts.preview', { act: { type: 'run-rules', ids: null } }))
  const { change } = await runTask(context, (task) => client('tags.runRules', { ...seen, task }))
  return printChange(context, { tags: [], ...change })
}

function onlyRule([text, ...more]: readonly string[]): string {
  if (text === undefined) throw new UsageError('cli.wrong.missing', { name: 'RULE' })
  if (more.length > 0) throw new UsageError('cli.wrong.tooMany', { value: more.join(' ') })
  return text
}

/** The rule with that id, else the only one with that name. @throws AppError `not-found` */
async function findRule(client: ArchiveClient, written: string): Promise<TagRule> {
  const rules = await client('tags.rules', {})
  const byName = rules.filter(({ name }) => name.toLowerCase() === written.toLowerCase())
  const found = rules.find(({ id }) => id === written) ?? (byName.length === 1 ? byName[0] : undefined)
  if (found === undefined) throw new AppError('not-found', `There is no rule "${written}".`, { rule: written })
  return found
}
