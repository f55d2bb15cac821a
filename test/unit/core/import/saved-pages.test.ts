import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { markdownToPlain } from '../../../../core/import/text/markdown-blocks.ts'
import { FIXTURES, fixtureArticles, fixtureWords, recallOf } from '../../../support/import-fixtures.ts'
import { addsUp, makeImportStand } from '../../../support/importing.ts'

const PAGES = join(FIXTURES, 'saved-pages')

describe('web pages saved with their folders', () => {
  it('come in with words, fields and the picture of the text, and nothing else of their folders', async () => {
    const files = readdirSync(PAGES, { withFileTypes: true })
    const pages = files.filter((file) => file.isFile())
    expect(pages.length).toBeGreaterThanOrEqual(8)
    expect(files.length - pages.length).toBe(pages.length)
    const { importPath, archive } = await makeImportStand()
    const report = await importPath(PAGES)
    expect(report).toMatchObject({ total: pages.length, added: pages.length, failed: 0 })
    expect(addsUp(report)).toBe(true)
    for (const expected of fixtureArticles()) {
      const item = report.items.find(({ title }) => title === expected.title)
      expect(item, expected.title).toMatchObject({ publishedOn: expected.published, language: expected.language })
      expect(item?.doubts).not.toContain('published')
      const { body, outlet, attachments, url } = await archive.readArticle(item!.id!)
      expect(recallOf(fixtureWords(expected), markdownToPlain(body)), expected.id).toBeGreaterThanOrEqual(0.98)
      expect(body).toContain('![Hall](')
      expect(body).not.toMatch(/used car|Most read|All rights|Politics/)
      expect(outlet).toBe('Berel News')
      expect(['', `https://news.example/${expected.id}`]).toContain(url)
      const folder = item!.source.replace(/\.html?$/, '')
      const ending = ['_files', '.files', '_файлы'].find((end) => files.some(({ name }) => name === folder + end))
      const picture = readFileSync(join(PAGES, `${folder}${String(ending)}`, 'hall.png'))
      const images = attachments.filter(({ role }) => role === 'image')
      expect(images.map(({ size }) => size)).toEqual([picture.length])
    }
  })

  it('are there in three languages, in the forms of four browsers', () => {
    const languages = new Set(fixtureArticles().map(({ language }) => language))
    expect(languages).toEqual(new Set(['en', 'ru', 'kk']))
    const endings = readdirSync(PAGES, { withFileTypes: true }).filter((file) => file.isDirectory())
    expect(new Set(endings.map(({ name }) => /[_.][^_.]+$/.exec(name)?.[0]))).toEqual(
      new Set(['_files', '.files', '_файлы']),
    )
  })
})
