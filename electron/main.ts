import { app, dialog, ipcMain, Menu, protocol, session, shell, utilityProcess, type BrowserWindow } from 'electron'
import { openEnvelope } from '../core/contract/envelope.ts'
import { isAppError } from '../core/contract/app-error.ts'
import type { RequestInput, RequestName, RequestResult } from '../core/contract/archive-api.ts'
import type { ArchiveEvent } from '../core/contract/archive-events.ts'
import { systemLanguage } from '../core/model/system-language.ts'
import { CHILD_OPTIONS, CORE_OPTIONS } from '../core/processes/child-options.ts'
import { createFileLog } from '../core/processes/file-log.ts'
import { createTranslator, type Translate } from '../core/translate/create-translator.ts'
import { appFolders, PROGRAM_FILES, workerFile } from './app-paths.ts'
import { EVENT_CHANNEL } from './channels.ts'
import { connectCore, type CoreConnection } from './core-connection.ts'
import type { CoreCall } from './core-messages.ts'
import { createDesktopHost } from './host-api.ts'
import { createAnswerMessage, registerChannels } from './ipc.ts'
import { lockAllContents, lockSession, OFFLINE_SWITCHES } from './lock-down.ts'
import { menuTemplate, type MenuActions } from './menu.ts'
import { createPressHandler, listInterface, PRESS_SCHEME } from './press-protocol.ts'
import { readStartOptions } from './start-options.ts'
import { createWindow } from './window.ts'

app.enableSandbox()
protocol.registerSchemesAsPrivileged([PRESS_SCHEME])
for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value)
lockAllContents(app)

const folders = appFolders(app)
const log = createFileLog(folders.privateFolder, 'desktop', () => new Date())
const startOptions = readStartOptions(process.argv.slice(1))
const reportBug = (where: string, error: unknown): void => log.error(where, error)

let window: BrowserWindow | undefined
let translate: Translate = createTranslator('en')

function currentWindow(): BrowserWindow {
  window ??= openWindow()
  return window
}

function openWindow(): BrowserWindow {
  const opened = createWindow(PROGRAM_FILES.preload, app.isPackaged)
  opened.on('closed', () => {
    window = undefined
  })
  return opened
}

const startCall = (): CoreCall => ({
  kind: 'start',
  folders,
  choice: {
    ...startOptions,
    language: systemLanguage(app.getPreferredSystemLanguages()),
    documentsFolder: folders.documentsFolder,
  },
})

function hearEvent(event: ArchiveEvent): void {
  window?.webContents.send(EVENT_CHANNEL, event)
  if (event.name === 'workspace.changed' || event.name === 'settings.changed') void refreshMenu()
}

let core: CoreConnection | undefined

function callCore(call: CoreCall): ReturnType<CoreConnection['call']> {
  if (core === undefined) throw new Error('callCore: the core has not been started')
  return core.call(call)
}

/** A request of the main process itself, which the menu needs. */
async function request<Name extends RequestName>(
  name: Name,
  argument: RequestInput<Name>,
): Promise<RequestResult<Name>> {
  // The contract ties the result to the name; the core answers from the same table.
  return openEnvelope(await callCore({ kind: 'request', name, argument })) as RequestResult<Name>
}

/** Runs a menu command; an expected failure is told in a dialog, a bug is written down. */
function act(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    if (!isAppError(error)) reportBug('menu', error)
    const detail = isAppError(error) ? translate(`errors.${error.code}`) : translate('errors.internal')
    void dialog.showMessageBox(currentWindow(), { type: 'error', message: translate('menu.cannotOpen'), detail })
  })
}

const host = createDesktopHost({ callCore, dialog, shell, window: currentWindow, translate: () => translate })

const menuActions: MenuActions = {
  newArchive: () => act(() => request('workspace.close', {})),
  openArchive: () =>
    act(async () => {
      const folder = await host.pickFolder()
      if (folder !== null) await request('workspace.open', { folder })
    }),
  openRecent: (folder) => act(() => request('workspace.open', { folder })),
  showFolder: () => act(() => host.revealArchive()),
  closeArchive: () => act(() => request('workspace.close', {})),
  about: () => {
    const detail = `${translate('menu.version', { version: app.getVersion() })}\n${translate('menu.offline')}`
    void dialog.showMessageBox(currentWindow(), { type: 'info', message: translate('shell.appName'), detail })
  },
}

async function refreshMenu(): Promise<void> {
  const [{ language }, status] = await Promise.all([request('settings.read', {}), request('workspace.status', {})])
  translate = createTranslator(language)
  const template = menuTemplate({ translate, platform: process.platform, status }, menuActions)
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

async function start(): Promise<void> {
  await lockSession(session.defaultSession, app.isPackaged)
  core = connectCore({
    fork: () =>
      utilityProcess.fork(PROGRAM_FILES.coreProcess, [], {
        serviceName: 'Press Archive core',
        stdio: 'ignore',
        execArgv: [...CORE_OPTIONS],
      }),
    forkChild: (entry) =>
      utilityProcess.fork(workerFile(entry), [], {
        serviceName: `Press Archive ${entry}`,
        stdio: 'ignore',
        execArgv: [...CHILD_OPTIONS],
      }),
    startCall,
    onEvent: hearEvent,
    onRestart: (exitCode) => {
      log.error(`The core's process ended with code ${exitCode} and was started again.`)
      void dialog.showMessageBox(currentWindow(), { type: 'warning', message: translate('menu.coreEnded') })
    },
  })
  const interfaceFiles = await listInterface(PROGRAM_FILES.interfaceFolder)
  protocol.handle(PRESS_SCHEME.scheme, createPressHandler({ interfaceFiles, callCore }))
  registerChannels(ipcMain, createAnswerMessage({ callCore, host, reportBug }))
  const started = await core.call(startCall())
  if (!('ok' in started)) log.warn(`No archive at start: ${started.error.message}`)
  await refreshMenu()
  currentWindow()
}

async function stop(): Promise<void> {
  const running = core
  core = undefined
  await running?.stop()
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    currentWindow().restore()
    currentWindow().focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (core === undefined) return
    event.preventDefault()
    void stop().finally(() => app.quit())
  })
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      reportBug('start', error)
      app.exit(1)
    })
} else {
  app.quit()
}
