import type { PressArchiveBridge } from '../../core/contract/electron-bridge.ts'
import type { HostConnection } from '../../core/contract/host-api.ts'
import { createElectronClient } from './electron-client.ts'
import { connectOverHttp } from './http-client.ts'

declare global {
  interface Window {
    /** Put there by the preload script of the desktop program; absent in a browser. */
    readonly pressArchive?: PressArchiveBridge
  }
}

/**
 * Connects to the host that shows this page: the desktop program where its bridge is there, else the loopback host.
 *
 * @throws AppError `unauthorised` where the loopback host does not know this page.
 */
export async function chooseClient(): Promise<HostConnection> {
  const bridge = window.pressArchive
  return bridge === undefined ? connectOverHttp(window) : createElectronClient(bridge)
}
