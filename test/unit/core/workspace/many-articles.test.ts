import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ArchiveClient, RequestInput } from '../../../../core/contract/archive-api.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { Tag } from '../../../../core/model/tag.ts'
import { fieldsWith } from '../../../support/archive.ts'
import { startCore } from '../../../support/core-under-test.ts'

const MANY = 21

async function startWithArticles(): Promise<{ client: ArchiveClient; ids: readonly ArticleId[] }> {
  const { core, folder } = await startCore()
  const { client } = core
  await client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'en' })
  const text = Array.from({ length: MANY }, (_, number) => `Article ${number}\n\nText number ${number}.`)
  const ids: ArticleId[] = []
  for (const [number, body] of text.entries()) {
    ids.push((await client('articles.create', { fields: fieldsWith({ title: `Article ${number}`, body }) })).article.id)
  }
  return { client, ids }
}

async function confirmedFor(client: ArchiveClient, act: RequestInput<'acts.preview'>['act']): Promise<string> {
  const { confirmed, total } = await client('acts.preview', { act })
  expect(total).toBe(MANY)
  return confirmed ?? ''
}

it('refuses to trash, restore or delete for good many articles without their dry run, and does it with it', async () => {
  const { client, ids } = await startWithArticles()
  const acts = [
    ['trash', 'articles.trash'],
    ['restore', 'articles.restore'],
  ] as const
  for (const [type, name] of acts) {
    await expect(client(name, { ids })).rejects.toMatchObject({
      code: 'needs-confirmation',
      details: { articles: MANY },
    })
    const confirmed = await confirmedFor(client, { type, ids })
    // The token of some other selection is none.
    await expect(client(name, { ids: ids.slice(1), confirmed: 'x' })).resolves.toMatchObject({ failed: [] })
    await expect(client(name, { ids, confirmed: 'x' })).rejects.toMatchObject({ code: 'needs-confirmation' })
    const change = await client(name, { ids, confirmed })
    expect([change.changed.length + change.unchanged + change.failed.length]).toEqual([MANY])
  }
  expect(await client('archive.summary', {})).toMatchObject({ articles: MANY, trashed: 0 })
  await client('articles.trash', { ids, confirmed: await confirmedFor(client, { type: 'trash', ids }) })
  await expect(client('articles.emptyTrash', { ids })).rejects.toMatchObject({ code: 'needs-confirmation' })
  const { articles } = await client('acts.preview', { act: { type: 'empty-trash', ids } })
  expect(articles.map(({ title }) => title)).toContain('Article 3')
  const confirmed = await confirmedFor(client, { type: 'empty-trash', ids })
  expect(await client('articles.emptyTrash', { ids, confirmed })).toBe(MANY)
})

type Operation = RequestInput<'tags.change'>['operation']

async function makeTags(client: ArchiveClient): Promise<readonly [Tag, Tag]> {
  const one = await client('tags.create', { kind: 'partner', names: { en: 'Alder University' } })
  const other = await client('tags.create', { kind: 'partner', names: { en: 'Lake School' } })
  return [one, other]
}

it('refuses every change of tags on many articles without its preview, and makes it with it', async () => {
  const { client, ids } = await startWithArticles()
  const [one, other] = await makeTags(client)
  const change = async (operation: Operation): Promise<void> => {
    await expect(client('tags.change', { operation }), operation.type).rejects.toMatchObject({
      code: 'needs-confirmation',
    })
    const { total, confirmed } = await client('tags.preview', { operation })
    expect([operation.type, total]).toEqual([operation.type, MANY])
    const { change: made } = await client('tags.change', { operation, confirmed: confirmed ?? '' })
    expect([operation.type, made.changed.length]).toEqual([operation.type, MANY])
  }
  const assignment = { ids: [...ids], add: [one.id], remove: [] }
  await expect(client('tags.assign', assignment)).rejects.toMatchObject({ code: 'needs-confirmation' })
  await change({ type: 'assign', ...assignment })
  // A preview of other tags on the same articles is another one.
  const { confirmed } = await client('tags.preview', {
    operation: { type: 'assign', ids: [...ids], add: [other.id], remove: [] },
  })
  await expect(
    client('tags.assign', { ids: [...ids], add: [], remove: [one.id], confirmed: confirmed ?? '' }),
  ).rejects.toMatchObject({ code: 'needs-confirmation' })
  await change({ type: 'convert', id: one.id, kind: 'topic' })
  await change({ type: 'split', id: one.id, query: 'Text', filter: NO_FILTER, names: { en: 'Texts' } })
  const made = (await client('tags.list', {})).find(({ names }) => names.en === 'Texts')
  await change({ type: 'merge', from: [made!.id], into: other.id })
  await expect(client('tags.delete', { id: other.id })).rejects.toMatchObject({ code: 'needs-confirmation' })
  await change({ type: 'delete', id: other.id, replaceWith: null })
})

