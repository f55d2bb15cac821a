import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LANGUAGES, type Language } from '../../core/model/language.ts'
import { expect, test } from './fixtures.ts'
import { chooseLanguage, openImport } from './pages/first-run.ts'
import { STORIES, wordsOf } from './pages/words.ts'

test.use({ hostArguments: ['--first-run'], actionTimeout: 15_000 })

/** Makes an archive in a folder of the test with one article, and returns the folder. */
async function archiveWithArticle(app: Page, home: string, language: Language): Promise<string> {
  const words = wordsOf(language)
  const folder = join(home, 'archive')
  await chooseLanguage(app, words)
  await app.getByRole('textbox', { name: words('firstRun.folder') }).fill(folder)
  await app.getByRole('button', { name: words('firstRun.create'), exact: true }).click()
  await openImport(app, words)
  await app.getByRole('textbox', { name: words('import.paste') }).fill(STORIES[language].text)
  await app.getByRole('button', { name: words('import.pasteRun') }).click()
  await expect(app.getByText(words('import.added', { count: 1 }))).toBeVisible()
  return folder
}

async function articleFile(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'articles'), { recursive: true })
  const name = names.find((candidate) => candidate.endsWith('.md'))
  if (name === undefined) throw new Error('The archive has no article.')
  return join(folder, 'articles', name)
}

for (const language of LANGUAGES) {
  test(`the archive is checked, repaired, indexed anew and backed up in ${language}`, async ({ app, host }) => {
    const words = wordsOf(language)
    const folder = await archiveWithArticle(app, host.home, language)
    await writeFile(join(folder, 'articles', 'left-behind.tmp.bak'), 'of nobody')
    const orphan = join(folder, 'attachments', 'abcdef012345')
    await mkdir(orphan, { recursive: true })
    await writeFile(join(orphan, 'photo.txt'), 'of no article')
    await app.getByRole('button', { name: words('archive.title') }).click()
    await expect(app.getByRole('heading', { name: words('archive.title'), level: 1 })).toBeVisible()
    await expect(app.getByText(folder, { exact: true })).toBeVisible()
    await expect(app.getByText(words('archive.indexReady', { count: 1 }))).toBeVisible()

    await app.getByRole('button', { name: words('archive.verifyRun') }).click()
    await expect(app.getByText(words('archive.problems', { count: 2 })).first()).toBeVisible()
    await expect(app.locator('main').getByText('articles/left-behind.tmp.bak')).toBeVisible()
    await app.emulateMedia({ media: 'print' })
    await expect(app.getByText(words('archive.signature'), { exact: true })).toBeVisible()
    await expect(app.getByRole('main')).toBeHidden()
    await app.emulateMedia({ media: 'screen' })

    await app.getByRole('button', { name: words('archive.repair') }).click()
    await expect(app.getByText(words('archive.repaired', { count: 1 }))).toBeVisible()
    await expect(app.locator('main').getByText(words('archive.problems', { count: 1 }))).toBeVisible()
    await expect(stat(orphan)).rejects.toThrow('ENOENT')

    await app.getByRole('button', { name: words('archive.reindex') }).click()
    await expect(app.getByText(words('archive.reindexed'))).toBeVisible()

    const zip = join(host.home, 'backups', 'copy.zip')
    await mkdir(join(host.home, 'backups'))
    await expect(app.getByText(words('archive.noBackup'))).toBeVisible()
    await app.getByRole('textbox', { name: words('archive.backupFile'), exact: true }).fill(zip)
    await app.getByRole('button', { name: words('archive.backupRun') }).click()
    await expect(app.getByText(words('archive.backedUp'))).toBeVisible()
    await expect(app.getByText(words('archive.noBackup'))).toBeHidden()
    expect((await stat(zip)).size).toBeGreaterThan(500)
    expect((await readFile(zip)).subarray(0, 2).toString()).toBe('PK')
  })
}

