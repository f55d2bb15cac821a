import type { Page } from '@playwright/test'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** Says yes to an act on many articles, whatever their number, once the list of them is shown. */
export async function agreeToMany(app: Page, words: Translate): Promise<void> {
  const dialog = app.getByRole('dialog').filter({ has: app.getByRole('list', { name: words('library.dryRunList') }) })
  const label = new RegExp(words('library.dryRunDo', { count: 1_000_000 }).replace(/\d[\d\p{Z},]*\d/u, '\\d+'), 'u')
  await dialog.getByRole('button', { name: label }).click()
}
