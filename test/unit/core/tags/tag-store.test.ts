import { expect, test, vi } from 'vitest'
import type { TagId } from '../../../../core/model/tag.ts'
import { openTagStore, TAGS_FILE } from '../../../../core/tags/tag-store.ts'
import { smallFiles } from '../../../support/small-files.ts'

const CARDIFF = { kind: 'partner', names: { en: 'Cardiff University', ru: ' Кардиффский  университет ' } } as const

test('a tag that was created is in the file, in the list and is found again after reopening', async () => {
  const files = smallFiles()
  const store = await openTagStore(files)
  const tag = await store.create({ ...CARDIFF, aliases: ['Cardiff', 'Cardiff', ''] })
  expect(tag).toMatchObject({
    id: 'cardiff-university',
    names: { en: 'Cardiff University', ru: 'Кардиффский университет' },
    aliases: ['Cardiff'],
    color: '#2f6db5',
  })
  expect(store.get(tag.id)).toEqual(tag)
  expect((await openTagStore(files)).list()).toEqual([tag])
  expect(files.text(TAGS_FILE)).toMatch(/^# The tags of this archive/u)
})

test('ids come from the name in Latin letters and stay unique over all kinds', async () => {
  const store = await openTagStore(smallFiles())
  const ids = []
  for (const kind of ['partner', 'topic', 'initiative'] as const) {
    ids.push((await store.create({ kind, names: { kk: 'Жасыл кампус' } })).id)
  }
  expect(ids).toEqual(['zhasyl-kampus', 'zhasyl-kampus-2', 'zhasyl-kampus-3'])
  expect((await store.create({ kind: 'topic', names: { en: '北京' } })).id).toBe('tag')
})

test('new tags take the colours of the palette in turn', async () => {
  const store = await openTagStore(smallFiles())
  const colors = new Set<string>()
  for (let number = 0; number < 9; number += 1) {
    colors.add((await store.create({ kind: 'topic', names: { en: `Topic ${number}` } })).color)
  }
  expect(colors.size).toBe(9)
})

test('a second tag of the kind with the same name is refused, one of another kind is not', async () => {
  const store = await openTagStore(smallFiles())
  await store.create({ ...CARDIFF, aliases: ['CU Wales'] })
  await expect(store.create({ kind: 'partner', names: { en: 'cardiff university' } })).rejects.toMatchObject({
    code: 'tag-exists',
    details: { tag: 'cardiff-university' },
  })
  await expect(store.create({ kind: 'partner', names: { en: 'cu wales' } })).rejects.toMatchObject({
    code: 'tag-exists',
  })
  await expect(store.create({ kind: 'topic', names: { en: 'Cardiff University' } })).resolves.toBeDefined()
  await expect(store.create({ kind: 'topic', names: { en: ' ' } })).rejects.toMatchObject({ code: 'bad-request' })
})

test('a change touches only what it names', async () => {
  const store = await openTagStore(smallFiles())
  const { id } = await store.create({ ...CARDIFF, aliases: ['Cardiff'] })
  await store.update(id, { from: '2019', note: 'Wales' })
  await store.update(id, { color: '#123456', note: '' })
  expect(store.get(id)).toMatchObject({ aliases: ['Cardiff'], from: '2019', color: '#123456' })
  expect(store.get(id)?.note).toBeUndefined()
  await expect(store.update('nobody' as TagId, {})).rejects.toMatchObject({ code: 'not-found' })
})

test('what was edited by hand meanwhile is taken in, also in the middle of a change', async () => {
  const files = smallFiles()
  const store = await openTagStore(files)
  await store.create(CARDIFF)
  const text = files.text(TAGS_FILE) ?? ''
  files.writeByHand(TAGS_FILE, `${text}  - {id: by-hand, kind: topic, names: {en: By hand}}\n`)
  await store.create({ kind: 'topic', names: { en: 'Second' } })
  expect(store.list().map((tag) => tag.id)).toEqual(['cardiff-university', 'by-hand', 'second'])

  const listener = vi.fn()
  const end = store.subscribe(listener)
  files.writeByHand(TAGS_FILE, 'tags: []\n')
  await store.reload()
  expect(store.list()).toEqual([])
  expect(listener).toHaveBeenCalledTimes(1)
  end()
  await store.create(CARDIFF)
  expect(listener).toHaveBeenCalledTimes(1)
})

test('a save that meets another save is made anew on the other one', async () => {
  const files = smallFiles()
  let interfere = true
  const store = await openTagStore({
    readFile: files.readFile,
    saveFile: (name, bytes, version) => {
      if (interfere) files.writeByHand(TAGS_FILE, 'tags:\n  - {id: other, kind: topic, names: {en: Other}}\n')
      interfere = false
      return files.saveFile(name, bytes, version)
    },
  })
  await store.create(CARDIFF)
  expect(store.list().map((tag) => tag.id)).toEqual(['other', 'cardiff-university'])
})

test('changes made at the same time all arrive', async () => {
  const store = await openTagStore(smallFiles())
  const names = Array.from({ length: 20 }, (_, number) => `Topic ${number}`)
  await Promise.all(names.map((name) => store.create({ kind: 'topic', names: { en: name } })))
  expect(store.list().map((tag) => tag.names.en)).toEqual(names)
})

test('a damaged file is reported with its line and never written', async () => {
  const damaged = 'tags:\n  - id: a\n    names: "open\n'
  const files = smallFiles({ [TAGS_FILE]: damaged })
  const store = await openTagStore(files)
  expect(store.list()).toEqual([])
  expect(store.problems()[0]?.code).toBe('syntax')
  await expect(store.create(CARDIFF)).rejects.toMatchObject({ code: 'tags-damaged', details: { file: TAGS_FILE } })
  expect(files.text(TAGS_FILE)).toBe(damaged)
  files.writeByHand(TAGS_FILE, 'tags: []\n')
  await expect(store.create(CARDIFF)).resolves.toBeDefined()
})

test('an earlier text comes back to the byte unless somebody changed the file since', async () => {
  const byHand = '# ours\ntags:\n- {id: a, kind: topic, names: {en: A}} # first\n'
  const files = smallFiles({ [TAGS_FILE]: byHand })
  const store = await openTagStore(files)
  const before = store.text()
  await store.update('a' as TagId, { color: '#123456' })
  const after = store.text()
  await store.restoreText(after, before)
  expect(files.text(TAGS_FILE)).toBe(byHand)
  await expect(store.restoreText(after, before)).rejects.toMatchObject({ code: 'version-conflict' })
})
