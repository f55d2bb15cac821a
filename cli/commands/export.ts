import { stat } from 'node:fs/promises'
import { extname, join, parse, resolve } from 'node:path'
import { AppError } from '../../core/contract/app-error.ts'
import type { RequestInput } from '../../core/contract/archive-api.ts'
import { BOOK_GROUPINGS, EXPORT_FORMATS, type ExportFormat } from '../../core/contract/document-order.ts'
import type { DocumentMade } from '../../core/contract/results.ts'
import type { ArticleFilter } from '../../core/model/article-filter.ts'
import { LANGUAGES, type Language } from '../../core/model/language.ts'
import { PAPER_SIZES, PDF_STANDARDS } from '../../core/model/pdf-options.ts'
import { GRAINS, LANE_FIELDS } from '../../core/model/timeline.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { ARTICLE_LANGUAGE, FILTER_OPTIONS, parseFilter, resolveFilter } from '../filter-options.ts'
import { resolveIds } from '../resolve-ids.ts'
import { runTask } from '../run-task.ts'
import { SORT_OPTION, sortOrder } from '../sort-option.ts'
import { UsageError } from '../usage-error.ts'

type Order = RequestInput<'documents.make'>['order']
type Make = (context: CommandContext) => Promise<DocumentMade>
/** The articles and the language of a document. */
interface Selection {
  readonly query: string
  readonly filter: ArticleFilter
  readonly language: Language
}

const PERIODS = ['day', 'week'] as const

const KINDS: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['clipping', makeClipping],
  ['book', (context) => makeDocument(context, bookOrder)],
  ['report', (context) => makeDocument(context, reportOrder)],
  ['timeline', (context) => makeDocument(context, timelineOrder)],
  ['digest', (context) => makeDocument(context, digestOrder)],
  ...EXPORT_FORMATS.map((format): [string, Make] => [
    format,
    (context) => makeDocument(context, (given, selection) => dataOrder(given, selection, format)),
  ]),
])

/** `export`: writes a document made of articles into a file. */
export const exportCommand: Command = {
  name: 'export',
  about: 'cli.about.export',
  usage: [
    'export clipping --id ID --out PATH [--standard a-2b|ua-1] [--language ru]',
    'export book|report|timeline|digest --out PATH [--id ID]... [QUERY] [--from D] [--to D] [--kind K] [--outlet O] [--tag KIND:NAME]...',
    `export ${EXPORT_FORMATS.join('|')} --out PATH [--id ID]... [QUERY] [--from D] [--to D] ...`,
  ],
  options: {
    id: { type: 'string', multiple: true, placeholder: 'ID', about: 'cli.option.id' },
    out: { type: 'string', short: 'o', placeholder: 'PATH', about: 'cli.option.out' },
    standard: { type: 'string', placeholder: 'S', about: 'cli.option.standard' },
    paper: { type: 'string', placeholder: 'P', about: 'cli.option.paper' },
    language: { type: 'string', placeholder: 'L', about: 'cli.option.documentLanguage' },
    title: { type: 'string', placeholder: 'T', about: 'cli.option.title' },
    template: { type: 'string', placeholder: 'NAME', about: 'cli.option.template' },
    query: { type: 'string', placeholder: 'QUERY', about: 'cli.option.query' },
    ...FILTER_OPTIONS,
    ...ARTICLE_LANGUAGE,
    sort: SORT_OPTION,
    group: { type: 'string', placeholder: 'BY', about: 'cli.option.group' },
    by: { type: 'string', placeholder: 'UNIT', about: 'cli.option.by' },
    lanes: { type: 'string', placeholder: 'FIELD', about: 'cli.option.lanes' },
    period: { type: 'string', placeholder: 'P', about: 'cli.option.period' },
  },
  operands: { least: 1, most: Infinity, names: [[...KINDS.keys()].join('|')] },
  takesQuery: true,
  run: async (context) => {
    const [name = ''] = context.operands
    const make = KINDS.get(name)
    if (make === undefined) throw new UsageError('cli.wrong.command', { name: `export ${name}` })
    return writeDocument(context, make)
  },
}

