import { expect } from 'vitest'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import { formatNumber } from '../../core/model/locale.ts'
import type { Tag, TagId } from '../../core/model/tag.ts'
import { readTimeline } from '../../core/timeline/read-timeline.ts'
import { catalogOf, day, summaryOf } from './catalog-of.ts'
import { makeArticle } from './make-article.ts'
import { bytesOf, makeDocuments } from './make-documents.ts'
import { croppedTexts, pdfTexts } from './pdf-boxes.ts'
import { withoutLineBreaks } from './read-pdf.ts'

const LONG =
  'Қазақстан Республикасының Ғылым және жоғары білім министрлігі жанындағы халықаралық ынтымақтастық орталығы'

/**
 * Prints a timeline of so many articles over fifteen years with as many lanes as asked for, reads the PDF back and expects
 * every lane with its whole name and count, every article, and nothing outside its page. Returns the number of pages.
 */
export async function expectWholeSheet(count: number, laneCount: number): Promise<number> {
  const tags = Array.from({ length: laneCount }, (_, number) => partnerTag(number))
  const articles = Array.from({ length: count }, (_, number) => {
    const date = new Date(Date.UTC(2010, 0, 1) + Math.floor((number / count) * 15 * 365) * 86_400_000)
    const partner = tags[number % laneCount]?.id
    return makeArticle({
      title: `Event E${String(number).padStart(5, '0')}`,
      published: number % 97 === 0 ? null : day(date.toISOString().slice(0, number % 89 === 0 ? 7 : 10)),
      tags: { initiative: [], partner: partner === undefined ? [] : [partner], topic: [] },
    })
  })
  const catalog = catalogOf(articles.map((article, number) => summaryOf(number, { ...article })))
  const timeline = readTimeline({
    catalog,
    rows: catalog.columns.live,
    grain: 'month',
    lanes: 'partner',
    tagOf: (id) => tags.find((tag) => tag.id === id),
    language: 'kk',
  })
  const documents = await makeDocuments({ articles, tags, timeline })
  const made = await documents.make({
    kind: 'timeline',
    language: 'kk',
    standard: 'plain',
    paper: 'a4',
    template: '',
    title: '',
    query: '',
    filter: NO_FILTER,
    grain: 'month',
    lanes: 'partner',
  })
  const texts = await pdfTexts(await bytesOf(documents, made.document))
  expect(croppedTexts(texts)).toEqual([])
  const whole = withoutLineBreaks(texts.map(({ text }) => text).join(''))
  for (const lane of timeline.lanes) {
    expect(whole).toContain(withoutLineBreaks(`${lane.label}${formatNumber(lane.total, 'kk')}`))
  }
  const missing = articles.filter(({ title }) => !whole.includes(withoutLineBreaks(title)))
  expect(missing).toEqual([])
  return made.pages
}

function partnerTag(number: number): Tag {
  return {
    // A slug by its making.
    id: `partner-${number}` as TagId,
    kind: 'partner',
    names: { kk: number % 7 === 0 ? `${LONG} № ${number}` : `Серіктес ${number}` },
    aliases: [],
    color: '#2f6db5',
  }
}
