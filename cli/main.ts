import { join, resolve } from 'node:path'
import { AppError } from '../core/contract/app-error.ts'
import type { ArchiveClient } from '../core/contract/archive-api.ts'
import type { HostCore } from '../core/contract/host-core.ts'
import { LANGUAGES, type Language } from '../core/model/language.ts'
import { joinFirstProcess } from '../core/processes/door-client.ts'
import { createFileLog } from '../core/processes/file-log.ts'
import { userFolders } from '../core/processes/user-folders.ts'
import { createTranslator, type Translate } from '../core/translate/create-translator.ts'
import { createSettingsStore } from '../core/workspace/settings-store.ts'
import type { Command, CommandContext, CommandCore } from './command.ts'
import { commandFirst } from './command-first.ts'
import { backupCommand } from './commands/backup.ts'
import { exportCommand } from './commands/export.ts'
import { historyCommand } from './commands/history.ts'
import { importCommand } from './commands/import.ts'
import { importsCommand } from './commands/imports.ts'
import { initCommand } from './commands/init.ts'
import { reindexCommand } from './commands/reindex.ts'
import { restoreCommand } from './commands/restore.ts'
import { sampleCommand } from './commands/sample.ts'
import { searchCommand } from './commands/search.ts'
import { serveCommand } from './commands/serve.ts'
import { showCommand } from './commands/show.ts'
import { statsCommand } from './commands/stats.ts'
import { storyCommand } from './commands/story.ts'
import { tagCommand } from './commands/tag.ts'
import { timelineCommand } from './commands/timeline.ts'
import { trashCommand } from './commands/trash.ts'
import { undoCommand } from './commands/undo.ts'
import { verifyCommand } from './commands/verify.ts'
import { EXIT, exitCodeOf, type ExitCode } from './exit-code.ts'
import { commandHelp, generalHelp } from './help.ts'
import { parseCommand, type ParsedCommand } from './parse-command.ts'
import { createPrinter, type Printer } from './print.ts'
import { UsageError } from './usage-error.ts'
import { programVersion } from './version.ts'
import { waitUntilFree } from './wait-until-free.ts'

const COMMANDS: readonly Command[] = [
  initCommand,
  sampleCommand,
  importCommand,
  importsCommand,
  searchCommand,
  showCommand,
  tagCommand,
  storyCommand,
  timelineCommand,
  exportCommand,
  undoCommand,
  historyCommand,
  trashCommand,
  verifyCommand,
  reindexCommand,
  statsCommand,
  backupCommand,
  restoreCommand,
  serveCommand,
]

const environment = process.env
const folders = userFolders()
const log = createFileLog(folders.privateFolder, 'command-line', () => new Date())

function asLanguage(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text)
}

/** The language of the texts: as asked, else as the environment says, else as in the user's settings. */
async function chooseLanguage(words: readonly string[]): Promise<Language> {
  const place = words.findIndex((word) => word === '--ui' || word.startsWith('--ui='))
  const asked = words[place]?.startsWith('--ui=') ? words[place].slice('--ui='.length) : words[place + 1]
  const stated = (place < 0 ? undefined : asLanguage(asked)) ?? asLanguage(environment['PRESS_ARCHIVE_LANGUAGE'])
  return stated ?? (await createSettingsStore(join(folders.configFolder, 'settings.json')).read()).language
}

function createContext(command: Command, parsed: ParsedCommand, print: Printer, translate: Translate): CommandContext {
  const named = parsed.options.text('archive') ?? environment['PRESS_ARCHIVE']
  const folder = resolve(named === undefined || named === '' ? '.' : named)
  let core: Promise<CommandCore> | undefined
  let opened: Promise<ArchiveClient> | undefined
  const startCore = (): Promise<CommandCore> => (core ??= startCoreOnce())
  const writes = command.writes === true || (command.writesWith ?? []).some((name) => parsed.options.flag(name))
  const open = async (): Promise<ArchiveClient> => {
    const joined = writes ? await joinFirstProcess(folders.privateFolder, folder) : null
    if (joined !== null) {
      closing = () => joined.close()
      core = Promise.resolve(joined)
      return joined.client
    }
    const { client } = await startCore()
    const { readOnly } = await client('workspace.open', { folder })
    if (writes && readOnly === 'busy') await waitUntilFree(client, folder)
    return client
  }
  return {
    ...parsed,
    print,
    translate,
    language: translate.language,
    folder,
    isFolderNamed: named !== undefined && named !== '',
    core: startCore,
    open: () => (opened ??= open()),
  }
}

let closing: () => Promise<void> | void = () => undefined

async function startCoreOnce(): Promise<HostCore> {
  // Loaded late: help and wrong use are answered without it.
  const { createCore } = await import('../core/create-core.ts')
  const core: HostCore = await createCore({ ...folders, clock: () => new Date(), log, waitForIndex: true })
  closing = () => core.close()
  return core
}

async function run(words: readonly string[], print: Printer, translate: Translate): Promise<ExitCode> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${generalHelp(COMMANDS, translate).join('\n')}\n`)
    return name === undefined ? EXIT.usage : EXIT.done
  }
  if (name === '--version') {
    process.stdout.write(`${await programVersion()}\n`)
    return EXIT.done
  }
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command === undefined) {
    throw name.startsWith('-')
      ? new UsageError('cli.wrong.option', { name })
      : new UsageError('cli.wrong.command', { name })
  }
  const parsed = parseCommand(command, rest)
  if (parsed.options.flag('help')) {
    process.stdout.write(`${commandHelp(command, translate).join('\n')}\n`)
    return EXIT.done
  }
  return command.run(createContext(command, parsed, print, translate))
}

/** Tells what went wrong: as a sentence on standard error, and with `--json` as an object on standard output too. */
function report(error: unknown, name: string, print: Printer, translate: Translate): ExitCode {
  if (error instanceof UsageError) {
    const message = translate(error.key, error.values)
    const isKnown = COMMANDS.some((command) => command.name === name)
    print.note(message)
    print.note(translate('cli.wrong.seeHelp', { command: isKnown ? name : '' }).replace('  ', ' '))
    if (print.isJson) print.result({ error: { code: 'bad-request', message, details: {} } }, () => [])
    return EXIT.usage
  }
  if (error instanceof AppError) {
    const { code, message, details } = error
    print.note(translate.language === 'en' ? message : `${translate(`errors.${code}`)} (${message})`)
    if (print.isJson) print.result({ error: { code, message, details } }, () => [])
    return exitCodeOf(code)
  }
  log.error(`press-archive ${name}`, error)
  print.note(`${translate('errors.internal')} ${error instanceof Error ? error.message : ''}`.trim())
  if (print.isJson)
    print.result({ error: { code: 'internal', message: 'An unexpected fault in the program.', details: {} } }, () => [])
  return EXIT.failed
}

async function main(words: readonly string[]): Promise<ExitCode> {
  const print = createPrinter(words.includes('--json'), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
  })
  const translate = createTranslator(await chooseLanguage(words))
  try {
    return await run(words, print, translate)
  } catch (error) {
    return report(error, words[0] ?? '', print, translate)
  } finally {
    await closing()
  }
}

// A reader that leaves early, such as `head`, ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  throw error
})
process.exitCode = await main(commandFirst(process.argv.slice(2)))
