import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeImportStand } from '../../../support/importing.ts'

const text = (number: number): Uint8Array =>
  new TextEncoder().encode(`12 May 2025\nNews number ${number}\nWords of the day, number ${number}.`)

describe('a zip with an entry that points out of it', () => {
  it('gives its good files and names the bad one with a reason', async () => {
    const zip = zipSync({ 'a.txt': text(1), '../../evil.txt': text(2), 'below/b.txt': text(3), '/root.txt': text(4) })
    const { importBytes, archive } = await makeImportStand()
    const report = await importBytes('news.zip', zip)
    expect(report).toMatchObject({ total: 4, added: 2, failed: 2 })
    const failed = report.items.filter(({ outcome }) => outcome === 'failed')
    expect(failed.map(({ source }) => source).sort()).toEqual(['news.zip › ../../evil.txt', 'news.zip › /root.txt'])
    expect(failed.every(({ reason }) => reason?.startsWith('unsafe-name: ') === true)).toBe(true)
    expect(archive.catalog.size).toBe(2)
  })

  it('gives its good files when another one is damaged', async () => {
    const zip = zipSync({ 'a.txt': text(1), 'b.txt': [text(2), { level: 0 }] })
    const place = Buffer.from(zip).indexOf('Words of the day, number 2')
    zip[place] = 0x58
    const { importBytes } = await makeImportStand()
    const report = await importBytes('news.zip', zip)
    expect(report.added + report.failed).toBe(2)
    expect(report.items.find(({ source }) => source.endsWith('a.txt'))).toMatchObject({ outcome: 'added' })
  })
})
