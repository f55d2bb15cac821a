import { LANGUAGES } from '../../core/model/language.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import { printCreated } from './init.ts'

/** `sample`: makes the sample archive in the folder named. */
export const sampleCommand: Command = {
  name: 'sample',
  about: 'cli.about.sample',
  usage: ['sample [-a DIR] [--language ru]'],
  options: { language: { type: 'string', placeholder: 'L', about: 'cli.option.archiveLanguage' } },
  operands: { least: 0, most: 0, names: [] },
  run: async (context) => {
    const language = context.options.choice('language', LANGUAGES) ?? context.language
    const { client } = await context.core()
    printCreated(context, await client('workspace.createSample', { folder: context.folder, language }))
    return EXIT.done
  },
}
