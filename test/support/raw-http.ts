import { connect } from 'node:net'

/** Sends bytes to a local port as they are, for requests that no HTTP client would send; resolves to all that came back. */
export function sendRaw(port: number, text: string, waitMs = 3_000): Promise<string> {
  return new Promise((resolve) => {
    let reply = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const timer = setTimeout(() => socket.destroy(), waitMs)
    socket.on('data', (chunk: Buffer) => (reply += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(reply)
    })
  })
}
