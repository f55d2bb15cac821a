import type { Translate } from '../core/translate/create-translator.ts'
import type { Command, OptionSpec } from './command.ts'

/** Options that every command takes. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  archive: { type: 'string', short: 'a', placeholder: 'DIR', about: 'cli.option.archive' },
  json: { type: 'boolean', about: 'cli.option.json' },
  ui: { type: 'string', placeholder: 'L', about: 'cli.option.ui' },
  help: { type: 'boolean', short: 'h', about: 'cli.option.help' },
}

/** The help of the whole program. */
export function generalHelp(commands: readonly Command[], translate: Translate): readonly string[] {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    translate('cli.summary'),
    '',
    translate('cli.usage', { line: 'press-archive COMMAND [-a DIR] [--json] ...' }),
    '',
    translate('cli.commands'),
    ...commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${translate(about)}`),
    '',
    translate('cli.options'),
    ...optionLines(COMMON_OPTIONS, translate),
    `  ${'--version'.padEnd(OPTION_WIDTH)}  ${translate('cli.option.version')}`,
    '',
    translate('cli.moreHelp'),
    translate('cli.exitCodes'),
  ]
}

/** The help of one command. */
export function commandHelp(command: Command, translate: Translate): readonly string[] {
  return [
    translate(command.about),
    '',
    ...command.usage.map((line) => translate('cli.usage', { line: `press-archive ${line}` })),
    '',
    translate('cli.options'),
    ...optionLines(command.options, translate),
    ...optionLines(COMMON_OPTIONS, translate),
    ...(command.takesQuery === true ? ['', translate('cli.queryHelp')] : []),
  ]
}

const OPTION_WIDTH = 20

function optionLines(options: Readonly<Record<string, OptionSpec>>, translate: Translate): readonly string[] {
  return Object.entries(options).map(([name, { short, placeholder, about }]) => {
    const names = `${short === undefined ? '' : `-${short}, `}--${name}`
    return `  ${`${names}${placeholder === undefined ? '' : ` ${placeholder}`}`.padEnd(OPTION_WIDTH)}  ${translate(about)}`
  })
}
