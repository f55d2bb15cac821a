import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isChildNews, type ChildOrder } from './child-messages.ts'
import { CHILD_OPTIONS } from './child-options.ts'
import { electronPort, type ElectronPort } from './electron-port.ts'
import { entryUrl, type EntryName } from './entry-url.ts'

/** A program of its own that works for this one: what it does cannot hurt or stop this one. */
export interface ChildProgram {
  /** Sends a message that structured cloning can copy. */
  send(message: unknown): void
  /** Ends it at once. `onExit` follows. */
  kill(): void
}

/** What is heard of a child. */
export interface ChildListeners {
  readonly onMessage: (message: unknown) => void
  /** Called once and last, also for a child that could not be started; `code` is null where it was killed or never ran. */
  readonly onExit: (code: number | null) => void
}

/**
 * Starts one of the core's programs: as a child process of Node, or in the desktop program, whose packaged form cannot run
 * as Node, as a utility process through the main process.
 */
export function launchChild(entry: EntryName, listeners: ChildListeners): ChildProgram {
  const port = electronPort()
  return port === null ? launchNodeChild(entry, listeners) : launchElectronChild(port, entry, listeners)
}

function launchNodeChild(entry: EntryName, { onMessage, onExit }: ChildListeners): ChildProgram {
  const child = fork(fileURLToPath(entryUrl(entry)), [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...CHILD_OPTIONS],
    env: { ...process.env, ...CLOSED_NETWORK },
  })
  let isOver = false
  const end = (code: number | null): void => {
    if (!isOver) onExit(code)
    isOver = true
  }
  child.on('message', onMessage)
  child.once('error', () => end(null))
  child.once('close', end)
  return {
    // A child that has ended meanwhile tells so by its exit.
    send: (message) => void child.send(message as object, () => undefined),
    kill: () => void child.kill('SIGKILL'),
  }
}

let lastChild = 0

/** Starts a child through the main process. Exported for tests, which play the main process. */
function launchElectronChild(
  port: ElectronPort,
  entry: EntryName,
  { onMessage, onExit }: ChildListeners,
): ChildProgram {
  lastChild += 1
  const child = lastChild
  const order = (message: ChildOrder): void => port.postMessage(message)
  const hear = ({ data }: { readonly data: unknown }): void => {
    if (!isChildNews(data) || data.child !== child) return
    if (data.news === 'message') {
      onMessage(data.message)
      return
    }
    port.off('message', hear)
    onExit(data.code)
  }
  port.on('message', hear)
  order({ order: 'launch', child, entry })
  return {
    send: (message) => order({ order: 'send', child, message }),
    kill: () => order({ order: 'kill', child }),
  }
}

/** Whatever a child tries to fetch ends at a closed port of this computer. */
const NOWHERE = 'http://127.0.0.1:9'
const CLOSED_NETWORK = {
  HTTP_PROXY: NOWHERE,
  HTTPS_PROXY: NOWHERE,
  ALL_PROXY: NOWHERE,
  http_proxy: NOWHERE,
  https_proxy: NOWHERE,
  all_proxy: NOWHERE,
  NO_PROXY: '',
  no_proxy: '',
}
