import { basename } from 'node:path'
import type { ArchiveSummary } from '../../core/contract/results.ts'
import { LANGUAGES } from '../../core/model/language.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT } from '../exit-code.ts'

/** Prints the archive just made. */
export function printCreated({ print, translate }: CommandContext, { id, name, path }: ArchiveSummary): void {
  print.result({ id, name, path }, () => [translate('cli.done.created', { name, path })])
}

/** `init`: makes an empty archive in the folder named. */
export const initCommand: Command = {
  name: 'init',
  about: 'cli.about.init',
  usage: ['init [-a DIR] [--name N] [--language ru]'],
  options: {
    name: { type: 'string', placeholder: 'N', about: 'cli.option.name' },
    language: { type: 'string', placeholder: 'L', about: 'cli.option.archiveLanguage' },
  },
  operands: { least: 0, most: 0, names: [] },
  run: async (context) => {
    const { options, folder, language } = context
    const wanted = options.choice('language', LANGUAGES) ?? language
    const name = options.text('name') ?? basename(folder)
    const { client } = await context.core()
    printCreated(context, await client('workspace.create', { folder, name, language: wanted }))
    return EXIT.done
  },
}
