import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
// Declares `window.pressArchive`.
import type {} from '../../../renderer/client/choose-client.ts'
import { startDesktop, type DesktopStandIn } from '../electron-stand-in.ts'

const test = base.extend<{ readonly home: string; readonly desktop: DesktopStandIn }>({
  // Playwright wants an object pattern here, also an empty one.
  home: async ({ browserName: _ }, use) => {
    const home = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-desktop-')))
    await use(home)
    await rm(home, { recursive: true, force: true, maxRetries: 3 })
  },
  desktop: async ({ home }, use) => {
    const desktop = await startDesktop(home, {})
    await use(desktop)
    await desktop.stop()
    expect(desktop.bugs).toEqual([])
  },
})

const EVERYTHING = {
  query: '',
  filter: NO_FILTER,
  sort: 'newest',
  offset: 0,
  limit: 1,
  facets: false,
  typing: false,
} as const

test('starts on the sample archive and shows its articles, under the content policy', async ({ desktop, page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await desktop.open(page)
  const first = await page.evaluate((argument) => window.pressArchive?.request('search.run', argument), EVERYTHING)
  expect(first).toMatchObject({ ok: true })
  const title = (first as { value: { hits: { article: { title: string } }[] } }).value.hits[0]!.article.title
  await expect(page.getByText(title).first()).toBeVisible()
  expect(complaints).toEqual([])
})

test('gives the page one object of functions, and nothing of Node', async ({ desktop, page }) => {
  await desktop.open(page)
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.pressArchive ?? {}).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    kind: window.pressArchive?.capabilities.kind,
  }))
  expect(seen).toEqual({ bridge: ['capabilities', 'host', 'request', 'subscribe'], node: [], kind: 'electron' })
})

test('takes a file in by pieces, imports it, tells of it, and reads it back', async ({ desktop, page }) => {
  await desktop.open(page)
  const outcome = await page.evaluate(async () => {
    const bridge = window.pressArchive!
    const heard: string[] = []
    bridge.subscribe((event) => heard.push(event.name))
    const text = `March 4, 2026\n\nA NEW LABORATORY OPENS\n\n${'The university opened a laboratory of soil chemistry. '.repeat(80_000)}\n`
    const staged = await bridge.host.stageFiles([new File([text], 'laboratory.txt')])
    if (!('ok' in staged)) return { failed: staged.error }
    const report = (await bridge.request('import.run', { sources: staged.value })) as {
      value: { items: { id: string }[] }
    }
    const id = report.value.items[0]!.id
    const article = (await bridge.request('articles.read', { id })) as {
      value: { attachments: { name: string; size: number }[] }
    }
    const [original] = article.value.attachments
    const bytes = await bridge.host.readAttachment(id, original!.name)
    return { heard, size: text.length, kept: original!.size, read: 'ok' in bytes ? bytes.value.size : bytes.error }
  })
  expect(outcome).toMatchObject({ size: outcome.kept, read: outcome.kept })
  expect(outcome.heard).toContain('archive.changed')
})

test('prints a clipping in a process of its own, started by the main process', async ({ desktop, page }) => {
  await desktop.open(page)
  const head = await page.evaluate(async (argument) => {
    const bridge = window.pressArchive!
    const found = (await bridge.request('search.run', argument)) as { value: { hits: { article: { id: string } }[] } }
    const id = found.value.hits[0]!.article.id
    const made = (await bridge.request('documents.clipping', {
      id,
      language: 'kk',
      standard: 'plain',
      paper: 'a4',
    })) as {
      value: { document: string }
    }
    const bytes = await bridge.host.readDocument(made.value.document)
    return 'ok' in bytes ? (await bytes.value.text()).slice(0, 5) : JSON.stringify(bytes.error)
  }, EVERYTHING)
  expect(head).toBe('%PDF-')
})

test('keeps the code of a failure across the bridge', async ({ desktop, page }) => {
  await desktop.open(page)
  const errors = await page.evaluate(async () => {
    const bridge = window.pressArchive!
    const missing = await bridge.host.readDocument('no-such-document')
    const unknown = await bridge.request('constructor', {})
    return [missing, unknown].map((envelope) => ('error' in envelope ? envelope.error.code : 'ok'))
  })
  expect(errors).toEqual(['not-found', 'unknown-request'])
})
