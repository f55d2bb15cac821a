import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArticles, type ArticlesOfSource } from '../../../../core/import/read-articles.ts'
import { markdownToPlain } from '../../../../core/import/text/markdown-blocks.ts'
import { FIXTURES, fixtureArticles, fixtureWords, recallOf } from '../../../support/import-fixtures.ts'

const FORMATS = ['txt', 'md', 'eml', 'msg', 'feed', 'wxr', 'csv', 'xlsx', 'json', 'zip']
const CASES = FORMATS.flatMap((format) =>
  readdirSync(join(FIXTURES, format))
    .sort()
    .map((file) => [format, file] as const),
)

function read(name: string, bytes: Uint8Array): Promise<ArticlesOfSource> {
  return readArticles({
    request: { name, bytes, charset: null },
    options: { today: '2026-11-02', kind: 'coverage', outlet: '' },
  })
}

describe('files of text, mail, feeds, tables and archives', () => {
  it('are at least eight of each format, in three languages', () => {
    for (const format of FORMATS) {
      const files = readdirSync(join(FIXTURES, format))
      expect(files.length).toBeGreaterThanOrEqual(8)
      expect(new Set(files.map((file) => file.slice(0, 2)))).toEqual(new Set(['en', 'ru', 'kk']))
    }
  })

  it.each(CASES)('%s: %s comes in with its words, date, headline and language', async (format, file) => {
    const article = fixtureArticles().find(({ id }) => file.startsWith(`${id}.`))!
    const source = await read(file, readFileSync(join(FIXTURES, format, file)))
    const [member] = source.members
    const { articles } = member === undefined ? source : await read(member.name, member.bytes)
    expect(articles).toHaveLength(1)
    const { fields, doubts } = articles[0]!.recognised
    expect(recallOf(fixtureWords(article), markdownToPlain(fields.body))).toBeGreaterThanOrEqual(0.98)
    expect(fields).toMatchObject({ title: article.title, published: article.published, language: article.language })
    expect(doubts).not.toContain('published')
    expect(doubts).not.toContain('charset')
  })

  it('says nothing about characters that the file does not hold', async () => {
    const { articles } = await read('kk-kitap.txt', readFileSync(join(FIXTURES, 'txt', 'kk-kitap.kz-1048.txt')))
    expect(articles[0]!.recognised.fields.body).not.toMatch(/[\ufffd\u0080-\u009f]/)
  })
})
