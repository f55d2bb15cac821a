import type { Page } from '@playwright/test'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { expect } from '../fixtures.ts'
import { chooseLanguage } from './first-run.ts'

/** On the first screen: takes the language of `words`, makes the sample archive, and waits for its articles. */
export async function openSample(app: Page, words: Translate): Promise<void> {
  await chooseLanguage(app, words)
  await app.getByRole('button', { name: words('firstRun.createSample') }).click()
  await expect(app.locator('[role="option"]').first()).toBeVisible({ timeout: 90_000 })
}

/** Goes to a screen by its address, as a link in a message would. */
export async function goTo(app: Page, hash: string): Promise<void> {
  await app.evaluate((next) => {
    window.location.hash = next
  }, hash)
}
