import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRoom } from '../../../../core/import/run/run-room.ts'
import { makeImportStand } from '../../../support/importing.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const MEGABYTE = 1_000_000

async function sizeRead(name: string, head: string, megabytes: number): Promise<number> {
  const { intake } = await makeImportStand()
  const path = join(await makeTempDir(), name)
  await writeFile(path, head)
  await truncate(path, megabytes * MEGABYTE)
  const [id] = await intake.addPath(path)
  return (await intake.find(id!)!.read()).length
}

it('a file beyond the limit of its format is refused by its first bytes, before the rest is read', async () => {
  const refused = { code: 'too-large' }
  await expect(sizeRead('page.html', `<!doctype html>${' '.repeat(MEGABYTE)}`, 11)).rejects.toMatchObject(refused)
  await expect(sizeRead('words.txt', 'words '.repeat(200_000), 51)).rejects.toMatchObject(refused)
  await expect(sizeRead('letter.doc', '\u00d0', 201)).rejects.toMatchObject(refused)
  expect(await sizeRead('words.txt', 'words '.repeat(200_000), 49)).toBe(49 * MEGABYTE)
  expect(await sizeRead('report.pdf', '%PDF-1.7', 60)).toBe(60 * MEGABYTE)
})

it('an enormous file goes alone, large ones by two, small ones together', async () => {
  const enter = async (sizes: readonly number[]): Promise<number> => {
    const room = createRoom(24)
    let inside = 0
    for (const size of sizes) void room.enter(size).then(() => (inside += 1))
    await new Promise((resolve) => setImmediate(resolve))
    return inside
  }
  expect(await enter(Array.from({ length: 30 }, () => 2_000))).toBe(24)
  expect(await enter([10 * MEGABYTE, 10 * MEGABYTE, 10 * MEGABYTE])).toBe(2)
  expect(await enter(Array.from({ length: 20 }, () => MEGABYTE))).toBe(8)
  expect(await enter([60 * MEGABYTE, 2_000])).toBe(1)
})
