/** The line to the main process that Electron gives to a utility process. */
export interface ElectronPort {
  postMessage(message: unknown): void
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  off(name: 'message', listener: (event: { readonly data: unknown }) => void): unknown
}

/** That line, or null where this program does not run as a utility process of Electron. */
export function electronPort(host: object = process): ElectronPort | null {
  // Electron documents the property; Node's types do not know it.
  const port = 'parentPort' in host ? (host.parentPort as ElectronPort | null | undefined) : null
  return port ?? null
}
