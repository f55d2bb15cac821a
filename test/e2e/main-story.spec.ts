import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Download, Page } from '@playwright/test'
import { LANGUAGES, type Language } from '../../core/model/language.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expect, test } from './fixtures.ts'
import { createEmptyArchive, openImport } from './pages/first-run.ts'
import { STORIES, wordsOf } from './pages/words.ts'

test.use({ hostArguments: ['--first-run'] })

/** Languages are named in themselves on the first screen. */
function ownName(language: Language): string {
  return wordsOf(language)('firstRun.ownName')
}

async function checkPdf(download: Download, language: Language): Promise<void> {
  const { pages, title, tagged, fonts } = await readPdf(await readFile(await download.path()))
  const story = STORIES[language]
  const text = pages.join(' ').replace(/\s+/g, ' ')
  expect(title).toBe(story.title)
  expect(text).toContain(story.title)
  expect(text.replaceAll('\u00ad', '')).toContain(story.sentence)
  expect(text).toContain(story.date.replace('\u00a0', ' '))
  expect(tagged).toBe(true)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/^(SourceSerif4|Inter)/)
}

async function storyFile(folder: string, language: Language): Promise<string> {
  const path = join(folder, STORIES[language].fileName)
  await writeFile(path, STORIES[language].text)
  return path
}

/** The row of the story's article in the list. */
function row(app: Page, language: Language) {
  return app.getByRole('option', { name: STORIES[language].title })
}

for (const language of LANGUAGES) {
  const words = wordsOf(language)
  const story = STORIES[language]

  test(`the main job by mouse in ${language}: archive, import, search, tag, timeline, PDF`, async ({ app, host }) => {
    await createEmptyArchive(app, words)

    await openImport(app, words)
    const file = await storyFile(host.home, language)
    await app.getByTestId('import-files').setInputFiles(file)
    await expect(app.getByText(words('import.added', { count: 1 }))).toBeVisible()
    await app.getByTestId('import-files').setInputFiles(file)
    await expect(app.getByText(words('import.duplicates', { count: 1 }))).toBeVisible()

    await app.getByRole('button', { name: words('shell.library'), exact: true }).click()
    await app
      .getByRole('combobox', { name: words('shell.search') })
      .or(app.getByRole('searchbox', { name: words('shell.search') }))
      .first()
      .fill(story.inflected)
    await row(app, language).click()
    const reader = app.locator('[data-pane="reader"]')
    await expect(reader.getByRole('heading', { name: story.title })).toBeVisible()
    await expect(reader.getByText(story.date).first()).toBeVisible()
    await expect(reader.locator('mark').first()).toBeVisible()

    await app
      .getByRole('button', { name: words('library.tag') })
      .first()
      .click()
    const dialog = app.getByRole('dialog')
    await dialog.getByRole('textbox').fill(story.initiative)
    await dialog
      .getByRole('button', { name: words('library.createTag', { name: story.initiative }) })
      .first()
      .click()
    await expect(dialog.getByRole('checkbox', { name: story.initiative })).toBeChecked()
    await dialog
      .getByRole('button', { name: words('shell.close') })
      .last()
      .click()
    await expect(reader.getByText(story.initiative)).toBeVisible()

    await app.getByRole('button', { name: words('shell.exportPdf'), exact: true }).click()
    const save = app.getByRole('button', { name: words('documents.save') })
    await expect(save).toBeEnabled({ timeout: 40_000 })
    await expect(app.getByRole('dialog').locator('canvas').first()).toBeVisible()
    const downloading = app.waitForEvent('download')
    await save.click()
    await checkPdf(await downloading, language)

    await app.getByRole('button', { name: words('shell.timeline'), exact: true }).click()
    await expect(app.getByRole('slider', { name: story.initiative })).toBeVisible()
    await app.getByRole('button', { name: words('timeline.asTable') }).click()
    await expect(app.getByRole('columnheader', { name: story.initiative })).toBeVisible()
  })

  test(`the main job by keyboard in ${language}: archive, text, search, tag, timeline, PDF`, async ({ app }) => {
    const press = (key: string): Promise<void> => app.keyboard.press(key)
    await app.getByRole('radio', { name: ownName('en') }).focus()
    const steps = LANGUAGES.indexOf(language)
    for (let step = 0; step < steps; step += 1) await press('ArrowDown')
    await expect(app.getByRole('radio', { name: ownName(language) })).toBeChecked()
    await app.getByRole('button', { name: words('firstRun.create'), exact: true }).focus()
    await press('Enter')
    await expect(app.getByText(words('library.emptyTitle'))).toBeVisible()

    await press('Control+i')
    await app.getByRole('textbox', { name: words('import.paste') }).focus()
    await app.keyboard.insertText(story.text)
    await press('Tab')
    await press('Enter')
    await expect(app.getByText(words('import.added', { count: 1 }))).toBeVisible()
    await app.getByRole('button', { name: words('import.showAdded') }).focus()
    await press('Enter')
    await expect(row(app, language)).toBeVisible()

    await press('Control+f')
    await app.keyboard.type(story.inflected)
    await expect(row(app, language)).toBeVisible()
    await press('ArrowDown')
    await press('Enter')
    const reader = app.locator('[data-pane="reader"]')
    await expect(reader.getByRole('heading', { name: story.title })).toBeVisible()

    await press('t')
    const dialog = app.getByRole('dialog')
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await app.keyboard.type(story.initiative)
    await press('Tab')
    await press('Enter')
    await expect(dialog.getByRole('checkbox', { name: story.initiative })).toBeChecked()
    await press('Escape')
    await expect(dialog).toBeHidden()
    await expect(reader.getByText(story.initiative)).toBeVisible()

    await press('Control+p')
    const save = app.getByRole('button', { name: words('documents.save') })
    await expect(save).toBeEnabled({ timeout: 40_000 })
    await save.focus()
    const downloading = app.waitForEvent('download')
    await press('Enter')
    await checkPdf(await downloading, language)

    await press('Control+k')
    await expect(app.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await app.keyboard.type(words('shell.goToTimeline'))
    await press('Enter')
    const chart = app.getByRole('slider', { name: words('timeline.detail') })
    await expect(chart).toBeVisible()
    await chart.focus()
    await expect(chart).toHaveAttribute('aria-valuetext', new RegExp(words('library.articles', { count: 1 })))
    await press('Enter')
    await expect(row(app, language)).toBeVisible()
  })
}
