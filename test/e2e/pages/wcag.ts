import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe finds on the screen as it is now, one line per element. `waived`: rules left out for this state alone. */
async function violations(app: Page, waived: readonly string[]): Promise<readonly string[]> {
  // Colours are judged when nothing waits for an answer and nothing fades any more.
  await expect(app.locator('[aria-busy="true"]')).toHaveCount(0)
  await app.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
  if (!(await app.evaluate(() => 'axe' in window))) await app.evaluate(axeSource)
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

/** Fails the test, though not at once, where the screen breaks a rule of WCAG 2.2 A or AA. `place` names it for people. */
export async function expectAccessible(app: Page, place: string, waived: readonly string[] = []): Promise<void> {
  expect.soft(await violations(app, waived), place).toEqual([])
}
