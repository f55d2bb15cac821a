import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { ArticleFields } from '../../../../core/model/article.ts'
import type { SearchPage } from '../../../../core/model/search-result.ts'
import { NO_TAGS, type TagId } from '../../../../core/model/tag.ts'
import { fieldsWith } from '../../../support/archive.ts'
import { startCore } from '../../../support/core-under-test.ts'

const FIELDS = fieldsWith({ title: '', kind: 'coverage', body: '' })

interface Archive {
  put(fields: Partial<ArticleFields>): Promise<string>
  search(query: string): Promise<SearchPage>
  tag(names: Readonly<Record<'en' | 'ru' | 'kk', string>>): Promise<TagId>
}

async function openArchive(): Promise<Archive> {
  const { core, folder } = await startCore()
  const { client } = core
  await client('workspace.create', { folder: join(folder, 'archive'), name: 'Languages', language: 'en' })
  return {
    put: async (fields) => (await client('articles.create', { fields: { ...FIELDS, ...fields } })).article.title,
    search: (query) =>
      client('search.run', {
        query,
        filter: NO_FILTER,
        sort: 'relevance',
        offset: 0,
        limit: 50,
        facets: false,
        typing: false,
      }),
    tag: async (names) => (await client('tags.create', { kind: 'partner', names })).id,
  }
}

function titles(page: SearchPage): string[] {
  return page.hits.map((hit) => hit.article.title)
}

describe('a search across languages', () => {
  it('finds a partner by its name in any language and any form, and says why', async () => {
    const archive = await openArchive()
    const cardiff = await archive.tag({
      en: 'Cardiff University',
      ru: 'Кардиффский университет',
      kk: 'Кардифф университеті',
    })
    await archive.put({ title: 'A visit', body: 'Guests from Cardiff University came.' })
    await archive.put({ title: 'Сапар', body: 'Кардифф университетінің ректоры келді.', language: 'kk' })
    await archive.put({ title: 'Стажировка', body: 'Они учились в Кардиффском университете.', language: 'ru' })
    await archive.put({ title: 'Only tagged', tags: { ...NO_TAGS, partner: [cardiff] } })
    await archive.put({ title: 'Another university', body: 'A university opened. Университет ашылды.' })
    const all = ['A visit', 'Only tagged', 'Сапар', 'Стажировка']
    for (const query of [
      'Cardiff University',
      'cardiff universities',
      '"Cardiff University"',
      'Кардиффский университет',
      'Кардиффского университета',
      'с Кардиффским университетом',
      'Кардифф университеті',
      'Кардифф университетінде',
    ]) {
      const page = await archive.search(query)
      expect(titles(page).sort(), query).toEqual(all)
      const tagged = page.hits.find((hit) => hit.article.title === 'Only tagged')
      expect(
        tagged?.why.map((reason) => [reason.how, reason.term]),
        query,
      ).toContainEqual(['alias', cardiff])
      expect(page.notices, query).toContainEqual({ code: 'tag-found', details: [cardiff] })
      const exact = page.hits.map((hit) => hit.exact)
      expect(exact, query).toEqual([...exact].sort((left, right) => Number(right) - Number(left)))
    }
  })

  it('finds abbreviations with the endings that a hyphen joins to them', async () => {
    const archive = await openArchive()
    const kk = { language: 'kk' } as const
    await archive.put({ ...kk, title: 'Заң', body: 'ҚР-ның жаңа заңы шықты, АҚШ-тан қонақ келді.' })
    await archive.put({ ...kk, title: 'Сапар', body: 'ЕНУ-де кездесу өтті, БҰҰ-ға есеп берілді.' })
    await archive.put({ ...kk, title: 'Қала', body: 'Нью-Йоркте көрме ашылды.' })
    const found = async (query: string) => titles(await archive.search(query))
    for (const query of ['ҚР', 'ҚР-да', 'АҚШ', 'АҚШ-қа', 'ҚР-мен']) expect(await found(query), query).toEqual(['Заң'])
    for (const query of ['ЕНУ', 'ЕНУ-дің', 'БҰҰ', 'БҰҰ-ның']) expect(await found(query), query).toEqual(['Сапар'])
    for (const query of ['Нью-Йорк', 'Нью-Йорктің']) expect(await found(query), query).toEqual(['Қала'])
  })

  it('ranks Kazakh that was typed without its letters below what stands there as typed', async () => {
    const archive = await openArchive()
    await archive.put({ title: 'Ғылым күні', body: 'Ғылым ғылым ғылым туралы.', language: 'kk' })
    await archive.put({ title: 'Letters', body: 'He typed gylym, then гылым.' })
    for (const query of ['гылым', 'gylym']) {
      const page = await archive.search(query)
      expect(
        page.hits.map((hit) => [hit.article.title, hit.exact]),
        query,
      ).toEqual([
        ['Letters', true],
        ['Ғылым күні', false],
      ])
      expect(page.hits[1]?.why.map((reason) => reason.how)).toEqual([query === 'гылым' ? 'layout' : 'latin'])
    }
  })

  it('lets ё and е meet in both directions, as the same word', async () => {
    const archive = await openArchive()
    await archive.put({ title: 'Отчёт', body: 'Учёный совет принял отчёт.', language: 'ru' })
    await archive.put({ title: 'Отчет', body: 'Ученый совет принял отчет.', language: 'ru' })
    for (const query of ['отчёта', 'отчета', '"учёного совета"', '"ученого совета"']) {
      const page = await archive.search(query)
      expect(titles(page).sort(), query).toEqual(['Отчет', 'Отчёт'])
      expect(
        page.hits.every((hit) => hit.exact),
        query,
      ).toBe(true)
    }
  })
})