it('renames a tag of many articles at once: no article is written for that', async () => {
  const { client, ids } = await startWithArticles()
  const [one] = await makeTags(client)
  const operation = { type: 'assign', ids: [...ids], add: [one.id], remove: [] } as const
  const { confirmed } = await client('tags.preview', { operation })
  await client('tags.change', { operation, confirmed: confirmed ?? '' })
  const rename = { type: 'rename', id: one.id, names: { en: 'Alder' } } as const
  expect(await client('tags.preview', { operation: rename })).toMatchObject({ total: 0, confirmed: null })
  expect((await client('tags.change', { operation: rename })).change.failed).toEqual([])
})

it('asks before it runs rules on many articles or makes a story of them', async () => {
  const { client, ids } = await startWithArticles()
  const [one] = await makeTags(client)
  const filter = NO_FILTER
  await client('tags.saveRule', { tag: one.id, name: 'All', query: 'text', filter, mode: 'assign' })
  await expect(client('tags.runRules', {})).rejects.toMatchObject({ code: 'needs-confirmation' })
  const rules = await confirmedFor(client, { type: 'run-rules', ids: null })
  expect((await client('tags.runRules', { confirmed: rules })).change.changed).toHaveLength(MANY)
  await expect(client('stories.link', { ids })).rejects.toMatchObject({ code: 'needs-confirmation' })
  const link = await confirmedFor(client, { type: 'link', ids })
  expect((await client('stories.link', { ids, confirmed: link })).change.changed).toHaveLength(MANY)
  await expect(client('stories.unlink', { ids })).rejects.toMatchObject({ code: 'needs-confirmation' })
  await expect(client('articles.settleDoubts', { ids, fields: ['title'] })).rejects.toMatchObject({
    code: 'needs-confirmation',
  })
})

it('asks before it takes back an import of many articles', async () => {
  const { core, folder } = await startCore()
  const { client } = core
  await client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'en' })
  await mkdir(join(folder, 'texts'))
  for (let number = 0; number < MANY; number += 1) {
    await writeFile(
      join(folder, 'texts', `${number}.txt`),
      `Report ${number}\n\n${`Line ${number} of it. `.repeat(30)}`,
    )
  }
  const sources = [...(await core.intake.addPath(join(folder, 'texts')))]
  const { batch, added } = await client('import.run', { sources })
  expect(added).toBe(MANY)
  await expect(client('import.undo', { batch })).rejects.toMatchObject({ code: 'needs-confirmation' })
  const confirmed = await confirmedFor(client, { type: 'undo-import', batch })
  expect((await client('import.undo', { batch, confirmed })).changed).toHaveLength(MANY)
})

it('tells everybody when articles are missing and the archive takes no changes, and when they are back', async () => {
  const { core, folder } = await startCore()
  const { client } = core
  await client('workspace.create', { folder: join(folder, 'own'), name: 'Own', language: 'en' })
  await client('articles.create', { fields: fieldsWith() })
  const told: string[] = []
  core.subscribe(({ name }) => void told.push(name))
  await rename(join(folder, 'own', 'articles'), join(folder, 'away'))
  await client('archive.rescan', {})
  expect([(await client('archive.summary', {})).readOnly, told.filter((name) => name === 'archive.changed')]).toEqual([
    'offline',
    ['archive.changed'],
  ])
  await rename(join(folder, 'away'), join(folder, 'own', 'articles'))
  await client('archive.rescan', {})
  expect([(await client('archive.summary', {})).readOnly, told.filter((name) => name === 'archive.changed')]).toEqual([
    null,
    ['archive.changed', 'archive.changed'],
  ])
})
