import type { Page } from '@playwright/test'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { expect } from '../fixtures.ts'

/** On the first screen: takes the language of `words`. The choice is saved before it shows, which `check` does not wait for. */
export async function chooseLanguage(app: Page, words: Translate): Promise<void> {
  const own = app.getByRole('radio', { name: words('firstRun.ownName') })
  await own.click()
  await expect(own).toBeChecked()
}

/** On the first screen: makes an empty archive in the language of `words`. */
export async function createEmptyArchive(app: Page, words: Translate): Promise<void> {
  await chooseLanguage(app, words)
  await app.getByRole('button', { name: words('firstRun.create'), exact: true }).click()
  await expect(app.getByText(words('library.emptyTitle'))).toBeVisible()
}

/** Goes to the import screen by the button in the bar. */
export async function openImport(app: Page, words: Translate): Promise<void> {
  await app
    .getByRole('button', { name: words('shell.import'), exact: true })
    .first()
    .click()
}
