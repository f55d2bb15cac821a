import { describe, expect, it, onTestFinished } from 'vitest'
import { createPairStore } from '../../../../../core/import/review/pair-store.ts'
import { createReviewService, type ReviewService } from '../../../../../core/import/review/review-service.ts'
import { makeImportStand, type ImportStand } from '../../../../support/importing.ts'
import { countInk } from '../../../../support/count-ink.ts'
import { makePdf } from '../../../../support/make-pdf.ts'

const STORY = [
  '14 May 2024',
  'Reading room opened in the valley',
  'The reading room of the valley university was opened on Monday morning by the rector and forty guests.',
  'Old newspapers of three districts can be searched there without a connection to the network.',
  'Students scanned the first eleven volumes during the summer and checked every page by hand.',
].join('\n')

/** A review over a stand; files that it lays ready are in `files`, by number. */
function reviewOf({ archive, importer, rules }: ImportStand, files = new Map<string, Uint8Array>()): ReviewService {
  let number = 0
  return createReviewService({
    archive,
    pairs: createPairStore(archive),
    rules,
    read: importer.read,
    draw: importer.draw,
    keepFile: (_name, bytes) => {
      number += 1
      files.set(String(number), bytes)
      return Promise.resolve({ document: String(number) })
    },
    dropFile: (document) => Promise.resolve(void files.delete(document)),
    today: () => '2026-11-02',
  })
}

describe('the review of an imported article', () => {
  it('shows where each field came from, with its confidence, beside the words of the original', async () => {
    const stand = await makeImportStand()
    const { items } = await stand.importBytes('room.txt', STORY)
    const sheet = await reviewOf(stand).read(items[0]!.id!)
    expect(sheet.findings).toContainEqual({ field: 'published', from: 'line', confidence: 'sure' })
    expect(sheet.findings).toContainEqual({ field: 'language', from: 'letters', confidence: 'likely' })
    expect(sheet.original).toMatchObject({ name: 'room.txt', text: STORY, cut: false, hasPages: false })
    expect(sheet.charsets).toEqual([])
  })

  it('shows a likely duplicate, and remembers that it is none', async () => {
    const stand = await makeImportStand()
    const review = reviewOf(stand)
    const { items: first } = await stand.importBytes('a.txt', STORY)
    const { items } = await stand.importBytes('b.txt', STORY.replace('forty', 'fifty'))
    const [id, other] = [items[0]!.id!, first[0]!.id!]
    expect((await review.read(id)).similar).toMatchObject([{ id: other, how: 'near', article: { id: other } }])
    await review.notDuplicate(id, other)
    expect((await review.read(id)).similar).toEqual([])
    expect((await stand.archive.readArticle(id)).imported?.doubts).not.toContain('duplicate')
  })

  it('reads the original again in another character set, and keeps what a person filled in', async () => {
    const stand = await makeImportStand()
    const review = reviewOf(stand)
    // "Новость дня: открыта библиотека" in KOI8-R, forced into the wrong set by the choice for the run.
    const bytes = Uint8Array.from(Buffer.from('eecfd7cfd3d4d820c4ced13a20cfd4cbd2d9d4c120c2c9c2ccc9cfd4c5cbc1', 'hex'))
    const source = await stand.intake.addBytes('news.txt', bytes)
    const report = await stand.importer.run({
      sources: [source],
      kind: 'coverage',
      outlet: 'Town paper',
      tags: [],
      charset: 'windows-1251',
      task: undefined,
    })
    const article = await stand.archive.readArticle(report.items[0]!.id!)
    expect(article.title).not.toContain('библиотека')
    expect((await review.readAs(article.id, 'koi8-r')).articles[0]!.title).toContain('библиотека')
    const saved = await review.reread(article.id, article.version, 'koi8-r')
    expect(saved.title).toContain('библиотека')
    expect(saved.outlet).toBe('Town paper')
  })

  it('shows the pages of a PDF as pictures with ink on them, and says where there are none', async () => {
    const stand = await makeImportStand()
    onTestFinished(() => stand.importer.close())
    const files = new Map<string, Uint8Array>()
    const review = reviewOf(stand, files)
    const pdf = makePdf(['First page of the report', 'Second page', ''])
    const id = (await stand.importBytes('report.pdf', pdf)).items[0]!.id!
    expect((await review.read(id)).original).toMatchObject({ name: 'report.pdf', hasPages: true })
    const views = [await review.page(id, 1), await review.page(id, 2), await review.page(id, 3)]
    expect(views.map(({ page, pages, width }) => [page, pages, width])).toEqual([
      [1, 3, 1_200],
      [2, 3, 1_200],
      [3, 3, 1_200],
    ])
    const ink = await Promise.all(views.map(({ document }) => countInk(files.get(document)!)))
    expect(ink[0]).toBeGreaterThan(ink[1]!)
    expect(ink[1]).toBeGreaterThan(500)
    expect(ink[2]).toBe(0)
    expect(await review.page(id, 1)).toEqual(views[0])
    await expect(review.page(id, 4)).rejects.toMatchObject({ code: 'not-found' })
    const text = (await stand.importBytes('room.txt', STORY)).items[0]!.id!
    await expect(review.page(text, 1)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keeps few pages ready and bounds the picture of a page of any shape', async () => {
    const stand = await makeImportStand()
    onTestFinished(() => stand.importer.close())
    const files = new Map<string, Uint8Array>()
    const review = reviewOf(stand, files)
    const pages = Array.from({ length: 14 }, (_, place) => `Page number ${String(place)}`)
    const id = (await stand.importBytes('long.pdf', makePdf(pages))).items[0]!.id!
    for (let page = 1; page <= pages.length; page += 1) await review.page(id, page)
    expect([...files.keys()]).toEqual(Array.from({ length: 12 }, (_, place) => String(place + 3)))
    const tape = (await stand.importBytes('tape.pdf', makePdf(['A tape'], [100, 14_000]))).items[0]!.id!
    const { width, height } = await review.page(tape, 1)
    expect(height).toBeLessThanOrEqual(6_000)
    expect(width).toBeLessThanOrEqual(43)
  })
})
