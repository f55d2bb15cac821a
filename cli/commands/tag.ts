import { LANGUAGES } from '../../core/model/language.ts'
import { TAG_KINDS, tagName } from '../../core/model/tag.ts'
import type { Command, CommandContext } from '../command.ts'
import { confirmFirst, YES } from '../confirm-first.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { ARTICLE_LANGUAGE, FILTER_OPTIONS } from '../filter-options.ts'
import { findOrCreateTags, findTag, languageOfName, parseTag } from '../find-tag.ts'
import { resolveIds } from '../resolve-ids.ts'
import { runTask } from '../run-task.ts'
import { UsageError } from '../usage-error.ts'
import { printChange } from './print-change.ts'
import { convertTag, deleteTag, splitTag } from './tag-changes.ts'
import { mergeTags } from './tag-merge.ts'
import { tagRules } from './tag-rules.ts'
import { suggestTags } from './tag-suggest.ts'

type Act = (context: CommandContext, operands: readonly string[]) => Promise<ExitCode>

const ACTS: ReadonlyMap<string, Act> = new Map([
  ['list', listTags],
  ['add', (context, operands) => assignTag(context, operands, 'add')],
  ['remove', (context, operands) => assignTag(context, operands, 'remove')],
  ['rename', renameTag],
  ['merge', mergeTags],
  ['split', splitTag],
  ['convert', convertTag],
  ['delete', deleteTag],
  ['rules', tagRules],
  ['suggest', suggestTags],
])

/** `tag`: the registry of tags, and tags of articles. */
export const tagCommand: Command = {
  name: 'tag',
  writes: true,
  about: 'cli.about.tag',
  usage: [
    'tag list [--kind K]',
    'tag add KIND:NAME ID... [--yes]',
    'tag remove KIND:NAME ID... [--yes]',
    'tag rename KIND:NAME NEW-NAME [--language L]',
    'tag merge KIND:NAME... KIND:NAME [--yes]',
    'tag split KIND:NAME NEW-NAME [QUERY] [--from D] [--to D] [--kind K] [--outlet O] [--tag KIND:NAME]... [--yes]',
    'tag convert KIND:NAME initiative|partner|topic [--yes]',
    'tag delete KIND:NAME [KIND:NAME-INSTEAD] [--yes]',
    'tag suggest ID',
    'tag rules [list]',
    'tag rules add KIND:NAME [QUERY] [--name N] [--assign] [--from D] [--to D] [--kind K] [--outlet O] [--tag KIND:NAME]...',
    'tag rules check|remove RULE',
    'tag rules run [--yes]',
  ],
  options: {
    ...FILTER_OPTIONS,
    ...ARTICLE_LANGUAGE,
    kind: { type: 'string', multiple: true, placeholder: 'K', about: 'cli.option.tagKind' },
    language: { type: 'string', placeholder: 'L', about: 'cli.option.nameLanguage' },
    name: { type: 'string', placeholder: 'N', about: 'cli.option.ruleName' },
    assign: { type: 'boolean', about: 'cli.option.ruleAssigns' },
    ...YES,
  },
  operands: { least: 1, most: Infinity, names: [[...ACTS.keys()].join('|')] },
  run: async (context) => {
    const [name = '', ...operands] = context.operands
    const act = ACTS.get(name)
    if (act === undefined) throw new UsageError('cli.wrong.command', { name: `tag ${name}` })
    return act(context, operands)
  },
}

async function listTags(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  refuseMore(operands, 0)
  const kind = context.options.choice('kind', TAG_KINDS)
  const client = await context.open()
  const tags = (await client('tags.list', {})).filter((tag) => kind === undefined || tag.kind === kind)
  context.print.result(tags, () =>
    tags.map((tag) => `${tag.kind}:${tagName(tag, context.language)}  ${tag.count}  (${tag.id})`),
  )
  return EXIT.done
}

async function assignTag(
  context: CommandContext,
  [text, ...written]: readonly string[],
  act: 'add' | 'remove',
): Promise<ExitCode> {
  if (text === undefined) throw new UsageError('cli.wrong.missing', { name: 'KIND:NAME' })
  if (written.length === 0) throw new UsageError('cli.wrong.missing', { name: 'ID' })
  const tag = parseTag(text)
  const client = await context.open()
  // The articles come first: a wrong id must not leave a new tag behind.
  const ids = await resolveIds(client, written)
  for (const id of ids) await client('articles.read', { id })
  const tags = act === 'add' ? await findOrCreateTags(client, [tag]) : [findTag(await client('tags.list', {}), tag).id]
  const assignment = { ids, add: act === 'add' ? tags : [], remove: act === 'add' ? [] : tags }
  const preview = await client('tags.preview', { operation: { type: 'assign', ...assignment } })
  const seen = confirmFirst(context, preview)
  const change = await runTask(context, (task) => client('tags.assign', { ...assignment, ...seen, task }))
  return printChange(context, { tags, ...change })
}

async function renameTag(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  const [text, name = ''] = operands
  if (text === undefined) throw new UsageError('cli.wrong.missing', { name: 'KIND:NAME' })
  if (name.trim() === '') throw new UsageError('cli.wrong.missing', { name: 'NEW-NAME' })
  refuseMore(operands, 2)
  const written = parseTag(text)
  const language = context.options.choice('language', LANGUAGES) ?? languageOfName(name)
  const client = await context.open()
  const tag = findTag(await client('tags.list', {}), written)
  const renamed = await client('tags.update', { id: tag.id, names: { ...tag.names, [language]: name.trim() } })
  context.print.result(renamed, () => [context.translate('cli.done.renamed', { name: name.trim() })])
  return EXIT.done
}

function refuseMore(operands: readonly string[], most: number): void {
  const extra = operands.slice(most)
  if (extra.length > 0) throw new UsageError('cli.wrong.tooMany', { value: extra.join(' ') })
}
