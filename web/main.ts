import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { AppError } from '../core/contract/app-error.ts'
import type { HostCore } from '../core/contract/host-core.ts'
import { createCore } from '../core/create-core.ts'
import { systemLanguage } from '../core/model/system-language.ts'
import { isBundled } from '../core/processes/entry-url.ts'
import { createFileLog } from '../core/processes/file-log.ts'
import { userFolders } from '../core/processes/user-folders.ts'
import { openAtStart } from '../core/workspace/open-at-start.ts'
import { CODE_TIME } from './access.ts'
import { hasDisplay, openBrowser } from './open-browser.ts'
import { startWebServer, type WebServer } from './server.ts'

const MINUTE = 60_000
/** Whoever has to copy the address from a terminal by hand needs longer than a browser that opens it by itself. */
const COPIED_CODE_TIME = 10 * MINUTE

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    archive: { type: 'string' },
    'first-run': { type: 'boolean', default: false },
    'idle-minutes': { type: 'string', default: '30' },
    'code-seconds': { type: 'string' },
  },
})

const folders = userFolders()
const clock = (): Date => new Date()
const log = createFileLog(folders.privateFolder, 'web', clock)
const environment = process.env
const isOpening = !values['no-open'] && hasDisplay(process.platform, environment)

function interfaceFolder(): string {
  return fileURLToPath(new URL(isBundled() ? '../renderer/' : '../dist/renderer/', import.meta.url))
}

function codeTime(): number {
  const asked = values['code-seconds']
  if (asked !== undefined) return Number(asked) * 1_000
  return isOpening ? CODE_TIME : COPIED_CODE_TIME
}

function print(url: string): void {
  console.log(values.json ? JSON.stringify({ url }) : url)
}

/** Hands the address to the browser, or prints it with its code where the user has to open it. */
async function present(server: WebServer): Promise<void> {
  const link = server.newLink()
  if (!isOpening) {
    print(link)
    return
  }
  const { opened } = await openBrowser({
    link,
    privateFolder: folders.privateFolder,
    platform: process.platform,
    environment,
  })
  print(opened ? server.origin : link)
}

async function start(): Promise<void> {
  const core: HostCore = await createCore({ ...folders, clock, log })
  await openAtStart(core.client, {
    archive: values.archive ?? null,
    firstRun: values['first-run'],
    language: systemLanguage([environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']]),
    documentsFolder: folders.documentsFolder,
  })
  const server = await startWebServer({
    core,
    interfaceFolder: interfaceFolder(),
    port: Number(values.port),
    clock: Date.now,
    codeTime: codeTime(),
    idleTime: Number(values['idle-minutes']) * MINUTE,
    onIdle: () => void stop(server, 0),
    reportBug: (where, error) => log.error(where, error),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(server, 0))
  // Enter gives a new address, for another browser or when the code was too old.
  createInterface({ input: process.stdin }).on('line', () => print(server.newLink()))
  await present(server)
}

async function stop(server: WebServer, exitCode: number): Promise<void> {
  await server.close()
  process.exit(exitCode)
}

try {
  await start()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  console.error(`${error.message} (${error.code})`)
  process.exit(1)
}
