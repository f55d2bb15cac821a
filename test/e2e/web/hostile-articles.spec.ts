import { createServer, type AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { hostileFiles } from '../../support/hostile-files.ts'
import { hostilePieces } from '../../support/hostile-html.ts'
import { expect, test } from '../fixtures.ts'
import { createEmptyArchive, openImport } from '../pages/first-run.ts'
import { wordsOf } from '../pages/words.ts'

test.use({ hostArguments: ['--first-run'] })

const words = wordsOf('en')

/** What a page did that it must not do. */
interface Deeds {
  readonly dialogs: string[]
  readonly requests: string[]
}

function watchDeeds(page: Page, own: string): Deeds {
  const deeds: Deeds = { dialogs: [], requests: [] }
  page.on('dialog', (dialog) => {
    deeds.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== own && !['blob:', 'data:', 'about:'].includes(url.protocol)) deeds.requests.push(request.url())
  })
  return deeds
}

async function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(() => '__ran' in window)
}

/** Touches everything that reacts to a person, but for the buttons and lists of the program where they are named. */
async function provoke(page: Page, spared = 'none'): Promise<void> {
  await page.evaluate((own) => {
    for (const element of document.querySelectorAll('*')) {
      if (element.closest(own) !== null) continue
      for (const type of ['click', 'mouseover', 'focus', 'pointerenter', 'error', 'load', 'scroll', 'toggle'])
        element.dispatchEvent(new Event(type, { cancelable: true }))
    }
  }, spared)
}

/** Goes to the next page: one that was about to go elsewhere may break that off once. */
async function goPast(page: Page, address: string): Promise<void> {
  await expect(() => page.goto(address, { waitUntil: 'domcontentloaded' })).toPass({ timeout: 10_000 })
}

const OWN_CONTROLS = 'button, nav, header, [role="listbox"], [role="toolbar"]'

/** Pieces that break out of what stands around them. */
const ALONE = 64
const CLOSERS =
  '"></a></select></svg></video></details></marquee></math></object></table></form></textarea></style></iframe></div>'
const GROUP = 20

function groupsOf(pieces: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(pieces.length / GROUP) }, (_, place) =>
    pieces.slice(place * GROUP, (place + 1) * GROUP),
  )
}

/** Imports one file of every kind, all full of scripts; the number of articles that they became. */
async function importHostile(page: Page): Promise<number> {
  const files = Object.entries(hostileFiles()).map(([name, bytes]) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }))
  await createEmptyArchive(page, words)
  await openImport(page, words)
  await page.getByTestId('import-files').setInputFiles(files)
  await page
    .getByRole('main')
    .getByRole('button', { name: words('import.start'), exact: true })
    .click()
  const summary = page.getByRole('status').filter({ hasText: / added/ })
  await expect(summary).toBeVisible({ timeout: 120_000 })
  const added = Number(/(\d+) added/.exec(await summary.innerText())?.[1])
  expect(added).toBeGreaterThanOrEqual(files.length)
  return added
}

test.describe('hostile articles', () => {
  test.setTimeout(240_000)

  test('come in through every importer and do nothing in the review queue and in the reader', async ({ app, host }) => {
    const deeds = watchDeeds(app, new URL(host.url).origin)
    const added = await importHostile(app)
    await app.getByRole('button', { name: words('import.review') }).click()
    const queue = app.getByRole('list', { name: words('review.queue') }).getByRole('button')
    await expect(queue).toHaveCount(added)
    const headline = app.getByRole('heading', { level: 2 }).first()
    for (let place = 0; place < added; place += 1) {
      await queue.nth(place).click()
      const name = (await queue.nth(place).locator('span').first().innerText()).trim()
      // The original is read once more to be shown beside the article.
      await expect(headline).toHaveText(name, { timeout: 40_000 })
      await provoke(app, OWN_CONTROLS)
    }
    await app.getByRole('button', { name: words('shell.library'), exact: true }).click()
    const reader = app.locator('[data-pane="reader"]')
    const rows = app.getByRole('listbox').getByRole('option')
    let shown = 0
    for (let place = 1; place <= added; place += 1) {
      // The list draws only the rows in sight, so that it is walked by its keys.
      if (place === 1) await rows.first().click()
      else await app.keyboard.press('ArrowDown')
      const row = app.locator(`[role="option"][aria-posinset="${String(place)}"][aria-selected="true"]`)
      await expect(row).toBeVisible()
      const [name = ''] = (await row.innerText()).split('\n')
      await expect(reader.getByRole('heading').first()).toHaveText(name.trim(), { timeout: 40_000 })
      shown += (await reader.innerText()).length
      await provoke(app, OWN_CONTROLS)
    }
    expect(shown).toBeGreaterThan(added * 5_000)
    expect(deeds).toEqual({ dialogs: [], requests: [] })
    expect(await hasRun(app)).toBe(false)
  })

  test('do nothing by the content policy alone, as if nobody had cleaned them', async ({ page, host }) => {
    let connections = 0
    const listener = createServer((socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    // A server that listens on a port has an address of this kind.
    const spy = `127.0.0.1:${String((listener.address() as AddressInfo).port)}`
    const { origin } = new URL(host.url)
    const deeds = watchDeeds(page, origin)
    const pieces = hostilePieces().map((piece) => piece.replaceAll('spy.example', spy))
    const headers = await page.request.get(`${origin}/`).then((reply) => reply.headers())
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    // The last kinds swallow all that follows them, so that each needs a page of its own.
    const alone = pieces.slice(-ALONE).map((piece) => [piece])
    const pages = [...groupsOf(pieces.slice(0, -ALONE)), ...alone]
    let shown = 0
    await page.route(`${origin}/hostile/*`, async (route) => {
      const place = Number(route.request().url().split('/').at(-1))
      const group = pages[Math.abs(place)] ?? []
      shown += group.length
      await route.fulfill({
        headers: { ...(place < 0 ? {} : headers), 'content-type': 'text/html; charset=utf-8' },
        body: `<!doctype html><title>Hostile</title><p>Text.</p>${group.join(CLOSERS)}${CLOSERS}<img src="http://${spy}/pixel.gif"><script>window.__ran=1</script>`,
      })
    })
    const ran: string[] = []
    for (const [place, group] of pages.entries()) {
      await goPast(page, `${origin}/hostile/${String(place)}`)
      await provoke(page)
      if (await hasRun(page)) ran.push(...group)
    }
    expect(shown).toBeGreaterThanOrEqual(500)
    expect(ran).toEqual([])
    expect(deeds.dialogs).toEqual([])
    expect(connections).toBe(0)
    // Without the policy the same pages do act: the test can see it.
    await page.goto(`${origin}/hostile/-1`, { waitUntil: 'load' })
    await provoke(page)
    expect(await hasRun(page)).toBe(true)
    expect(connections).toBeGreaterThan(0)
    listener.close()
  })
})
