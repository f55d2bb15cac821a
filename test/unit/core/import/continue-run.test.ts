import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addsUp, makeImportStand, reopenImportStand } from '../../../support/importing.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

async function writeTexts(folder: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const name = `text-${String(number).padStart(3, '0')}.txt`
    await writeFile(join(folder, name), `12 May 2025\nNews of day ${number}\nPlain words number ${number} of the town.`)
  }
}

describe('files that failed', () => {
  it('can be tried again together, and the ledger of the run then says how that ended', async () => {
    const folder = await makeTempDir()
    await writeTexts(folder, 3)
    await writeFile(join(folder, 'later.txt'), '')
    const { importPath, importer } = await makeImportStand()
    const first = await importPath(folder)
    expect(first).toMatchObject({ total: 4, added: 3, failed: 1 })
    expect(await importer.unfinished()).toMatchObject([{ batch: first.batch, total: 4, left: 1, brokenOff: false }])

    await writeFile(join(folder, 'later.txt'), '13 May 2025\nA late text\nIt was empty before.')
    const again = await importer.continue(first.batch)
    expect(again).toMatchObject({ batch: first.batch, total: 4, added: 4, failed: 0 })
    expect(await importer.report(first.batch)).toEqual(again)
    expect(await importer.unfinished()).toEqual([])
    expect(await importer.runs()).toHaveLength(1)
  })

  it('are named as not there any more when they went away, and can be given up', async () => {
    const folder = await makeTempDir()
    await writeFile(join(folder, 'gone.txt'), '')
    const { importPath, importer } = await makeImportStand()
    const { batch } = await importPath(folder)
    await rm(join(folder, 'gone.txt'))
    const again = await importer.continue(batch)
    expect(again).toMatchObject({ total: 1, failed: 1 })
    expect(again.items[0]!.reason).toContain('not there any more')
    await importer.giveUp(batch)
    expect(await importer.unfinished()).toEqual([])
    await expect(importer.continue(batch)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keep the copies of uploaded bytes until they are in or given up', async () => {
    const { importBytes, importer, privateFolder } = await makeImportStand()
    const { batch } = await importBytes('scan.bin', Buffer.from([0, 1, 2, 3, 0, 0, 0, 9]))
    const copies = async (): Promise<number> =>
      (await readdir(privateFolder, { recursive: true, withFileTypes: true })).filter(
        (entry) => entry.isFile() && !entry.name.endsWith('.json'),
      ).length
    expect(await copies()).toBe(1)
    await importer.giveUp(batch)
    expect(await copies()).toBe(0)
  })
})

describe('a run that was stopped', () => {
  it('goes on with the files that were not reached', async () => {
    const folder = await makeTempDir()
    await writeTexts(folder, 40)
    const { importPath, importer, archive } = await makeImportStand()
    const stop = new AbortController()
    const report = await importPath(folder, {
      signal: stop.signal,
      onProgress: (done) => done === 10 && stop.abort(),
    })
    expect(report.cancelled && addsUp(report)).toBe(true)
    expect(report.skipped).toBeGreaterThan(0)
    const rest = await importer.continue(report.batch)
    expect(rest).toMatchObject({ total: 40, added: 40, skipped: 0, cancelled: false })
    expect(rest.items.map(({ source }) => source)).toEqual([...rest.items.map(({ source }) => source)].sort())
    expect(archive.catalog.size).toBe(40)
    const undone = await importer.undo(report.batch)
    expect(undone.changed).toHaveLength(40)
    expect(archive.catalog.size).toBe(0)
  })

  it('waits while it is paused and goes on afterwards', async () => {
    const folder = await makeTempDir()
    await writeTexts(folder, 30)
    const { importPath, importer } = await makeImportStand()
    let seen = 0
    const running = importPath(folder, {
      onProgress: (done) => {
        seen = done
        if (done === 5) importer.pause(true)
      },
    })
    await expect.poll(() => seen, { timeout: 30_000 }).toBeGreaterThanOrEqual(5)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const held = seen
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(seen).toBe(held)
    expect(held).toBeLessThan(30)
    importer.pause(false)
    expect(await running).toMatchObject({ total: 30, added: 30 })
  })
})

describe('a run in the middle of which the program ended', () => {
  it('has its ledger, is offered, and goes on without adding anything twice', async () => {
    const folder = await makeTempDir()
    await writeTexts(folder, 60)
    const stand = await makeImportStand()
    let release: () => void = () => undefined
    const reached = new Promise<void>((resolve) => {
      release = resolve
    })
    // Held for ever before its 20th file and left so: what a kill leaves behind.
    void stand.importPath(folder, {
      onProgress: (done) => {
        if (done < 20) return
        stand.importer.pause(true)
        release()
      },
    })
    await reached
    await new Promise((resolve) => setTimeout(resolve, 1_500))

    const next = await reopenImportStand(stand)
    const [offered] = await next.importer.unfinished()
    expect(offered).toMatchObject({ total: 60, brokenOff: true })
    expect(offered!.left).toBeLessThan(60)
    const [run] = await next.importer.runs()
    expect(run).toMatchObject({ batch: offered!.batch, open: true })
    const noted = await next.importer.report(offered!.batch)
    expect(noted.added).toBe(60 - offered!.left)
    expect(addsUp(noted)).toBe(true)

    // A crash loses the last second of the ledger: such articles are in, and count as added when the run goes on.
    const ledgers = join(next.archive.path, 'imports')
    const pieces = (await readdir(ledgers)).filter((name) => name.includes('.part-'))
    expect(pieces).not.toEqual([])
    await rm(join(ledgers, pieces.at(-1)!))
    const report = await next.importer.continue(offered!.batch)
    expect(report).toMatchObject({ total: 60, added: 60, duplicates: 0 })
    expect(next.archive.catalog.size).toBe(60)
    expect(await next.importer.unfinished()).toEqual([])
    expect((await readdir(ledgers)).sort()).toEqual([`${offered!.batch}.json`, 'runs.json'])
  })
})
