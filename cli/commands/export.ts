import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../core/contract/app-error.ts'
import { LANGUAGES } from '../../core/model/language.ts'
import { PAPER_SIZES, PDF_STANDARDS } from '../../core/model/pdf-options.ts'
import type { DocumentMade } from '../../core/contract/results.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { resolveIds } from '../resolve-ids.ts'
import { runTask } from '../run-task.ts'
import { UsageError } from '../usage-error.ts'

const KINDS: ReadonlyMap<string, (context: CommandContext) => Promise<DocumentMade>> = new Map([
  ['clipping', makeClipping],
])

/** `export`: writes a document made of articles into a file. */
export const exportCommand: Command = {
  name: 'export',
  about: 'cli.about.export',
  usage: ['export clipping --id ID --out PATH [--standard a-2b|ua-1] [--language ru] [--paper a4|us-letter]'],
  options: {
    id: { type: 'string', multiple: true, placeholder: 'ID', about: 'cli.option.id' },
    out: { type: 'string', short: 'o', placeholder: 'PATH', about: 'cli.option.out' },
    standard: { type: 'string', placeholder: 'S', about: 'cli.option.standard' },
    paper: { type: 'string', placeholder: 'P', about: 'cli.option.paper' },
    language: { type: 'string', placeholder: 'L', about: 'cli.option.documentLanguage' },
  },
  operands: { least: 1, most: 1, names: [[...KINDS.keys()].join('|')] },
  run: async (context) => {
    const [name = ''] = context.operands
    const make = KINDS.get(name)
    if (make === undefined) throw new UsageError('cli.wrong.command', { name: `export ${name}` })
    return writeDocument(context, make)
  },
}

async function writeDocument(
  context: CommandContext,
  make: (context: CommandContext) => Promise<DocumentMade>,
): Promise<ExitCode> {
  const path = resolve(context.options.required('out'))
  await refuseFolder(path)
  const made = await make(context)
  await (await context.core()).documents.copyTo(made.document, path)
  const { articles, pages, bytes } = made
  context.print.result({ path, articles, pages, bytes }, () => [
    context.translate('cli.done.written', { path }),
    ...(pages > 0 ? [context.translate('cli.done.pages', { count: pages })] : []),
  ])
  return EXIT.done
}

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw new AppError('not-a-file', `${path} is a folder, not a file.`, { path })
}

async function makeClipping(context: CommandContext): Promise<DocumentMade> {
  const { options, language } = context
  const written = options.all('id')
  if (written.length !== 1) throw new UsageError('cli.wrong.oneId')
  const settings = {
    language: options.choice('language', LANGUAGES) ?? language,
    standard: options.choice('standard', PDF_STANDARDS) ?? 'plain',
    paper: options.choice('paper', PAPER_SIZES) ?? 'a4',
  }
  const client = await context.open()
  const [id] = await resolveIds(client, written)
  if (id === undefined) throw new UsageError('cli.wrong.oneId')
  return runTask(context, (task) => client('documents.clipping', { id, ...settings, task }))
}
