import { spawn } from 'node:child_process'
import { request } from 'node:http'
import { createInterface } from 'node:readline'
import { json } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { ArchiveClient } from '../../core/contract/archive-api.ts'
import type { Envelope } from '../../core/contract/envelope.ts'

/** The loopback host as it is shipped, running as a program of its own. */
export interface LoopbackHost {
  readonly id: number
  /** Asks as a window does. Failures are thrown with their code and message. */
  readonly request: ArchiveClient
  /** Lays a file ready as a window does with a file that was dropped. */
  readonly stage: (name: string, bytes: Uint8Array) => Promise<string>
  /** Ends the program; `kill` as a power cut does. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** Starts `web/main.mjs` of a built program with the user's folders below `home`; it ends with the test at the latest. */
export async function startLoopbackHost(
  program: string,
  home: string,
  words: readonly string[],
): Promise<LoopbackHost> {
  const child = spawn(process.execPath, [program, '--no-open', '--json', ...words], {
    cwd: home,
    env: { PATH: process.env['PATH'], PRESS_ARCHIVE_HOME: home, LANG: 'en_US.UTF-8' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((end) => child.once('close', () => end()))
  onTestFinished(() => void child.kill('SIGKILL'))
  const url = await new Promise<URL>((found, failed) => {
    // The program prints one object with its address.
    createInterface({ input: child.stdout }).once('line', (line) =>
      found(new URL((JSON.parse(line) as { url: string }).url)),
    )
    child.once('exit', (code) => failed(new Error(`the host ended with ${String(code)}`)))
  })
  const post = (path: string, body: Uint8Array | string, token = ''): Promise<unknown> =>
    new Promise((answered, failed) => {
      const authorization = token === '' ? {} : { authorization: token }
      const headers = { origin: url.origin, 'content-type': 'application/json', ...authorization }
      // A connection of its own for each: the host may close one that rests just when it is used again.
      const call = request(`${url.origin}${path}`, { method: 'POST', headers, agent: false }, (reply) => {
        json(reply).then(answered, failed)
      })
      call.on('error', failed)
      call.end(Buffer.from(body))
    })
  const open = async <Value>(reply: Promise<unknown>): Promise<Value> => {
    // What the host answers is what the contract says.
    const envelope = (await reply) as Envelope<Value>
    if ('ok' in envelope) return envelope.value
    throw new Error(`${envelope.error.code}: ${envelope.error.message}`)
  }
  // The reply of the exchange is this object.
  const { token } = (await post('/session', JSON.stringify({ code: url.hash.slice('#code='.length) }))) as {
    token: string
  }
  const bearer = `Bearer ${token}`
  // The client's type is that of the table of requests; over the wire they are all alike.
  const client = ((name: string, argument: unknown) =>
    open(post(`/api/${name}`, JSON.stringify(argument), bearer))) as ArchiveClient
  return {
    id: child.pid ?? 0,
    request: client,
    stage: async (name, bytes) => {
      const place = `/files/stage?name=${encodeURIComponent(name)}`
      return (await open<{ readonly source: string }>(post(place, bytes, bearer))).source
    },
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      await ended
    },
  }
}
