import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { expect, onTestFinished, test } from 'vitest'
import * as v from 'valibot'
import { openPromise } from 'yauzl'
import type { DocumentOrder } from '../../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { Article } from '../../../../core/model/article.ts'
import { NO_TAGS } from '../../../../core/model/tag.ts'
import { findBrowser } from '../../../support/browser.ts'
import { makeArticle, makeTag } from '../../../support/make-article.ts'
import { makeDocuments } from '../../../support/make-documents.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const PARTNER = makeTag('river-institute', 'partner', { en: 'River Institute', kk: 'Өзен институты' })
const ARTICLES: readonly Article[] = [
  makeArticle({
    title: 'Universities meet',
    body: 'Students of many universities measured the rivers.',
    outlet: 'Steppe Herald',
  }),
  makeArticle({
    language: 'ru',
    title: 'Лаборатория открыта',
    body: 'В новой лаборатории студентам показали исследования воды.\n\n| Год | Число |\n|---|--:|\n| 2025 | 4 |',
  }),
  makeArticle({
    language: 'kk',
    title: 'Ғалымдар кездесті',
    body: 'Университет ғалымдарының еңбегі жоғары бағаланды.',
    tags: { ...NO_TAGS, partner: [PARTNER.id] },
  }),
  makeArticle({
    title: '<img src=x onerror=alert(1)> & "quotes"',
    outlet: '</script><script>alert(2)</script>',
    url: 'javascript:alert(3)',
    body: '<script>alert(4)</script> constructor __proto__ toString\n\n[click](javascript:alert(5)) ![x](http://elsewhere.example/x.png)',
  }),
]

const ORDER: DocumentOrder = {
  kind: 'data',
  format: 'site',
  language: 'kk',
  query: '',
  filter: NO_FILTER,
  sort: 'newest',
}

async function unpackSite(): Promise<string> {
  const documents = await makeDocuments({ articles: ARTICLES, tags: [PARTNER] })
  const made = await documents.make(ORDER)
  const folder = await makeTempDir()
  await documents.copyTo(made.document, join(folder, 'site.zip'))
  const zip = await openPromise(join(folder, 'site.zip'))
  for await (const entry of zip.eachEntry()) {
    const path = join(folder, entry.fileName)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, await zip.openReadStreamPromise(entry))
  }
  return folder
}

async function openSite(
  folder: string,
): Promise<{ readonly page: Page; readonly asked: string[]; readonly alarms: string[] }> {
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const [asked, alarms]: [string[], string[]] = [[], []]
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) asked.push(request.url())
  })
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => alarms.push(error.message))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  return { page, asked, alarms }
}

const axeResult = v.object({ violations: v.array(v.object({ id: v.string() })) })

/** Ids of the rules of axe that a page breaks. */
async function axeFaults(page: Page): Promise<readonly string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  // Run beside the page's own policy, which lets in no further script.
  const client = await page.context().newCDPSession(page)
  await client.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  await page.addScriptTag({ path: axe })
  const result: unknown = await page.evaluate(
    'axe.run().then(({ violations }) => ({ violations: violations.map(({ id }) => ({ id })) }))',
  )
  return v.parse(axeResult, result).violations.map((violation) => violation.id)
}

test('the site searches from a disk in three languages, in other forms of the words, and asks nobody else', async () => {
  const { page, asked, alarms } = await openSite(await unpackSite())
  const titles = page.locator('#results a')
  for (const [query, title] of [
    ['university', 'Universities meet'],
    ['студенты', 'Лаборатория открыта'],
    ['исследование', 'Лаборатория открыта'],
    ['еңбектері', 'Ғалымдар кездесті'],
    ['университеттің ғалымдарына', 'Ғалымдар кездесті'],
    ['лаборатория', 'Лаборатория открыта'],
    ['ғалым', 'Ғалымдар кездесті'],
    ['Өзен институты', 'Ғалымдар кездесті'],
    ['steppe her', 'Universities meet'],
  ] as const) {
    await page.fill('#query', query)
    await expect.poll(() => titles.allTextContents(), { message: query }).toContain(title)
  }
  await page.fill('#query', 'zzzz')
  await expect.poll(() => titles.count()).toBe(0)
  for (const list of ['months.html', 'outlets.html', 'tags.html']) {
    await page.goto(new URL(list, page.url()).href)
    expect(await page.locator('ul.articles li').count()).toBeGreaterThan(0)
  }
  expect([asked, alarms]).toEqual([[], []])
})

test('hostile text stays text on every page', async () => {
  const folder = await unpackSite()
  const { page, asked, alarms } = await openSite(folder)
  for (const query of ['constructor', '__proto__', 'toString', 'onerror']) {
    await page.fill('#query', '')
    await page.fill('#query', query)
    await expect.poll(() => page.locator('#results a').count(), { message: query }).toBe(1)
  }
  await page.fill('#query', 'onerror')
  await expect.poll(() => page.locator('#results a').allTextContents()).toContain(ARTICLES[3]?.title)
  await page.locator('#results a').first().click()
  expect(await page.locator('h1').textContent()).toBe(ARTICLES[3]?.title)
  expect(await page.locator('a[href^="javascript"], img, article script').count()).toBe(0)
  expect([asked, alarms]).toEqual([[], []])
})

test('start page, article and lists pass axe', async () => {
  const folder = await unpackSite()
  const { page } = await openSite(folder)
  for (const path of ['index.html', 'months.html', 'tags.html', `articles/${ARTICLES[1]?.id ?? ''}.html`]) {
    await page.goto(pathToFileURL(join(folder, path)).href)
    expect(await axeFaults(page), path).toEqual([])
  }
})
