import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import { fieldsWith } from '../../../support/archive.ts'
import { startCore } from '../../../support/core-under-test.ts'

const FIELDS = fieldsWith({ title: 'A turbine for the roof', body: 'Students will measure the wind.' })

async function withRule(mode: 'assign' | 'suggest') {
  const { core, log, folder } = await startCore()
  const { client } = core
  await client('workspace.create', { folder: join(folder, 'archive'), name: 'Rules', language: 'en' })
  const tag = await client('tags.create', { kind: 'topic', names: { en: 'Energy' } })
  await client('tags.saveRule', { tag: tag.id, name: 'Turbines', query: 'turbine', filter: NO_FILTER, mode })
  return { client, log, tag, folder: join(folder, 'archive') }
}

test('a rule that may assign sets its tag on what is saved and on what is imported, and on nothing else', async () => {
  const { client, log, tag } = await withRule('assign')
  const { article } = await client('articles.create', { fields: FIELDS })
  expect(article.tags.topic).toEqual([tag.id])
  const other = await client('articles.create', { fields: { ...FIELDS, title: 'Tea' } })
  expect(other.article.tags.topic).toEqual([])
  const renamed = { ...FIELDS, title: 'Tea from a turbine' }
  const saved = await client('articles.save', { id: other.article.id, version: other.article.version, fields: renamed })
  expect(saved.article.tags.topic).toEqual([tag.id])

  const report = await client('import.text', { text: 'Second turbine\n\nIt stands on the hill behind the faculty.' })
  const imported = report.items[0]!.id!
  await expect
    .poll(async () => (await client('articles.read', { id: imported })).tags.topic, { timeout: 10_000 })
    .toEqual([tag.id])
  expect(log.faults).toEqual([])
})

test('a tag that somebody takes off is not set again by its rule, and a rule that suggests sets none', async () => {
  const { client, tag } = await withRule('assign')
  const { article } = await client('articles.create', { fields: FIELDS })
  const { version, id } = article
  const saved = await client('articles.save', { id, version, fields: FIELDS })
  expect(saved.article.tags.topic).toEqual([])
  const again = await client('articles.save', {
    id,
    version: saved.article.version,
    fields: { ...FIELDS, body: 'The turbine turns.' },
  })
  expect(again.article.tags.topic).toEqual([])
  expect((await client('tags.runRules', {})).change.changed).toEqual([])

  const suggesting = await withRule('suggest')
  const created = await suggesting.client('articles.create', { fields: FIELDS })
  expect(created.article.tags.topic).toEqual([])
  const suggestions = await suggesting.client('tags.suggestMany', { ids: [created.article.id] })
  expect(suggestions[0]).toMatchObject({
    suggestion: { type: 'known', tag: tag.id, reason: { how: 'rule', spelling: 'Turbines' } },
    articles: [{ id: created.article.id, title: FIELDS.title }],
  })
})

test('a tag taken off many articles at once, or split off, is not set again by its rule either', async () => {
  const { client, tag } = await withRule('assign')
  const made = []
  for (const title of ['First turbine', 'Second turbine', 'Third turbine']) {
    made.push((await client('articles.create', { fields: { ...FIELDS, title } })).article.id)
  }
  const [first, second, third] = [made[0]!, made[1]!, made[2]!]
  const tagsOf = async (id: typeof first) => (await client('articles.read', { id })).tags.topic
  await client('tags.assign', { ids: [first, second], add: [], remove: [tag.id] })
  await client('tags.change', {
    operation: { type: 'split', id: tag.id, query: 'third', filter: NO_FILTER, names: { en: 'Wind' } },
  })
  expect((await client('tags.runRules', {})).change.changed).toEqual([])
  expect([await tagsOf(first), await tagsOf(second)]).toEqual([[], []])
  expect(await tagsOf(third)).not.toContain(tag.id)
})

test('a rule follows its tag into the tag that it is merged with or replaced by, and back when that is undone', async () => {
  const { client, tag, folder } = await withRule('assign')
  const other = await client('tags.create', { kind: 'topic', names: { en: 'Power' } })
  const ruleFile = (): Promise<Buffer> => readFile(join(folder, 'tag-rules.yaml'))
  const before = await ruleFile()
  for (const operation of [
    { type: 'merge', from: [tag.id], into: other.id },
    { type: 'delete', id: tag.id, replaceWith: other.id },
  ] as const) {
    const { undo } = await client('tags.change', { operation })
    expect((await client('tags.rules', {})).map((rule) => rule.tag)).toEqual([other.id])
    const { article } = await client('articles.create', {
      fields: { ...FIELDS, title: `A turbine, ${operation.type}` },
    })
    expect(article.tags.topic).toEqual([other.id])
    await client('tags.undo', { undo: undo! })
    expect(await ruleFile()).toEqual(before)
  }
})

test('what is refused for many articles at once is not suggested for any of them again', async () => {
  const { client, tag } = await withRule('suggest')
  const first = (await client('articles.create', { fields: FIELDS })).article.id
  const second = (await client('articles.create', { fields: { ...FIELDS, title: 'Another turbine' } })).article.id
  const third = (await client('articles.create', { fields: { ...FIELDS, title: 'One more turbine' } })).article.id
  await client('tags.refuse', { type: 'known-on-many', ids: [first, second], tag: tag.id })
  const suggestions = await client('tags.suggestMany', { ids: [first, second, third] })
  const ofRule = suggestions.filter(({ suggestion }) => suggestion.type === 'known' && suggestion.tag === tag.id)
  expect(ofRule.map(({ articles }) => articles.map(({ id }) => id))).toEqual([[third]])
})

test('what is edited by hand in the registry is taken in when the folder is looked at, a fault with its line', async () => {
  const { client, folder } = await withRule('suggest')
  const file = join(folder, 'tags.yaml')
  await writeFile(
    file,
    `${await readFile(file, 'utf8')}  - id: by-hand\n    kind: partner\n    names:\n      en: Nordmere\n`,
  )
  await client('archive.rescan', {})
  const { article } = await client('articles.create', { fields: { ...FIELDS, body: 'Guests came from Nordmere.' } })
  expect(await client('tags.suggest', { id: article.id })).toEqual(
    expect.arrayContaining([expect.objectContaining({ tag: 'by-hand' })]),
  )
  await writeFile(file, `${await readFile(file, 'utf8')}  - id: no-kind\n    names:\n      en: Faulty\n`)
  const { problems } = await client('tags.problems', {})
  const line = (await readFile(file, 'utf8')).split('\n').findIndex((text) => text.includes('no-kind')) + 1
  expect(problems).toMatchObject([{ line }])
})
