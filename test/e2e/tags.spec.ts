import { stat } from 'node:fs/promises'
import { LANGUAGES } from '../../core/model/language.ts'
import { expect, test } from './fixtures.ts'
import { agreeToMany } from './pages/dry-run.ts'
import { goTo, openSample } from './pages/sample.ts'
import { expectAccessible } from './pages/wcag.ts'
import { wordsOf } from './pages/words.ts'

test.use({ hostArguments: ['--first-run'], actionTimeout: 15_000 })
test.setTimeout(180_000)

test.beforeEach(({ app }) => app.emulateMedia({ reducedMotion: 'reduce' }))

for (const language of LANGUAGES) {
  test(`a tag is split by a search after a look at what changes, and the split is taken back, in ${language}`, async ({
    app,
  }) => {
    const words = wordsOf(language)
    await openSample(app, words)
    await goTo(app, '#/tags')
    await app.getByRole('button', { name: words('shell.topics'), exact: true }).click()
    const rows = app.locator('main [role="option"]')
    await rows.first().click()
    const name = (await app.locator('main [data-pane="reader"] h2').first().textContent()) ?? ''
    await app
      .getByRole('button', { name: words('tags.changes.split'), exact: true })
      .first()
      .click()
    const changes = app.getByRole('region', { name: words('tags.change') })
    await changes.getByRole('textbox', { name: words('tags.splitQuery') }).fill('university')
    await changes.getByRole('textbox', { name: words('tags.names.en') }).fill('Split off')
    const preview = changes.getByRole('region', { name: words('tags.previewTitle') })
    await expect(preview.getByRole('listitem').first()).toContainText('+ Split off')
    await expect(preview.getByRole('listitem').first()).toContainText(`− ${name}`)
    await expectAccessible(app, 'a split with its preview')
    await changes
      .getByRole('button', { name: words('tags.changes.split'), exact: true })
      .last()
      .click()
    await expect(app.getByText(words('tags.splitDone', { name: 'Split off' }))).toBeVisible()
    await app.getByRole('textbox', { name: words('tags.find'), exact: true }).fill('Split')
    await expect(rows).toHaveCount(1)
    await app.getByRole('button', { name: words('shell.undo'), exact: true }).click()
    await expect(app.getByText(words('tags.noMatch'))).toBeVisible()
  })
}

test('a rule is made of a search, sets its tag on all articles, is taken back and deleted', async ({ app }) => {
  const words = wordsOf('en')
  await openSample(app, words)
  await goTo(app, '#/tags')
  await app.getByRole('button', { name: words('tags.add'), exact: true }).click()
  await app.getByRole('textbox', { name: words('tags.names.en') }).fill('By rule')
  await app.getByRole('textbox', { name: words('tags.note') }).fill('Set by the search alone')
  await app
    .getByRole('button', { name: words('tags.add'), exact: true })
    .last()
    .click()
  await expect(app.getByText(words('tags.created', { name: 'By rule' }))).toBeVisible()
  await app.getByRole('button', { name: words('tags.rules') }).click()
  await app.getByRole('textbox', { name: words('tags.ruleName') }).fill('Everything about students')
  await app.getByRole('textbox', { name: words('tags.ruleQuery') }).fill('students')
  await app.getByRole('combobox', { name: words('tags.ruleTag') }).selectOption({ label: 'By rule' })
  await app.getByRole('radio', { name: words('tags.ruleModes.assign') }).check()
  await expectAccessible(app, 'rules')
  await app.getByRole('button', { name: words('tags.ruleAdd') }).click()
  await app.getByRole('button', { name: words('tags.ruleRun') }).click()
  await agreeToMany(app, words)
  await app.getByRole('button', { name: words('shell.undo'), exact: true }).waitFor()
  const rows = app.locator('main [role="option"]')
  await app.getByRole('textbox', { name: words('tags.find'), exact: true }).fill('By rule')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).not.toContainText(/(?<!\d)0$/u)
  await app.getByRole('button', { name: words('shell.undo'), exact: true }).click()
  await expect(rows.first()).toContainText(/0$/u)
  await app.getByRole('button', { name: words('tags.ruleDelete', { name: 'Everything about students' }) }).click()
  await expect(app.getByText(words('tags.rulesEmpty'))).toBeVisible()
})

