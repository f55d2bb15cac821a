import { createServer, type AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { hostilePieces } from '../../support/hostile-html.ts'
import { expect, test } from '../fixtures.ts'

test.use({ hostArguments: ['--first-run'] })

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

/** Touches everything that reacts to a person. */
async function provoke(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) {
      for (const type of ['click', 'mouseover', 'focus', 'pointerenter', 'error', 'load', 'scroll', 'toggle'])
        element.dispatchEvent(new Event(type, { cancelable: true }))
    }
  })
}

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

test.describe('hostile articles', () => {
  test.setTimeout(240_000)

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
      await page.goto(`${origin}/hostile/${String(place)}`, { waitUntil: 'domcontentloaded' })
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
