import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import type { PartialDay } from '../../../core/model/calendar-day.ts'
import { makeArticle } from '../../support/make-article.ts'
import { bytesOf, makeDocuments } from '../../support/make-documents.ts'
import { makeTempDir } from '../../support/temp-dir.ts'

const run = promisify(execFile)

async function hasLibreOffice(): Promise<boolean> {
  return run('soffice', ['--version']).then(
    () => true,
    () => false,
  )
}

const TITLES = ['Қазақ: ӘәІіҢңҒғҮүҰұҚқӨөҺһ', '=1+1', '+7 701', '-5', '@SUM(A1)', '\t=2', 'a;b,c "d"', 'plain – text']
const ARTICLES = TITLES.map((title, place) =>
  makeArticle({
    title,
    subtitle: title,
    outlet: 'Көл жағасы',
    published: `2025-0${String(1 + (place % 9))}-15` as PartialDay,
  }),
)

/** A file as LibreOffice opens it, saved again as CSV with every cell as it is shown; formulas would be worked out. */
async function openedByLibreOffice(
  name: string,
  bytes: Uint8Array,
  filter: string,
): Promise<readonly (readonly string[])[]> {
  const folder = await makeTempDir()
  await writeFile(join(folder, name), bytes)
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  // Comma, quotes, UTF-8, from the first line; every text quoted, cells as shown.
  const target = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false'
  const words = [profile, '--headless', ...(filter === '' ? [] : [`--infilter=${filter}`]), '--convert-to', target]
  await run('soffice', [...words, '--outdir', join(folder, 'out'), join(folder, name)], { timeout: 240_000 })
  const text = await readFile(join(folder, 'out', name.replace(/\.\w+$/, '.csv')), 'utf8')
  return Papa.parse<string[]>(text.replace(/^\ufeff/, '').trim()).data
}

const CASES = [
  { format: 'xlsx', language: 'kk', filter: '' },
  // Separated by semicolons, quoted, UTF-8, from the first line; numbers and dates are looked for.
  { format: 'csv', language: 'kk', filter: 'Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true' },
  { format: 'csv', language: 'en', filter: 'Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true' },
] as const

test.skipIf(!(await hasLibreOffice()))(
  'LibreOffice opens the tables: Cyrillic right, days as dates, no cell a formula',
  { timeout: 900_000 },
  async () => {
    const documents = await makeDocuments({ articles: ARTICLES })
    for (const { format, language, filter } of CASES) {
      const order = { kind: 'data', format, language, query: '', filter: NO_FILTER, sort: 'oldest' } as const
      const made = await documents.make(order)
      const [, ...rows] = await openedByLibreOffice(`table.${format}`, await bytesOf(documents, made.document), filter)
      expect(rows, format).toHaveLength(ARTICLES.length)
      const shown = new Map(rows.map(([id, day, title, subtitle]) => [id, { day, title, subtitle }] as const))
      for (const article of ARTICLES) {
        const row = shown.get(article.id)
        // In a CSV an apostrophe before it keeps a text from being a formula.
        expect(row?.title?.replace(/^'/, '').trim(), `${format} ${language}`).toBe(article.title.trim())
        expect(row?.subtitle).toBe(row?.title)
        expect(row?.day).toBe(article.published)
      }
    }
  },
)
