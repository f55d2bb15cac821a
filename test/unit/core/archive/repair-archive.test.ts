import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'

async function prepared() {
  const place = await makeArchive()
  const archive = await place.open()
  const attachments = [{ name: 'own.txt', bytes: Buffer.from('x'), role: 'file' as const }]
  const articles = await Promise.all(
    Array.from({ length: 12 }, (_, n) => archive.createArticle(fieldsWith({ title: `N ${n}` }), { attachments })),
  )
  await mkdir(join(place.path, 'attachments/00000000'))
  await writeFile(join(place.path, 'attachments/00000000/orphan.txt'), 'nobody names me')
  return { place, archive, articles }
}

describe('repair', () => {
  it('puts attachments of no article aside and keeps all others', async () => {
    const { place, archive, articles } = await prepared()
    await writeFile(join(place.path, 'attachments', articles[0]!.id.slice(0, 8), 'by-hand.txt'), 'mine')
    expect(await archive.repair()).toEqual({ leftovers: 0, recovered: ['attachments/00000000'] })
    expect(await readdir(join(place.path, 'attachments'))).toHaveLength(12)
    const [recovered = ''] = await readdir(join(place.path, '.recovered'))
    expect(await readdir(join(place.path, '.recovered', recovered, 'attachments/00000000'))).toEqual(['orphan.txt'])
    await archive.close()
  })

  it('leaves attachments alone while an article cannot be read', async () => {
    const { place, archive } = await prepared()
    await writeFile(join(place.path, 'articles/broken.md'), 'no front matter')
    expect((await archive.repair()).recovered).toEqual([])
    await archive.close()
  })

  it('does nothing when the articles seem to be lost', async () => {
    const { place, archive } = await prepared()
    await rm(join(place.path, 'articles'), { recursive: true })
    await expect(archive.repair()).rejects.toMatchObject({ code: 'read-only' })
    expect(await readdir(join(place.path, 'attachments'))).toHaveLength(13)
    await archive.close()
  })
})
