import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, type Page } from '@playwright/test'

/** A running web host with folders of its own. */
export interface RunningHost {
  /** Address with the launch code; it works once. */
  readonly url: string
  /** The user's folders of this host. */
  readonly home: string
  /** A new address for another window. */
  readonly newUrl: () => Promise<string>
}

export interface HostOptions {
  /** Words after `web/main.mjs`; `['--first-run']` opens nothing. */
  readonly hostArguments: readonly string[]
}

interface Fixtures extends HostOptions {
  readonly host: RunningHost
  /** A page of the host, with the failures that it met. */
  readonly app: Page
}

function startHost(home: string, words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['dist/web/main.mjs', '--no-open', '--json', ...words], {
    env: { ...process.env, PRESS_ARCHIVE_HOME: home, LANG: 'en_US.UTF-8', LC_ALL: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

async function* urlsOf(child: ChildProcess): AsyncGenerator<string> {
  if (child.stdout === null) throw new Error('The host has no standard output.')
  for await (const line of createInterface({ input: child.stdout })) {
    const reply: unknown = JSON.parse(line)
    if (typeof reply === 'object' && reply !== null && 'url' in reply) yield String(reply.url)
  }
}

async function nextUrl(urls: AsyncGenerator<string>): Promise<string> {
  const next = await urls.next()
  if (next.done === true) throw new Error('The host ended before it told its address.')
  return next.value
}

/** Each test gets its own host, its own folders and a page that fails the test when the program reports a fault. */
export const test = base.extend<Fixtures>({
  hostArguments: [[], { option: true }],
  host: async ({ hostArguments }, use) => {
    const home = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-e2e-')))
    const child = startHost(home, hostArguments)
    const urls = urlsOf(child)
    try {
      const url = await nextUrl(urls)
      const newUrl = (): Promise<string> => {
        child.stdin?.write('\n')
        return nextUrl(urls)
      }
      await use({ url, home, newUrl })
    } finally {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    }
  },
  app: async ({ page, host }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`)
    })
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      const own = hostname === '127.0.0.1' || protocol === 'blob:' || protocol === 'data:'
      if (!own) faults.push(`request elsewhere: ${request.url()}`)
    })
    await page.goto(host.url)
    await use(page)
    if (faults.length > 0) throw new Error(`The program met faults:\n${faults.join('\n')}`)
  },
})

export { expect } from '@playwright/test'
