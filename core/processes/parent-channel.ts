import { electronPort } from './electron-port.ts'

/** Hears every message of the program that started this one, and ends this one when that has gone. */
export function hearParent(listener: (message: unknown) => void): void {
  const port = electronPort()
  if (port !== null) {
    port.on('message', ({ data }) => listener(data))
    return
  }
  process.on('message', listener)
  process.once('disconnect', () => process.exit(0))
}

/** Sends a message to the program that started this one; resolves when it has left. */
export function tellParent(message: unknown): Promise<void> {
  const port = electronPort()
  if (port !== null) {
    port.postMessage(message)
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    if (process.send === undefined) reject(new Error('tellParent: this program was started by nobody'))
    else
      process.send(message, undefined, undefined, (error: Error | null) => (error === null ? resolve() : reject(error)))
  })
}
