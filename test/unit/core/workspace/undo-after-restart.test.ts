import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ArchiveClient } from '../../../../core/contract/archive-api.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { NO_TAGS } from '../../../../core/model/tag.ts'
import { fieldsWith } from '../../../support/archive.ts'
import { startCore } from '../../../support/core-under-test.ts'

const MANY = 22

/** Every article file and the registry, by path. */
async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(folder, 'articles'), { recursive: true })).filter((name) => name.endsWith('.md'))
  const paths = [...names.map((name) => join('articles', name)).sort(), 'tags.yaml']
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  )
}

async function start() {
  const { core, folder } = await startCore()
  const { client } = core
  const archive = join(folder, 'own')
  await client('workspace.create', { folder: archive, name: 'Own', language: 'en' })
  const from = await client('tags.create', { kind: 'partner', names: { en: 'Alder University' }, note: 'Kept' })
  const into = await client('tags.create', { kind: 'partner', names: { en: 'Lake School' } })
  const ids: ArticleId[] = []
  for (let number = 0; number < MANY; number += 1) {
    const fields = fieldsWith({ title: `Article ${number}`, tags: { ...NO_TAGS, partner: [from.id] } })
    ids.push((await client('articles.create', { fields })).article.id)
  }
  const merge = async (): Promise<void> => {
    const operation = { type: 'merge', from: [from.id], into: into.id } as const
    const { confirmed } = await client('tags.preview', { operation })
    await client('tags.change', { operation, confirmed: confirmed ?? '' })
  }
  const restart = async (): Promise<void> => {
    await client('workspace.close', {})
    await client('workspace.open', { folder: archive })
  }
  return { client, archive, ids, merge, restart }
}

async function undoKept(client: ArchiveClient): Promise<void> {
  const { confirmed, total } = await client('acts.preview', { act: { type: 'undo' } })
  expect(total).toBe(MANY)
  await client('acts.undo', { confirmed: confirmed ?? '' })
}

it('undoes a merge of tags in the same session: articles and registry get their very bytes back', async () => {
  const { client, archive, merge } = await start()
  const before = await readAll(archive)
  await merge()
  const after = await readAll(archive)
  expect((await client('acts.undo', {})).failed).toEqual([])
  expect(await readAll(archive)).toEqual(before)
  await client('acts.redo', {})
  expect(await readAll(archive)).toEqual(after)
})

it('undoes a merge of tags after a restart, and that again', async () => {
  const { client, archive, merge, restart } = await start()
  const before = await readAll(archive)
  await merge()
  const after = await readAll(archive)
  await restart()
  expect(await client('acts.kept', {})).toMatchObject([{ kind: 'change', articles: MANY, undoable: MANY }])
  await expect(client('acts.undo', {})).rejects.toMatchObject({ code: 'needs-confirmation' })
  await undoKept(client)
  expect(await readAll(archive)).toEqual(before)
  await client('acts.undo', {})
  expect(await readAll(archive)).toEqual(after)
})

it('undoes a deletion of many articles after a restart, and leaves alone what was changed since', async () => {
  const { client, archive, ids, merge, restart } = await start()
  await merge()
  const before = await readAll(archive)
  const { confirmed } = await client('acts.preview', { act: { type: 'trash', ids } })
  await client('articles.trash', { ids, confirmed: confirmed ?? '' })
  await restart()
  await undoKept(client)
  expect(await readAll(archive)).toEqual(before)
  const { version } = await client('articles.read', { id: ids[0]! })
  const fields = fieldsWith({ title: 'Edited since' })
  await client('articles.save', { id: ids[0]!, version, fields })
  await restart()
  const kept = await client('acts.kept', {})
  const change = kept.find(({ kind }) => kind === 'change')
  expect(change).toMatchObject({ articles: MANY, undoable: MANY - 1 })
  const preview = await client('acts.preview', { act: { type: 'undo', act: change!.act } })
  await client('acts.undo', { act: change!.act, confirmed: preview.confirmed ?? '' })
  expect((await client('articles.read', { id: ids[0]! })).title).toBe('Edited since')
  expect((await client('articles.read', { id: ids[1]! })).tags.partner).toEqual(['alder-university'])
  expect((await client('archive.verify', {})).problems).toEqual([])
})

it('undoes what was done to the registry alone, and does not undo twice what the tags took back themselves', async () => {
  const { client, archive, merge } = await start()
  await client('articles.create', { fields: fieldsWith({ title: 'Another' }) })
  const before = await readAll(archive)
  const tag = (await client('tags.list', {}))[0]!
  await client('tags.change', { operation: { type: 'rename', id: tag.id, names: { en: 'Renamed' } } })
  await client('acts.undo', {})
  expect(await readAll(archive)).toEqual(before)
  await merge()
  const taken = await client('tags.delete', { id: tag.id }).catch(() => null)
  expect(taken).toBeNull()
  const operation = { type: 'delete', id: (await client('tags.list', {}))[0]!.id, replaceWith: null } as const
  const { confirmed } = await client('tags.preview', { operation })
  const { undo } = await client('tags.change', { operation, confirmed: confirmed ?? '' })
  const merged = (await client('acts.list', {}))[1]!
  await client('tags.undo', { undo: undo ?? '' })
  expect((await client('acts.list', {}))[0]).toEqual(merged)
})
