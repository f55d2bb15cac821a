import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Download, Locator, Page } from '@playwright/test'
import { parse } from 'yaml'
import { LANGUAGES, type Language } from '../../core/model/language.ts'
import { readPdf, withoutLineBreaks } from '../support/read-pdf.ts'
import { expect, test } from './fixtures.ts'
import { openSample } from './pages/sample.ts'
import { wordsOf } from './pages/words.ts'

test.use({ hostArguments: ['--first-run'] })
// Building the sample archive, its index and a tagged book takes its time on a busy machine.
test.setTimeout(180_000)

const SAMPLE = 'resources/sample/articles'
const INITIATIVE: Readonly<Record<Language, string>> = {
  en: 'Green Campus',
  ru: 'Зелёный кампус',
  kk: 'Жасыл кампус',
}
const BOOK_TITLE: Readonly<Record<Language, string>> = {
  en: 'Green Campus in the press',
  ru: 'Зелёный кампус в прессе',
  kk: 'Баспасөздегі «Жасыл кампус»',
}

/** Headlines of the sample's articles on one initiative. */
async function headlinesOf(initiative: string): Promise<readonly string[]> {
  const names = await readdir(SAMPLE)
  const texts = await Promise.all(names.map((name) => readFile(join(SAMPLE, name), 'utf8')))
  return texts
    .map((text): unknown => parse(text.split(/^---$/m)[1] ?? ''))
    .filter((fields) => typeof fields === 'object' && fields !== null && 'title' in fields)
    .filter((fields) => JSON.stringify(fields).includes(`"${initiative}"`))
    .map((fields) => String(fields.title))
}

async function openInitiative(app: Page, language: Language): Promise<void> {
  await openSample(app, wordsOf(language))
  await app.getByRole('button', { name: new RegExp(`^${INITIATIVE[language]}`) }).click()
}

async function download(app: Page, save: Locator): Promise<Download> {
  await expect(save).toBeEnabled({ timeout: 90_000 })
  const downloading = app.waitForEvent('download')
  await save.press('Enter')
  return downloading
}

/** Every headline stands in the contents with the page on which its bookmark and the headline itself are. */
async function checkBook(file: Download, title: string, headlines: readonly string[]): Promise<void> {
  const book = await readPdf(await readFile(await file.path()))
  expect([book.title, book.tagged]).toEqual([title, true])
  const pages = book.pages.map(withoutLineBreaks)
  expect(pages[0]).toContain(withoutLineBreaks(title))
  const places = book.bookmarks.filter((entry) => headlines.includes(entry.title))
  expect(places.map((entry) => entry.title).toSorted()).toEqual(headlines.toSorted())
  const contents = pages.slice(1, Math.min(...places.map(({ page }) => page)) - 1).join('')
  for (const { title: headline, page } of places) {
    expect(contents).toContain(withoutLineBreaks(headline) + String(page))
    expect(pages[page - 1]).toContain(withoutLineBreaks(headline))
  }
}

for (const language of LANGUAGES) {
  const words = wordsOf(language)

  test(`a press book of a filter is previewed, saved and right in ${language}`, async ({ app }) => {
    await openInitiative(app, language)
    const headlines = await headlinesOf('green-campus')
    expect(headlines.length).toBeGreaterThan(3)
    const found = words('library.articles', { count: headlines.length })
    await expect(app.getByText(found).first()).toBeVisible()

    await app.keyboard.press('Control+p')
    const dialog = app.getByRole('dialog')
    await expect(dialog.getByRole('radio', { name: words('documents.kinds.book') })).toBeChecked()
    await expect(dialog.getByRole('radio', { name: words('documents.scopes.shown') })).toBeChecked()
    await expect(dialog.getByText(found)).toBeVisible()
    await dialog.getByRole('textbox', { name: words('documents.documentTitle') }).fill(BOOK_TITLE[language])
    const save = dialog.getByRole('button', { name: words('documents.save') })
    await expect(save).toBeEnabled({ timeout: 90_000 })
    await expect(dialog.locator('canvas').first()).toBeVisible()
    await checkBook(await download(app, save), BOOK_TITLE[language], headlines)
    await expect(dialog).toBeHidden()
  })
}

test('a report is kept as a recipe and its next edition made by keyboard alone', async ({ app }) => {
  const words = wordsOf('ru')
  await openInitiative(app, 'ru')
  await app.keyboard.press('Control+p')
  const dialog = app.getByRole('dialog')
  await dialog.getByRole('radio', { name: words('documents.kinds.book') }).focus()
  await app.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: words('documents.kinds.report') })).toBeChecked()
  await dialog.getByRole('button', { name: words('documents.saveAsRecipe') }).press('Enter')
  await app.keyboard.type('Отчёт для ректора')
  await app.keyboard.press('Enter')
  await expect(dialog.getByText(words('documents.noEdition'))).toBeVisible()
  await app.keyboard.press('Tab')
  await expect(dialog.getByRole('combobox', { name: words('documents.recipe') })).toBeFocused()
  const edition = dialog.getByRole('button', { name: words('documents.nextEdition') })
  const file = await download(app, edition)
  expect((await readPdf(await readFile(await file.path()))).title).toBe(words('printed.coverageReport'))
  const count = (await headlinesOf('green-campus')).length
  const result = { name: file.suggestedFilename(), added: String(count), gone: '0' }
  await expect(app.getByText(words('documents.editionMade', result))).toBeVisible()

  await app.keyboard.press('Control+p')
  await dialog.getByRole('combobox', { name: words('documents.recipe') }).selectOption('Отчёт для ректора')
  await expect(dialog.getByText(words('documents.lastEdition', { when: 'только что', count }))).toBeVisible()
  await dialog.getByRole('textbox', { name: words('documents.documentTitle') }).fill('Кампус')
  await expect(edition).toBeHidden()
  await dialog.getByRole('button', { name: words('documents.updateRecipe') }).press('Enter')
  await expect(edition).toBeVisible()
  await dialog.getByRole('button', { name: words('documents.deleteRecipe') }).press('Enter')
  await expect(dialog.getByRole('combobox', { name: words('documents.recipe') })).toBeHidden()
})

test('a table of a period is saved by Ctrl+Enter, and an impossible period is named in its place', async ({ app }) => {
  const words = wordsOf('en')
  await openInitiative(app, 'en')
  await app.keyboard.press('Control+p')
  const dialog = app.getByRole('dialog')
  await dialog.getByRole('radio', { name: words('documents.kinds.data') }).check()
  await dialog.getByRole('radio', { name: words('documents.formats.csv') }).check()
  await dialog.getByRole('radio', { name: words('documents.scopes.period') }).check()
  await dialog.getByRole('textbox', { name: words('documents.from') }).fill('2025')
  const to = dialog.getByRole('textbox', { name: words('documents.to'), exact: true })
  await to.fill('December 2024')
  await expect(dialog.getByText(words('documents.daysReversed'))).toBeVisible()
  await expect(dialog.getByRole('button', { name: words('documents.saveFile') })).toBeDisabled()
  await to.fill('December 2025')
  await expect(dialog.getByText(words('library.articles', { count: 14 }))).toBeVisible()
  const downloading = app.waitForEvent('download')
  await app.keyboard.press('Control+Enter')
  const table = await readFile(await (await downloading).path(), 'utf8')
  const rows = table.trim().split('\r\n')
  expect(rows).toHaveLength(15)
  expect(rows.slice(1).every((row) => row.includes('2025-'))).toBe(true)
})
