import { describe, expect, it } from 'vitest'
import { makeImportStand } from '../../../../support/importing.ts'

const SENTENCES = [
  'The reading room of the valley university was opened on Monday morning by the rector and forty guests.',
  'Old newspapers of three districts can be searched there without a connection to the network.',
  'Students scanned the first eleven volumes during the summer and checked every page by hand.',
  'The regional library gave its catalogue of 1924 and the museum lent two printing presses.',
  'A second room for sound recordings is planned for the next spring, the head of the archive said.',
  'Visitors may bring their own papers, which are copied and given back on the same afternoon.',
]
const STORY = `14 May 2024\nReading room opened in the valley\n${SENTENCES.join('\n')}`

describe('nearly the same text', () => {
  it('comes in with a doubt that names the article it is like', async () => {
    const { importBytes, archive } = await makeImportStand()
    const first = await importBytes('a.txt', STORY)
    const second = await importBytes('b.txt', STORY.replace('forty guests', 'fifty guests').replace('eleven', 'twelve'))
    const [item] = second.items
    expect(item).toMatchObject({ outcome: 'added', similar: [{ id: first.items[0]!.id, how: 'near' }] })
    expect(item!.doubts).toContain('duplicate')
    expect((await archive.readArticle(item!.id!)).imported?.doubts).toContain('duplicate')
  })

  it('is told from a text that only quotes a part of the other', async () => {
    const { importBytes } = await makeImportStand()
    const first = await importBytes('a.txt', STORY)
    const excerpt = `15 May 2024\nFrom the papers\n${SENTENCES.slice(0, 2).join('\n')}`
    const second = await importBytes('b.txt', excerpt)
    expect(second.items[0]!.similar).toMatchObject([{ id: first.items[0]!.id, how: 'excerpt' }])
  })

  it('is found among files of one run that are written at the same time', async () => {
    const { importer, intake } = await makeImportStand()
    const texts = [STORY, STORY.replace('Monday', 'Tuesday'), STORY.replace('Monday', 'Friday')]
    const sources = []
    for (const [place, text] of texts.entries()) {
      sources.push(await intake.addBytes(`${place}.txt`, new TextEncoder().encode(text)))
    }
    const report = await importer.run({
      sources,
      kind: 'coverage',
      outlet: '',
      tags: [],
      charset: null,
      task: undefined,
    })
    expect(report.added).toBe(3)
    expect(report.items.filter(({ similar }) => similar !== undefined)).toHaveLength(2)
  })

  it('is not seen in texts that share only their subject', async () => {
    const { importBytes } = await makeImportStand()
    await importBytes('a.txt', STORY)
    const other = `16 May 2024\nValley university wins a prize\nThe rector of the valley university took a prize for teaching to the capital. Forty universities had sent their work, and a jury of nine read it for two months before the evening in the hall.`
    expect((await importBytes('b.txt', other)).items[0]!.similar).toBeUndefined()
  })
})
