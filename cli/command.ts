import type { HostCore } from '../core/contract/host-core.ts'
import type { ArchiveClient } from '../core/contract/archive-api.ts'
import type { Language } from '../core/model/language.ts'
import type { MessageKey, Translate } from '../core/translate/create-translator.ts'
import type { ExitCode } from './exit-code.ts'
import type { OptionValues } from './option-values.ts'
import type { Printer } from './print.ts'

/** An option of a command. All options with a value may be given as `--name value` or `--name=value`. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  readonly short?: string
  /** Stands for the value in the help, in capitals. */
  readonly placeholder?: string
  readonly about: MessageKey
}

/** What commands use of a core, be it in this process or in the one that has the archive open. */
export type CommandCore = Pick<HostCore, 'client' | 'subscribe'> & {
  readonly intake: Pick<HostCore['intake'], 'addPath'>
  readonly documents: Pick<HostCore['documents'], 'copyTo'>
}

/** What a command gets to do its work with. */
export interface CommandContext {
  readonly translate: Translate
  /** Language of the texts. */
  readonly language: Language
  readonly print: Printer
  readonly options: OptionValues
  readonly operands: readonly string[]
  /** Folder that the user named, or the current one: where `init` makes an archive. */
  readonly folder: string
  /** The core without an archive. */
  readonly core: () => Promise<CommandCore>
  /** Opens the archive at `folder`, once. @throws AppError `no-archive` */
  readonly open: () => Promise<ArchiveClient>
  /** Whether the user named an archive, by `-a` or PRESS_ARCHIVE. */
  readonly isFolderNamed: boolean
}

/** One command of the command line. */
export interface Command {
  readonly name: string
  readonly about: MessageKey
  /** Lines of usage after `press-archive `. */
  readonly usage: readonly string[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Fewest and most words that are no options; the first missing one is named after `operandNames`. */
  readonly operands: { readonly least: number; readonly most: number; readonly names: readonly string[] }
  /** Whether its help explains queries and ids. */
  readonly takesQuery?: boolean
  /** Whether it changes the archive: then it goes through the process that has the archive open, or waits for it. */
  readonly writes?: boolean
  /** Flags with which a command that else only reads changes the archive. */
  readonly writesWith?: readonly string[]
  readonly run: (context: CommandContext) => Promise<ExitCode>
}
