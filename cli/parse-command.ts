import { parseArgs } from 'node:util'
import type { Command, OptionSpec } from './command.ts'
import { COMMON_OPTIONS } from './help.ts'
import { createOptionValues, type OptionValues } from './option-values.ts'
import { UsageError } from './usage-error.ts'

/** The words of a call, sorted. */
export interface ParsedCommand {
  readonly options: OptionValues
  readonly operands: readonly string[]
}

/**
 * Sorts the words after a command's name into options and operands.
 *
 * @throws UsageError for an unknown option, a missing value, and too few or too many operands.
 */
export function parseCommand(command: Command, words: readonly string[]): ParsedCommand {
  const { values, positionals } = parseWords(command, words)
  const options = createOptionValues(values)
  if (!options.flag('help')) checkOperands(command, positionals)
  return { options, operands: positionals }
}

function parseWords(
  command: Command,
  words: readonly string[],
): {
  readonly values: Record<string, string | boolean | (string | boolean)[] | undefined>
  readonly positionals: string[]
} {
  const specs: Readonly<Record<string, OptionSpec>> = { ...COMMON_OPTIONS, ...command.options }
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, multiple = false, short }]) => [
      name,
      { type, multiple, ...(short === undefined ? {} : { short }) },
    ]),
  )
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw asUsageError(error)
  }
}

/** Node says in English what was wrong; its error codes and the option it names are enough to say it in ours. */
function asUsageError(error: unknown): unknown {
  if (!(error instanceof TypeError) || !('code' in error)) return error
  const name = /'(?:-\w, )?(-{1,2}[^'\s=]+)/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new UsageError('cli.wrong.option', { name })
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take an argument/.test(error.message)
        ? new UsageError('cli.wrong.optionNoValue', { name })
        : new UsageError('cli.wrong.optionValue', { name })
    default:
      return error
  }
}

function checkOperands({ operands }: Command, given: readonly string[]): void {
  if (given.length < operands.least) {
    throw new UsageError('cli.wrong.missing', { name: operands.names[given.length] ?? '' })
  }
  if (given.length > operands.most) {
    throw new UsageError('cli.wrong.tooMany', { value: given.slice(operands.most).join(' ') })
  }
}
