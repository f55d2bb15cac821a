import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Language } from '../../core/model/language.ts'
import { expect, test } from './fixtures.ts'
import { goTo, openSample } from './pages/sample.ts'
import { expectAccessible } from './pages/wcag.ts'
import { wordsOf } from './pages/words.ts'

test.use({ hostArguments: ['--first-run'], actionTimeout: 15_000 })
test.setTimeout(180_000)

const LANGUAGE: Language = 'ru'
const words = wordsOf(LANGUAGE)
const chart = (app: Page) => app.getByRole('slider', { name: words('timeline.detail') })
const hash = (app: Page): Promise<string> => app.evaluate(() => decodeURIComponent(window.location.hash))

test('by keyboard alone from the whole archive to one day and its article, and back', async ({ app }) => {
  await openSample(app, words)
  const press = (key: string): Promise<void> => app.keyboard.press(key)
  await press('Control+k')
  await expect(app.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await app.keyboard.type(words('shell.goToTimeline'))
  await press('Enter')
  await expect(chart(app)).toBeVisible()
  await expect(app.getByRole('dialog')).toHaveCount(0)
  for (let presses = 0; presses < 120; presses += 1) {
    await press('Tab')
    if (await chart(app).evaluate((element) => element === document.activeElement)) break
  }
  await expect(chart(app)).toBeFocused()

  // The first month, then its first day with an article.
  await press('Home')
  await expect(chart(app)).toHaveAttribute('aria-valuetext', /2023/)
  // Without waiting for the days: keys that are meant for them wait by themselves.
  await press('Enter')
  await press('Home')
  for (let presses = 0; presses < 13; presses += 1) await press('ArrowRight')
  await expect(chart(app)).toHaveAttribute('aria-valuetext', /^14 ноября 2023/)
  await expect.poll(() => hash(app)).toContain('from=2023-11-01&to=2023-11-30')
  await press('Enter')
  await expect.poll(() => hash(app)).toMatch(/^#\/library\?from=2023-11-14&to=2023-11-14/)

  // The article of that day, once the list holds nothing else.
  await expect(app.locator('[role="option"]')).toHaveCount(2)
  await press('Control+f')
  await press('ArrowDown')
  await press('Enter')
  await expect(app.locator('[data-pane="reader"] h1')).toBeVisible()

  // And all the way back.
  for (let steps = 0; steps < 5 && !(await hash(app)).startsWith('#/timeline'); steps += 1) {
    const before = await hash(app)
    await app.goBack()
    await expect.poll(() => hash(app)).not.toBe(before)
  }
  await expect.poll(() => hash(app)).toMatch(/^#\/timeline\?from=2023-11-01&to=2023-11-30/)
  await expect(chart(app)).toBeVisible()
  await chart(app).focus()
  await press('Backspace')
  await expect.poll(() => hash(app)).toContain('from=2023-01-01&to=2023-12-31')
  await press('Backspace')
  await expect.poll(() => hash(app)).not.toContain('from=')
})

test('keys, wheel and dragging zoom, and a link brings the same view back', async ({ app }) => {
  await openSample(app, words)
  await goTo(app, '#/timeline?o.lanes=partner&o.stack=kind&o.scale=log')
  await expect(chart(app)).toBeVisible()
  await chart(app).focus()
  await app.keyboard.press('+')
  await expect.poll(() => hash(app)).toContain('from=')
  await app.keyboard.press('-')
  await expect.poll(() => hash(app)).not.toContain('from=')
  const box = await chart(app).boundingBox()
  if (box === null) throw new Error('The chart has no place on the screen.')
  await app.mouse.move(box.x + box.width / 2, box.y + 30)
  await app.keyboard.down('Control')
  await app.mouse.wheel(0, -400)
  await app.keyboard.up('Control')
  await expect.poll(() => hash(app)).toContain('from=')
  await app.getByRole('button', { name: words('timeline.wholeTime') }).click()
  await expect.poll(() => hash(app)).not.toContain('from=')
  await app.mouse.move(box.x + box.width * 0.3, box.y + 30)
  await app.mouse.down()
  await app.mouse.move(box.x + box.width * 0.6, box.y + 30, { steps: 5 })
  await app.mouse.up()
  await expect.poll(() => hash(app)).toContain('from=')
  const link = await hash(app)
  await goTo(app, '#/settings')
  await goTo(app, link)
  await expect(chart(app)).toBeVisible()
  await expect(app.getByRole('checkbox', { name: words('timeline.logScale') })).toBeChecked()
  await expect(app.getByRole('list', { name: words('timeline.stackFields.kind') })).toBeVisible()
  await expect(
    app.getByText(new RegExp(words('timeline.outside', { count: 5 }).replace(/^\S+\s\S+/, ''))),
  ).toBeVisible()
})

test('the table is one key away, holds every article in every column, and can be copied', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSample(app, words)
  await goTo(app, '#/timeline?o.lanes=kind')
  await expect(chart(app)).toBeVisible()
  await chart(app).focus()
  await app.keyboard.press('Alt+t')
  const table = app.getByRole('table')
  await expect(table).toBeVisible()
  const cells = await table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))))
  const totals = cells.at(-1) ?? []
  expect(totals[0]).toBe(47)
  for (const [column, total] of totals.entries()) {
    expect(cells.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0), 0)).toBe(total)
  }
  expect(totals.slice(1).reduce((sum, total) => sum + total, 0)).toBe(47)
  await app.getByRole('button', { name: words('timeline.copyTable') }).click()
  await expect(app.getByText(words('timeline.tableCopied'))).toBeVisible()
  const copied = await app.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toHaveLength(cells.length + 1)
  await app.keyboard.press('Alt+t')
  await expect(chart(app)).toBeVisible()
})

