import { setTimeout as delay } from 'node:timers/promises'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { formatCsl } from '../../../../core/documents/formats/csl.ts'
import { defuse, formatCsv } from '../../../../core/documents/formats/csv.ts'
import { formatRis } from '../../../../core/documents/formats/ris.ts'
import { formatXlsx } from '../../../../core/documents/formats/xlsx.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { makeArticle } from '../../../support/make-article.ts'

const FORMULAS = [
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  ' =HYPERLINK("http://x.example")',
  '|calc',
  '\u200b=1',
]

test('no cell of a CSV begins like a formula, in any column', () => {
  for (const formula of FORMULAS) {
    const row = Array.from({ length: 5 }, () => formula)
    const parsed = Papa.parse<string[]>(formatCsv(row, [row], 'en').slice(1)).data
    for (const cell of parsed.flat()) expect(cell.startsWith("'"), JSON.stringify(cell)).toBe(true)
  }
})

test('ordinary text is left as it is, quotes, line breaks and Kazakh letters too', () => {
  const cells = ['Сәлем; "әлем"', 'two\nlines', 'a,b', '']
  for (const language of ['en', 'kk'] as const) {
    const text = formatCsv(['x', 'y', 'z', 'w'], [cells], language)
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(Papa.parse<string[]>(text.slice(1)).data[1]).toEqual(cells)
  }
  expect(defuse('plain – text')).toBe('plain – text')
})

test('a spreadsheet keeps texts as texts, days as dates and numbers as numbers', async () => {
  const bytes = await formatXlsx(
    'Мұрағат: [1]',
    ['Тақырып', 'Күні', 'Саны'],
    [...FORMULAS.map((formula) => [formula, { day: '2025-10-31' }, 7]), ['Қ\u0000а', '', 0]],
  )
  const rows = await readSheet(Buffer.from(bytes))
  expect(rows[0]).toEqual(['Тақырып', 'Күні', 'Саны'])
  for (const [place, formula] of FORMULAS.entries()) {
    const [text, day, number] = rows[place + 1] ?? []
    expect(String(text).trim()).toBe(formula.trim())
    expect(day).toEqual(new Date('2025-10-31T00:00:00Z'))
    expect(number).toBe(7)
  }
  expect(rows.at(-1)?.[0]).toBe('Қа')
})

test('the same table is the same spreadsheet at another time of day', async () => {
  const make = () => formatXlsx('Sheet', ['a'], [['b'], [{ day: '2025-10-31' }]])
  const first = await make()
  // Zip files know every second second.
  await delay(2_100)
  expect(Buffer.from(await make()).equals(first)).toBe(true)
  expect((await readSheet(Buffer.from(first)))[1]).toEqual(['b'])
})

const ARTICLES = [
  makeArticle({
    title: 'Су зертханасы\nашылды',
    authors: ['А. Сериков', 'M. Lee'],
    outlet: 'Steppe Herald',
    url: 'https://herald.example/1',
    summary: 'Қысқаша',
    language: 'kk',
  }),
  makeArticle({ kind: 'own', title: 'Month only', published: '2025-10' as PartialDay, language: 'other' }),
  makeArticle({ title: 'Undated', published: null }),
]

test('references in RIS read back with every field on one line', () => {
  const records = formatRis(ARTICLES)
    .split('ER  - ')
    .slice(0, -1)
    .map((record) => record.split('\r\n').filter((line) => line !== ''))
  expect(records).toHaveLength(3)
  for (const line of records.flat()) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- \S/)
  expect(records[0]).toContain('TI  - Су зертханасы ашылды')
  expect(records[0]).toContain('DA  - 2025/10/31/')
  expect(records[0]?.filter((line) => line.startsWith('AU'))).toHaveLength(2)
  expect(records[1]).toContain('DA  - 2025/10//')
  expect(records[1]?.some((line) => line.startsWith('LA'))).toBe(false)
  expect(records[2]?.some((line) => /^(DA|PY)/.test(line))).toBe(false)
})

test('references in CSL-JSON keep dates as exact as they are known and leave out what is not', () => {
  expect(JSON.parse(formatCsl(ARTICLES))).toMatchObject([
    {
      type: 'article-newspaper',
      issued: { 'date-parts': [[2025, 10, 31]] },
      language: 'kk',
      URL: 'https://herald.example/1',
    },
    { type: 'document', genre: 'Press release', issued: { 'date-parts': [[2025, 10]] } },
    { title: 'Undated' },
  ])
  expect(formatCsl(ARTICLES)).not.toContain('null')
})
