import { expect, test } from 'vitest'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { makeArticle } from '../../support/make-article.ts'
import { bytesOf, makeDocuments } from '../../support/make-documents.ts'
import { readPdf } from '../../support/read-pdf.ts'

test(
  'an accessible book of 200 articles is tagged and its bookmarks lead to the right pages',
  { timeout: 180_000 },
  async () => {
    const articles = Array.from({ length: 200 }, (_, place) =>
      makeArticle({
        title: `Тасқын есебі N${String(place).padStart(3, '0')}`,
        language: 'kk',
        body: Array.from(
          { length: 5 + (place % 9) * 4 },
          () => 'Келген топ көктемгі су тасқынын өлшеп, көргенін жазып алды.',
        ).join('\n\n'),
      }),
    )
    const documents = await makeDocuments({ articles })
    const printed = {
      language: 'kk',
      standard: 'ua-1',
      paper: 'us-letter',
      template: '',
      title: '',
      foreword: '',
    } as const
    const made = await documents.make({
      kind: 'book',
      query: '',
      filter: NO_FILTER,
      sort: 'oldest',
      grouping: 'none',
      ...printed,
    })
    const { pages, tagged, bookmarks, metadata } = await readPdf(await bytesOf(documents, made.document))
    expect(tagged).toBe(true)
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const titles = new Set(articles.map((article) => article.title))
    const leading = bookmarks.filter((bookmark) => titles.has(bookmark.title))
    expect(leading).toHaveLength(200)
    for (const { title, page } of leading) expect(pages[page - 1]).toContain(title)
  },
)
