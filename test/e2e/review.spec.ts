import type { Page } from '@playwright/test'
import { makePdf } from '../support/make-pdf.ts'
import { expect, test } from './fixtures.ts'
import { createEmptyArchive, openImport } from './pages/first-run.ts'
import { wordsOf } from './pages/words.ts'

const SENTENCES = [
  'The reading room of the valley university was opened on Monday morning by the rector and forty guests.',
  'Old newspapers of three districts can be searched there without a connection to the network.',
  'Students scanned the first eleven volumes during the summer and checked every page by hand.',
]
const ROOM = ['14 May 2024', 'Reading room opened in the valley', ...SENTENCES].join('\n')
const SECOND = ROOM.replace('forty', 'fifty')
const HARVEST = '3 June 2024\nHarvest of the school garden\nPupils of the seventh form gathered the first apples.'

const words = wordsOf('en')

test.use({ hostArguments: ['--first-run'] })

test.beforeEach(async ({ app: page }) => {
  await createEmptyArchive(page, words)
})

async function chooseFiles(page: Page, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  await openImport(page, words)
  await page.getByTestId('import-files').setInputFiles(
    Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })),
  )
}

test('the review queue is worked through by the keyboard', async ({ app: page }) => {
  await chooseFiles(page, { 'a.txt': ROOM, 'b.txt': SECOND, 'c.txt': HARVEST })
  await expect(page.getByRole('status').filter({ hasText: '3 added' })).toBeVisible()
  await page.getByRole('button', { name: 'Review doubts' }).click()

  const position = page.getByRole('status').filter({ hasText: /^\d of \d$/ })
  const headline = page.getByRole('heading', { level: 2 })
  await expect(position).toHaveText('1 of 3')
  await expect(headline).toHaveText('Harvest of the school garden')
  await expect(page.getByRole('row', { name: /^Date 3 June 2024 certain/ })).toBeVisible()
  await expect(page.getByRole('region', { name: /^Original/ })).toContainText('Harvest of the school garden')

  await page.keyboard.press('KeyS')
  await expect(headline).toHaveText('Reading room opened in the valley')
  await page.keyboard.press('KeyJ')
  await expect(position).toHaveText('2 of 3')
  await page.keyboard.press('KeyK')
  await expect(position).toHaveText('1 of 3')
  await page.keyboard.press('KeyE')
  await expect(page.getByRole('textbox', { name: /^(Headline|Title)/ })).toHaveValue(
    'Reading room opened in the valley',
  )
  await page.goBack()
  await page.keyboard.press('KeyA')
  await expect(position).toHaveText('1 of 2')
  await page.keyboard.press('KeyA')
  await expect(position).toHaveText('1 of 1')
  await page.keyboard.press('KeyA')
  await expect(page.getByText('Nothing waits for review')).toBeVisible()
})