test('two versions of an article are compared and the right fields kept', async ({ app, host }) => {
  const words = wordsOf('en')
  const folder = await archiveWithArticle(app, host.home, 'en')
  const file = await articleFile(folder)
  const text = await readFile(file, 'utf8')
  const other = text.replace('carry off', 'carry away').replace('rural schools', 'village schools')
  await writeFile(file.replace(/\.md$/, ' (conflicted copy).md'), other)
  await app.keyboard.press('Control+k')
  await expect(app.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await app.keyboard.type(words('shell.rescan'))
  await app.keyboard.press('Enter')
  await app.getByRole('button', { name: words('archive.title') }).click()
  await app.getByRole('button', { name: words('archive.compare') }).click()
  const dialog = app.getByRole('dialog')
  await expect(dialog.locator('mark', { hasText: 'carry' }).or(dialog.locator('mark')).first()).toBeVisible()
  const titles = dialog.getByRole('row', { name: new RegExp(`^${words('archive.fields.title')}`) }).getByRole('radio')
  await dialog.getByRole('radio', { name: /village schools/ }).check()
  await expect(titles).toHaveCount(2)
  await dialog.getByRole('button', { name: words('archive.solve') }).click()
  await expect(app.getByText(words('archive.solved'))).toBeVisible()
  await expect(app.getByRole('heading', { name: words('archive.conflicts') })).toBeHidden()
  const kept = await readFile(await articleFile(folder), 'utf8')
  expect(kept).toContain('village schools')
})

test('a search is kept under a name, opened, renamed, deleted and brought back; recent ones are offered', async ({
  app,
  host,
}) => {
  const words = wordsOf('ru')
  await archiveWithArticle(app, host.home, 'ru')
  await app.getByRole('button', { name: words('shell.library'), exact: true }).click()
  const field = app.getByRole('combobox', { name: words('shell.search') })
  const sidebar = app.getByRole('navigation', { name: words('shell.sidebar') })
  const row = app.getByRole('option', { name: STORIES.ru.title })
  await field.fill('робототехника')
  await expect(row).toBeVisible()
  await expect(app.getByRole('button', { name: words('search.saveSearch') })).toBeVisible()
  await field.press('Control+s')
  await app.getByRole('dialog').getByRole('textbox').fill('Роботы')
  await app.keyboard.press('Enter')
  await expect(sidebar.getByRole('button', { name: 'Роботы', exact: true })).toHaveAttribute('aria-current', 'true')

  await sidebar.getByRole('button', { name: new RegExp(`^${words('shell.allArticles')}`) }).click()
  await expect(field).toHaveValue('')
  await sidebar.getByRole('button', { name: 'Роботы', exact: true }).click()
  await expect(field).toHaveValue('робототехника')

  await sidebar.getByRole('button', { name: words('search.acts', { name: 'Роботы' }) }).click()
  await app.getByRole('menuitem', { name: words('search.rename') }).click()
  await app.getByRole('dialog').getByRole('textbox').fill('Сельские школы')
  await app.keyboard.press('Enter')
  await expect(sidebar.getByRole('button', { name: 'Сельские школы', exact: true })).toBeVisible()

  await sidebar.getByRole('button', { name: words('search.acts', { name: 'Сельские школы' }) }).click()
  await app.getByRole('menuitem', { name: words('search.delete') }).click()
  await expect(sidebar.getByRole('heading', { name: words('search.saved') })).toBeHidden()
  await app
    .getByRole('button', { name: words('shell.undo') })
    .last()
    .click()
  await expect(sidebar.getByRole('button', { name: 'Сельские школы', exact: true })).toBeVisible()

  await field.fill('')
  const recent = app.getByRole('listbox', { name: words('search.recent') })
  await expect(recent.getByRole('option', { name: 'робототехника' })).toBeVisible()
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue('робототехника')
  await expect(row).toBeVisible()
  await field.fill('')
  await field.press('ArrowUp')
  await field.press('Enter')
  await expect(recent).toBeHidden()
})
