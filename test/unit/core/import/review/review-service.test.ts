import { describe, expect, it } from 'vitest'
import { createPairStore } from '../../../../../core/import/review/pair-store.ts'
import { createReviewService, type ReviewService } from '../../../../../core/import/review/review-service.ts'
import { makeImportStand, type ImportStand } from '../../../../support/importing.ts'

const STORY = [
  '14 May 2024',
  'Reading room opened in the valley',
  'The reading room of the valley university was opened on Monday morning by the rector and forty guests.',
  'Old newspapers of three districts can be searched there without a connection to the network.',
  'Students scanned the first eleven volumes during the summer and checked every page by hand.',
].join('\n')

function reviewOf({ archive, importer, rules }: ImportStand): ReviewService {
  const pairs = createPairStore(archive)
  return createReviewService({ archive, pairs, rules, read: importer.read, today: () => '2026-11-02' })
}

describe('the review of an imported article', () => {
  it('shows where each field came from, with its confidence, beside the words of the original', async () => {
    const stand = await makeImportStand()
    const { items } = await stand.importBytes('room.txt', STORY)
    const sheet = await reviewOf(stand).read(items[0]!.id!)
    expect(sheet.findings).toContainEqual({ field: 'published', from: 'line', confidence: 'sure' })
    expect(sheet.findings).toContainEqual({ field: 'language', from: 'letters', confidence: 'likely' })
    expect(sheet.original).toMatchObject({ name: 'room.txt', text: STORY, cut: false })
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
})
