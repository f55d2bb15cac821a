import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../core/import/read-source.ts'
import { recogniseArticle } from '../../../../core/import/recognise/recognise-article.ts'
import { markdownToPlain } from '../../../../core/import/text/markdown-blocks.ts'

interface FixtureArticle {
  readonly id: string
  readonly language: string
  readonly published: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly list: readonly string[]
  readonly table: readonly (readonly string[])[]
  readonly closing: string
}

const ROOT = resolve('test/fixtures/imports')
const FORMATS = ['docx', 'odt', 'rtf', 'doc', 'pdf', 'html', 'mhtml']
const articles = JSON.parse(readFileSync(join(ROOT, 'articles.json'), 'utf8')) as readonly FixtureArticle[]

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Share of the expected words that the text holds, each as often as expected. */
function recall(expected: readonly string[], text: string): number {
  const counts = new Map<string, number>()
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  let found = 0
  for (const word of expected) {
    const count = counts.get(word) ?? 0
    if (count > 0) found += 1
    counts.set(word, count - 1)
  }
  return found / expected.length
}

const CASES = FORMATS.flatMap((format) =>
  readdirSync(join(ROOT, format))
    .sort()
    .map((file) => [format, file] as const),
)

describe('files made by office programs and a browser', () => {
  it('are at least eight of each format', () => {
    for (const format of FORMATS) expect(readdirSync(join(ROOT, format)).length).toBeGreaterThanOrEqual(8)
  })

  it.each(CASES)('%s: %s comes in with its words, date, headline and language', async (format, file) => {
    const article = articles.find(({ id }) => file.startsWith(`${id}.`) || file.startsWith(`${id}-browser.`))!
    const { pieces } = await readSource({ name: file, bytes: readFileSync(join(ROOT, format, file)), charset: null })
    const { fields, doubts } = recogniseArticle(pieces[0]!, { today: '2026-11-02', kind: 'coverage', outlet: '' })
    const expected = [...article.paragraphs, ...article.list, ...article.table.flat(), article.closing].flatMap(wordsOf)
    expect(recall(expected, markdownToPlain(fields.body))).toBeGreaterThanOrEqual(0.98)
    expect(fields).toMatchObject({ title: article.title, published: article.published, language: article.language })
    expect(doubts).not.toContain('published')
  })

  it.each(['docx', 'odt', 'rtf', 'doc', 'html', 'mhtml'])('%s keeps tables', async (format) => {
    const file = join(ROOT, format, `ru-museum.${format}`)
    const { pieces } = await readSource({ name: file, bytes: readFileSync(file), charset: null })
    expect(pieces[0]!.body.text).toMatch(/\| Зал \| Экспонаты \|\n\|[ -|]+\|\n\| Станки \| 38 \|/)
  })

  it.each(['docx', 'odt', 'html', 'mhtml'])('%s keeps lists', async (format) => {
    const file = join(ROOT, format, `en-robot.${format}`)
    const { pieces } = await readSource({ name: file, bytes: readFileSync(file), charset: null })
    expect(pieces[0]!.body.text).toContain('- weighing\n- measuring\n- sorting into boxes')
  })

  it('a saved page names its outlet and its address and leaves menu and footer out', async () => {
    const file = join(ROOT, 'mhtml', 'en-seeds.mhtml')
    const { pieces } = await readSource({ name: file, bytes: readFileSync(file), charset: null })
    expect(pieces[0]!.stated).toMatchObject({ outlet: 'Berel News', url: 'https://news.example/en-seeds.html' })
    expect(pieces[0]!.body.text).not.toMatch(/Weather|Most read|All rights/)
  })
})
