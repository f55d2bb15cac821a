import type { PartialDay } from '../../../../../core/model/calendar-day.ts'
import { describe, expect, it } from 'vitest'
import { correctionsOf } from '../../../../../core/import/rules/learn-corrections.ts'
import type { RuleStore } from '../../../../../core/import/rules/rule-store.ts'
import { isRuleActive } from '../../../../../core/model/source-rule.ts'
import type { ArticleFields } from '../../../../../core/model/article.ts'
import { makeImportStand, type ImportStand } from '../../../../support/importing.ts'

function page(number: number, day: string): string {
  return `Date: ${day}\nTown news number ${number}\nWords about the town and its day number ${number}.\nSource: https://www.town-news.kz/item/${number}`
}

async function importAndCorrect(
  { importBytes, archive, rules }: ImportStand,
  number: number,
  change: Partial<ArticleFields>,
  day = '03/04/2025',
): Promise<void> {
  const { items } = await importBytes(`page-${number}.txt`, page(number, day))
  const before = await archive.readArticle(items[0]!.id!)
  const after = await archive.saveArticle(before.id, before.version, { ...before, ...change })
  await rules.learn(correctionsOf(before, after))
}

async function activeOf(rules: RuleStore) {
  return (await rules.list()).filter(isRuleActive)
}

