import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { wordsOf } from './pages/words.ts'

test.use({ hostArguments: ['--first-run'], actionTimeout: 15_000 })
test.setTimeout(240_000)

const words = wordsOf('kk')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe finds on the screen as it is now, one line per element. `waived`: rules left out for this state alone. */
async function violations(app: Page, waived: readonly string[] = []): Promise<readonly string[]> {
  // Colours are judged when nothing waits for an answer and nothing fades any more.
  await expect(app.locator('[aria-busy="true"]')).toHaveCount(0)
  await app.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
  const found = await app.evaluate<readonly Finding[], readonly string[]>(async (tags) => {
    // axe puts itself on the window.
    const { axe } = window as unknown as {
      axe: { run: (where: object, options: object) => Promise<{ violations: readonly Finding[] }> }
    }
    // Guards at the edges of a menu pass the focus on the moment they get it, which ACT rule 6cfa84 allows.
    const where = { exclude: ['[data-base-ui-focus-guard]'] }
    return (await axe.run(where, { runOnly: { type: 'tag', values: tags } })).violations
  }, RULES)
  return found
    .filter(({ id }) => !waived.includes(id))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`))
}

async function openSample(app: Page): Promise<void> {
  await app.getByRole('radio', { name: words('firstRun.ownName') }).check()
  await app.evaluate(axe)
  expect(await violations(app), 'first run').toEqual([])
  await app.getByRole('button', { name: words('firstRun.createSample') }).click()
  await expect(app.locator('[role="option"]').first()).toBeVisible({ timeout: 90_000 })
}

async function goTo(app: Page, hash: string): Promise<void> {
  await app.evaluate((next) => {
    window.location.hash = next
  }, hash)
}

for (const scheme of ['light', 'dark'] as const) {
  test(`no screen breaks a rule of WCAG 2.2 A or AA in ${scheme} colours`, async ({ app }) => {
    await app.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await openSample(app)
    const check = async (place: string, waived: readonly string[] = []): Promise<void> => {
      expect.soft(await violations(app, waived), place).toEqual([])
    }
    await check('library')

    await app.locator('[role="option"]').first().click()
    await expect(app.locator('[data-pane="reader"] h1')).toBeVisible()
    await check('reader')

    const field = app.getByRole('combobox', { name: words('shell.search') })
    await field.fill('университет')
    await expect(app.locator('[role="option"] mark').first()).toBeVisible()
    await check('search results')
    await field.press('Enter')
    await app.keyboard.press('Control+s')
    await expect(app.getByRole('dialog').getByRole('textbox')).toBeVisible()
    await check('dialog to save a search')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { name: words('search.saved') })).toBeVisible()
    await field.fill('')
    await expect(app.getByRole('listbox', { name: words('search.recent') })).toBeVisible()
    await check('recent searches')
    await app.keyboard.press('Escape')

    await goTo(app, '#/edit')
    await expect(app.getByRole('main').getByRole('textbox').first()).toBeVisible()
    await expect(app.locator('[contenteditable="true"], main textarea').first()).toBeVisible()
    await check('editor')
    await app.getByRole('combobox', { name: words('editor.fields.initiative') }).click()
    await expect(app.locator('[role="listbox"] [role="option"]').first()).toBeVisible()
    // The one waiver: Base UI hides what lies outside the popup of a Combobox but leaves it reachable (mui/base-ui#5528).
    await check('editor with the tags open', ['aria-hidden-focus'])
    await app.keyboard.press('Escape')

    await goTo(app, '#/tags')
    await expect(app.getByRole('heading', { name: words('tags.title') })).toBeVisible()
    await check('tags')
    await app.locator('main [role="option"]').first().click()
    await check('a tag')

    await goTo(app, '#/stories')
    await app.locator('main [role="option"]').first().click()
    await expect(app.locator('main table')).toBeVisible()
    await check('a story')
    await goTo(app, '#/tag')
    await expect(app.locator('main table')).toBeVisible()
    await check('matrix of partners and initiatives')

    await goTo(app, '#/timeline')
    await expect(app.getByRole('slider', { name: words('timeline.detail') })).toBeVisible()
    await check('timeline as a chart')
    await app.getByRole('button', { name: words('timeline.asTable') }).click()
    await expect(app.locator('main table')).toBeVisible()
    await check('timeline as a table')

    await goTo(app, '#/import')
    await expect(app.getByRole('heading', { name: words('import.title'), exact: true })).toBeVisible()
    await check('import')

    await goTo(app, '#/review')
    await expect(app.getByRole('heading', { name: words('library.reviewTitle') })).toBeVisible()
    await check('review')

    await goTo(app, '#/trash')
    await expect(app.getByRole('heading', { name: words('library.trashTitle') })).toBeVisible()
    await check('trash')

    await goTo(app, '#/settings')
    await expect(app.getByRole('heading', { name: words('settings.title') })).toBeVisible()
    await check('settings')

    await goTo(app, '#/archive')
    await app.getByRole('button', { name: words('archive.verifyRun') }).click()
    await expect(app.getByRole('button', { name: words('archive.print') })).toBeVisible()
    await check('archive and health')

    await goTo(app, '#/library')
    await app.keyboard.press('Control+k')
    await expect(app.getByRole('dialog').getByRole('combobox')).toBeVisible()
    await check('palette')
    await app.keyboard.press('Escape')
    await app.keyboard.press('Control+p')
    await expect(app.getByRole('dialog').locator('canvas').first()).toBeVisible({ timeout: 60_000 })
    await check('export dialog')
  })
}