async function writeDocument(context: CommandContext, make: Make): Promise<ExitCode> {
  const path = resolve(context.options.required('out'))
  await refuseFolder(path)
  const made = await make(context)
  const { documents } = await context.core()
  await documents.copyTo(made.document, path)
  // The tables of a report as CSV go beside it under its name.
  for (const companion of made.companions ?? []) {
    const { dir, name } = parse(path)
    const which = companion.about === 'figures' ? '' : `-${companion.about}`
    await documents.copyTo(companion.document, join(dir, name + which + extname(companion.fileName)))
  }
  const { articles, pages, bytes } = made
  context.print.result({ path, articles, pages, bytes }, () => [
    context.translate('cli.done.written', { path }),
    context.translate('cli.done.found', { count: articles }),
    ...(pages > 0 ? [context.translate('cli.done.pages', { count: pages })] : []),
  ])
  return EXIT.done
}

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw new AppError('not-a-file', `${path} is a folder, not a file.`, { path })
}

/** How a PDF is printed, as far as the options say. */
function printing({ options, language }: CommandContext) {
  return {
    language: options.choice('language', LANGUAGES) ?? language,
    standard: options.choice('standard', PDF_STANDARDS) ?? 'plain',
    paper: options.choice('paper', PAPER_SIZES) ?? 'a4',
  } as const
}

async function makeClipping(context: CommandContext): Promise<DocumentMade> {
  const [, ...more] = context.operands
  if (more.length > 0) throw new UsageError('cli.wrong.tooMany', { value: more.join(' ') })
  const written = context.options.all('id')
  if (written.length !== 1) throw new UsageError('cli.wrong.oneId')
  const settings = printing(context)
  const template = context.options.text('template') ?? ''
  const client = await context.open()
  const [id] = await resolveIds(client, written)
  if (id === undefined) throw new UsageError('cli.wrong.oneId')
  return runTask(context, (task) => client('documents.clipping', { id, ...settings, template, task }))
}

async function makeDocument(
  context: CommandContext,
  orderOf: (context: CommandContext, selection: Selection) => Order,
): Promise<DocumentMade> {
  const written = parseFilter(context.options, 'article-language')
  // Options that do not fit are told before any archive is opened.
  orderOf(context, selectionOf(context, written.filter))
  const client = await context.open()
  const filter = await resolveFilter(written, client)
  const ids = await resolveIds(client, context.options.all('id'))
  const order = orderOf(context, selectionOf(context, ids.length === 0 ? filter : { ...filter, ids }))
  return runTask(context, (task) => client('documents.make', { order, task }))
}

function selectionOf(context: CommandContext, filter: ArticleFilter): Selection {
  const query = context.options.text('query') ?? context.operands.slice(1).join(' ')
  return { query, filter, language: printing(context).language }
}

/** What all kinds of PDF have. */
function pdfOrder(context: CommandContext, selection: Selection) {
  const { options } = context
  const texts = { title: options.text('title') ?? '', template: options.text('template') ?? '' }
  return { ...selection, ...printing(context), ...texts }
}

function bookOrder(context: CommandContext, selection: Selection): Order {
  const grouping = context.options.choice('group', BOOK_GROUPINGS) ?? 'month'
  const sort = sortOrder(context.options) ?? 'oldest'
  return { kind: 'book', ...pdfOrder(context, selection), grouping, sort }
}

function reportOrder(context: CommandContext, selection: Selection): Order {
  return { kind: 'report', ...pdfOrder(context, selection) }
}

function timelineOrder(context: CommandContext, selection: Selection): Order {
  const grain = context.options.choice('by', [...GRAINS, 'auto']) ?? 'auto'
  const lanes = context.options.choice('lanes', LANE_FIELDS) ?? null
  return { kind: 'timeline', ...pdfOrder(context, selection), grain, lanes }
}

function digestOrder(context: CommandContext, selection: Selection): Order {
  const period = context.options.choice('period', PERIODS) ?? 'day'
  return { kind: 'digest', ...pdfOrder(context, selection), period }
}

function dataOrder({ options }: CommandContext, selection: Selection, format: ExportFormat): Order {
  return { kind: 'data', format, ...selection, sort: sortOrder(options) ?? 'newest' }
}