test('a story tells who was first and what was taken over; a version is taken out and put back', async ({ app }) => {
  const words = wordsOf('en')
  await openSample(app, words)
  await app.getByRole('button', { name: words('stories.title'), exact: true }).click()
  const stories = app.getByRole('listbox', { name: words('stories.views.all') })
  await stories.getByRole('option').first().click()
  const members = app.locator('main table tbody tr')
  await expect(members.first()).toBeVisible()
  const count = await members.count()
  expect(count).toBeGreaterThan(1)
  await expectAccessible(app, 'a story')
  await members.last().getByRole('button').last().click()
  await expect(members).toHaveCount(count - 1)
  await app.getByRole('button', { name: words('shell.undo'), exact: true }).click()
  await expect(members).toHaveCount(count)
  await app.getByRole('button', { name: words('stories.views.silent') }).click()
  await app
    .getByRole('listbox', { name: words('stories.views.silent') })
    .getByRole('option')
    .first()
    .click()
  await app.getByRole('button', { name: words('stories.find') }).click()
  await expect(
    app.getByText(words('stories.noneFound')).or(app.getByRole('button', { name: /^Add to the story/u }).first()),
  ).toBeVisible({ timeout: 30_000 })
  await app.getByRole('button', { name: words('stories.views.proposals') }).click()
  await app.getByRole('button', { name: words('stories.look') }).click()
  await expect(
    app.getByText(words('stories.noProposals')).or(app.getByRole('button', { name: words('stories.link') }).first()),
  ).toBeVisible({ timeout: 30_000 })
  await expectAccessible(app, 'possible stories')
})

test('the overview of a partner shows figures, months, gaps and the matrix, and is saved as a PDF', async ({ app }) => {
  const words = wordsOf('kk')
  await openSample(app, words)
  await goTo(app, '#/tags')
  await app.getByRole('button', { name: words('shell.partners'), exact: true }).click()
  await app.locator('main [role="option"]').first().click()
  await app.getByRole('button', { name: words('tags.page') }).click()
  for (const part of ['overTime', 'latest', 'key', 'together', 'gaps', 'matrix'] as const) {
    await expect(app.getByRole('region', { name: words(`tagPage.${part}`), exact: true })).toBeVisible()
  }
  await expectAccessible(app, 'overview of a tag')
  const [download] = await Promise.all([
    app.waitForEvent('download', { timeout: 60_000 }),
    app.getByRole('button', { name: words('tagPage.pdf') }).click(),
  ])
  expect((await stat(await download.path())).size).toBeGreaterThan(5_000)
  await app.locator('main table td button').first().click()
  await expect(app.locator('[role="option"]').first()).toBeVisible()
})

test('tags are set by dropping articles on them, for all found, and from suggestions for many', async ({ app }) => {
  const words = wordsOf('en')
  await openSample(app, words)
  const tag = app
    .getByRole('navigation', { name: words('shell.sidebar') })
    .locator('section button')
    .first()
  const article = app.locator('[role="option"]').nth(2)
  await article.dragTo(tag)
  await app
    .getByRole('button', { name: words('shell.undo'), exact: true })
    .first()
    .click()

  await app.locator('[role="listbox"]').first().press('Control+a')
  await app.getByRole('button', { name: words('tags.suggestMany') }).click()
  const dialog = app.getByRole('dialog')
  await expect(dialog.getByRole('checkbox').first()).toBeVisible({ timeout: 60_000 })
  await expectAccessible(app, 'suggested tags of many articles')
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByRole('button', { name: words('tags.suggestApply') }).click()
  await agreeToMany(app, words)
  await expect(app.getByText(words('tags.suggestSet', { count: 1 }))).toBeVisible({ timeout: 30_000 })

  await app.keyboard.press('Control+k')
  await app.getByRole('dialog').getByRole('combobox').fill(words('tags.tagFound').slice(0, 12))
  await app.keyboard.press('Enter')
  await expect(app.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
  await expect(app.getByRole('dialog').locator('[aria-checked="mixed"]').first()).toBeVisible()
})

test('open menus of filters and of a saved search are accessible, and each story can be shown once', async ({
  app,
}) => {
  const words = wordsOf('en')
  await openSample(app, words)
  await app.getByRole('button', { name: words('library.addFilter'), exact: true }).click()
  await expect(app.getByRole('menu')).toBeVisible()
  await expectAccessible(app, 'menu of filters')
  const counted = async (): Promise<number> =>
    Number(
      /\d+/u.exec(
        (await app
          .getByText(/^\d+ articles$/u)
          .first()
          .textContent()) ?? '',
      )?.[0],
    )
  const before = await counted()
  await app.getByRole('menuitemcheckbox', { name: words('library.oneStory') }).click()
  await app.keyboard.press('Escape')
  await expect.poll(counted).toBeLessThan(before)
  await app.keyboard.press('Control+s')
  await app.getByRole('dialog').getByRole('textbox').fill('Stories')
  await app.keyboard.press('Enter')
  await app.getByRole('button', { name: words('search.acts', { name: 'Stories' }) }).click()
  await expect(app.getByRole('menu')).toBeVisible()
  await expectAccessible(app, 'menu of a saved search')
})
