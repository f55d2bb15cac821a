import { mkdir, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldsWith } from '../../../support/archive.ts'
import { startCore } from '../../../support/core-under-test.ts'

describe('the workspace', () => {
  it('keeps an archive open for writing when its folder is written in another way', async () => {
    const { core, folder } = await startCore()
    await core.client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'ru' })
    const again = await core.client('workspace.open', { folder: `${join(folder, 'own')}/` })
    expect(again.readOnly).toBeNull()
    await core.client('articles.create', { fields: fieldsWith() })
    expect(await core.client('archive.summary', {})).toMatchObject({ articles: 1, readOnly: null })
  })

  it('lets go of a folder whose tags cannot be read into a session, so that it opens once it is repaired', async () => {
    const { core, folder } = await startCore()
    const made = await core.client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'en' })
    await core.client('workspace.close', {})
    await mkdir(join(made.path, 'tags.yaml'))
    await expect(core.client('workspace.open', { folder: made.path })).rejects.toThrow()
    await rmdir(join(made.path, 'tags.yaml'))
    const { core: other } = await startCore()
    expect(await other.client('workspace.open', { folder: made.path })).toMatchObject({ readOnly: null })
  })

  it('makes an archive of a backup in a new folder, every file checked, and opens it', async () => {
    const { core, folder } = await startCore()
    await core.client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'kk' })
    const { article } = await core.client('articles.create', { fields: fieldsWith({ title: 'Kept' }) })
    const file = join(folder, 'own.zip')
    await core.client('archive.backup', { file })
    const report = await core.client('workspace.restore', { file, folder: join(folder, 'new place') })
    expect(report).toMatchObject({ articles: 1 })
    expect((await core.client('workspace.status', {})).archive).toMatchObject({ path: report.path, articles: 1 })
    expect((await core.client('articles.read', { id: article.id })).title).toBe('Kept')
  })

  it('says that a backup is missing, not that it is damaged', async () => {
    const { core, folder } = await startCore()
    const restore = (file: string) => core.client('workspace.restore', { file, folder: join(folder, 'new') })
    await expect(restore(join(folder, 'none.zip'))).rejects.toMatchObject({ code: 'not-found' })
    await writeFile(join(folder, 'text.zip'), 'no zip')
    await expect(restore(join(folder, 'text.zip'))).rejects.toMatchObject({ code: 'backup-damaged' })
  })

  it('counts the trash without leftovers of articles that were brought back or deleted for good', async () => {
    const { core, folder } = await startCore()
    await core.client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'en' })
    const ids = []
    for (const title of ['One', 'Two', 'Three']) {
      ids.push((await core.client('articles.create', { fields: fieldsWith({ title }) })).article.id)
    }
    const trashed = async () => (await core.client('archive.summary', {})).trashed
    await core.client('articles.trash', { ids })
    expect(await trashed()).toBe(3)
    await core.client('articles.restore', { ids: ids.slice(0, 1) })
    expect(await trashed()).toBe(2)
    await core.client('articles.emptyTrash', { ids: ids.slice(1, 2) })
    expect(await trashed()).toBe(1)
    await core.client('articles.trash', { ids: ids.slice(0, 1) })
    expect(await trashed()).toBe(2)
    expect(await core.client('articles.trashed', {})).toHaveLength(2)
  })
})
