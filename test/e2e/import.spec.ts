import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { createEmptyArchive, openImport } from './pages/first-run.ts'
import { wordsOf } from './pages/words.ts'

const words = wordsOf('en')
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const PASTED_TEXT = 'The library of the valley was opened on Monday by the rector.'
const PASTED_HTML = `<h1>Library opened</h1><p>3 June 2024</p>
<p>The <b>library</b> of the <a href="https://valley.example/news">valley</a> was opened on Monday by the rector.</p>
<table><tr><th>Hall</th><th>Seats</th></tr><tr><td>North</td><td>120</td></tr></table>
<p><img alt="The hall" src="${PIXEL}"></p>`

test.use({ hostArguments: ['--first-run'] })

test.beforeEach(async ({ app: page }) => {
  await createEmptyArchive(page, words)
  await openImport(page, words)
})

test('what is pasted with its markup becomes an article with bold words, link, table and picture', async ({
  app: page,
}) => {
  const field = page.getByRole('textbox', { name: words('import.paste') })
  await field.evaluate(
    (element, { text, html }) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      clipboardData.setData('text/html', html)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { text: PASTED_TEXT, html: PASTED_HTML },
  )
  // An event made by a script puts nothing into the field.
  await field.fill(PASTED_TEXT)
  await page.getByRole('button', { name: words('import.pasteRun') }).click()
  await expect(page.getByText(words('import.added', { count: 1 }))).toBeVisible()
  await page.getByRole('button', { name: words('import.showAdded') }).click()
  await page.getByText('Library opened').first().click()
  const article = page.getByRole('article').last()
  await expect(article.locator('strong', { hasText: 'library' })).toBeVisible()
  await expect(article.getByRole('link', { name: 'valley' })).toHaveAttribute('href', 'https://valley.example/news')
  await expect(article.getByRole('cell', { name: '120' })).toBeVisible()
  await expect(article.getByRole('img', { name: 'The hall' })).toBeVisible()
})

test('a folder of many files goes on being imported and can be paused and resumed after the window was loaded anew', async ({
  app: page,
}) => {
  const COUNT = 600
  const folder = await mkdtemp(join(tmpdir(), 'press-archive-many-'))
  try {
    for (let number = 0; number < COUNT; number += 1) {
      const text = `3 June 2024\nNews of the valley number ${number}\nWords about apple tree ${number} and garden ${number * 7}.`
      await writeFile(join(folder, `${number}.txt`), text)
    }
    await page.locator('input[webkitdirectory]').setInputFiles(folder)
    await expect(page.getByText(/^\d+ of 600/).first()).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: words('import.pause'), exact: true }).click()
    const goOn = page.getByRole('button', { name: words('import.goOn'), exact: true })
    await expect(goOn).toBeVisible()
    await page.reload()
    await expect(goOn).toBeVisible()
    await goOn.click()
    await expect(page.getByText(words('import.added', { count: COUNT }))).toBeVisible({ timeout: 60_000 })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a folder that is dropped is taken in with all folders below it', async ({ app: page }) => {
  const COUNT = 300
  const folder = await mkdtemp(join(tmpdir(), 'press-archive-dropped-'))
  try {
    await mkdir(join(folder, 'autumn', 'october'), { recursive: true })
    for (let number = 0; number < COUNT; number += 1) {
      const place = join(folder, ['', 'autumn', 'autumn/october'][number % 3] ?? '', `${number}.txt`)
      await writeFile(place, `3 June 2024\nNews of the hill number ${number}\nWords about pear tree ${number}.`)
    }
    await dropFiles(page, page.getByText(words('import.dropHere')), [folder])
    await expect(page.getByText(words('import.added', { count: COUNT }))).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText(/autumn\/october\/\d+\.txt/).first()).toBeAttached()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

/** Drops files and folders of the disk as a person does, which a script in the page cannot. */
async function dropFiles(page: Page, target: Locator, files: readonly string[]): Promise<void> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('There is no place to drop files.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x, y, data })
  }
}
