import { fork, type ChildProcess } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import type { ArchiveEvent } from '../../core/contract/archive-events.ts'
import type { StartChoice } from '../../core/workspace/open-at-start.ts'
import { createAnswerMessage } from '../../electron/ipc.ts'
import { ASKING_CHANNELS, type AskingChannel } from '../../electron/channels.ts'
import type { Program } from '../../electron/child-programs.ts'
import { connectCore, type CoreConnection } from '../../electron/core-connection.ts'
import type { DesktopHost } from '../../electron/host-api.ts'
import { createPressHandler, listInterface } from '../../electron/press-protocol.ts'

/*
 * Stands in for Electron where its binary is not there: the built core runs in a process of its own behind the line that a
 * utility process has, its children are started by this process, the real preload script runs in a real Chromium, and the
 * real handlers answer its messages and the addresses of its pages. What only Electron has is missing: its sandbox, its
 * isolated world, its own windows, menus and dialogs.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const DIST = join(ROOT, 'dist')
const SHIM = new URL('../support/parent-port.mjs', import.meta.url).href
/** Chromium knows no `press:` scheme; this secure origin, answered without any network, takes its place. */
const PAGE_ORIGIN = 'https://app.press.invalid'
const OWN_FRAME = { url: 'press://app/index.html' }

export interface DesktopStandIn {
  readonly core: CoreConnection
  /** Faults of the main process's side. */
  readonly bugs: readonly string[]
  open(page: Page): Promise<void>
  stop(): Promise<void>
}

/** Starts the core's process with folders of its own below `home`. */
export async function startDesktop(
  home: string,
  choice: Partial<StartChoice>,
  host: Partial<DesktopHost> = {},
): Promise<DesktopStandIn> {
  const folders = {
    configFolder: join(home, 'config'),
    cacheFolder: join(home, 'cache'),
    privateFolder: join(home, 'private'),
    documentsFolder: join(home, 'documents'),
  }
  await mkdir(home, { recursive: true })
  const bugs: string[] = []
  const pages = new Set<Page>()
  const core = connectCore({
    fork: () => asProgram(forkBuilt('electron/core-process.mjs')),
    forkChild: (entry) => asProgram(forkBuilt(`workers/${entry}.mjs`)),
    startCall: () => ({
      kind: 'start',
      folders,
      choice: { archive: null, firstRun: false, language: 'en', documentsFolder: folders.documentsFolder, ...choice },
    }),
    onEvent: (event) => pages.forEach((page) => void tell(page, event)),
    onRestart: (code) => bugs.push(`the core ended with code ${String(code)}`),
  })
  const started = await core.call({
    kind: 'start',
    folders,
    choice: { archive: null, firstRun: false, language: 'en', documentsFolder: folders.documentsFolder, ...choice },
  })
  if (!('ok' in started)) throw new Error(started.error.message)
  const callCore: CoreConnection['call'] = (call) => core.call(call)
  const handle = createPressHandler({ interfaceFiles: await listInterface(join(DIST, 'renderer')), callCore })
  const answer = createAnswerMessage({
    callCore,
    host: { ...NO_DIALOGS, ...host },
    reportBug: (where, error) => bugs.push(`${where}: ${String(error)}`),
  })
  const preload = await bundlePreload()
  return {
    core,
    bugs,
    stop: () => core.stop(),
    open: async (page) => {
      await page.exposeFunction('askMainProcess', (channel: AskingChannel, given: readonly unknown[]) => {
        if (!ASKING_CHANNELS.includes(channel)) throw new Error(`no channel ${channel}`)
        return answer(channel, { senderFrame: OWN_FRAME, sender: { mainFrame: OWN_FRAME } }, given)
      })
      await page.addInitScript({ content: preload })
      await page.route('**/*', async (route) => {
        const url = route.request().url()
        if (!url.startsWith(`${PAGE_ORIGIN}/`)) {
          await route.abort()
          return
        }
        const reply = await handle(new Request(url.replace(PAGE_ORIGIN, 'press://app')))
        await route.fulfill({
          status: reply.status,
          headers: Object.fromEntries(reply.headers),
          body: Buffer.from(await reply.arrayBuffer()),
        })
      })
      pages.add(page)
      page.once('close', () => pages.delete(page))
      await page.goto(`${PAGE_ORIGIN}/index.html`)
    },
  }
}

const refuse = (): Promise<never> => Promise.reject(new Error('this stand-in has no such dialog'))
const NO_DIALOGS: DesktopHost = {
  pickFolder: refuse,
  saveDocument: refuse,
  saveAttachment: refuse,
  openLink: refuse,
  revealArchive: refuse,
}

function forkBuilt(file: string): ChildProcess {
  return fork(join(DIST, file), [], {
    execArgv: ['--import', SHIM],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** A child process with the methods of a utility process. */
function asProgram(child: ChildProcess): Program {
  return {
    postMessage: (message: unknown) => void child.send(message as object, () => undefined),
    kill: () => child.kill('SIGKILL'),
    on: (name: string, listener: (value: never) => void) => child.on(name, listener as () => void),
  } as unknown as Program
}

function tell(page: Page, event: ArchiveEvent): Promise<unknown> {
  const script = `window.hearMainProcess?.(${JSON.stringify(event)})`
  return page.evaluate(script).catch(() => undefined)
}

/** The real preload script over the few functions of Electron that it uses. */
async function bundlePreload(): Promise<string> {
  const electron = `
    const listeners = new Map()
    window.hearMainProcess = (event) => (listeners.get('press:event') ?? []).forEach((hear) => hear({}, event))
    export const contextBridge = { exposeInMainWorld: (name, api) => { window[name] = api } }
    export const ipcRenderer = {
      invoke: (channel, ...given) => window.askMainProcess(channel, given),
      on: (channel, hear) => listeners.set(channel, [...(listeners.get(channel) ?? []), hear]),
      off: (channel, hear) => listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== hear)),
    }`
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'electron', 'preload.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    plugins: [
      {
        name: 'electron stand-in',
        setup: (plugin) => {
          plugin.onResolve({ filter: /^electron$/ }, () => ({ path: 'electron', namespace: 'stand-in' }))
          plugin.onLoad({ filter: /.*/, namespace: 'stand-in' }, () => ({ contents: electron, loader: 'js' }))
        },
      },
    ],
  })
  return outputFiles[0]?.text ?? ''
}
