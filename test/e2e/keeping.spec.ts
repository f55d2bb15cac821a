import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goTo, openSample } from './pages/sample.ts'
import { expectAccessible } from './pages/wcag.ts'
import { wordsOf } from './pages/words.ts'

test.use({ hostArguments: ['--first-run'], actionTimeout: 15_000 })
test.setTimeout(180_000)

test.beforeEach(({ app }) => app.emulateMedia({ reducedMotion: 'reduce' }))

const words = wordsOf('en')

/** Folder of the sample archive, as the archive's own screen tells it. */
async function folderOf(app: Page, home: string): Promise<string> {
  const names = await readdir(home, { recursive: true })
  const file = names.find((name) => name.endsWith('archive.json'))
  if (file === undefined) throw new Error('There is no archive.')
  await expect(app.locator('main [role="option"]').first()).toBeVisible()
  return join(home, file, '..')
}

test('where many articles are gone at once nothing is forgotten before the user says so', async ({ app, host }) => {
  await openSample(app, words)
  const folder = await folderOf(app, host.home)
  const away = join(host.home, 'away')
  await mkdir(away)
  await rename(join(folder, 'articles'), join(away, 'articles'))
  await mkdir(join(folder, 'articles'))
  await goTo(app, '#/archive')
  await app.keyboard.press('Control+k')
  await expect(app.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await app.keyboard.type(words('shell.rescan'))
  await app.keyboard.press('Enter')
  await expect(app.getByText(words('shell.readOnly.offline'))).toBeVisible()
  await goTo(app, '#/archive')
  await expect(app.getByRole('heading', { name: words('archive.missing') })).toBeVisible()
  await app.getByRole('button', { name: words('archive.acceptMissing') }).click()
  await expect(app.getByText(words('archive.acceptWarning'))).toBeVisible()
  await expectAccessible(app, 'the question about missing articles')

  // The disk is back: nothing was lost, and everything can be written again.
  await rename(join(folder, 'articles'), join(away, 'empty'))
  await rename(join(away, 'articles'), join(folder, 'articles'))
  await app.getByRole('button', { name: words('archive.lookAgain') }).click()
  await expect(app.getByRole('heading', { name: words('archive.missing') })).toBeHidden()
  await expect(app.getByText(words('shell.readOnly.offline'))).toBeHidden()
})

test('a backup is made into an archive on the first screen', async ({ app, host }) => {
  await openSample(app, words)
  await goTo(app, '#/archive')
  const zip = join(host.home, 'copy.zip')
  await app.getByRole('textbox', { name: words('archive.backupFile'), exact: true }).fill(zip)
  await app.getByRole('button', { name: words('archive.backupRun') }).click()
  await expect(app.getByText(words('archive.backedUp'))).toBeVisible()
  await app
    .getByRole('button', { name: words('shell.switchArchive') })
    .first()
    .click()
  await expect(app.getByRole('heading', { name: words('firstRun.welcome') })).toBeVisible()
  await app.getByRole('textbox', { name: words('archive.restoreFile') }).fill(zip)
  const folder = join(host.home, 'restored')
  await app.getByRole('textbox', { name: words('archive.restoreFolder') }).fill(folder)
  await app.getByRole('button', { name: words('archive.restoreRun') }).click()
  await expect(app.getByRole('heading', { name: words('firstRun.welcome') })).toBeHidden({ timeout: 60_000 })
  await goTo(app, '#/archive')
  await expect(app.getByText(folder, { exact: true })).toBeVisible()
})

test('an act on many articles is shown first, may be given up, and is undone after the window was loaded anew', async ({
  app,
}) => {
  await openSample(app, words)
  const list = app.locator('[data-pane="list"]')
  const rows = list.locator('[role="option"]')
  await rows.first().click()
  await app.keyboard.press('Control+a')
  const trash = list.getByRole('button', { name: words('library.moveToTrash') })
  await trash.click()
  const shown = app.getByRole('dialog', { name: words('library.moveToTrash') })
  await expectAccessible(app, 'the dry run of an act on many articles')
  await shown.getByRole('button', { name: words('shell.cancel') }).click()
  await expect(shown).toHaveCount(0)

  // What was marked still is, and nothing was moved.
  await trash.click()
  await shown.getByRole('button', { name: words('library.dryRunDo', { count: 47 }) }).click()
  await expect(rows).toHaveCount(0)

  await app.reload()
  await expect(app.getByRole('button', { name: words('shell.import') }).first()).toBeVisible()
  await app.keyboard.press('Control+z')
  await expect(rows.first()).toBeVisible({ timeout: 30_000 })
})

test('an earlier version stands beside the present one, and what either has alone is marked', async ({ app }) => {
  await openSample(app, words)
  await app.locator('[data-pane="list"] [role="option"]').first().click()
  await expect(app).toHaveURL(/#\/library\/\w+/)
  const id = /#\/library\/(\w+)/.exec(app.url())?.[1] ?? ''
  await goTo(app, `#/edit/${id}`)
  const title = app.getByRole('textbox', { name: words('editor.fields.title'), exact: true })
  await expect(title).not.toHaveValue('')
  await title.fill(`${await title.inputValue()} renewed`)
  await app.keyboard.press('Control+s')
  await goTo(app, `#/library/${id}`)
  await expect(app.getByRole('heading', { name: /renewed$/ })).toBeVisible()

  await app.getByRole('button', { name: words('reader.history') }).click()
  const dialog = app.getByRole('dialog', { name: words('reader.history') })
  await dialog.getByRole('checkbox', { name: words('reader.compareVersion') }).check()
  const row = dialog.getByRole('row', { name: new RegExp(`^${words('archive.fields.title')}`) })
  await expect(row.getByRole('cell').nth(1).locator('mark')).toContainText('renewed')
  await expect(row.getByRole('cell').nth(0).locator('mark')).toHaveCount(0)
  await expectAccessible(app, 'the comparison of two versions')
  await dialog.getByRole('button', { name: words('reader.restoreVersion') }).click()
  await expect(app.getByRole('heading', { name: /renewed$/ })).toHaveCount(0)
})