test('a likely duplicate is shown beside the other text, and is remembered to be none', async ({ app: page }) => {
  await chooseFiles(page, { 'a.txt': ROOM })
  await expect(page.getByRole('status').filter({ hasText: '1 added' })).toBeVisible()
  await chooseFiles(page, { 'b.txt': SECOND })
  await expect(page.getByRole('cell', { name: 'b.txt' })).toBeVisible()
  await page.getByRole('button', { name: 'Review doubts' }).click()
  await page.getByRole('button', { name: /possible duplicate/ }).click()
  const similar = page.getByRole('region', { name: 'Nearly the same text' })
  await expect(similar.getByRole('article')).toHaveCount(2)
  await similar.getByRole('button', { name: 'Not a duplicate' }).click()
  await expect(similar).toBeHidden()
  await expect(page.getByRole('button', { name: /possible duplicate/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Accept all 2 whose fields are certain' }).click()
  await expect(page.getByText('Nothing waits for review')).toBeVisible()
})

test('columns of a table are chosen once, shown as a rule, and can be removed', async ({ app: page }) => {
  const table = 'Kop;Naimenovanie\nThe text of the first row stands here.;First headline\nMore text.;Second headline\n'
  await chooseFiles(page, { 'list.csv': table })
  await expect(page.getByRole('heading', { name: 'Before the import' })).toBeVisible()
  const start = page.getByRole('main').getByRole('button', { name: 'Import', exact: true })
  await page.getByRole('combobox', { name: 'Column “Kop”' }).selectOption('body')
  await page.getByRole('combobox', { name: 'Column “Naimenovanie”' }).selectOption('title')
  await start.click()
  await expect(page.getByRole('status').filter({ hasText: '2 added' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Second headline' })).toBeVisible()
  const rule = page.getByRole('listitem').filter({ hasText: 'Naimenovanie = Headline' })
  await expect(rule).toContainText('Chosen by you')
  await rule.getByRole('button', { name: /^Remove/ }).click()
  await expect(rule).toBeHidden()
})

test('what failed can be tried again, the list saved, and the whole import taken back', async ({ app: page }) => {
  await chooseFiles(page, { 'a.txt': ROOM, 'empty.txt': '' })
  await expect(page.getByRole('status').filter({ hasText: '1 failed' })).toBeVisible()
  await page.getByRole('button', { name: 'Try these again' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 failed' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the list as CSV…' }).click()
  expect((await download).suggestedFilename()).toMatch(/^import-.*\.csv$/)
  await page.getByRole('button', { name: 'Give up' }).click()
  await expect(page.getByRole('heading', { name: 'Imports that can go on' })).toBeHidden()
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText('1 article moved to trash')).toBeVisible()
})

test('the pages of a PDF are shown beside its fields', async ({ app: page }) => {
  const pdf = Buffer.from(makePdf(['The first page says when the reading room opened', 'The second page names guests']))
  await chooseFiles(page, { 'report.pdf': pdf })
  await expect(page.getByRole('status').filter({ hasText: '1 added' })).toBeVisible()
  await page.getByRole('button', { name: 'Review doubts' }).click()
  const pages = page.getByRole('group', { name: words('review.pages') })
  const picture = (number: number) =>
    pages.getByRole('img', { name: words('review.pageOf', { page: String(number), name: 'report.pdf' }) })
  await expect(picture(1)).toBeVisible({ timeout: 30_000 })
  expect(await picture(1).evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth])).toEqual([
    true,
    1_200,
  ])
  const previous = pages.getByRole('button', { name: words('review.pagePrevious') })
  await expect(previous).toBeDisabled()
  await pages.getByRole('button', { name: words('review.pageNext') }).click()
  await expect(picture(2)).toBeVisible({ timeout: 30_000 })
  await expect(pages.getByRole('button', { name: words('review.pageNext') })).toBeDisabled()
  await previous.click()
  await expect(picture(1)).toBeVisible()
  await page.getByText(words('review.pageWords')).click()
  await expect(page.getByRole('region', { name: /^Original/ })).toContainText('The second page names guests')
})

test('the character set of an original can be chosen anew, and the text follows', async ({ app: page }) => {
  // "Новость дня: открыта библиотека" in KOI8-R.
  const bytes = Buffer.from('eecfd7cfd3d4d820c4ced13a20cfd4cbd2d9d4c120c2c9c2ccc9cfd4c5cbc1', 'hex')
  await chooseFiles(page, { 'news.txt': bytes })
  await expect(page.getByRole('status').filter({ hasText: '1 added' })).toBeVisible()
  await page.getByRole('button', { name: 'Review doubts' }).click()
  const headline = page.getByRole('heading', { level: 2 })
  await expect(headline).toContainText('открыта библиотека')
  await page.getByText(words('review.lettersWrong')).click()
  await page.getByRole('button', { name: words('review.readAs', { charset: 'windows-1251' }) }).click()
  await expect(headline).toContainText('пфлтщфб вйвмйпфелб')
  await page.getByRole('button', { name: words('review.readAs', { charset: 'koi8-r' }) }).click()
  await expect(headline).toContainText('открыта библиотека')
})