test('notes are written, changed, deleted and brought back; lanes are pinned and hidden', async ({ app }) => {
  await openSample(app, words)
  await goTo(app, '#/timeline?o.view=moments&o.lanes=initiative')
  await app.getByRole('button', { name: words('timeline.noteAdd') }).click()
  await app.getByRole('textbox', { name: words('timeline.noteText') }).fill('Выборы ректора')
  await app.getByRole('textbox', { name: words('timeline.noteFrom') }).fill('когда-нибудь')
  await app.keyboard.press('Enter')
  await expect(app.getByText(words('documents.dayProblem'))).toBeVisible()
  await app.getByRole('textbox', { name: words('timeline.noteFrom') }).fill('10.03.2025')
  await app.keyboard.press('Enter')
  const notes = app.getByRole('region', { name: words('timeline.notes') })
  await expect(notes.getByText('Выборы ректора')).toBeVisible()
  await notes.getByRole('button', { name: words('timeline.noteEdit') }).click()
  await app.getByRole('textbox', { name: words('timeline.noteText') }).fill('Новый ректор')
  await app.keyboard.press('Enter')
  await expect(notes.getByText('Новый ректор')).toBeVisible()
  await notes.getByRole('button', { name: words('timeline.noteDelete', { text: 'Новый ректор' }) }).click()
  await expect(notes.getByText('Новый ректор')).toHaveCount(0)
  await app.keyboard.press('Control+z')
  await expect(notes.getByText('Новый ректор')).toBeVisible()

  await goTo(app, '#/timeline?o.lanes=initiative')
  await expect(app.getByRole('button', { name: /Новый ректор/ })).toBeVisible()
  const lanes = app.locator('[data-lane]')
  const [first, second] = [await lanes.nth(0).getAttribute('aria-label'), await lanes.nth(1).getAttribute('aria-label')]
  await lanes.nth(1).press('p')
  await expect(lanes.nth(0)).toHaveAttribute('aria-label', second ?? '')
  await lanes.nth(0).press('p')
  await expect(lanes.nth(0)).toHaveAttribute('aria-label', first ?? '')
  await lanes.nth(0).press('h')
  await expect(lanes.nth(0)).toHaveAttribute('aria-label', second ?? '')
  await app.getByRole('button', { name: words('timeline.showHidden', { count: 1 }) }).click()
  await expect(lanes.nth(0)).toHaveAttribute('aria-label', first ?? '')
})

test('pictures, numbers and a press book come out of the period shown', async ({ app }) => {
  await openSample(app, words)
  await goTo(app, '#/timeline?from=2024-01-01&to=2024-12-31&o.lanes=initiative')
  await expect(chart(app)).toBeVisible()
  const heads = { svg: '<svg', png: '\u0089PNG', csv: '\u00ef\u00bb\u00bf' } as const
  for (const format of ['svg', 'png', 'csv'] as const) {
    await app.getByRole('button', { name: words('timeline.save') }).click()
    const downloading = app.waitForEvent('download')
    await app.getByRole('menuitem', { name: words(`timeline.saveAs.${format}`) }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(new RegExp(`^[a-z-]+-2024-.*\\.${format}$`))
    const bytes = await readFile(await download.path())
    expect(bytes.toString('latin1', 0, 4).startsWith(heads[format]), format).toBe(true)
  }
  await app.getByRole('button', { name: words('timeline.pressBook') }).click()
  const dialog = app.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: words('documents.kinds.book') })).toBeChecked()
  await expect(dialog.locator('canvas').first()).toBeVisible({ timeout: 60_000 })
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: words('timeline.openInLibrary') }).click()
  await expect.poll(() => hash(app)).toMatch(/^#\/library\?from=2024-01-01&to=2024-12-31/)
})

for (const scheme of ['light', 'dark'] as const) {
  test(`no view of the timeline breaks a rule of WCAG 2.2 A or AA in ${scheme} colours`, async ({ app }) => {
    await app.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await openSample(app, words)
    const views = [
      'o.lanes=initiative&o.stack=partner',
      'o.lanes=partner&from=2025-01-01&to=2025-12-31&o.scale=log',
      'o.view=moments',
      'o.view=compare',
      'o.view=compare&o.with=saryarna-wind,yesilova-university',
      'o.view=table&o.lanes=language',
      'from=1990-01-01&to=1990-12-31',
    ]
    for (const view of views) {
      await goTo(app, `#/timeline?${view}`)
      await expect(app.locator('[data-pane="list"][aria-busy="false"]')).toBeVisible()
      await expectAccessible(app, view)
    }
  })
}
