import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startWebServer, type WebServer, type WebServerOptions } from '../../web/server.ts'
import { createFakeHostCore, type FakeHostCore } from './fake-host-core.ts'
import { makeTempDir } from './temp-dir.ts'

/** A loopback host over a fake core. */
export interface FakeHost {
  readonly core: FakeHostCore
  readonly server: WebServer
  readonly port: number
  /** Failures that the host took for bugs. */
  readonly bugs: unknown[]
  /** Trades a fresh launch code in. */
  signIn(): Promise<string>
  /** Sends a request as the page would, with the token. */
  send(token: string, path: string, init?: RequestInit): Promise<Response>
}

/** Starts a host that ends with the running test. */
export async function startFakeHost(options: Partial<WebServerOptions> = {}): Promise<FakeHost> {
  const interfaceFolder = await makeTempDir()
  await mkdir(join(interfaceFolder, 'assets'))
  await writeFile(join(interfaceFolder, 'index.html'), '<!doctype html><title>Press Archive</title>')
  await writeFile(join(interfaceFolder, 'assets', 'main.js'), 'export {}')
  await writeFile(join(interfaceFolder, 'notes.txt'), 'not part of the interface')
  const core = createFakeHostCore()
  const bugs: unknown[] = []
  const server = await startWebServer({
    core,
    interfaceFolder,
    port: 0,
    clock: Date.now,
    idleTime: 600_000,
    onIdle: () => undefined,
    reportBug: (_, error) => bugs.push(error),
    ...options,
  })
  onTestFinished(() => server.close())
  const { origin } = server
  return {
    core,
    server,
    bugs,
    port: Number(new URL(origin).port),
    signIn: async () => {
      const code = new URL(server.newLink()).hash.slice('#code='.length)
      const response = await fetch(`${origin}/session`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      })
      const { token } = (await response.json()) as { token: string }
      return token
    },
    send: (token, path, init = {}) =>
      fetch(`${origin}${path}`, {
        ...init,
        headers: { origin, authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) },
      }),
  }
}
