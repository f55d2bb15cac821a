import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareText } from '../../core/model/compare-text.ts'
import { LANGUAGES } from '../../core/model/language.ts'
import * as locale from '../../core/model/locale.ts'
import { createTranslator } from '../../core/translate/create-translator.ts'
import { findBrowser } from '../support/browser.ts'

/*
 * Chromium says that it knows Kazakh and does not: it writes "2026 M11 23". Tests on Node, which has the full data, would
 * not see that, so these run the same functions in a real Chromium and compare.
 */
const ENTRY = `
export * from './core/model/locale.ts'
export { compareText } from './core/model/compare-text.ts'
export { createTranslator } from './core/translate/create-translator.ts'
`

let browser: Browser
let page: Page

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: fileURLToPath(new URL('../..', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'pressArchiveLocale',
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs an expression over the module `m` in the browser. */
function inBrowser(expression: string): Promise<unknown> {
  return page.evaluate(`((m) => ${expression})(pressArchiveLocale)`)
}

beforeAll(async () => {
  const { executablePath, args, env } = await findBrowser()
  browser = await chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } })
  page = await browser.newPage()
  await page.evaluate(await bundled())
})

afterAll(async () => {
  await browser.close()
})

describe('in a real Chromium', () => {
  test('all months of all languages are written as on Node', async () => {
    const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-23`)
    const expected = LANGUAGES.flatMap((language) =>
      days.map((day) => locale.formatDay(day as Parameters<typeof locale.formatDay>[0], language)),
    )
    const found = await inBrowser(
      `${JSON.stringify(LANGUAGES)}.flatMap((l) => ${JSON.stringify(days)}.map((d) => m.formatDay(d, l)))`,
    )
    expect(found).toEqual(expected)
  })

  test('numbers have their groups', async () => {
    const expected = LANGUAGES.map((language) => locale.formatNumber(1_234_567.5, language, 1))
    expect(await inBrowser(`${JSON.stringify(LANGUAGES)}.map((l) => m.formatNumber(1234567.5, l, 1))`)).toEqual(
      expected,
    )
  })

  test('Kazakh letters stand in the order of their alphabet', async () => {
    const words = ['ыдыс', 'іні', 'қала', 'кеме', 'үй', 'ұлт', 'уақыт', 'һауа', 'хат', 'әке', 'алма', 'ңан', 'нан']
    const expected = words.toSorted(compareText('kk'))
    expect(await inBrowser(`${JSON.stringify(words)}.toSorted(m.compareText('kk'))`)).toEqual(expected)
  })

  test('plural forms of all languages are chosen as on Node', async () => {
    const counts = [0, 1, 2, 5, 11, 21, 100_000]
    const expected = LANGUAGES.flatMap((language) =>
      counts.map((count) => createTranslator(language)('library.articles', { count })),
    )
    const found = await inBrowser(
      `${JSON.stringify(LANGUAGES)}.flatMap((l) => ${JSON.stringify(counts)}.map((c) => m.createTranslator(l)('library.articles', { count: c })))`,
    )
    expect(found).toEqual(expected)
  })
})
