import { afterEach, describe, expect, it } from 'vitest'
import { NO_FILTER, type ArticleFilter } from '../../../../core/model/article-filter.ts'
import type { SearchPage } from '../../../../core/model/search-result.ts'
import type { TagId } from '../../../../core/model/tag.ts'
import { idOf, openSearch, type SearchArchive, type TestText } from '../../../support/search-archive.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const CARDIFF = 'cardiff-university' as TagId
const NAMES = new Map<TagId, readonly string[]>([
  [CARDIFF, ['Cardiff University', 'Кардиффский университет', 'Кардифф университеті']],
])

const TEXTS: readonly TestText[] = [
  {
    title: 'Forum on academic education',
    body: 'Universities of Kazakhstan and Cardiff University signed a memorandum. Artificial intelligence was discussed.',
    published: '2025-10-31',
    tags: [CARDIFF],
  },
  {
    title: 'В университете открылась лаборатория',
    body: 'Студенты университета изучают искусственный интеллект. Год науки начался в Казахстане.',
    language: 'ru',
    published: '2025-03-02',
    outlet: 'Егемен Қазақстан',
  },
  {
    title: 'Университетте жаңа зертхана ашылды',
    body: 'Қазақстанның ғалымдары кітап жазды. Студенттер Кардифф университетіне барды.',
    language: 'kk',
    published: '2024-05-06',
  },
  { title: 'Sports day', body: 'The football team of the university won.', published: '2023-01-09', kind: 'own' },
]

const open: SearchArchive[] = []

async function archiveOf(texts: readonly TestText[] = TEXTS): Promise<SearchArchive> {
  const archive = await openSearch(await makeTempDir(), texts, NAMES)
  open.push(archive)
  return archive
}

function run(
  archive: SearchArchive,
  query: string,
  filter: Partial<ArticleFilter> = {},
  typing = false,
): Promise<SearchPage> {
  return archive.service.search({
    query,
    filter: { ...NO_FILTER, ...filter },
    sort: 'relevance',
    offset: 0,
    limit: 50,
    facets: true,
    typing,
  })
}

async function ids(archive: SearchArchive, query: string, typing = false): Promise<string[]> {
  return (await run(archive, query, {}, typing)).hits.map((hit) => hit.article.id)
}

afterEach(async () => {
  for (const archive of open.splice(0)) await archive.service.close()
})

describe('the search service', () => {
  it('gives all articles, newest first, for an empty query', async () => {
    const archive = await archiveOf()
    expect(await ids(archive, '')).toEqual([idOf(0), idOf(1), idOf(2), idOf(3)])
  })

  it('finds English, Russian and Kazakh words by other forms than those in the text', async () => {
    const archive = await archiveOf()
    expect(await ids(archive, 'universities football')).toEqual([idOf(3)])
    expect(await ids(archive, 'лаборатории')).toEqual([idOf(1)])
    expect(await ids(archive, 'кітаптар')).toEqual([idOf(2)])
    expect(await ids(archive, 'zzzz')).toEqual([])
  })

  it('wants all words, or one of them where OR stands between', async () => {
    const archive = await archiveOf()
    expect(await ids(archive, 'football memorandum')).toEqual([])
    expect((await ids(archive, 'football OR memorandum')).sort()).toEqual([idOf(0), idOf(3)])
    expect(await ids(archive, 'university -football')).not.toContain(idOf(3))
  })

  it('finds wildcards, phrases and words near each other', async () => {
    const archive = await archiveOf()
    expect(await ids(archive, 'artificial intellig*')).toEqual([idOf(0)])
    expect(await ids(archive, '"artificial intellig*"')).toEqual([idOf(0)])
    expect(await ids(archive, '"intelligence artificial"')).toEqual([])
    expect(await ids(archive, 'intelligence NEAR/2 artificial')).toEqual([idOf(0)])
    expect(await ids(archive, '"Год науки"')).toEqual([idOf(1)])
  })

  it('finds a partner by its names in other languages and says so', async () => {
    const archive = await archiveOf()
    const page = await run(archive, 'Кардиффский университет')
    expect(page.hits.map((hit) => hit.article.id)).toEqual([idOf(0), idOf(2)])
    expect(page.hits[1]?.why.some((reason) => reason.how === 'alias' && reason.term === CARDIFF)).toBe(true)
    expect(page.notices.find((notice) => notice.code === 'tag-found')?.details).toEqual([CARDIFF])
  })

  it('finds Kazakh typed with Russian or Latin letters', async () => {
    const archive = await archiveOf()
    const page = await run(archive, 'казакстан')
    expect(page.hits.map((hit) => [hit.article.id, hit.exact])).toContainEqual([idOf(2), false])
    expect(await ids(archive, 'Qazaqstan')).toContain(idOf(2))
  })

  it('takes the last word as a beginning only while the user types', async () => {
    const archive = await archiveOf()
    expect(await ids(archive, 'memoran', true)).toEqual([idOf(0)])
    expect(await ids(archive, 'memoran')).toEqual([])
  })

  it('marks the words in snippets', async () => {
    const archive = await archiveOf()
    const page = await run(archive, 'университеты интеллект')
    const snippet = page.hits[0]?.snippets.find((candidate) => candidate.field === 'text')
    expect(snippet?.ranges.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['университета', 'интеллект'])
  })

  it('filters by the request and by the box, with facets over all hits', async () => {
    const archive = await archiveOf()
    const page = await run(archive, 'университет', { languages: ['ru'] })
    expect(page.total).toBe(1)
    expect(page.facets?.languages).toEqual([{ value: 'ru', count: 1 }])
    expect((await run(archive, 'from:2025 to:2025-06')).hits.map((hit) => hit.article.id)).toEqual([idOf(1)])
    expect((await run(archive, 'университет lang:kk')).total).toBe(1)
  })

  it('finds an article as soon as its change is told, and never its old text', async () => {
    const archive = await archiveOf()
    await archive.put(7, { title: 'Zebra crossing' })
    expect(await ids(archive, 'zebras')).toEqual([idOf(7)])
    await archive.put(7, { title: 'Giraffe' })
    expect(await ids(archive, 'zebra')).toEqual([])
    expect(await ids(archive, 'giraffe')).toEqual([idOf(7)])
    await archive.drop(7)
    expect(await ids(archive, 'giraffe')).toEqual([])
    expect(archive.service.state()).toEqual({ indexed: 4, total: 4, state: 'ready' })
  })

  it('offers another spelling, also of a word typed on the wrong keyboard layout', async () => {
    const archive = await archiveOf()
    expect((await run(archive, 'memorandun')).notices).toContainEqual({ code: 'did-you-mean', details: ['memorandum'] })
    expect((await run(archive, 'cneltyns')).notices).toContainEqual({ code: 'did-you-mean', details: ['студенты'] })
  })

  it('makes the index anew and finds the same', async () => {
    const archive = await archiveOf()
    const before = await ids(archive, 'university')
    await archive.service.reindex({})
    expect(await ids(archive, 'university')).toEqual(before)
    expect(archive.service.state().state).toBe('ready')
  })
})