describe('rules learnt from corrections', () => {
  it('need the same correction of two articles from one site, and are then followed and shown as the origin', async () => {
    const stand = await makeImportStand()
    await importAndCorrect(stand, 1, { outlet: 'Town News' })
    expect(await activeOf(stand.rules)).toEqual([])
    const { items: before } = await stand.importBytes('page-2.txt', page(2, '05.06.2025'))
    expect(before[0]!.outlet).not.toBe('Town News')
    await importAndCorrect(stand, 3, { outlet: 'Town News' })
    expect(await activeOf(stand.rules)).toMatchObject([
      { kind: 'outlet', place: 'site:town-news.kz', value: 'Town News' },
    ])
    const { items } = await stand.importBytes('page-4.txt', page(4, '05.06.2025'))
    expect(items[0]).toMatchObject({ outlet: 'Town News' })
    expect(items[0]!.findings).toContainEqual({ field: 'outlet', from: 'rule', confidence: 'likely' })
    expect(items[0]!.doubts).not.toContain('outlet')
  })

  it('learn that a site writes the month before the day', async () => {
    const stand = await makeImportStand()
    await importAndCorrect(stand, 1, { published: '2025-03-04' as PartialDay })
    await importAndCorrect(stand, 2, { published: '2025-03-04' as PartialDay })
    const { items } = await stand.importBytes('page-3.txt', page(3, '05/06/2025'))
    expect(items[0]!.publishedOn).toBe('2025-05-06')
    // A date that can be read in one way only stays.
    const { items: others } = await stand.importBytes('page-4.txt', page(4, '25/06/2025'))
    expect(others[0]!.publishedOn).toBe('2025-06-25')
  })

  it('learn the language of texts in doubt and the kind, unless the source says the kind itself', async () => {
    const stand = await makeImportStand()
    const short = (number: number) =>
      `Date: 0${number}.06.2025\nАламан ${number}\nSource: https://www.town-news.kz/item/${number}`
    for (const number of [1, 2]) {
      const { items } = await stand.importBytes(`short-${number}.txt`, short(number))
      const before = await stand.archive.readArticle(items[0]!.id!)
      expect(items[0]!.doubts).toContain('language')
      const fields = { ...before, language: 'kk' as const, kind: 'own' as const }
      const after = await stand.archive.saveArticle(before.id, before.version, fields)
      await stand.rules.learn(correctionsOf(before, after))
    }
    expect((await activeOf(stand.rules)).map(({ kind, value }) => [kind, value])).toEqual([
      ['language', 'kk'],
      ['kind', 'own'],
    ])
    const { items } = await stand.importBytes('short-3.txt', short(3))
    expect(items[0]!.language).toBe('kk')
    expect((await stand.archive.readArticle(items[0]!.id!)).kind).toBe('own')
    expect(items[0]!.findings).toContainEqual({ field: 'kind', from: 'rule', confidence: 'likely' })
    expect(items[0]!.findings).toContainEqual({ field: 'language', from: 'rule', confidence: 'likely' })
    // A text that leaves no doubt keeps its language, and a file that names its kind keeps that.
    const sure =
      '---\ntitle: Reading room opened\nkind: coverage\nurl: https://www.town-news.kz/item/4\n---\n\nThe reading room of the university was opened by the rector and forty guests on Monday.\n'
    const { items: others } = await stand.importBytes('sure.md', sure)
    expect(others[0]!.language).toBe('en')
    expect((await stand.archive.readArticle(others[0]!.id!)).kind).toBe('coverage')
    expect(others[0]!.findings).toContainEqual({ field: 'kind', from: 'stated', confidence: 'sure' })
  })

  it('begin anew with another correction of the same thing, and can be removed', async () => {
    const stand = await makeImportStand()
    await importAndCorrect(stand, 1, { outlet: 'Town News' })
    await importAndCorrect(stand, 2, { outlet: 'The Town News' })
    expect(await activeOf(stand.rules)).toEqual([])
    await importAndCorrect(stand, 3, { outlet: 'The Town News' })
    const [rule] = await activeOf(stand.rules)
    await stand.rules.remove(rule!.id)
    const { items } = await stand.importBytes('page-5.txt', page(5, '05.06.2025'))
    expect(items[0]!.outlet).not.toBe('The Town News')
    await expect(stand.rules.remove(rule!.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('say nothing of articles that were not imported', async () => {
    const { archive, importBytes } = await makeImportStand()
    const { items } = await importBytes('page.txt', page(1, '03.04.2025'))
    const article = await archive.readArticle(items[0]!.id!)
    expect(correctionsOf({ ...article, imported: null }, { ...article, outlet: 'Other' })).toEqual([])
  })
})

describe('columns of a table', () => {
  const table =
    'Kop;Naimenovanie;Den\nThe text of the first row;First headline;12.05.2025\nMore text;Second headline;13.05.2025\n'

  it('are asked for when nobody has chosen them, remembered by the first row, and used for the next table', async () => {
    const { intake, importer, rules, importBytes } = await makeImportStand()
    const id = await intake.addBytes('list.csv', new TextEncoder().encode(table))
    const asked = await importer.inspect({ sources: [id], outlet: '' })
    expect(asked.tables).toMatchObject([
      { head: ['Kop', 'Naimenovanie', 'Den'], mapping: [null, null, null], count: 2 },
    ])
    expect(asked.tables[0]!.rows).toHaveLength(2)
    await rules.choose({
      kind: 'columns',
      place: 'table:x',
      was: '',
      value: '',
      head: asked.tables[0]!.head,
      mapping: ['body', 'title', 'published'],
    })
    expect((await importer.inspect({ sources: [id], outlet: '' })).tables).toEqual([])
    const report = await importBytes('next.csv', table)
    expect(report.items).toMatchObject([
      { title: 'First headline', publishedOn: '2025-05-12' },
      { title: 'Second headline', publishedOn: '2025-05-13' },
    ])
  })
})

describe('character sets', () => {
  const text = 'Қала жаңалығы: үлкен кітапхана ашылды'
  // KZ-1048; read as windows-1251 its Kazakh letters are signs of other alphabets.
  const bytes = encodeKz(text)

  it('are shown with a sample of each reading, and one can be chosen for a run', async () => {
    const { intake, importer } = await makeImportStand()
    const id = await intake.addBytes('news.txt', bytes)
    const preview = await importer.preview({ source: id, charset: null })
    expect(preview.charsets.find(({ charset }) => charset === 'kz-1048')?.sample).toContain(text)
    const other = await importer.preview({ source: id, charset: 'koi8-r' })
    expect(other.charsets[0]!.charset).toBe('koi8-r')
    expect(other.articles[0]!.sample + other.articles[0]!.title).not.toContain('кітапхана')
    const report = await importer.run({
      sources: [id],
      kind: 'coverage',
      outlet: '',
      tags: [],
      charset: 'kz-1048',
      task: undefined,
    })
    expect(report.items[0]!.title).toBe(text)
  })

  it('are remembered for a folder and do not touch files in UTF-8', async () => {
    const { intake, importer, rules } = await makeImportStand()
    await rules.choose({ kind: 'charset', place: 'folder:old', was: '', value: 'koi8-r' })
    const run = async (name: string, content: Uint8Array) => {
      const source = await intake.addBytes(name, content)
      const given = { kind: 'coverage' as const, outlet: '', tags: [], charset: null, task: undefined }
      return importer.run({ sources: [source], ...given })
    }
    expect((await run('old/a.txt', bytes)).items[0]!.title).not.toBe(text)
    expect((await run('old/b.txt', new TextEncoder().encode(text))).items[0]!.title).toBe(text)
  })
})

const KAZAKH = Array.from('ҚқҒғҢңҮүӘәӨөҰұІіҺһ')
const KAZAKH_BYTES = '8d9daababdbeafbfa3bca5b4a1a2b2b38e9e'

function encodeKz(text: string): Uint8Array {
  const own = Buffer.from(KAZAKH_BYTES, 'hex')
  return Uint8Array.from(Array.from(text), (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return own[KAZAKH.indexOf(letter)] ?? (code < 128 ? code : code - 0x410 + 0xc0)
  })
}
