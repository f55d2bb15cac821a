import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../core/import/read-source.ts'
import { recogniseArticle } from '../../../../core/import/recognise/recognise-article.ts'
import { markdownToPlain } from '../../../../core/import/text/markdown-blocks.ts'
import { FIXTURES, fixtureArticles, fixtureWords, recallOf } from '../../../support/import-fixtures.ts'

const FORMATS = ['docx', 'odt', 'rtf', 'doc', 'pdf', 'html', 'mhtml']
const articles = fixtureArticles()

const CASES = FORMATS.flatMap((format) =>
  readdirSync(join(FIXTURES, format))
    .sort()
    .map((file) => [format, file] as const),
)

describe('files made by office programs and a browser', () => {
  it('are at least eight of each format', () => {
    for (const format of FORMATS) expect(readdirSync(join(FIXTURES, format)).length).toBeGreaterThanOrEqual(8)
  })

  it.each(CASES)('%s: %s comes in with its words, date, headline and language', async (format, file) => {
    const article = articles.find(({ id }) => file.startsWith(`${id}.`) || file.startsWith(`${id}-browser.`))!
    const { pieces } = await readSource({
      name: file,
      bytes: readFileSync(join(FIXTURES, format, file)),
      charset: null,
    })
    const { fields, doubts } = recogniseArticle(pieces[0]!, { today: '2026-11-02', kind: 'coverage', outlet: '' })
    expect(recallOf(fixtureWords(article), markdownToPlain(fields.body))).toBeGreaterThanOrEqual(0.98)
    expect(fields).toMatchObject({ title: article.title, published: article.published, language: article.language })
    expect(doubts).not.toContain('published')
  })

  it.each(['docx', 'odt', 'rtf', 'doc', 'html', 'mhtml'])('%s keeps tables', async (format) => {
    const file = join(FIXTURES, format, `ru-museum.${format}`)
    const { pieces } = await readSource({ name: file, bytes: readFileSync(file), charset: null })
    expect(pieces[0]!.body.text).toMatch(/\| Зал \| Экспонаты \|\n\|[ -|]+\|\n\| Станки \| 38 \|/)
  })

  it.each(['docx', 'odt', 'html', 'mhtml'])('%s keeps lists', async (format) => {
    const file = join(FIXTURES, format, `en-robot.${format}`)
    const { pieces } = await readSource({ name: file, bytes: readFileSync(file), charset: null })
    expect(pieces[0]!.body.text).toContain('- weighing\n- measuring\n- sorting into boxes')
  })

  it('a saved page names its outlet and its address and leaves menu and footer out', async () => {
    const file = join(FIXTURES, 'mhtml', 'en-seeds.mhtml')
    const { pieces } = await readSource({ name: file, bytes: readFileSync(file), charset: null })
    expect(pieces[0]!.stated).toMatchObject({ outlet: 'Berel News', url: 'https://news.example/en-seeds.html' })
    expect(pieces[0]!.body.text).not.toMatch(/Weather|Most read|All rights/)
  })
})
